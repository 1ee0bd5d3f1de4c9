"""The log in the window: read, filtered, kept as a file; each of these is in it too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from intake_assistant.operations.acts.dossier import look_into
from intake_assistant.operations.vault.logboek import note_sensitive, read_logboek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import find


@pytest.fixture
def at_log(open_venster: Venster, work: Workspace, selam: str) -> Venster:
    look_into(work, selam)
    note_sensitive(work, selam)
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("instellingen", {"deel": "logboek"})
    return open_venster


def rows(venster: Venster) -> list[list[str]]:
    model = find(venster, QTableView, "logboek_tabel").model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount(QModelIndex()))]
        for row in range(model.rowCount(QModelIndex()))
    ]


def test_it_says_who_did_what_with_which_dossier(at_log: Venster) -> None:
    assert [row[1] for row in rows(at_log)] == [
        "Antwoorden over gezondheid of veiligheid bekeken", "Dossier geopend",
    ]  # fmt: skip
    assert all("Tesfay" in row[2] for row in rows(at_log))
    assert {row[3] for row in rows(at_log)} == {"Anneke van den Berg"}


def test_looking_is_noted(at_log: Venster, work: Workspace) -> None:
    assert read_logboek(work)[0].wat == "logboek"
    assert at_log.werkblad is not None
    at_log.werkblad.go("dossiers", {})
    at_log.werkblad.go("instellingen", {"deel": "logboek"})
    assert ["Logboek bekeken", "de kluis"] in [row[1:3] for row in rows(at_log)]


def test_a_period_and_a_dossier(at_log: Venster, selam: str) -> None:
    van = find(at_log, QLineEdit, "logboek_van")
    van.setText("5-5-2026")
    van.editingFinished.emit()
    assert rows(at_log) == []
    assert "staat er niets" in find(at_log, QLabel, "logboek_aantal").text()
    van.clear()
    van.editingFinished.emit()
    dossier = find(at_log, QComboBox, "logboek_dossier")
    dossier.setCurrentIndex(dossier.findData(selam))
    dossier.activated.emit(dossier.currentIndex())
    assert len(rows(at_log)) == 2


@pytest.mark.parametrize("formaat", ["csv", "json"])
def test_it_is_kept_where_the_user_says_without_names(
    at_log: Venster, script: messages.Script, tmp_path: Path, work: Workspace, formaat: str
) -> None:
    out = tmp_path / f"log.{formaat}"
    script.answers.append(out)
    find(at_log, QPushButton, f"logboek_{formaat}").click()
    content = out.read_text(encoding="utf-8-sig")
    assert "Dossier geopend" in content
    assert "Tesfay" not in content
    assert [regel.wat for regel in read_logboek(work)].count(f"logboek {formaat}") == 1
    assert f"logboek-2026-05-04.{formaat}" in script.asked[0]
    # The name of who works here is in it, as it should; the search after the story is about the others.
    out.unlink()
