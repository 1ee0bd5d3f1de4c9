"""The small parts that every screen is put together from."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.texts import text
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.theme import kleur, px


def zweeftekst(tekst: str) -> str:
    """The words of a hint: Qt reads as mark-up what looks like it, and a name may look like it."""
    words = op_scherm(tekst)
    if not GuiQt.mightBeRichText(words):
        return words
    from html import escape  # late: few hints look like mark-up

    return f"<qt>{escape(words, quote=False)}</qt>".replace("\n", "<br>")


_LANG, _STUK = re.compile(r"\S{25,}"), 8


def breekbaar(tekst: str) -> str:
    """The same with places to break in words that are longer than any: one must not push a column wide."""
    return _LANG.sub(lambda found: "\u200b".join(_pieces(found[0])), tekst)


def _pieces(woord: str) -> list[str]:
    return [woord[begin : begin + _STUK] for begin in range(0, len(woord), _STUK)]


class WrappedLabel(QLabel):
    """Words on several lines; Qt would reckon their height anew each of the many times that a page asks."""

    def __init__(self, tekst: str = "") -> None:
        self._heights: dict[tuple[int, float], int] = {}
        super().__init__(tekst)

    def setText(self, tekst: str) -> None:
        """Other words: what was known was of the ones before."""
        self._heights.clear()
        super().setText(tekst)

    def heightForWidth(self, width: int) -> int:
        """The height of all lines together."""
        asked = width, self.devicePixelRatio()
        if asked not in self._heights:
            # In this order: Qt may dress it first, and then what was known is emptied.
            high = super().heightForWidth(width)
            self._heights[asked] = high
        return self._heights[asked]

    def changeEvent(self, event: QEvent) -> None:
        """Another letter, or other edges."""
        self._heights.clear()
        super().changeEvent(event)


def label(tekst: str, rol: str = "", *, wrap: bool = False, naam: str = "") -> QLabel:
    """A label with a role of the style sheet; its text is never read as mark-up."""
    made = (WrappedLabel if wrap else QLabel)(op_scherm(tekst))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setObjectName(naam)
    if rol:
        made.setProperty("rol", rol)
    return made


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Knop(QPushButton):
    """A button that Enter presses too, and whose picture follows the colours and the scale."""

    def __init__(self, tekst: str = "") -> None:
        super().__init__(tekst)
        self._icoon = self._inkt = ""

    def set_icoon(self, icoon: str, inkt: str) -> None:
        """Put this picture before the words, in a colour by its use."""
        self._icoon, self._inkt = icoon, inkt
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt has Enter press a button in dialogs only; who holds the key down goes one step.

        And an arrow would lead as Tab does, to the bar with the names of others too: it scrolls the page.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in _ARROWS and self.group() is None:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """What is chosen turns bold: there is room for that beforehand, and nothing moves."""
        hint = super().sizeHint()
        if self.isCheckable():
            vet = self.font()
            vet.setBold(True)
            wide = QFontMetrics(vet).horizontalAdvance(self.text())
            hint.setWidth(hint.width() + max(wide - self.fontMetrics().horizontalAdvance(self.text()), 0))
        return hint

    def changeEvent(self, event: QEvent) -> None:
        """The theme changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        if self._icoon:
            self.setIcon(icons.icon(self._icoon, kleur(self._inkt), px(18)))
            self.setIconSize(QSize(px(18), px(18)))


