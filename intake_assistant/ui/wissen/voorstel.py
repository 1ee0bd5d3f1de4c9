"""The first step of erasing: why it may go, what goes, and where; nothing happens yet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QWidget

from intake_assistant.domain.recht.wissen import ANDERS, VERGISSING
from intake_assistant.operations.views.wissen.voorstel import Voorstel
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.giving_way import Keuzerondje
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.wissen.plaatsen import show_places

_BREED: Final = 900


class Voorstelblad(QWidget):
    """Why and where on the left, what goes on the right."""

    terug = Signal()
    verder = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._voorstel: Voorstel | None = None
        self._keuzes: dict[str, Keuzerondje] = {}
        inhoud = QWidget()
        box = kolom(inhoud, tussen=16)
        box.addWidget(label(text("wissen.kop"), "kop1"))
        box.addWidget(label(text("wissen.uitleg"), "zacht", wrap=True))
        self._naast = naast = rij(tussen=16)
        links, rechts = kolom(tussen=16), kolom(tussen=16)
        for card in (self._why(), self._where()):
            links.addWidget(card)
        links.addStretch(1)
        rechts.addWidget(self._what())
        rechts.addStretch(1)
        naast.addLayout(links, 1)
        naast.addLayout(rechts, 1)
        box.addLayout(naast)
        box.addStretch(1)
        buiten = kolom(self, tussen=12)
        buiten.addWidget(schuifvlak(inhoud), 1)
        buiten.addLayout(self._knoppen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns when there is room for them."""
        super().resizeEvent(event)
        direction = QHBoxLayout.Direction
        wide = self.width() >= px(_BREED)
        self._naast.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # -- building --------------------------------------------------------------------------------------------

    def _why(self) -> QFrame:
        made = kaart(naam="wissen_waarom")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("wissen.waarom"), "kop2"))
        self._uitleg = label("", "zacht", wrap=True, naam="wissen_uitleg")
        box.addWidget(self._uitleg)
        self._belet = label("", "waarschuwing", wrap=True, naam="wissen_belet")
        box.addWidget(self._belet)
        self._lijst = QWidget()
        kolom(self._lijst, tussen=8)
        box.addWidget(self._lijst)
        self.toelichting = QLineEdit()
        name_field(self.toelichting, "wissen_toelichting", text("wissen.toelichting"))
        self.toelichting.textChanged.connect(lambda _: self._judge())
        self._toelichting_kop = label(text("wissen.toelichting"), "veldnaam", wrap=True)
        self._toelichting_kop.setBuddy(self.toelichting)
        self._toelichting_hulp = label(text("wissen.toelichting_hulp"), "klein", wrap=True)
        for part in (self._toelichting_kop, self.toelichting, self._toelichting_hulp):
            box.addWidget(part)
        self._verboden = label("", "fout", wrap=True, naam="wissen_verboden")
        box.addWidget(self._verboden)
        return made

    def _what(self) -> QFrame:
        made = kaart(naam="wissen_wat")
        box = kolom(made, rand=24, tussen=8)
        box.addWidget(label(text("wissen.wat"), "kop2"))
        self._telling = label("", wrap=True, naam="wissen_telling")
        self._buiten = label("", "waarschuwing", wrap=True, naam="wissen_buiten")
        box.addWidget(self._telling)
        box.addWidget(self._buiten)
        return made

    def _where(self) -> QFrame:
        made = kaart(naam="wissen_waar")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("wissen.waar"), "kop2"))
        self._plaatsen = QWidget()
        kolom(self._plaatsen, tussen=12)
        box.addWidget(self._plaatsen)
        return made

    def _knoppen(self) -> QHBoxLayout:
        self.niet = knop(text("wissen.niet"), "wissen_terug", self.terug.emit)
        self.door = knop(text("wissen.verder"), "wissen_verder", self.verder.emit)
        row = rij(tussen=12)
        row.addWidget(self.niet)
        row.addStretch(1)
        row.addWidget(self.door)
        return row

    # -- showing ---------------------------------------------------------------------------------------------

    def show_voorstel(self, voorstel: Voorstel, getypt: str = "") -> None:
        """Show what would go; a reason of the law is chosen already, any other is for a person to choose.

        Who was typing one of their own goes on with it.
        """
        self._voorstel = voorstel
        self._keuzes = {}
        self._groep = QButtonGroup(self)
        clear(self._lijst)
        for grond in voorstel.gronden:
            inside(self._lijst).addWidget(self._choice(grond))
        if voorstel.gronden[0] != VERGISSING:
            self._keuzes[voorstel.gronden[0]].setChecked(True)
        self._uitleg.setText(voorstel.waarom)
        with_label(self._belet, voorstel.belet_in_woorden)
        self._telling.setText("\n".join(f"•  {regel}" for regel in voorstel.tellingen))
        with_label(self._buiten, text("wissen.buiten", aantal=voorstel.buiten) if voorstel.buiten else "")
        show_places(self._plaatsen, voorstel.plaatsen, nog=True)
        self.toelichting.setText(getypt)
        if getypt:
            self.choose(ANDERS)
        self._judge()

    def choose(self, grond: str) -> None:
        """Choose a ground, when it is one of them."""
        if grond in self._keuzes:
            self._keuzes[grond].setChecked(True)

    def _choice(self, grond: str) -> Keuzerondje:
        made = Keuzerondje(text(f"wissen.grond.{grond}"), f"grond_{grond}")
        made.toggled.connect(lambda _: self._judge())
        self._groep.addButton(made)
        self._keuzes[grond] = made
        return made

    def clear(self) -> None:
        """Nothing of the person stays on the page."""
        self._voorstel = None
        self.toelichting.clear()
        self._telling.setText("")

    @property
    def grond(self) -> str:
        """The ground that is chosen; empty when none is."""
        return next((grond for grond, keuze in self._keuzes.items() if keuze.isChecked()), "")

    @property
    def reden_in_woorden(self) -> str:
        """Why, as it is kept."""
        toelichting = self.toelichting.text().strip()
        return toelichting if self.grond == ANDERS else text(f"wissen.grond.{self.grond}")

    def _judge(self) -> None:
        """Ask for what is still needed, and say when it may not be."""
        grond, anders = self.grond, self.grond == ANDERS
        verboden = self._voorstel is not None and self._voorstel.verboden(grond)
        for part in (self._toelichting_kop, self.toelichting, self._toelichting_hulp):
            # Where no reason helps, none is asked for.
            part.setVisible(anders and not verboden)
        with_label(self._verboden, text("wissen.mag_niet") if grond and verboden else "")
        compleet = bool(grond) and not (anders and not self.toelichting.text().strip())
        self.door.setEnabled(compleet and not verboden)
