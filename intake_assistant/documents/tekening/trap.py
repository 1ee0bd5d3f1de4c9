"""Stairs: a few steps that go up, each with its word and its day; a figure stands on the one of now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

_RISE = 0.8
"""How high each step is, in lines."""
_WORDS = 2.3
"""The room for a word and a day above a step, in lines."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One step: its word, from which day, and whether that is now."""

    woord: str
    dag: str = ""
    is_nu: bool = False


def draw_trap(treden: Sequence[Tree], breed: float, letter: Letter, zin: str = "") -> Tekening:
    """The steps beside each other, each higher than the one before it."""
    hoog = letter.hoog * (_RISE * len(treden) + _WORDS)
    lang, vormen = breed / max(len(treden), 1), list[Vorm]()
    for nummer, tree in enumerate(treden):
        op = letter.hoog * _RISE * (nummer + 1)
        vlak: Kleurrol = "accent_vlak" if tree.is_nu else "vlak_zacht"
        vormen.append(Rechthoek(nummer * lang, hoog - op, lang, op, vlak, "rand"))
        vormen += _words(tree, nummer * lang, hoog - op, lang, letter)
    return Tekening(breed, hoog, tuple(vormen), zin)


def _words(tree: Tree, x: float, y: float, lang: float, letter: Letter) -> Iterator[Vorm]:
    begin = x + letter.hoog * 0.3
    if tree.is_nu:
        yield from _figure(begin + letter.hoog * 0.4, y, letter.hoog)
        begin += letter.hoog
    room = x + lang - begin
    line = 1.5 if tree.dag else 0.7
    yield Schrift(begin, y - letter.hoog * line, letter.cut(tree.woord, room), vet=tree.is_nu)
    if tree.dag:
        yield Schrift(begin, y - letter.hoog * 0.55, letter.cut(tree.dag, room), "zacht", klein=True)


def _figure(x: float, y: float, hoog: float) -> Iterator[Vorm]:
    """Somebody who stands there: who cannot read sees where."""
    yield Rondje(x, y - hoog * 1.5, hoog * 0.24, "accent")
    yield Streep(x, y - hoog * 1.25, x, y - hoog * 0.6, "accent", 3)
    yield Streep(x - hoog * 0.35, y - hoog * 1.0, x + hoog * 0.35, y - hoog * 1.0, "accent", 2)
    yield Streep(x, y - hoog * 0.6, x - hoog * 0.28, y, "accent", 2)
    yield Streep(x, y - hoog * 0.6, x + hoog * 0.28, y, "accent", 2)
