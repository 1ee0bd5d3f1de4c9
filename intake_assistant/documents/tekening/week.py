"""A week as a drawing: a column for each day, the hours from above, and a block for each thing to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from intake_assistant.documents.tekening.vormen import (
    Kleurrol,
    Letter,
    Rechthoek,
    Schrift,
    Streep,
    Tekening,
    Vorm,
)

# Each role by its fill and its edge; its word says the same to who sees no colours.
_KLEUREN: Final[dict[str, tuple[Kleurrol, Kleurrol]]] = {
    "les": ("accent_vlak", "accent"),
    "werk": ("vlak_zacht", "accent"),
    "zorg": ("lijn", "zacht"),
    "reis": ("vlak_zacht", "rand"),
}
# What is there to go to: a line along the day, not a block in it.
_LAGEN: Final[dict[str, Kleurrol]] = {"opvang": "accent", "open": "let_op"}
_HOUR: Final = 60
# From nine to five is drawn of an emptier week too, so that one day looks like another.
_FIRST, _LAST = 9 * _HOUR, 17 * _HOUR
_LINES_PER_HOUR: Final = 1.5
_MARGE: Final = 3.0
_NAAST: Final = 4.0
_KLEIN: Final = 0.9
"""How wide small letters are beside others, told on the wide side."""


@dataclass(frozen=True, slots=True)
class Weekvak:
    """Some hours of a day (0 is the first), in minutes; `botst` when it does not fit."""

    dag: int
    van: int
    tot: int
    rol: str
    woord: str
    wat: str = ""
    """Below it, where there is room."""
    botst: bool = False


@dataclass(frozen=True, slots=True)
class Weekwoorden:
    """The names of the days, what each line along a day is, and the sentence that says the whole week."""

    dagen: Sequence[str]
    lagen: Mapping[str, str]
    zin: str
    kort: Sequence[str] = ()
    """The days where there is no room for their names."""


def draw_week(vakken: Sequence[Weekvak], woorden: Weekwoorden, breed: float, letter: Letter) -> Tekening:
    """The week for the room there is; of an empty one nothing."""
    if not vakken:
        return Tekening(breed, 0, (), woorden.zin)
    begin = min(_FIRST, *(vak.van for vak in vakken)) // _HOUR * _HOUR
    einde = -(-max(_LAST, *(vak.tot for vak in vakken)) // _HOUR) * _HOUR
    left, top = letter.breedte("00.00") + letter.hoog * 0.6, letter.hoog * 1.6
    rand = _MARGE + 10.0 * any(vak.rol in _LAGEN for vak in vakken)
    kolom = (breed - left) / len(woorden.dagen)
    grid = _Rooster(left, top, kolom, letter.hoog * _LINES_PER_HOUR, begin, rand)
    is_tight = any(letter.breedte(dag) > kolom - _NAAST for dag in woorden.dagen)
    namen = woorden.kort if is_tight and woorden.kort else woorden.dagen
    vormen = list(_lines(grid, namen, einde, breed, letter))
    for dag in range(len(woorden.dagen)):
        here = [vak for vak in vakken if vak.dag == dag]
        for vak in (vak for vak in here if vak.rol in _LAGEN):
            vormen += _layer(grid, vak)
        for vak, plek, plekken in _side_by_side([vak for vak in here if vak.rol not in _LAGEN]):
            vormen += _block(grid, vak, plek, plekken, letter)
    onder = grid.y(einde) + letter.hoog * 0.6
    lagen = [rol for rol in _LAGEN if any(vak.rol == rol for vak in vakken)]
    vormen += _legend(grid, lagen, woorden, onder, letter)
    return Tekening(breed, onder + letter.hoog * 1.4 * bool(lagen), tuple(vormen), woorden.zin)


@dataclass(frozen=True, slots=True)
class _Rooster:
    """Where days and hours lie."""

    left: float
    top: float
    kolom: float
    uur: float
    begin: int
    rand: float
    """Left of each block: the room that the lines along a day take."""

    def x(self, dag: int) -> float:
        return self.left + dag * self.kolom

    def y(self, minuut: int) -> float:
        return self.top + (minuut - self.begin) / _HOUR * self.uur


def _lines(grid: _Rooster, dagen: Sequence[str], einde: int, breed: float, letter: Letter) -> Iterator[Vorm]:
    for minuut in range(grid.begin, einde + 1, _HOUR):
        y = grid.y(minuut)
        yield Streep(grid.left, y, breed, y, "lijn")
        yield Schrift(
            grid.left - letter.hoog * 0.4, y, f"{minuut // _HOUR}.00", "zacht", "rechts", klein=True
        )
    for nummer, dag in enumerate(dagen):
        x = grid.x(nummer)
        yield Streep(x, grid.top, x, grid.y(einde), "rand")
        woord = letter.cut(dag, grid.kolom - _NAAST)
        yield Schrift(x + grid.kolom / 2, letter.hoog * 0.7, woord, "tekst", "midden", vet=True)


def _legend(
    grid: _Rooster, lagen: Sequence[str], woorden: Weekwoorden, y: float, letter: Letter
) -> Iterator[Vorm]:
    x = grid.left
    for rol in lagen:
        yield Streep(x + 3, y, x + 3, y + letter.hoog, _LAGEN[rol], 4, gestreept=rol == "open")
        yield Schrift(x + 10, y + letter.hoog / 2, woorden.lagen[rol], "tekst", klein=True)
        x += 10 + letter.breedte(woorden.lagen[rol]) + letter.hoog


def _layer(grid: _Rooster, vak: Weekvak) -> Iterator[Vorm]:
    # Two kinds of layers lie beside each other.
    x = grid.x(vak.dag) + (3 if vak.rol == "opvang" else 8)
    yield Streep(x, grid.y(vak.van), x, grid.y(vak.tot), _LAGEN[vak.rol], 4, gestreept=vak.rol == "open")


def _side_by_side(vakken: Sequence[Weekvak]) -> Iterator[tuple[Weekvak, int, int]]:
    """Each block with its lane and how many lanes the day has: what is at once stands beside each other."""
    ends, plekken = list[int](), list[tuple[Weekvak, int]]()
    for vak in sorted(vakken, key=lambda vak: (vak.van, vak.tot)):
        plek = next((nummer for nummer, einde in enumerate(ends) if einde <= vak.van), len(ends))
        ends[plek : plek + 1] = [vak.tot]
        plekken.append((vak, plek))
    for vak, plek in plekken:
        samen = [p for ander, p in plekken if ander.van < vak.tot and vak.van < ander.tot]
        yield vak, plek, max(samen) + 1


def _block(grid: _Rooster, vak: Weekvak, plek: int, plekken: int, letter: Letter) -> Iterator[Vorm]:
    fill, edge = _KLEUREN[vak.rol]
    room = (grid.kolom - grid.rand - _MARGE) / plekken
    x, y = grid.x(vak.dag) + grid.rand + plek * room, grid.y(vak.van) + 1
    hoog = max(grid.y(vak.tot) - y - 1, 2)
    yield Rechthoek(x, y, room - 1, hoog, fill, "fout" if vak.botst else edge)
    if vak.botst:
        # Seen without colours too.
        yield Streep(x, y, x, y + hoog, "fout", 4)
    if hoog >= letter.hoog * 0.9:
        at, space = x + letter.hoog * 0.35, (room - letter.hoog * 0.5) / _KLEIN
        y += min(hoog / 2, letter.hoog * 0.8)
        yield Schrift(at, y, letter.cut(vak.woord, space), "tekst", vet=True, klein=True)
        most = max(int((hoog - letter.hoog * 1.4) / letter.hoog), 0)
        for nummer, regel in enumerate(_broken(vak.wat, space, most, letter), start=1):
            yield Schrift(at, y + letter.hoog * (0.1 + nummer), regel, "tekst", klein=True)


def _broken(tekst: str, room: float, most: int, letter: Letter) -> list[str]:
    """Words below each other where they have no room beside each other; what is too long is cut."""
    regels = list[str]()
    for woord in tekst.split():
        naast = f"{regels[-1]} {woord}" if regels else woord
        if regels and letter.breedte(naast) <= room:
            regels[-1] = naast
        else:
            regels.append(woord)
    shown = regels[:most] if len(regels) <= most else [*regels[: most - 1], " ".join(regels[most - 1 :])]
    return [letter.cut(regel, room) for regel in shown] if most else []
