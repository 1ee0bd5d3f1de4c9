"""What is no wider than one reads, on a page that is wider."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.giving_way import leesbreed
from intake_assistant.ui.kit.parts import kaart, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from tests.ui.window.test_beelden import settle


@pytest.mark.parametrize("woorden", [12, 20, 40, 400])
def test_no_line_is_cut_on_a_page_that_is_wider(qtbot: QtBot, woorden: int) -> None:
    """Six labels in a card in a column; the card is as high as the lines in it."""
    inhoud = QWidget()
    vlak = schuifvlak(inhoud)
    qtbot.addWidget(vlak)
    vlak.resize(px(1800), px(700))
    made, box = kaart(), kolom(inhoud)
    lines = [label("woord " * woorden, wrap=True) for _ in range(6)]
    within = kolom(made, rand=24)
    for line in lines:
        within.addWidget(line)
    box.addLayout(leesbreed(made, 760))
    box.addStretch(1)
    vlak.show()
    settle()
    assert made.width() == px(760)
    assert [line.height() for line in lines if line.height() < line.heightForWidth(line.width())] == []


def test_in_a_narrow_window_it_gives_way(qtbot: QtBot) -> None:
    """No wider than the window, so that nothing is to be scrolled sideways."""
    inhoud = QWidget()
    qtbot.addWidget(inhoud)
    made, box = kaart(), kolom(inhoud)
    kolom(made).addWidget(label("woord " * 40, wrap=True))
    box.addLayout(leesbreed(made, 760))
    inhoud.resize(px(400), px(700))
    inhoud.show()
    settle()
    assert made.width() == px(400)
