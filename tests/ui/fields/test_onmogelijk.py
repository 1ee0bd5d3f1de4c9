"""A date or number that cannot be is told below its field, kept as typed, and stops what rests on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.views.schets import schets_of
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.dossier.persoon import PersoonPaneel
from intake_assistant.ui.dossiers.nieuw_dossier import NieuwDossier
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_concept, texts, type_in, visible

Show = Callable[[QWidget], None]


@pytest.fixture
def gesprek(selam: str, show_screen: ShowScreen) -> GesprekScherm:
    return show_screen(GesprekScherm, selam, (1150, 800))


def line(scherm: QWidget, naam: str, getypt: str) -> QLineEdit:
    """Type this into the line of a name, as a person does who goes on to the next."""
    veld = visible(scherm, naam)
    assert isinstance(veld, QLineEdit)
    veld.setFocus()
    veld.clear()
    type_in(veld, getypt)
    veld.clearFocus()
    return veld


def told(scherm: QWidget, naam: str) -> list[str]:
    """What is said below the line of a name."""
    found = scherm.findChildren(QLabel, f"gebrek_{naam}")
    return [w.text() for w in found if w.isVisibleTo(scherm)]


@pytest.mark.parametrize(
    "getypt", ["31-11-2026", "29-2-2027", "1-1-0001", "31-12-9999", "morgen", "5 maandag 2026"]
)
def test_no_conversation_begins_on_a_day_that_does_not_exist(gesprek: GesprekScherm, getypt: str) -> None:
    veld = line(gesprek, "gesprek_datum", getypt)
    assert told(gesprek, "gesprek_datum") == ["Deze datum bestaat niet. Schrijf bijvoorbeeld 5-3-2026."]
    click(gesprek, "gesprek_beginnen")

    assert gesprekken_of(gesprek.context.dossier()) == []
    assert veld.text() == getypt
    assert veld.hasFocus()
    gesprek.leave()
    kept = schets_of(gesprek.context.work, f"voorbereiden {gesprek.context.dossier_id}")
    assert kept["datum"] == getypt

    line(gesprek, "gesprek_datum", "5 mrt 2026")
    assert told(gesprek, "gesprek_datum") == []
    click(gesprek, "gesprek_beginnen")
    assert [g.datum for g in gesprekken_of(gesprek.context.dossier())] == ["2026-03-05"]


def test_half_a_date_is_not_called_wrong_and_a_mended_one_at_once_right(gesprek: GesprekScherm) -> None:
    veld = visible(gesprek, "gesprek_datum")
    assert isinstance(veld, QLineEdit)
    veld.clear()
    type_in(veld, "31-11-202")
    assert told(gesprek, "gesprek_datum") == []
    QTest.keyClick(veld, Qt.Key.Key_Return)
    assert told(gesprek, "gesprek_datum") != []
    veld.clear()
    type_in(veld, "30-11-2025")
    assert told(gesprek, "gesprek_datum") == []


def test_rounding_off_waits_for_a_date_and_minutes_that_can_be(
    context: Context, selam: str, gesprek: GesprekScherm
) -> None:
    id = start_gesprek(context.work, selam, {"datum": "2026-05-04", "vorm": "azc"}).made
    gesprek.show_with({"deel": "afronden"})
    line(gesprek, "minuten", "-30")
    line(gesprek, "volgende_afspraak", "31-6-2026")
    assert told(gesprek, "minuten") == ["Dit getal kan niet. Schrijf een getal van 0 tot en met 1440."]
    click(gesprek, "gesprek_afronden")
    assert not gesprekken_of(context.dossier())[0].afgerond
    assert visible(gesprek, "volgende_afspraak").hasFocus()

    line(gesprek, "volgende_afspraak", "1-1-2020")
    assert told(gesprek, "volgende_afspraak") == ["Deze dag is al geweest. Kies een dag die nog komt."]
    line(gesprek, "minuten", "30")
    click(gesprek, "gesprek_afronden")
    assert not gesprekken_of(context.dossier())[0].afgerond
    line(gesprek, "volgende_afspraak", "31-5-2026")
    assert told(gesprek, "volgende_afspraak") == ["Let op: dit is een zondag."]
    line(gesprek, "volgende_afspraak_uur", "25:00")
    assert told(gesprek, "volgende_afspraak_uur") == [
        "Dit uur bestaat niet. Schrijf bijvoorbeeld 10.00 of 13.30."
    ]
    click(gesprek, "gesprek_afronden")
    assert not gesprekken_of(context.dossier())[0].afgerond
    assert visible(gesprek, "volgende_afspraak_uur").hasFocus()
    line(gesprek, "volgende_afspraak_uur", "10.30")
    click(gesprek, "gesprek_afronden")
    (held,) = gesprekken_of(context.dossier())
    assert (held.id, held.afgerond, held.minuten) == (id, True, 30)
    assert held.volgende_afspraak == "2026-05-31T10:30"


def test_an_agreement_done_tomorrow_is_flagged_and_not_done(
    context: Context, selam: str, shown: Show
) -> None:
    doel = add_doel(context.work, selam, "een fiets", "kort").made
    add_afspraak(context.work, selam, doel, {"wat": "sparen", "wie": "inburgeraar"})
    context.dossier_id = selam
    plan = Ontwikkelplan(context)
    shown(plan)
    plan.show_with({})
    click(plan, "doel_wijzigen")
    line(plan, "afspraak_klaar_op", "morgen")
    assert told(plan, "afspraak_klaar_op") == ["Deze datum bestaat niet. Schrijf bijvoorbeeld 5-3-2026."]
    click(plan, "doel_klaar")

    assert "Selam · let op: ‘morgen’ is geen datum" in texts(plan, "stand")
    gedaan = visible(plan, "klaar")
    assert isinstance(gedaan, QCheckBox)
    assert not gedaan.isChecked()


@pytest.mark.parametrize(
    ("veld", "getypt"), [("pvt_uren", "-1"), ("map_uren", "999999"), ("voortgangsgesprekken", "veel")]
)
def test_a_number_that_cannot_be_is_told_and_no_pip_is_set_on_it(
    context: Context, shown: Show, veld: str, getypt: str
) -> None:
    context.dossier_id = play_concept(context.work, "06")
    scherm = BeschikkingScherm(context)
    shown(scherm)
    scherm.show_with({})
    line(scherm, f"veld_{veld}", getypt)
    assert "getal" in told(scherm, f"veld_{veld}")[0]
    assert not scherm.lijst.knop.isEnabled()
    assert any(f"‘{getypt}’" in zin for zin in texts(scherm.lijst))
    line(scherm, f"veld_{veld}", "12")
    assert told(scherm, f"veld_{veld}") == []
    assert not any(f"‘{getypt}’" in zin for zin in texts(scherm.lijst))


@pytest.mark.parametrize(
    ("veld", "getypt", "zin"),
    [
        ("inschrijving_brp", "1-1-2030", "Deze datum ligt in de toekomst. Klopt dat?"),
        ("inschrijving_brp", "31-11-2025", "Deze datum bestaat niet. Schrijf bijvoorbeeld 5-3-2026."),
        ("geboren", "1-1-2030", "Deze datum ligt in de toekomst. Klopt dat?"),
        ("geboren", "1899", "In dit jaar kan de inburgeraar niet geboren zijn. Klopt dit?"),
        ("v_nummer", "Gebremedhin", "Een V-nummer heeft tien cijfers. Klopt dit?"),
        ("geboren", "17 mrt 94", ""),
        ("v_nummer", "2801155443", ""),
    ],
)
def test_a_new_dossier_says_what_is_odd_as_the_page_of_the_person_does(
    context: Context, shown: Show, veld: str, getypt: str, zin: str
) -> None:
    nieuw = NieuwDossier(context)
    shown(nieuw)
    nieuw.begin()
    line(nieuw, f"nieuw_{veld}", getypt)
    assert told(nieuw, f"nieuw_{veld}") == ([zin] if zin else [])


def test_what_is_odd_is_kept_and_flagged_on_the_page_of_the_person(
    context: Context, shown: Show, qtbot: QtBot
) -> None:
    nieuw = NieuwDossier(context)
    shown(nieuw)
    nieuw.begin()
    line(nieuw, "nieuw_voornamen", "Lwam")
    line(nieuw, "nieuw_geboren", "1899")
    line(nieuw, "nieuw_v_nummer", "Gebremedhin")
    line(nieuw, "nieuw_inschrijving_brp", "1-1-2030")
    with qtbot.waitSignal(nieuw.made) as made:
        nieuw.make()
    context.dossier_id = made.args[0]
    persoon = PersoonPaneel(context)
    shown(persoon)
    persoon.show_dossier(context.dossier())
    assert told(persoon, "geboortejaar") == ["In dit jaar kan de inburgeraar niet geboren zijn. Klopt dit?"]
    assert told(persoon, "v_nummer") == ["Een V-nummer heeft tien cijfers. Klopt dit?"]
    assert told(persoon, "inschrijving_brp") == ["Deze datum ligt in de toekomst. Klopt dat?"]
