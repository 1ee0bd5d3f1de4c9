"""Without a mouse, by dropping files, and with persons who may have two dossiers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.window import Venster
from tests.ui.gespeeld import click, press, texts, visible
from tests.ui.uitwisseling.conftest import Collega, Open, begun, meet, sent


@pytest.fixture
def tea(collega: Collega, work: Workspace) -> Workspace:
    made = collega("Tea")
    meet(made, work)
    return made


def tab_to(root: QWidget, naam: str) -> QWidget:
    """Go there with the Tab key."""
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == naam:
            return focus
        press(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"{naam} is not reached from {root.objectName()}")


def test_merging_without_a_mouse(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    blijft, komt = begun(tea, "Abebe"), begun(tea, "Hailu")
    scherm = open_deel("samenvoegen")
    script.answers.append([sent(tea, work, tmp_path / "een.intake.age")])
    press(tab_to(scherm, "bestanden_kiezen"), Qt.Key.Key_Return)
    stil()
    tabel = tab_to(scherm, "dossiers_voorbeeld")
    press(tabel, Qt.Key.Key_Space)
    press(tab_to(scherm, "samenvoegen_doe"), Qt.Key.Key_Return)
    stil()
    assert work.vault.dossiers() == [komt]
    press(tab_to(scherm, "klaar_tabel"), Qt.Key.Key_Return)
    assert scherm.context.dossier_id == komt
    assert blijft not in work.vault.dossiers()


def test_sending_without_a_mouse(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    press(tab_to(scherm, "ontvangers_tabel"), Qt.Key.Key_Space)
    press(tab_to(scherm, "keuze_verder"), Qt.Key.Key_Return)
    press(tab_to(scherm, "gezond_verder"), Qt.Key.Key_Return)
    script.answers.append(tmp_path / "uit.intake.age")
    press(tab_to(scherm, "bestand_maken"), Qt.Key.Key_Return)
    stil()
    assert (tmp_path / "uit.intake.age").exists()


def test_files_are_read_where_they_are_dropped(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path, stil: Callable[[], None]
) -> None:
    pad = sent(tea, work, tmp_path / "een.intake.age", begun(tea, "Hailu"))
    scherm, dropped = open_deel("samenvoegen"), QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(pad)), QUrl("https://example.invalid/x.age")])
    how = (Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(50, 50), *how)
    QApplication.sendEvent(scherm.samenvoegen, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(scherm.samenvoegen, QDropEvent(QPointF(50, 50), *how))
    stil()
    assert [rij[0] for rij in scherm.samenvoegen.voorbeeld.bestanden.rijen] == ["een.intake.age"]
    assert [rij[0] for rij in scherm.samenvoegen.voorbeeld.dossiers.rijen] == ["Hailu, Selam"]


def test_a_file_that_was_opened_from_outside_is_shown_once_the_vault_is_open(
    venster: Venster, work: Workspace, tea: Workspace, tmp_path: Path, stil: Callable[[], None]
) -> None:
    venster.omgeving.bestanden.append(sent(tea, work, tmp_path / "van tea.intake.age", begun(tea, "Hailu")))
    for is_first in (True, False):
        venster.enter(work)
        stil()
        blad = venster.werkblad
        assert blad is not None
        assert isinstance(blad.scherm, Uitwisseling) == is_first
        if isinstance(blad.scherm, Uitwisseling):
            assert [rij[0] for rij in blad.scherm.samenvoegen.voorbeeld.dossiers.rijen] == ["Hailu, Selam"]
            assert work.vault.dossiers() == []
            blad.go("dossiers", {})
            venster.guards.grendel.put_away(blad)


def test_one_step_back_is_to_choosing_and_changes_nothing(
    open_venster: Venster, open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    scherm, before = open_deel("samenvoegen"), digest(work)
    script.answers.append([sent(tea, work, tmp_path / "een.intake.age", begun(tea, "Hailu"))])
    click(scherm, "bestanden_kiezen")
    stil()
    blad = open_venster.werkblad
    assert blad is not None
    blad.back()
    assert visible(scherm, "bestanden_kiezen").hasFocus()
    assert digest(work) == before


def test_who_may_have_two_dossiers_now_is_told(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    gegevens = {"voornamen": "Mohammed", "achternaam": "Haddad", "geboortedatum": "1990-02-11"}
    eigen, ander = (create_dossier(one, gegevens).made for one in (work, tea))
    scherm = open_deel("samenvoegen")
    script.answers.append([sent(tea, work, tmp_path / "een.intake.age", ander)])
    click(scherm, "bestanden_kiezen")
    stil()
    click(scherm, "samenvoegen_doe")
    stil()
    assert sorted(work.vault.dossiers()) == sorted((eigen, ander))
    assert texts(scherm, "klaar_dubbel")[0].startswith("1 persoon heeft nu misschien twee dossiers.")
