"""After a conversation: what was said, what was not asked and why, what was told; a summary to begin from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intake_assistant.domain.antwoord import BRONNEN, Antwoord, Staat
from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.kinds import ANTWOORD
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.subject import question_of, rows_in
from intake_assistant.forms.engine import Relevantie
from intake_assistant.forms.gebreken import describe_gebrek
from intake_assistant.operations.views.antwoord import counted_as, gebreken, relevantie, tellingen
from intake_assistant.operations.views.voorbereiden import onderwerpen
from intake_assistant.operations.words.gezegd import opsomming, over_in_words
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# What is read aloud stays short: so many things are named, the others are counted.
GENOEMD, GENOEMDE_TITELS = 5, 2
_ZEI_IETS = (Staat.BEANTWOORD, Staat.ONBEKEND)


@dataclass(frozen=True, slots=True)
class NietGevraagd:
    """One question that was not answered in this conversation, and why."""

    vraag: str
    reden: str
    volgende_keer: bool


@dataclass(frozen=True, slots=True)
class Misvulling:
    """An answer of this conversation that cannot be so: kept as it was typed."""

    naam: str
    vraag: str
    getypt: str
    waarom: str


@dataclass(frozen=True, slots=True)
class Terugblik:
    """What happened in one conversation."""

    klopt_niet: tuple[Misvulling, ...]
    besproken: tuple[tuple[str, int], ...]
    niet_gevraagd: tuple[NietGevraagd, ...]
    liever_niet: tuple[str, ...]
    nog_open: tuple[tuple[str, int], ...]
    verteld: tuple[tuple[str, str], ...]


def look_back(work: Workspace, dossier: Dossier, gesprek: str) -> Terugblik:
    """Return what happened in a conversation, from its entries."""
    judged = relevantie(work, dossier)
    per_deel: dict[str, set[str]] = {}
    niet: list[NietGevraagd] = []
    liever: list[str] = []
    fout: list[Misvulling] = []
    for naam, vraag, value in _antwoorden(work, dossier, gesprek):
        staat, telt = value.get("staat"), vraag.herhaling or vraag.naam
        fout += _misvuld(work, judged, naam, vraag, value)
        if staat in _ZEI_IETS and judged.relevant(telt):
            titel = work.data.formulieren.startpositie_of(vraag.naam).titel
            per_deel.setdefault(titel, set()).add(counted_as(work, judged, telt))
        elif staat == Staat.NIET_GEVRAAGD:
            reden, later = str(value.get("reden", "")), value.get("volgende_keer") == "ja"
            niet.append(NietGevraagd(vraag.label, reden, later))
        elif staat == Staat.WIL_NIET_ZEGGEN:
            liever.append(vraag.label)
    besproken = {titel: len(vragen) for titel, vragen in per_deel.items()}
    return Terugblik(
        tuple(fout), tuple(besproken.items()), tuple(niet), tuple(liever),
        tuple(_nog_open(work, dossier, besproken)), tuple(_verteld(work, dossier, gesprek)),
    )  # fmt: skip


def _misvuld(
    work: Workspace, judged: Relevantie, naam: str, vraag: Vraag, value: Mapping[str, object]
) -> list[Misvulling]:
    waarde = value.get("waarde")
    if value.get("staat") != Staat.BEANTWOORD or waarde in ("", None, []):
        return []
    gegeven = Antwoord(naam, Staat.BEANTWOORD, waarde, "")
    redenen = [describe_gebrek(gebrek) for gebrek in gebreken(work, naam, gegeven)]
    rijen = rows_in(naam)
    plaats = vraag.naam, rijen[0][1] if rijen else ""
    redenen += [s.message for s in judged.schendingen if (s.naam, s.rij) == plaats]
    getypt = in_words(vraag, waarde)
    return [Misvulling(vraag.naam, vraag.label, getypt, redenen[0])] if redenen else []


def draft_samenvatting(work: Workspace, dossier: Dossier, gesprek: str) -> str:
    """Return at most three short sentences to begin from, to be read aloud (A2)."""
    terug = look_back(work, dossier, gesprek)
    zinnen = []
    if terug.besproken:
        besproken, formulieren = dict(terug.besproken), work.data.formulieren
        delen = [deel.id for deel in formulieren.startposities if deel.titel in besproken]
        over = over_in_words(formulieren, delen)
        zinnen.append(text("gesprek.afronden.concept.besproken", wat=opsomming(over, GENOEMD)))
    if terug.verteld:
        zinnen.append(
            text("gesprek.afronden.concept.verteld", wat=_titels([titel for titel, _ in terug.verteld]))
        )
    return " ".join([*zinnen, *_volgende_keer(terug)])


def _volgende_keer(terug: Terugblik) -> list[str]:
    nog_eens = [titel for titel, begrepen in terug.verteld if begrepen != "ja"]
    vragen = sum(wat.volgende_keer for wat in terug.niet_gevraagd)
    if nog_eens and vragen:
        return [text("gesprek.afronden.concept.beide", wat=_titels(nog_eens), aantal=vragen)]
    if nog_eens:
        return [text("gesprek.afronden.concept.nog_eens", wat=_titels(nog_eens))]
    return [text("gesprek.afronden.concept.volgende", aantal=vragen)] if vragen else []


_Gegeven = tuple[str, Vraag, Mapping[str, object]]


def _antwoorden(work: Workspace, dossier: Dossier, gesprek: str) -> Iterator[_Gegeven]:
    formulieren = work.data.formulieren
    for naam in dossier.names_in_use():
        vraag = formulieren.vragen.get(formulieren.heet_nu(question_of(naam)))
        leaf = _in_gesprek(dossier, naam, gesprek)
        if vraag is not None and leaf is not None:
            yield naam, vraag, leaf.value or {}


def _in_gesprek(dossier: Dossier, naam: str, gesprek: str) -> Leaf | None:
    """What any source said of a question in this conversation, an answer before another state."""
    leaves = [dossier.leaf(ANTWOORD.of(naam, bron)) for bron in BRONNEN]
    hier = [leaf for leaf in leaves if leaf is not None and leaf.gesprek == gesprek]
    hier.sort(key=lambda leaf: (leaf.value or {}).get("staat") != Staat.BEANTWOORD)
    return next(iter(hier), None)


def _nog_open(work: Workspace, dossier: Dossier, besproken: dict[str, int]) -> Iterator[tuple[str, int]]:
    per = tellingen(work, dossier)
    for deel in work.data.formulieren.startposities:
        if per[deel.id].te_gaan and deel.titel in besproken:
            yield deel.titel, per[deel.id].te_gaan


def _verteld(work: Workspace, dossier: Dossier, gesprek: str) -> Iterator[tuple[str, str]]:
    titels = {onderwerp.id: onderwerp.titel for onderwerp in onderwerpen(work, dossier)}
    gehouden = next((g for g in gesprekken_of(dossier) if g.id == gesprek), None)
    for onderwerp, begrepen in gehouden.verteld.items() if gehouden else ():
        yield titels.get(onderwerp, onderwerp), begrepen


def _titels(titels: list[str]) -> str:
    return opsomming([f"‘{titel}’" for titel in titels], GENOEMDE_TITELS)
