"""A dot with a line through it on each row: a figure, and from where to where chance may have brought it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake_assistant.documents.tekening.vormen import (
    Letter,
    Rechthoek,
    Rondje,
    Schrift,
    Streep,
    Tekening,
    Vorm,
)

_MOST_WORDS = 0.38
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Margepunt:
    """One row: its word, the figure between its ends, and what is told instead when there is no figure."""

    woord: str
    waarde: tuple[float, float, float] | None
    anders: str = ""
    """What stands there when nothing is told."""
    nadruk: bool = False


@dataclass(frozen=True, slots=True)
class Schaal:
    """From nothing to `tot`, with what is written behind a number; `allen` is the figure of everybody."""

    tot: float
    eenheid: str = ""
    allen: float | None = None


def draw_punten(
    punten: Sequence[Margepunt], schaal: Schaal, breed: float, letter: Letter, zin: str = ""
) -> Tekening:
    """The rows below each other on one scale that begins at nothing, with the scale under them."""
    if not punten:
        return Tekening(breed, 0, (), zin)
    rij = letter.hoog * 1.9
    words = min(max(letter.breedte(p.woord) for p in punten) + letter.hoog, breed * _MOST_WORDS)
    # The last number under the scale is written around its place.
    room = max(breed - words - letter.hoog * 2, letter.hoog)
    grond = rij * len(punten)
    vormen = list[Vorm](_scale(schaal, words, room, grond, letter))
    for nummer, punt in enumerate(punten):
        vormen += _row(punt, (nummer + 0.5) * rij, words, room / schaal.tot, letter)
    return Tekening(breed, grond + letter.hoog * 1.5, tuple(vormen), zin)


def _scale(schaal: Schaal, words: float, room: float, grond: float, letter: Letter) -> Iterator[Vorm]:
    for step in range(_STEPS + 1):
        x = words + room * step / _STEPS
        number = f"{schaal.tot * step / _STEPS:g}{schaal.eenheid}".replace(".", ",")
        yield Streep(x, 0, x, grond, "lijn" if step else "rand")
        yield Schrift(x, grond + letter.hoog * 0.8, number, "zacht", "midden", klein=True)
    if schaal.allen is not None:
        x = words + room * schaal.allen / schaal.tot
        yield Streep(x, 0, x, grond, "zacht", 1.5, gestreept=True)


def _row(punt: Margepunt, y: float, words: float, per: float, letter: Letter) -> Iterator[Vorm]:
    gap = letter.hoog * 0.6
    yield Schrift(words - gap, y, letter.cut(punt.woord, words - gap), "tekst", "rechts", vet=punt.nadruk)
    if punt.waarde is None:
        # On a ground of its own: the lines of the scale would run through the words.
        breed, hoog = letter.breedte(punt.anders), letter.hoog * 1.3
        yield Rechthoek(words + gap / 2, y - hoog / 2, breed + gap / 2, hoog, "vlak_zacht")
        yield Schrift(words + gap, y, punt.anders, "zacht", klein=True)
        return
    waarde, van, tot = (words + per * getal for getal in punt.waarde)
    half = letter.hoog * 0.3
    yield Streep(van, y, tot, y, "accent", 2)
    for einde in (van, tot):
        yield Streep(einde, y - half, einde, y + half, "accent", 2)
    yield Rondje(waarde, y, letter.hoog * 0.32, "accent")
