"""Rows below each other: one open, with steps and tiles to touch; what is closed says itself in one line."""

from __future__ import annotations

from typing import Final

from intake_assistant.documents.tekening.praatplaat.penseel import Penseel, Ruimte
from intake_assistant.documents.tekening.praatplaat.plaat import (
    Bordplaat,
    Plaatdeel,
    Plaatrij,
    Plaatvak,
    Plaatveld,
)

_NAAM: Final = 0.36
"""Which part of a closed row is what it is about."""
_TRAP: Final = 1.6
"""How high a staircase is, in targets; its lowest step is one."""
_WEIDS: Final = 18
"""From so many targets wide two staircases stand beside each other."""
_WEINIG, _NAAST = 6, 3
"""Up to so many choices are large tiles, or stand beside their words."""
_TEGEL: Final = 2.7
"""How high a tile with a picture is, in targets."""


def draw_rijen(plaat: Bordplaat, penseel: Penseel) -> None:
    """All parts below each other."""
    for deel in plaat.delen:
        _deel(deel, penseel)


def _deel(deel: Plaatdeel, penseel: Penseel) -> None:
    if deel.woord:
        draw_kop(deel, penseel)
    for rij in deel.rijen:
        (draw_open if rij.is_open else _closed)(rij, penseel)
        penseel.y += penseel.tussen
    if deel.aanbod:
        draw_aanbod(deel, penseel)
    elif deel.nieuw is not None:
        hoog = penseel.doel * 1.1
        breed = min(penseel.breed, penseel.letter.breedte(f"+  {deel.nieuw.woord}") + penseel.doel * 2)
        draw_nieuw(deel.nieuw, penseel, Ruimte(0, penseel.y, breed, hoog))
        penseel.y += hoog + penseel.tussen


def draw_kop(deel: Plaatdeel, penseel: Penseel) -> None:
    """What the rows are."""
    zijde = penseel.doel * 0.8 if deel.beeld else 0.0
    penseel.picture(deel.beeld, 0, penseel.y + penseel.doel * 0.1, zijde)
    left = zijde + penseel.tussen * bool(zijde)
    penseel.words(deel.woord, left, penseel.y + penseel.doel / 2, penseel.breed - left, vet=True)
    penseel.y += penseel.doel


def draw_aanbod(deel: Plaatdeel, penseel: Penseel) -> None:
    """What a new row can be about; of few things large."""
    is_ruim = any(vak.beeld for vak in deel.aanbod) and len(deel.aanbod) <= _WEINIG
    penseel.tiles(deel.aanbod, 0, penseel.breed, penseel.doel * (_TEGEL if is_ruim else 1.1))
    penseel.y += penseel.tussen


def draw_nieuw(vak: Plaatvak, penseel: Penseel, ruimte: Ruimte) -> None:
    """The button that adds a row."""
    x, y, breed, hoog = ruimte
    penseel.box(x, y, breed, hoog, code=vak.code)
    zijde = hoog * 0.7 if vak.beeld else 0.0
    penseel.picture(vak.beeld, x + penseel.doel * 0.8, y + hoog * 0.15, zijde)
    penseel.words("+", x + penseel.doel * 0.5, y + hoog / 2, breed, kant="midden", vet=True)
    left = penseel.doel * 0.9 + zijde
    penseel.words(vak.woord, x + left, y + hoog / 2, breed - left - penseel.doel * 0.1)


def _name(rij: Plaatrij, penseel: Penseel, room: float, hoog: float) -> None:
    """What a row is about, at its beginning."""
    x, zijde = penseel.doel * 0.3, min(hoog * 0.8, penseel.doel) if rij.beeld else 0.0
    penseel.picture(rij.beeld, x, penseel.y + (hoog - zijde) / 2, zijde)
    x += zijde + penseel.tussen * bool(zijde)
    penseel.words(rij.woord, x, penseel.y + hoog / 2, room - x, most=2, vet=rij.is_open)


