"""Before an interpreter begins: that nothing is passed on, and whether one understands each other."""

from __future__ import annotations

from typing import Final

from intake_assistant.operations.words.gedeeld import Gedeeldblad, Gedeeldezin
from intake_assistant.operations.words.tafel.ja_nee import eigen, ja_nee, weakest
from intake_assistant.texts import Taal, text

OVER: Final = "tolk"
_ZINNEN: Final = ("gedeeld.tolk_spreekt", "gedeeld.tolk_geheim", "gedeeld.verstaat_u")


def blad_van_tolk(taal: Taal) -> Gedeeldblad:
    """What is said of the interpreter, and the question with yes and no."""
    gevonden = [eigen(taal, sleutel) for sleutel in _ZINNEN]
    stand = weakest(een.stand for een in gevonden)
    if stand == "ontbreekt":
        keuzes = ja_nee(taal, OVER, met_woorden=False)
        return Gedeeldblad(OVER, (), keuzes, "spreken.svg", voor_tolk=tuple(map(text, _ZINNEN)), naast=True)
    spreekt, geheim, verstaat = (een.tekst for een in gevonden)
    zinnen = (
        Gedeeldezin(spreekt, "midden"),
        Gedeeldezin(geheim, "midden"),
        Gedeeldezin(verstaat, "groot", vet=True),
    )
    return Gedeeldblad(OVER, zinnen, ja_nee(taal, OVER), "spreken.svg", stand=stand, naast=True)
