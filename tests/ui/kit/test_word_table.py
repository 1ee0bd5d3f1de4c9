"""A table of words that is as low as its rows."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.ui.kit.parts import kolom
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel


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
