"""After a conversation: what was said, what was not asked and why, what was told; a summary to begin from."""

from __future__ import annotations

from collections import Counter
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
from intake_assistant.operations.acts.antwoord import INBURGERAAR
from intake_assistant.operations.views.antwoord import counted_as, gebreken, relevantie, tellingen
from intake_assistant.operations.views.vertellen import onderwerpen
from intake_assistant.operations.views.voorbereiden import is_gevoelig, propose
from intake_assistant.operations.words.gezegd import opsomming, over_in_words
from intake_assistant.operations.words.waarde import in_words, samenvatting_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

# What is said aloud stays short: so many subjects, stories, wishes and titles are named, and never a count.
ONDERWERPEN, VERHALEN, WENSEN, TITELS = 4, 2, 1, 2
_WENS = "wens"
_ZEI_IETS = (Staat.BEANTWOORD, Staat.ONBEKEND)


@dataclass(frozen=True, slots=True)
class NietGevraagd:
    """One question that was not answered in this conversation, and why."""

    vraag: str
    reden: str
    volgende_keer: bool


@dataclass(frozen=True, slots=True)
class Onderwerpstand:
    """One topic of today: how much of it was asked, how much is left, and what was put off to next time."""

    titel: str
    gevraagd: int
    klaar: int
    te_gaan: int
    later: int


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
    onderwerpen: tuple[Onderwerpstand, ...]
    niet_gevraagd: tuple[NietGevraagd, ...]
    liever_niet: int
    verteld: tuple[tuple[str, str], ...]

    @property
    def besproken(self) -> tuple[tuple[str, int], ...]:
        """The topics in which something was said, and of how many questions."""
        return tuple((o.titel, o.gevraagd) for o in self.onderwerpen if o.gevraagd)


def look_back(work: Workspace, dossier: Dossier, gesprek: str) -> Terugblik:
    """Return what happened in a conversation, from its entries."""
    judged = relevantie(work, dossier)
    gezegd: dict[str, set[str]] = {}
    later: Counter[str] = Counter()
    niet: list[NietGevraagd] = []
    fout: list[Misvulling] = []
    liever = 0
    for naam, vraag, value in _antwoorden(work, dossier, gesprek):
        staat, telt = value.get("staat"), vraag.herhaling or vraag.naam
        fout += _misvuld(work, judged, naam, vraag, value)
        if staat in _ZEI_IETS and judged.relevant(telt):
            gezegd.setdefault(vraag.startpositie, set()).add(counted_as(work, judged, telt))
        elif staat == Staat.NIET_GEVRAAGD:
            niet.append(_not_asked(vraag, value))
            later[vraag.startpositie] += niet[-1].volgende_keer
        elif staat == Staat.WIL_NIET_ZEGGEN:
            liever += 1
    aantallen = {deel: len(vragen) for deel, vragen in gezegd.items()}
    stand = _standen(work, dossier, judged, aantallen, later)
    verteld = tuple(_verteld(work, dossier, gesprek))
    return Terugblik(tuple(fout), tuple(stand), tuple(niet), liever, verteld)


def topics_of(work: Workspace, dossier: Dossier, gesprek: str) -> tuple[str, ...]:
    """The startposities in which something was said in a conversation."""
    gezegd = {
        vraag.startpositie
        for _, vraag, value in _antwoorden(work, dossier, gesprek)
        if value.get("staat") in _ZEI_IETS
    }
    return tuple(deel.id for deel in work.data.formulieren.startposities if deel.id in gezegd)


def _not_asked(vraag: Vraag, value: Mapping[str, object]) -> NietGevraagd:
    """The laptop stands on the table: what is personal is not named there."""
    naam = text("gesprek.afronden.persoonlijk") if vraag.is_vertrouwelijk else vraag.label
    return NietGevraagd(naam, str(value.get("reden", "")), value.get("volgende_keer") == "ja")


