"""What Qt itself says is Dutch too: dialogs for files, menus of fields, buttons."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.ui.qt import messages
from intake_assistant.ui.qt import words as qt_words
from intake_assistant.ui.qt.messages import Soort
from intake_assistant.ui.window.window import Venster

ENGLISH = re.compile(
    r"\b(the|look|in:|save|open|cancel|choose|close|files?|folders?|directory|name|size|kind|date|modified"
    r"|undo|redo|cut|copy|paste|delete|select|all|show|hide|back|forward|new|create|parent|rename"
    r"|yes|no|remove|list|view)\b",
    re.IGNORECASE,
)


def words(widget: QWidget) -> list[str]:
    """All that a person reads or hears of it."""
    found = []
    for part in widget.findChildren(QWidget):
        found += [part.toolTip(), part.accessibleName()]
        if isinstance(part, QLabel | QAbstractButton):
            found.append(part.text())
        if isinstance(part, QTreeView):
            model = part.model()
            found += [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())]
    found += [action.text() for action in widget.findChildren(QAction)]
    return [word.replace("&", "") for word in found if word.strip()]


def english(found: list[str]) -> list[str]:
    return [word for word in found if ENGLISH.search(word)]


@pytest.mark.parametrize("soort", ["open", "bewaar", "map"])
def test_the_dialog_for_files_is_dutch(
    venster: Venster, echte_vragen: None, tmp_path: Path, soort: Soort
) -> None:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.extend(words(dialog))
        dialog.reject()

    QTimer.singleShot(0, look)
    chosen = messages.choose_file(venster, soort, "Kies een plek", tmp_path / "blad.pdf", "PDF (*.pdf)")
    assert chosen is None
    assert "Annuleren" in seen
    assert "Bestandssoort:" in seen
    assert english(seen) == []


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_the_menu_of_a_field_is_dutch(
    qtbot: QtBot, venster: Venster, kind: type[QLineEdit] | type[QTextEdit] | type[QPlainTextEdit]
) -> None:
    qtbot.waitUntil(lambda: qt_words.install.cache_info().currsize > 0)  # soon after the lock was painted
    field = kind(venster)
    menu = field.createStandardContextMenu()
    found = [action.text().replace("&", "").split("\t")[0] for action in menu.actions() if action.text()]
    assert {"Ongedaan maken", "Knippen", "Kopiëren", "Plakken"} <= set(found)
    assert english(found) == []


def test_the_buttons_of_a_fault_are_dutch(venster: Venster, echte_vragen: None) -> None:
    seen: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(words(box))
        box.accept()

    QTimer.singleShot(0, look)
    messages.show_fault(venster, ValueError("x"))
    assert any(word.startswith("Details tonen") for word in seen)
    assert english([word for word in seen if "ValueError" not in word]) == []
