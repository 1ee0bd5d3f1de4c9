"""The pages of a PDF to a printer, from memory: as they are looked at, so are they printed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake_assistant.errors import KnownError
from intake_assistant.texts import text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_DPI: Final = 300
# Where CUPS lays what it sends: in memory, where Linux has such a place, and never on the disk.
_IN_MEMORY: Final = Path("/dev/shm")  # it is no file of ours, and gone when it was sent


@dataclass(frozen=True, slots=True)
class Printerkeuze:
    """One printer of this computer, as it is chosen."""

    naam: str
    is_ver: bool = False
    """It hangs on another computer or on the network."""
    is_gewoon: bool = False
    """What this computer prints on when nobody chooses."""


def printers() -> list[Printerkeuze]:
    """The printers of this computer, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo  # late: only who prints needs it

    found = [
        Printerkeuze(info.printerName(), info.isRemote(), info.isDefault())
        for info in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda keuze: not keuze.is_gewoon)


def printer_named(naam: str) -> QPrinter:
    """This printer; a document by our own name waits in no list under that of a person."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # late: only who prints needs it

    made = QPrinter(QPrinterInfo.printerInfo(naam), QPrinter.PrinterMode.HighResolution)
    # Else Qt would make a file of it in place of paper.
    made.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    return made


def print_pdf(inhoud: bytes, printer: QPrinter, *, aantal: int, tweezijdig: bool) -> int:
    """Print all pages and tell how many; KnownError `output.not_printed` when the printer refuses."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # late, with the two below
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(inhoud))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    _prepare(printer, document, aantal, tweezijdig=tweezijdig)
    aantal_bladen: int = document.pageCount()
    with _in_memory():
        painter = QPainter()
        if not painter.begin(printer):
            raise KnownError("output.not_printed", printer=printer.printerName())
        try:
            _paint(painter, printer, document)
        finally:
            has_ended = painter.end()
    document.close()
    if not has_ended or printer.printerState() is printer.PrinterState.Error:
        raise KnownError("output.not_printed", printer=printer.printerName())
    return aantal_bladen


def _prepare(printer: QPrinter, document: QPdfDocument, aantal: int, *, tweezijdig: bool) -> None:
    printer.setDocName(text("documenten.print.opdracht"))
    printer.setFullPage(True)
    printer.setResolution(_DPI)
    printer.setCopyCount(aantal)
    duplex = printer.DuplexMode
    printer.setDuplex(duplex.DuplexLongSide if tweezijdig else duplex.DuplexNone)
    _lay_out(printer, document, 0)


def _lay_out(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """The paper as large and as turned as the page."""
    from PySide6.QtGui import QPageLayout, QPageSize  # late: only who prints needs it

    size = document.pagePointSize(page)
    turned = size.width() > size.height()
    upright = size.transposed() if turned else size
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    wijze = QPageLayout.Orientation
    printer.setPageOrientation(wijze.Landscape if turned else wijze.Portrait)


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument) -> None:
    for page in range(document.pageCount()):
        if page:
            _lay_out(printer, document, page)
            printer.newPage()
        size = printer.pageLayout().fullRectPixels(_DPI).size()
        painter.drawImage(0, 0, document.render(page, size))


@contextmanager
def _in_memory() -> Iterator[None]:
    """Have what goes to the printer lie in memory until it is sent."""
    if sys.platform == "win32" or not os.access(_IN_MEMORY, os.W_OK):
        yield
        return
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(_IN_MEMORY)
    try:
        yield
    finally:
        if before is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before
