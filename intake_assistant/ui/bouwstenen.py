"""The small parts that every screen is put together from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.ui import iconen
from intake_assistant.ui.thema import kleur, px

L = TypeVar("L", bound=QLayout)


def label(tekst: str, rol: str = "", *, wrap: bool = False, naam: str = "") -> QLabel:
    """A label with a role of the style sheet; its text is never read as mark-up."""
    made = QLabel(op_scherm(tekst))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setObjectName(naam)
    if rol:
        made.setProperty("rol", rol)
    return made


def knop(tekst: str, naam: str, clicked: Callable[[], object], rol: str = "", icoon: str = "") -> QPushButton:
    """A button; its name is for tests and the demonstration."""
    tekst = op_scherm(tekst)
    made = QPushButton((" " if icoon and tekst else "") + tekst.replace("&", "&&"))
    made.setObjectName(naam)
    made.setAccessibleName(tekst)
    if rol:
        made.setProperty("rol", rol)
    if icoon:
        ink = "op_accent" if rol == "hoofdknop" else "accent" if rol == "stil" else "tekst"
        made.setIcon(iconen.icon(icoon, kleur(ink), px(18)))
        made.setIconSize(QSize(px(18), px(18)))
    made.clicked.connect(lambda: clicked())
    return made


def kolom(parent: QWidget | None = None, *, rand: int = 0, tussen: int = 8) -> QVBoxLayout:
    """A column with margin and spacing in steps of 8."""
    return _laid(QVBoxLayout(parent) if parent else QVBoxLayout(), rand, tussen)


def rij(parent: QWidget | None = None, *, rand: int = 0, tussen: int = 8) -> QHBoxLayout:
    """A row with margin and spacing in steps of 8."""
    return _laid(QHBoxLayout(parent) if parent else QHBoxLayout(), rand, tussen)


def _laid(layout: L, rand: int, tussen: int) -> L:
    layout.setContentsMargins(px(rand), px(rand), px(rand), px(rand))
    layout.setSpacing(px(tussen))
    return layout


def kaart(rol: str = "kaart", naam: str = "") -> QFrame:
    """A frame that holds what belongs together."""
    made = QFrame()
    made.setProperty("rol", rol)
    made.setObjectName(naam)
    return made


def lijn() -> QFrame:
    """A thin line between two parts."""
    return kaart("lijn")


def schuifvlak(inhoud: QWidget) -> QScrollArea:
    """Content that scrolls when the window is low; it takes the keyboard only through what it holds."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    inhoud.setObjectName(inhoud.objectName() or "inhoud")
    area.setWidget(inhoud)
    area.viewport().setAutoFillBackground(False)
    inhoud.setAutoFillBackground(False)
    return area


class KorteRegel(QLabel):
    """One line that is cut with an ellipsis when there is no room; the whole is its tooltip."""

    def __init__(self, rol: str = "", naam: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setObjectName(naam)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if rol:
            self.setProperty("rol", rol)

    def set_whole(self, tekst: str) -> None:
        """Show this text, as much of it as fits."""
        self._whole = op_scherm(tekst)
        self.setToolTip(self._whole)
        self.setAccessibleName(self._whole)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + px(4), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Little: the text gives way."""
        return QSize(px(48), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if cut != self.text():
            self.setText(cut)
