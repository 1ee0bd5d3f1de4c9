"""A language to point at: its own name in its own letters, and a welcome in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from intake_assistant.operations.words.gedeeld import Gedeeldekeuze
from intake_assistant.texts import Taal
from intake_assistant.ui.gedeeld.kaart import Aanraakkaart
from intake_assistant.ui.gedeeld.vorm import Vorm
from intake_assistant.ui.kit.flow import Rooster

HOOG, BREED = 96, 152
NAAM, WELKOM = 20.0, 14.0
"""Points of the name, and of what stands below it."""
# So many beside each other, and more on a screen of its own.
NAAST, WEIDS = 3, 5


def make_rooster(vorm: Vorm, aantal: int, *, weids: bool) -> Rooster:
    """What the tiles stand in, in equal columns."""
    made = Rooster(min(WEIDS if weids else NAAST, aantal))
    made.setSpacing(vorm.px(12))
    return made


def lines_of(keuze: Gedeeldekeuze) -> Iterator[tuple[str, float, bool]]:
    """The words of a tile, in how many points, and whether they are bold; beside a picture they are small."""
    if keuze.woorden:
        yield keuze.woorden, WELKOM if keuze.beeld else NAAM, not keuze.beeld
    if keuze.onder:
        yield keuze.onder, WELKOM, False


class Taaltegel(Aanraakkaart):
    """As large as the others: none stands out."""

    def __init__(self, code: str, vorm: Vorm, beeld: QWidget | None, woorden: list[QLabel]) -> None:
        super().__init__(code, vorm)
        self.setMinimumHeight(vorm.px(HOOG))
        self.setAccessibleName(" ".join(een.text() for een in woorden))
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(vorm.px(6), vorm.px(8), vorm.px(6), vorm.px(8))
        box.setSpacing(vorm.px(2))
        box.addStretch(1)
        if beeld is not None:
            box.addWidget(beeld, 0, Qt.AlignmentFlag.AlignHCenter)
        for deel in woorden:
            box.addWidget(deel)
        box.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """No word of it is ever cut."""
        return self._box.minimumSize().expandedTo(QSize(self.vorm.px(BREED), self.vorm.px(HOOG)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge."""
        self._paint_edge(dik=self.vorm.px(1), vlak="vlak", rand="rand")


def set_for(woorden: QLabel, taal: Taal) -> None:
    """Have words stand in the middle, and read them in the direction of their language."""
    is_rtl = taal.richting == "rtl"
    woorden.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    woorden.setAlignment(Qt.AlignmentFlag.AlignCenter)
