"""Tab goes down the page as it is laid out, whatever came into it later."""

import pytest
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


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Things in a column, beside and behind each other; some came after all the rest."""
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
    # The last of them first.
    for woord in ("tweede", "eerste"):
        binnen.insertWidget(0, QLineEdit(woord))
    QVBoxLayout(lijst).addWidget(QPushButton("lijst"))
    grijs = QLineEdit("grijs")
    grijs.setEnabled(False)
    binnen.addWidget(grijs)
    QApplication.processEvents()
    return root


def test_what_is_made_later_has_its_place_in_the_order(page: QWidget) -> None:
    forth = walk(page, forward=True)
    assert forth == ["boven", "lijst", "eerste", "tweede", "open", "klaar", "weg", "boven"]
    assert walk(page, forward=False) == forth[::-1]


@pytest.mark.parametrize(
    ("place", "said"), [("", ("boven", "weg")), ("dicht", ("open", "tweede")), ("grijs", ("open", "tweede"))]
)
def test_from_what_has_no_place_it_goes_on_where_that_would_be(
    page: QWidget, place: str, said: tuple[str, str]
) -> None:
    """From nowhere it begins at an end; from what is hidden or grey, at what lies around it."""
    came_from = next((field for field in page.findChildren(QLineEdit) if field.text() == place), None)
    for forward, woord in zip((True, False), said, strict=True):
        assert step(page, came_from, forward=forward)
        assert focused(page) == woord


def walk(root: QWidget, *, forward: bool) -> list[str]:
    """Round once, from the first."""
    first = root.findChild(QLineEdit)
    assert first is not None
    first.setFocus()
    said = [first.text()]
    while len(said) < 2 or said[-1] != said[0]:
        assert step(root, root.focusWidget(), forward=forward)
        said.append(focused(root))
    return said


def focused(root: QWidget) -> str:
    focus = root.focusWidget()
    assert isinstance(focus, QLineEdit | QPushButton)
    return focus.text()
