"""The tray: facts and words of the conversations, to be put where they belong; it chooses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.views.besluit.bewijs import Bewijs, search_bewijs
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import TableIndex

MIME: Final = "application/x-intake-antwoord"
"""Only the place in the tray travels with the mouse: no other program gets a word."""
_NAAST: Final = 8
_BOVEN: Final = 2
"""The room beside and above the words of a line, as the style sheet has it."""


@dataclass(frozen=True)
class Neerlegplek:
    """Where something can be put: the keys for it, and in words."""

    toetsen: str
    naam: str
    code: tuple[str, ...]


class Bakje(QFrame):
    """`gelegd` with what was put somewhere, and the code of the place."""

    gelegd = Signal(object, tuple)

    def __init__(self, kop: str, uitleg: str, toetsen: str) -> None:
        """`toetsen` says which keys put something somewhere."""
        super().__init__()
        self._toetsen = toetsen
        self.setObjectName("bakje")
        self.setProperty("rol", "kaart")
        self._feiten: Sequence[Bewijs] = ()
        self._plekken: Sequence[Neerlegplek] = ()
        self._getoetst = ""
        self.zoek = QLineEdit()
        self.zoek.setObjectName("bakje_zoek")
        self.zoek.setPlaceholderText(text("draad.bakje_zoek"))
        self.zoek.setAccessibleName(text("draad.bakje_zoek"))
        self.zoek.textChanged.connect(lambda _: self._fill())
        self.lijst = _Lijst()
        self.lijst.setObjectName("bakje_lijst")
        self.lijst.setAccessibleName(kop)
        self.lijst.itemActivated.connect(lambda _: self.open_menu())
        self.lijst.installEventFilter(self)
        self.hulp = label("", "klein", wrap=True, naam="bakje_hulp")
        self._build(kop, uitleg)
        # Before anything lies in it, it says what will.
        self._fill()

    def _build(self, kop: str, uitleg: str) -> None:
        inhoud = QWidget()
        # With large letters it has little room above the page: it moves as a whole, and no line is squeezed.
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))
        vak = kolom(inhoud, rand=12, tussen=8)
        vak.addWidget(label(kop, "kop3", wrap=True))
        vak.addWidget(label(uitleg, "klein", wrap=True))
        vak.addWidget(self.zoek)
        vak.addWidget(self.lijst, 1)
        vak.addWidget(self.hulp)

    def show_feiten(self, feiten: Sequence[Bewijs], plekken: Sequence[Neerlegplek]) -> None:
        """What lies in it, and where it can be put; the same again leaves the list as it is."""
        self._plekken = plekken
        if list(feiten) != list(self._feiten):
            self._feiten = feiten
            self._fill()
        self._help("")

    def fact(self, nummer: int) -> Bewijs | None:
        """What was dragged, by its place."""
        return self._feiten[nummer] if 0 <= nummer < len(self._feiten) else None

    def _fill(self) -> None:
        chosen = self.lijst.currentRow()
        self.lijst.clear()
        for bewijs in search_bewijs(self._feiten, self.zoek.text()):
            item = QListWidgetItem(op_scherm(f"{bewijs.zin}\n{_source(bewijs)}"))
            item.setData(Qt.ItemDataRole.UserRole, self._feiten.index(bewijs))
            self.lijst.addItem(item)
        if not self.lijst.count():
            leeg = QListWidgetItem(text("draad.bakje_niets" if self._feiten else "draad.bakje_leeg"))
            leeg.setFlags(Qt.ItemFlag.NoItemFlags)
            self.lijst.addItem(leeg)
        self.lijst.setCurrentRow(min(max(chosen, 0), self.lijst.count() - 1))

    def chosen(self) -> Bewijs | None:
        """What the keyboard is at."""
        item = self.lijst.currentItem()
        nummer = self._number_of(item)
        return self.fact(nummer) if isinstance(nummer, int) else None

    @staticmethod
    def _number_of(item: QListWidgetItem | None) -> object:
        """Nothing is current while nothing was found, whatever the types say."""
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    # -- putting ---------------------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """The places to choose from, below the fact."""
        if self.chosen() is None:
            return
        menu = self.make_menu()
        onder = self.lijst.visualItemRect(self.lijst.currentItem()).bottomLeft()
        menu.popup(self.lijst.viewport().mapToGlobal(onder + QPoint(px(16), 0)))

    def make_menu(self) -> QMenu:
        """Every place, with its keys beside it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for plek in self._plekken:
            regel = menu.addAction(f"{plek.naam}\t{' '.join(plek.toetsen)}")
            regel.triggered.connect(partial(self._put, plek))
        return menu

    def _put(self, plek: Neerlegplek) -> None:
        bewijs = self.chosen()
        self._help("")
        if bewijs is not None:
            self.gelegd.emit(bewijs, plek.code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a place put there what is chosen; Escape begins again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._getoetst:
            self._help("")
            return True
        getoetst = self._getoetst + event.text().lower() if event.text().strip() else ""
        passend = [plek for plek in self._plekken if getoetst and plek.toetsen.startswith(getoetst)]
        if not passend:
            return False
        if passend[0].toetsen == getoetst:
            self._put(passend[0])
        else:
            self._help(getoetst, " · ".join(f"{p.toetsen[len(getoetst) :]}: {p.naam}" for p in passend))
        return True

    def _help(self, getoetst: str, zin: str = "") -> None:
        self._getoetst = getoetst
        self.hulp.setText(zin or self._toetsen)


def _source(bewijs: Bewijs) -> str:
    """In short: the day stands in the chain and on the card."""
    if not bewijs.gesprek:
        return bewijs.bron
    return text("draad.bron_kort", bron=bewijs.bron, nummer=bewijs.gesprek)


class _Regelmaat(QStyledItemDelegate):
    """Measures a line as wide as it is drawn: Qt leaves the room beside the words out, and cuts the last."""

    def sizeHint(self, option: QStyleOptionViewItem, index: TableIndex) -> QSize:
        """As high as its words are when they wrap."""
        hint, lijst = super().sizeHint(option, index), self.parent()
        if not isinstance(lijst, QListWidget):
            return hint
        # Twice: the style keeps the same again beside what stands in it.
        breed, hoog = lijst.viewport().width() - 4 * px(_NAAST), 2 * px(_BOVEN)
        woorden = lijst.fontMetrics().boundingRect(
            0, 0, breed, 1 << 16, Qt.TextFlag.TextWordWrap, str(index.data())
        )
        return QSize(hint.width(), max(hint.height(), woorden.height() + hoog))


class _Lijst(QListWidget):
    """The facts; each can be dragged to where it belongs."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setDragEnabled(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(px(96))
        self.setItemDelegate(_Regelmaat(self))

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The place in the tray of what is dragged."""
        made = QMimeData()
        for item in items:
            nummer = item.data(Qt.ItemDataRole.UserRole)
            made.setData(MIME, QByteArray(str(nummer).encode()))
        return made


class Valvlak(QFrame):
    """A place to let something of the tray go; `neergelegd` with its place in the tray."""

    neergelegd = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what comes from the tray, and nothing else."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere on it will do."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was let go here."""
        getal = bytes(event.mimeData().data(MIME).data()).decode()
        if getal.isdecimal():
            event.acceptProposedAction()
            self.neergelegd.emit(int(getal))
