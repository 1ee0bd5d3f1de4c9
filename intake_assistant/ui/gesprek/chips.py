"""The startposities of this conversation in one line, each with how far it is; the others in a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QScrollArea, QWidget

from intake_assistant.domain.formulier import Startpositie
from intake_assistant.operations.views.voorbereiden import is_gevoelig
from intake_assistant.texts import text
from intake_assistant.ui.gesprek.route import Route
from intake_assistant.ui.kit.parts import Knop, fit_bold, knop, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.voering import Gespreksvoering


class Chipbalk(QWidget):
    """One chip a planned startpositie."""

    gekozen = Signal(str)

    def __init__(self, voering: Gespreksvoering, route: Route) -> None:
        super().__init__()
        self._voering, self._route = voering, route
        self._chips: dict[str, QPushButton] = {}
        self._huidig = ""
        # A chip that was just added has its place only after the layout.
        self._in_zicht = QTimer(self, singleShot=True, interval=0)
        self._in_zicht.timeout.connect(self._show_huidig)
        self._binnen = QWidget()
        self._binnen.setObjectName("inhoud")
        self._rij = rij(self._binnen, tussen=4)
        self._rij.addStretch(1)
        self._vlak = self._make_vlak()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.alle = Knop(text("gesprek.alle_onderwerpen"))
        self.alle.setObjectName("alle_onderwerpen")
        self.alle.setMenu(self._menu)
        buiten = rij(self, tussen=8)
        buiten.addWidget(self._vlak, 1)
        buiten.addWidget(self.alle)

    def _make_vlak(self) -> QScrollArea:
        made = QScrollArea()
        made.setWidgetResizable(True)
        made.setFrameShape(QScrollArea.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFixedHeight(px(40))
        made.setWidget(self._binnen)
        return made

    def refresh(self, huidig: str) -> None:
        """Show the counts anew and mark the startpositie of the page."""
        for startpositie in self._route.gepland:
            if startpositie not in self._chips:
                self._add(startpositie)
            chip = self._chips[startpositie]
            woorden = self._woorden(self._voering.work.data.formulieren.startpositie(startpositie))
            if chip.text() != woorden:
                chip.setText(woorden)
                fit_bold(chip)
                chip.setAccessibleName(woorden)
            chip.setChecked(startpositie == huidig)
        self._huidig = huidig
        self._in_zicht.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chip of the page stays in sight in a window of another size."""
        super().resizeEvent(event)
        self._in_zicht.start()

    def _show_huidig(self) -> None:
        if self._huidig in self._chips:
            # A chip that was just added is no place to scroll to before it is laid out.
            self._rij.activate()
            self._binnen.adjustSize()
            self._vlak.ensureWidgetVisible(self._chips[self._huidig], px(48), 0)

    def _add(self, startpositie: str) -> None:
        chip = knop("", f"chip_{startpositie}", lambda: self.gekozen.emit(startpositie), "chip")
        chip.setCheckable(True)
        self._chips[startpositie] = chip
        self._rij.insertWidget(self._rij.count() - 1, chip)

    def _woorden(self, deel: Startpositie) -> str:
        telling = self._voering.telling[deel.id]
        sleutel = "gesprek.chip_gevoelig" if is_gevoelig(deel) else "gesprek.chip"
        return text(sleutel, titel=deel.titel, klaar=telling.klaar, van=telling.van)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for deel in self._voering.work.data.formulieren.startposities:
            actie = self._menu.addAction(self._woorden(deel))
            actie.triggered.connect(lambda _=False, wat=deel.id: self.gekozen.emit(wat))
