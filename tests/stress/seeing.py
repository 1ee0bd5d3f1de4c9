"""What is seen in a window: where the keyboard is, what fields hold, whose names, and what was recorded."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.locking.gate import PoortScherm
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.bars import Navigatie
from intake_assistant.ui.window.window import Venster

_SPOTS = 150
_ROWS = 200


class Eyes:
    """Looks at one window, and remembers which names are whose."""

    def __init__(self, venster: Venster) -> None:
        self._venster = venster
        self._names: dict[str, list[str]] = {}
        self._known: dict[str, str] = {}
        self._changes = (0, -1)

    def look(self) -> dict[str, Any]:
        """All that is asked after an act."""
        top = self._top()
        shown = [w for w in QApplication.allWidgets() if w.isVisible()]
        return {
            "page": type(self._venster.stack.currentWidget()).__name__,
            "screen": self._screen(),
            "open": self._venster.context is not None,
            "top": type(top).__name__,
            "over": top is not self._venster,
            "rect": _rect(top),
            "active": QApplication.activeWindow() is not None,
            "focus": _focus(),
            "fields": _fields(shown),
            "waits": self._venster.ontgrendelen._waiting() > 0,
            "spots": _spots(top, shown),
            "new": self._recorded(),
            "names": self._others(shown),
            "busy": tasks.is_busy(),
        }

    def _top(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._venster

    def _screen(self) -> str:
        werkblad = self._venster.werkblad
        if werkblad is None or self._venster.stack.currentWidget() is not werkblad:
            return ""
        scherm = werkblad.scherm
        if isinstance(scherm, PoortScherm):
            return "poort"
        if self._is_talking(scherm):
            return "gesprek tijdens"
        return scherm.naam

    @staticmethod
    def _is_talking(scherm: QWidget) -> bool:
        if not isinstance(scherm, GesprekScherm) or scherm.tijdens is None:
            return False
        return scherm.delen.currentWidget() is scherm.tijdens

    # -- what was recorded -----------------------------------------------------------------------------------

    def _recorded(self) -> list[list[str]]:
        """Each entry that came since the last look: its subject and its value."""
        context = self._venster.context
        if context is None:
            return []
        vault = context.work.vault
        changes = (id(vault), vault.changes())
        if changes == self._changes:
            return []
        self._changes = changes
        is_first = not self._known
        found: list[list[str]] = []
        for dossier in vault.dossiers():
            for entry in vault.entries(dossier):
                if entry.id not in self._known:
                    self._known[entry.id] = dossier
                    found.append([entry.header.subject, entry.body.decode(errors="replace")])
            person = inburgeraar_of(vault.dossier(dossier))
            whole = [str(person.get(part, "")) for part in ("achternaam", "voornamen")]
            self._names[dossier] = [name for name in whole if len(name) > 3]
        return [] if is_first else found

    # -- whose names -----------------------------------------------------------------------------------------

    def _others(self, shown: list[QWidget]) -> list[str]:
        """Names of others that are read while somebody sits at the other side of the table."""
        werkblad = self._venster.werkblad
        if werkblad is None or self._screen() != "gesprek tijdens":
            return []
        here = werkblad.context.dossier_id
        own = " ".join(self._names.get(here, []))
        others = {n for d, names in self._names.items() if d != here for n in names if n not in own}
        return [
            f"{name}: {type(widget).__name__} {widget.objectName()}"
            for widget in shown
            for words in words_on(widget)
            for name in others
            if name in words and not widget.visibleRegion().isEmpty()
        ]


def words_on(widget: QWidget) -> list[str]:
    """What can be read on one widget."""
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QLineEdit):
        return [widget.displayText()]
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    if isinstance(widget, QGroupBox):
        return [widget.title()]
    if isinstance(widget, QAbstractItemView):
        return _rows(widget)
    return [widget.windowTitle()] if widget.isWindow() else []


def _rows(view: QAbstractItemView) -> list[str]:
    # The stubs promise a model where Qt has none.
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return []
    # Of a list Qt does not say it.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    found = []
    for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
        for column in range(columns):
            index = model.index(row, column)
            if view.visualRect(index).intersects(view.viewport().rect()):
                found.append(str(model.data(index, Qt.ItemDataRole.DisplayRole) or ""))
    return found


def value_of(widget: QWidget) -> str | None:
    """What a field holds; None for what holds nothing, or is no field."""
    if isinstance(widget, QComboBox):
        return f"{widget.currentIndex()} {widget.currentText()}"
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return None if widget.isReadOnly() else widget.toPlainText()
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()
    if isinstance(widget, QAbstractSlider) and not isinstance(widget, QScrollBar):
        return str(widget.value())
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return str(widget.isChecked())
    return None


def _fields(shown: list[QWidget]) -> dict[str, str]:
    held = ((f"{id(widget)} {widget.objectName()}", value_of(widget)) for widget in shown)
    return {name: value for name, value in held if value is not None}


def _focus() -> dict[str, Any] | None:
    widget = QGuiApplication.focusObject()
    if not isinstance(widget, QWidget):
        return None
    around = [widget]
    while (parent := around[-1].parentWidget()) is not None:
        around.append(parent)
    return {
        "name": widget.objectName(),
        "kind": type(widget).__name__,
        "shown": widget.isVisible() and widget.isEnabled(),
        "in_bar": any(isinstance(w, Navigatie) for w in around),
        "in_box": any(isinstance(w, Overleg) for w in around),
        "writes": isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit),
        "holds": value_of(widget) or "",
    }


def _rect(widget: QWidget) -> list[int]:
    corner = widget.mapToGlobal(QPoint(0, 0))
    return [corner.x(), corner.y(), widget.width(), widget.height()]


def _spots(top: QWidget, shown: list[QWidget]) -> list[list[Any]]:
    """The middle of each thing that can be clicked in the window on top."""
    found = []
    for widget in shown:
        takes = widget.focusPolicy() & Qt.FocusPolicy.ClickFocus or isinstance(widget, QAbstractButton)
        if not takes or not widget.isEnabled() or widget.window() is not top.window():
            continue
        seen = widget.visibleRegion().boundingRect()
        if not seen.isEmpty():
            middle = widget.mapToGlobal(seen.center())
            found.append([middle.x(), middle.y(), widget.objectName()])
    return sorted(found)[:_SPOTS]
