"""What was answered on one topic, to read: question, answer, source and day, whatever state it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake_assistant.dates import date_in_words, in_words, local_moment
from intake_assistant.domain.antwoord import Antwoord, BronAntwoord, Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Startpositie, Vraag
from intake_assistant.domain.kinds import ANTWOORD, NOTITIE
from intake_assistant.domain.overleg.azc import nog_te_bevestigen
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.subject import in_row, question_of
from intake_assistant.forms.gebreken import describe_gebrek
from intake_assistant.operations.views.antwoord import antwoord_of, counted_as, gebreken, relevantie, rijen_of
from intake_assistant.operations.words.waarde import bronnaam
from intake_assistant.operations.words.waarde import in_words as value_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

ONBEKEND = "onbekend"
"""The topic of answers to questions of no form that is known here."""


@dataclass(frozen=True, slots=True)
class Leesregel:
    """One question with what counts; `anders` is what other sources say, `notitie` for colleagues only."""

    naam: str
    vraag: str
    antwoord: str
    staat: str
    bron: str
    wanneer: str
    toelichting: str = ""
    anders: tuple[str, ...] = ()
    gebreken: tuple[str, ...] = ()
    notitie: str = ""
    kan_verbeteren: bool = True

    @property
    def herkomst(self) -> str:
        """Source and day on one line."""
        return ", ".join(filter(None, (self.bron, self.wanneer)))


@dataclass(frozen=True, slots=True)
class Leesgroep:
    """What stands under one heading: a page of the form, a row of a list, or what no longer applies."""

    titel: str
    regels: tuple[Leesregel, ...]

    @property
    def herkomst(self) -> str:
        """Source and day of all of them, when those are the same; told once, not at each."""
        found = {regel.herkomst for regel in self.regels}
        return found.pop() if len(self.regels) > 1 and len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Leesblad:
    """A topic as it was answered, and what of it is still to be asked."""

    startpositie: str
    titel: str
    doel: str
    groepen: tuple[Leesgroep, ...]
    te_vragen: tuple[Leesregel, ...]
    tellen_als: int = 0
    """As how many these count: a question that another brings in counts with that one."""


def leesblad_of(work: Workspace, dossier: Dossier, startpositie: str) -> Leesblad:
    """The answers to one topic; to that of `ONBEKEND` those of which no form tells the question."""
    return _Bladlezer(work, dossier).blad(startpositie)


def has_onbekende(work: Workspace, dossier: Dossier) -> bool:
    """Whether there are answers of which no topic is known."""
    known = {deel.id for deel in work.data.formulieren.startposities}
    names = (work.data.formulieren.heet_nu(question_of(naam)) for naam in dossier.names_in_use())
    return any(naam.partition(".")[0] not in known for naam in names)


class _Bladlezer:
    """Reads one dossier with relevance judged once."""

    def __init__(self, work: Workspace, dossier: Dossier) -> None:
        self._work, self._formulieren, self._dossier = work, work.data.formulieren, dossier
        self._judged = relevantie(work, dossier)
        self._gesprekken = {g.id: g for g in gesprekken_of(dossier)}

    def blad(self, startpositie: str) -> Leesblad:
        deel = next((d for d in self._formulieren.startposities if d.id == startpositie), None)
        if deel is None:
            vreemd = Leesgroep(text("lezen.onbekend"), tuple(self._unknown(startpositie)))
            return Leesblad(startpositie, text("lezen.onbekend_titel"), "", (vreemd,), ())
        groepen = [*self._pages(deel), *self._no_longer(deel)]
        te_vragen = tuple(self._open(deel))
        tellen_als = len({counted_as(self._work, self._judged, regel.naam) for regel in te_vragen})
        return Leesblad(deel.id, deel.titel, deel.doel, tuple(groepen), te_vragen, tellen_als)

    def _pages(self, deel: Startpositie) -> Iterator[Leesgroep]:
        for pagina in deel.paginas:
            if pagina.herhaling:
                yield from self._rows(pagina.herhaling)
                continue
            vragen = (self._formulieren.vragen[naam] for naam in pagina.vragen)
            regels = [self._line(v, v.naam) for v in vragen if self._applies(v)]
            if said := tuple(filter(None, regels)):
                yield Leesgroep(pagina.label, said)

    def _rows(self, herhaling: str) -> Iterator[Leesgroep]:
        """A group for each row; a list that was answered as a whole (geen, weet niet) is one line."""
        lijst = self._formulieren.vragen[herhaling]
        if not self._judged.relevant(herhaling):
            return
        if heel := self._line(lijst, herhaling):
            yield Leesgroep(lijst.label, (heel,))
        for nummer, rij in enumerate(rijen_of(self._dossier, herhaling), start=1):
            velden = self._formulieren.velden_van(herhaling)
            regels = (self._line(veld, in_row(herhaling, rij, veld.naam)) for veld in velden)
            if said := tuple(filter(None, regels)):
                yield Leesgroep(text("lezen.rij", lijst=lijst.label.rstrip(": "), nummer=nummer), said)

    def _no_longer(self, deel: Startpositie) -> Iterator[Leesgroep]:
        """What was answered and is no longer asked, does not apply any more, or no form knows."""
        vragen = [v for v in deel.vragen.values() if not v.herhaling and not self._applies(v)]
        kept = (self._line(vraag, vraag.naam, fixed=True) for vraag in vragen)
        if said := tuple(filter(None, kept)):
            yield Leesgroep(text("lezen.niet_meer"), said)
        if vreemd := tuple(self._unknown(deel.id)):
            yield Leesgroep(text("lezen.onbekend"), vreemd)

    def _applies(self, vraag: Vraag) -> bool:
        return self._judged.relevant(vraag.naam) and not vraag.vervallen

    def _open(self, deel: Startpositie) -> Iterator[Leesregel]:
        for vraag in deel.vragen.values():
            asked = vraag.is_veld or vraag.type == "begin_repeat"
            if not asked or vraag.herhaling or not self._applies(vraag):
                continue
            rows = vraag.type == "begin_repeat" and rijen_of(self._dossier, vraag.naam)
            if not rows and not antwoord_of(self._formulieren, self._dossier, vraag.naam).touched:
                yield Leesregel(
                    naam=vraag.naam,
                    vraag=vraag.label,
                    antwoord=text("lezen.staat.open"),
                    staat=Staat.OPEN,
                    bron="",
                    wanneer="",
                )

    def _line(self, vraag: Vraag, naam: str, *, fixed: bool = False) -> Leesregel | None:
        """One question; None when nothing was said of it, nor noted."""
        antwoord = antwoord_of(self._formulieren, self._dossier, naam)
        notitie = str(self._dossier.get(NOTITIE.of(naam)))
        if not antwoord.touched and not notitie:
            return None
        return Leesregel(
            naam=naam,
            vraag=vraag.label,
            antwoord=self._words(vraag, antwoord),
            staat="conflict" if antwoord.conflict else antwoord.staat,
            bron=bronnaam(antwoord.bron) if antwoord.bron else "",
            wanneer=self._when(antwoord),
            toelichting=str(antwoord.extra.get("toelichting", "")),
            anders=(
                *((text("lezen.bevestigen"),) if nog_te_bevestigen(antwoord) else ()),
                *self._others(vraag, antwoord.andere_bronnen),
            ),
            gebreken=tuple(describe_gebrek(g) for g in gebreken(self._work, naam, antwoord)),
            notitie=notitie,
            kan_verbeteren=not fixed and vraag.is_veld and antwoord.staat != Staat.ACHTERGEHOUDEN,
        )

    def _words(self, vraag: Vraag, antwoord: Antwoord) -> str:
        if antwoord.conflict:
            sides = self._dossier.visible(ANTWOORD.of(antwoord.naam, antwoord.bron))
            said = (value_in_words(vraag, (leaf.value or {}).get("waarde")) for leaf in sides)
            return text("lezen.staat.conflict", waarden=" / ".join(filter(None, said)))
        if not antwoord.touched:
            return text("lezen.staat.open")
        if not antwoord.beantwoord:
            return self._state(antwoord)
        return value_in_words(vraag, antwoord.waarde) or text("lezen.staat.leeg")

    def _state(self, antwoord: Antwoord) -> str:
        known = antwoord.staat if antwoord.staat in Staat else Staat.OPEN.value
        zin, reden = text(f"lezen.staat.{known}"), str(antwoord.extra.get("reden", ""))
        return text("lezen.met_reden", staat=zin, reden=reden) if reden else zin

    def _when(self, antwoord: Antwoord) -> str:
        """The day of the conversation, else the day on which it was recorded."""
        gesprek = self._gesprekken.get(antwoord.gesprek)
        if gesprek is not None:
            return text("lezen.in_gesprek", nummer=gesprek.nummer, datum=date_in_words(gesprek.datum))
        leaf = self._dossier.leaf(ANTWOORD.of(antwoord.naam, antwoord.bron)) if antwoord.bron else None
        return in_words(local_moment(leaf.vastgelegd_op).date()) if leaf else ""

    def _others(self, vraag: Vraag, anderen: Iterable[BronAntwoord]) -> Iterator[str]:
        for ander in anderen:
            woorden = value_in_words(vraag, ander.waarde) if ander.staat == Staat.BEANTWOORD else ""
            if ander.conflict or not woorden:
                woorden = text(f"lezen.staat.{ander.staat if ander.staat in Staat else Staat.OPEN.value}")
            yield text("lezen.anders", bron=bronnaam(ander.bron), waarde=woorden)

    def _unknown(self, startpositie: str) -> Iterator[Leesregel]:
        """Answers to questions that no form here asks: of a newer program, or dropped long ago."""
        known = {deel.id for deel in self._formulieren.startposities}
        for naam in self._dossier.names_in_use():
            vraag = self._formulieren.heet_nu(question_of(naam))
            deel = vraag.partition(".")[0]
            if (
                vraag not in self._formulieren.vragen
                and (deel if deel in known else ONBEKEND) == startpositie
            ):
                yield self._unknown_line(naam, vraag)

    def _unknown_line(self, naam: str, vraag: str) -> Leesregel:
        antwoord = self._dossier.antwoord(naam)
        waarde = antwoord.waarde
        woorden = ", ".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde or "")
        return Leesregel(
            naam=naam,
            vraag=text("lezen.onbekende_vraag", naam=vraag),
            antwoord=woorden if antwoord.beantwoord else self._state(antwoord),
            staat=antwoord.staat,
            bron=bronnaam(antwoord.bron),
            wanneer=self._when(antwoord),
            notitie=str(self._dossier.get(NOTITIE.of(naam))),
            kan_verbeteren=False,
        )
