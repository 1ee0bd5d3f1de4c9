"""How the shared side looks: its own colours and size, or those of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

from intake_assistant.ui.kit import theme
from intake_assistant.ui.kit.theme import DONKER, LICHT, Kleuren, thema

# Nothing on this side is pressed that a line would be seen behind.
CONTRAST: Final = theme.CONTRAST._replace(lijn="#ffffff")
KLEUREN: Final = {"licht": LICHT, "donker": DONKER, "contrast": CONTRAST}

# Languages are chosen among: rather all of them in sight than each as large as can be.
DICHT = 0.8
# Of the words, and of the pictures: larger when there is room for it, since it is read across a table.
RUIMER = ((1.5, 1.5), (1.25, 1.25), (1.0, 1.0))
# On a screen of its own, which is read from further away.
WEIDS, WEIDSER = 900, ((2.5, 2.0), (2.0, 2.0))
# On a side that was made larger the letters are large already, and the room is less: pictures give way first.
KRAPPER = ((1.0, 0.7), (0.9, 0.7), (0.8, 0.7), (0.73, 0.7), (0.67, 0.7), (0.6, 0.65), (0.5, 0.6))


@dataclass(frozen=True)
class Vorm:
    """Colours and a scale in per cent."""

    kleuren: Kleuren
    schaal: int

    def kleur(self, naam: str) -> QColor:
        """A colour by its use."""
        return QColor(str(getattr(self.kleuren, naam)))

    def px(self, length: int) -> int:
        """A length in pixels."""
        return round(length * self.schaal / 100)

    def punten(self, punten: float) -> float:
        """A size of letters."""
        return punten * self.schaal / 100


def vorm_van(kleuren: str = "", schaal: int = 0) -> Vorm:
    """As it was chosen for the shared side; what was not chosen is as the program has it."""
    return Vorm(KLEUREN.get(kleuren, thema.kleuren), schaal or thema.schaal)
