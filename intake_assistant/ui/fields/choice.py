"""One of a list of codes; a long list is searched by typing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from intake_assistant.ui.fields.editor import Editor

_ZOEKEN_VANAF: Final = 12


class ChoiceEditor(Editor):
    """A list of words, the first of them for no choice; a code that is not on it is shown as it is.

    Without words for no choice there is always one.
    """

    def __init__(self, keuzes: Iterable[tuple[str, str]], geen: str) -> None:
        super().__init__()
        self.keuze = QComboBox()
        self.setFocusProxy(self.keuze)
        if geen:
            self.keuze.addItem(geen, "")
        for code, woord in keuzes:
            self.keuze.addItem(woord, code)
        self._shown = ""
        if self.keuze.count() > _ZOEKEN_VANAF:
            self._make_searchable()
        self.keuze.activated.connect(lambda _: self._choose())
        self.vak.addWidget(self.keuze)

    def _make_searchable(self) -> None:
        self.keuze.setEditable(True)
        self.keuze.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.keuze.model(), self.keuze)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.keuze.setCompleter(completer)
        line = self.keuze.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._take_text)

    def _take_text(self) -> None:
        """What was typed when it is on the list, else what stood there."""
        number = self.keuze.findText(self.keuze.currentText(), Qt.MatchFlag.MatchFixedString)
        self.keuze.setCurrentIndex(number if number >= 0 else self.keuze.findData(self._shown))
        self._choose()

    def _choose(self) -> None:
        self._shown = str(self.keuze.currentData() or "")
        self.gekozen.emit()

    def show_waarde(self, waarde: object) -> None:
        """Show the word of a code."""
        self._shown = code = "" if waarde is None else str(waarde)
        if self.keuze.findData(code) < 0:
            self.keuze.addItem(code, code)
        self.keuze.setCurrentIndex(self.keuze.findData(code))
        line = self.keuze.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def waarde(self) -> object:
        """Return the code, None for no choice."""
        return self.keuze.currentData() or None

    def invoer(self) -> QWidget | None:
        """Return the list."""
        return self.keuze
