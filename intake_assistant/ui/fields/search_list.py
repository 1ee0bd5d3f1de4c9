"""A long list of choices in which one searches by typing a part of the name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QSizePolicy, QWidget

from intake_assistant.domain.formulier import Keuze, meant_by
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import ChoiceBox
from intake_assistant.ui.kit.theme import px

_MOST_HITS = 7


@lru_cache(maxsize=8)
def _namen(keuzes: tuple[Keuze, ...]) -> tuple[str, ...]:
    return tuple(keuze.label for keuze in keuzes)


class _Hits(QListView):
    """What hangs below while one types; as high as its rows, where Qt forgets the edge of a styled list."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt has just said how high."""
        super().resizeEvent(event)
        rows = min(self.model().rowCount(), _MOST_HITS)
        whole = rows * self.sizeHintForRow(0) + self.height() - self.viewport().height()
        if self.height() < whole:
            self.resize(self.width(), whole)


def hits_below(choices: QAbstractItemModel | Sequence[str], parent: QWidget) -> QCompleter:
    """What hangs below a line while one types: each choice that holds it, in capitals or not."""
    made = QCompleter(choices, parent)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    made.setMaxVisibleItems(_MOST_HITS)
    made.setPopup(_Hits())
    return made


class SearchList(ChoiceBox):
    """An editable list; what stands in it and is in no list is kept as it was typed."""

    bewerkt = Signal()
    """Something was typed."""
    gekozen = Signal()
    """A choice was made from the list."""

    def __init__(self, keuzes: tuple[Keuze, ...]) -> None:
        super().__init__()
        self._keuzes = keuzes
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(px(200))
        self.setMaxVisibleItems(12)
        model = QStringListModel(_namen(keuzes), self)
        self.setModel(model)
        self.setCurrentIndex(-1)
        self.vult_aan = hits_below(model, self)
        self.setCompleter(self.vult_aan)
        regel = self.regel()
        regel.setPlaceholderText(text("gesprek.vragen.zoeken"))
        regel.textEdited.connect(lambda _: self.bewerkt.emit())
        regel.editingFinished.connect(self._say_whole)
        self.activated.connect(lambda _: self.gekozen.emit())

    def delen(self) -> tuple[QWidget, ...]:
        """Return what may get the keyboard: the line is a proxy of the list, which gets the focus events."""
        return self, self.regel()

    def regel(self) -> QLineEdit:
        """Return the line in which one types."""
        regel = self.lineEdit()
        if regel is None:
            raise TypeError("an editable list has a line")
        return regel

    def code(self) -> str:
        """Return the code of what stands there, or of the only name that has it; else what was typed."""
        getypt = self.regel().text().strip()
        bedoeld = meant_by(self._keuzes, getypt)
        return bedoeld.naam if bedoeld else getypt

    def unknown(self) -> str:
        """Return what was typed and is in no list; empty when it is, or nothing stands there."""
        getypt = self.regel().text().strip()
        return getypt if getypt and self._keuzes and meant_by(self._keuzes, getypt) is None else ""

    def _say_whole(self) -> None:
        """Who leaves a part that only one name has sees that name."""
        bedoeld = meant_by(self._keuzes, self.regel().text())
        if bedoeld is not None and bedoeld.label != self.regel().text():
            self.regel().setText(bedoeld.label)
            self.gekozen.emit()

    def name_of(self, code: str) -> str:
        """Return what one types for a code; of one that is in no list, the code itself."""
        return next((k.label for k in self._keuzes if k.naam == code), code)

    def show_code(self, code: str) -> None:
        """Show the name of a code; tells nobody."""
        if code == self.code():
            return
        self.setCurrentIndex(next((n for n, k in enumerate(self._keuzes) if k.naam == code), -1))
        self.regel().setText(self.name_of(code))
        # A name that does not fit is seen from its beginning.
        self.regel().setCursorPosition(0)
