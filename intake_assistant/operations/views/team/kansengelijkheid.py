"""Whether equal people are offered the same, over all dossiers with a PIP; nobody is named (design 10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from intake_assistant.domain.team.gelijke_gevallen import Gelijken, gelijke_gevallen
from intake_assistant.domain.team.groepen import MINSTENS
from intake_assistant.domain.team.kansengelijkheid import Kansvergelijking, aantal_vergelijkingen, vergelijk
from intake_assistant.domain.team.kansfeiten import (
    GelijkFeiten,
    KansFeiten,
    Kansuitkomst,
    Kenmerk,
    gekozen_route,
    gelijkfeiten,
)
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress

_AT_ONCE: Final = 50


@dataclass(frozen=True)
class Kansbeeld:
    """What was read on a day; `kenmerken` are those by which may be compared here."""

    op: date
    feiten: tuple[KansFeiten, ...]
    kenmerken: tuple[Kenmerk, ...]
    _tabellen: dict[tuple[Kenmerk, Kansuitkomst], Kansvergelijking] = field(
        default_factory=dict, compare=False
    )

    @property
    def genoeg(self) -> bool:
        """Whether there are so many besluiten that anything can be told at all."""
        return len(self.feiten) >= MINSTENS

    def tabel(self, kenmerk: Kenmerk, uitkomst: Kansuitkomst) -> Kansvergelijking:
        """One comparison; ValueError for one that may not be made here."""
        if kenmerk not in self.kenmerken:
            raise ValueError(kenmerk)
        made = self._tabellen.get((kenmerk, uitkomst))
        if made is None:
            made = self._tabellen[kenmerk, uitkomst] = vergelijk(self.feiten, kenmerk, uitkomst)
        return made

    def tabellen(self) -> list[Kansvergelijking]:
        """All of them, by characteristic."""
        return [self.tabel(kenmerk, uitkomst) for kenmerk in self.kenmerken for uitkomst in Kansuitkomst]

    @property
    def vergelijkingen(self) -> int:
        """How many differences there are to look at in all tables together."""
        return aantal_vergelijkingen(self.tabellen())


def read_kansen(work: Workspace, lines: Iterable[Overzicht], progress: Progress = UNWATCHED) -> Kansbeeld:
    """The first besluiten in some lines of the list; one that is damaged is not counted."""
    feiten = list[KansFeiten]()
    for nummer, line in enumerate(lines):
        if nummer % _AT_ONCE == 0:
            progress.go_on()
        if not line.is_beschadigd:
            feiten += line.team.kansen
    return Kansbeeld(work.clock.today(), tuple(feiten), kenmerken(work))


def kenmerken(work: Workspace) -> tuple[Kenmerk, ...]:
    """By what may be compared here: by regievoerder not without the works council (WOR 27)."""
    return tuple(k for k in Kenmerk if k is not Kenmerk.REGIEVOERDER or may_compare_regievoerders(work))


def may_compare_regievoerders(work: Workspace) -> bool:
    """Whether the administrator recorded the consent of the works council, given today or before."""
    op = work.policy.or_instemming_op
    return op is not None and bool(work.policy.or_kenmerk) and op <= work.clock.today()


# -- one case ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gelijkbeeld:
    """What others with the same facts as one dossier were offered; `gelijken` is None of too few."""

    feiten: GelijkFeiten
    route: str
    """What this one was offered, or what stands in the concept."""
    gelijken: Gelijken | None


def read_gelijken(work: Workspace, lines: Iterable[Overzicht], dossier: str) -> Gelijkbeeld:
    """Hold a dossier against all others with a PIP; before a leerroute was chosen nothing is told.

    Whoever saw first what others were offered, would weigh towards it.
    """
    found = work.vault.dossier(dossier)
    feiten = gelijkfeiten(found, work.clock.today())
    route = gekozen_route(found)
    if not route:
        return Gelijkbeeld(feiten, "", None)
    others = (line for line in lines if line.dossier != dossier and not line.is_beschadigd)
    anderen = [feit for line in others for feit in line.team.kansen]
    return Gelijkbeeld(feiten, route, gelijke_gevallen(feiten, anderen))
