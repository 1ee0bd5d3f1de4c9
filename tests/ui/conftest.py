"""The window on a real vault at a low cost; the clock stands still, no dialog is answered by chance."""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import garbage, messages, tasks
from intake_assistant.ui.qt.focus import step
from intake_assistant.ui.window.context import Context, Scherm
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests import patience
from tests.gelezen import lazily
from tests.storage.hulp import CHEAP
from tests.ui.gevuld import filled_vault
from tests.ui.kluizen import Kluis, copied, open_quickly

TODAY = datetime.date(2026, 5, 4)
WACHTZIN = "paard batterij nietje"
GEGEVENS = {"naam": "Anneke van den Berg", "gemeente": "Delfzijl", "rol": "regievoerder"}

patience.give_to(QtBot)
_add_widget = QtBot.addWidget


def _add_dressed(bot: QtBot, widget: QWidget, **how: Any) -> None:
    # A part that is shown by itself looks as in its window.
    thema.dress(widget)
    _add_widget(bot, widget, **how)


QtBot.addWidget = _add_dressed  # type: ignore[assignment]  # once for all tests of the window


def _tab_as_in_its_window(scherm: Scherm, forward: bool) -> bool:
    if scherm.isWindow():
        return step(scherm, scherm.focusWidget(), forward=forward)
    return QWidget.focusNextPrevChild(scherm, forward)


Scherm.focusNextPrevChild = _tab_as_in_its_window  # type: ignore[assignment]  # by itself


@pytest.fixture(scope="session")
def data() -> Data:
    """The forms of the package, read once."""
    return lazily()


@pytest.fixture(scope="package", autouse=True)
def _cycles_on_this_thread(qapp: QApplication) -> Iterator[None]:
    """As the program itself has it: no thread at work takes apart what belongs to a window."""
    timer = garbage.collect_here(qapp)
    yield
    timer.stop()
    gc.enable()
    # What Python made for it must be gone before Python is: the screen that shows nothing keeps it longer.
    QApplication.clipboard().clear()


@pytest.fixture(scope="module", autouse=True)
def _nothing_kept() -> Iterator[None]:
    """Let the windows of one file go: each holds itself, with its vault, until Python looks for cycles."""
    yield
    gc.collect()
    # What is still there is of all files: the next one does not go through it again.
    gc.freeze()


@pytest.fixture
def script() -> Iterator[messages.Script]:
    """The answers to dialogs; empty, so that a dialog that nobody foresaw fails the test."""
    with messages.answered_by(messages.Script()) as door:
        assert isinstance(door, messages.Script)
        yield door


@pytest.fixture(autouse=True)
def _story(geen_sporen: None) -> None:
    """Each test of the window is a story: nothing of anybody is left lying about."""


@pytest.fixture(autouse=True)
def _quiet_window(qapp: object, script: messages.Script) -> Iterator[None]:
    thema.apply("licht", 100)
    yield
    tasks.cancel_all()
    QThreadPool.globalInstance().waitForDone(patience.MS)
    # What was closed goes now: else each next test dresses, shows and searches it again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not script.answers, "a dialog that was foreseen did not come"


@pytest.fixture
def kluis_op_schijf(tmp_path: Path) -> Kluis:
    return copied(tmp_path, "Anneke", WACHTZIN, FixedClock(TODAY), GEGEVENS)


@pytest.fixture
def work(kluis_op_schijf: Kluis, data: Data) -> Iterator[Workspace]:
    """An open workspace; closed at the end unless the window closed it."""
    made = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
    yield made
    made.vault.close()


Again = Callable[[], Workspace]


@pytest.fixture
def again(kluis_op_schijf: Kluis, data: Data) -> Iterator[Again]:
    """Opens the vault once more, which only goes when the window gave it free."""
    opened: list[Workspace] = []

    def reopen() -> Workspace:
        opened.append(open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data))
        return opened[-1]

    yield reopen
    for work in opened:
        work.vault.close()


@pytest.fixture
def echte_vragen(script: messages.Script) -> Iterator[None]:
    """The dialogs themselves, answered by nobody."""
    with messages.answered_by(messages._Dialogs()):
        yield


@pytest.fixture
def voorkeuren(tmp_path: Path) -> Voorkeuren:
    made = Voorkeuren(tmp_path / "voorkeuren" / "voorkeuren.json")
    made.keep(kleuren="licht")
    return made


@pytest.fixture
def context(work: Workspace, voorkeuren: Voorkeuren) -> Context:
    """What a screen is given; no dossier is open."""
    return Context(work, voorkeuren, CHEAP)


@pytest.fixture
def selam(work: Workspace) -> str:
    """A dossier: its id."""
    return add_selam(work)


def add_selam(work: Workspace) -> str:
    """Make the dossier of Selam; returns its id."""
    dossier = create_dossier(
        work,
        {"voornamen": "Selam", "achternaam": "Tesfay", "spreektaal": "ti", "doelgroep": "asielstatushouder"},
    ).made
    record_procedure(work, dossier, {"kennisgeving_duo": "2026-03-16", "inschrijving_brp": "2026-03-10"})
    return dossier


@pytest.fixture
def omgeving(tmp_path: Path, voorkeuren: Voorkeuren) -> Omgeving:
    return Omgeving(FixedClock(TODAY), os.urandom, voorkeuren, tmp_path, cost=CHEAP)


@pytest.fixture
def venster(qtbot: QtBot, omgeving: Omgeving, request: pytest.FixtureRequest) -> Iterator[Venster]:
    """The window before a vault is open; closed at the end."""
    if "kluis_op_schijf" in request.fixturenames:
        # Who has a vault is asked for its passphrase; without one the window begins at the first start.
        kluis: Kluis = request.getfixturevalue("kluis_op_schijf")
        omgeving.voorkeuren.keep(kluis=str(kluis.path))
    made = Venster(omgeving)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    if made.werkblad is not None:
        made.lock()


@pytest.fixture
def open_venster(venster: Venster, work: Workspace) -> Venster:
    """The window with the vault open, at the list of dossiers."""
    venster.enter(work)
    return venster


Vol = tuple[Venster, Workspace, str]


@pytest.fixture
def vol(venster: Venster, tmp_path: Path) -> Iterator[Vol]:
    """The window on the rich dossier, about which two colleagues disagree."""
    with filled_vault(tmp_path, strijdig=True) as (work, dossier):
        venster.enter(work)
        yield venster, work, dossier
        venster.lock()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget by itself, with the keyboard."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitExposed(widget)

    return show


class ShowScreen(Protocol):
    """Shows a screen by itself, for a dossier."""

    def __call__[S: Scherm](
        self, kind: type[S], dossier: str, size: tuple[int, int] = (1150, 640), **arguments: str
    ) -> S: ...


@pytest.fixture
def show_screen(context: Context, shown: Callable[[QWidget], None]) -> ShowScreen:
    def show[S: Scherm](
        kind: type[S], dossier: str, size: tuple[int, int] = (1150, 640), **arguments: str
    ) -> S:
        context.dossier_id = dossier
        made = kind(context)
        made.resize(*size)
        shown(made)
        made.show_with(arguments)
        return made

    return show