def _standen(
    work: Workspace, dossier: Dossier, judged: Relevantie, gezegd: Mapping[str, int], later: Counter[str]
) -> Iterator[Onderwerpstand]:
    telling = tellingen(work, dossier, judged)
    for deel in work.data.formulieren.startposities:
        if deel.id in gezegd or deel.id in later:
            stand = telling[deel.id]
            yield Onderwerpstand(
                deel.titel, gezegd.get(deel.id, 0), stand.klaar, stand.te_gaan, later[deel.id]
            )


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


@dutch
def draft_samenvatting(work: Workspace, dossier: Dossier, gesprek: str) -> str:
    """Return at most five short sentences in the words of the person, to be read aloud (A2)."""
    terug = look_back(work, dossier, gesprek)
    zinnen = [*_besproken(work, terug), *_own_words(work, dossier, gesprek)]
    if not zinnen and terug.verteld:
        wat = _titels([titel for titel, _ in terug.verteld])
        zinnen.append(text("gesprek.afronden.concept.verteld", wat=wat))
    return " ".join([*zinnen, *_volgende_keer(work, dossier, terug)] if zinnen else [])


def _besproken(work: Workspace, terug: Terugblik) -> list[str]:
    """What was talked about; of what needs trust only that it was about the person."""
    titels, formulieren = dict(terug.besproken), work.data.formulieren
    delen = [deel for deel in formulieren.startposities if deel.titel in titels]
    over = over_in_words(formulieren, [deel.id for deel in delen if not is_gevoelig(deel)])
    if len(over) > ONDERWERPEN:
        return [text("gesprek.afronden.concept.veel", wat=opsomming(over[:ONDERWERPEN]))]
    if over:
        return [text("gesprek.afronden.concept.besproken", wat=opsomming(over))]
    return [text("gesprek.afronden.concept.hoe_het_gaat")] if delen else []


def _own_words(work: Workspace, dossier: Dossier, gesprek: str) -> list[str]:
    """Of each subject the first thing that the forms say back, when the person said it themselves."""
    verhalen: dict[str, str] = {}
    wensen: dict[str, str] = {}
    for vraag in work.data.formulieren.vragen.values():
        if not vraag.samenvatting or vraag.is_vertrouwelijk:
            continue
        leaf = dossier.leaf(ANTWOORD.of(vraag.naam, INBURGERAAR))
        value = (leaf.value or {}) if leaf is not None and leaf.gesprek == gesprek else {}
        if value.get("staat") == Staat.BEANTWOORD and value.get("waarde"):
            soort = wensen if vraag.plek == _WENS else verhalen
            soort.setdefault(vraag.startpositie, samenvatting_of(vraag, value["waarde"]))
    return [*list(verhalen.values())[:VERHALEN], *list(wensen.values())[:WENSEN]]


def _volgende_keer(work: Workspace, dossier: Dossier, terug: Terugblik) -> list[str]:
    nog_eens = [titel for titel, begrepen in terug.verteld if begrepen != "ja"]
    if nog_eens:
        return [text("gesprek.afronden.concept.nog_eens", wat=_titels(nog_eens))]
    komt = [d.id for d in propose(work, dossier).onderdelen if d.voorgesteld and not d.gevoelig]
    over = over_in_words(work.data.formulieren, komt)[:TITELS]
    return [text("gesprek.afronden.concept.volgende", wat=opsomming(over))] if over else []


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


def _verteld(work: Workspace, dossier: Dossier, gesprek: str) -> Iterator[tuple[str, str]]:
    titels = {onderwerp.id: onderwerp.titel for onderwerp in onderwerpen(work, dossier)}
    gehouden = next((g for g in gesprekken_of(dossier) if g.id == gesprek), None)
    for onderwerp, begrepen in gehouden.verteld.items() if gehouden else ():
        yield titels.get(onderwerp, onderwerp), begrepen


def _titels(titels: list[str]) -> str:
    return opsomming([f"‘{titel}’" for titel in titels[:TITELS]])
