"""What is read of a consent, as the person sees it: the same words as are read aloud, and yes or no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from intake_assistant.operations.words.gedeeld import RUST, Gedeeldblad, Gedeeldezin, in_cijfers
from intake_assistant.operations.words.tafel.ja_nee import eigen, ja_nee, weakest
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.words.voorlezen import Voorgelezen, voorgelezen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import Taal

OVER: Final = "toestemming"


def blad_van_toestemming(work: Workspace, velden: Mapping[str, Any], code: str) -> Gedeeldblad:
    """The page of what is read; in a language that lacks a part pictures, and small the Dutch."""
    found, taal = voorgelezen(work, velden, taal=code), taal_van(code)
    if found is None:
        return RUST
    if found.stand == "ontbreekt":
        keuzes = ja_nee(taal, OVER, met_woorden=False)
        return Gedeeldblad(OVER, (), keuzes, "vragen.svg", voor_tolk=found.alineas, naast=True)
    stand = weakest((found.stand, eigen(taal, "gedeeld.ja").stand, eigen(taal, "gedeeld.nee").stand))
    # The words of the buttons may be missing where the text is not: then they are pictures.
    stand = found.stand if stand == "ontbreekt" else stand
    return Gedeeldblad(OVER, _zinnen(found, taal), ja_nee(taal, OVER), stand=stand, naast=True)


def _zinnen(found: Voorgelezen, taal: Taal) -> tuple[Gedeeldezin, ...]:
    *eerst, vraag = (in_cijfers(alinea, taal.cijfers) for alinea in found.alineas)
    return (*(Gedeeldezin(alinea, "klein") for alinea in eerst), Gedeeldezin(vraag, "midden", vet=True))
