"""Printing: asked with its warning, noted before it goes, every page as large as it is."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.ui.documenten.printer import Printerkeuze, print_pdf
from intake_assistant.ui.documenten.screen import Documenten
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, press, texts
from tests.ui.op_slot import assert_locked, go

KEUZES = (Printerkeuze("Begane grond"), Printerkeuze("Gang 2", is_ver=True))


def to_file(path: Path) -> QPrinter:
    """A printer whose paper can be looked at."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


@pytest.fixture
def scherm(show_screen: ShowScreen, selam: str, qtbot: QtBot, tmp_path: Path) -> Documenten:
    made = show_screen(Documenten, selam)
    qtbot.waitUntil(lambda: bool(made.voorbeeld.inhoud))
    made.afdrukken.look = lambda: KEUZES
    made.afdrukken.by_name = lambda naam: to_file(tmp_path / f"{naam}.pdf")
    return made


def ask(scherm: Documenten, qtbot: QtBot, deel: str) -> None:
    click(scherm, f"print_{deel}")
    qtbot.waitUntil(scherm.afdrukken.isVisible)


def test_the_document_goes_to_the_printer_that_was_chosen(
    scherm: Documenten, qtbot: QtBot, tmp_path: Path
) -> None:
    ask(scherm, qtbot, "wandplan")
    box = scherm.afdrukken
    assert "netwerk" not in box.waarschuwing.text()
    box.printer.setCurrentText("Gang 2")
    assert "netwerk" in box.waarschuwing.text()
    with qtbot.waitSignal(scherm.context.told) as told:
        click(scherm, "print_doe")

    assert told.args == ["Gestuurd naar de printer Gang 2. Aantal bladzijden: 1. Haal ze meteen op."]
    assert (tmp_path / "Gang 2.pdf").read_bytes().startswith(b"%PDF")
    assert texts(scherm, "logregel")[0].startswith("Plan voor aan de muur op papier: 4 mei 2026")
    assert box.isHidden()
    assert box.documenten == ()


def test_every_page_is_printed_as_large_as_it_is(tmp_path: Path, qapp: QApplication) -> None:
    sizes = [QSizeF(120, 60), QSizeF(60, 120)]
    before = os.environ.get("TMPDIR")
    assert print_pdf(pages(sizes), to_file(tmp_path / "uit.pdf"), aantal=1, tweezijdig=False) == 2
    paper = QPdfDocument()
    paper.load(str(tmp_path / "uit.pdf"))
    assert [paper.pagePointSize(n).toSize() for n in range(2)] == [size.toSize() for size in sizes]
    paper.close()
    assert os.environ.get("TMPDIR") == before


def pages(sizes: list[QSizeF]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageMargins(QMarginsF())
    painter = QPainter()
    for nummer, size in enumerate(sizes):
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
        if nummer:
            writer.newPage()
        else:
            painter.begin(writer)
    painter.end()
    return bytes(buffer.data().data())


def test_who_thinks_again_prints_and_notes_nothing(scherm: Documenten, qtbot: QtBot, tmp_path: Path) -> None:
    ask(scherm, qtbot, "wandplan")
    press(scherm.afdrukken, Qt.Key.Key_Escape)
    assert scherm.afdrukken.isHidden()
    assert scherm.afdrukken.documenten == ()
    assert list(tmp_path.glob("*.pdf")) == []
    assert texts(scherm, "logregel") == []


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told(scherm: Documenten, qtbot: QtBot, tmp_path: Path) -> None:
    scherm.afdrukken.by_name = lambda naam: to_file(tmp_path / "er is geen" / "map.pdf")
    ask(scherm, qtbot, "wandplan")
    with qtbot.waitSignal(scherm.context.failed) as failed:
        click(scherm, "print_doe")
    assert isinstance(failed.args[0], KnownError)
    assert failed.args[0].code == "output.not_printed"


def test_without_a_printer_it_says_whom_to_ask(scherm: Documenten, qtbot: QtBot) -> None:
    scherm.afdrukken.look = tuple
    ask(scherm, qtbot, "beschikking")
    assert "helpdesk" in scherm.afdrukken.waarschuwing.text()
    assert scherm.window().focusWidget() is scherm.afdrukken.stop
    assert scherm.afdrukken.doe.isHidden()


def test_the_lock_takes_the_question_along(open_venster: Venster, selam: str, qtbot: QtBot) -> None:
    scherm: QWidget = go(open_venster, "documenten", dossier=selam)
    assert isinstance(scherm, Documenten)
    ask(scherm, qtbot, "wandplan")
    open_venster.lock()
    assert_locked(open_venster)
