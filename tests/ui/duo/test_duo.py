"""DUO: what a message holds, why it is refused, and what an answer changes before it is taken."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import BESLUIT, PROCEDURE
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.duo.sturen import duoberichten
from intake_assistant.ui.duo.screen import DuoScherm
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, texts, visible
from tests.ui.helpers import nameless
from tests.ui.nabesluit import set_besluit

Make = Callable[[str], DuoScherm]
PLICHT = {"indicatorInburgeringsplicht": True, "begindatum": "2026-02-20"}


@pytest.fixture
def make(show_screen: ShowScreen, context: Context, selam: str) -> Make:
    set_besluit(context.work, selam)
    return lambda soort: show_screen(DuoScherm, selam, soort=soort)


def put(scherm: DuoScherm, naam: str, getypt: str) -> None:
    veld = visible(scherm, naam)
    assert isinstance(veld, QLineEdit)
    veld.setText(getypt)
    veld.textEdited.emit(getypt)
    QTest.keyClick(veld, Qt.Key.Key_Return)


def test_the_pip_is_said_in_words_and_written(make: Make, script: messages.Script, tmp_path: Path) -> None:
    scherm = make("pip")
    assert "Dagtekening van het PIP: 20 maart 2026" in texts(scherm, "duo_regel")
    assert "Leerroute: Z-route" in texts(scherm, "duo_regel")
    script.answers.append(tmp_path / "pip.json")
    click(scherm, "duo_bewaar")
    assert json.loads((tmp_path / "pip.json").read_text()) == {
        "dagtekeningPip": "2026-03-20", "leerroute": "Z",
    }  # fmt: skip
    assert nameless(scherm) == []


def test_what_duo_refuses_stands_there_with_its_rule(make: Make, context: Context, selam: str) -> None:
    record_waarde(context.work, selam, PROCEDURE.of("inschrijving_brp"), "2026-04-01")
    scherm = make("pip")
    [reden] = texts(scherm, "duo_reden")
    assert "DUO 3" in reden
    assert not visible(scherm, "duo_bewaar").isEnabled()


def test_a_contact_is_filled_in_kept_and_noted(
    make: Make, context: Context, script: messages.Script, tmp_path: Path
) -> None:
    scherm = make("contactpersoon")
    assert "E-mail: Dit gegeven ontbreekt." in texts(scherm, "duo_reden")
    put(scherm, "duo_veld_email", "a@delfzijl.example")
    put(scherm, "duo_veld_telefoonnummer", "0596 123456")
    assert texts(scherm, "duo_reden") == []
    scherm.leave()
    scherm.show_with({"soort": "contactpersoon"})
    script.answers.append(tmp_path / "c.json")
    click(scherm, "duo_bewaar")
    written = json.loads((tmp_path / "c.json").read_text())
    (tmp_path / "c.json").unlink()
    assert written["contactpersoongegevens"]["telefoonnummer"] == "0596 123456"
    assert [b["soort"] for b in duoberichten(context.dossier())] == ["contactpersoon"]
    assert texts(scherm, "duo_eerder") == ["Contactpersoon: bericht gemaakt op 4 mei 2026."]


def test_an_answer_changes_nothing_before_it_is_taken(
    make: Make, context: Context, script: messages.Script, tmp_path: Path
) -> None:
    (tmp_path / "plicht.json").write_text(json.dumps(PLICHT))
    scherm = make("pip")
    script.answers.append(tmp_path / "plicht.json")
    click(scherm, "duo_kies")
    assert len(texts(scherm, "duo_feit")) == 1
    assert duoberichten(context.dossier()) == []
    click(scherm, "duo_neem")
    assert context.dossier().get("inburgeraar.begin_inburgeringsplicht") == "2026-02-20"
    assert texts(scherm, "duo_eerder") == ["Inburgeringsplicht: gelezen op 4 mei 2026."]


def test_a_contradiction_leads_to_where_it_is_settled(
    make: Make, context: Context, script: messages.Script, tmp_path: Path, qtbot: QtBot, selam: str
) -> None:
    record_waarde(context.work, selam, "inburgeraar.begin_inburgeringsplicht", "2026-01-01")
    (tmp_path / "plicht.json").write_text(json.dumps(PLICHT))
    scherm = make("pip")
    script.answers.append(tmp_path / "plicht.json")
    click(scherm, "duo_kies")
    click(scherm, "duo_neem")
    with qtbot.waitSignal(context.navigate) as went:
        click(scherm, "duo_verschillen")
    assert went.args == ["conflicten", {}]


def test_another_shape_is_refused_and_nothing_changes(
    make: Make, context: Context, script: messages.Script, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "x.json").write_text("[]")
    scherm = make("pip")
    script.answers.append(tmp_path / "x.json")
    with qtbot.waitSignal(context.failed) as told:
        click(scherm, "duo_kies")
    assert told.args[0].code == "duo.shape"
    assert texts(scherm, "duo_feit") == []


def test_a_day_on_which_duo_cannot_have_registered_it_is_refused(
    make: Make, context: Context, script: messages.Script
) -> None:
    scherm = make("pip")
    put(scherm, "veld_besluit_b1_duo_geregistreerd_op", "1-3-2026")
    assert context.dossier().get(BESLUIT.of("b1", "duo_geregistreerd_op")) == ""
    assert [knop for knop in scherm.findChildren(QPushButton, "duo_verwijderd") if knop.isVisible()] == []
    put(scherm, "veld_besluit_b1_duo_geregistreerd_op", "2-4-2026")
    assert context.dossier().get(BESLUIT.of("b1", "duo_geregistreerd_op")) == "2026-04-02"
    script.answers.append(0)
    click(scherm, "duo_verwijderd")
    assert context.dossier().get(BESLUIT.of("b1", "duo_verwijderd_op")) == "2026-05-04"
