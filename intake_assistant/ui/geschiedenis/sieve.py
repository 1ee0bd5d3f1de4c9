"""What is wanted of the history: words, subject, who, which conversation, and up to which day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from intake_assistant.dates import read_date, read_typed
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kind import SOORTEN
from intake_assistant.operations.views.geschiedenis import Geschiedenisregel, Geschiedeniszeef, gespreksnamen
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Groepen, Keuzevink
from intake_assistant.ui.kit.parts import ChoiceBox, knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import Later

ZOEK_MS = 200


class Zeefrij(QWidget):
    """Two rows of filters; `changed` when something else is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._timer = Later(self, self.changed.emit, ZOEK_MS)
        self.zoek, self.tot = _line("zoek", "zoek_naam"), _line("tot_en_met_hulp", "tot_en_met")
        self.zoek.setObjectName("geschiedenis_zoek")
        self.tot.setObjectName("geschiedenis_tot")
        self.onderwerp, self.wie, self.gesprek = (
            _combo("onderwerp"),
            _combo("persoon"),
            _combo("gesprek_keuze"),
        )
        self.toen = Keuzevink(text("geschiedenis.toen"), "geschiedenis_toen")
        self.toen.setToolTip(zweeftekst(text("geschiedenis.toen_hulp")))
        self.stand = label("", "zacht", naam="geschiedenis_aantal")
        self.wis = knop(text("geschiedenis.wis_filters"), "wis_filters", self.clear, "stil")
        box = kolom(self, tussen=8)
        box.addLayout(self._first())
        box.addLayout(self._second())
        self.toen.toggled.connect(lambda _: self.changed.emit())

    def zeef(self) -> Geschiedeniszeef:
        """What is wanted now."""
        self._timer.stop()
        soort, _, startpositie = str(self.onderwerp.currentData() or "").partition(" ")
        return Geschiedeniszeef(
            woorden=self.zoek.text(),
            wie=str(self.wie.currentData() or ""),
            soort=soort,
            startpositie=startpositie,
            gesprek=str(self.gesprek.currentData() or ""),
            tot_en_met=read_date(read_typed(self.tot.text())),
            toen=self.toen.isChecked(),
        )

    def offer(self, alle: list[Geschiedenisregel], dossier: Dossier, formulieren: Formulieren) -> None:
        """Offer what there is to choose from, and keep what was chosen."""
        used, asked = {regel.soort for regel in alle}, {regel.startpositie for regel in alle}
        soorten = [(text(f"geschiedenis.soort.{soort}"), soort) for soort in SOORTEN if soort in used]
        delen = [(d.titel, f"antwoord {d.id}") for d in formulieren.startposities if d.id in asked]
        _refill(self.onderwerp, text("geschiedenis.alle_onderwerpen"), soorten + delen)
        wie = sorted({regel.wie for regel in alle})
        _refill(self.wie, text("geschiedenis.alle_personen"), [(naam, naam) for naam in wie])
        namen = [(naam, id) for id, naam in gespreksnamen(dossier).items()]
        _refill(self.gesprek, text("geschiedenis.alle_gesprekken"), namen)

    def show_count(self, aantal: int, zeef: Geschiedeniszeef) -> None:
        """Tell how many lines are shown, or that the date is none."""
        wrong = bool(self.tot.text().strip()) and zeef.tot_en_met is None
        self.stand.setText(
            text("geschiedenis.geen_datum") if wrong else text("geschiedenis.aantal", aantal=aantal)
        )
        self.wis.setVisible(zeef != Geschiedeniszeef())

    def clear(self) -> None:
        """Want everything again."""
        self.zoek.clear()
        self.tot.clear()
        self.toen.setChecked(False)
        for combo in (self.onderwerp, self.wie, self.gesprek):
            combo.setCurrentIndex(0)
        self.changed.emit()

    def _first(self) -> Groepen:
        links, rechts = rij(tussen=8), rij(tussen=8)
        self.zoek.textChanged.connect(lambda _: self._timer.start())
        links.addWidget(self.zoek, 3)
        links.addWidget(self.onderwerp, 2)
        rechts.addWidget(self.wie, 1)
        rechts.addWidget(self.gesprek, 1)
        for combo in (self.onderwerp, self.wie, self.gesprek):
            combo.activated.connect(lambda _: self.changed.emit())
        return Groepen(links, rechts, delen=(5, 4))

    def _second(self) -> Groepen:
        links, rechts, dag = Vloei(), rij(tussen=8), QWidget()
        named = label(text("geschiedenis.tot_en_met"), "veldnaam")
        named.setBuddy(self.tot)
        self.tot.setFixedWidth(px(200))
        self.tot.textChanged.connect(lambda _: self._timer.start())
        naast = rij(dag, tussen=8)
        naast.addWidget(named)
        naast.addWidget(self.tot)
        links.addWidget(dag)
        links.addWidget(self.toen)
        rechts.addStretch(1)
        rechts.addWidget(self.wis)
        rechts.addWidget(self.stand)
        return Groepen(links, rechts, delen=(1, 0))


def _line(voorbeeld: str, naam: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(text(f"geschiedenis.{voorbeeld}"))
    made.setAccessibleName(text(f"geschiedenis.{naam}"))
    made.setClearButtonEnabled(True)
    return made


def _combo(naam: str) -> QComboBox:
    made = ChoiceBox()
    made.setObjectName(f"geschiedenis_{naam}")
    made.setAccessibleName(text(f"geschiedenis.{naam}"))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(13)
    return made


def _refill(combo: QComboBox, alles: str, keuzes: list[tuple[str, str]]) -> None:
    kept = combo.currentData()
    combo.clear()
    combo.addItem(alles, "")
    for woord, code in keuzes:
        combo.addItem(woord, code)
    combo.setCurrentIndex(max(combo.findData(kept), 0))
