"""A grid: a column for each thing that rows are about, as the days of a week; touched with a brush."""

from __future__ import annotations

from typing import Final

from intake_assistant.documents.tekening.praatplaat.penseel import Penseel
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat, Plaatrij, Plaatveld

_KWAST: Final = 2.7
"""How high a brush is, in targets."""
_CEL: Final = 1.8
"""How high a cell is at most."""
_LINKS: Final = 1.7


def draw_raster(plaat: Bordplaat, penseel: Penseel) -> None:
    """The brushes above, where a hand does not cover the grid; below them the grid."""
    penseel.tiles(plaat.kwasten, 0, penseel.breed, penseel.doel * _KWAST)
    penseel.y += penseel.tussen * 2
    for deel in plaat.delen:
        _grid(deel.rijen, penseel)
        penseel.y += penseel.tussen


def _grid(rijen: tuple[Plaatrij, ...], penseel: Penseel) -> None:
    doel = penseel.doel
    left = doel * _LINKS
    wide = (penseel.breed - left) / max(len(rijen), 1)
    kop = min(wide * 0.6, doel)
    begin, small = penseel.y, penseel.fitting((rij.woord for rij in rijen), wide - 4)
    for nummer, rij in enumerate(rijen):
        x = left + nummer * wide
        if rij.beeld:
            penseel.picture(rij.beeld, x + (wide - kop) / 2, begin, kop)
        at = begin + kop + penseel.letter.hoog * 0.5
        penseel.words(rij.woord, x + wide / 2, at, wide, kant="midden", klein=True, schaal=small)
    penseel.y = begin + kop + penseel.letter.hoog * 1.1
    for nummer, veld in enumerate(rijen[0].velden if rijen else ()):
        hoog = min(max(wide * 0.95, doel * 1.1), doel * _CEL)
        _beside(veld, penseel, left - penseel.tussen, hoog)
        for plaats, rij in enumerate(rijen):
            _cell(rij.velden[nummer], penseel, left + plaats * wide, wide - penseel.tussen * 0.4, hoog)
        penseel.y += hoog + penseel.tussen * 0.4


def _beside(veld: Plaatveld, penseel: Penseel, breed: float, hoog: float) -> None:
    """Which part of a day it is; on one line as long as that can be read."""
    below = penseel.letter.hoog * bool(veld.woord)
    small = penseel.fitting([veld.woord], breed)
    zijde = min(breed * 0.8, hoog - below)
    penseel.picture(veld.beeld, (breed - zijde) / 2, penseel.y + (hoog - zijde - below) / 2, zijde)
    at = penseel.y + (hoog + zijde) / 2
    penseel.words(veld.woord, breed / 2, at, breed, kant="midden", klein=True, schaal=small)


def _cell(veld: Plaatveld, penseel: Penseel, x: float, breed: float, hoog: float) -> None:
    """What is done there: one picture large, more of them small."""
    penseel.box(x, penseel.y, breed, hoog, is_aan=bool(veld.aan), code=veld.code)
    aan = veld.aan
    if not aan:
        return
    per = 1 if len(aan) == 1 else 2
    rand = penseel.doel * 0.1
    zijde = min(breed - rand * 2, hoog - rand * 2) / per
    left, top = x + (breed - zijde * per) / 2, penseel.y + (hoog - zijde * -(-len(aan) // per)) / 2
    for nummer, vak in enumerate(aan[:4]):
        at_x, at_y = left + nummer % per * zijde, top + nummer // per * zijde
        if vak.beeld:
            penseel.picture(vak.beeld, at_x, at_y, zijde)
        else:
            penseel.words(vak.woord, at_x + zijde / 2, at_y + zijde / 2, zijde, kant="midden", klein=True)
