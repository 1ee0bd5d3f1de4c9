"""What lies in a layout is told and taken out without keeping anything of it."""

import shiboken6
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QLayoutItem, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.emptying import empty_layout, take_out, widgets_in
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kolom


def filled(layout: QLayout) -> list[QLabel]:
    labels = [QLabel(word) for word in ("een", "twee", "drie")]
    for one in labels:
        one.setObjectName(one.text())
        layout.addWidget(one)
    return labels


def items() -> list[object]:
    """What PySide holds of items that are no layout."""
    every = shiboken6.getAllValidWrappers()
    return [one for one in every if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)]


def test_widgets_are_told_in_the_order_of_the_layout_and_no_item_is_kept(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = kolom(box)
    een, twee, drie = filled(column)
    column.insertWidget(0, drie)
    column.addStretch(1)
    QLabel("not laid out", box)
    before = len(items())
    assert widgets_in(column) == [drie, een, twee]
    assert len(items()) == before


def test_a_layout_is_emptied_with_those_within_it_and_no_name_is_left(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column, row, grid, flow = kolom(box), QHBoxLayout(), QGridLayout(), Vloei()
    labels = filled(column)
    for inner in (row, grid, flow):
        labels += filled(inner)
        column.addLayout(inner)
    column.addStretch(1)
    before = len(items())
    empty_layout(column)
    assert column.count() == row.count() == grid.count() == flow.count() == 0
    assert not any(one.isVisibleTo(box) or one.objectName() for one in labels)
    assert len(items()) <= before


def test_what_was_taken_out_stays_whole(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = kolom(box)
    labels = filled(column)
    column.addStretch(1)
    take_out(column)
    assert column.count() == 0
    assert [one.objectName() for one in labels] == ["een", "twee", "drie"]
