"""Locking, whatever is open: dialogs, menus and lists go, work in hand ends whole, nothing comes after it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.entry import is_sound
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.window import Venster
from tests import patience
from tests.ui.conftest import Again
from tests.ui.gespeeld import click, play_concept
from tests.ui.gesprekshulp import find
from tests.ui.op_slot import a_dialog, assert_locked, go, when

# -- dialogs -----------------------------------------------------------------------------------------------


class Seinpaal(QObject):
    """Asks as the bus does: the answer waits in the queue of the window."""

    sein = Signal()


@pytest.mark.parametrize("how", ["at once", "queued"])
def test_a_file_dialog_closes_and_nothing_is_written(
    open_venster: Venster, work: Workspace, echte_vragen: None, tmp_path: Path, qtbot: QtBot, again: Again,
    how: str,
) -> None:  # fmt: skip
    scherm = go(open_venster, "documenten", dossier=play_concept(work, "06"))
    before = sorted(tmp_path.rglob("*"))
    paal = Seinpaal()
    paal.sein.connect(open_venster.lock, Qt.ConnectionType.QueuedConnection)
    seen: list[str] = []
    gone: list[bool] = []
    scherm.destroyed.connect(lambda: gone.append(messages.is_asking()))

    def lock(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        seen.extend(dialog.selectedFiles())
        if how == "queued":
            paal.sein.emit()
        else:
            open_venster.lock()

    when(a_dialog(QFileDialog), lock)
    click(scherm, "bewaar_beschikking_docx")
    qtbot.waitUntil(lambda: bool(seen) and not messages.is_asking())
    assert_locked(open_venster)
    assert gone == [False], "who asked stands below the dialog and must find itself whole"
    assert "beschikking-" in seen[0]
    assert sorted(p for p in tmp_path.rglob("*") if p.suffix in (".docx", ".tmp")) == []
    assert sorted(p for p in before if p not in set(tmp_path.rglob("*")) and "wal" not in p.name) == []
    assert again().vault.dossiers()


class Vast(messages._Dialogs):
    """A person who chose this file; whether it may be overwritten is asked in the window."""

    def __init__(self, path: Path, before: Callable[[], object] = lambda: None) -> None:
        self._path, self._before = path, before

    def choose_path(
        self, parent: QWidget, soort: messages.Soort, titel: str, voorstel: Path, filter: str
    ) -> Path | None:
        """The file, after what happens just before."""
        self._before()
        return self._path


@pytest.mark.parametrize("key", [None, Qt.Key.Key_F12])
def test_a_message_box_closes_as_if_nobody_answered(
    open_venster: Venster, work: Workspace, tmp_path: Path, qtbot: QtBot, again: Again, key: Qt.Key | None
) -> None:
    kept = tmp_path / "brief.docx"
    kept.write_bytes(b"van een ander")
    dossier = play_concept(work, "06")
    scherm = go(open_venster, "documenten", dossier=dossier)
    seen: list[str] = []

    def lock(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        if key is None:
            open_venster.lock()
        else:
            QTest.keyClick(box, key)

    when(a_dialog(QMessageBox), lock)
    with messages.answered_by(Vast(kept)):
        click(scherm, "bewaar_beschikking_docx")
        qtbot.waitUntil(lambda: bool(seen) and not messages.is_asking())
    assert_locked(open_venster)
    assert kept.read_bytes() == b"van een ander"
    assert again().vault.log("export", dossier) == []


def test_a_dialog_over_a_dialog(open_venster: Venster, selam: str, echte_vragen: None, qtbot: QtBot) -> None:
    scherm = go(open_venster, "dossier", dossier=selam)
    answers: list[bool] = []
    gone: list[bool] = []
    scherm.destroyed.connect(lambda: gone.append(messages.is_asking()))

    def ask() -> None:
        answers.append(messages.confirm(scherm, "Zeker?", "Selam Tesfay", "Ja"))
        # Long enough for what was put off to be done, had it been put off to the loop below.
        QTest.qWait(50)

    def over(_: QWidget) -> None:
        QTimer.singleShot(0, ask)
        QTimer.singleShot(50, open_venster.lock)

    when(a_dialog(QMessageBox), over)
    messages.show_fault(scherm, ZeroDivisionError())
    assert answers == [False]
    assert_locked(open_venster)
    assert gone == [False], "who asked stands below the dialog and must find itself whole"


def test_closing_the_window_is_no_longer_asked(
    open_venster: Venster, work: Workspace, selam: str, echte_vragen: None, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    scherm = go(open_venster, "dossier", dossier=selam)

    def full() -> None:
        raise KnownError("disk.full", pad="kluis")

    monkeypatch.setattr(scherm, "leave", full)
    when(a_dialog(QMessageBox), lambda _: open_venster.lock())
    assert not open_venster.close(), "it stays, at the page to unlock"
    assert_locked(open_venster)


# -- menus, lists, hints, what lies over the page ------------------------------------------------------------


@pytest.fixture
def in_gesprek(open_venster: Venster, work: Workspace, selam: str) -> Venster:
    """A conversation that is on."""
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    go(open_venster, "gesprek", dossier=selam)
    return open_venster


def open_menu(venster: Venster) -> None:
    click(venster, "onderwerpen_knop")


def open_list(venster: Venster) -> None:
    open_menu(venster)
    find(venster, QComboBox, "gedeelde_taal").showPopup()


def show_hint(venster: Venster) -> None:
    QToolTip.showText(venster.pos(), "Selam Tesfay", venster)


def search(venster: Venster) -> None:
    assert venster.werkblad is not None
    venster.werkblad.act("zoeken")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("open_it", [open_menu, open_list, show_hint, search])
def test_what_hangs_over_the_page_goes(
    in_gesprek: Venster, again: Again, qtbot: QtBot, open_it: Callable[[Venster], None]
) -> None:
    QTimer.singleShot(100, in_gesprek.lock)
    open_it(in_gesprek)
    qtbot.waitUntil(lambda: in_gesprek.werkblad is None)
    assert_locked(in_gesprek)
    again()


# -- work in hand --------------------------------------------------------------------------------------------


class Schilderingen(QObject):
    """When a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.op: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.op.append(time.monotonic())
        return False


