"""What is read aloud: a consent, filled in; the question that is being prepared; each by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from intake_assistant.domain.formulier import Formulieren, Vraag
from intake_assistant.domain.leesrichting import isoleer
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.forms.toestemmingstekst import (
    Toestemmingstekst,
    Toestemmingsteksten,
    load_toestemmingsteksten,
)
from intake_assistant.operations.vault.beleid import is_offered
from intake_assistant.operations.words.gezegd import deel_in_words, opsomming
from intake_assistant.operations.words.vertaling import teksten_in
from intake_assistant.operations.words.waarde import gezegde_taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, Stand, Vertaling, form_text, text

# So many questions without a phrase of one subject are said; of the others only how many there are.
GENOEMD: Final = 2
SLECHTST: Final[tuple[Stand, ...]] = ("ontbreekt", "verouderd", "ongecontroleerd", "gecontroleerd")


@dataclass(frozen=True, slots=True)
class Voorgelezen:
    """The text for one consent, paragraph by paragraph, in a language; `stand` of its weakest part."""

    versie: str
    taal: str
    alineas: tuple[str, ...]
    stand: Stand

    @property
    def tekst(self) -> str:
        """The whole text."""
        return "\n\n".join(self.alineas)


@cache
def _load(folder: Path) -> Toestemmingsteksten:
    return load_toestemmingsteksten(folder)


def toestemmingsteksten(work: Workspace) -> Toestemmingsteksten:
    """The wordings, and what is shared by law."""
    return _load(work.data.folder)


@dutch
def voorgelezen(
    work: Workspace, velden: Mapping[str, Any], *, taal: str = "nl", versie: str = ""
) -> Voorgelezen | None:
    """The text for a consent: the newest version, or the one that was read; None when it is unknown."""
    teksten, richting = toestemmingsteksten(work), str(velden.get("richting", "delen"))
    gekozen = teksten.find(richting, versie) if versie else teksten.newest(richting)
    if gekozen is None:
        return None
    # What was read once is shown again as it was; only what is yet to be read follows the administrator.
    texts_in = teksten_in(taal) if versie or is_offered(work.policy, teksten_in(taal)) else ""
    found = _fill(work, gekozen, velden, texts_in)
    if found.stand == "ontbreekt":
        # In one language at a time: of a text of which a part is missing nothing is read in halves.
        found = replace(_fill(work, gekozen, velden, SOURCE), stand="ontbreekt")
    return replace(found, taal=taal)


def impossible_ways(work: Workspace, found: Voorgelezen) -> Mapping[str, str]:
    """The ways to explain that cannot have been used for this text, each with the reason (AVG 7(1)).

    Nobody read a text that is not there, and no picture or recording is part of a wording yet.
    """
    ways = {way: text(f"toestemmingen.kan_niet.{way}") for way in ("plaat", "audio")}
    if found.taal != SOURCE and found.stand != "gecontroleerd":
        taal = gezegde_taalnaam(work.data.formulieren, found.taal)
        ways["zelf_gelezen"] = text("toestemmingen.kan_niet.zelf_gelezen", taal=taal or found.taal)
    return ways


@dutch
def weak_way(found: Voorgelezen, way: str, *, tolk: str) -> str:
    """What weakens the proof of a consent that is explained so: nobody vouches for the words, or interpreted.

    `tolk` is who interprets in the conversation that is on, or did in one of today.
    """
    is_unchecked = found.taal != SOURCE and found.stand != "gecontroleerd"
    if way == "mondeling" and is_unchecked:
        return text("toestemmingen.let_op.mondeling")
    return text("toestemmingen.let_op.geen_tolk") if way == "tolk" and not tolk else ""


def told_gegevens(formulieren: Formulieren, gegevens: Iterable[str]) -> tuple[str, ...]:
    """All that a consent is about, each datum named, in the words in which the person heard of it."""
    return tuple(_told(formulieren, naam) for naam in gegevens)


def _told(formulieren: Formulieren, naam: str) -> str:
    if any(deel.id == naam for deel in formulieren.startposities):
        return deel_in_words(formulieren, naam)
    vraag = formulieren.vragen.get(formulieren.heet_nu(naam))
    return (vraag.gezegd or vraag.label.rstrip(":. ")) if vraag else naam


@dutch
def spoken_gegevens(formulieren: Formulieren, gegevens: Iterable[str], richting: str) -> str:
    """What it is about as version 1 said it, a line each: a subject, or a question by its label."""
    return "\n".join(f"–  {_spoken(formulieren, naam, richting)}" for naam in gegevens)


@dutch
def spoken_onderwerpen(formulieren: Formulieren, gegevens: Iterable[str], richting: str) -> str:
    """What it is about as version 2 said it, a line per subject; each special question by name."""
    return "\n".join(
        f"–  {regel}"
        for deel, vragen in _per_deel(formulieren, gegevens).items()
        for regel in _spoken_deel(formulieren, deel, vragen, richting)
    )


@dutch
def spoken_gezegd(formulieren: Formulieren, gegevens: Iterable[str], richting: str) -> str:
    """What it is about, a line per question in its own phrase; a whole startpositie is one line."""
    return _as_list(_gezegd(formulieren, gegevens, richting, SOURCE))


def _gezegd(
    formulieren: Formulieren, gegevens: Iterable[str], richting: str, taal: str
) -> tuple[Vertaling, ...]:
    per_deel = _per_deel(formulieren, gegevens)
    return tuple(
        regel
        for deel, vragen in per_deel.items()
        for regel in _phrases(formulieren, deel, vragen, richting, taal)
    )


def _as_list(regels: Iterable[Vertaling]) -> str:
    return "\n".join(f"–  {regel.tekst}" for regel in regels)


def _per_deel(formulieren: Formulieren, gegevens: Iterable[str]) -> dict[str, list[Vraag | None]]:
    """What was chosen by startpositie; `None` is the whole one."""
    per_deel: dict[str, list[Vraag | None]] = {}
    for naam in gegevens:
        vraag = formulieren.vragen.get(naam)
        per_deel.setdefault(vraag.startpositie if vraag else naam, []).append(vraag)
    return per_deel


def _phrases(
    formulieren: Formulieren, deel: str, vragen: list[Vraag | None], richting: str, taal: str
) -> Iterator[Vertaling]:
    """Special questions are said each (AVG 9(2)(a)); a question without a phrase as version 2 said it."""
    if None in vragen:
        yield form_text(taal, f"recht.gezegd.deel.{deel}", deel_in_words(formulieren, deel))
    heel = {vraag.naam for vraag in vragen if vraag}
    over = [
        vraag
        for vraag in vragen
        if vraag and (vraag.bijzonder or not (None in vragen or vraag.herhaling in heel))
    ]
    yield from (form_text(taal, f"{vraag.naam}/gezegd", vraag.gezegd) for vraag in over if vraag.gezegd)
    los: list[Vraag | None] = [vraag for vraag in over if not vraag.gezegd]
    for regel in _spoken_deel(formulieren, deel, los, richting):
        yield form_text(taal, "", regel)


def _spoken_deel(
    formulieren: Formulieren, deel: str, vragen: Sequence[Vraag | None], richting: str
) -> Iterator[str]:
    """`None` among the questions is the whole startpositie, which never holds its special ones."""
    over = deel_in_words(formulieren, deel)
    gewoon = [vraag for vraag in vragen if vraag and not vraag.bijzonder]
    apart = [vraag for vraag in vragen if vraag and vraag.bijzonder]
    if None in vragen:
        yield over
    elif gewoon:
        gezegd = sorted(
            (_plain(formulieren, vraag, richting) for vraag in gewoon), key=lambda woorden: not woorden
        )
        genoemd = [woorden for woorden in gezegd if woorden][:GENOEMD]
        meer = len(gewoon) - len(genoemd)
        soort = "nog" if genoemd else "aantal"
        rest = [text(f"recht.gezegd.{soort}.{richting}", aantal=meer)] if meer else []
        yield f"{over}: {opsomming([*genoemd, *rest])}"
    for vraag in apart:
        yield f"{over}: {_plain(formulieren, vraag, richting) or vraag.label.rstrip(':. ')}"


def _plain(formulieren: Formulieren, vraag: Vraag, richting: str) -> str:
    """A question in words that the person knows: as it was asked, or as the plan says it; else empty."""
    if vraag.label.endswith("?"):
        return text(f"toestemmingen.antwoord_op.{richting}", vraag=vraag.label)
    zinnen = [vraag.zin, *(veld.zin for veld in formulieren.velden_van(vraag.naam))]
    zin = next(filter(None, zinnen), "").replace("“{waarde}”", "{waarde}").replace("{waarde}", "…")
    return text("recht.gezegd.zin", zin=zin.rstrip(".")) if zin else ""


def _spoken(formulieren: Formulieren, naam: str, richting: str) -> str:
    vraag = formulieren.vragen.get(naam)
    if vraag is None:
        titel = next((deel.titel for deel in formulieren.startposities if deel.id == naam), naam)
        return titel[:1].lower() + titel[1:]
    woorden = vraag.label.rstrip(":. ")
    if not woorden.endswith("?"):
        return woorden[:1].lower() + woorden[1:]
    return text(f"toestemmingen.antwoord_op.{richting}", vraag=woorden)


def _fill(work: Workspace, tekst: Toestemmingstekst, velden: Mapping[str, Any], taal: str) -> Voorgelezen:
    formulieren, richting = work.data.formulieren, str(velden.get("richting", "delen"))
    gegevens = [str(naam) for naam in velden.get("gegevens", ())]
    gezegd = _gezegd(formulieren, gegevens, richting, taal) if "{gezegd}" in tekst.tekst else ()
    gevuld = {
        **{deel: _voorzet(work, deel, str(velden.get(deel, "")), taal) for deel in ("partij", "doel")},
        "gegevens": spoken_gegevens(formulieren, gegevens, richting),
        "onderwerpen": spoken_onderwerpen(formulieren, gegevens, richting),
        "gezegd": _as_list(gezegd),
    }
    bijzonder = bool(set(gegevens) & bijzondere_vragen(formulieren))
    delen = ["tekst", *(["uitdrukkelijk"] if bijzonder else []), "vrije_keuze", "vraag"]
    gevonden = [form_text(taal, tekst.key(deel), getattr(tekst, deel)) for deel in delen]
    alineas = tuple(vertaling.tekst.format_map(gevuld) for vertaling in gevonden)
    stand = min((vertaling.stand for vertaling in (*gevonden, *gezegd)), key=SLECHTST.index)
    return Voorgelezen(tekst.versie, taal, alineas, stand)


def _voorzet(work: Workspace, deel: str, getypt: str, taal: str) -> str:
    """Whom or what for, in the language where it is as the program proposed it; else as it was typed."""
    getypt = getypt.rstrip(".") if deel == "doel" else getypt
    for partij in toestemmingsteksten(work).partijen:
        if getattr(partij, deel) == getypt:
            gevonden = form_text(taal, f"toestemming.wie.{partij.id}/{deel}", getypt)
            if gevonden.stand != "ontbreekt":
                return gevonden.tekst
    # Dutch words, or a name, in a sentence that may run the other way.
    return getypt if taal == SOURCE else isoleer(getypt)


def gesproken_nummers(formulieren: Formulieren) -> Mapping[str, int]:
    """By which number all that is read aloud is known on the phone: the same in every dossier."""
    gesproken = (v.naam for v in formulieren.vragen.values() if v.read_aloud and not v.vervallen)
    return {naam: nummer for nummer, naam in enumerate(gesproken, 1)}
