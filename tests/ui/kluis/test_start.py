"""What is brought along, and when: the lock comes first, then the list, then what few need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant.ui.window.preferences import FILE, Voorkeuren
from intake_assistant.ui.window.screens import SCHERMEN
from tests.ui.conftest import WACHTZIN
from tests.ui.kluizen import Kluis

ROOT = Path(__file__).parents[3]

START = """
import sys
from PySide6.QtWidgets import QApplication
import PySide6.QtWidgets
from intake_assistant.app import start_window
from intake_assistant.ui.kluis import ontgrendelen
from intake_assistant.ui.window import window as made
# On a slow computer what follows the painting would come before it was looked at.
ontgrendelen.LOOK_AFTER_MS = made.STAND_AFTER_MS = 60_000
app, window = start_window()
assert window.stack.currentWidget() is window.ontgrendelen
app.sendPostedEvents()
app.processEvents()
print(*sorted(sys.modules), *vars(PySide6.QtWidgets))
"""
HEAVY = {
    "babel", "cryptography", "difflib", "docx", "docxtpl", "email", "html", "lxml", "openpyxl", "pycountry",
    "pyrage", "pyxform", "PySide6.QtDBus", "PySide6.QtPdf", "PySide6.QtSvg", "reportlab", "sqlcipher3",
    "tomllib", "typst", "zoneinfo", "zxcvbn",
    # Of our own: what only an open vault, or a question, needs.
    "intake_assistant.forms", "intake_assistant.documents", "intake_assistant.operations",
    "intake_assistant.ui.kluis.herstel", "intake_assistant.ui.kluis.eerste_start",
    "intake_assistant.ui.locking.bolt", "intake_assistant.ui.qt.messages", "intake_assistant.ui.qt.doorman",
    # To tell what Qt made of its own, PySide makes every class that it could be: 143 lists of names.
    "QStyle", "QWizard",
}  # fmt: skip


OF_NO_LIST = {
    "docx", "docxtpl", "openpyxl", "pycountry", "pyxform", "PySide6.QtPdf", "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtTest", "reportlab", "sqlite3", "typst", "zxcvbn",
    "cryptography.hazmat.primitives.serialization",
    "intake_assistant.casus.play", "intake_assistant.cli", "intake_assistant.demo",
    "intake_assistant.documents.herstelblad", "intake_assistant.documents.pdf",
    "intake_assistant.exchange.writer", "intake_assistant.forms.werkboek",
    "intake_assistant.forms.xlsform", "intake_assistant.operations.exchange.meldingen",
    "intake_assistant.operations.papers.gegevens", "intake_assistant.operations.vault.redding",
    "intake_assistant.ui.kit.pdf_preview", "intake_assistant.ui.kluis.beschadigd",
    "intake_assistant.ui.kluis.eerste_start", "intake_assistant.ui.kluis.herstel",
}  # fmt: skip
"""What makes or reads a document, and what few ever need: 1 to 20 MB each beside a list that is looked at."""


def started(script: str, folder: Path, vault: Path, *given: str) -> str:
    """What a script says that starts the window of a vault, in a process of its own."""
    Voorkeuren(folder / "intake-assistent" / FILE).keep(kluis=str(vault))
    done = subprocess.run(
        [sys.executable, "-c", script, *given],
        env={**os.environ, "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def no_vault(tmp_path: Path) -> Path:
    """A folder that looks like a vault, as far as the lock looks at it."""
    made = tmp_path / "kluis.intake"
    made.mkdir()
    return made


def test_the_lock_is_on_the_screen_before_all_that_only_an_open_vault_needs(
    tmp_path: Path, no_vault: Path
) -> None:
    said = set(started(START, tmp_path, no_vault).split())
    assert "QLineEdit" in said
    assert HEAVY & said == set()


WORN = """
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from intake_assistant.app import start_window
app, window = start_window()
print(app.desktopFileName(), app.applicationName(), window.windowIcon().isNull())
QTest.qWait(500)
drawn = {window.windowIcon().pixmap(QSize(size, size), 1.0).size().toTuple() for size in (16, 32, 48, 256)}
print(*sorted(width for width, height in drawn if width == height))
"""


def test_a_window_belongs_to_the_desktop_file_and_wears_its_icon_once_painted(
    tmp_path: Path, no_vault: Path
) -> None:
    [belongs, sizes] = started(WORN, tmp_path, no_vault).splitlines()
    [file, name, lacks] = belongs.split()
    entry = ROOT / "installer" / "linux" / f"{file}.desktop"
    assert f"StartupWMClass={name}" in entry.read_text("utf-8").splitlines()
    assert (lacks, sizes) == ("True", "16 32 48 256")


SOURCE = """
import linecache
from intake_assistant.app import start_window
app, window = start_window()
import intake_assistant.ui.window.workbench
from PySide6.QtCore import *
print(Qt, *linecache.cache)
"""


def test_the_source_of_the_program_is_not_read_beside_its_bytecode(tmp_path: Path, no_vault: Path) -> None:
    said = started(SOURCE, tmp_path, no_vault)
    assert "PySide6.QtCore.Qt" in said
    assert "intake_assistant/ui" not in said


SEARCHED = """
import gc
from intake_assistant.app import start_window
app, window = start_window()
held = set(map(id, gc.get_objects()))
print(id(window) in held, id(window.ontgrendelen) in held)
"""


def test_no_search_for_cycles_goes_through_what_the_start_made(tmp_path: Path, no_vault: Path) -> None:
    assert started(SEARCHED, tmp_path, no_vault).split() == ["False", "False"]


BESIDE = """
import sys
from PySide6.QtTest import QTest
from intake_assistant.app import start_window
app, window = start_window()
QTest.qWait(100)
before = "intake_assistant.ui.window.workbench" in sys.modules
window.ontgrendelen.melder.busy.emit(None)
for _ in range(600):
    if "intake_assistant.ui.vandaag.screen" not in sys.modules:
        QTest.qWait(50)
print(before, "intake_assistant.ui.window.workbench" in sys.modules)
"""


def test_the_workbench_is_brought_along_while_the_key_is_derived(tmp_path: Path, no_vault: Path) -> None:
    assert started(BESIDE, tmp_path, no_vault).split() == ["False", "True"]


OPENED = """
import sys
from PySide6.QtCore import QTimer
from intake_assistant.app import start_window
app, window = start_window()
page = window.ontgrendelen
def tell():
    print(window.werkblad.scherm.naam, *sorted(sys.modules))
    window.close()
page.opened.connect(lambda _: QTimer.singleShot(500, tell))
page.wachtzin.field.setText(sys.argv[1])
page.open_vault()
app.exec()
"""


def test_the_list_is_on_the_screen_without_all_that_it_does_not_show(
    tmp_path: Path, kluis_op_schijf: Kluis
) -> None:
    said = started(OPENED, tmp_path, kluis_op_schijf.path, WACHTZIN).split()
    assert said[0] == "dossiers"
    assert "intake_assistant.ui.dossiers.screen" in said
    assert OF_NO_LIST & set(said) == set()


def test_no_screen_is_imported_before_its_first_visit(tmp_path: Path, kluis_op_schijf: Kluis) -> None:
    said = set(started(OPENED, tmp_path, kluis_op_schijf.path, WACHTZIN).split())
    modules = {f"intake_assistant.ui.{entrance.place.partition(':')[0]}" for entrance in SCHERMEN}
    # The first one is brought along while the key is derived; who has no dossier yet sees the list instead.
    first = {"intake_assistant.ui.vandaag.screen", "intake_assistant.ui.dossiers.screen"}
    assert modules & said == first