def test_a_long_transaction_is_waited_for_behind_the_neutral_page(
    open_venster: Venster, work: Workspace, selam: str, again: Again
) -> None:
    go(open_venster, "dossier", dossier=selam)
    painted = Schilderingen(open_venster.guards.dek)
    inside = threading.Event()
    ended: list[float] = []

    def long_work() -> None:
        with work.vault.transaction():
            work.vault.set_setting("proef.begin", "ja")
            inside.set()
            time.sleep(0.6)
            work.vault.set_setting("proef.einde", "ja")
        ended.append(time.monotonic())

    worker = threading.Thread(target=long_work)
    worker.start()
    assert inside.wait(patience.SECONDS)
    begun = time.monotonic()
    open_venster.lock()
    locked = time.monotonic()
    worker.join()
    assert painted.op, "the dossier stayed in sight"
    assert painted.op[0] - begun < 0.3 < ended[0] - begun
    assert locked - ended[0] < 0.5, "the window waits no longer than the transaction"
    assert_locked(open_venster)
    vault = again().vault
    assert (vault.setting("proef.begin"), vault.setting("proef.einde")) == ("ja", "ja")


def test_a_transaction_that_fails_leaves_nothing(
    open_venster: Venster, work: Workspace, again: Again
) -> None:
    inside = threading.Event()

    def broken() -> None:
        with work.vault.transaction():
            work.vault.set_setting("proef.begin", "ja")
            inside.set()
            time.sleep(0.2)
            raise KnownError("disk.full", pad="kluis")

    assert open_venster.context is not None
    tasks.run(open_venster.context, broken, lambda _: pytest.fail("done"), "Terugzetten")
    assert inside.wait(patience.SECONDS)
    open_venster.lock()
    assert_locked(open_venster)
    assert again().vault.setting("proef.begin") == ""
    assert open_venster.ontgrendelen.melding.isHidden()


def test_a_pdf_that_is_being_made_leaves_nothing(
    open_venster: Venster, work: Workspace, tmp_path: Path, qtbot: QtBot, again: Again
) -> None:
    scherm = go(open_venster, "documenten", dossier=play_concept(work, "06"))
    click(scherm, "bewaar_beschikking_pdf")
    assert tasks.is_busy()
    open_venster.lock()
    assert not tasks.is_busy()
    assert_locked(open_venster)
    assert not list(tmp_path.rglob("*.pdf")), "nobody was asked where"
    again()


def blobs(work: Workspace) -> list[Path]:
    return [file for file in (work.vault.path / "blobs").rglob("*") if file.is_file()]


@pytest.mark.parametrize("moment", ["at once", "inside"])
def test_vaststellen_ends_whole_or_leaves_nothing(
    venster: Venster, work: Workspace, qtbot: QtBot, again: Again, moment: str
) -> None:
    dossier = play_concept(work, "06")
    # After its last conversation: before that the PIP may not be set (Awb 3:2).
    venster.enter(work.at(date(2026, 5, 12)))
    scherm = go(venster, "beschikking", dossier=dossier)
    click(scherm, "naar_vaststellen")
    qtbot.waitUntil(lambda: not tasks.is_busy())
    before = len(blobs(work))
    click(scherm, "vaststellen_doe")
    if moment == "inside":
        # The first document of the besluit is on disk, the entry that names it is not there yet.
        qtbot.waitUntil(lambda: len(blobs(work)) > before)
    venster.lock()
    assert_locked(venster)
    vault = again().vault
    besluiten = besluiten_of(vault.dossier(dossier))
    assert len(besluiten) == 1 or (not besluiten and moment == "at once")
    for besluit in besluiten:
        assert vault.blobs.get(besluit.bestanden["pdf"]).startswith(b"%PDF")
    assert vault.check_pages() == []
    assert all(is_sound(e) for e in vault.entries(dossier))


def test_a_file_that_is_being_written_is_whole_and_in_the_log(
    open_venster: Venster, work: Workspace, tmp_path: Path, qtbot: QtBot, again: Again
) -> None:
    dossier = play_concept(work, "06")
    scherm = go(open_venster, "documenten", dossier=dossier)
    chosen = tmp_path / "gekozen.docx"
    # The lock is asked for while the file is chosen and comes as soon as the window takes its turn.
    ask = Vast(chosen, lambda: QTimer.singleShot(0, open_venster.lock))
    with messages.answered_by(ask):
        click(scherm, "bewaar_beschikking_docx")
        qtbot.waitUntil(lambda: open_venster.werkblad is None)
    assert_locked(open_venster)
    assert chosen.read_bytes().startswith(b"PK")
    assert len(again().vault.log("export", dossier)) == 1
    assert [p.name for p in tmp_path.glob(".half-*")] == []
