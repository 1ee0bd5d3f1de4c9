"""One of a list of codes; a long list is searched by typing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.search_list import hits_below
from intake_assistant.ui.kit.parts import ChoiceBox

_ZOEKEN_VANAF: Final = 12


class ChoiceEditor(Editor):
    """A list of words, the first of them for no choice; what is not on it is shown as it is.

    Without words for no choice there is always one.
    """

    def __init__(self, keuzes: Iterable[tuple[str, str]], geen: str) -> None:
        super().__init__()
        self.keuze = ChoiceBox()
        self.setFocusProxy(self.keuze)
        if geen:
            self.keuze.addItem(geen, "")
        for code, woord in keuzes:
            self.keuze.addItem(woord, code)
        self._shown = ""
        self._line: QLineEdit | None = None
        if self.keuze.count() > _ZOEKEN_VANAF:
            self._make_searchable()
        self.keuze.activated.connect(lambda _: self._choose())
        self.vak.addWidget(self.keuze)

    def _make_searchable(self) -> None:
        self.keuze.setEditable(True)
        self.keuze.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.keuze.setCompleter(hits_below(self.keuze.model(), self.keuze))
        line = self.keuze.lineEdit()
        if line is not None:
            self._line = line
            line.textEdited.connect(lambda _: self.getypt.emit())
            line.editingFinished.connect(self._take_text)

    def _take_text(self) -> None:
        """What was typed when it is on the list; half a word stays, and an empty line is what stood there."""
        self.show_waarde(self.waarde())
        self._choose()

    def _choose(self) -> None:
        code = str(self.waarde() or "")
        if self.is_listed(code):
            self._shown = code
        self.gekozen.emit()

    def show_waarde(self, waarde: object) -> None:
        """Show the word of a code, or half a word."""
        code = "" if waarde is None else str(waarde)
        if self.is_listed(code):
            self._shown = code
        if self.keuze.findData(code) < 0 and self._line is None:
            self.keuze.addItem(code, code)
        self.keuze.setCurrentIndex(self.keuze.findData(code))
        if self._line is not None:
            if self.keuze.currentIndex() < 0:
                self.keuze.setEditText(code)
            self._line.setCursorPosition(0)

    def waarde(self) -> object:
        """Return the code, or what was typed beside the list; None for no choice."""
        if self._line is None:
            return self.keuze.currentData() or None
        typed = self._line.text().strip()
        number = self.keuze.findText(typed, Qt.MatchFlag.MatchFixedString)
        return (self.keuze.itemData(number) if number >= 0 else typed or self._shown) or None

    def cursor_plek(self) -> int:
        """Return where the cursor stands in the line."""
        return self._line.cursorPosition() if self._line is not None else 0

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back in the line."""
        if self._line is not None and plek >= 0:
            self._line.setCursorPosition(plek)

    def offer(self, keuzes: Iterable[tuple[str, str]]) -> None:
        """Put other codes on the list; what was chosen stays chosen, also when it is on it no more."""
        chosen = self.waarde()
        eerste = 1 if self.keuze.count() and self.keuze.itemData(0) == "" else 0
        while self.keuze.count() > eerste:
            self.keuze.removeItem(eerste)
        for code, woord in keuzes:
            self.keuze.addItem(woord, code)
        self.show_waarde(chosen)

    def fall_back_on(self, code: str) -> None:
        """What stands here again when the line is left empty."""
        self._shown = code

    def is_listed(self, code: str) -> bool:
        """Whether a code is on the list."""
        return self.keuze.findData(code) >= 0

    def invoer(self) -> QWidget | None:
        """Return the list."""
        return self.keuze
