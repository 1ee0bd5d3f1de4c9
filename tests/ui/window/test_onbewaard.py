"""A full disk while somebody types, chooses, locks and closes: nothing is lost, and it is said in words."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QRadioButton, QTextEdit
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.wissen import VERGISSING
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.wissen import erase
from intake_assistant.operations.vault.kluis import open_workspace
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import TODAY, WACHTZIN
from tests.ui.gesprekshulp import find, type_text

resource = pytest.importorskip("resource", reason="only here can a process be kept from writing")


@contextmanager
def full_disk() -> Iterator[None]:
    """No page can be added any more: to the engine it is a disk without room.

    Small files can: a process that may write nothing at all is held for one that goes on guessing.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def blad(venster: Venster) -> Werkblad:
    assert venster.werkblad is not None
    return venster.werkblad


def banner(venster: Venster) -> str:
    made = blad(venster).banner
    return made.tekst.text() if made.isVisible() else ""


def reopened(venster: Venster, work: Workspace, data: Data) -> Workspace:
    """Unlock again, as the unlock page does."""
    made = open_workspace(work.vault.path, WACHTZIN, FixedClock(TODAY), os.urandom, data)
    venster.enter(made)
    QApplication.processEvents()
    return made


def to_verhaal(venster: Venster, work: Workspace, selam: str) -> QTextEdit:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    blad(venster).go("gesprek", {"dossier": selam, "vraag": "taalniveau.verhaal"})
    QApplication.processEvents()
    veld = find(venster, QTextEdit, "veld_taalniveau.verhaal")
    veld.setFocus()
    return veld


