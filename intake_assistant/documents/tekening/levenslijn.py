"""A line of time with what was and comes: lanes of dots, bars of terms, and an axis that fits the view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake_assistant.documents.tekening.tijdschaal import Uitzicht, steps_of
from intake_assistant.documents.tekening.vormen import (
    Kleurrol,
    Letter,
    Rechthoek,
    Rondje,
    Schrift,
    Streep,
    Tekening,
    Vorm,
)

_BAAN, _AS, _MOST_NAMES = 1.75, 2.5, 0.22
_STRAAL, _RING, _SAMEN = 0.34, 0.66, 1.3
"""How large a dot is, and a ring with a number, and how near two are one, in lines."""
_RINGEN: Final = 2 * _RING + 0.18
"""Nearer than this two rings would touch: they are one."""
_LUCHT: Final = 0.5
"""What stays free between the words of two dots, in lines."""
_LEAST_WORDS: Final = 4
"""With less room than so many lines words say nothing."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A dot in a lane: its words, its colour, and open when it is still to come; `nummer` is for who asks."""

    nummer: int
    dag: date
    woord: str
    kleur: Kleurrol = "accent"
    komt: bool = False


@dataclass(frozen=True, slots=True)
class Tijdbaan:
    """One lane with its name: dots, or one bar up to its last day (None is not known)."""

    naam: str
    momenten: tuple[Moment, ...] = ()
    begin: date | None = None

    @property
    def is_termijn(self) -> bool:
        """Whether it is a bar."""
        return self.begin is not None


@dataclass(frozen=True, slots=True)
class Levenslijn:
    """All lanes, today with its word, and the sentence that says the same."""

    banen: tuple[Tijdbaan, ...]
    vandaag: date
    woord_vandaag: str
    zin: str = ""

    @property
    def dagen(self) -> list[date]:
        """Every day on it."""
        found = [m.dag for baan in self.banen for m in baan.momenten]
        return [*found, *(baan.begin for baan in self.banen if baan.begin)]


