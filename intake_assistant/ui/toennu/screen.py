"""Then and now: a table of two days for us, and beside it what the other side sees of the chosen row."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from intake_assistant.dates import read_date
from intake_assistant.domain.kinds import AFSPRAAK, ANTWOORD, DOEL, GESPREK
from intake_assistant.domain.recht.gesprek import lopend_gesprek
from intake_assistant.operations.papers.bladen.toennu import TOEN_EN_NU, toennu_stuk
from intake_assistant.operations.papers.documenten import document_of
from intake_assistant.operations.views.toennu.vergelijken import Toennudeel, compare, first_days, keuzes_of
from intake_assistant.operations.views.toennu.vormen import Toennucel, Toennurij
from intake_assistant.operations.views.toennu.zicht import (
    BEGIN,
    BORD,
    NIETS,
    Zegger,
    gedeelde_bladen,
    is_on_board,
)
from intake_assistant.operations.words.gedeeld import Gedeeldblad
from intake_assistant.operations.words.vertaling import gedeelde_taal, taal_van
from intake_assistant.texts import SOURCE, text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.gedeeld.bediening import BEDEKKEN, STILZETTEN, Gedeeldknop
from intake_assistant.ui.gedeeld.gedeeld import Gedeeldestand
from intake_assistant.ui.gedeeld.omgedraaid import GROOT, Omgedraaid
from intake_assistant.ui.gedeeld.vlak import Gedeeldvlak
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Groepen, Keuzevink
from intake_assistant.ui.kit.parts import knop, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.toennu.dag import Dagkeuze
from intake_assistant.ui.window.context import Context, Rondom, Scherm

_KOLOMMEN = ("onderwerp", "vraag", "toen", "nu")
# What each half needs; with less room for both, F6 turns from the one to the other, as in a conversation.
_EIGEN, _GEDEELD = 300, 264


class ToennuScherm(Scherm):
    """Two days are chosen; each row of the table is seen on the other side when one comes to it."""

    naam = "toen_en_nu"
    toont = (ANTWOORD, GESPREK, DOEL, AFSPRAAK)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.toen, self.nu = Dagkeuze("toen"), Dagkeuze("nu")
        self.rijen = Woordrijen([text(f"toennu.kolom.{kolom}") for kolom in _KOLOMMEN], zacht=(0,))
        self.tabel = Woordtabel(
            self.rijen, "toennu_tabel", text("toennu.tabel"), (144, 0, 152, 152), self._enter
        )
        self.vlak, self.groot = Gedeeldvlak("toennu_gedeeld"), Omgedraaid(self, context)
        self.knop = Gedeeldknop(context.gedeeld, context.voorkeuren, context.tweede)
        self.alleen_anders = Keuzevink(text("toennu.alleen_anders"), "toennu_alleen_anders")
        self.alleen_anders.setChecked(True)
        self.melding = label("", "zacht", wrap=True, naam="toennu_melding")
        self.naar_gedeeld, self.naar_eigen = (
            knop(text(f"gesprek.naar_{naar}"), f"toennu_naar_{naar}", self.toggle_helft, "stil")
            for naar in ("gedeeld", "eigen")
        )
        self._bladen: list[Gedeeldblad] = []
        self._blad_van: list[int] = []
        self._build()
        self._connect()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._links = QWidget()
        box = kolom(self._links, tussen=8)
        box.setContentsMargins(px(24), px(16), px(16), px(8))
        box.addLayout(self._head())
        box.addWidget(label(text("toennu.uitleg"), "zacht", wrap=True))
        toen, nu = kolom(), kolom()
        toen.addWidget(self.toen)
        nu.addWidget(self.nu)
        box.addWidget(_holds(Groepen(toen, nu, delen=(1, 1))))
        box.addWidget(self.alleen_anders)
        box.addWidget(self.tabel, 1)
        box.addWidget(self.melding)
        deler = QSplitter(Qt.Orientation.Horizontal)
        deler.setChildrenCollapsible(False)
        # A table of nothing says nothing: below this the half is scrolled.
        self.tabel.setMinimumHeight(px(160))
        self._eigen = schuifvlak(self._links)
        deler.addWidget(self._eigen)
        deler.addWidget(self.vlak)
        self.vlak.setMinimumWidth(px(_GEDEELD))
        deler.setSizes([690, 490])
        buiten = kolom(self, tussen=0)
        buiten.addWidget(self.naar_eigen, 0, Qt.AlignmentFlag.AlignRight)
        buiten.addWidget(deler, 1)

    def _head(self) -> Vloei:
        """With large letters what is done goes below what it is called."""
        row = Vloei()
        self.terug = knop(text("toennu.terug"), "toennu_terug", self.context.back.emit, "stil", "terug")
        row.addWidget(self.terug)
        row.addWidget(label(text("toennu.kop"), "kop1"))
        row.addWidget(knop(text("toennu.bewaar"), "toennu_bewaar", self._keep))
        row.addWidget(self.knop)
        row.addWidget(self.naar_gedeeld)
        return row

    def _connect(self) -> None:
        gedeeld = self.context.gedeeld
        gedeeld.gewijzigd.connect(self._draw)
        self.knop.anders.connect(gedeeld.gewijzigd)
        self.knop.groot.connect(self.toggle_groot)
        self.groot.weg.connect(self.toggle_groot)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        for dag in (self.toen, self.nu):
            dag.gekozen.connect(self._compare)
        self.alleen_anders.toggled.connect(lambda _: self._compare())
        toetsen = (
            ("F6", self.toggle_helft),
            (GROOT, self.toggle_groot),
            (BEDEKKEN, gedeeld.toggle_bedekt),
            (STILZETTEN, gedeeld.toggle_stil),
        )
        for toets, doen in toetsen:
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doen)

    # -- the halves ------------------------------------------------------------------------------------------

    def toggle_helft(self) -> None:
        """Turn to the other half, where there is no room for both."""
        self._share_room(gedeeld=self.vlak.isHidden())
        (self.naar_eigen if self._eigen.isHidden() else self.tabel).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_room(gedeeld=self._eigen.isHidden())

    def _share_room(self, *, gedeeld: bool) -> None:
        krap = self.width() < px(_EIGEN + _GEDEELD + 8)
        self.naar_gedeeld.setVisible(krap)
        self.naar_eigen.setVisible(krap and gedeeld)
        self._eigen.setVisible(not (krap and gedeeld))
        self.vlak.setVisible(gedeeld or not krap)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Lay two days side by side, of the first conversation and today if not given; `rij` is chosen."""
        # While nothing stands around it, the way back is here.
        self.terug.setVisible(bool(self.context.samen))
        work, dossier = self.context.work, self.context.dossier()
        toen, nu = first_days(work, dossier)
        keuzes, vandaag = keuzes_of(work, dossier), work.clock.today()
        self.toen.offer(keuzes, vandaag, read_date(arguments.get("toen", "")) or toen)
        self.nu.offer(keuzes, vandaag, read_date(arguments.get("nu", "")) or nu)
        gesprek = lopend_gesprek(dossier) if self.context.samen else None
        self.context.gedeeld.set_taal(gedeelde_taal(work, dossier, gesprek.taal if gesprek else ""))
        self._compare(int(arguments.get("rij") or 0))

    def follow(self) -> None:
        """Lay the same days side by side anew."""
        self._compare(self.tabel.row)

    def where(self) -> dict[str, str]:
        """Both days, and the row that is looked at."""
        dagen = {naam: dag.isoformat() for naam, dag in (("toen", self.toen.dag), ("nu", self.nu.dag)) if dag}
        return {**dagen, "rij": str(max(self.tabel.row, 0))}

    def leave(self) -> None:
        """The other side rests again."""
        self.groot.hide()
        self.context.gedeeld.rest()

    def resting_place(self) -> QWidget:
        """The table."""
        return self.tabel

    def rondom(self) -> Rondom:
        """Nothing above what the other side sees while somebody looks along: no term, no way to others."""
        return Rondom.NIETS if self.context.samen else Rondom.ALLES

    def own_half(self) -> QWidget:
        """The table, beside what is shared."""
        return self._links

    def _days(self) -> tuple[datetime.date, datetime.date] | None:
        toen, nu = self.toen.dag, self.nu.dag
        return (toen, nu) if toen and nu else None

    def _compare(self, chosen: int = 0) -> None:
        days = self._days()
        if days is None:
            self._show_none(text("toennu.geen_datum"))
            return
        gezien = compare(self.context.work, self.context.dossier(), *days)
        if self.alleen_anders.isChecked():
            gezien = gezien.changed()
        self._bladen = gedeelde_bladen(self.context.work, gezien, self.context.gedeeld.taal)
        zegger, woorden = Zegger(self.context.work, taal_van(SOURCE)), list[tuple[str, ...]]()
        self._blad_van = []
        for deel in gezien.delen:
            titel = deel.startpositie.titel
            for een in filter(None, zegger.rijen(deel)):
                woorden.append((titel, een.woord, _in_table(een.toen), _in_table(een.nu)))
                self._blad_van.append(_page_of(self._bladen, deel, een.naam))
                titel = ""
        if not woorden:
            self._show_none(text("toennu.leeg"))
            return
        self.melding.setText(text("toennu.zelfde_dag") if gezien.toen == gezien.nu else "")
        self.rijen.show_all(woorden)
        self.tabel.selectRow(min(max(chosen, 0), len(woorden) - 1))
        self._show_row()

    def _show_none(self, waarom: str) -> None:
        self._bladen, self._blad_van = [], []
        self.rijen.show_all([])
        self.melding.setText(waarom)
        self.context.gedeeld.rest()

    def _show_row(self) -> None:
        row = self.tabel.row
        gedeeld = self.context.gedeeld
        if 0 <= row < len(self._blad_van) and gedeeld.wijze is not Gedeeldestand.STIL:
            gedeeld.put_before(self._bladen[self._blad_van[row]])

    def _draw(self) -> None:
        if not self._is_shown():
            return
        zicht = self.context.gedeeld.zicht
        self.vlak.show_zicht(zicht, self.context.voorkeuren.gedeelde_vorm)
        self.groot.show_zicht(zicht)

    def toggle_groot(self) -> None:
        """Turn the whole window to the other, or back to us."""
        if self.groot.isVisible():
            self.groot.hide()
            self.tabel.setFocus()
        else:
            self.groot.open_page()
            self._draw()

    def _enter(self) -> None:
        self.toggle_groot()

    # -- on paper --------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        days = self._days()
        if days is None:
            return
        work, dossier = self.context.work, self.context.dossier()
        made = document_of(work, dossier, "pdf", toennu_stuk(work, dossier, *days))
        uit = destination.Uitgaand(
            text("toennu.bewaar"), made.naam, text("documenten.filter_pdf"), f"{TOEN_EN_NU} pdf"
        )
        destination.keep(self.context, self, uit, lambda: made.inhoud)


def _holds(groepen: Groepen) -> QWidget:
    made = QWidget()
    made.setLayout(groepen)
    return made


def _in_table(cel: Toennucel) -> str:
    """Below the name of its day it needs no more words."""
    return text("toennu.niet_gevraagd") if cel.is_leeg and cel.zin != NIETS else cel.zin


def _page_of(bladen: list[Gedeeldblad], deel: Toennudeel, naam: str) -> int:
    """On which page a row is; what was only typed in Dutch stands below the first page of its topic."""
    begin = f"{BEGIN}/{deel.startpositie.id}/"
    own = [nummer for nummer, blad in enumerate(bladen) if blad.naam.startswith(begin)]
    if is_on_board(deel, naam):
        return next(nummer for nummer in own if bladen[nummer].naam == f"{begin}{BORD}")
    found = (n for n in own if any(rij.naam == naam for rij in _rijen(bladen[n])))
    return next(found, own[0])


def _rijen(blad: Gedeeldblad) -> tuple[Toennurij, ...]:
    return blad.toennu.rijen if blad.toennu else ()
