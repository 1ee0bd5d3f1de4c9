"""Whether equal people are offered the same, over all dossiers with a PIP; nobody is named (design 10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

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
from intake_assistant.operations.views.overzicht import Overzicht, is_behind
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True)
class Kansbeeld:
    """What was read on a day; `kenmerken` are those by which may be compared here."""

    op: date
    feiten: tuple[KansFeiten, ...]
    kenmerken: tuple[Kenmerk, ...]
    compleet: bool = True
    """Whether all dossiers are in it: what comes to a part a moment later is about few."""
    _tabellen: dict[tuple[Kenmerk, Kansuitkomst], Kansvergelijking] = field(
        default_factory=dict, compare=False
    )

    @property
    def genoeg(self) -> bool:
        """Whether anything can be told: of all dossiers, and of enough besluiten."""
        return self.compleet and len(self.feiten) >= MINSTENS

    def tabel(self, kenmerk: Kenmerk, uitkomst: Kansuitkomst) -> Kansvergelijking:
        """One comparison; ValueError for one that may not be made here."""
        if kenmerk not in self.kenmerken:
            raise ValueError(kenmerk)
        made = self._tabellen.get((kenmerk, uitkomst))
        if made is None:
            made = self._tabellen[kenmerk, uitkomst] = vergelijk(self.feiten, kenmerk, uitkomst)
        return made

    def zonder_regievoerders(self) -> Kansbeeld:
        """As it leaves the vault: of regievoerders nothing goes along either."""
        return replace(self, kenmerken=tuple(k for k in self.kenmerken if k is not Kenmerk.REGIEVOERDER))

    def tabellen(self) -> list[Kansvergelijking]:
        """All of them, by characteristic."""
        return [self.tabel(kenmerk, uitkomst) for kenmerk in self.kenmerken for uitkomst in Kansuitkomst]

    @property
    def vergelijkingen(self) -> int:
        """How many differences there are to look at in all tables together."""
        return aantal_vergelijkingen(self.tabellen())


def kansbeeld(work: Workspace, feiten: Iterable[KansFeiten]) -> Kansbeeld:
    """What was offered, to be compared; while lines of the list are still to be made it is not whole."""
    return Kansbeeld(work.clock.today(), tuple(feiten), kenmerken(work), compleet=not is_behind(work))


def read_kansen(work: Workspace, lines: Iterable[Overzicht]) -> Kansbeeld:
    """The first besluiten in some lines of the list; one that is damaged is not counted."""
    return kansbeeld(work, (feit for line in lines if not line.is_beschadigd for feit in line.team.kansen))


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