def _closed(rij: Plaatrij, penseel: Penseel) -> None:
    hoog = max(penseel.doel * 1.1, penseel.letter.hoog * 2.1)
    penseel.box(0, penseel.y, penseel.breed, hoog, code=rij.code, zacht=True)
    _name(rij, penseel, penseel.breed * _NAAM, hoog)
    velden = [veld for veld in rij.velden if veld.aan or veld.cijfer]
    if velden:
        wide = penseel.breed * (1 - _NAAM) / max(len(rij.velden), 1)
        for nummer, veld in enumerate(rij.velden):
            _short(veld, penseel, penseel.breed * _NAAM + nummer * wide, wide, hoog)
    penseel.y += hoog


def _short(veld: Plaatveld, penseel: Penseel, x: float, breed: float, hoog: float) -> None:
    """A field in a closed row: its picture, and how far it is."""
    middle = penseel.y + hoog / 2
    if veld.rol == "keuze":
        zijde = min(hoog * 0.8, breed * 0.8)
        for nummer, vak in enumerate(veld.aan[: max(int(breed // zijde), 1)]):
            if vak.beeld:
                penseel.picture(vak.beeld, x + nummer * zijde, middle - zijde / 2, zijde)
            else:
                penseel.words(vak.woord, x, middle, breed - penseel.tussen, klein=True, most=2)
        return
    zijde = min(hoog * 0.62, breed * 0.45)
    penseel.picture(veld.beeld, x, middle - zijde / 2, zijde)
    x += zijde * 1.15
    if veld.rol == "schaal":
        _pips(veld, penseel, Ruimte(x, penseel.y, breed - zijde * 1.3, hoog))
    else:
        penseel.words(veld.cijfer, x, middle, breed - zijde * 1.15)


def _pips(veld: Plaatveld, penseel: Penseel, ruimte: Ruimte) -> None:
    """A small staircase: the steps up to where somebody is are filled, of the others the ground is seen."""
    if not veld.aan:
        return
    x, y, breed, hoog = ruimte
    stand, wide = veld.vakken.index(veld.aan[-1]), breed / len(veld.vakken)
    bottom, ground = y + hoog * 0.8, hoog * 0.05
    for nummer in range(len(veld.vakken)):
        deel = max(hoog * 0.6 * nummer / max(len(veld.vakken) - 1, 1), ground * 2)
        at, room = x + nummer * wide, wide * 0.75
        if nummer <= stand:
            penseel.fill(at, bottom - deel, room, deel, "accent")
        else:
            penseel.fill(at, bottom - ground, room, ground, "rand")


def draw_open(rij: Plaatrij, penseel: Penseel) -> None:
    """A row with all that can be touched of it."""
    # What stands by itself has no name, and needs no line for it.
    kop = max(penseel.doel, penseel.letter.hoog * 1.6) if rij.code else penseel.tussen
    begin = penseel.y
    hoog = kop + sum(_height(velden, penseel) + penseel.tussen for velden in _blocks(rij)) + penseel.tussen
    penseel.box(0, begin, penseel.breed, hoog, is_aan=True, is_vol=False)
    penseel.reach(0, begin, penseel.breed, kop, rij.code)
    _name(rij, penseel, penseel.breed, kop)
    penseel.y = begin + kop
    for velden in _blocks(rij):
        _block(velden, penseel)
        penseel.y += penseel.tussen
    penseel.y = begin + hoog


def _blocks(rij: Plaatrij) -> list[list[Plaatveld]]:
    """Scales stand beside each other, all else below each other."""
    found: list[list[Plaatveld]] = []
    for veld in rij.velden:
        if veld.rol == "schaal" and found and found[-1][0].rol == "schaal":
            found[-1].append(veld)
        else:
            found.append([veld])
    return found


def _height(velden: list[Plaatveld], penseel: Penseel) -> float:
    """How high a block is: drawn on another sheet first."""
    proef = Penseel(penseel.breed, penseel.letter, penseel.doel)
    _block(velden, proef)
    return proef.y


def _block(velden: list[Plaatveld], penseel: Penseel) -> None:
    if velden[0].rol == "schaal":
        _stairs(velden, penseel)
    elif velden[0].rol == "keuze":
        _choices(velden[0], penseel)
    else:
        _number(velden[0], penseel)


def _stairs(velden: list[Plaatveld], penseel: Penseel) -> None:
    """A staircase for each scale, below each other; beside each other as well where there is room."""
    rand, naast = penseel.doel * 0.3, 1 + (len(velden) > 1 and penseel.breed > penseel.doel * _WEIDS)
    wide = (penseel.breed - rand * 2 + penseel.tussen) / naast
    hoog = penseel.doel * _TRAP
    begin = penseel.y
    for nummer, veld in enumerate(velden):
        x, y = rand + nummer % naast * wide, begin + nummer // naast * (hoog + penseel.tussen)
        _stair(veld, penseel, Ruimte(x, y, wide - penseel.tussen, hoog))
    rows = -(-len(velden) // naast)
    penseel.y = begin + rows * (hoog + penseel.tussen) - penseel.tussen


def _stair(veld: Plaatveld, penseel: Penseel, ruimte: Ruimte) -> None:
    """Picture and word, then the steps up in the direction of reading; filled up to where somebody is."""
    x, y, breed, hoog = ruimte
    links = min(penseel.doel * 2.2, breed * 0.3)
    below = penseel.letter.hoog * bool(veld.woord)
    zijde = min(hoog - below, links)
    penseel.picture(veld.beeld, x + (links - zijde) / 2, y, zijde)
    at = y + zijde + below * 0.4
    penseel.words(veld.woord, x + links / 2, at, links, kant="midden", klein=True)
    aantal = len(veld.vakken)
    stand = veld.vakken.index(veld.aan[-1]) if veld.aan else -1
    wide = (breed - links - penseel.tussen) / aantal
    for nummer, vak in enumerate(veld.vakken):
        left = x + links + penseel.tussen + nummer * wide
        high = penseel.doel + (hoog - penseel.doel) * nummer / max(aantal - 1, 1)
        penseel.reach(left, y, wide, hoog, vak.code)
        room = wide - penseel.tussen * 0.4
        penseel.box(left, y + hoog - high, room, high, is_aan=vak.is_aan, is_vol=nummer <= stand)
        middle = y + hoog - penseel.doel / 2
        penseel.words(vak.cijfer, left + room / 2, middle, room, kant="midden", vet=vak.is_aan)
        if vak.is_aan:
            penseel.tick(left + room - penseel.doel * 0.3, y + hoog - high + penseel.doel * 0.25)


def _choices(veld: Plaatveld, penseel: Penseel) -> None:
    """Few short choices stand beside their words; more of them below."""
    rand = penseel.doel * 0.3
    room = penseel.breed - rand * 2
    if veld.woord and len(veld.vakken) <= _NAAST:
        hoog, links = penseel.doel * 1.2, room * 0.45
        _before(veld, penseel, Ruimte(rand, penseel.y, links, hoog))
        penseel.tiles(veld.vakken, rand + links, room - links, hoog)
        return
    if veld.woord:
        penseel.words(veld.woord, rand, penseel.y + penseel.letter.hoog / 2, room)
        penseel.y += penseel.letter.hoog * 1.3
    is_ruim = any(vak.beeld for vak in veld.vakken) and len(veld.vakken) <= _WEINIG
    penseel.tiles(veld.vakken, rand, room, penseel.doel * (_TEGEL if is_ruim else 1.1))


def _before(veld: Plaatveld, penseel: Penseel, ruimte: Ruimte) -> None:
    """Picture and words of a field, before what can be touched of it."""
    x, y, breed, hoog = ruimte
    zijde = hoog if veld.beeld else 0.0
    penseel.picture(veld.beeld, x, y, zijde)
    left = x + zijde + penseel.tussen * bool(zijde)
    penseel.words(veld.woord, left, y + hoog / 2, x + breed - left - penseel.tussen, most=2, klein=True)


def _number(veld: Plaatveld, penseel: Penseel) -> None:
    """Less, how many, more."""
    rand, hoog, y = penseel.doel * 0.3, penseel.doel * 1.1, penseel.y
    wide = penseel.doel * 1.2
    right = penseel.breed - rand - wide * 3.2
    _before(veld, penseel, Ruimte(rand, y, right - rand, hoog))
    for nummer, vak in enumerate(veld.vakken):
        penseel.tile(vak, right + nummer * wide * 2.2, y, wide, hoog)
    penseel.words(veld.cijfer, right + wide * 1.6, y + hoog / 2, wide * 1.2, kant="midden", vet=True)
    penseel.y += hoog