def test_typing_on_a_full_disk_stays_and_is_saved_afterwards(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    veld = to_verhaal(open_venster, work, selam)
    with full_disk():
        type_text("thuis Tigrinya, op de markt Arab")
        qtbot.waitUntil(lambda: "schijf is vol" in banner(open_venster))
        assert veld.toPlainText() == "thuis Tigrinya, op de markt Arab"
        assert not work.vault.concepttekst()
    blad(open_venster).context.onbewaard.try_again()
    assert "Arab" in str(work.vault.concepttekst())
    assert "lukt weer" in banner(open_venster)
    assert "schijf" not in banner(open_venster)


def test_it_is_tried_again_without_another_key(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    to_verhaal(open_venster, work, selam)
    with full_disk():
        type_text("stil")
        qtbot.waitUntil(lambda: bool(blad(open_venster).context.onbewaard.held()))
    qtbot.waitUntil(lambda: "stil" in str(work.vault.concepttekst()))


def test_locking_on_a_full_disk_brings_the_text_back(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str, data: Data
) -> None:
    to_verhaal(open_venster, work, selam)
    with full_disk():
        type_text("half gezeg")
        open_venster.lock()
        assert "Niet alles" in open_venster.ontgrendelen.uitleg.text()
        assert "half gezeg" not in "".join(w.text() for w in open_venster.findChildren(QLabel))
    again = reopened(open_venster, work, data)
    try:
        assert again.vault.dossier(selam).get("taalniveau.verhaal@inburgeraar") == "half gezeg"
        assert find(open_venster, QTextEdit, "veld_taalniveau.verhaal").toPlainText() == "half gezeg"
        assert "lukt weer" in banner(open_venster)
    finally:
        open_venster.lock()


def test_still_full_after_unlocking_shows_the_text_and_keeps_trying(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str, data: Data
) -> None:
    to_verhaal(open_venster, work, selam)
    with full_disk():
        type_text("nog steeds vol")
        open_venster.lock()
        again = reopened(open_venster, work, data)
        assert find(open_venster, QTextEdit, "veld_taalniveau.verhaal").toPlainText() == "nog steeds vol"
    try:
        assert blad(open_venster).context.onbewaard.try_again()
        assert "nog steeds vol" in str(again.vault.concepttekst())
    finally:
        open_venster.lock()


def test_closing_on_a_full_disk_asks_first(
    open_venster: Venster, work: Workspace, selam: str, script: messages.Script
) -> None:
    veld = to_verhaal(open_venster, work, selam)
    with full_disk():
        type_text("niet kwijt")
        script.answers.append(1)
        assert not open_venster.close()
    assert "nog niet opgeslagen" in script.asked[0]
    assert veld.toPlainText() == "niet kwijt"


def test_a_choice_on_a_full_disk_stays_chosen(open_venster: Venster, work: Workspace, selam: str) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    blad(open_venster).go("gesprek", {"dossier": selam, "vraag": "taalniveau.nl_lezen"})
    QApplication.processEvents()
    keuze = next(k for k in open_venster.findChildren(QRadioButton) if k.isVisible())
    with full_disk():
        keuze.click()
        QApplication.processEvents()
        assert "schijf is vol" in banner(open_venster)
        assert keuze.isChecked()
    blad(open_venster).scherm.leave()
    assert work.vault.dossier(selam).get("taalniveau.nl_lezen@inburgeraar")


def test_a_field_of_the_person_on_a_full_disk(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    blad(open_venster).go("dossier", {"dossier": selam, "deel": "persoon"})
    veld = find(open_venster, QLineEdit, "veld_woonplaats")
    veld.setFocus()
    with full_disk():
        type_text("Delfzijl")
        qtbot.waitUntil(lambda: "schijf is vol" in banner(open_venster))
        find(open_venster, QLineEdit, "veld_adres").setFocus()
        assert veld.text() == "Delfzijl"
    blad(open_venster).leave()
    assert work.vault.dossier(selam).get("inburgeraar.woonplaats") == "Delfzijl"
    assert not blad(open_venster).context.onbewaard.held()


@pytest.mark.parametrize("scherm", ["instellingen", "dossier"])
def test_nothing_is_written_into_a_vault_that_was_closed(
    open_venster: Venster, selam: str, scherm: str
) -> None:
    faults: list[type[BaseException]] = []
    before, sys.excepthook = sys.excepthook, lambda kind, *_: faults.append(kind)
    try:
        blad(open_venster).go(
            scherm, {"dossier": selam, "deel": "persoon" if scherm == "dossier" else "gemeente"}
        )
        veld = next(v for v in open_venster.findChildren(QLineEdit) if v.isVisible() and v.isEnabled())
        veld.setFocus()
        type_text("halverwege")
        open_venster.lock()
        QApplication.processEvents()
    finally:
        sys.excepthook = before
    assert not faults
    assert open_venster.werkblad is None


def test_a_vault_that_was_taken_away_loses_nothing_that_is_typed(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str, tmp_path: Path
) -> None:
    veld = to_verhaal(open_venster, work, selam)
    work.vault.path.rename(tmp_path / "weg")
    type_text("de stick zit er niet meer in")
    qtbot.waitUntil(lambda: "kan niet in de kluis worden geschreven" in banner(open_venster))
    assert veld.toPlainText() == "de stick zit er niet meer in"
    (tmp_path / "weg").rename(work.vault.path)
    assert blad(open_venster).context.onbewaard.try_again()
    assert "de stick" in str(work.vault.concepttekst())


def test_a_choice_on_a_full_disk_keeps_what_was_typed_beside_it_and_itself(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    blad(open_venster).go("gesprek", {"dossier": selam, "vraag": "taalniveau.nl_lezen"})
    QApplication.processEvents()
    find(open_venster, QAbstractButton, "toelichting_knop").click()
    find(open_venster, QLineEdit, "toelichting").setFocus()
    with full_disk():
        type_text("alleen straatnamen")
        keuze = next(k for k in open_venster.findChildren(QRadioButton) if k.isVisible())
        keuze.click()
        assert keuze.isChecked()
    assert blad(open_venster).context.onbewaard.try_again()
    blad(open_venster).leave()
    gezegd = work.vault.dossier(selam).current("taalniveau.nl_lezen@inburgeraar") or {}
    assert gezegd.get("toelichting") == "alleen straatnamen"
    assert keuze.objectName().endswith(f"_{gezegd.get('waarde')}")


def test_what_is_refused_on_a_full_disk_comes_back_in_no_way(
    open_venster: Venster, work: Workspace, selam: str
) -> None:
    create_dossier(work, {"voornamen": "Ali", "bsn": "999990019"})
    blad(open_venster).go("dossier", {"dossier": selam, "deel": "persoon"})
    QApplication.processEvents()
    told: list[KnownError] = []
    blad(open_venster).context.failed.connect(told.append)
    find(open_venster, QLineEdit, "veld_bsn").setFocus()
    with full_disk():
        type_text("999990019")
        find(open_venster, QLineEdit, "veld_voornamen").setFocus()
    assert "dossier.same_bsn" in [error.code for error in told]
    assert blad(open_venster).context.onbewaard.try_again()
    assert "999990019" not in str(work.vault.concepttekst())
    assert not work.vault.dossier(selam).get("inburgeraar.bsn")


def test_a_dossier_that_is_erased_meanwhile_is_told_once_and_nothing_of_it_is_kept(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    to_verhaal(open_venster, work, selam)
    told: list[KnownError] = []
    blad(open_venster).context.failed.connect(told.append)
    erase(work, selam, propose(work, selam).kenmerk, VERGISSING)
    type_text("te laat")
    qtbot.wait(2000)
    assert [error.code for error in told] == ["dossier.erased"]
    assert not work.vault.concepttekst()
