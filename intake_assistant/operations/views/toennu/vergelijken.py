"""What stood in a dossier at the end of two days, question by question; no score, and nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Any

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren, Startpositie, Vraag
from intake_assistant.domain.praatplaat.bord import Bord, Bordstand
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.subject import in_row, question_of
from intake_assistant.domain.toennu.verloop import Verloop
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.views.antwoord import answered_values, antwoord_of, rijen_of
from intake_assistant.operations.views.toennu.borden import bord_of, is_empty, stand_on
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Gesprekskeuze:
    """A conversation to look back to: the day it was held, and until when something was written of it."""

    gesprek: Gesprek
    dag: date
    tot: date


@dataclass(frozen=True, slots=True)
class Gezegd:
    """What stood at a question on one of the days."""

    staat: str = Staat.OPEN.value
    waarde: object = None
    bron: str = ""

    @property
    def is_gevraagd(self) -> bool:
        """Whether it had been asked by then."""
        return self.staat not in (Staat.OPEN, Staat.NIET_GEVRAAGD)

    @property
    def is_beantwoord(self) -> bool:
        """Whether there was an answer."""
        return self.staat == Staat.BEANTWOORD


@dataclass(frozen=True, slots=True)
class Toennuregel:
    """One question on both days; in a repeat of one row, with the field and the value by which that goes."""

    naam: str
    vraag: Vraag
    toen: Gezegd
    nu: Gezegd
    rij: tuple[Vraag, object] | None = None

    @property
    def is_anders(self) -> bool:
        """Whether the two days differ, be it only in whether it had been asked."""
        return (self.toen.staat, self.toen.waarde) != (self.nu.staat, self.nu.waarde)


@dataclass(frozen=True, slots=True)
class Afgedaan:
    """What was agreed and was done by a day."""

    toen: tuple[str, ...] = ()
    nu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toennudeel:
    """A topic with the questions that were asked of it by either day."""

    startpositie: Startpositie
    regels: tuple[Toennuregel, ...]
    klaar: Afgedaan = Afgedaan()
    bord: Bord | None = None
    standen: tuple[Bordstand, Bordstand] = ((), ())
    """What stood on that board on each of the days."""

    @property
    def is_leeg(self) -> bool:
        """Whether there is nothing to see of it."""
        return not (self.regels or self.klaar.toen or self.klaar.nu)

    def changed(self) -> Toennudeel:
        """Only what differs."""
        bord = self.bord if self.standen[0] != self.standen[1] else None
        return replace(self, regels=tuple(regel for regel in self.regels if regel.is_anders), bord=bord)


@dataclass(frozen=True, slots=True)
class Toennu:
    """Two days side by side."""

    toen: date
    nu: date
    delen: tuple[Toennudeel, ...]

    def changed(self) -> Toennu:
        """Only what differs; all of it when nothing does."""
        delen = [deel.changed() for deel in self.delen]
        anders = tuple(deel for deel in delen if deel.regels or deel.klaar.toen != deel.klaar.nu)
        return replace(self, delen=anders) if anders else self


def keuzes_of(work: Workspace, dossier: Dossier) -> list[Gesprekskeuze]:
    """The conversations that were held, the first one first."""
    verloop, vandaag = work.vault.verloop(dossier.id), work.clock.today()
    gehouden = [g for g in gesprekken_of(dossier) if g.dag and g.dag <= vandaag]
    volgende = (gesprek.dag for gesprek in gehouden[1:])
    return [_keuze(verloop, gesprek, dag) for gesprek, dag in zip_longest(gehouden, volgende)]


def _keuze(verloop: Verloop, gesprek: Gesprek, volgende: date | None) -> Gesprekskeuze:
    """What was said is now and then written down a day later; never what was said in the next one."""
    dag = gesprek.dag or date.min
    na = [op for op in verloop.recorded_on(gesprek.id) if op > dag and (volgende is None or op < volgende)]
    return Gesprekskeuze(gesprek, dag, max(na, default=dag))


def first_days(work: Workspace, dossier: Dossier) -> tuple[date, date]:
    """The days that are shown when nobody chose any: of the first conversation, and today."""
    keuzes, vandaag = keuzes_of(work, dossier), work.clock.today()
    return (keuzes[0].tot if keuzes else vandaag), vandaag


def compare(work: Workspace, dossier: Dossier, toen: date, nu: date) -> Toennu:
    """The two days, in the order of the calendar."""
    toen, nu = sorted((toen, nu))
    verloop = work.vault.verloop(dossier.id)
    standen = [_stand(work, dossier, verloop, dag) for dag in (toen, nu)]
    delen = tuple(_delen(work, standen[0], standen[1]))
    return Toennu(toen, nu, tuple(deel for deel in delen if not deel.is_leeg))


@dataclass(frozen=True, slots=True)
class _Stand:
    """The dossier of a day, and what could apply to the person then."""

    formulieren: Formulieren
    dossier: Dossier
    values: Mapping[str, Any]
    judged: Relevantie

    def said(self, vraag: Vraag, rij: str) -> Gezegd:
        """What stood at a question then; nothing when it was none for this person."""
        if not self.judged.relevant(vraag.naam, rij):
            return Gezegd()
        naam = in_row(vraag.herhaling, rij, vraag.naam) if rij else vraag.naam
        found = antwoord_of(self.formulieren, self.dossier, naam)
        staat = Staat.ONBEKEND.value if found.conflict else found.staat
        return Gezegd(staat, found.waarde if found.beantwoord else None, found.bron)

    def rows(self, herhaling: str) -> list[str]:
        return rijen_of(self.dossier, herhaling)


def _stand(work: Workspace, dossier: Dossier, verloop: Verloop, dag: date) -> _Stand:
    # Today is all that is known, also what a clock that runs ahead has recorded.
    found = dossier if dag >= work.clock.today() else verloop.on(dag)
    formulieren = work.data.formulieren
    values = answered_values(formulieren, found)
    return _Stand(formulieren, found, values, work.data.engine.evaluate(values, dag))


def _delen(work: Workspace, toen: _Stand, nu: _Stand) -> Iterator[Toennudeel]:
    for onderwerp in work.data.toennu.onderwerpen:
        regels = [regel for naam in onderwerp.vragen for regel in _regels(toen, nu, naam)]
        klaar = (
            Afgedaan(*(_klaar(een.formulieren, een.dossier) for een in (toen, nu)))
            if onderwerp.afspraken
            else Afgedaan()
        )
        bord = bord_of(work, onderwerp.bord)
        standen = (stand_on(bord, toen.values), stand_on(bord, nu.values)) if bord else ((), ())
        yield Toennudeel(
            work.data.formulieren.startpositie(onderwerp.startpositie),
            tuple(regels),
            klaar,
            None if is_empty(standen[1]) else bord,
            standen,
        )


def _regels(toen: _Stand, nu: _Stand, naam: str) -> Iterator[Toennuregel]:
    """A question once, or once for each row that stands now."""
    vraag = nu.formulieren.vragen[naam]
    for rij in nu.rows(vraag.herhaling) if vraag.herhaling else [""]:
        before, after = toen.said(vraag, rij), nu.said(vraag, rij)
        if before.is_gevraagd or after.is_gevraagd:
            yield Toennuregel(
                in_row(vraag.herhaling, rij, naam) if rij else naam,
                vraag,
                before,
                after,
                _rijnaam(nu, vraag, rij) if rij else None,
            )


def _rijnaam(stand: _Stand, vraag: Vraag, rij: str) -> tuple[Vraag, object]:
    eerste = stand.formulieren.velden_van(vraag.herhaling)[0]
    return eerste, stand.said(eerste, rij).waarde


def _klaar(formulieren: Formulieren, dossier: Dossier) -> tuple[str, ...]:
    """What was done by the person or for them; never what rests on an answer that is for nobody else."""
    return tuple(
        afspraak.wat
        for doel in doelen_of(dossier)
        for afspraak in doel.afspraken
        if afspraak.gedaan and afspraak.wat.strip() and not _is_close(formulieren, doel.vraag, afspraak.vraag)
    )


def _is_close(formulieren: Formulieren, *namen: str) -> bool:
    vragen = (formulieren.vragen.get(formulieren.heet_nu(question_of(naam))) for naam in namen if naam)
    return any(vraag is not None and vraag.is_vertrouwelijk for vraag in vragen)