class Rijknop(Knop):
    """What lies on it never takes the mouse; it is as high as its content."""

    def __init__(self, naam: str, toegankelijk: str, clicked: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(naam)
        self.setAccessibleName(op_scherm(toegankelijk))
        self.setToolTip(zweeftekst(toegankelijk))
        # The least height of a push button would win from what lies on it.
        self.setProperty("rol", "stil rij")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: clicked())

    def fill(self, box: QHBoxLayout | QVBoxLayout, boven: int = 6) -> None:
        """Lay this on the button, so far from its upper and lower edge."""
        box.setContentsMargins(px(8), px(boven), px(8), px(boven))
        self.setLayout(box)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet gave it a least height of its own: that of its content is the true one."""
        box = self.layout()
        if box is not None and not box.hasHeightForWidth():
            self.setMinimumHeight(box.sizeHint().height())
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """As large as what lies on it."""
        box = self.layout()
        return box.sizeHint() if box else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as what lies on it can be made."""
        box = self.layout()
        return box.minimumSize() if box else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Text on it may wrap."""
        box = self.layout()
        return bool(box and box.hasHeightForWidth())

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        box = self.layout()
        return box.heightForWidth(width) if box else super().heightForWidth(width)


def put_words(button: QPushButton, tekst: str, voor: str = "") -> None:
    """Put a text on a button as it is, and in its name for who hears it."""
    tekst = op_scherm(tekst)
    button.setText((voor if tekst else "") + tekst.replace("&", "&&"))
    button.setAccessibleName(tekst)


def knop(tekst: str, naam: str, clicked: Callable[[], object], rol: str = "", icoon: str = "") -> Knop:
    """A button; its name is for tests and the demonstration."""
    made = Knop("")
    put_words(made, tekst, " " if icoon else "")
    made.setObjectName(naam)
    if rol:
        made.setProperty("rol", rol)
    if icoon:
        made.set_icoon(icoon, {"hoofdknop": "op_accent", "stil": "accent"}.get(rol, "tekst"))
    made.clicked.connect(lambda: clicked())
    return made


class Vouwknop(Knop):
    """Words with an arrow before them, that show and fold away what belongs to them."""

    def __init__(self, tekst: str, naam: str, inhoud: QWidget) -> None:
        super().__init__("")
        self.setObjectName(naam)
        self.setProperty("rol", "stil")
        self._inhoud = inhoud
        self.clicked.connect(lambda: self.fold(open_=inhoud.isHidden()))
        self.set_tekst(tekst)
        self.fold(open_=False)

    def set_tekst(self, tekst: str) -> None:
        """What is folded away."""
        tekst = op_scherm(tekst)
        self.setText(f" {tekst}".replace("&", "&&") if tekst else "")
        self.setAccessibleName(tekst or self.accessibleName())

    def fold(self, *, open_: bool) -> None:
        """Show it, or fold it away."""
        self._inhoud.setVisible(open_)
        self.set_icoon("open" if open_ else "dicht", "accent")
        self.setAccessibleDescription(text("venster.uitgeklapt" if open_ else "venster.ingeklapt"))


def kolom(parent: QWidget | None = None, *, rand: int = 0, tussen: int = 8) -> QVBoxLayout:
    """A column with margin and spacing in steps of 8."""
    return _laid(QVBoxLayout(parent) if parent else QVBoxLayout(), rand, tussen)


def rij(parent: QWidget | None = None, *, rand: int = 0, tussen: int = 8) -> QHBoxLayout:
    """A row with margin and spacing in steps of 8."""
    return _laid(QHBoxLayout(parent) if parent else QHBoxLayout(), rand, tussen)


def _laid[L: QLayout](layout: L, rand: int, tussen: int) -> L:
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


def balk(waarde: int, geheel: int, zin: str, naam: str = "", *, onder: bool = False) -> QWidget:
    """How much of a whole there is, as a bar with its words beside it; `onder` it when they are many."""
    made = QWidget()
    made.setObjectName(naam)
    row, streep = kolom(made, tussen=4) if onder else rij(made, tussen=8), QProgressBar()
    streep.setRange(0, max(geheel, 1))
    streep.setValue(min(waarde, geheel))
    streep.setTextVisible(False)
    streep.setAccessibleName(zin)
    row.addWidget(streep, 1)
    row.addWidget(label(zin, "klein", wrap=onder))
    return made


def schuifvlak(inhoud: QWidget, soort: type[QScrollArea] = QScrollArea) -> QScrollArea:
    """Content that scrolls when the window is low; it takes the keyboard only through what it holds."""
    area, venster = soort(), QWidget()
    # Of our own: to tell what Qt made, PySide first makes every class that it could be, 27 ms at the start.
    area.setViewport(venster)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    inhoud.setObjectName(inhoud.objectName() or "inhoud")
    area.setWidget(inhoud)
    venster.setAutoFillBackground(False)
    inhoud.setAutoFillBackground(False)
    return area


class Vel(QWidget):
    """A page that is no wider than reads well, and never narrower than what stands on it can be made."""

    def __init__(self, breedte: int) -> None:
        super().__init__()
        self._breedte = breedte
        self.setMaximumWidth(px(breedte))

    def event(self, event: QEvent) -> bool:
        """What it holds may ask for more room than before."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # A widest width below the least one cuts off what stands at the edge, without a bar to scroll.
            self.setMaximumWidth(max(px(self._breedte), self.minimumSizeHint().width()))
        return done


_TUSSEN = " · "


class KorteRegel(QLabel):
    """One line that is cut with an ellipsis when there is no room; the whole is its tooltip."""

    def __init__(self, rol: str = "", naam: str = "", *, houd_eind: bool = False, heel: bool = False) -> None:
        """`houd_eind` cuts at the front: of a path the end says where; `heel` leaves out whole parts."""
        super().__init__()
        self._whole, self._heel = "", heel
        self._cut_at = Qt.TextElideMode.ElideLeft if houd_eind else Qt.TextElideMode.ElideRight
        self.setObjectName(naam)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if rol:
            self.setProperty("rol", rol)

    def set_whole(self, tekst: str) -> None:
        """Show this text, as much of it as fits."""
        self._whole = op_scherm(tekst)
        self.setToolTip(zweeftekst(self._whole))
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
        maten = self.fontMetrics()
        cut = maten.elidedText(self._whole, self._cut_at, self.width())
        if self._heel and cut != self._whole:
            # Half a word tells less than none.
            delen = self._whole.split(_TUSSEN)[:-1]
            while delen and maten.horizontalAdvance(_TUSSEN.join(delen)) > self.width():
                delen.pop()
            cut = _TUSSEN.join(delen)
        if cut != self.text():
            self.setText(cut)


def deler(links: QWidget, rechts: QWidget, delen: tuple[int, int]) -> QSplitter:
    """Two halves with a border that can be moved; neither goes away."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setObjectName("deler")
    made.setChildrenCollapsible(False)
    for plek, helft in enumerate((links, rechts)):
        made.addWidget(helft)
        made.setStretchFactor(plek, delen[plek])
    made.setSizes([100 * deel for deel in delen])
    return made


def hidden_label(rol: str, naam: str) -> QLabel:
    """A label that is shown as soon as there is something to say."""
    made = label("", rol, wrap=True, naam=naam)
    made.hide()
    return made


def with_label(widget: QLabel, tekst: str) -> None:
    """Give a label its text and show it only when there is one."""
    widget.setText(tekst)
    widget.setVisible(bool(tekst))


class ChoiceBox(QComboBox):
    """On Linux Qt gives readers its value for a name; what it is called is read as its description there."""

    def setAccessibleName(self, name: str) -> None:
        """Call it so, and the line that is typed in."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
        if sys.platform == "linux":
            self.setAccessibleDescription(name)
