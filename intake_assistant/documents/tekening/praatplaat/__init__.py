"""A board as a drawing, for the screen and for paper."""

from __future__ import annotations

from intake_assistant.documents.tekening.praatplaat.penseel import Penseel, Plaattekening
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.documents.tekening.praatplaat.raster import draw_raster
from intake_assistant.documents.tekening.praatplaat.rijen import draw_rijen
from intake_assistant.documents.tekening.praatplaat.tijdlijn import draw_tijdlijn
from intake_assistant.documents.tekening.vormen import Letter, mirrored

_TEKENAARS = {"rijen": draw_rijen, "raster": draw_raster, "tijdlijn": draw_tijdlijn}


def draw_plaat(plaat: Bordplaat, breed: float, letter: Letter, doel: float) -> Plaattekening:
    """The board for the room there is; what can be touched is at least `doel` high and wide."""
    penseel = Penseel(breed, letter, doel, is_rtl=plaat.is_rtl)
    _TEKENAARS[plaat.soort](plaat, penseel)
    made = penseel.tekening(plaat.zin)
    if not plaat.is_rtl:
        return made
    vakken = tuple(vak.mirrored(breed) for vak in made.vakken)
    return Plaattekening(mirrored(made.tekening), vakken)
