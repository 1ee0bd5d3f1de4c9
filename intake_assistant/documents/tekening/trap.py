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

_RISE = 0.7
"""How high each step is, in lines."""
_SMALL = 0.88
"""How large small letters are beside the others."""
_FIGURE = 1.9
"""The room above the stairs for who stands there, in lines."""
_WORDS = 2.4
"""The room below the stairs for a word and a day, in lines."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One step: its word, from which day, and whether that is now."""

    woord: str
    dag: str = ""
    is_nu: bool = False


def draw_trap(treden: Sequence[Tree], breed: float, letter: Letter, zin: str = "") -> Tekening:
    """The steps beside each other, each higher than the one before it; its words stand below it."""
    grond = letter.hoog * (_FIGURE + _RISE * len(treden))
    lang, vormen = breed / max(len(treden), 1), list[Vorm]()
    for nummer, tree in enumerate(treden):
        op, midden = letter.hoog * _RISE * (nummer + 1), (nummer + 0.5) * lang
        vlak: Kleurrol = "accent_vlak" if tree.is_nu else "vlak_zacht"
        vormen.append(Rechthoek(nummer * lang, grond - op, lang, op, vlak, "rand"))
        vormen += _words(tree, midden, grond, lang, letter)
        if tree.is_nu:
            vormen += _figure(midden, grond - op, letter.hoog)
    return Tekening(breed, grond + letter.hoog * _WORDS, tuple(vormen), zin)


def _words(tree: Tree, midden: float, grond: float, lang: float, letter: Letter) -> Iterator[Vorm]:
    room = lang - letter.hoog * 0.2
    woord = letter.cut(tree.woord, room)
    yield Schrift(midden, grond + letter.hoog * 0.75, woord, kant="midden", vet=tree.is_nu)
    if tree.dag:
        dag = letter.cut(tree.dag, room / _SMALL)
        yield Schrift(midden, grond + letter.hoog * 1.8, dag, "zacht", "midden", klein=True)


def _figure(x: float, y: float, hoog: float) -> Iterator[Vorm]:
    """Somebody who stands there: who cannot read sees where."""
    yield Rondje(x, y - hoog * 1.5, hoog * 0.24, "accent")
    yield Streep(x, y - hoog * 1.25, x, y - hoog * 0.6, "accent", 3)
    yield Streep(x - hoog * 0.35, y - hoog * 1.0, x + hoog * 0.35, y - hoog * 1.0, "accent", 2)
    yield Streep(x, y - hoog * 0.6, x - hoog * 0.28, y, "accent", 2)
    yield Streep(x, y - hoog * 0.6, x + hoog * 0.28, y, "accent", 2)
