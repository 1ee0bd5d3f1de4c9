"""The PIP and the plan for the wall in Word and PDF: looked at, kept where one says; what left the vault."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QLabel, QPushButton, QSplitter, QWidget

from intake_assistant.dates import date_in_words, local_moment
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import besluiten_of, planversies_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.documenten import (
    AFGEDRUKT,
    DELEN,
    FORMATEN,
    LOSSE,
    STUKKEN,
    Document,
    make_document,
    make_documents,
    note_printed,
    save_document,
    save_documents,
    voor_de_persoon,
)
from intake_assistant.storage.entries.rows import LogRow
from intake_assistant.texts import text
from intake_assistant.ui.documenten.afdrukken import Afdrukken
from intake_assistant.ui.documenten.persoon import PersoonKaart
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.window.context import ALLES, Context, Scherm

_NAAST = 720
_ROND = 48
_SAMEN = 560
"""Lower than this the cards and the pages have no room below each other: the pages come when asked for."""


class Documenten(Scherm):
    """A card for each part on the left, its pages on the right."""

    naam = "documenten"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        from intake_assistant.ui.kit.pdf_preview import PdfVoorbeeld  # late: the list shows no PDF

        self.deel = STUKKEN[0]
        self._taak: tasks.Taak | None = None
        self._gevraagd: tasks.Taak | None = None
        self._map = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._stand: dict[str, QLabel] = {}
        self._regel: dict[str, QLabel] = {}
        self._bekijk: dict[str, QPushButton] = {}
        self._knoppen: dict[str, list[QPushButton]] = {}
        self.persoon = PersoonKaart()
        self.persoon.gekozen.connect(self._draw)
        self.persoon.bewaren.connect(lambda: self._make_all(self._ask_folder))
        self.persoon.afdrukken.connect(lambda: self._make_all(lambda made: self.afdrukken.ask(*made)))
        self.voorbeeld = PdfVoorbeeld("documenten_voorbeeld")
        self.voorbeeld.setMinimumWidth(px(320))
        vak = kolom(self, rand=24, tussen=12)
        vak.addLayout(self._kop())
        self._helften = self._splitter()
        vak.addWidget(self._helften, 1)
        self.afdrukken = Afdrukken(self)
        self.afdrukken.chosen.connect(self._printed)

    def _kop(self) -> QBoxLayout:
        row = rij(tussen=8)
        row.addWidget(label(text("documenten.kop"), "kop1"), 1)
        self._pages_only = False
        self.terug = knop(text("documenten.terug"), "documenten_terug", self.step_back, icoon="terug")
        self.terug.hide()
        row.addWidget(self.terug)
        return row

    def _links(self) -> QWidget:
        made = QWidget()
        vak = kolom(made, tussen=12)
        vak.setContentsMargins(0, 0, px(12), 0)
        vak.addWidget(self.persoon)
        groep = QButtonGroup(self)
        for deel in STUKKEN:
            vak.addWidget(self._kaart(deel, groep))
        logboek = kaart(naam="logboek")
        self._log = kolom(logboek, rand=16, tussen=4)
        vak.addWidget(logboek)
        vak.addStretch(1)
        return made

    def _splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(px(4))
        links = self._vlak = schuifvlak(self._links())
        links.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        links.setMinimumWidth(px(320))
        splitter.addWidget(links)
        splitter.addWidget(self.voorbeeld)
        splitter.setSizes([604, 500])
        splitter.setStretchFactor(0, 55)
        splitter.setStretchFactor(1, 45)
        return splitter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages go below the cards where both have no room, or in their place."""
        super().resizeEvent(event)
        naast = self.width() >= px(_NAAST)
        self._helften.setOrientation(Qt.Orientation.Horizontal if naast else Qt.Orientation.Vertical)
        self._share_room()

    def _share_room(self) -> None:
        low = self.width() < px(_NAAST) and self.height() < px(_SAMEN)
        self._vlak.setVisible(not (low and self._pages_only))
        self.voorbeeld.setVisible(not low or self._pages_only)
        self.terug.setVisible(low and self._pages_only)

    def step_back(self) -> bool:
        """From the pages to the cards, when only one of both has room."""
        if self.terug.isHidden():
            return False
        self._pages_only = False
        self._share_room()
        self._bekijk[self.deel].setFocus()
        return True

    def _kaart(self, deel: str, groep: QButtonGroup) -> QFrame:
        made = kaart(naam=f"document_{deel}")
        vak = kolom(made, rand=16, tussen=8)
        self._stand[deel] = label("", "merk", naam=f"stand_{deel}")
        kop = rij(tussen=8)
        kop.addWidget(label(text(f"documenten.{deel}"), "kop2", wrap=True), 1)
        kop.addWidget(self._stand[deel], 0, Qt.AlignmentFlag.AlignTop)
        self._regel[deel] = label("", "zacht", wrap=True)
        vak.addLayout(kop)
        vak.addWidget(self._regel[deel])
        vak.addLayout(self._rij_knoppen(deel, groep))
        return made

    def _rij_knoppen(self, deel: str, groep: QButtonGroup) -> Vloei:
        row = Vloei()
        bekijk = knop(text("documenten.bekijken"), f"bekijk_{deel}", lambda: self._choose(deel))
        bekijk.setAccessibleName(text(f"documenten.bekijken_{deel}"))
        bekijk.setCheckable(True)
        groep.addButton(bekijk)
        self._bekijk[deel] = bekijk
        self._knoppen[deel] = [bekijk]
        row.addWidget(bekijk)
        for formaat in reversed(FORMATEN):
            act = partial(self._save, deel, formaat)
            bewaar = knop(text(f"documenten.bewaar_{formaat}"), f"bewaar_{deel}_{formaat}", act)
            bewaar.setAccessibleName(text(f"documenten.bewaar_{deel}_{formaat}"))
            row.addWidget(bewaar)
            self._knoppen[deel].append(bewaar)
        print_het = knop(text("documenten.print.knop"), f"print_{deel}", partial(self._print, deel))
        print_het.setAccessibleName(text(f"documenten.print_{deel}"))
        self._knoppen[deel].append(print_het)
        row.addWidget(print_het)
        return row

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show how both parts stand; `deel` is the part that is looked at."""
        self.deel = arguments["deel"] if arguments.get("deel") in STUKKEN else self.deel
        dossier = self.context.dossier()
        self._pages_only = False
        self._share_room()
        self.persoon.show_dossier(self.context.work, dossier)
        self._show_standen(dossier)
        self._show_log()
        self.voorbeeld.show_message(text("documenten.voorbeeld_komt"))
        self._draw()
        # The lines of the cards above it are still being laid out.
        later(self, self._bring)

    def _bring(self) -> None:
        """The part that is looked at stands in sight, with what can be done with it."""
        for part in (self._regel[self.deel], self._knoppen[self.deel][-1]):
            self._vlak.ensureWidgetVisible(part, 0, px(_ROND))

    def follow(self) -> None:
        """Show how both parts stand now, and the page with it."""
        self.persoon.show_dossier(self.context.work, self.context.dossier())
        self._show_standen(self.context.dossier())
        self._draw()

    def where(self) -> dict[str, str]:
        """The part that is looked at."""
        return {"deel": self.deel}

    def leave(self) -> None:
        """Call off what is being drawn or made: nobody is asked where it goes on another page."""
        self.afdrukken.close_box()
        for taak in (self._taak, self._gevraagd):
            if taak is not None:
                taak.cancel()

    def _show_standen(self, dossier: Dossier) -> None:
        besluiten, versies = besluiten_of(dossier), planversies_of(dossier)
        vast = dict.fromkeys(STUKKEN, "")
        if besluiten:
            datum, nummer = date_in_words(besluiten[-1].dagtekening), besluiten[-1].nummer
            vast["beschikking"] = text("documenten.besluit", nummer=nummer, datum=datum)
        if versies:
            datum, nummer = date_in_words(versies[-1].datum), versies[-1].nummer
            vast["ontwikkelplan"] = text("documenten.versie", nummer=nummer, datum=datum)
        for deel, los in LOSSE.items():
            kan = los.ready(dossier)
            vast[deel] = text(f"documenten.{deel}_uitleg" if kan else f"documenten.{deel}_wacht")
            for made in self._knoppen[deel]:
                made.setEnabled(kan)
            if self.deel == deel and not kan:
                self.deel = STUKKEN[0]
        for deel, zin in vast.items():
            self._set_stand(deel, zin)

    def _set_stand(self, deel: str, vast: str) -> None:
        if deel not in DELEN:
            self._stand[deel].hide()
            self._regel[deel].setText(vast)
            return
        self._stand[deel].setText(text("documenten.vastgesteld") if vast else text("documenten.concept"))
        set_rol(self._stand[deel], "merk_goed" if vast else "merk_let_op")
        self._regel[deel].setText(vast or text(f"documenten.concept_{deel}"))

    def _show_log(self) -> None:
        empty_layout(self._log)
        self._log.addWidget(label(text("documenten.log_kop"), "kop3"))
        regels = self.context.work.vault.log("export", self.context.dossier_id)
        for regel in reversed(regels):
            self._log.addWidget(label(_log_in_words(regel), wrap=True, naam="logregel"))
        if not regels:
            self._log.addWidget(label(text("documenten.log_leeg"), "zacht", wrap=True))

    def _choose(self, deel: str) -> None:
        self.deel = deel
        self._pages_only = True
        self._share_room()
        if self._vlak.isHidden():
            self.voorbeeld.view.setFocus()
        self._draw()

    def _draw(self) -> None:
        self._bekijk[self.deel].setChecked(True)
        if self._taak is not None:
            self._taak.cancel()
        work, dossier, deel = self.context.work, self.context.dossier(), self.deel
        taal = self.persoon.taal_van(deel)
        self._taak = tasks.run(
            self.context,
            lambda: make_document(work, dossier, deel, "pdf", taal).inhoud,
            self.voorbeeld.show_pdf,
            text("documenten.tekenen"),
        )

    # -- keeping ---------------------------------------------------------------------------------------------

    def _make(self, deel: str, formaat: str, then: Callable[[Document], None]) -> None:
        work, dossier, taal = self.context.work, self.context.dossier(), self.persoon.taal_van(deel)
        self._gevraagd = tasks.run(
            self.context,
            lambda: make_document(work, dossier, deel, formaat, taal),
            then,
            text("documenten.maken"),
        )

    def _make_all(self, then: Callable[[list[Document]], None]) -> None:
        """All that goes along, as PDF in the chosen language."""
        work, dossier, taal = self.context.work, self.context.dossier(), self.persoon.taal_van(DELEN[0])
        self._gevraagd = tasks.run(
            self.context,
            lambda: make_documents(work, dossier, voor_de_persoon(dossier), ("pdf",), taal),
            then,
            text("documenten.maken"),
        )

    def _ask_folder(self, made: list[Document]) -> None:
        folder = destination.ask_folder(self.context, self, text("documenten.persoon_kies"), self._map)
        if folder is None:
            return
        try:
            save_documents(self.context.work, self.context.dossier_id, made, folder)
        except KnownError as error:
            self.context.failed.emit(error)
        else:
            zin = text("documenten.persoon_bewaard", aantal=len(made), map=str(folder))
            self.context.saved.emit(zin, folder)
        self._show_log()

    def _save(self, deel: str, formaat: str) -> None:
        self._make(deel, formaat, self._ask_where)

    def _print(self, deel: str) -> None:
        self._make(deel, "pdf", self.afdrukken.ask)

    def _printed(self) -> None:
        """Noted, and then to the printer, all pages in one go."""
        box = self.afdrukken
        if not box.documenten:
            return
        try:
            for document in box.documenten:
                note_printed(self.context.work, self.context.dossier_id, document)
            bladen = box.print_now()
        except KnownError as error:
            self.context.failed.emit(error)
        else:
            zin = text("documenten.print.gedaan", aantal=bladen, printer=box.printer.currentText())
            self.context.told.emit(zin)
        box.close_box()
        self._show_log()

    def _ask_where(self, document: Document) -> None:
        filter = text(f"documenten.filter_{document.formaat}")
        titel = text(f"documenten.bewaar_{document.deel}_{document.formaat}")
        path = destination.ask(self.context, self, titel, self._map / document.naam, filter)
        if path is not None:
            self._write(document, path)

    def _write(self, document: Document, path: Path) -> None:
        try:
            overwrite = os.path.lexists(path)
            save_document(self.context.work, self.context.dossier_id, document, path, overwrite=overwrite)
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self._map = path.parent
        self.context.saved.emit(text("documenten.bewaard", bestand=str(path)), path.parent)
        self._show_log()


def _log_in_words(regel: LogRow) -> str:
    deel, _, formaat = regel.wat.partition(" ")
    if deel == AFGEDRUKT:
        deel, formaat = formaat, "papier"
    kort = (
        text(f"documenten.log_{formaat}", deel=text(f"documenten.{deel}")) if deel in STUKKEN else regel.wat
    )
    toen = local_moment(regel.op)
    datum = date_in_words(toen.date().isoformat())
    return text("documenten.log_regel", wat=kort, datum=datum, uur=f"{toen:%H:%M}", wie=regel.wie)
