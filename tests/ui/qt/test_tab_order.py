"""Tab goes down the page as it is laid out, whatever came into it later."""

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.parts import schuifvlak
from intake_assistant.ui.qt.focus import LAST, step


def test_what_is_made_later_has_its_place_in_the_order(qtbot: QtBot) -> None:
    root, lijst, velden = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(root)
    stapel, verdeeld = QStackedWidget(), QSplitter()
    buiten, binnen = QVBoxLayout(root), QVBoxLayout(velden)
    verdeeld.addWidget(lijst)
    verdeeld.addWidget(schuifvlak(velden))
    verdeeld.addWidget(stapel)
    buiten.addWidget(QLineEdit("boven"))
    buiten.addWidget(verdeeld)
    for woord in ("dicht", "open"):
        stapel.addWidget(QLineEdit(woord))
    stapel.setCurrentIndex(1)
    knoppen, weg = QHBoxLayout(), QPushButton("weg")
    weg.setProperty(LAST, True)
    for knop in (weg, QPushButton("klaar")):
        knoppen.addWidget(knop)
    buiten.addLayout(knoppen)
    root.show()
    # After all the rest, and the last of them first.
    for woord in ("tweede", "eerste"):
        binnen.insertWidget(0, QLineEdit(woord))
    QVBoxLayout(lijst).addWidget(QPushButton("lijst"))
    grijs = QLineEdit("grijs")
    grijs.setEnabled(False)
    binnen.addWidget(grijs)
    QApplication.processEvents()

    forth = walk(root, forward=True)
    assert forth == ["boven", "lijst", "eerste", "tweede", "open", "klaar", "weg", "boven"]
    assert walk(root, forward=False) == forth[::-1]


def walk(root: QWidget, *, forward: bool) -> list[str]:
    """Round once, from the first."""
    first = root.findChild(QLineEdit)
    assert first is not None
    first.setFocus()
    said = [first.text()]
    while len(said) < 2 or said[-1] != said[0]:
        assert step(root, root.focusWidget(), forward=forward)
        focus = root.focusWidget()
        assert isinstance(focus, QLineEdit | QPushButton)
        said.append(focus.text())
    return said
