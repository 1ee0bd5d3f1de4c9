"""Setting a PIP in the window: what is in the way, what starts, what is frozen; on the day it is set."""

import datetime
import hashlib
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.place import place_on, put_back
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_concept, press, texts, type_in, visible
from tests.ui.kluizen import Kluis, open_quickly

Make = Callable[[str], BeschikkingScherm]
REDEN = "let_op.uren_boven_norm.map_uren"
NA_HET_LAATSTE_GESPREK = datetime.date(2026, 5, 12)
"""Case 06 speaks until 7 May: a besluit of before that would not rest on it (Awb 3:2)."""


@pytest.fixture
def work(kluis_op_schijf: Kluis, data: Data) -> Iterator[Workspace]:
    """The same vault, after the last conversation."""
    klok = FixedClock(NA_HET_LAATSTE_GESPREK)
    made = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, klok, data)
    yield made
    made.vault.close()


@pytest.fixture
def make(show_screen: ShowScreen) -> Make:
    return lambda dossier: show_screen(BeschikkingScherm, dossier)


def ready(qtbot: QtBot, scherm: BeschikkingScherm) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy())


def set_day(qtbot: QtBot, scherm: BeschikkingScherm, dag: str) -> None:
    click(scherm, "naar_vaststellen")
    datum = visible(scherm, "dagtekening")
    assert isinstance(datum, QLineEdit)
    datum.setText(dag)
    ready(qtbot, scherm)


def test_a_missing_element_links_to_its_field_and_goes_when_filled(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make(play_concept(context.work, "06", zonder="pvt_uren"))
    assert not scherm.lijst.knop.isEnabled()

    click(scherm, "ontbreekt_beschikking.pvt_uren")
    veld = visible(scherm, "veld_pvt_uren")
    assert veld.hasFocus()
    type_in(veld, "12")
    qtbot.waitUntil(lambda: bool(found_again(context.work)))
    press(veld, Qt.Key.Key_Tab)

    assert concept_of(context.dossier())["pvt_uren"] == 12
    assert scherm.lijst.knop.isEnabled()
    assert found_again(context.work) == []


def test_setting_says_what_starts_and_freezes_the_besluit(make: Make, context: Context, qtbot: QtBot) -> None:
    dossier = play_concept(context.work, "06")
    record_waarde(context.work, dossier, "beschikking.map_uren", 60)
    scherm = make(dossier)
    scherm.context.work.vault.set_setting("gemeente.bezwaar_adres", "Postbus 1, 9999 ZZ Zuiderdijk")
    set_day(qtbot, scherm, "12-5-2026")

    shown = texts(scherm.vaststellen)
    for zin in ("van 13 mei 2026 tot en met 12 mei 2029", "tot en met 23 juni 2026", "college tekent: "):
        assert any(zin in gezegd for gezegd in shown)

    assert not scherm.vaststellen.doe.isEnabled(), "more hours than the norm is a let op"
    type_in(visible(scherm, REDEN), "Het bedrijf biedt een langere stage.")
    beside: list[bytes] = []
    scherm.vaststellen.vastgesteld.connect(lambda: beside.append(scherm.voorbeeld.inhoud))
    with qtbot.waitSignal(scherm.vaststellen.vastgesteld):
        click(scherm, "vaststellen_doe")
    assert beside == [b""], "no concept stands beside a besluit"
    ready(qtbot, scherm)

    assert "Het bedrijf biedt een langere stage." in texts(scherm.besluit)
    besluit = besluiten_of(context.dossier())[0]
    assert besluit.dagtekening == "2026-05-12"
    assert texts(scherm.besluit, "besluit_sha256") == []
    click(scherm, "besluit_details")
    sha = visible(scherm, "besluit_sha256")
    assert isinstance(sha, QLabel)
    assert "".join(sha.text().split()) == besluit.bestanden["pdf"]
    assert hashlib.sha256(scherm.voorbeeld.inhoud).hexdigest() == besluit.bestanden["pdf"]
    assert not scherm.velden.isVisibleTo(scherm)


def test_the_keyboard_goes_down_the_page_and_returns_to_its_reason(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    dossier = play_concept(context.work, "06")
    record_waarde(context.work, dossier, "beschikking.map_uren", 60)
    scherm = make(dossier)
    set_day(qtbot, scherm, "12-5-2026")
    press(visible(scherm, "dagtekening"), Qt.Key.Key_Tab)
    assert visible(scherm, REDEN).hasFocus()

    plek = place_on(scherm, scherm.naam, dossier, scherm.where())
    scherm.leave()
    scherm.show_with(plek.arguments)
    put_back(scherm, plek)
    ready(qtbot, scherm)
    assert visible(scherm, REDEN).hasFocus()


def test_a_character_no_font_has_must_be_seen_first(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make(play_concept(context.work, "06", zonder="zienswijze"))
    veld = visible(scherm, "veld_zienswijze")
    veld.setFocus()
    veld.setProperty("plainText", "Meneer is blij \U0001f600")
    press(veld, Qt.Key.Key_Tab)
    click(scherm, "naar_vaststellen")
    ready(qtbot, scherm)

    doe = visible(scherm, "vaststellen_doe")
    assert not doe.isEnabled()
    shown = texts(scherm.vaststellen)
    assert any("U+1F600" in zin for zin in shown)
    click(scherm, "vervangen_gezien")

    assert doe.isEnabled()


def test_a_dagtekening_that_duo_or_the_law_refuses_cannot_be_set(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make(play_concept(context.work, "06"))
    set_day(qtbot, scherm, "1-2-2026")

    bezwaar = visible(scherm, "vaststellen_bezwaar")
    assert isinstance(bezwaar, QLabel)
    assert "voor het begin van de inburgeringsplicht" in bezwaar.text()
    assert not visible(scherm, "vaststellen_doe").isEnabled()
    scherm.vaststellen.datum.setText("13-5-2026")
    ready(qtbot, scherm)
    assert "ligt in de toekomst. (Awb 3:41)" in bezwaar.text(), "today is 12 May"
    assert not visible(scherm, "vaststellen_doe").isEnabled()
    click(scherm, "vaststellen_terug")
    assert scherm.velden.isVisibleTo(scherm)
    assert besluiten_of(context.dossier()) == []


def test_list_and_button_say_that_the_day_is_still_to_choose(make: Make, context: Context) -> None:
    scherm = make(play_concept(context.work, "06"))
    assert scherm.lijst.knop.isEnabled()
    assert "dagtekening" in scherm.lijst.stand.text()
    assert texts(scherm, "controle_dagtekening") == ["Dagtekening: die kiest u bij het vaststellen."]
