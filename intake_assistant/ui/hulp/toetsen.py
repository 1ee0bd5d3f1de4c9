"""Help, F1: the list of keys, and the manual behind the same box."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.texts import text
from intake_assistant.ui.hulp.blad import keys_as_pdf
from intake_assistant.ui.hulp.handleiding import Hulp
from intake_assistant.ui.hulp.toetsenlijst import TOETSEN
from intake_assistant.ui.kit.giving_way import Passend, scroll_by_key
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import messages

if TYPE_CHECKING:
    from intake_assistant.ui.window.workbench import Werkblad


class Toetsen(Overleg):
    """The groups of keys, each under its name; and the manual, at once when something is looked for."""

    def __init__(self, werkblad: Werkblad) -> None:
        super().__init__(werkblad, 860)
        self._werkblad = werkblad
        self.panel.setAccessibleName(text("venster.toetsen.kop"))

    def _build(self) -> None:
        self.hulp, self._delen = Hulp(), QStackedWidget()
        self.hulp.zoeken.textEdited.connect(lambda: self._delen.setCurrentWidget(self.hulp))
        boven = rij(tussen=12)
        boven.addWidget(label(text("venster.toetsen.kop"), "kop2"))
        boven.addWidget(self.hulp.zoeken, 1)
        self.wissel = knop("", "hulp_wissel", self.turn, "stil")
        boven.addWidget(self.wissel)
        self.box.addLayout(boven)
        self._vlak = schuifvlak(_keys(), Passend)
        self._delen.addWidget(self._vlak)
        self._delen.addWidget(self.hulp)
        self._delen.currentChanged.connect(self._name_wissel)
        self.box.addWidget(self._delen)
        self.sluiten = knop(text("venster.sluiten"), "toetsen_sluiten", self.close_box)
        onder = rij(tussen=12)
        onder.addWidget(knop(text("venster.toetsen.bewaar"), "toetsen_bewaren", self.keep_blad, "stil"))
        onder.addStretch(1)
        onder.addWidget(self.sluiten)
        self.box.addLayout(onder)
        self._name_wissel()

    def open_box(self) -> None:
        """The keys first; the manual is one press away, at what it says of this screen."""
        if self.isHidden():
            if not self.box.count():
                # Only now: it is more than half of all there is around a page, and who unlocks would wait.
                self._build()
            self._delen.setCurrentWidget(self._vlak)
            self.hulp.show_scherm(self._werkblad.scherm.naam)
        super().open_box()

    def turn(self) -> None:
        """From the keys to the manual, or back."""
        at_keys = self._delen.currentWidget() is self._vlak
        self._delen.setCurrentWidget(self.hulp if at_keys else self._vlak)

    def keep_blad(self) -> None:
        """Keep the keys as a sheet to print; it holds nothing of anybody."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        titel = text("venster.toetsen.bewaar")
        naam = f"{text('venster.toetsen.blad')}.pdf"
        chosen = messages.choose_file(self, "bewaar", titel, Path(documents) / naam, "PDF (*.pdf)")
        if chosen is None:
            return
        context = self._werkblad.context
        try:
            safefile.write_bytes(chosen, keys_as_pdf())
        except KnownError as error:
            context.failed.emit(error)
            return
        self.close_box()
        context.saved.emit(text("documenten.bewaard", bestand=str(chosen)), chosen.parent)

    def _name_wissel(self) -> None:
        at_keys = self._delen.currentWidget() is self._vlak
        self.wissel.setText(text("venster.hulp.over_scherm" if at_keys else "venster.hulp.toetsen"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows scroll: with large letters the list is longer than the window."""
        if not scroll_by_key(self._vlak, event):
            super().keyPressEvent(event)

    def room(self) -> QRect:
        """Never over the half that is shared."""
        return self._werkblad.room()

    def first_field(self) -> QWidget:
        """Where one types what one looks for."""
        return self.hulp.zoeken


def _keys() -> QWidget:
    inhoud = QWidget()
    box = kolom(inhoud, tussen=12)
    for groep, toetsen in TOETSEN.items():
        box.addWidget(label(text(f"venster.toetsen.groep_{groep}"), "kop3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        for nummer, (toets, wat) in enumerate(toetsen):
            sign = label(toets, "merk")
            sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(sign, nummer // 2, nummer % 2 * 2)
            grid.addWidget(label(text(f"venster.toetsen.{wat}"), wrap=True), nummer // 2, nummer % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        box.addLayout(grid)
    return inhoud
