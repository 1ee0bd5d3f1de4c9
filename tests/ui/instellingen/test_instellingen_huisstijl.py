"""The logo and the colour in the settings: kept when a letter can carry them, else told where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from intake_assistant.documents.model import PLAIN, Huisstijl
from intake_assistant.operations.papers.brief.huisstijl import huisstijl_of
from intake_assistant.ui.instellingen.huisstijl import HuisstijlKaart
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from tests.documents.plaatje import png
from tests.ui.gespeeld import click, press, type_in, visible
from tests.ui.helpers import nameless

LOGO = "Logo van de gemeente Delfzijl"


@pytest.fixture
def kaart(qtbot: QtBot, context: Context) -> HuisstijlKaart:
    made = HuisstijlKaart(context)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_kept()
    return made


def fill(kaart: HuisstijlKaart, naam: str, getypt: str) -> None:
    type_in(visible(kaart, f"huisstijl_{naam}"), getypt)
    press(visible(kaart, f"huisstijl_{naam}"), Qt.Key.Key_Return)


def told(kaart: HuisstijlKaart) -> str:
    found = kaart.findChild(QLabel, "huisstijl_melding")
    return found.text() if isinstance(found, QLabel) and found.isVisible() else ""


def test_a_logo_is_chosen_with_words_and_taken_away(
    kaart: HuisstijlKaart, context: Context, script: messages.Script, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    script.answers = [tmp_path / "logo.png"]
    click(kaart, "logo_kies")
    assert huisstijl_of(context.work) == Huisstijl("", png(), LOGO)
    assert LOGO in kaart.voorbeeld.accessibleName()
    script.answers = [1, 0]
    click(kaart, "logo_weg")
    assert huisstijl_of(context.work).logo
    click(kaart, "logo_weg")
    assert huisstijl_of(context.work) == PLAIN
    assert not nameless(kaart)


def test_a_file_that_is_no_picture_changes_nothing_and_the_colour_can_still_be_kept(
    kaart: HuisstijlKaart, context: Context, script: messages.Script, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_text("geen plaatje")
    script.answers = [tmp_path / "logo.png"]
    click(kaart, "logo_kies")
    assert "geen PNG of JPEG" in told(kaart)
    fill(kaart, "kleur", "#0a5c36")
    assert (huisstijl_of(context.work), told(kaart)) == (Huisstijl("#0a5c36"), "")


def test_a_colour_that_is_too_light_is_told_with_its_figure_and_not_kept(
    kaart: HuisstijlKaart, context: Context
) -> None:
    fill(kaart, "kleur", "#ffcc00")
    assert "Het contrast is 1,5; er is minstens 4,5 nodig" in told(kaart)
    assert huisstijl_of(context.work) == PLAIN
    kaart.show_kept()
    assert (told(kaart), kaart.kleur.waarde()) == ("", None)
