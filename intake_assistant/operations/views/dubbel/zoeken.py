"""Which dossiers may be of one person, read from the lines of the list: none is opened."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.domain.dubbel.koppeling import Koppeling, both
from intake_assistant.domain.dubbel.paren import Paar, Signalementen, in_order
from intake_assistant.domain.dubbel.signalement import Gelijkenis, is_telling, typed_signalement
from intake_assistant.domain.kinds import KOPPELING
from intake_assistant.operations.views.overzicht import (
    Overzicht,
    behind,
    kept_lines,
    list_dossiers,
    list_made,
)
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Two dossiers, why they may be of one person, and what was decided."""

    dossier: str
    ander: str
    naam: str
    ander_naam: str
    stand: Koppeling
    gelijkenis: Gelijkenis | None
    """None of two that were linked and have nothing in common any more."""

    @property
    def is_open(self) -> bool:
        """Whether somebody is to decide."""
        return self.stand in (Koppeling.LOS, Koppeling.ONEENS) and self.gelijkenis is not None

    @property
    def is_zeker(self) -> bool:
        """Whether they have a number in common that only one person has."""
        return self.gelijkenis is not None and self.gelijkenis.zekerheid == "zeker"

    def seen_from(self, dossier: str) -> Dubbel:
        """The same with this dossier first."""
        if dossier == self.dossier:
            return self
        return Dubbel(self.ander, self.dossier, self.ander_naam, self.naam, self.stand, self.gelijkenis)

    def as_json(self) -> dict[str, Any]:
        """As `dubbel --json` tells it."""
        gelijk = self.gelijkenis
        return {
            "dossiers": [self.dossier, self.ander],
            "namen": [self.naam, self.ander_naam],
            "zekerheid": gelijk.zekerheid if gelijk else "",
            "mate": f"{gelijk.mate:.3f}" if gelijk else "",
            "nummer": gelijk.nummer if gelijk else "",
            "stand": self.stand.value,
        }


class Dubbelzoeker:
    """Knows everybody in one open vault, for as long as that is open; reads only the lines that changed."""

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._register = Signalementen()
        self._lines: dict[str, Overzicht] = {}
        self._seals: dict[str, int] = {}
        # Asked behind the screen, and by the screen.
        self._one_at_a_time = threading.Lock()

    @property
    def lines(self) -> list[Overzicht]:
        """The list of dossiers as it was read last."""
        return [*self._lines.values()]

    def all(self) -> list[Dubbel]:
        """Every two that may be one person or were said to be: what is to be decided and the likest first."""
        with self._one_at_a_time:
            self._update(list_dossiers(self._work))
            found = {(paar.dossier, paar.ander): paar.gelijkenis for paar in self._register.pairs()}
            linked = {pair: found.get(pair) for line in self._lines.values() for pair in self._said_by(line)}
            return self._in_order({**found, **linked})

    def of(self, dossier: str) -> list[Dubbel]:
        """The same for one dossier, seen from there."""
        with self._one_at_a_time:
            self._update(list_made(self._work))
            line = self._lines.get(dossier)
            if line is None:
                return []
            found = {(p.dossier, p.ander): p.gelijkenis for p in self._register.like(line.signalement)}
            # What another says of this one counts as well: an entry may have travelled without the other.
            saying = [line, *(other for other in self._lines.values() if other.names(dossier))]
            linked = {pair for other in saying for pair in self._said_by(other) if dossier in pair}
            kept = {pair: found.get(pair) for pair in linked}
            return [dubbel.seen_from(dossier) for dubbel in self._in_order({**found, **kept})]

    def like(self, inburgeraar: Mapping[str, object]) -> list[tuple[str, str]]:
        """Who has a dossier already and may be the person that is typed: id and name, the likest first."""
        typed = typed_signalement(inburgeraar)
        if not is_telling(typed):
            return []
        with self._one_at_a_time:
            self._update(list_made(self._work))
            found = [paar.ander for paar in self._register.like(typed)]
        return [(dossier, self._lines[dossier].naam) for dossier in found]

    def _update(self, lines: Iterable[Overzicht]) -> None:
        now = {line.dossier: line for line in lines}
        for gone in self._seals.keys() - now.keys():
            self._register.drop(gone)
            del self._seals[gone]
        for dossier, line in now.items():
            if self._seals.get(dossier) != line.zegel:
                self._seals[dossier] = line.zegel
                self._register.put(line.signalement)
        self._lines = now

    def _said_by(self, line: Overzicht) -> Iterable[tuple[str, str]]:
        if not line.names(_LINKED):
            return
        for ander, said in line.koppelingen.items():
            if said is not Koppeling.LOS and ander in self._lines:
                yield (line.dossier, ander) if line.dossier < ander else (ander, line.dossier)

    def _in_order(self, found: Mapping[tuple[str, str], Gelijkenis | None]) -> list[Dubbel]:
        none = Gelijkenis("mogelijk", 0.0)
        pairs = in_order(Paar(*pair, gelijk or none) for pair, gelijk in found.items())
        made = [self._dubbel(paar.dossier, paar.ander, found[paar.dossier, paar.ander]) for paar in pairs]
        return sorted(made, key=lambda dubbel: not dubbel.is_open)

    def _dubbel(self, dossier: str, ander: str, gelijkenis: Gelijkenis | None) -> Dubbel:
        one, other = self._lines[dossier], self._lines[ander]
        stand = both(one.koppelingen.get(ander), other.koppelingen.get(dossier))
        return Dubbel(dossier, ander, one.naam, other.naam, stand, gelijkenis)


def doubles_among(work: Workspace, dossiers: Collection[str]) -> list[Dubbel]:
    """Who of some dossiers, as of those that came with a merge, may have another one."""
    return [d for d in Dubbelzoeker(work).all() if d.dossier in dossiers or d.ander in dossiers]


def others_of(dossier: str, doubles: Iterable[Dubbel]) -> list[str]:
    """With which dossiers one stands among some doubles, by their ids."""
    return sorted(d.seen_from(dossier).ander for d in doubles if dossier in (d.dossier, d.ander))


# Of a line without any link this stands nowhere, as nearly all are: what is kept of it is not read then.
_LINKED = '"koppelingen": {"'


def linked_to(work: Workspace, dossier: str) -> list[str]:
    """The dossiers that say something of this one, whether or not this one does of them."""
    near = set(behind(work)) | {line.dossier for line in kept_lines(work) if line.names(dossier)}
    subject = KOPPELING.of(dossier)
    return sorted(other for other in near - {dossier} if work.vault.leaves(other, subject))
