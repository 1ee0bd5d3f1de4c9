"""What every editor shares: show a value, give it, and say when somebody changed or left it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QWidget

from intake_assistant.ui.kit.parts import kolom
from intake_assistant.ui.qt.undoing import take_redo


class Editor(QWidget):
    """One thing that is typed or chosen; it knows no dossier."""

    gekozen = Signal()
    """A choice was made: it is recorded at once."""
    getypt = Signal()
    """Something was typed: it is kept, and recorded when the editor is left."""
    verlaten = Signal()
    """The editor was left."""
    gezocht = Signal()
    """A word was typed to search in a list with: it is kept, and is no answer."""
    terug = Signal()
    """Ctrl+Z, and nothing typed is left to take back."""

    heeft_antwoord = True
    """Whether anything is answered here at all; a note to say is not."""

    def __init__(self) -> None:
        super().__init__()
        self.vak = kolom(self, tussen=2)

    def show_waarde(self, waarde: object) -> None:
        """Show a value, None for none; tells nobody."""

    def waarde(self) -> object:
        """Return what stands here, None when it is empty."""
        return None

    def zoekwoord(self) -> str:
        """Return the word that one searches with and chose nothing by yet."""
        return ""

    def show_zoekwoord(self, woord: str) -> None:
        """Show the word that one was searching with; tells nobody."""

    def invoer(self) -> QWidget | None:
        """Return the widget that takes the keyboard."""
        return None

    def cursor_plek(self) -> int:
        """Return where the cursor stands."""
        return 0

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back; -1 is behind what stands here."""

    def watch(self, *widgets: QWidget) -> None:
        """Have what is typed in tell when it is left and when Ctrl+Z goes beyond what was typed."""
        for widget in widgets:
            widget.installEventFilter(self)

    def can_undo(self) -> bool:
        """Say whether something typed can be taken back."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn focus out and Ctrl+Z into the signals above."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            # The list of a completer takes the focus for a moment; the editor is not left then.
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.verlaten.emit()
        elif isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            return self._beyond_typed(event) or super().eventFilter(watched, event)
        elif take_redo(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _beyond_typed(self, event: QKeyEvent) -> bool:
        if self.can_undo():
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.terug.emit()
        event.accept()
        return True


def name_field(veld: QWidget, naam: str, voor: str) -> None:
    """Give a field its name for tests and the name that is read aloud."""
    target = (veld.invoer() if isinstance(veld, Editor) else None) or veld
    target.setObjectName(naam)
    target.setAccessibleName(voor)
    if isinstance(target, QComboBox):
        target.view().setAccessibleName(voor)
