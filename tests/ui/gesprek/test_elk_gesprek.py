"""What is asked in each conversation: at its beginning, at its end, and how the person wants to be called."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QWidget

from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.gesprek import record_gesprek, rond_af
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.words.naam import aanspreeknaam
from intake_assistant.ui.gesprek.afronden import GesprekAfronden
from tests.ui.gesprekshulp import Zaal, click, find, opened_zaal, type_text


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def test_how_it_went_is_asked_from_the_second_conversation_on(zaal: Zaal) -> None:
    eerst = zaal.scherm().findChild(QWidget, "eerst_vragen")
    assert eerst is not None
    assert eerst.isHidden()
    zaal.kill()
    rond_af(zaal.work, zaal.dossier, zaal.gesprek(), {})
    scherm = zaal.scherm()
    find(scherm, QTextEdit, "sinds_vorige").setFocus()
    type_text("Ik ben naar de open dag geweest.")
    click(find(scherm, QPushButton, "gesprek_beginnen"))
    _, tweede = gesprekken_of(zaal.work.vault.dossier(zaal.dossier))
    assert tweede.sinds_vorige == "Ik ben naar de open dag geweest."


def test_what_somebody_still_wants_to_say_is_kept_with_the_conversation(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    click(find(scherm, QPushButton, "afronden_knop"))
    veld = find(scherm, GesprekAfronden, "afronden").nog_zeggen.naam.buddy()
    assert veld is not None
    veld.setFocus()
    type_text("Wanneer komt mijn broer?")
    click(find(scherm, QPushButton, "gesprek_afronden"))
    (shown,) = json.loads(json.dumps(show_dossier(zaal.work, zaal.dossier)))["gesprekken"]
    assert shown["nog_zeggen"] == "Wanneer komt mijn broer?"


def test_the_name_to_call_somebody_by_is_what_they_said(zaal: Zaal) -> None:
    assert aanspreeknaam(zaal.work.vault.dossier(zaal.dossier)) == ""
    record_antwoord(zaal.work, zaal.dossier, "taalniveau.aanspreeknaam", "Selam")
    assert aanspreeknaam(zaal.work.vault.dossier(zaal.dossier)) == "Selam"


@pytest.mark.parametrize(("vorm", "genummerd"), [("telefoon", True), ("azc", False)])
def test_a_question_has_its_number_when_the_interpreter_is_elsewhere(
    zaal: Zaal, vorm: str, genummerd: bool
) -> None:
    record_gesprek(zaal.work, zaal.dossier, zaal.gesprek(), {"vorm": vorm})
    nummers = [label.text() for label in zaal.scherm().findChildren(QLabel, "nummer_op_blad")]
    assert bool(nummers) is genummerd
    assert len(nummers) == len(set(nummers))
