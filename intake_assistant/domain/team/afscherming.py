"""Which numbers of a table stay hidden, so that no number below ten is told or can be reckoned.

All that is told of the same people elsewhere shares with a table at most its sums, by row and by column:
two tables over other characteristics have nothing finer in common. So a table is safe whatever else is
told when it is safe for somebody who knows all its sums. These are ten at least, as `groepen` makes them.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from intake_assistant.domain.team.groepen import MINSTENS

type Cel = tuple[int, int]
"""Row and column."""
type Tabel = Sequence[Sequence[int]]
type _Plek = tuple[str, int]
type _Stap = tuple[Cel, bool]
"""A cell, and whether it is raised or lowered."""


def verborgen(tabel: Tabel, minstens: int = MINSTENS) -> frozenset[Cel]:
    """The cells that are not told: those below `minstens`, and others without which they can be reckoned.

    Of each cell that is hidden, numbers that lie `minstens` apart remain possible.
    """
    if len(tabel) < 2 or len(tabel[0]) < 2:
        # A row alone is its sums, and these are told.
        return frozenset()
    cells = {(r, k): aantal for r, rij in enumerate(tabel) for k, aantal in enumerate(rij)}
    hidden = {cel for cel, aantal in cells.items() if aantal < minstens}
    while unsafe := next((c for c in sorted(hidden) if speling(cells, hidden, c, minstens) < minstens), None):
        hidden |= _also(cells, hidden, unsafe, minstens)
    return frozenset(hidden)


def speling(cells: Mapping[Cel, int], hidden: Collection[Cel], cel: Cel, genoeg: int) -> int:
    """How far apart numbers may lie in a hidden cell for who knows the sums and all cells that are told.

    Raising a cell lowers another in its column, that raises one in its row, and so on round: how much goes
    round is the largest flow (Cox, JASA 75 (1980), 377-385). Stops at `genoeg`.
    """
    others = {c: cells[c] for c in hidden if c != cel}
    op = _flow(dict(others), _column(cel), _row(cel), genoeg)
    neer = _flow(dict(others), _row(cel), _column(cel), min(genoeg, cells[cel]))
    return op + neer


def _row(cel: Cel) -> _Plek:
    return "rij", cel[0]


def _column(cel: Cel) -> _Plek:
    return "kolom", cel[1]


def _flow(room: dict[Cel, int], start: _Plek, end: _Plek, genoeg: int) -> int:
    """How much goes round through these cells, found way by way."""
    found = 0
    while found < genoeg and (way := _way(room, start, end, lambda cel: 1)):
        step = min([room[cel] for cel, is_raised in way if not is_raised] + [genoeg - found])
        for cel, is_raised in way:
            room[cel] += step if is_raised else -step
        found += step
    return found


def _also(cells: Mapping[Cel, int], hidden: set[Cel], cel: Cel, minstens: int) -> set[Cel]:
    """What is hidden as well for the sake of a cell: the way round that costs the fewest people."""
    # Only what is large can be lowered far enough by itself.
    large = {c: aantal if aantal >= minstens else 0 for c, aantal in cells.items() if c != cel}
    way = _way(large, _column(cel), _row(cel), lambda c: 0 if c in hidden else cells[c])
    also = {c for c, _ in way} - hidden
    told = cells.keys() - hidden
    return also or {min(told, key=lambda c: (cells[c], c))}


def _way(room: Mapping[Cel, int], start: _Plek, end: _Plek, cost: Callable[[Cel], int]) -> list[_Stap]:
    """The cheapest way round, or nothing: in a column one lowers, in a row one raises (Dijkstra)."""
    queue: list[tuple[int, _Plek, _Plek, _Stap]] = [(0, start, start, ((0, 0), False))]
    came: dict[_Plek, tuple[_Plek, _Stap]] = {}
    while queue and end not in came:
        sofar, at, before, step = heapq.heappop(queue)
        if at not in came:
            came[at] = before, step
            for cel, to, is_raised in _steps(room, at):
                heapq.heappush(queue, (sofar + cost(cel), to, at, (cel, is_raised)))
    way, at = list[_Stap](), end
    while at in came and at != start:
        at, step = came[at]
        way.append(step)
    return way


def _steps(room: Mapping[Cel, int], at: _Plek) -> Iterator[tuple[Cel, _Plek, bool]]:
    is_row = at == ("rij", at[1])
    for cel, aantal in room.items():
        if at == (_row(cel) if is_row else _column(cel)) and (is_row or aantal > 0):
            yield cel, _column(cel) if is_row else _row(cel), is_row
