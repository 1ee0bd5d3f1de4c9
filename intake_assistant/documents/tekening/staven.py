"""Lying bars: a word, a bar and its number on each row; long words fit, and many rows do too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake_assistant.documents.tekening.vormen import Letter, Rechthoek, Schrift, Streep, Tekening, Vorm

_MOST_WORDS = 0.38


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar: its word, its length, and what stands behind it; `nadruk` has an edge and bold words."""

    woord: str
    waarde: float
    getal: str
    nadruk: bool = False


def draw_staven(staven: Sequence[Staaf], breed: float, letter: Letter, zin: str = "") -> Tekening:
    """The bars below each other, all from one line on and on one scale that begins at nothing."""
    if not staven:
        return Tekening(breed, 0, (), zin)
    rij = letter.hoog * 1.9
    words = min(max(letter.breedte(s.woord) for s in staven) + letter.hoog, breed * _MOST_WORDS)
    numbers = max(letter.breedte(s.getal) for s in staven) + letter.hoog
    room = max(breed - words - numbers, letter.hoog)
    most = max(s.waarde for s in staven) or 1
    vormen = list[Vorm]()
    for nummer, staaf in enumerate(staven):
        vormen += _row(staaf, (nummer + 0.5) * rij, words, room * staaf.waarde / most, letter)
    hoog = rij * len(staven)
    return Tekening(breed, hoog, (*vormen, Streep(words, 0, words, hoog, "rand")), zin)


def _row(staaf: Staaf, y: float, words: float, lang: float, letter: Letter) -> Iterator[Vorm]:
    dik = letter.hoog * 1.1
    woord = letter.cut(staaf.woord, words - letter.hoog * 0.6)
    yield Schrift(words - letter.hoog * 0.6, y, woord, "tekst", "rechts", vet=staaf.nadruk)
    if lang > 0:
        yield Rechthoek(words, y - dik / 2, lang, dik, "accent" if staaf.nadruk else "accent_vlak", "accent")
    yield Schrift(words + lang + letter.hoog * 0.4, y, staaf.getal, "tekst", vet=staaf.nadruk)
