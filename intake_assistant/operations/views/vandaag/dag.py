"""One day over all dossiers: who is spoken today and this week, what is late or near, what lies loose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from intake_assistant.dates import date_in_words, in_words, local_moment
from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.operations.views.overleg.wachten import is_of_me, wachtend, waiting_among
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.vandaag.feiten import Dagfeiten
from intake_assistant.operations.views.vandaag.stap import BINNENKORT, Stapstand, soort_stap, titel_van
from intake_assistant.operations.views.volgende_stap import verloopt_in_words
from intake_assistant.operations.views.wissen.bewaartermijn import due_among
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.texts import text

WEEK: Final = 7
"""So many days lie ahead in sight; an agreement of somebody else is asked after as long before."""
_AFGEROND: Final = "afgerond"
_EIGEN: Final = "regievoerder"
_AT_ONCE: Final = 100
_ACHTER: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Spreekuur:
    """A conversation that was agreed, or that is on."""

    dossier: str
    naam: str
    taal: str
    op: date
    uur: str
    hoe: str
    nummer: int
    is_bezig: bool = False


@dataclass(frozen=True, slots=True)
class Dagtermijn:
    """A clock that is late or nearly so."""

    dossier: str
    naam: str
    klok: Klok


@dataclass(frozen=True, slots=True)
class Navraag:
    """What somebody would do, and the last day for it."""

    dossier: str
    naam: str
    wat: str
    wie: str
    uiterlijk: date


@dataclass(frozen=True, slots=True)
class Eindje:
    """A loose end: what of whom, in words, and the screen on which it is dealt with."""

    dossier: str
    naam: str
    soort: str
    zin: str
    scherm: str
    argumenten: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dag:
    """All of it; each in the order in which it asks for attention."""

    op: date
    vandaag: tuple[Spreekuur, ...] = ()
    week: tuple[Spreekuur, ...] = ()
    termijnen: tuple[Dagtermijn, ...] = ()
    navragen: tuple[Navraag, ...] = ()
    eindjes: tuple[Eindje, ...] = ()
    vragend: int = 0
    """In how many dossiers the rights of the person, or a colleague, ask for something."""
    loopt_achter: datetime | None = None
    """The moment that was recorded already, when the clock of the computer says that it is still to come."""


def read_dag(work: Workspace, lines: Sequence[Overzicht], progress: Progress = UNWATCHED) -> Dag:
    """The day as it is now, of the dossiers that who works here has in hand."""
    own = _in_hand(work, lines, progress)
    vandaag = work.clock.today()
    gesprekken = sorted(_spreekuren(own, vandaag), key=lambda s: (s.op, s.uur or s.hoe, s.naam))
    return Dag(
        op=vandaag,
        vandaag=tuple(s for s in gesprekken if s.op == vandaag),
        week=tuple(s for s in gesprekken if vandaag < s.op <= vandaag + timedelta(days=WEEK)),
        termijnen=tuple(sorted(_termijnen(own), key=lambda t: (t.klok.dagen_over or 0, t.naam))),
        navragen=tuple(sorted(_navragen(own, vandaag), key=lambda n: (n.uiterlijk, n.naam))),
        eindjes=tuple(eindjes_among(work, own)),
        vragend=len(asking_among(work, lines)),
        loopt_achter=clock_behind(work),
    )


def asking_among(work: Workspace, lines: Iterable[Overzicht]) -> set[str]:
    """The dossiers in which the rights of the person, or a colleague, ask for something."""
    known = list(lines)
    due, waiting = due_among(work, known).per_dossier(), waiting_among(work, known)
    return {dossier for dossier, *_ in (*due, *waiting)}


def clock_behind(work: Workspace) -> datetime | None:
    """The last moment that was recorded, when it lies more than a day ahead of the clock of the computer."""
    latest = work.vault.latest_access()
    if not latest:
        return None
    moment, now = local_moment(latest), local_moment(work.clock.now())
    return moment if moment - now > _ACHTER else None


def stapstand_of_line(work: Workspace, line: Overzicht) -> Stapstand:
    """What decides the next step, from what is kept for the list."""
    return Stapstand(
        vandaag=work.clock.today(),
        feiten=line.dag,
        klokken=line.klokken,
        conflicten=line.conflicten,
        has_samenloop=line.has_samenloop,
        te_regelen=due_among(work, [line]),
        wacht_op_u=bool(wachtend(work, line.overleg)),
    )


def stap_in_words(work: Workspace, line: Overzicht) -> str:
    """The next step of somebody, as the dossier itself proposes it."""
    if line.stand == _AFGEROND:
        return text("dossiers.stand_afgerond")
    return titel_van(soort_stap(stapstand_of_line(work, line)), line.dag.nummer)


def eindjes_of(work: Workspace, line: Overzicht) -> Iterator[Eindje]:
    """What of one dossier lies loose at the end of a day; nothing that was done is asked."""
    if line.is_beschadigd or line.stand == _AFGEROND:
        return
    stand = stapstand_of_line(work, line)
    for soort, zin, scherm, argumenten in _loose(stand):
        yield Eindje(line.dossier, line.naam, soort, zin, scherm, argumenten)


_Loose = tuple[str, str, str, Mapping[str, str]]


def _loose(stand: Stapstand) -> Iterator[_Loose]:
    feiten = stand.feiten
    laatste = {"gesprek": feiten.laatste}
    if soort_stap(stand) == "afronden":
        zin = text(
            "vandaag.eindje.afronden", nummer=feiten.lopend_nummer, datum=date_in_words(feiten.lopend_op)
        )
        yield "afronden", zin, "gesprek", {"gesprek": feiten.lopend}
    if feiten.zonder_samenvatting and not feiten.besluiten:
        zin = text("vandaag.eindje.samenvatting", nummer=feiten.laatste_nummer)
        yield "samenvatting", zin, "gesprek", laatste
    if feiten.niet_gegeven:
        yield "uitreiken", text("vandaag.eindje.uitreiken"), "beschikking", {}
    elif feiten.heeft_concept:
        yield "concept", text(f"vandaag.eindje.{feiten.besluitstap}"), "beschikking", {}
    for einde in stand.loopt_af:
        yield "toestemming", verloopt_in_words(einde, stand.vandaag), "toestemmingen", {}
    for afspraak in stand.afspraken_te_laat:
        if afspraak.wie == _EIGEN:
            dagen = (stand.vandaag - afspraak.uiterlijk).days
            zin = text("vandaag.eindje.afspraak", wat=afspraak.wat, aantal=dagen)
            yield "afspraak", zin, "ontwikkelplan", {}
    yield from _unplanned(stand, laatste)


def _unplanned(stand: Stapstand, laatste: Mapping[str, str]) -> Iterator[_Loose]:
    """The talk that was agreed and not held, or the one that nobody agreed on yet."""
    feiten = stand.feiten
    if feiten.besluiten or feiten.lopend or not feiten.laatste:
        return
    if feiten.afspraak is not None and feiten.afspraak < stand.vandaag:
        zin = text("vandaag.eindje.voorbij", datum=in_words(feiten.afspraak))
        yield "voorbij", zin, "gesprek", laatste
    elif feiten.afspraak is None and soort_stap(stand) == "gesprek":
        yield "afspreken", text("vandaag.eindje.afspreken"), "gesprek", laatste


def eindjes_among(work: Workspace, lines: Iterable[Overzicht]) -> list[Eindje]:
    """What lies loose in all that who works here has in hand."""
    return [eindje for line in _in_hand(work, lines) for eindje in eindjes_of(work, line)]


def _in_hand(work: Workspace, lines: Iterable[Overzicht], progress: Progress = UNWATCHED) -> list[Overzicht]:
    """What is of who works here, or of nobody yet."""
    own = list[Overzicht]()
    for nummer, line in enumerate(lines):
        if nummer % _AT_ONCE == 0:
            progress.go_on()
        if not line.is_beschadigd and (not line.overleg.regievoerder or is_of_me(work, line.overleg)):
            own.append(line)
    return own


def _spreekuren(lines: Iterable[Overzicht], vandaag: date) -> Iterator[Spreekuur]:
    for line in lines:
        feiten, taal = line.dag, line.spreektaal
        if feiten.lopend_op == vandaag.isoformat():
            yield Spreekuur(
                line.dossier, line.naam, taal, vandaag, "", "", feiten.lopend_nummer, is_bezig=True
            )
        elif feiten.afspraak is not None:
            yield _agreed(line, feiten, feiten.afspraak)


def _agreed(line: Overzicht, feiten: Dagfeiten, op: date) -> Spreekuur:
    uur, hoe = feiten.afspraak_uur, feiten.afspraak_hoe
    return Spreekuur(line.dossier, line.naam, line.spreektaal, op, uur, hoe, feiten.nummer)


def _termijnen(lines: Iterable[Overzicht]) -> Iterator[Dagtermijn]:
    for line in lines:
        if line.stand != _AFGEROND:
            yield from (Dagtermijn(line.dossier, line.naam, klok) for klok in line.klokken if _asks(klok))


def _asks(klok: Klok) -> bool:
    """Whether it is late, or soon; what ends by itself asks nothing of a regievoerder."""
    if klok.gehaald_op is not None or klok.soort.vanzelf or klok.dagen_over is None:
        return False
    return klok.stand == "overschreden" or klok.stand == "loopt" and klok.dagen_over <= BINNENKORT


def _navragen(lines: Iterable[Overzicht], vandaag: date) -> Iterator[Navraag]:
    grens = vandaag + timedelta(days=WEEK)
    for line in lines:
        for afspraak in line.dag.afspraken if line.stand != _AFGEROND else ():
            if afspraak.uiterlijk <= grens and afspraak.wie != _EIGEN:
                wat, wie = afspraak.wat, afspraak.wie
                yield Navraag(line.dossier, line.naam, wat, wie, afspraak.uiterlijk)
