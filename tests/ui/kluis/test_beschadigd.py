"""A vault that no longer opens, in the window: read, looked into, put back or saved; nothing erases."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.keys.slots import SLOTS_FILE
from intake_assistant.ui.kluis.beschadigd import GERED, KEUZE, Beschadigd
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.window import Venster
from tests import patience
from tests.ui.conftest import WACHTZIN
from tests.ui.helpers import nameless
from tests.ui.kluizen import Kluis, copied


@pytest.fixture
def stuk(work: Workspace, selam: str, kluis_op_schijf: Kluis) -> Path:
    """A vault with one dossier, a backup, something after that; its first page is gone."""
    list_dossiers(work)
    path = kluis_op_schijf.path
    make_backup(work.vault, "dag")
    record_waarde(work, selam, "inburgeraar.adres", "Wilgenhof 14")
    work.vault.close()
    whole = (path / DATABASE).read_bytes()
    (path / DATABASE).write_bytes(bytes(4096) + whole[4096:])
    return path


def begin_unlocking(venster: Venster, path: Path) -> None:
    """Type the passphrase of a vault, and open it."""
    venster.leave_damaged(path)
    QTest.keyClicks(venster.ontgrendelen.wachtzin.field, WACHTZIN)
    venster.ontgrendelen.openen.click()


def unlock(qtbot: QtBot, venster: Venster, path: Path) -> Beschadigd:
    begin_unlocking(venster, path)
    qtbot.waitUntil(lambda: venster.beschadigd is not None)
    assert venster.beschadigd is not None
    return venster.beschadigd


def click(page: Beschadigd, naam: str) -> None:
    button = page.findChild(QPushButton, naam)
    assert isinstance(button, QPushButton)
    button.click()


@pytest.fixture
def page(qtbot: QtBot, venster: Venster, stuk: Path) -> Beschadigd:
    made = unlock(qtbot, venster, stuk)
    qtbot.waitUntil(lambda: made.pages.currentIndex() == KEUZE)
    return made


def test_it_says_what_there_is_and_shows_the_dossier(page: Beschadigd, venster: Venster) -> None:
    assert page.telling.text() == "1 dossier is helemaal te lezen."
    assert "1 vastlegging" in page.kopie_uitleg.text()
    assert page.lijst.item(0).text() == "Tesfay, Selam"
    assert "Wilgenhof 14" in page.inhoud.toPlainText()
    assert venster.ontgrendelen.wachtzin.text() == ""
    assert nameless(page) == []


def test_there_is_no_button_that_erases(page: Beschadigd) -> None:
    words = " ".join(button.text().lower() for button in page.findChildren(QPushButton))
    assert not any(word in words for word in ("wis", "verwijder", "weggooi", "opnieuw begin"))


def test_all_is_saved_in_a_new_vault_that_opens(
    qtbot: QtBot, page: Beschadigd, venster: Venster, stuk: Path, script: messages.Script
) -> None:
    damaged = (stuk / DATABASE).read_bytes()
    script.answers.append(stuk.parent / "gered")
    page.redden.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == GERED)
    assert "gered.intake" in page.gered_uitleg.text()
    script.answers.append(stuk.parent / "blad.pdf")
    page.blad.click()
    assert (stuk.parent / "blad.pdf").read_bytes().startswith(b"%PDF")
    click(page, "gered_openen")
    assert venster.ontgrendelen.path == stuk.parent / "gered.intake"
    with qtbot.waitSignal(venster.ontgrendelen.opened):
        QTest.keyClicks(venster.ontgrendelen.wachtzin.field, WACHTZIN)
        venster.ontgrendelen.openen.click()
    assert (stuk / DATABASE).read_bytes() == damaged


def test_who_lost_the_passphrase_too_gets_in_with_the_recovery_key(
    qtbot: QtBot, venster: Venster, stuk: Path, kluis_op_schijf: Kluis
) -> None:
    venster.leave_damaged(stuk)
    venster.ontgrendelen.show_herstel()
    venster.ontgrendelen.open_with_recovery("-".join(kluis_op_schijf.groepen), "een heel nieuwe zin")
    qtbot.waitUntil(lambda: venster.beschadigd is not None)
    made = venster.beschadigd
    assert made is not None
    qtbot.waitUntil(lambda: made.pages.currentIndex() == KEUZE)
    assert made.lijst.count() == 1


def test_the_backup_comes_back_after_one_question(
    qtbot: QtBot, page: Beschadigd, venster: Venster, stuk: Path, script: messages.Script
) -> None:
    script.answers.append(1)
    page.terugzetten.click()
    assert "1 vastlegging" in script.asked[0]
    script.answers.append(0)
    page.terugzetten.click()
    qtbot.waitUntil(lambda: venster.beschadigd is None)
    assert (stuk / "beschadigd-2026-05-04" / DATABASE).exists()
    with qtbot.waitSignal(venster.ontgrendelen.opened):
        QTest.keyClicks(venster.ontgrendelen.wachtzin.field, WACHTZIN)
        venster.ontgrendelen.openen.click()


def test_locking_lets_go_of_everything(qtbot: QtBot, page: Beschadigd, venster: Venster) -> None:
    left = page.redding
    venster.lock()
    assert venster.beschadigd is None
    assert venster.stack.currentWidget() is venster.ontgrendelen
    assert page.inhoud.toPlainText() == ""
    assert left is not None
    with pytest.raises(Exception, match="closed"):
        left.left.dossiers()


def test_locking_while_it_is_read_throws_away_what_comes(qtbot: QtBot, venster: Venster, stuk: Path) -> None:
    made = unlock(qtbot, venster, stuk)
    venster.lock()
    QThreadPool.globalInstance().waitForDone(patience.MS)
    qtbot.wait(1)
    assert made.redding is None


@pytest.mark.parametrize("code", ["vault.damaged", "backup.failed"])
def test_damage_that_shows_while_it_is_open_is_looked_at_whole_before_it_opens_again(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str, code: str
) -> None:
    path = work.vault.path
    open_venster.show_known(KnownError("vault.damaged", pad=str(path), oorzaak="blob"))
    assert open_venster.ontgrendelen.suspect is None
    open_venster.show_known(KnownError(code, pad=str(path), oorzaak="SQLITE_CORRUPT"))
    open_venster.lock()
    whole = bytearray((path / DATABASE).read_bytes())
    whole[-4096:] = bytes(4096)
    (path / DATABASE).write_bytes(whole)
    assert unlock(qtbot, open_venster, path).path == path


def test_a_copied_folder_is_warned_of_before_and_at_the_making(
    venster: Venster, tmp_path: Path, script: messages.Script
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    venster.ontgrendelen.show_vault(tmp_path / "an.intake")
    venster.ontgrendelen.look_around()
    assert not venster.ontgrendelen.plek.isVisibleTo(venster.ontgrendelen)
    venster.ontgrendelen.show_vault(folder / "an.intake")
    venster.ontgrendelen.look_around()
    assert "Dropbox steeds gekopieerd" in venster.ontgrendelen.plek.text()
    venster.show_eerste_start()
    assert venster.eerste_start is not None
    script.answers.append(folder)
    venster.eerste_start.choose_map()
    assert "Dropbox steeds gekopieerd" in venster.eerste_start.plek_let_op.text()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path, other: (path / SLOTS_FILE).unlink(), "slots.json"),
        (lambda path, other: shutil.copy(other / SLOTS_FILE, path / SLOTS_FILE), "andere kluis"),
    ],
)
def test_when_nothing_can_be_read_it_says_why(
    qtbot: QtBot,
    venster: Venster,
    kluis_op_schijf: Kluis,
    tmp_path: Path,
    spoil: Callable[[Path, Path], object],
    told: str,
) -> None:
    other = copied(tmp_path, "Bo", WACHTZIN, venster.omgeving.clock, {"naam": "Bo"})  # type: ignore[arg-type]  # it stands still
    spoil(kluis_op_schijf.path, other.path)
    made = unlock(qtbot, venster, kluis_op_schijf.path)
    qtbot.waitUntil(lambda: made.lezen_melding.isVisible())
    assert told in made.lezen_melding.text()
    click(made, "beschadigd_terug")
    assert venster.stack.currentWidget() is venster.ontgrendelen
