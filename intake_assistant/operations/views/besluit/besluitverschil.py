"""Two besluiten beside each other: what the one says and the other does not, field by field in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.dates import date_in_words, read_date
from intake_assistant.domain.antwoord import flatten
from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.domain.recht.leerroute import Leerroute, gezegde_delen, has_waarde
from intake_assistant.domain.recht.oordeel.niveau import ONDERDELEN, alle_niveaus
from intake_assistant.texts import text, text_or

_VOLGORDE: Final = (
    "leerroute", "niveau", "niveau_per_onderdeel", "intensiteit", "geschatte_intensiteit_b1_route", "zroute",
    "aftrek", "pvt_uren", "map_uren", "voortgangsgesprekken", "ondersteuning", "vve", "participatiewet",
    "inschrijving_brp", "uren", "inspanning", "uitzondering_soort", "uitzondering", "motivering",
    "motivering_afwijking_lbt", "motivering_onderwijsroute", "zienswijze", "ondertekenaar",
)  # fmt: skip


_GEEFT: Final = frozenset(_VOLGORDE[: _VOLGORDE.index("inschrijving_brp")]) - {
    "geschatte_intensiteit_b1_route",
    "aftrek",
}


@dataclass(frozen=True, slots=True)
class Veldverschil:
    """One field in words, and what each of the two besluiten says there; empty when it says nothing."""

    veld: str
    was: str
    nu: str


def vorige_van(besluit: Besluit, besluiten: Sequence[Besluit]) -> Besluit | None:
    """The besluit that this one goes on from: the last of those that it took the place of."""
    vervangen = besluit.vervangt
    eerder = [
        ander
        for ander in besluiten
        if (ander.id in vervangen if vervangen is not None else ander.nummer < besluit.nummer)
    ]
    return eerder[-1] if eerder else None


def besluit_changes(oud: Besluit, nieuw: Besluit) -> tuple[Veldverschil, ...]:
    """Every field that differs: first what it gives and asks, then why; its day stands above it already."""
    return changes_between(oud.inhoud, nieuw.inhoud)


def what_it_gives(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> tuple[Veldverschil, ...]:
    """Only what the person gets or must do; the reasons, and what is for DUO alone, stand elsewhere."""
    found = changes_between(_given(oud), _given(nieuw))
    if Leerroute.Z not in (oud.get("leerroute"), nieuw.get("leerroute")):
        return found
    # The Z-route has no exams: four parts that had a level and have none are one thing to read.
    namen = {text_or(f"beschikking.veld_niveau_per_onderdeel.{deel}", "") for deel in ONDERDELEN}
    namen.add(text("beschikking.veld_niveau"))
    niveaus = [een for een in found if een.veld in namen]
    rest = [een for een in found if een.veld not in namen]
    if not niveaus:
        return tuple(rest)
    was, nu = (_levels([getattr(een, kant) for een in niveaus]) for kant in ("was", "nu"))
    return (*rest[:1], Veldverschil(text("beschikking.verschil.examens"), was, nu), *rest[1:])


def _levels(niveaus: Sequence[str]) -> str:
    gezegd = dict.fromkeys(filter(None, niveaus))
    return ", ".join(gezegd) or text("beschikking.verschil.niet_verplicht")


def _given(inhoud: Mapping[str, Any]) -> dict[str, Any]:
    return {veld: waarde for veld, waarde in inhoud.items() if veld.partition(".")[0] in _GEEFT}


def changes_between(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> tuple[Veldverschil, ...]:
    """The fields of two beschikkingen that differ, in words."""
    was, nu = _inhoud(oud), _inhoud(nieuw)
    velden = sorted({*was, *nu} - {"dagtekening"}, key=_place)
    found = (
        Veldverschil(
            text_or(f"beschikking.veld_{veld}", veld),
            _in_words(veld, was.get(veld)),
            _in_words(veld, nu.get(veld)),
        )
        for veld in velden
    )
    return tuple(one for one in found if one.was != one.nu)


def _inhoud(inhoud: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, with each part at its level: one level for all says the same as four (Wet 7(1)(a), 8)."""
    found = flatten(inhoud)
    if found.get("leerroute") not in (Leerroute.B, Leerroute.O):
        return found
    delen = {f"niveau_per_onderdeel.{deel}": niveau for deel, niveau in alle_niveaus(found).items()}
    return {veld: waarde for veld, waarde in found.items() if veld != "niveau"} | delen


def _place(veld: str) -> tuple[int, str]:
    woord = veld.partition(".")[0]
    return (_VOLGORDE.index(woord) if woord in _VOLGORDE else len(_VOLGORDE)), veld


def _in_words(veld: str, waarde: Any) -> str:
    if not has_waarde(waarde):
        return ""
    if isinstance(waarde, list | tuple):
        return "\n".join(_in_words(veld, deel) for deel in waarde)
    if isinstance(waarde, Mapping):
        return ", ".join(_in_words(veld, deel) for deel in gezegde_delen(waarde))
    gezegd = str(waarde)
    if read_date(gezegd):
        return date_in_words(gezegd)
    return text_or(f"beschikking.keuze_{veld.partition('.')[0]}_{gezegd}", gezegd)


def verschil_in_words(oud: Besluit, nieuw: Besluit) -> str:
    """What the two have to do with each other, in one sentence."""
    return text(
        "beschikking.verschil.zin",
        nieuw=nieuw.nummer,
        grond=text(f"dossier.t.grond.{nieuw.grond}"),
        oud=oud.nummer,
        datum=date_in_words(oud.dagtekening),
    )
