"""All dossiers of a team together: what asks for attention, and how the work is shared (design 10)."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.recht.stand import STANDEN
from intake_assistant.domain.team.bleek import Bleekfeit
from intake_assistant.domain.team.kansfeiten import KansFeiten
from intake_assistant.operations.exchange.merge import SAMENGEVOEGD
from intake_assistant.operations.views.overzicht import BESCHADIGD, Overzicht
from intake_assistant.operations.views.team.groepen import Groepstand, groepen_of
from intake_assistant.operations.views.team.rij import BINNENKORT, Signaal, Teamrij, teamrij
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress

GEZIEN: Final = ("geopend", "show", "gevoelig", "inzage")
"""What the access log says when somebody looked at a dossier."""
# Significant, Evaluatie VOI-pilot brede intake, p. 75: averages per pilot.
PILOT_UREN: Final = (8, 22)
PILOT_WEKEN: Final = (4, 15)
PILOT_CASELOAD: Final = (50, 100)
"""Regioplan and KplusV, in the synthesis of the VOI-pilots, 5.3.2: small, and usual, for one regievoerder."""
ONGEZIEN_GRENZEN: Final = (4, 8, 13, 26)
UREN_GRENZEN: Final = (4, 8, 12, 16, 22)
WEKEN_GRENZEN: Final = (4, 7, 10, 12, 15)
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Werkdeel:
    """What one regievoerder has in hand; `naam` is empty when a dossier has none."""

    naam: str
    lopend: int
    afgerond: int
    signalen: Counter[Signaal]
    startposities_open: int
    gesprekken: int


@dataclass(frozen=True, slots=True)
class Klasse:
    """So many intakes from a border up to the next; the first has no lower one, the last no upper one."""

    van: int | None
    tot: int | None
    aantal: int

    def holds(self, waarde: float) -> bool:
        """Whether a value is of this class."""
        return (self.van is None or waarde >= self.van) and (self.tot is None or waarde < self.tot)


@dataclass(frozen=True)
class Teambeeld:
    """What was read on a day."""

    op: date
    rijen: tuple[Teamrij, ...]
    kansen: tuple[KansFeiten, ...] = ()
    """What was offered with each first PIP; whose it is, is not told."""
    bleek: tuple[Bleekfeit, ...] = ()
    """The same of what came of it."""
    groepen: tuple[Groepstand, ...] = ()
    onderwerpen: Mapping[str, str] = field(default_factory=dict)
    """The titles of the startposities."""

    @cached_property
    def lopend(self) -> tuple[Teamrij, ...]:
        """Those that somebody still works on."""
        return tuple(rij for rij in self.rijen if rij.is_lopend)

    @cached_property
    def signalen(self) -> Counter[Signaal]:
        """How many dossiers ask for each kind of attention."""
        return Counter(signaal for rij in self.rijen for signaal in rij.signalen)

    @cached_property
    def werkdelen(self) -> tuple[Werkdeel, ...]:
        """The work of each regievoerder, by name; what has none comes last."""
        per = defaultdict[str, list[Teamrij]](list)
        for rij in self.rijen:
            per[rij.regievoerder].append(rij)
        return tuple(_werkdeel(naam, per[naam]) for naam in sorted(per, key=lambda n: (not n, n.casefold())))

    @cached_property
    def per_stand(self) -> dict[str, int]:
        """How many dossiers are in each stage, in the order of the work."""
        found = Counter(rij.stand for rij in self.rijen)
        return {stand: found[stand] for stand in (*STANDEN, BESCHADIGD) if found[stand] or stand in STANDEN}

    @cached_property
    def uren(self) -> tuple[float, ...]:
        """Of each intake with a PIP the hours of its conversations, the fewest first."""
        return _of_intakes(self.rijen, lambda rij: rij.uren)

    @cached_property
    def weken(self) -> tuple[float, ...]:
        """Of each intake with a PIP the weeks it took, the fewest first."""
        return _of_intakes(self.rijen, lambda rij: rij.weken)

    @cached_property
    def ongezien(self) -> tuple[tuple[Teamrij, float | None], ...]:
        """Each dossier that runs with the weeks since the last talk: without any first, then the longest."""
        found = [(rij, _weken_geleden(rij, self.op)) for rij in self.lopend]
        return tuple(sorted(found, key=lambda een: (een[1] is not None, -(een[1] or 0), een[0].naam)))

    @cached_property
    def zonder_uren(self) -> int:
        """Of so many intakes with a PIP of at least one conversation no minutes were noted."""
        return sum(rij.vastgesteld_op is not None and rij.zonder_minuten > 0 for rij in self.rijen)


def read_team(work: Workspace, lines: Sequence[Overzicht], progress: Progress = UNWATCHED) -> Teambeeld:
    """The rows of some lines of the list, as they are today."""
    ongelezen = work.vault.unseen_since(SAMENGEVOEGD, GEZIEN)
    rijen, kansen, bleek = list[Teamrij](), list[KansFeiten](), list[Bleekfeit]()
    for nummer, line in enumerate(lines):
        if nummer % _AT_ONCE == 0:
            progress.go_on()
            progress.tell(nummer, len(lines))
        if not line.is_beschadigd:
            kansen += line.team.kansen
            bleek += line.team.bleek
        rijen.append(teamrij(work, line, ongelezen))
    progress.done()
    onderwerpen = {deel.id: deel.titel for deel in work.data.formulieren.startposities}
    return Teambeeld(
        work.clock.today(), tuple(rijen), tuple(kansen), tuple(bleek), groepen_of(work, lines), onderwerpen
    )


def klassen(waarden: Iterable[float], grenzen: Sequence[int]) -> tuple[Klasse, ...]:
    """How many lie below the first border, from each border up to the next, and from the last on."""
    found = Counter(sum(waarde >= grens for grens in grenzen) for waarde in waarden)
    randen = (None, *grenzen, None)
    return tuple(
        Klasse(van, tot, found[plaats])
        for plaats, (van, tot) in enumerate(zip(randen[:-1], randen[1:], strict=True))
    )


def midden(waarden: Sequence[float]) -> float | None:
    """The median; None of nothing."""
    return statistics.median(waarden) if waarden else None


def termijngroep(rij: Teamrij, vandaag: date) -> str:
    """In which group of terms a row stands: by the clock to see first."""
    if rij.uiterlijk is None:
        return "geen"
    over = (rij.uiterlijk - vandaag).days
    for groep, tot in (("voorbij", 0), ("week", 8), ("binnenkort", BINNENKORT + 1), ("maand", 32)):
        if over < tot:
            return groep
    return "later"


TERMIJNGROEPEN: Final = ("voorbij", "week", "binnenkort", "maand", "later", "geen")
"""The groups of `termijngroep`, what is most urgent first."""


def _weken_geleden(rij: Teamrij, op: date) -> float | None:
    laatst = read_date(rij.laatste_contact)
    return None if laatst is None else max((op - laatst).days, 0) / 7


def _of_intakes(rijen: Iterable[Teamrij], wat: Callable[[Teamrij], float | None]) -> tuple[float, ...]:
    found = (wat(rij) for rij in rijen if rij.vastgesteld_op is not None)
    return tuple(sorted(waarde for waarde in found if waarde is not None))


def _werkdeel(naam: str, rijen: Sequence[Teamrij]) -> Werkdeel:
    lopend = [rij for rij in rijen if rij.is_lopend]
    return Werkdeel(
        naam=naam,
        lopend=len(lopend),
        afgerond=len(rijen) - len(lopend),
        signalen=Counter(signaal for rij in rijen for signaal in rij.signalen),
        startposities_open=sum(len(rij.startposities) - rij.startposities_klaar for rij in lopend),
        gesprekken=sum(rij.gesprekken for rij in lopend),
    )
