"""What gives way when the letters grow: groups and words that go below each other, content that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from intake_assistant.ui.kit.parts import rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import later

_LINES = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_WIDEST = 1 << 24
_NAAST, _ONDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Groepen(QBoxLayout):
    """Groups beside each other where they fit, else below each other; nothing is cut and nothing overlaps."""

    def __init__(self, *groepen: QLayout, delen: tuple[int, ...] = ()) -> None:
        """`delen` says how the room is shared; without it only what stretches takes more."""
        super().__init__(_NAAST)
        self._groepen = groepen
        self._delen = delen or (0,) * len(groepen)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(px(8))
        for nummer, groep in enumerate(groepen):
            self.addLayout(groep, delen[nummer] if delen else 0)

    def setGeometry(self, rect: QRect) -> None:
        """Beside or below."""
        richting = _NAAST if self._fits(rect.width()) else _ONDER
        if richting != self.direction():
            self.setDirection(richting)
        super().setGeometry(rect)

    def _fits(self, width: int) -> bool:
        nodig = sum(groep.minimumSize().width() for groep in self._groepen)
        return nodig + self.spacing() * (len(self._groepen) - 1) <= width

    def minimumSize(self) -> QSize:
        """As narrow as the widest group: the others can go below it."""
        sizes = [groep.minimumSize() for groep in self._groepen]
        return QSize(max(size.width() for size in sizes), max(size.height() for size in sizes))

    def hasHeightForWidth(self) -> bool:
        """Below each other they are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The highest of them, or all together."""
        breed = self._widths(width) if self._fits(width) else [width] * len(self._groepen)
        hoog = [
            groep.heightForWidth(wide) if groep.hasHeightForWidth() else groep.sizeHint().height()
            for groep, wide in zip(self._groepen, breed, strict=True)
        ]
        return max(hoog) if self._fits(width) else sum(hoog) + self.spacing() * (len(hoog) - 1)

    def _widths(self, width: int) -> list[int]:
        """How wide each is beside the others: its share of what these leave, and not less than it can be."""
        least = [groep.minimumSize().width() for groep in self._groepen]
        if not any(self._delen):
            return least
        breed = [
            low if deel else groep.sizeHint().width()
            for groep, deel, low in zip(self._groepen, self._delen, least, strict=True)
        ]
        room = width - self.spacing() * (len(breed) - 1)
        if room < sum(breed):
            return least
        sharing = {nr for nr, deel in enumerate(self._delen) if deel}
        while sharing:
            left = room - sum(wide for nr, wide in enumerate(breed) if nr not in sharing)
            parts = sum(self._delen[nr] for nr in sharing)
            share = {nr: left * self._delen[nr] // parts for nr in sharing}
            # Who cannot be so narrow takes more, and leaves the others less to share.
            too_wide = {nr for nr in sharing if share[nr] < least[nr]}
            if not too_wide:
                return [share.get(nr, wide) for nr, wide in enumerate(breed)]
            sharing -= too_wide
        return breed


if TYPE_CHECKING:
    _Keuze = QCheckBox
else:
    _Keuze = object  # what of Qt it is, each says itself


class _Meerregelig(_Keuze):
    """The words of a choice go on on a next line where there is no room; Qt keeps them on one."""

    _DRAWN: ClassVar[QStyle.ControlElement]
    _INSIDE: ClassVar[QStyle.SubElement]

    def __init__(self, tekst: str, naam: str = "") -> None:
        super().__init__(tekst)
        self.setObjectName(naam)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        hint = self.sizeHint()
        return QSize(hint.width() - self._words(_WIDEST).width() + self._words(1).width(), hint.height())

    def heightForWidth(self, width: int) -> int:
        """All lines together."""
        all_lines = self._words(self._contents(width).width())
        return self.sizeHint().height() + all_lines.height() - self._words(_WIDEST).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark and what lies behind it as ever; the words over the lines they need."""
        option, painter = QStyleOptionButton(), QStylePainter(self)
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(self._DRAWN, option)
        where, ink = self._contents(self.width()), QPalette.ColorRole.WindowText
        painter.drawItemText(where, int(_LINES), self.palette(), self.isEnabled(), self.text(), ink)

    def _contents(self, width: int) -> QRect:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, max(self.height(), 1))
        return self.style().subElementRect(self._INSIDE, option, self)

    def _words(self, wide: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, wide, 1), int(_LINES), self.text())


class Keuzerondje(_Meerregelig, QRadioButton):
    """A radio button whose words wrap."""

    _DRAWN, _INSIDE = QStyle.ControlElement.CE_RadioButton, QStyle.SubElement.SE_RadioButtonContents


class Keuzevink(_Meerregelig, QCheckBox):
    """A check box whose words wrap."""

    _DRAWN, _INSIDE = QStyle.ControlElement.CE_CheckBox, QStyle.SubElement.SE_CheckBoxContents


class Passend(QScrollArea):
    """As high as its content where there is room for that; else it scrolls, and no line is squeezed."""

    def sizeHint(self) -> QSize:
        """The content whole."""
        inhoud = self.widget()
        if inhoud is None:
            return super().sizeHint()
        hint, hoog = inhoud.sizeHint(), inhoud.heightForWidth(self.viewport().width())
        return QSize(hint.width(), hoog if hoog > 0 else hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once its bar stands beside the content, some words need a line more than Qt reckoned."""
        super().resizeEvent(event)
        later(self, self._settle)

    def _settle(self) -> None:
        inhoud = self.widget()
        if inhoud is None:
            return
        layout = inhoud.layout()
        if layout is not None and layout.hasHeightForWidth():
            # What Qt reckoned stems from before the letters had their font.
            layout.invalidate()
            inhoud.setMinimumHeight(layout.heightForWidth(self.viewport().width()))
            layout.activate()


def scroll_by_key(vlak: QScrollArea, event: QKeyEvent) -> bool:
    """Scroll when this is an arrow or a page key; says whether it was."""
    balk = vlak.verticalScrollBar()
    regel, blad = px(40), balk.pageStep()
    stap = {
        Qt.Key.Key_Down: regel, Qt.Key.Key_Up: -regel, Qt.Key.Key_PageDown: blad, Qt.Key.Key_PageUp: -blad,
    }.get(Qt.Key(event.key()), 0)  # fmt: skip
    balk.setValue(balk.value() + stap)
    return bool(stap)


def leesbreed(widget: QWidget, breedte: int) -> QHBoxLayout:
    """Return the widget in a row, no wider than this many px at 100 %, with what is left over beside it.

    Straight into a column Qt reckons its lines by the width of the column, and the last of them are cut.
    """
    widget.setMaximumWidth(px(breedte))
    made = rij(tussen=0)
    made.addWidget(widget, 1)
    made.addStretch(0)
    return made
