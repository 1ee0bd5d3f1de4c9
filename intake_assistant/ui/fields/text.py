"""A text in somebody's own words: grows with what is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.kit.theme import px

_HOOGUIT: Final = 9


def put_text(vak: QTextEdit | QPlainTextEdit, tekst: str) -> None:
    """Show a text and tell nobody; seen from its beginning, and whoever types on goes on behind it."""
    vak.blockSignals(True)
    vak.setPlainText(tekst)
    vak.moveCursor(QTextCursor.MoveOperation.End)
    vak.verticalScrollBar().setValue(0)
    vak.blockSignals(False)


class TextBox(QTextEdit):
    """Plain text; Tab leaves it. So many lines and more when more is typed, or always of one height."""

    def __init__(self, regels: int = 1, hoogte: int = 0) -> None:
        super().__init__()
        self._regels = regels
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        if hoogte:
            self.setFixedHeight(px(hoogte))
            return
        self.document().documentLayout().documentSizeChanged.connect(lambda: self._grow())
        self._grow()

    def _grow(self) -> None:
        regel = self.fontMetrics().lineSpacing()
        tekst = min(max(self.document().size().height(), self._regels * regel), _HOOGUIT * regel)
        # Border and padding of the style sheet, and the margin of the document itself.
        self.setFixedHeight(round(tekst) + px(24))


class TextEditor(Editor):
    """A text; with `per_regel` each line is one point of a list."""

    def __init__(self, regels: int = 1, *, hoogte: int = 0, per_regel: bool = False) -> None:
        super().__init__()
        self.tekst = TextBox(regels, hoogte)
        self._per_regel = per_regel
        self.setFocusProxy(self.tekst)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tekst.textChanged.connect(self.getypt)
        self.watch(self.tekst)
        self.vak.addWidget(self.tekst)

    def show_waarde(self, waarde: object) -> None:
        """Show a text or its lines; what means the same is left alone."""
        regels = list(waarde) if isinstance(waarde, list | tuple) else None
        if self.waarde() != ((waarde if regels is None else regels) or None):
            put_text(self.tekst, str(waarde or "") if regels is None else "\n".join(map(str, regels)))

    def waarde(self) -> object:
        """Return the text or its lines, None when there is nothing but blanks."""
        tekst = self.tekst.toPlainText()
        if self._per_regel:
            return [regel.strip() for regel in tekst.splitlines() if regel.strip()] or None
        return tekst if tekst.strip() else None

    def invoer(self) -> QWidget | None:
        """Return the box."""
        return self.tekst

    def cursor_plek(self) -> int:
        """Return where the cursor stands."""
        return self.tekst.textCursor().position()

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back, at most at the end."""
        cursor = self.tekst.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if plek >= 0:
            cursor.setPosition(min(plek, cursor.position()))
        self.tekst.setTextCursor(cursor)

    def can_undo(self) -> bool:
        """Say whether something typed can be taken back."""
        return self.tekst.document().isUndoAvailable()
