"""Groups beside each other are as high as the words in their share of the room ask."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import kolom, label

LANG = "Kerkgroep Nieuwerhaven, uitnodigen voor de eetavonden op vrijdag"


@pytest.mark.parametrize("breed", [260, 320, 420, 900])
@pytest.mark.parametrize("delen", [(1, 0), (2, 1), (0, 1)])
def test_no_line_of_a_group_is_cut(qtbot: QtBot, delen: tuple[int, ...], breed: int) -> None:
    page, woorden, knop = QWidget(), label(LANG, wrap=True), QPushButton("Intrekken")
    links, rechts = kolom(tussen=0), kolom(tussen=0)
    links.addWidget(woorden)
    rechts.addWidget(knop)
    kolom(page, tussen=0).addLayout(Groepen(links, rechts, delen=delen))
    qtbot.addWidget(page)
    page.show()
    page.resize(QSize(breed, page.heightForWidth(breed)))
    qtbot.waitExposed(page)
    assert page.width() == breed
    assert woorden.height() >= woorden.heightForWidth(woorden.width())
