"""A text in somebody's own words: grows with what is typed."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.basis import Antwoordveld

_VERHAAL, _KORT, _HOOGUIT = 3, 1, 9


def put_text(vak: QTextEdit | QPlainTextEdit, tekst: str) -> None:
    """Show a text and tell nobody; seen from its beginning, and whoever types on goes on behind it."""
    vak.blockSignals(True)
    vak.setPlainText(tekst)
    vak.moveCursor(QTextCursor.MoveOperation.End)
    vak.verticalScrollBar().setValue(0)
    vak.blockSignals(False)


class Tekstvak(QTextEdit):
    """Plain text of one line or more; Tab leaves it."""

    def __init__(self, regels: int = _KORT) -> None:
        super().__init__()
        self._regels = regels
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda: self._grow())
        self._grow()

    def _grow(self) -> None:
        regel = self.fontMetrics().lineSpacing()
        tekst = min(max(self.document().size().height(), self._regels * regel), _HOOGUIT * regel)
        # Border and padding of the style sheet, and the margin of the document itself.
        self.setFixedHeight(round(tekst) + px(24))


class TekstVeld(Antwoordveld):
    """An open answer; a story gets more room."""

    def __init__(self, vraag: Vraag) -> None:
        super().__init__(vraag)
        self._vak = Tekstvak(_VERHAAL if vraag.read_aloud else _KORT)
        self._vak.textChanged.connect(self.getypt)
        self.watch(self._vak)
        self.vak.addWidget(self._vak)

    def show_waarde(self, waarde: object) -> None:
        """Show a text."""
        tekst = "" if waarde is None else str(waarde)
        if tekst != self._vak.toPlainText():
            put_text(self._vak, tekst)

    def waarde(self) -> object:
        """Return the text, None when there is none but blanks."""
        tekst = self._vak.toPlainText()
        return tekst if tekst.strip() else None

    def invoer(self) -> QWidget | None:
        """Return the text box."""
        return self._vak

    def cursor_plek(self) -> int:
        """Return where the cursor stands."""
        return self._vak.textCursor().position()

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back, at most at the end."""
        cursor = self._vak.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(min(plek, cursor.position()))
        self._vak.setTextCursor(cursor)

    def can_undo(self) -> bool:
        """Say whether something typed can be taken back."""
        return self._vak.document().isUndoAvailable()
