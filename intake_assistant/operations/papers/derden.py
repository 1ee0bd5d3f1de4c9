"""What of a dossier is about others: left out of fields of its own, masked in what was typed (AVG 15(4)).

Names that have a field of their own give way to the role. In free text what looks like somebody else is
masked beforehand; a person reads it through, masks more or less, and that is recorded without a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Entry, Json, Presence
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import (
    AANWEZIG,
    BEHEER,
    MASKER,
    NAGELEZEN,
    OPMERKING,
    kind_of,
    veld_of,
    vraag_of,
)
from intake_assistant.domain.recht.masker import (
    ANDER,
    Derden,
    Masker,
    derden_of,
    merged,
    names_of_relatives,
    shown,
)
from intake_assistant.domain.recht.tussen.tolk import TOLKT_NU
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.words.naam import AANSPREEKNAAM, aanspreeknaam
from intake_assistant.operations.words.onderwerp import onderwerp_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import is_text, text

ID_TEKENS: Final = 16
"""So much of the id of an entry names it within its dossier."""
_TOLK_VAN_PLAN: Final = "voor_gezien.tolk"
_CODED: Final = frozenset(
    "staat form taal tekstversie bestanden regels vraag gebrek volgende_keer opnieuw_kijken gegevens omvat "
    "aangewezen gezien bij voorgelezen rol soort dialect weg_om geheim_in".split()
)
_LIJSTEN: Final = ("talen", "landen")
_CODE = re.compile(r"[a-z0-9_.]*|\d{4}-\d\d-\d\d|[A-Z]{1,3}\d?")


@dataclass(frozen=True, slots=True)
class Leestekst:
    """One free text of one entry, with what is masked in it, and whether somebody read it through."""

    entry: str
    pad: str
    onderwerp: str
    tekst: str
    maskers: tuple[Masker, ...]
    gelezen: bool


class Afscherming:
    """Shows the values of a dossier without what is about others."""

    def __init__(self, work: Workspace, dossier: Dossier, entries: Iterable[Entry]) -> None:
        self._work = work
        self._dossier = dossier
        self._entries = list(entries)

    @cached_property
    def derden(self) -> Derden:
        """Who was there, now or in what was replaced, and what is the person's own."""
        persoon = inburgeraar_of(self._dossier)
        eigen = [persoon.get(veld, "") for veld in ("voornamen", "achternaam")]
        eigen.append(aanspreeknaam(self._dossier))
        nummers = [persoon.get(veld, "") for veld in ("telefoon", "email", "bsn", "v_nummer")]
        return derden_of(dict(self._names()), eigen, nummers)

    @cached_property
    def read(self) -> frozenset[str]:
        """The entries whose texts somebody read through, by the begin of their id."""
        rijen = self._dossier.row_ids(NAGELEZEN.lijst())
        return frozenset(str(id) for rij in rijen for id in self._dossier.get(NAGELEZEN.of(rij), []))

    def value(self, entry: Entry) -> Any:
        """The value of an entry without what is about others; None when it is not here."""
        return None if entry.value is None else self._masked(entry, entry.value, "")

    def count(self, entry: Entry) -> int:
        """How many places in an entry are hidden."""
        return sum(len(tekst.maskers) for tekst in self.texts_of(entry))

    def texts(self) -> list[Leestekst]:
        """Every free text, in the order of recording."""
        return [tekst for entry in self._entries for tekst in self.texts_of(entry)]

    def texts_of(self, entry: Entry) -> list[Leestekst]:
        """The free texts of one entry."""
        if entry.presence is not Presence.PRESENT:
            return []
        onderwerp = onderwerp_in_words(self._work, entry.header.subject)
        gelezen = entry.id[:ID_TEKENS] in self.read
        return [
            Leestekst(entry.id, pad, onderwerp, tekst, self.maskers(entry, pad, tekst), gelezen)
            for pad, tekst in _strings(entry.value or {})
            if self._is_free(entry.header.subject, pad, tekst)
        ]

    def maskers(self, entry: Entry, pad: str, tekst: str) -> tuple[Masker, ...]:
        """What is hidden in a text: what a person chose, else what looks like somebody else."""
        chosen = self._chosen.get(entry.id, {})
        if pad not in chosen:
            return self.proposed(entry, tekst)
        spans = chosen[pad]
        # What cannot be read hides the whole: something was meant to be hidden.
        return (Masker(0, len(tekst)),) if None in spans else merged(m for m in spans if m)

    def proposed(self, entry: Entry, tekst: str) -> tuple[Masker, ...]:
        """What looks like somebody else."""
        formulieren = self._work.data.formulieren
        naam = question_of(vraag_of(entry.header.subject))
        vraag = formulieren.vragen.get(formulieren.heet_nu(naam))
        return self.derden.find(tekst, over_anderen=vraag is not None and vraag.derden)

    @cached_property
    def _chosen(self) -> dict[str, dict[str, list[Masker | None]]]:
        """The recorded masks by entry and place, None for one that cannot be read; of two laptops both."""
        found: dict[str, dict[str, list[Masker | None]]] = {}
        for rij in self._dossier.row_ids(MASKER.lijst()):
            for leaf in self._dossier.visible(MASKER.of(rij)):
                chosen = (leaf.value or {}).get("waarde")
                for pad, spans in chosen.items() if isinstance(chosen, dict) else ():
                    # What is no list of places is one that cannot be read: it hides all of the text.
                    spans = spans if isinstance(spans, list) else [spans]
                    found.setdefault(rij, {}).setdefault(pad, []).extend(map(_masker, spans))
        return found

    @cached_property
    def _languages_and_countries(self) -> frozenset[str]:
        """Words with a capital that are nobody's name."""
        vragen = self._work.data.formulieren.vragen.values()
        labels = {keuze.label for vraag in vragen if vraag.lijst in _LIJSTEN for keuze in vraag.keuzes}
        return frozenset({woord for naam in labels for woord in (naam, naam.capitalize())})

    def _names(self) -> Iterator[tuple[str, str]]:
        for entry in self._entries:
            value = entry.value or {}
            waarde = value.get("waarde")
            if kind_of(entry.header.subject) is AANWEZIG and isinstance(waarde, dict):
                yield str(waarde.get("naam", "")), str(waarde.get("rol", ""))
            for pad, tekst in _strings(value):
                if _is_tolk(entry.header.subject, pad):
                    yield tekst, "tolk"
                elif self._is_free(entry.header.subject, pad, tekst):
                    known = self._languages_and_countries
                    yield from ((naam, ANDER) for naam in names_of_relatives(tekst) if naam not in known)

    def _masked(self, entry: Entry, deel: Json, pad: str) -> Any:
        if isinstance(deel, dict):
            van_ander = kind_of(entry.header.subject).van_ander
            kept = {k: w for k, w in deel.items() if k not in van_ander}
            return {k: self._masked(entry, w, _under(pad, k)) for k, w in kept.items()}
        if isinstance(deel, list):
            return [self._masked(entry, w, _under(pad, str(i))) for i, w in enumerate(deel)]
        return self._masked_text(entry, deel, pad) if isinstance(deel, str) and deel else deel

    def _masked_text(self, entry: Entry, tekst: str, pad: str) -> str:
        subject = entry.header.subject
        if _is_tolk(subject, pad):
            return rol_in_words("tolk")
        if subject == BEHEER.of("regievoerder"):
            return text("stukken.inzage.functie.regievoerder")
        if _names_another(subject):
            return rol_in_words("")
        if not self._is_free(subject, pad, tekst):
            return tekst
        return shown(tekst, self.maskers(entry, pad, tekst), rol_in_words)

    def _is_free(self, subject: str, pad: str, tekst: str) -> bool:
        """Whether somebody typed it in words of their own."""
        kind, keys_ = kind_of(subject), pad.split(".")
        if not tekst.strip() or not kind.vrij or _is_tolk(subject, pad) or _names_another(subject):
            return False
        if (_CODED | set(kind.van_ander)) & set(keys_):
            return False
        if kind.soort == "notitie":
            return True
        formulieren = self._work.data.formulieren
        vraag = formulieren.vragen.get(formulieren.heet_nu(question_of(vraag_of(subject))))
        if vraag is not None and pad == "waarde" and kind is not OPMERKING:
            # How the person is called is their own, whatever they typed it in.
            return vraag.type == "text" and vraag.naam != AANSPREEKNAAM
        return not _CODE.fullmatch(tekst)


