"""A board as it stood, to look at only: nothing on it can be touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.domain.praatplaat.bord import Bord, Bordstand, stand_in
from intake_assistant.operations.words.praatplaat.blad import Bordgreep, Bordzicht, blad_van_bord
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import Stand, Taal


@dataclass(frozen=True, slots=True)
class Stilbord:
    """A board in words of a language, and what these are worth."""

    plaat: Bordplaat
    zinnen: tuple[str, ...]
    """Its name and what it asks; none where the language lacks a word."""
    stand: Stand

    @property
    def titel(self) -> str:
        """Its name."""
        return self.zinnen[0] if self.zinnen else ""

    @property
    def gezegd(self) -> str:
        """What stands on it, in words."""
        begin = " ".join(self.zinnen)
        return self.plaat.zin.removeprefix(begin).lstrip(": ")


def bord_of(work: Workspace, id: str) -> Bord | None:
    """The board of this id; None when there is none."""
    return next((bord for bord in work.data.praatplaten if bord.id == id), None)


def stand_on(bord: Bord, values: Mapping[str, Any]) -> Bordstand:
    """What stood on it, of the answers of a day."""
    return stand_in(bord, values)


def is_empty(stand: Bordstand) -> bool:
    """Whether nothing stands on it."""
    return not any(rij.waarden for rijen in stand for rij in rijen)


def still(work: Workspace, taal: Taal, bord: Bord, stand: Bordstand, geboren: int | None = None) -> Stilbord:
    """The board with what stands on it, without what adds to it; `geboren` is the year of birth, if known."""
    zicht = Bordzicht(bord, stand, Bordgreep(), geboren, formulieren=work.data.formulieren)
    blad = blad_van_bord(taal, zicht)
    plaat = blad.plaat or Bordplaat(soort=bord.soort, delen=())
    delen = tuple(replace(deel, nieuw=None, aanbod=()) for deel in plaat.delen)
    zinnen = tuple(zin.tekst for zin in blad.zinnen)
    return Stilbord(replace(plaat, delen=delen, kwasten=()), zinnen, blad.stand)
