"""A lock in the middle of asking brings one back to the step one was at."""

import pytest
from pytestqt.qtbot import QtBot

from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from tests.ui.toestemming.hulp import click, fill_in


@pytest.mark.parametrize("stap", [1, 2])
def test_after_the_lock_one_goes_on_at_the_same_step(
    qtbot: QtBot, scherm: ToestemmingenScherm, stap: int
) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    assert scherm.vragen.stap == 2
    if stap == 1:
        click(qtbot, scherm, "vraag_terug")
    waar = scherm.where()
    scherm.leave()
    scherm.show_with({})
    assert scherm.bladen.currentIndex() == 0
    scherm.show_with(waar)
    assert (scherm.bladen.currentIndex(), scherm.vragen.stap) == (1, stap)
    assert scherm.vragen.velden()["partij"] == "Taalschool De Brug"
