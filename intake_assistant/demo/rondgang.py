"""A picture of every screen there is: light, dark, and with letters twice as large."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from intake_assistant.demo.regie import Regie
from intake_assistant.ui.kit.theme import Keuze, thema
from intake_assistant.ui.window.screens import SCHERMEN

WIJZEN: Final[dict[str, tuple[Keuze, int]]] = {
    "licht": ("licht", 100), "donker": ("donker", 100), "dubbel": ("licht", 200),
}  # fmt: skip
"""How the screens are looked at: the name in the pictures, the colours, the scale."""


def show_each_screen(regie: Regie, dossier: str) -> None:
    """Go to each screen of the program, also one that no part of the script comes to."""
    for naam, (kleuren, schaal) in WIJZEN.items():
        regie.context.voorkeuren.keep(kleuren=kleuren, schaal=schaal)
        thema.apply(kleuren, schaal)
        for kind in SCHERMEN:
            regie.context.navigate.emit(kind.naam, {"dossier": dossier})
            regie.find(f"scherm_{kind.naam}", QWidget)
            regie.settle()
            regie.shoot(f"{naam}_scherm_{kind.naam}")
    regie.context.voorkeuren.keep(kleuren="licht", schaal=100)
    thema.apply("licht", 100)
    regie.context.navigate.emit("dossier", {"dossier": dossier})
