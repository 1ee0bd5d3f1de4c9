"""The history: everything that was recorded, in words; what was known on a day; and undo."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.acts.record import undo_regel
from intake_assistant.operations.views.geschiedenis import Geschiedenisregel, geschiedenis_of, sift
from intake_assistant.texts import text
from intake_assistant.ui.geschiedenis.sieve import Zeefrij
from intake_assistant.ui.kit.history_table import AANWEZIG, HistoryModel, make_table, row_words
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import ALLES, Context, Scherm
from intake_assistant.ui.window.erasing import ask_antwoord

LAAG: Final = 360


class GeschiedenisScherm(Scherm):
    """The list with its filters, and the whole of one line."""

    naam = "geschiedenis"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._alle: list[Geschiedenisregel] = []
        self.zeefrij, self.regels = Zeefrij(), HistoryModel()
        self.lijst = make_table(self.regels)
        box = kolom(self, tussen=12)
        box.setContentsMargins(px(24), px(16), px(24), px(16))
        box.addLayout(self._head())
        box.addWidget(self._list_part(), 1)
        self.zeefrij.changed.connect(self._sift)
        self.lijst.selectionModel().selectionChanged.connect(lambda *_: self._show_detail())

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the history anew; `zoek` fills the search line, `onderwerp` chooses the last line of one."""
        self._reload()
        if arguments.get("zoek"):
            self.zeefrij.zoek.setText(arguments["zoek"])
            self._sift()
        if arguments.get("onderwerp"):
            self._choose(arguments["onderwerp"])

    def _choose(self, subject: str) -> None:
        if not any(regel.subject == subject for regel in self.regels.regels):
            # Out of sight by what was wanted at an earlier visit.
            self.zeefrij.clear()
        for nummer, regel in enumerate(self.regels.regels):
            if regel.subject == subject:
                self.lijst.selectRow(self.regels.row_of(nummer))
                self.lijst.setFocus()
                return

    def follow(self) -> None:
        """Read the history anew."""
        self._reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the lines themselves come before what is said of them."""
        super().resizeEvent(event)
        self._uitleg.setVisible(self.height() >= px(LAAG))
        self._kaart.setVisible(self.chosen() is not None or self.height() >= px(LAAG))

    def chosen(self) -> Geschiedenisregel | None:
        """The line that is chosen."""
        rows = self.lijst.selectionModel().selectedRows()
        return self.regels.regel_at(rows[0].row()) if rows else None

    def _head(self) -> QHBoxLayout:
        row = rij(tussen=8)
        row.addWidget(label(text("geschiedenis.titel"), "kop1"), 1)
        go = partial(self.context.navigate.emit, "conflicten", {})
        self.verschillen = knop("", "naar_conflicten", go, icoon="let_op")
        row.addWidget(self.verschillen, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _list_part(self) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=12)
        self._uitleg = label(text("geschiedenis.uitleg"), "zacht", wrap=True)
        box.addWidget(self._uitleg)
        box.addWidget(self.zeefrij)
        box.addWidget(self.lijst, 1)
        self._leeg = label(text("geschiedenis.niets"), "zacht", wrap=True, naam="niets_gevonden")
        self._leeg.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._leeg, 1)
        self._kaart = self._detail()
        box.addWidget(self._kaart)
        return schuifvlak(made)

    def _detail(self) -> QFrame:
        made = kaart(naam="geschiedenis_detail")
        box = rij(made, rand=16, tussen=24)
        woorden = kolom(tussen=4)
        self.d_wat = label("", "kop3", wrap=True, naam="detail_wat")
        self.d_waarde = label("", wrap=True, naam="detail_waarde")
        self.d_wie = label("", "klein", wrap=True, naam="detail_wie")
        lang = QWidget()
        kolom(lang).addWidget(self.d_waarde)
        self._lang = schuifvlak(lang)
        for part in (self.d_wat, self._lang, self.d_wie):
            woorden.addWidget(part)
        box.addLayout(woorden, 1)
        self.terug = knop(text("geschiedenis.terug"), "ongedaan_maken", self._undo)
        self.terug.setToolTip(zweeftekst(text("geschiedenis.terug_uitleg")))
        self.waarom_niet = label("", "klein", wrap=True, naam="waarom_niet")
        self.waarom_niet.setFixedWidth(px(232))
        self.wissen = knop(text("geschiedenis.wissen"), "antwoord_wissen", self._erase, "stil")
        for side in (self.waarom_niet, self.terug, self.wissen):
            box.addWidget(side, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _reload(self) -> None:
        work, dossier = self.context.work, self.context.dossier()
        self._alle = geschiedenis_of(work, dossier)
        aantal = len(dossier.conflicts())
        self.verschillen.setText(text("geschiedenis.verschillen", aantal=aantal))
        self.verschillen.setAccessibleName(self.verschillen.text())
        self.verschillen.setVisible(bool(aantal))
        self.zeefrij.offer(self._alle, dossier, work.data.formulieren)
        self._sift()

    def _sift(self) -> None:
        zeef = self.zeefrij.zeef()
        found = sift(self._alle, zeef)
        self.regels.show_lines(found)
        self.zeefrij.show_count(len(found), zeef)
        self.lijst.setVisible(bool(found))
        self._leeg.setVisible(not found)
        self._show_detail()

    def _show_detail(self) -> None:
        regel = self.chosen()
        self.terug.setVisible(regel is not None and regel.kan_terug)
        self.waarom_niet.setVisible(regel is not None and not regel.kan_terug)
        self.wissen.setVisible(regel is not None and regel.kan_wissen)
        self._kaart.setVisible(regel is not None or self.height() >= px(LAAG))
        self._lang.setVisible(regel is not None)
        self.d_wie.setVisible(regel is not None)
        if regel is None:
            self.d_wat.setText(text("geschiedenis.kies"))
            return
        self.d_wat.setText(op_scherm(regel.wat))
        self.d_waarde.setText(op_scherm(regel.waarde))
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
        work, dossier = self.context.work, self.context.dossier_id
        if self.context.act(lambda: undo_regel(work, dossier, regel)):
            self.context.told.emit(text("geschiedenis.teruggezet", wat=regel.wat))
        self._reload()

    def _erase(self) -> None:
        regel = self.chosen()
        if regel is not None:
            ask_antwoord(self, self.context, regel)
