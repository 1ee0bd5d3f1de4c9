"""A picture of every screen there is, in each way in which it is looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from intake_assistant.demo.regie import MAAT, Regie
from intake_assistant.ui.kit.theme import Keuze, thema
from intake_assistant.ui.window.screens import SCHERMEN, Entrance


@dataclass(frozen=True, slots=True)
class Wijze:
    """A way in which screens are looked at: the name in the pictures, colours, scale, size of the window."""

    naam: str
    kleuren: Keuze = "licht"
    schaal: int = 100
    maat: tuple[int, int] = MAAT


WIJZEN: Final = (
    Wijze("licht"),
    Wijze("donker", kleuren="donker"),
    Wijze("anderhalf", schaal=150),
    Wijze("dubbel", schaal=200),
    Wijze("breed", maat=(1920, 1080)),
)
ONDERWERP: Final = "opleiding"
"""The topic that is read."""


def show_each_screen(
    regie: Regie,
    dossier: str,
    wijzen: Collection[Wijze] = WIJZEN,
    entrances: Collection[Entrance] = SCHERMEN,
) -> None:
    """Go to each screen of the program, also one that no part of the script comes to."""
    for wijze in wijzen:
        _look(regie, wijze)
        show_screens(regie, entrances, wijze.naam, dossier)
    _look(regie, WIJZEN[0])
    regie.context.navigate.emit("dossier", {"dossier": dossier})


def show_screens(regie: Regie, entrances: Collection[Entrance], begin: str, dossier: str = "") -> None:
    """Go to these screens; the names of their pictures begin alike."""
    for entrance in entrances:
        waarmee = {"startpositie": ONDERWERP} if entrance.naam == "lezen" else {}
        regie.context.navigate.emit(entrance.naam, waarmee | ({"dossier": dossier} if dossier else {}))
        regie.find(f"scherm_{entrance.naam}", QWidget)
        regie.settle()
        regie.shoot(f"{begin}_scherm_{entrance.naam}")


def over_iedereen() -> list[Entrance]:
    """The screens that are about nobody in particular."""
    return [entrance for entrance in SCHERMEN if entrance.over_alle]


def _look(regie: Regie, wijze: Wijze) -> None:
    regie.resize(wijze.maat)
    regie.context.voorkeuren.keep(kleuren=wijze.kleuren, schaal=wijze.schaal)
    thema.apply(wijze.kleuren, wijze.schaal)
