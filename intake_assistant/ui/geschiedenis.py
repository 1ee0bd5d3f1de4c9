"""The history: everything that was recorded, in words; what was known on a day; undo; and conflicts."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QScrollArea, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.feiten import read_date
from intake_assistant.operations.geschiedenis import (
    Regel,
    Zeef,
    geschiedenis_of,
    gespreksnamen,
    sift,
    undo_regel,
)
from intake_assistant.operations.onderwerp import SOORTEN
from intake_assistant.texts import text
from intake_assistant.ui.bouwstenen import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.conflicten import Tegenspraken
from intake_assistant.ui.context import Context, Scherm
from intake_assistant.ui.geschiedenis_lijst import AANWEZIG, Regels, make_table, row_words
from intake_assistant.ui.thema import px
from intake_assistant.ui.vragen.datum import read_datum

ZOEK_MS = 200
# How much of the page conflicts may take, so that the list stays in view.
HOOGST = 340


class GeschiedenisScherm(Scherm):
    """Conflicts on top, then the filters, the list, and the whole of one line."""

    naam = "geschiedenis"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._alle: list[Regel] = []
        self.regels = Regels()
        self.lijst = make_table(self.regels)
        self.tegenspraken = Tegenspraken(context)
        self._boven = schuifvlak(self.tegenspraken)
        self._timer = QTimer(self, singleShot=True, interval=ZOEK_MS)
        self._timer.timeout.connect(self._sift)
        box = kolom(self, tussen=12)
        box.setContentsMargins(px(24), px(16), px(24), px(16))
        box.addWidget(label(text("geschiedenis.titel"), "kop1"))
        self._uitleg = label(text("geschiedenis.uitleg"), "zacht", wrap=True)
        box.addWidget(self._uitleg)
        box.addWidget(self._boven)
        box.addWidget(self._filters())
        box.addWidget(self.lijst, 1)
        self._leeg = label(text("geschiedenis.niets"), "zacht", wrap=True, naam="niets_gevonden")
        box.addWidget(self._leeg)
        box.addWidget(self._detail())
        self.tegenspraken.settled.connect(self._reload)
        self.lijst.selectionModel().selectionChanged.connect(lambda *_: self._show_detail())

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the history anew; `subject` filters on the words of one question."""
        self._reload()
        if arguments.get("zoek"):
            self.zoek.setText(arguments["zoek"])
            self._sift()

    def zeef(self) -> Zeef:
        """What is wanted of the history."""
        soort, _, startpositie = str(self.onderwerp.currentData() or "").partition(" ")
        return Zeef(
            woorden=self.zoek.text(),
            wie=str(self.wie.currentData() or ""),
            soort=soort,
            startpositie=startpositie,
            gesprek=str(self.gesprek.currentData() or ""),
            tot_en_met=read_date(read_datum(self.tot.text())),
            toen=self.toen.isChecked(),
        )

    def chosen(self) -> Regel | None:
        """The line that is chosen."""
        rows = self.lijst.selectionModel().selectedRows()
        return self.regels.regels[rows[0].row()] if rows else None

    def _filters(self) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=8)
        self.zoek, self.tot = QLineEdit(), QLineEdit()
        self.zoek.setObjectName("geschiedenis_zoek")
        self.zoek.setPlaceholderText(text("geschiedenis.zoek"))
        self.zoek.setAccessibleName(text("geschiedenis.zoek_naam"))
        self.zoek.setClearButtonEnabled(True)
        self.onderwerp, self.wie, self.gesprek = (
            _combo("onderwerp"),
            _combo("persoon"),
            _combo("gesprek_keuze"),
        )
        first, second = rij(tussen=8), rij(tussen=8)
        first.addWidget(self.zoek, 3)
        for combo in (self.onderwerp, self.wie, self.gesprek):
            first.addWidget(combo, 2)
            combo.activated.connect(lambda _: self._sift())
        self.tot.setObjectName("geschiedenis_tot")
        self.tot.setPlaceholderText(text("geschiedenis.tot_en_met_hulp"))
        self.tot.setFixedWidth(px(200))
        named = label(text("geschiedenis.tot_en_met"), "veldnaam")
        named.setBuddy(self.tot)
        self.tot.setAccessibleName(named.text())
        self.toen = QCheckBox(text("geschiedenis.toen"))
        self.toen.setObjectName("geschiedenis_toen")
        self.toen.setToolTip(text("geschiedenis.toen_hulp"))
        self.stand = label("", "zacht", naam="geschiedenis_aantal")
        self.wis = knop(text("geschiedenis.wis_filters"), "wis_filters", self._clear_filters, "stil")
        for part in (named, self.tot, self.toen):
            second.addWidget(part)
        second.addStretch(1)
        second.addWidget(self.wis)
        second.addWidget(self.stand)
        box.addLayout(first)
        box.addLayout(second)
        self.zoek.textChanged.connect(lambda _: self._timer.start())
        self.tot.textChanged.connect(lambda _: self._timer.start())
        self.toen.toggled.connect(lambda _: self._sift())
        return made

    def _detail(self) -> QFrame:
        made = kaart(naam="geschiedenis_detail")
        box = rij(made, rand=16, tussen=24)
        woorden = kolom(tussen=4)
        self.d_wat = label(text("geschiedenis.kies"), "kop3", wrap=True, naam="detail_wat")
        self.d_waarde = label("", wrap=True, naam="detail_waarde")
        self.d_wie = label("", "klein", wrap=True, naam="detail_wie")
        lang = QWidget()
        kolom(lang).addWidget(self.d_waarde)
        self._lang: QScrollArea = schuifvlak(lang)
        for part in (self.d_wat, self._lang, self.d_wie):
            woorden.addWidget(part)
        box.addLayout(woorden, 1)
        self.terug = knop(text("geschiedenis.terug"), "ongedaan_maken", self._undo)
        self.terug.setToolTip(text("geschiedenis.terug_uitleg"))
        self.waarom_niet = label("", "klein", wrap=True, naam="waarom_niet")
        self.waarom_niet.setFixedWidth(px(232))
        box.addWidget(self.waarom_niet, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _reload(self) -> None:
        dossier = self.context.dossier()
        self._alle = geschiedenis_of(self.context.work, dossier)
        self.tegenspraken.show_dossier(dossier)
        conflicting = self.tegenspraken.isVisibleTo(self._boven) and bool(dossier.conflicts())
        self._boven.setVisible(conflicting)
        self._boven.setFixedHeight(
            min(self.tegenspraken.sizeHint().height(), px(HOOGST)) if conflicting else 0
        )
        self._uitleg.setVisible(not conflicting)
        self._fill_filters(dossier)
        self._sift()

    def _fill_filters(self, dossier: Dossier) -> None:
        used = {regel.soort for regel in self._alle}
        soorten = [(text(f"geschiedenis.soort.{soort}"), soort) for soort in SOORTEN if soort in used]
        asked = {regel.startpositie for regel in self._alle}
        delen = [
            (deel.titel, f"antwoord {deel.id}")
            for deel in self.context.work.data.formulieren.startposities
            if deel.id in asked
        ]
        _refill(self.onderwerp, text("geschiedenis.alle_onderwerpen"), soorten + delen)
        wie = sorted({regel.wie for regel in self._alle})
        _refill(self.wie, text("geschiedenis.alle_personen"), [(naam, naam) for naam in wie])
        namen = [(naam, id) for id, naam in gespreksnamen(dossier).items()]
        _refill(self.gesprek, text("geschiedenis.alle_gesprekken"), namen)

    def _sift(self) -> None:
        self._timer.stop()
        zeef = self.zeef()
        found = sift(self._alle, zeef)
        self.regels.show_all(found)
        wrong = bool(self.tot.text().strip()) and zeef.tot_en_met is None
        self.stand.setText(
            text("geschiedenis.geen_datum") if wrong else text("geschiedenis.aantal", aantal=len(found))
        )
        self.wis.setVisible(zeef != Zeef())
        self.lijst.setVisible(bool(found))
        self._leeg.setVisible(not found)
        self._show_detail()

    def _clear_filters(self) -> None:
        self.zoek.clear()
        self.tot.clear()
        self.toen.setChecked(False)
        for combo in (self.onderwerp, self.wie, self.gesprek):
            combo.setCurrentIndex(0)
        self._sift()

    def _show_detail(self) -> None:
        regel = self.chosen()
        self.terug.setVisible(regel is not None and regel.kan_terug)
        self.waarom_niet.setVisible(regel is not None and not regel.kan_terug)
        self._lang.setVisible(regel is not None)
        self.d_wie.setVisible(regel is not None)
        if regel is None:
            self.d_wat.setText(text("geschiedenis.kies"))
            return
        self.d_wat.setText(regel.wat)
        self.d_waarde.setText(regel.waarde)
        self._lang.setFixedHeight(min(max(self.d_waarde.heightForWidth(px(640)), px(24)), px(96)))
        waar = regel.gesprek_naam or text("geschiedenis.detail.zonder_gesprek")
        bron = [text("geschiedenis.detail.bron", bron=regel.bron)] if regel.bron else []
        self.d_wie.setText(". ".join([f"{row_words(regel)}; {waar}", *bron]))
        blijvend = regel.laatste or regel.aanwezig != AANWEZIG
        self.waarom_niet.setText(
            text("geschiedenis.terug_blijvend" if blijvend else "geschiedenis.terug_kan_niet")
        )

    def _undo(self) -> None:
        regel = self.chosen()
        if regel is None:
            return
        if undo_regel(self.context.work, self.context.dossier_id, regel):
            self.context.saved.emit()
            self.context.person_changed.emit()
            self.context.told.emit(text("geschiedenis.teruggezet", wat=regel.wat))
        self._reload()


def _combo(naam: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(f"geschiedenis_{naam}")
    made.setAccessibleName(text(f"geschiedenis.{naam}"))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made


def _refill(combo: QComboBox, alles: str, keuzes: list[tuple[str, str]]) -> None:
    kept = combo.currentData()
    combo.clear()
    combo.addItem(alles, "")
    for woord, code in keuzes:
        combo.addItem(woord, code)
    combo.setCurrentIndex(max(combo.findData(kept), 0))
