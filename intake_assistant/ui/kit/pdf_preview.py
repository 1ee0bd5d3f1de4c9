"""A PDF as it will look, from memory: nothing is written to disk."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.qt.later import later

_STAP = 1.2
_KLEINST, _GROOTST = 0.3, 3.0


class PdfVoorbeeld(QWidget):
    """Pages below each other, fitted to the width; stays at its place when a newer PDF comes."""

    def __init__(self, naam: str = "voorbeeld") -> None:
        super().__init__()
        self.setObjectName(naam)
        self._buffer: QBuffer | None = None
        self.inhoud = b""
        self.document = QPdfDocument(self)
        self.view = _Blad(self)
        self.view.setDocument(self.document)
        self.view.setObjectName(f"{naam}_bladen")
        self.view.setAccessibleName(text("documenten.voorbeeld_naam"))
        self.view.pageNavigator().currentPageChanged.connect(lambda _: self._show_plaats())
        self.plaats = label("", "klein", naam=f"{naam}_plaats")
        self.stand = label("", "klein", naam=f"{naam}_stand")
        self.bericht = label(text("documenten.voorbeeld_komt"), "zacht", wrap=True)
        self.bericht.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stapel = QStackedWidget()
        self.stapel.addWidget(self.bericht)
        self.stapel.addWidget(self.view)
        vak = kolom(self, tussen=4)
        vak.setContentsMargins(px(8), 0, 0, 0)
        vak.addLayout(self._bediening(naam))
        vak.addWidget(self.stapel, 1)

    def _bediening(self, naam: str) -> Groepen:
        links, row = rij(tussen=8), rij(tussen=4)
        links.addWidget(self.plaats)
        links.addWidget(self.stand)
        links.addStretch(1)
        for deel, factor in (("kleiner", 1 / _STAP), ("passend", 0.0), ("groter", _STAP)):
            act = partial(self._zoom, factor)
            made = knop(text(f"documenten.{deel}_kort"), f"{naam}_{deel}", act, "stil")
            made.setAccessibleName(text(f"documenten.{deel}"))
            made.setToolTip(zweeftekst(text(f"documenten.{deel}")))
            row.addWidget(made)
        row.addStretch(1)
        return Groepen(links, row, delen=(1, 0))

    # -- showing ---------------------------------------------------------------------------------------------

    def show_pdf(self, inhoud: bytes) -> None:
        """Show a PDF; the same one again changes nothing, nor does one that comes when all is gone."""
        if not shiboken6.isValid(self):
            return  # the window was made anew while the PDF was on its way
        self.stand.clear()
        if inhoud == self.inhoud:
            return
        bar = self.view.verticalScrollBar()
        plek = bar.value()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(inhoud))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.close()
        self.document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer, self.inhoud = buffer, inhoud
        self.stapel.setCurrentWidget(self.view)
        self._show_plaats()
        later(self, lambda: bar.setValue(min(plek, bar.maximum())))

    def show_message(self, tekst: str) -> None:
        """Say something in place of the pages."""
        self.inhoud = b""
        self.stand.clear()
        self.bericht.setText(tekst)
        self.stapel.setCurrentWidget(self.bericht)
        self.plaats.clear()

    def mark_behind(self) -> None:
        """Say that what stands here is older than what was filled in; until a newer PDF comes."""
        if self.inhoud:
            self.stand.setText(text("documenten.voorbeeld_loopt_achter"))

    def bladzijden(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    def _show_plaats(self) -> None:
        nummer = self.view.pageNavigator().currentPage() + 1
        self.plaats.setText(text("documenten.bladzijde", nummer=nummer, alle=self.bladzijden()))

    def _zoom(self, factor: float) -> None:
        if not factor:
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        now = self.view.zoomFactor() if self.view.zoomMode() is QPdfView.ZoomMode.Custom else self._fitted()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, _KLEINST), _GROOTST))

    def _fitted(self) -> float:
        breed = self.document.pagePointSize(0).width() * self.view.logicalDpiX() / 72
        return self.view.viewport().width() / breed if breed else 1.0


class _Blad(QPdfView):
    """The pages; Page Up and Page Down turn them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageSpacing(px(12))
        palette = self.palette()
        palette.setBrush(palette.ColorRole.Dark, kleur("lijn"))
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        key = Qt.Key(event.key())
        if key in ends:
            bar.setValue(ends[key])
        else:
            super().keyPressEvent(event)
