"""The drawer of the conversation: every topic with how far it is, and what else is seldom needed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from intake_assistant.domain.formulier import Startpositie
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.views.antwoord import Telling
from intake_assistant.operations.views.voorbereiden import is_gevoelig
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import text
from intake_assistant.ui.gesprek.route import Route
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import (
    ChoiceBox,
    KorteRegel,
    Rijknop,
    knop,
    kolom,
    label,
    rij,
    schuifvlak,
    zweeftekst,
)
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.vragen.voering import Gespreksvoering

BREED = 440
# What the bars around the page hold, which are away while a conversation is on.
_ACTIES = ("zoeken", "toetsen", "privacy", "slot")


class Onderwerpenlade(Overleg):
    """Over our own half; Escape, or a click beside it, puts it away."""

    gekozen = Signal(str)
    """This topic."""
    taal = Signal(str)
    """The shared half in this language."""
    tolken = Signal()
    """Who interprets."""
    actie = Signal(str)
    """One of the acts of the window, or `verlaten`."""

    def __init__(self, voering: Gespreksvoering, route: Route, over: QWidget) -> None:
        super().__init__(over, BREED, links=True)
        self._voering, self._route, self._huidig = voering, route, ""
        self.panel.setAccessibleName(text("gesprek.onderwerpen"))
        self.panel.setObjectName("onderwerpenlade")
        self._rijen: dict[str, Rijknop] = {}
        inhoud = QWidget()
        self._lijst = kolom(inhoud, tussen=0)
        self.box.setContentsMargins(px(8), px(8), px(8), px(8))
        self.box.setSpacing(px(8))
        vlak = schuifvlak(inhoud)
        vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.addWidget(vlak, 1)
        self.talen = self._make_talen()
        self.box.addWidget(self.talen)
        tolk = knop(text("gesprek.tolk.knop"), "tolken_knop", self._ask_tolken, "stil", "tolk")
        self.box.addWidget(tolk, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addLayout(self._make_acties())

    def _make_talen(self) -> QComboBox:
        made = ChoiceBox()
        made.setObjectName("gedeelde_taal")
        made.setAccessibleName(text("gesprek.gedeeld.taal"))
        made.setToolTip(zweeftekst(text("gesprek.gedeeld.taal")))
        for taal in offered_talen(self._voering.work.policy):
            made.addItem(text("gesprek.gedeeld.rechts", taal=taal.gezegd), taal.code)
        made.activated.connect(lambda _: self.taal.emit(str(made.currentData())))
        return made

    def _make_acties(self) -> QVBoxLayout:
        regel, box = rij(tussen=4), kolom(tussen=4)
        for naam in _ACTIES:
            regel.addWidget(self._make_actie(naam))
        regel.addStretch(1)
        weg = knop(text("venster.verlaten"), "gesprek_verlaten_knop", lambda: self._do("verlaten"), "stil")
        regel.addWidget(weg)
        box.addLayout(regel)
        return box

    def _make_actie(self, naam: str) -> QPushButton:
        woord = text(f"venster.naar_{naam}")
        made = knop("", f"lade_{naam}", lambda: self._do(naam), "stil", naam)
        made.setAccessibleName(woord)
        made.setToolTip(zweeftekst(woord))
        return made

    def _ask_tolken(self) -> None:
        self.close_box()
        self.tolken.emit()

    def _do(self, naam: str) -> None:
        self.close_box()
        self.actie.emit(naam)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_taal(self, code: str) -> None:
        """Say in which language the shared half is."""
        self.talen.setCurrentIndex(self.talen.findData(taal_van(code).code))

    def show_onderwerpen(self, huidig: str) -> None:
        """Open with what was planned first, the keyboard at the topic of the page."""
        self._huidig = huidig
        empty_layout(self._lijst)
        self._rijen.clear()
        gepland = self._route.gepland
        delen = self._voering.work.data.formulieren.startposities
        per = {deel.id: deel for deel in delen}
        self._add("gesprek.lade.vandaag", [per[naam] for naam in gepland])
        self._add("gesprek.lade.andere", [deel for deel in delen if deel.id not in gepland])
        self._lijst.addStretch(1)
        self.open_box()

    def _add(self, kop: str, delen: Iterable[Startpositie]) -> None:
        for nummer, deel in enumerate(delen):
            if not nummer:
                self._lijst.addWidget(label(text(kop), "klein"))
            self._rijen[deel.id] = self._make_rij(deel, self._voering.telling[deel.id])
            self._lijst.addWidget(self._rijen[deel.id])

    def _make_rij(self, deel: Startpositie, telling: Telling) -> Rijknop:
        over = text("gesprek.te_gaan", aantal=telling.te_gaan) if telling.te_gaan else text("gesprek.klaar")
        gevoelig = is_gevoelig(deel)
        zin = text("gesprek.lade.gevoelig" if gevoelig else "gesprek.lade.rij", titel=deel.titel, over=over)
        made = Rijknop(f"onderwerp_{deel.id}", zin, lambda: self._choose(deel.id))
        made.setCheckable(True)
        made.setChecked(deel.id == self._huidig)
        row = rij(tussen=8)
        titel = KorteRegel("kop3" if deel.id == self._huidig else "")
        titel.set_whole(deel.titel)
        row.addWidget(titel, 1)
        if gevoelig:
            slot = label("")
            slot.setPixmap(icons.pixmap("slot", kleur("zacht"), px(14)))
            row.addWidget(slot)
        row.addWidget(label(over, "klein"))
        balk = QProgressBar()
        balk.setTextVisible(False)
        balk.setRange(0, max(telling.van, 1))
        balk.setValue(telling.klaar)
        balk.setFixedWidth(px(56))
        row.addWidget(balk)
        made.fill(row, 5)
        # The list around it would scroll by the arrows.
        made.installEventFilter(self)
        return made

    def _choose(self, startpositie: str) -> None:
        self.close_box()
        self.gekozen.emit(startpositie)

    def first_field(self) -> QWidget:
        """The topic of the page."""
        return self._rijen.get(self._huidig) or next(iter(self._rijen.values()), self.panel)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from topic to topic."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            rijen = list(self._rijen.values())
            if stap and watched in rijen:
                rijen[(rijen.index(watched) + stap) % len(rijen)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
