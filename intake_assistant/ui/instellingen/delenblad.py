"""The parts of the settings by name, and the part that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import knop, kolom, rij
from intake_assistant.ui.kit.theme import px

# Below the least the list and the part take turns.
_KRAP, _NAUW, _BEURTELINGS = 712, 512, 432
_RIJ = 40


class Delenblad(QWidget):
    """The list on the left and the chosen part on the right, or one of the two where both do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._deel_voor = False
        self.lijst, self.pages = QListWidget(), QStackedWidget()
        self.lijst.setObjectName("instellingen_delen")
        self.lijst.setAccessibleName(text("instellingen.kop"))
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.terug = knop(text("venster.terug"), "instellingen_terug", self.step_back, "stil", "terug")
        self.terug.hide()
        for chosen in (self.lijst.itemActivated, self.lijst.itemClicked):
            chosen.connect(lambda _: self._turn(True))
        box, row, left = kolom(self, tussen=8), rij(tussen=24), kolom(tussen=0)
        box.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(row, 1)
        left.addWidget(self.lijst, 1)
        left.addStretch(0)
        row.addLayout(left)
        row.addWidget(self.pages, 1)

    def add(self, woord: str, page: QWidget) -> None:
        """Add a part at the end."""
        item = QListWidgetItem(woord)
        item.setSizeHint(QSize(0, px(_RIJ)))
        self.lijst.addItem(item)
        self.pages.addWidget(page)
        self.lijst.setMaximumHeight(px(_RIJ) * self.lijst.count() + px(16))

    def show_first(self, *, deel: bool) -> None:
        """Begin at the list, or at the part that was asked for."""
        self._deel_voor = deel
        self._lay_out()
        (self.terug if deel and self._by_turns() else self.lijst).setFocus()

    def step_back(self) -> bool:
        """From the part to the list; False where both are in sight."""
        if not (self._by_turns() and self._deel_voor):
            return False
        self._turn(False)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower list when there is little room, and its words whole while the page has any."""
        super().resizeEvent(event)
        breed = px(152 if self.width() < px(_KRAP) else 200)
        if self._by_turns():
            self.lijst.setMinimumWidth(0)
            self.lijst.setMaximumWidth(self.width())
        else:
            self.lijst.setFixedWidth(breed if self.width() < px(_NAUW) else max(breed, self._widest()))
        self._lay_out()

    def _by_turns(self) -> bool:
        return self.width() < px(_BEURTELINGS)

    def _turn(self, deel: bool) -> None:
        if self._by_turns():
            self.show_first(deel=deel)

    def _lay_out(self) -> None:
        beurt = self._by_turns()
        self.lijst.setVisible(not (beurt and self._deel_voor))
        self.pages.setVisible(self._deel_voor or not beurt)
        self.terug.setVisible(beurt and self._deel_voor)

    def _widest(self) -> int:
        self.lijst.ensurePolished()
        metrics, delen = self.lijst.fontMetrics(), map(self.lijst.item, range(self.lijst.count()))
        # Beside the words lie the room around them and what scrolls.
        return max(metrics.horizontalAdvance(deel.text()) for deel in delen) + px(52)
