"""A conversation that is on: somebody looks along, so that nobody else may come into sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.gesprek import lopend_gesprek
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.vault.instellingen import read_instelling
from intake_assistant.texts import text
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import knop, label, rij

if TYPE_CHECKING:
    from intake_assistant.ui.qt.place import FocusPlace
    from intake_assistant.ui.window.workbench import Werkblad

# Kept in the vault: after a crash the other may still be at the table.
_SETTING: Final = "gesprek.samen"


class Samen(QObject):
    """From the first question until the conversation is rounded off, or left on purpose."""

    def __init__(self, werkblad: Werkblad) -> None:
        super().__init__(werkblad)
        self._werkblad, self._context = werkblad, werkblad.context
        self._context.gesprek_aan.connect(self._turn)
        self._verder: Callable[[], object] | None = None
        self._later: list[str] = []
        self.verlaten = Verlaten(werkblad)
        self.verlaten.niemand.clicked.connect(self._leave)

    @property
    def is_on(self) -> bool:
        """Whether somebody looks along now."""
        return bool(self._context.samen)

    def resume(self) -> None:
        """Go on with what was on when the vault closed, or the program ended."""
        dossier = read_instelling(self._context.work, _SETTING)
        vault = self._context.work.vault
        if dossier in vault.dossiers() and lopend_gesprek(vault.dossier(dossier)) is not None:
            self._context.samen = self._context.dossier_id = dossier
            self._werkblad.show_samen(True)
        self._context.gedeeld.turn(on=self.is_on)

    def allows(self, place: FocusPlace, *, needs_dossier: bool) -> bool:
        """Whether a place shows nobody else."""
        return not self.is_on or (needs_dossier and place.dossier == self._context.samen)

    def ask(self, verder: Callable[[], object]) -> None:
        """Cover the page, and do this once it was said that nobody looks along any more."""
        self._verder = verder
        self.verlaten.open_box()

    def tell(self, zin: str, *, nobody_else: bool) -> None:
        """Tell a sentence; one that names somebody else waits until nobody looks along."""
        if nobody_else or not self.is_on:
            self._context.told.emit(zin)
        else:
            self._later.append(zin)

    def _turn(self, on: bool) -> None:
        self._context.gedeeld.turn(on=on)
        dossier = self._context.dossier_id if on else ""
        if dossier == self._context.samen:
            return
        self._context.samen = dossier
        self._werkblad.show_samen(on)
        try:
            keep_instelling(self._context.work, _SETTING, dossier)
        except KnownError as error:
            # Nothing of the conversation waits for it: it only counts at the next start.
            self._context.failed.emit(error)

    def _leave(self) -> None:
        verder, self._verder = self._verder, None
        self.verlaten.close_box()
        self._turn(False)
        if verder is not None:
            verder()
        later, self._later = self._later, []
        for zin in later:
            self._context.told.emit(zin)


class Verlaten(Overleg):
    """Hides the whole page before it can show others; nothing of anybody is on it."""

    def __init__(self, werkblad: QWidget) -> None:
        super().__init__(werkblad, 560)
        self.setObjectName("gesprek_verlaten")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.panel.setAccessibleName(text("venster.verlaten_kop"))
        self.box.addWidget(label(text("venster.verlaten_kop"), "kop2", wrap=True))
        self.box.addWidget(label(text("venster.verlaten_zin"), wrap=True))
        self.blijf = knop(text("venster.verlaten_niet"), "verlaten_niet", self.close_box)
        self.niemand = knop(text("venster.verlaten_ja"), "verlaten_ja", lambda: None, "hoofdknop")
        row = rij(tussen=8)
        row.addWidget(self.blijf)
        row.addStretch(1)
        row.addWidget(self.niemand)
        self.box.addLayout(row)

    def first_field(self) -> QWidget:
        """The way back: a key that was meant for a text leads nowhere else."""
        return self.blijf

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hide what lies below."""
        with QPainter(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(self.rect(), self.palette().window())
