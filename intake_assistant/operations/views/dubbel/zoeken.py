"""Which dossiers may be of one person, read from the lines of the list: none is opened."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.domain.dubbel.koppeling import Koppeling, both, koppelingen_of, said_in
from intake_assistant.domain.dubbel.paren import Signalementen
from intake_assistant.domain.dubbel.signalement import (
    Gelijkenis,
    is_telling,
    signalement_of,
    typed_signalement,
)
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import KOPPELING, NAAR_ANDER
from intake_assistant.operations.views.overzicht import Overzicht, behind, kept_lines, refresh_overviews
from intake_assistant.operations.words.naam import lijstnaam, sorteernaam
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
    """Knows everybody in one open vault, for as long as that is open; reads only the lines that changed.

    It writes nothing, so that it may be asked on a thread behind the screen.
    """

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._register = Signalementen()
        self._lines: dict[str, Overzicht] = {}
        self._seals: dict[str, int] = {}
        self._pairs: dict[Pair, Gelijkenis] | None = None
        self._one_at_a_time = threading.Lock()

    def all(self) -> list[Dubbel]:
        """Every two that may be one person or were said to be: what is to be decided and the likest first."""
        with self._one_at_a_time:
            self._update()
            if self._pairs is None:
                self._pairs = {(p.dossier, p.ander): p.gelijkenis for p in self._register.pairs()}
            linked = [pair for line in self._lines.values() for pair in self._said_by(line)]
            return self._in_order({**dict.fromkeys(linked), **self._pairs})

    def of(self, dossier: str) -> list[Dubbel]:
        """The same for one dossier, seen from there and as it is now. KnownError `dossier.not_found`."""
        with self._one_at_a_time:
            self._update()
            now = self._work.vault.dossier(dossier)
            if dossier not in self._lines:  # begun just now: the others have theirs
                naam = sorteernaam(inburgeraar_of(now))
                self._lines[dossier] = Overzicht(self._work, dossier, now.onvolledig, naam, "")
            like = self._register.like(signalement_of(now))
            found: dict[Pair, Gelijkenis | None] = dict.fromkeys(
                pair_of(dossier, ander)
                for ander in (*koppelingen_of(now), *self._saying(dossier))
                if ander in self._lines
            )
            found |= {(paar.dossier, paar.ander): paar.gelijkenis for paar in like}
            return [dubbel.seen_from(dossier) for dubbel in self._in_order(found)]

    def like(self, inburgeraar: Mapping[str, object]) -> list[tuple[str, str]]:
        """Who has a dossier already and may be the person that is typed: id and name, the likest first."""
        typed = typed_signalement(inburgeraar)
        if not is_telling(typed):
            return []
        with self._one_at_a_time:
            self._update()
            return [
                (paar.ander, lijstnaam(self._lines[paar.ander].naam)) for paar in self._register.like(typed)
            ]

    def _update(self) -> None:
        now = {line.dossier: line for line in kept_lines(self._work)}
        gone = self._seals.keys() - now.keys()
        changed = [line for dossier, line in now.items() if self._seals.get(dossier) != line.zegel]
        for dossier in gone:
            self._register.drop(dossier)
        for line in changed:
            self._register.put(line.signalement)
        if gone or changed:
            self._pairs = None
        self._lines, self._seals = now, {dossier: line.zegel for dossier, line in now.items()}

    def _saying(self, dossier: str) -> list[str]:
        """Who says something of a dossier: an entry may have travelled without the one in the other."""
        return [line.dossier for line in self._lines.values() if line.names(dossier)]

    def _said_by(self, line: Overzicht) -> Iterator[Pair]:
        if line.names(_LINKED):
            yield from (pair_of(line.dossier, ander) for ander in line.koppelingen if ander in self._lines)

    def _in_order(self, found: Mapping[Pair, Gelijkenis | None]) -> list[Dubbel]:
        made = (self._dubbel(*pair, gelijkenis) for pair, gelijkenis in found.items())
        shown = (dubbel for dubbel in made if dubbel.gelijkenis or dubbel.stand is not Koppeling.LOS)
        return sorted(shown, key=_order)

    def _dubbel(self, dossier: str, ander: str, gelijkenis: Gelijkenis | None) -> Dubbel:
        one, other = self._lines[dossier], self._lines[ander]
        stand = both(self._says(one, ander), self._says(other, dossier))
        return Dubbel(dossier, ander, one.naam, other.naam, stand, gelijkenis)

    def _says(self, line: Overzicht, ander: str) -> Koppeling | None:
        # Of two that are like the leaves are read, which is one look: a line may be of before it was said.
        return said_in(self._work.vault.leaves(line.dossier, KOPPELING.of(ander)))


type Pair = tuple[str, str]


def pair_of(dossier: str, ander: str) -> Pair:
    """Two dossiers in the order in which a pair names them."""
    return min(dossier, ander), max(dossier, ander)


def _order(dubbel: Dubbel) -> tuple[bool, bool, float, str, str]:
    mate = dubbel.gelijkenis.mate if dubbel.gelijkenis else 0.0
    return not dubbel.is_open, not dubbel.is_zeker, -mate, dubbel.dossier, dubbel.ander


def doubles_among(work: Workspace, dossiers: Collection[str]) -> list[Dubbel]:
    """Who of some dossiers, as of those that came with a merge, may have another one."""
    refresh_overviews(work)
    return [d for d in Dubbelzoeker(work).all() if d.dossier in dossiers or d.ander in dossiers]


def others_of(dossier: str, doubles: Iterable[Dubbel]) -> list[str]:
    """With which dossiers one stands among some doubles, by their ids."""
    return sorted(d.seen_from(dossier).ander for d in doubles if dossier in (d.dossier, d.ander))


# Of a line without any link this stands nowhere, as nearly all are: what is kept of it is not read then.
_LINKED = '"koppelingen": {"'


def linked_to(work: Workspace, dossier: str) -> list[str]:
    """The dossiers that say something of this one, whether or not this one does of them."""
    near = {*behind(work), *work.vault.overviews_naming(dossier)}
    subjects = [kind.of(dossier) for kind in NAAR_ANDER]
    return sorted(
        other for other in near - {dossier} if any(work.vault.leaves(other, subject) for subject in subjects)
    )