def rol_in_words(rol: str) -> str:
    """What stands in the place of what is hidden."""
    sleutel = f"stukken.inzage.rol.{rol}"
    return text(sleutel) if rol and is_text(sleutel) else text("stukken.inzage.afgeschermd")


def _masker(span: Any) -> Masker | None:
    match span:
        case [int() as van, int() as tot, str() as rol]:
            return Masker(van, tot, rol)
    return None


def _strings(deel: Any, pad: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            yield from _strings(waarde, _under(pad, naam))
    elif isinstance(deel, list):
        for place, waarde in enumerate(deel):
            yield from _strings(waarde, _under(pad, str(place)))
    elif isinstance(deel, str):
        yield pad, deel


def _under(pad: str, naam: str) -> str:
    return f"{pad}.{naam}" if pad else naam


def _names_another(subject: str) -> bool:
    """Whether a field of a row is where the name of somebody else belongs."""
    return veld_of(subject) in kind_of(subject).van_ander


def _is_tolk(subject: str, pad: str) -> bool:
    """Whether this names who interpreted: beside an answer, from then on, or when the plan was seen."""
    return pad == "tolk" or veld_of(subject) in (_TOLK_VAN_PLAN, TOLKT_NU) or pad.endswith(_TOLK_VAN_PLAN)
