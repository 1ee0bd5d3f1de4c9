"""The next appointment: chosen or typed, refused when it cannot be, and seen back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.views.afronden.afspraak import judge_dag, judge_uur, propose_afspraak
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.ui.gesprekshulp import Zaal, click, find, opened_zaal, type_text


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def rounding_off(zaal: Zaal) -> GesprekScherm:
    scherm = zaal.scherm()
    click(find(scherm, QPushButton, "afronden_knop"))
    return scherm


def test_nothing_is_recorded_when_no_appointment_was_made(zaal: Zaal) -> None:
    gesprek = zaal.gesprek()
    click(find(rounding_off(zaal), QPushButton, "gesprek_afronden"))
    assert zaal.waarde(f"gesprek[{gesprek}].volgende_afspraak") in ("", None)


def test_three_weeks_on_at_the_same_hour_and_place_is_one_click(zaal: Zaal) -> None:
    eerste = start_gesprek(zaal.work, zaal.dossier, {"datum": "2026-02-26", "vorm": "azc"}).made
    afspraak = {"volgende_afspraak": "2026-03-19T09:30", "volgende_afspraak_hoe": "azc Ter Apel, kamer 2"}
    rond_af(zaal.work, zaal.dossier, eerste, afspraak)
    gesprek = zaal.gesprek()
    scherm = rounding_off(zaal)
    drie = find(scherm, QPushButton, "afspraak_over_3")
    assert drie.text() == "Over 3 weken: donderdag 9 apr"
    click(drie)
    assert find(scherm, QLineEdit, "volgende_afspraak_uur").text() == "9.30"
    click(find(scherm, QPushButton, "gesprek_afronden"))
    assert zaal.waarde(f"gesprek[{gesprek}].volgende_afspraak") == "2026-04-09T09:30"
    assert zaal.waarde(f"gesprek[{gesprek}].volgende_afspraak_hoe") == "azc Ter Apel, kamer 2"
    scherm.show_with({})
    gezegd = find(scherm, QLabel, "afgesproken").text()
    assert gezegd == "Afgesproken: donderdag 9 april 2026, 9.30 uur, azc Ter Apel, kamer 2"


def test_an_hour_alone_is_no_appointment(zaal: Zaal) -> None:
    gesprek = zaal.gesprek()
    scherm = rounding_off(zaal)
    find(scherm, QLineEdit, "volgende_afspraak_uur").setFocus()
    type_text("10")
    click(find(scherm, QPushButton, "gesprek_afronden"))
    assert zaal.waarde(f"gesprek[{gesprek}].afgerond") is None
    assert find(scherm, QLabel, "gebrek_volgende_afspraak_uur").text() == "Schrijf ook op welke dag."


@pytest.mark.parametrize(
    ("dag", "zin", "kan"),
    [
        ("31 feb", "Deze datum bestaat niet", False),
        ("2026-03-18", "al geweest", False),
        ("2026-03-29", "zondag", True),
        ("2026-04-27", "feestdag", True),
        ("2026-04-09", "", True),
        ("", "", True),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(zaal: Zaal, dag: str, zin: str, kan: bool) -> None:
    gesprek = zaal.gesprek()
    oordeel = judge_dag(zaal.work, zaal.work.vault.dossier(zaal.dossier), gesprek, dag)
    assert oordeel.kan is kan
    assert zin in oordeel.zin
    assert bool(zin) is bool(oordeel.zin)


@pytest.mark.parametrize(
    ("dag", "uur", "kan"),
    [
        ("2026-04-09", "25:00", False),
        ("2026-04-09", "10.61", False),
        ("2026-04-09", "morgen", False),
        ("2026-04-09", "9u30", True),
        ("2026-04-09", "9.30 uur", True),
        ("2026-04-09", "", True),
        ("2026-03-19", "8.00", False),
        ("2026-03-19", "16.00", True),
        ("", "10", False),
    ],
)
def test_an_hour_that_cannot_be_is_refused_in_words(zaal: Zaal, dag: str, uur: str, kan: bool) -> None:
    oordeel = judge_uur(zaal.work, dag, uur)
    assert oordeel.kan is kan
    assert bool(oordeel.zin) is not kan


def test_without_an_earlier_appointment_the_place_is_how_one_talked_now(zaal: Zaal) -> None:
    gesprek = zaal.gesprek(vorm="thuis", datum="2026-03-19")
    voorzet = propose_afspraak(zaal.work, zaal.work.vault.dossier(zaal.dossier), gesprek)
    assert (voorzet.uur, voorzet.hoe) == ("", "thuis")
    assert [weken for weken, _ in voorzet.dagen] == [1, 2, 3, 4]


def test_no_day_is_proposed_on_which_nobody_works(zaal: Zaal) -> None:
    """The program warned of its own Sundays."""
    zondag = zaal.work.clock.today() + timedelta(days=(6 - zaal.work.clock.today().weekday()) % 7)
    gesprek = zaal.gesprek(vorm="thuis", datum=zondag.isoformat())
    dossier = zaal.work.vault.dossier(zaal.dossier)
    for _, dag in propose_afspraak(zaal.work, dossier, gesprek).dagen:
        assert dag.weekday() < 5
        assert not judge_dag(zaal.work, dossier, gesprek, dag.isoformat()).zin


def test_day_and_hour_are_put_right_in_one_line_afterwards(zaal: Zaal) -> None:
    gesprek = zaal.gesprek()
    rond_af(zaal.work, zaal.dossier, gesprek, {"volgende_afspraak": "2026-04-09T09:30"})
    scherm = zaal.scherm()
    scherm.show_with({"gesprek": gesprek})
    regel = find(scherm, QLineEdit, f"veld_gesprek_{gesprek}_volgende_afspraak")
    assert regel.text() == "9-4-2026 9.30"
    regel.setFocus()
    regel.selectAll()
    type_text("16 april 2026 13.15 uur")
    scherm.leave()
    (held,) = gesprekken_of(zaal.work.vault.dossier(zaal.dossier))
    assert (held.volgende_afspraak, held.afspraak_uur) == ("2026-04-16T13:15", "13:15")
