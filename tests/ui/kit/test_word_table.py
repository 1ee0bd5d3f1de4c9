"""A table of words that is as low as its rows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.parts import kolom
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.kit.word_table import EVERY_ROW, Woordrijen, Woordtabel


def test_a_table_is_as_high_as_its_rows_up_to_so_many(shown: Callable[[QWidget], None]) -> None:
    rijen = Woordrijen(["naam"])
    tabel = Woordtabel(rijen, "namen", "Namen", (0,), lambda: None, most=3)
    room = QWidget()
    box = kolom(room)
    box.addWidget(tabel)
    box.addStretch(1)
    room.resize(400, 600)
    shown(room)

    def height_of(aantal: int) -> tuple[int, bool]:
        rijen.show_all([(f"Naam {n}",) for n in range(aantal)])
        QApplication.processEvents()
        return tabel.height(), tabel.verticalScrollBar().maximum() > 0

    een, drie = height_of(1), height_of(3)
    assert drie == (een[0] + 2 * tabel.rowHeight(0), False)
    assert height_of(9) == (drie[0], True)
    assert height_of(0) == een, "an empty one is no strip"


def test_what_a_table_asks_for_follows_the_letter(shown: Callable[[QWidget], None]) -> None:
    rijen = Woordrijen(["naam"])
    tabel = Woordtabel(rijen, "namen", "Namen", (0,), lambda: None, most=3)
    shown(tabel)
    before = tabel.sizeHint().height()
    thema.apply("licht", 200)
    assert tabel.sizeHint().height() > before


@pytest.mark.parametrize("breed", [400, 560, 900])
def test_in_a_whole_table_no_word_is_left_out(qtbot: QtBot, breed: int) -> None:
    rijen = Woordrijen(["Maand", "Komt binnen", "Blijft over", "Wordt betaald"])
    tabel = Woordtabel(
        rijen, "geld", "Geld", (110, 120, 120, 0), lambda: None, most=EVERY_ROW, heel=True, wijkt=[2]
    )
    qtbot.addWidget(tabel)
    lang = "Zelf te betalen: huur 650,50 euro, gas 90 euro, water 22,75 euro en zorgverzekering 155 euro."
    rijen.show_all([("aug 2027", "1.400,25 euro", "482 euro", lang), ("sep 2027", "10 euro", "0 euro", "")])
    tabel.setFixedWidth(breed)
    tabel.show()
    QApplication.processEvents()
    tabel.setFixedHeight(tabel.sizeHint().height())
    QApplication.processEvents()
    assert tabel.isColumnHidden(2) == (breed < 560)
    assert (tabel.horizontalScrollBar().maximum(), tabel.verticalScrollBar().maximum()) == (0, 0)
    room = QRect(0, 0, tabel.columnWidth(3) - 2 * px(8), 10_000)
    needs = tabel.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, lang)
    assert tabel.rowHeight(0) >= needs.height() + px(8)
    assert tabel.rowHeight(1) == px(36) or breed == 400
