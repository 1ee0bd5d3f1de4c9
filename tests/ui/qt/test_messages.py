"""The one door for dialogs, and that nobody goes past it."""

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.parts import knop
from intake_assistant.ui.qt import messages

UI = Path(messages.__file__).parents[1]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_script_answers_in_order_and_keeps_what_was_asked(parent: QWidget, script: messages.Script) -> None:
    script.answers += [0, 1, Path("/x/y.pdf")]
    assert messages.confirm(parent, "Vaststellen?", "Daarna ligt het vast.", "Vaststellen")
    assert not messages.confirm(parent, "Wissen?", "Weg is weg.", "Wissen")
    assert messages.choose_file(parent, "bewaar", "Waar?", Path("/x")) == Path("/x/y.pdf")
    assert "Vaststellen?" in script.asked[0]


def test_a_dialog_that_nobody_foresaw_is_an_error(parent: QWidget, script: messages.Script) -> None:
    with pytest.raises(RuntimeError, match="unexpected dialog"):
        messages.confirm(parent, "Echt?", "", "Ja")


def test_a_path_is_no_answer_to_a_choice(parent: QWidget, script: messages.Script) -> None:
    script.answers.append(Path("/x"))
    with pytest.raises(TypeError):
        messages.confirm(parent, "Echt?", "", "Ja")


@pytest.mark.parametrize("pressed", [0, 1])
def test_the_real_dialog_has_our_words_and_the_safe_button_as_default(
    parent: QWidget, qtbot: QtBot, pressed: int
) -> None:
    seen: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        buttons = [b for b in box.findChildren(QPushButton) if b.text() in ("Vaststellen", "Annuleren")]
        seen.extend(sorted(b.text() for b in buttons))
        assert box.defaultButton().text() == "Annuleren"
        next(b for b in buttons if b.text() == ("Vaststellen", "Annuleren")[pressed]).click()

    QTimer.singleShot(0, press)
    with messages.answered_by(messages._Dialogs()):
        answer = messages.confirm(parent, "Vaststellen?", "Daarna ligt het vast.", "Vaststellen")
    assert answer is (pressed == 0)
    assert seen == ["Annuleren", "Vaststellen"]


def test_details_of_a_fault_hold_no_words_of_anybody() -> None:
    with pytest.raises(ValueError) as caught:
        int("Selam Tesfay 999990019")
    details = messages.fault_details(caught.value)
    assert "Selam" not in details
    assert "ValueError" in details
    assert "test_messages.py" in details


def test_no_other_file_opens_a_dialog() -> None:
    word = re.compile(r"\b(QMessageBox|QFileDialog|QInputDialog|QDialog|QErrorMessage)\b")
    found = [
        f.name for f in UI.rglob("*.py") if f.name != "messages.py" and word.search(f.read_text("utf-8"))
    ]
    assert not found


def test_a_button_shows_an_ampersand_as_it_is(qtbot: QtBot) -> None:
    made = knop("Werk & inkomen", "x", lambda: None)
    qtbot.addWidget(made)
    assert made.text() == "Werk && inkomen"
    assert made.accessibleName() == "Werk & inkomen"


@pytest.mark.parametrize(
    ("voorstel", "kept"),
    [("Herstelblad.pdf", "blad.pdf"), ("lijst.intake.age", "blad.intake.age"), ("map", "blad")],
)
def test_a_name_without_an_extension_gets_that_of_the_proposal(
    parent: QWidget, tmp_path: Path, voorstel: str, kept: str
) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(tmp_path / "blad"))
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(200, choose)
    with messages.answered_by(messages._Dialogs()):
        chosen = messages.choose_file(parent, "bewaar", "Bewaren", tmp_path / voorstel)
    assert chosen == tmp_path / kept


def test_the_real_file_dialog_keeps_no_recent_list(parent: QWidget, tmp_path: Path) -> None:
    """Qt writes the folders one chose to a file in the home of the user; a folder may bear a name."""
    folder = tmp_path / "plannen"
    folder.mkdir()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(folder / "plan.pdf"))
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(200, choose)
    with messages.answered_by(messages._Dialogs()):
        chosen = messages.choose_file(parent, "bewaar", "Bewaren", folder)
    assert chosen == folder / "plan.pdf"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [file for file in Path(os.environ["HOME"]).rglob("*") if file.is_file()]
    assert [file for file in left if b"plannen" in file.read_bytes()] == []