@dataclass(frozen=True, slots=True)
class Raakvlak:
    """A part of the drawing that leads somewhere: the numbers of the dots that lie there."""

    x: float
    y: float
    breed: float
    hoog: float
    nummers: tuple[int, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.x + self.breed and self.y <= y <= self.y + self.hoog


@dataclass(frozen=True, slots=True)
class _Vak:
    """The room for time: right of the names."""

    left: float
    breed: float
    uitzicht: Uitzicht

    def x(self, dag: date) -> float:
        return self.left + self.breed * (dag - self.uitzicht.van).days / self.uitzicht.dagen


def draw_levenslijn(
    lijn: Levenslijn, uitzicht: Uitzicht, breed: float, letter: Letter
) -> tuple[Tekening, list[Raakvlak]]:
    """The part of time that one looks at, and where each dot lies."""
    names = max((letter.breedte(baan.naam) for baan in lijn.banen), default=0) + letter.hoog
    names, margin = min(names, breed * _MOST_NAMES), letter.hoog * 1.8
    vak = _Vak(names + margin, max(breed - names - 2 * margin, letter.hoog), uitzicht)
    per_baan, top = letter.hoog * _BAAN, letter.hoog * 1.2
    hoog = top + per_baan * len(lijn.banen) + letter.hoog * (_AS - 1.2)
    grond = top + per_baan * len(lijn.banen)
    vormen, raakvlakken = list[Vorm](_axis(lijn, vak, letter, top, grond)), list[Raakvlak]()
    for nummer, baan in enumerate(lijn.banen):
        y = top + per_baan * (nummer + 0.5)
        vormen.append(Schrift(0, y, letter.cut(baan.naam, names - letter.hoog * 0.5), "zacht"))
        draw = _bar if baan.is_termijn else _dots
        for vorm in draw(baan, vak, y, letter):
            if isinstance(vorm, Raakvlak):
                raakvlakken.append(vorm)
            else:
                vormen.append(vorm)
    return Tekening(breed, hoog, tuple(vormen), lijn.zin), raakvlakken


def _axis(lijn: Levenslijn, vak: _Vak, letter: Letter, top: float, grond: float) -> Iterator[Vorm]:
    """Lines and words for years, months, weeks or days; today through it all."""
    room = vak.breed / vak.uitzicht.dagen
    vandaag, end = vak.x(lijn.vandaag), float("-inf")
    per_baan = letter.hoog * _BAAN
    for nummer in range(len(lijn.banen) + 1):
        yield Streep(0, top + per_baan * nummer, vak.left + vak.breed, top + per_baan * nummer, "lijn")
    for dag, woord, is_groot in steps_of(vak.uitzicht, room, letter):
        x = vak.x(dag)
        yield Streep(x, top, x, grond + letter.hoog * 0.25, "rand" if is_groot else "lijn")
        if x > end and x + letter.breedte(woord) < vak.left + vak.breed + letter.hoog * 1.8:
            yield Schrift(x + 2, grond + letter.hoog * 0.75, woord, "zacht", klein=True)
            end = x + letter.breedte(woord) + letter.hoog * 0.5
    if vak.uitzicht.van <= lijn.vandaag <= vak.uitzicht.tot:
        yield Streep(vandaag, top - letter.hoog * 0.1, vandaag, grond, "let_op", 2, gestreept=True)
        half = letter.breedte(lijn.woord_vandaag) / 2
        middle = min(max(vandaag, vak.left + half), vak.left + vak.breed - half)
        yield Schrift(middle, top - letter.hoog * 0.6, lijn.woord_vandaag, "let_op", "midden", klein=True)


def _dots(baan: Tijdbaan, vak: _Vak, y: float, letter: Letter) -> Iterator[Vorm | Raakvlak]:
    """Dots with words where there is room; those that would lie over each other are counted in one ring."""
    momenten = sorted(baan.momenten, key=lambda m: m.dag)
    before = [m for m in momenten if m.dag < vak.uitzicht.van]
    after = [m for m in momenten if m.dag > vak.uitzicht.tot]
    here = [m for m in momenten if vak.uitzicht.van <= m.dag <= vak.uitzicht.tot]
    yield from _beyond(before, after, vak, y, letter)
    groups, free = list(_together(here, vak, letter)), vak.left
    for plaats, group in enumerate(groups):
        x = vak.x(group[0].dag)
        is_last = plaats + 1 == len(groups)
        end = vak.left + vak.breed if is_last else vak.x(groups[plaats + 1][0].dag)
        for vorm in _dot(group, x, (free, end - letter.hoog * (_RING + _LUCHT)), letter, y):
            if isinstance(vorm, Raakvlak):
                free = vorm.x + vorm.breed + letter.hoog * _LUCHT
            yield vorm


def _together(here: list[Moment], vak: _Vak, letter: Letter) -> Iterator[list[Moment]]:
    """What lies too near to be told apart; two rings take more room than two dots."""
    before = list[Moment]()
    for group in _near(here, vak, letter):
        is_ring = len(before) > 1 and len(group) > 1
        if is_ring and vak.x(group[0].dag) - vak.x(before[0].dag) < letter.hoog * _RINGEN:
            before = [*before, *group]
            continue
        if before:
            yield before
        before = group
    if before:
        yield before


def _near(here: list[Moment], vak: _Vak, letter: Letter) -> Iterator[list[Moment]]:
    group = list[Moment]()
    for moment in here:
        if group and vak.x(moment.dag) - vak.x(group[0].dag) > letter.hoog * _SAMEN:
            yield group
            group = []
        group.append(moment)
    if group:
        yield group


def _dot(
    group: list[Moment], x: float, free: tuple[float, float], letter: Letter, y: float
) -> Iterator[Vorm | Raakvlak]:
    """One dot or ring, with its words right of it, or left of it when only there is room."""
    first, gap = group[0], letter.hoog * 0.2
    kleur: Kleurrol = "fout" if any(m.kleur == "fout" for m in group) else first.kleur
    straal = letter.hoog * (_STRAAL if len(group) == 1 else _RING)
    is_open = first.komt or len(group) > 1
    yield Rondje(x, y, straal, "vlak_zacht" if is_open else kleur)
    if is_open:
        yield Rondje(x, y, straal, kleur, open=True)
    left, right = x - straal - gap, x + straal + gap
    if len(group) > 1:
        yield Schrift(x, y, str(len(group)), kleur, "midden", vet=True, klein=True)
    else:
        ink: Kleurrol = "fout" if kleur == "fout" else "tekst"
        room, wide = free[1] - right - gap, letter.breedte(first.woord)
        if room < wide <= left - gap - free[0]:
            yield Schrift(left - gap, y, first.woord, ink, "rechts")
            left -= gap + wide
        elif room >= letter.hoog * _LEAST_WORDS:
            woord = letter.cut(first.woord, room)
            yield Schrift(right + gap, y, woord, ink)
            right += gap + letter.breedte(woord)
    nummers = tuple(m.nummer for m in group)
    yield Raakvlak(left, y - letter.hoog * 0.8, right - left, letter.hoog * 1.6, nummers)


def _beyond(
    before: list[Moment], after: list[Moment], vak: _Vak, y: float, letter: Letter
) -> Iterator[Vorm | Raakvlak]:
    """How many lie before and after what is seen."""
    sides = (
        (before, f"‹{len(before)}", vak.left - letter.hoog * 1.7),
        (after, f"{len(after)}›", vak.left + vak.breed + letter.hoog * 0.3),
    )
    for momenten, woord, x in sides:
        if momenten:
            yield Schrift(x, y, woord, "zacht", klein=True)
            size = letter.hoog * 1.4
            yield Raakvlak(x, y - size / 2, size, size, tuple(m.nummer for m in momenten))


def _bar(baan: Tijdbaan, vak: _Vak, y: float, letter: Letter) -> Iterator[Vorm | Raakvlak]:
    """A term from its first to its last day, as far as it is seen, with what it says beside it."""
    einde, begin = baan.momenten[0], baan.begin or vak.uitzicht.van
    edges = (vak.left, vak.left + vak.breed)
    if einde.dag < vak.uitzicht.van or begin > vak.uitzicht.tot:
        yield from _out_of_sight(einde, edges, y, letter, is_over=einde.dag < vak.uitzicht.van)
        return
    left, right = (min(max(vak.x(dag), edges[0]), edges[1]) for dag in (begin, einde.dag + timedelta(1)))
    dik, gap = letter.hoog * 0.8, letter.hoog * 0.4
    yield Rechthoek(left, y - dik / 2, max(right - left, 2), dik, "accent_vlak", einde.kleur)
    if einde.dag <= vak.uitzicht.tot:
        yield Streep(right, y - dik * 0.8, right, y + dik * 0.8, einde.kleur, 3)
    ink: Kleurrol = "tekst" if einde.kleur == "accent" else einde.kleur
    woord, kant, x = letter.cut(einde.woord, edges[1] - right - gap), "links", right + gap
    if letter.breedte(einde.woord) > edges[1] - right - gap:
        if letter.breedte(einde.woord) <= left - gap - edges[0]:
            woord, kant, x = einde.woord, "rechts", left - gap
        else:
            woord, x = letter.cut(einde.woord, right - left - 2 * gap), left + gap
    if letter.breedte(woord) >= letter.hoog:
        yield Schrift(x, y, woord, ink, "rechts" if kant == "rechts" else "links", klein=True)
    yield Raakvlak(left, y - letter.hoog * 0.8, max(right - left, gap), letter.hoog * 1.6, (einde.nummer,))


def _out_of_sight(
    einde: Moment, edges: tuple[float, float], y: float, letter: Letter, *, is_over: bool
) -> Iterator[Vorm | Raakvlak]:
    """Of a term that lies before or after what is seen only the words, on the side where it lies."""
    woord = letter.cut(einde.woord, edges[1] - edges[0])
    if is_over:
        yield Schrift(edges[0], y, f"‹ {woord}", "zacht", klein=True)
    else:
        yield Schrift(edges[1], y, f"{woord} ›", "zacht", "rechts", klein=True)
    wide = letter.breedte(f"‹ {woord}")
    left = edges[0] if is_over else edges[1] - wide
    yield Raakvlak(left, y - letter.hoog * 0.8, wide, letter.hoog * 1.6, (einde.nummer,))
