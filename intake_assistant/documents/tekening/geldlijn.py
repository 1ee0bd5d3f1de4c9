"""The geldlijn: one bar for each month, cut into what is paid first, what is paid alone and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

_KLEUREN: Final[tuple[Kleurrol, ...]] = ("rand", "lijn", "accent_vlak")


@dataclass(frozen=True, slots=True)
class Geldbalk:
    """One month: what comes in, the parts that go out, and what is said behind it."""

    woord: str
    binnen: float
    eerst: float
    zelf: float
    getal: str
    is_tekort: bool

    @property
    def lang(self) -> float:
        """As far as it reaches: all that comes in, or all that is paid when that is more."""
        return max(self.binnen, self.eerst + self.zelf)


def draw_geldlijn(
    balken: Sequence[Geldbalk], woorden: tuple[str, str, str], breed: float, letter: Letter, zin: str = ""
) -> Tekening:
    """The months below each other on one scale, and above them what each colour is."""
    if not balken:
        return Tekening(breed, 0, (), zin)
    rij = letter.hoog * 1.9
    names = max(letter.breedte(b.woord) for b in balken) + letter.hoog
    numbers = max(letter.breedte(b.getal) for b in balken) * 1.1 + letter.hoog
    room = max(breed - names - numbers, letter.hoog)
    schaal = room / (max(balk.lang for balk in balken) or 1)
    legend = tuple(_legend(woorden, breed, letter))
    top = max(vorm.y for vorm in legend if isinstance(vorm, Schrift)) + rij * 0.7
    bars = (
        vorm
        for nummer, balk in enumerate(balken)
        for vorm in _row(balk, top + (nummer + 0.5) * rij, names, schaal, letter)
    )
    hoog = top + rij * len(balken)
    return Tekening(breed, hoog, (*legend, *bars, Streep(names, top, names, hoog, "rand")), zin)


def _legend(woorden: tuple[str, str, str], breed: float, letter: Letter) -> Iterator[Vorm]:
    side, x, y = letter.hoog * 0.8, 0.0, letter.hoog * 0.7
    for kleur, woord in zip(_KLEUREN, woorden, strict=True):
        lang = side * 1.5 + letter.breedte(woord) + letter.hoog
        if x and x + lang > breed:
            x, y = 0.0, y + letter.hoog * 1.4
        yield Rechthoek(x, y - side / 2, side, side, kleur, "tekst")
        yield Schrift(x + side * 1.5, y, woord)
        x += lang


def _row(balk: Geldbalk, y: float, x: float, schaal: float, letter: Letter) -> Iterator[Vorm]:
    dik = letter.hoog * 1.2
    yield Schrift(x - letter.hoog * 0.6, y, balk.woord, "tekst", "rechts", vet=balk.is_tekort)
    over, links = max(balk.binnen - balk.eerst - balk.zelf, 0), x
    for deel, kleur in zip((balk.eerst, balk.zelf, over), _KLEUREN, strict=True):
        if deel > 0:
            yield Rechthoek(links, y - dik / 2, deel * schaal, dik, kleur, "tekst")
            links += deel * schaal
    if balk.binnen < balk.eerst + balk.zelf:
        # So far the money goes that comes in.
        at = x + balk.binnen * schaal
        yield Streep(at, y - dik * 0.75, at, y + dik * 0.75, "fout", 3)
    inkt: Kleurrol = "fout" if balk.is_tekort else "tekst"
    yield Schrift(links + letter.hoog * 0.5, y, balk.getal, inkt, vet=balk.is_tekort)
