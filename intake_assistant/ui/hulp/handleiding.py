"""The manual inside the box of F1: about this screen, or what was looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.hulp.delen import Handleidingdeel, find_hoofdstukken, handleiding
from intake_assistant.ui.kit.parts import kolom, rij, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.announcing import announce

_LIJST = 256


class Zoekveld(QLineEdit):
    """What is looked for; the arrows go through what was found, as in the search box."""

    def __init__(self, lijst: QListWidget) -> None:
        super().__init__()
        self._lijst = lijst
        self.setObjectName("hulp_zoeken")
        self.setAccessibleName(text("venster.hulp.zoeken"))
        self.setPlaceholderText(text("venster.hulp.zoeken"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Up and down choose in the list below."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._lijst.count():
            self._lijst.setCurrentRow((self._lijst.currentRow() + step) % self._lijst.count())
        else:
            super().keyPressEvent(event)


class Hulp(QWidget):
    """A list of parts, and the one that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.lijst, self.tekst = QListWidget(), QTextBrowser()
        self.zoeken = Zoekveld(self.lijst)
        self.lijst.setObjectName("hulp_lijst")
        self.lijst.setAccessibleName(text("venster.hulp.delen"))
        self.lijst.setFixedWidth(px(_LIJST))
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tekst.setObjectName("hulp_tekst")
        self.tekst.setAccessibleName(text("venster.hulp.tekst"))
        self.tekst.setOpenLinks(False)
        box = kolom(self, tussen=8)
        row = rij(tussen=12)
        row.addWidget(self.lijst)
        row.addWidget(self.tekst, 1)
        box.addLayout(row, 1)
        self._delen: tuple[Handleidingdeel, ...] = ()
        self.zoeken.textChanged.connect(self.look_for)
        self.lijst.currentRowChanged.connect(self._show)
        self.look_for("")

    def look_for(self, getypt: str) -> None:
        """List what has these words, all of the manual without any; and show the first."""
        self._delen = find_hoofdstukken(getypt)
        self.lijst.clear()
        for deel in self._delen:
            regel = QListWidgetItem(deel.kop)
            regel.setToolTip(zweeftekst(deel.voor))
            self.lijst.addItem(regel)
        self.lijst.setCurrentRow(0)
        if not self._delen:
            self.tekst.setPlainText(text("venster.hulp.niets", gezocht=getypt))
        if getypt:
            announce(self.lijst, text("venster.hulp.gevonden", aantal=len(self._delen)))

    def show_scherm(self, naam: str) -> None:
        """Show the part about a screen; the first part of all where there is none."""
        self.zoeken.clear()
        over = next((nummer for nummer, deel in enumerate(handleiding()) if deel.scherm == naam), 0)
        self.lijst.setCurrentRow([deel.kop for deel in self._delen].index(handleiding()[over].kop))

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._delen):
            deel = self._delen[row]
            self.tekst.setMarkdown(f"## {deel.kop}\n\n{deel.tekst}")
