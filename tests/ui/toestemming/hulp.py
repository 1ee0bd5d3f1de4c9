"""Ask for a consent by hand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.toestemming.card import ToestemmingKaart
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm


def click(qtbot: QtBot, parent: QWidget, naam: str) -> None:
    found = parent.findChild(QPushButton, naam)
    assert found is not None, naam
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, parent: QWidget, naam: str) -> None:
    found = parent.findChild(QRadioButton, naam)
    assert found is not None, naam
    found.click()


def fill_in(qtbot: QtBot, scherm: ToestemmingenScherm, *gegevens: str) -> None:
    """The first two steps, by hand."""
    click(qtbot, scherm, "toestemming_nieuw")
    for naam, tekst in (
        ("vraag_partij", "Taalschool De Brug"),
        ("vraag_doel", "lestijden kiezen die passen"),
    ):
        regel = scherm.findChild(QLineEdit, naam)
        assert regel is not None
        QTest.keyClicks(regel, tekst)
    choose(qtbot, scherm, "richting_delen")
    click(qtbot, scherm, "vraag_verder")
    for naam in gegevens:
        scherm.vragen.boom.line_of(naam).setCheckState(0, Qt.CheckState.Checked)
    click(qtbot, scherm, "vraag_verder")
    assert scherm.vragen.stap == 2


def kaart(scherm: ToestemmingenScherm, partij: str) -> ToestemmingKaart:
    QApplication.processEvents()
    (found,) = [
        k for k in scherm.findChildren(ToestemmingKaart) if k.toestemming.partij == partij and k.isVisible()
    ]
    return found


def words(widget: QWidget) -> str:
    return " ".join(made.text() for made in widget.findChildren(QLabel) if made.isVisible())
