"""Widgets beside each other, and below when there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from intake_assistant.ui.kit.flow import Vloei


class Blok(QWidget):
    """As large as it is told."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setFixedSize(width, height)


def placed(width: int, *sizes: tuple[int, int]) -> tuple[QWidget, list[QRect]]:
    """A room of some width, and where what was put in it stands."""
    room = QWidget()
    row = Vloei(room)
    row.setSpacing(8)
    blocks = [Blok(*size) for size in sizes]
    for block in blocks:
        row.addWidget(block)
        block.show()
    row.setGeometry(QRect(0, 0, width, row.heightForWidth(width)))
    return room, [block.geometry() for block in blocks]


def test_a_high_and_a_low_one_have_their_middle_on_one_height() -> None:
    room, (low, high) = placed(300, (90, 34), (90, 40))
    assert (low.y(), high.y()) == (3, 0)
    assert high.x() == low.x() + 98
    room.deleteLater()


def test_what_does_not_fit_goes_below() -> None:
    room, (first, second, third) = placed(200, (96, 34), (96, 40), (300, 20))
    assert second.right() == 199
    assert first.y() == 3
    assert (third.x(), third.y()) == (0, 48)
    layout = room.layout()
    assert layout is not None
    assert layout.heightForWidth(200) == 68
    room.deleteLater()


def test_nothing_takes_no_room() -> None:
    room, found = placed(200)
    layout = room.layout()
    assert layout is not None
    assert found == []
    assert layout.heightForWidth(200) == 0
    room.deleteLater()
