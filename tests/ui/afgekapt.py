"""Measures whether words have the room that they take: what is painted outside its own place is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

from intake_assistant.ui.kit.giving_way import Keuzerondje, Keuzevink
from intake_assistant.ui.kit.parts import KorteRegel

# The overhang of a last letter, and the rounding of a scale.
_SPELING = 1
_WRAP = Qt.TextFlag.TextWordWrap
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def cut_off(root: QWidget) -> list[str]:
    """What is in sight, or can be scrolled to, and is wider or higher than its room."""
    return [fault for widget in _shown(root) for fault in _faults(widget)]


def _shown(root: QWidget) -> Iterator[QWidget]:
    # Nothing is in sight in what is not: each screen that was left still lies behind the one that is shown.
    for widget in root.findChildren(QWidget, options=_DIRECT):
        if widget.isVisible() and not widget.isWindow():
            yield widget
            yield from _shown(widget)


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QHeaderView):
        yield from _sections(widget)
    elif isinstance(widget, QTableView):
        yield from _cells(widget)
    elif isinstance(widget, QLabel | QAbstractButton | QComboBox) and (woorden := _words(widget)):
        if isinstance(widget, KorteRegel):
            # It gives way on purpose, and tells the whole; but never to nothing.
            if len(woorden) < 2:
                yield _tell("nothing left of", widget, widget.toolTip())
            return
        wide, high = _wanted(widget, woorden)
        room = _room(widget)
        if wide > room.width() + _SPELING or high > room.height() + _SPELING:
            yield _tell(f"{wide}x{high} in {room.width()}x{room.height()}:", widget, woorden)
        elif edge := _beyond(widget):
            yield _tell(edge, widget, woorden)


def _words(widget: QLabel | QAbstractButton | QComboBox) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel):
        return widget.text()
    return re.sub("&(.)", r"\1", widget.text())


def _wanted(widget: QLabel | QAbstractButton | QComboBox, woorden: str) -> tuple[int, int]:
    metrics = widget.fontMetrics()
    if isinstance(widget, Keuzerondje | Keuzevink) or isinstance(widget, QLabel) and widget.wordWrap():
        # Qt breaks lines in the room that there is; only a word that is longer than all of it sticks out.
        rect = metrics.boundingRect(QRect(0, 0, _room(widget).width(), 100_000), _WRAP, woorden)
        return rect.width(), rect.height()
    if isinstance(widget, QPushButton):
        font = widget.font()
        # A chip that is chosen turns bold.
        font.setBold(font.bold() or widget.isCheckable())
        metrics = QFontMetrics(font)
    wide = max(metrics.horizontalAdvance(line) for line in woorden.split("\n"))
    if isinstance(widget, QPushButton) and not widget.icon().isNull():
        wide += widget.iconSize().width()
    return wide, metrics.height() * len(woorden.split("\n"))


def _room(widget: QLabel | QAbstractButton | QComboBox) -> QRect:
    style = widget.style()
    if isinstance(widget, QLabel):
        edge = widget.margin()
        return widget.contentsRect().adjusted(edge, edge, -edge, -edge)
    if isinstance(widget, QComboBox):
        combo = QStyleOptionComboBox()
        widget.initStyleOption(combo)
        part = QStyle.SubControl.SC_ComboBoxEditField
        return style.subControlRect(QStyle.ComplexControl.CC_ComboBox, combo, part, widget)
    option = QStyleOptionButton()
    option.initFrom(widget)
    if isinstance(widget, QCheckBox):
        return style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, widget)
    if isinstance(widget, QRadioButton):
        return style.subElementRect(QStyle.SubElement.SE_RadioButtonContents, option, widget)
    return style.subElementRect(QStyle.SubElement.SE_PushButtonContents, option, widget)


def _beyond(widget: QWidget) -> str:
    """Which edge of what holds it cuts it; what can be scrolled to is not cut."""
    above = widget.parentWidget()
    while above is not None:
        area = above.parentWidget()
        scroller = area if isinstance(area, QAbstractScrollArea) and area.viewport() is above else None
        left = widget.mapTo(above, QPoint()).x()
        if left < -_SPELING or left + widget.width() > above.width() + _SPELING:
            moves = scroller is not None and scroller.horizontalScrollBar().maximum() > 0
            return f"{'sideways' if moves else 'sticks out'} of {_name(scroller or above)}"
        if scroller is not None:
            return ""
        top = widget.mapTo(above, QPoint()).y()
        if top < -_SPELING or top + widget.height() > above.height() + _SPELING:
            return f"sticks out below {_name(above)}"
        above = None if above.isWindow() else above.parentWidget()
    return ""


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"


def _sections(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for nr in range(header.count()):
        if header.isSectionHidden(nr) or header.orientation() == Qt.Orientation.Vertical:
            continue
        woorden = str(model.headerData(nr, header.orientation()) or "")
        wanted = header.sectionSizeFromContents(nr).width()
        if woorden and wanted > header.sectionSize(nr) + _SPELING:
            yield _tell(f"head {wanted} in {header.sectionSize(nr)}:", header, woorden)


def _cells(table: QTableView) -> Iterator[str]:
    """A cell may end in an ellipsis when the whole can be had; a number or a day may not."""
    model = table.model()
    for row in range(min(model.rowCount(), 20)):
        for column in range(model.columnCount()):
            if table.isColumnHidden(column):
                continue
            index = model.index(row, column)
            woorden = str(index.data() or "")
            wanted = table.fontMetrics().horizontalAdvance(woorden)
            is_told = bool(index.data(Qt.ItemDataRole.ToolTipRole)) or table.wordWrap()
            if wanted <= table.columnWidth(column) or (is_told and not re.match(r"^[\d.: -]+$", woorden)):
                continue
            yield _tell(f"cell {wanted} in {table.columnWidth(column)}:", table, woorden)


def _tell(what: str, widget: QWidget, woorden: str) -> str:
    return f"{what} {_name(widget)} {woorden[:50]!r}"
