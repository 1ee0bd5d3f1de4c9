"""One day over all dossiers: who is spoken today and this week, what is late or near, what lies loose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from intake_assistant.dates import date_in_words, in_words, local_moment
from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.operations.exchange.elders import erased_elsewhere
from intake_assistant.operations.views.overleg.wachten import is_of_me, wachtend
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.vandaag.feiten import Dagfeiten, Planafspraak
from intake_assistant.operations.views.vandaag.stap import BINNENKORT, Stapstand, soort_stap, titel_van
from intake_assistant.operations.views.volgende_stap import verloopt_in_words
from intake_assistant.operations.views.wissen.bewaartermijn import Teregelen, due_among
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
class Herkijktermijn:
    """The day on which to look again at something that was said."""

    dossier: str
    naam: str
    op: date


@dataclass(frozen=True, slots=True)
class Navraag:
    """What somebody would do, and the last day for it; and where that was agreed."""

    dossier: str
    naam: str
    wat: str
    wie: str
    uiterlijk: date
    scherm: str
    argumenten: Mapping[str, str] = field(default_factory=dict)


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
    herkijken: tuple[Herkijktermijn, ...] = ()
    navragen: tuple[Navraag, ...] = ()
    eindjes: tuple[Eindje, ...] = ()
    vragend: int = 0
    """In how many dossiers the rights of the person, or a colleague, ask for something."""
    loopt_achter: datetime | None = None
    """The moment that was recorded already, when the clock of the computer says that it is still to come."""


def read_dag(work: Workspace, lines: Sequence[Overzicht], progress: Progress = UNWATCHED) -> Dag:
    """The day as it is now, of the dossiers that who works here has in hand."""
    found, vragend, vandaag = _Verzameling(), 0, work.clock.today()
    for nummer, line in enumerate(lines):
        if nummer % _AT_ONCE == 0:
            progress.go_on()
        if line.is_beschadigd:
            continue
        te_regelen = due_among(work, [line])
        vragend += bool(te_regelen.te_wissen or te_regelen.verzoeken or wachtend(work, line.overleg))
        if _is_in_hand(work, line):
            found.add(work, line, te_regelen)
    gesprekken = sorted(found.spreekuren, key=lambda s: (s.op, s.uur or s.hoe, s.naam))
    return Dag(
        op=vandaag,
        vandaag=tuple(s for s in gesprekken if s.op == vandaag),
        week=tuple(s for s in gesprekken if vandaag < s.op <= vandaag + timedelta(days=WEEK)),
        termijnen=tuple(sorted(found.termijnen, key=lambda t: (t.klok.dagen_over or 0, t.naam))),
        herkijken=tuple(sorted(found.herkijken, key=lambda h: (h.op, h.naam))),
        navragen=tuple(sorted(found.navragen, key=lambda n: (n.uiterlijk, n.naam))),
        eindjes=tuple(found.eindjes),
        vragend=vragend,
        loopt_achter=clock_behind(work),
    )


class _Verzameling:
    """What was found so far; each line is looked at once, since reading it takes longer than the rest."""

    def __init__(self) -> None:
        self.spreekuren: list[Spreekuur] = []
        self.termijnen: list[Dagtermijn] = []
        self.herkijken: list[Herkijktermijn] = []
        self.navragen: list[Navraag] = []
        self.eindjes: list[Eindje] = []

    def add(self, work: Workspace, line: Overzicht, te_regelen: Teregelen) -> None:
        """Take what one line asks."""
        vandaag = work.clock.today()
        self.spreekuren += _spreekuren(line, vandaag)
        if line.stand != _AFGEROND:
            self.termijnen += (Dagtermijn(line.dossier, line.naam, k) for k in line.klokken if _asks(k))
            self.herkijken += _herkijken(line, vandaag)
            self.navragen += _navragen(line, vandaag)
            self.eindjes += _eindjes(work, line, te_regelen)


def clock_behind(work: Workspace) -> datetime | None:
    """The last moment that was recorded, when it lies more than a day ahead of the clock of the computer."""
    latest = work.vault.latest_access()
    if not latest:
        return None
    moment, now = local_moment(latest), local_moment(work.clock.now())
    return moment if moment - now > _ACHTER else None


def stap_in_words(work: Workspace, line: Overzicht) -> str:
    """The next step of somebody, as the dossier itself proposes it."""
    if line.stand == _AFGEROND:
        return text("dossiers.stand_afgerond")
    stand = _stapstand(work, line, due_among(work, [line]))
    return titel_van(soort_stap(stand), line.dag.nummer)


def eindjes_among(work: Workspace, lines: Iterable[Overzicht]) -> list[Eindje]:
    """What of all that who works here has in hand lies loose at the end of a day; nothing that is done."""
    found, elders = list[Eindje](), erased_elsewhere(work.vault)
    for line in lines:
        if steen := elders.get(line.dossier):
            # Whoever has it in hand: a colleague promised somebody that it is gone.
            zin = text("vandaag.eindje.elders", datum=date_in_words(steen.op))
            found.append(Eindje(line.dossier, line.naam, "elders", zin, "wissen"))
        if not line.is_beschadigd and line.stand != _AFGEROND and _is_in_hand(work, line):
            found += _eindjes(work, line, due_among(work, [line]))
    return found


def _eindjes(work: Workspace, line: Overzicht, te_regelen: Teregelen) -> Iterator[Eindje]:
    for soort, zin, scherm, argumenten in _loose(_stapstand(work, line, te_regelen)):
        yield Eindje(line.dossier, line.naam, soort, zin, scherm, argumenten)


def _stapstand(work: Workspace, line: Overzicht, te_regelen: Teregelen) -> Stapstand:
    """What decides the next step, from what is kept for the list."""
    return Stapstand(
        vandaag=work.clock.today(),
        feiten=line.dag,
        klokken=line.klokken,
        conflicten=line.conflicten,
        has_samenloop=line.has_samenloop,
        te_regelen=te_regelen,
        wacht_op_u=bool(wachtend(work, line.overleg)),
    )


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
        yield "concept", text(f"vandaag.eindje.{stand.besluitstap}"), "beschikking", {}
    if stand.is_besluit_onbekend:
        yield "bezwaar_kiezen", text("vandaag.eindje.bezwaar_kiezen"), "uitvoering", {"deel": "bezwaar"}
    for einde in stand.loopt_af:
        yield "toestemming", verloopt_in_words(einde, stand.vandaag), "toestemmingen", {}
    yield from _own_and_late(stand)
    yield from _te_melden(feiten)
    yield from _onderzocht(feiten)
    yield from _unplanned(stand, laatste)


def _agreed_on(feiten: Dagfeiten) -> Iterator[tuple[str, Sequence[Planafspraak], str, Mapping[str, str]]]:
    """What was agreed in the plan and about money, each with the screen on which that is."""
    yield "afspraak", feiten.afspraken, "ontwikkelplan", {}
    yield "geldtaak", feiten.geldtaken, "uitvoering", {"deel": "geld"}


def _own_and_late(stand: Stapstand) -> Iterator[_Loose]:
    """What who works here would have done before today, the longest ago first."""
    for soort, afspraken, scherm, argumenten in _agreed_on(stand.feiten):
        for afspraak in sorted(afspraken, key=lambda a: a.uiterlijk):
            dagen = (stand.vandaag - afspraak.uiterlijk).days
            if dagen > 0 and afspraak.wie == _EIGEN:
                zin = text(f"vandaag.eindje.{soort}", wat=afspraak.wat, aantal=dagen)
                yield soort, zin, scherm, argumenten


def _te_melden(feiten: Dagfeiten) -> Iterator[_Loose]:
    if feiten.te_melden:
        yield "melden", text("vandaag.eindje.melden", aantal=feiten.te_melden), "verstrekken", {}


def _onderzocht(feiten: Dagfeiten) -> Iterator[_Loose]:
    """That an examination says otherwise asks for a talk; by which one tells of health, and is not said."""
    if feiten.te_bespreken:
        yield "onderzoek", text("vandaag.eindje.onderzoek"), "uitvoering", {"deel": "tussen"}


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


def _is_in_hand(work: Workspace, line: Overzicht) -> bool:
    """Whether it is of who works here, or of nobody yet."""
    return not line.overleg.regievoerder or is_of_me(work, line.overleg)


def _spreekuren(line: Overzicht, vandaag: date) -> Iterator[Spreekuur]:
    feiten, taal = line.dag, line.spreektaal
    if feiten.lopend_op == vandaag.isoformat():
        nummer = feiten.lopend_nummer
        yield Spreekuur(line.dossier, line.naam, taal, vandaag, "", "", nummer, is_bezig=True)
    elif feiten.afspraak is not None:
        yield _agreed(line, feiten, feiten.afspraak)


def _agreed(line: Overzicht, feiten: Dagfeiten, op: date) -> Spreekuur:
    uur, hoe = feiten.afspraak_uur, feiten.afspraak_hoe
    return Spreekuur(line.dossier, line.naam, line.spreektaal, op, uur, hoe, feiten.nummer)


def _asks(klok: Klok) -> bool:
    """Whether it is late, or soon; what ends by itself asks nothing of a regievoerder."""
    if klok.gehaald_op is not None or klok.soort.vanzelf or klok.dagen_over is None:
        return False
    return klok.stand == "overschreden" or klok.stand == "loopt" and klok.dagen_over <= BINNENKORT


def _herkijken(line: Overzicht, vandaag: date) -> Iterator[Herkijktermijn]:
    op = line.dag.herkijken
    if op is not None and op <= vandaag + timedelta(days=BINNENKORT):
        yield Herkijktermijn(line.dossier, line.naam, op)


def _navragen(line: Overzicht, vandaag: date) -> Iterator[Navraag]:
    grens = vandaag + timedelta(days=WEEK)
    for _, afspraken, scherm, argumenten in _agreed_on(line.dag):
        for a in afspraken:
            if a.uiterlijk <= grens and a.wie != _EIGEN:
                yield Navraag(line.dossier, line.naam, a.wat, a.wie, a.uiterlijk, scherm, argumenten)
