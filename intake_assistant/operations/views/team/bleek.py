"""How the work lies, who was not seen long, and what came of the leerroutes, in plain words."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain.team.bleek import Bleekrij, bleek, later_verteld
from intake_assistant.domain.team.groepen import MINSTENS
from intake_assistant.operations.views.team.beeld import PILOT_CASELOAD, Teambeeld
from intake_assistant.operations.views.team.groepen import Groepstand
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.team import getal
from intake_assistant.texts import text

LANGST: Final = 20
"""So many of who was not seen longest are named."""
TE_WEINIG: Final = "–"
"""What stands for a number of too few people."""


def naast_in_words(aantal: int) -> str:
    """A number of people beside the 50 and the 100 of the pilots."""
    klein, groot = PILOT_CASELOAD
    if aantal < klein:
        return text("team.naast.klein", klein=klein)
    if aantal < groot:
        return text("team.naast.midden", klein=klein, groot=groot)
    return text("team.naast.groot", groot=groot)


def zinnen_gezien(beeld: Teambeeld) -> list[str]:
    """How many there are, with how many no talk was recorded yet, and what was usual in the pilots."""
    klein, groot = PILOT_CASELOAD
    nooit = sum(weken is None for _, weken in beeld.ongezien)
    return [
        text("team.zin.gezien", aantal=len(beeld.ongezien)),
        *([text("team.zin.gezien_nooit", aantal=nooit)] if nooit else []),
        text("team.zin.werk_naast", klein=klein, groot=groot),
    ]


def geleden_in_words(weken: float | None) -> str:
    """How long ago the last talk was."""
    if weken is None:
        return text("team.gezien.nooit")
    return text("team.gezien.weken", aantal=int(weken)) if weken >= 1 else text("team.gezien.deze_week")


def route_in_words(rij: Bleekrij) -> str:
    """The leerroutes that are told together."""
    return opsomming([text(f"geschiedenis.leerroute.{route}") for route in rij.leerroutes])


def cellen_of(rij: Bleekrij) -> tuple[str, ...]:
    """One row of the table: a dash for what too few people are of."""
    vervolg = (TE_WEINIG if aantal is None else str(aantal) for aantal in rij.vervolg.values())
    uren = TE_WEINIG if rij.uren is None else getal(rij.uren)
    return route_in_words(rij), str(rij.aantal), *vervolg, uren


def zinnen_bleek(beeld: Teambeeld) -> list[str]:
    """What came of each leerroute, and what that does not say."""
    rijen = bleek(beeld.bleek)
    if not rijen:
        return [text("team.zin.bleek_geen", minstens=MINSTENS)]
    return [*(zin for rij in rijen for zin in _bleek(rij)), text("team.zin.bleek_niet")]


def _bleek(rij: Bleekrij) -> list[str]:
    zinnen = [text("team.zin.bleek", route=route_in_words(rij), aantal=rij.aantal)]
    zinnen += [
        text("team.zin.bleek_deel", aantal=aantal, vervolg=text(f"team.vervolg.{vervolg}"))
        for vervolg, aantal in rij.vervolg.items()
        if aantal is not None
    ]
    return [*zinnen, text("team.zin.bleek_uren", uren=getal(rij.uren))] if rij.uren is not None else zinnen


def zinnen_later(beeld: Teambeeld) -> list[str]:
    """Of what something came up after the PIP, and what that can mean."""
    if not later_verteld(beeld.bleek):
        return [text("team.zin.later_geen")]
    return [text("team.zin.later", aantal=len(beeld.bleek))]


def kunnen_in_words(stand: Groepstand) -> str:
    """How many could join a group, beside how many it holds."""
    if stand.aantal is None:
        return text("team.groepsles.weinig", minstens=MINSTENS)
    aantal = text("team.groepsles.of_meer", aantal=stand.aantal)
    if stand.les.plaatsen:
        return text("team.groepsles.plaatsen", aantal=aantal, plaatsen=stand.les.plaatsen)
    return aantal


def zin_groepen(beeld: Teambeeld) -> str:
    """By what it is counted, and what a person still judges."""
    if not beeld.groepen:
        return text("team.zin.groepen_geen")
    return text("team.zin.groepen", aantal=len(beeld.groepen), minstens=MINSTENS)
