"""The ways to the screen: the bar, the search box, the overview of the team, and on to who is to be told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.window import Venster
from tests.ui.gespeeld import click, press, type_in
from tests.ui.uitwisseling.conftest import Open

WOORDEN = {
    "samenvoegen": "bestanden van collega",
    "versturen": "dossiers versturen",
    "kaarten": "mijn kaart",
    "register": "wat ging naar wie",
}


@pytest.mark.parametrize("deel", WOORDEN)
def test_each_part_is_found_by_its_words(open_venster: Venster, deel: str) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    blad.act("zoeken")
    type_in(blad.zoeken.veld, WOORDEN[deel])
    press(blad.zoeken.veld, Qt.Key.Key_Return)
    assert isinstance(blad.scherm, Uitwisseling)
    assert blad.scherm.part == deel


def test_the_bar_leads_to_merging(open_venster: Venster) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    click(blad, "naar_uitwisseling")
    assert isinstance(blad.scherm, Uitwisseling)
    assert blad.scherm.part == "samenvoegen"


def test_the_overview_of_the_team_leads_to_merging(open_venster: Venster, open_deel: Open) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    open_deel("kaarten")
    blad.go("team", {})
    click(blad.scherm, "team_samenvoegen")
    assert isinstance(blad.scherm, Uitwisseling)
    assert blad.scherm.part == "samenvoegen"


def test_the_register_leads_to_who_is_to_be_told(open_venster: Venster, open_deel: Open) -> None:
    scherm = open_deel("register")
    click(scherm, "naar_melden_knop")
    blad = open_venster.werkblad
    assert blad is not None
    assert blad.scherm.naam == "melden"
