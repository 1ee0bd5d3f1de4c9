"""Besluiten that hold at once, in the window: nothing is chosen beforehand, one step sets what holds."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.domain.recht.besluit import besluiten_of, samenloop_of
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijziging
from intake_assistant.operations.acts.beschikking import stel_vast
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.ui.conflicten.screen import ConflictenScherm
from intake_assistant.ui.window.context import Context
from tests.operations.acts.test_beschikking import CONCEPT
from tests.operations.casussen import on, play
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, type_in, visible
from tests.ui.gevuld import filled_vault, new_context

TOEN = "2026-12-28"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """A dossier with a besluit, and one more that was set elsewhere without knowing of it."""
    with filled_vault(tmp_path) as (work, _):
        later = on(work, "2027-01-11")
        dossier = play(later, CONCEPT)
        velden = {"dagtekening": datetime.date.fromisoformat(TOEN)}
        eerste = stel_vast(on(work, TOEN), dossier, velden).made
        waarde = later.vault.dossier(dossier).get(BESLUIT.of(eerste))
        record_waarde(later, dossier, BESLUIT.of(later.new_id()), {**waarde, "dagtekening": "2026-12-29"})
        made = new_context(later, tmp_path, dossier)
        made.work = later
        yield made


@pytest.fixture
def scherm(context: Context, show_screen: ShowScreen) -> ConflictenScherm:
    return show_screen(ConflictenScherm, context.dossier_id, (1182, 650))


def test_who_chooses_and_says_why_goes_on_to_the_besluit_that_says_what_holds(
    qtbot: QtBot, context: Context, scherm: ConflictenScherm
) -> None:
    keuze = [visible(scherm, f"samenloop_{n}") for n in (0, 1)]
    assert not any(isinstance(made, QRadioButton) and made.isChecked() for made in keuze)
    type_in(visible(scherm, "samenloop_waarom"), "Er waren twee besluiten.")
    assert not visible(scherm, "samenloop_doe").isEnabled()
    click(scherm, "samenloop_1")
    with qtbot.waitSignal(context.navigate) as went:
        click(scherm, "samenloop_doe")
    assert went.args == ["nieuw_besluit", {}]
    wijziging, samenloop = open_wijziging(context.dossier()), samenloop_of(besluiten_of(context.dossier()))
    assert wijziging is not None
    assert samenloop is not None, "nothing is set before it was answered and signed"
    assert (wijziging.grond, wijziging.van) == ("herziening", samenloop.besluiten[1].id)
    assert str(wijziging.velden["motivering"]).startswith("Er waren twee besluiten. Dit besluit komt")


def test_who_thinks_better_of_it_loses_no_word(context: Context, scherm: ConflictenScherm) -> None:
    type_in(visible(scherm, "samenloop_waarom"), "Er waren twee besluiten.")
    click(scherm, "samenloop_0")
    scherm.leave()
    scherm.show_with({})
    assert open_wijziging(context.dossier()) is None
    assert visible(scherm, "samenloop_waarom").property("text") == "Er waren twee besluiten."
