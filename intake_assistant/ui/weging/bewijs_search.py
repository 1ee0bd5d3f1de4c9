"""Look for an answer to rest an argument on: all that were given, by startpositie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.views.besluit.bewijs import Bewijs, search_bewijs
from intake_assistant.texts import text
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import label
from intake_assistant.ui.kit.theme import kleur, px


class BewijsZoeker(Overleg):
    """`gekozen` with the answer that was picked."""

    gekozen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 760)
        self._alle: Sequence[Bewijs] = ()
        self.veld = QLineEdit()
        self.veld.setObjectName("bewijs_veld")
        self.veld.setProperty("rol", "groot")
        self.veld.setPlaceholderText(text("weging.zoek_plaatshouder"))
        self.veld.setAccessibleName(text("weging.zoek_kop"))
        self.veld.textChanged.connect(self._fill)
        self.veld.returnPressed.connect(self._choose)
        self.veld.installEventFilter(self)
        self.lijst = QListWidget()
        self.lijst.setObjectName("bewijs_lijst")
        self.lijst.setAccessibleName(text("weging.zoek_gevonden"))
        self.lijst.setWordWrap(True)
        self.lijst.setMinimumHeight(px(380))
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.itemActivated.connect(lambda _: self._choose())
        self.lijst.itemClicked.connect(lambda _: self._choose())
        self.box.addWidget(label(text("weging.zoek_kop"), "kop2"))
        for widget in (self.veld, self.lijst, label(text("weging.zoek_uitleg"), "klein", wrap=True)):
            self.box.addWidget(widget)

    def open_with(self, alle: Sequence[Bewijs]) -> None:
        """Show these answers."""
        self._alle = alle
        self.veld.clear()
        self._fill("")
        self.open_box()

    def first_field(self) -> QWidget:
        """The field to type in."""
        return self.veld

    def _fill(self, getypt: str) -> None:
        self.lijst.clear()
        titel = ""
        for bewijs in search_bewijs(self._alle, getypt):
            if bewijs.titel != titel:
                titel = bewijs.titel
                self._add_kop(titel)
            item = QListWidgetItem(op_scherm(bewijs_in_words(bewijs)))
            item.setData(Qt.ItemDataRole.UserRole, bewijs)
            self.lijst.addItem(item)
        if not self.lijst.count():
            self._add_kop(text("weging.zoek_niets"))
        self._move(1)

    def _add_kop(self, titel: str) -> None:
        kop = QListWidgetItem(titel)
        kop.setFlags(Qt.ItemFlag.NoItemFlags)
        kop.setForeground(kleur("accent"))
        font = self.lijst.font()
        font.setBold(True)
        kop.setFont(font)
        kop.setSizeHint(QSize(0, px(36)))
        self.lijst.addItem(kop)

    def _choose(self) -> None:
        item = self.lijst.currentItem()
        bewijs = self._bewijs_of(item)
        if isinstance(bewijs, Bewijs):
            self.close_box()
            self.gekozen.emit(bewijs)

    def _bewijs_of(self, item: QListWidgetItem | None) -> object:
        """What an item stands for; nothing is current while nothing was found, whatever the types say."""
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _move(self, stap: int) -> None:
        """To the next answer, over the headings."""
        rij = self.lijst.currentRow() + stap
        while 0 <= rij < self.lijst.count():
            if self.lijst.item(rij).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.lijst.setCurrentRow(rij)
                return
            rij += stap

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if stap is not None:
                self._move(stap)
                return True
        return False


def bewijs_in_words(bewijs: Bewijs) -> str:
    """An answer in two lines: question and value, then where it comes from."""
    merk = text("weging.is_bijzonder") if bewijs.bijzonder else ""
    delen = [bewijs.herkomst, *(text("weging.anders", wat=a) for a in bewijs.anders), merk]
    return f"{bewijs.zin}\n{' · '.join(deel for deel in delen if deel)}"
