"""The beschikking: fields by route and group, checklist with links, live preview, one deliberate step."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.fields.text import TextBox
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_concept, play_whole, press, texts, type_in, visible
from tests.ui.helpers import nameless

Make = Callable[[str], BeschikkingScherm]


@pytest.fixture
def make(show_screen: ShowScreen) -> Make:
    return lambda dossier: show_screen(BeschikkingScherm, dossier)


@pytest.fixture
def drawn(make: Make, qtbot: QtBot) -> Make:
    """The same with its page beside it."""

    def drawn(dossier: str) -> BeschikkingScherm:
        made = make(dossier)
        qtbot.waitUntil(lambda: bool(made.voorbeeld.inhoud))
        return made

    return drawn


def ready(qtbot: QtBot, scherm: BeschikkingScherm) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy())


def test_fields_follow_route_and_group(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make(play_concept(context.work, "02"))
    shown = {s for s, row in scherm.velden._rij.items() if row.isVisibleTo(scherm)}
    assert {"map_uren", "intensiteit.weken", "geschatte_intensiteit_b1_route"} <= shown
    assert not {"zroute.cursusuren", "motivering_afwijking_lbt"} & shown

    click(scherm, "leerroute_Z")

    shown = {s for s, row in scherm.velden._rij.items() if row.isVisibleTo(scherm)}
    assert {"zroute.cursusuren", "zroute.participatie_uren", "motivering_afwijking_lbt"} <= shown
    assert "geschatte_intensiteit_b1_route" in shown, "it holds a number: it must be possible to empty it"


def test_a_family_migrant_has_no_intensity(make: Make, context: Context) -> None:
    scherm = make(play_concept(context.work, "05"))

    assert not scherm.velden._rij["intensiteit.weken"].isVisibleTo(scherm)


def test_a_missing_question_leads_to_the_conversation(
    make: Make, context: Context, qtbot: QtBot, selam: str
) -> None:
    scherm = make(selam)

    with qtbot.waitSignal(context.navigate) as signal:
        click(scherm, "ontbreekt_leerbaarheid.lbt_status")
    assert signal.args == ["gesprek", {"vraag": "leerbaarheid.lbt_status"}]
    with qtbot.waitSignal(context.navigate) as signal:
        click(scherm, "ontbreekt_weging")
    assert signal.args == ["weging", {}]


def test_the_preview_follows_what_is_typed_and_writes_nothing(
    drawn: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = drawn(play_concept(context.work, "06"))
    vault: Path = context.work.vault.path
    files = sorted(vault.rglob("*"))
    before = scherm.voorbeeld.inhoud

    veld = visible(scherm, "veld_zienswijze")
    type_in(veld, "Meneer wil graag in de ochtend les. ")
    qtbot.waitUntil(lambda: scherm.voorbeeld.inhoud != before)

    assert scherm.voorbeeld.bladzijden() >= 4
    assert sorted(vault.rglob("*")) == files


def test_a_date_that_duo_refuses_leads_to_its_field(
    open_venster: Venster, work: Workspace, qtbot: QtBot
) -> None:
    dossier = play_concept(work, "06")
    record_waarde(work, dossier, "procedure.inschrijving_brp", "2026-09-01")
    blad = open_venster.werkblad
    assert blad is not None
    blad.context.navigate.emit("beschikking", {"dossier": dossier})
    click(blad, "ontbreekt_procedure.inschrijving_brp")
    focus = open_venster.focusWidget()
    assert focus is not None
    assert focus.objectName() == "veld_inschrijving_brp"
    qtbot.waitUntil(lambda: not focus.visibleRegion().isEmpty())


def test_a_besluit_that_holds_beside_another_says_so_above_all_else(make: Make, context: Context) -> None:
    dossier = play_whole(context.work, "03")
    besluit = besluiten_of(context.work.vault.dossier(dossier))[-1]
    assert make(dossier).findChild(QLabel, "besluit_samenloop") is None
    beside = {
        **context.work.vault.dossier(dossier).get(BESLUIT.of(besluit.id)), "dagtekening": "2026-05-20",
        "vervangt": [],
    }  # fmt: skip
    record_waarde(context.work, dossier, BESLUIT.of(context.work.new_id()), beside)
    told = visible(make(dossier), "besluit_samenloop")
    assert isinstance(told, QLabel)
    assert "Het programma kiest niet" in told.text()
    assert "20 mei 2026" in told.text()


def test_everything_that_takes_the_keyboard_has_a_name(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make(play_concept(context.work, "04"))
    assert nameless(scherm) == []


def test_leaving_records_what_was_typed(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make(play_concept(context.work, "06", zonder="pvt_uren"))
    type_in(visible(scherm, "veld_pvt_uren"), "15")
    scherm.leave()

    assert concept_of(context.dossier())["pvt_uren"] == 15
    assert context.work.clock.today() == datetime.date(2026, 5, 4)


def test_a_letter_without_an_address_for_bezwaar_leads_to_the_settings(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make(play_concept(context.work, "02"))
    for veld in ("bezwaar_adres", "adres", "postcode", "plaats"):
        context.work.vault.set_setting(f"gemeente.{veld}", "")
    scherm.show_with({})
    ready(qtbot, scherm)
    assert "In de brief staat geen adres voor bezwaar. Vul het in bij Instellingen." in texts(scherm)
    with qtbot.waitSignal(context.navigate) as went:
        click(scherm, "ontbreekt_instellingen")
    assert went.args == ["instellingen", {"deel": "gemeente"}]
    context.work.vault.set_setting("gemeente.bezwaar_adres", "Postbus 1, 9400 AA Assen")
    scherm.show_with({})
    ready(qtbot, scherm)
    assert "In de brief staat geen adres voor bezwaar. Vul het in bij Instellingen." not in texts(scherm)


def test_a_route_fills_what_follows_from_it_and_another_takes_that_back(
    make: Make, context: Context, qtbot: QtBot, selam: str
) -> None:
    scherm = make(selam)
    click(scherm, "leerroute_B")
    concept = concept_of(context.dossier())
    assert {concept[f"niveau_per_onderdeel.{deel}"] for deel in ("lezen", "spreken")} == {"B1"}
    click(scherm, "niveau_per_onderdeel.lezen_A2")

    click(scherm, "leerroute_Z")

    concept = concept_of(context.dossier())
    assert concept["zroute.cursusuren"] == 800
    assert concept["niveau_per_onderdeel.lezen"] == "A2", "somebody chose that"
    assert "niveau" not in concept


def test_a_level_can_be_emptied(make: Make, context: Context, selam: str) -> None:
    scherm = make(selam)
    click(scherm, "niveau_B1")
    assert concept_of(context.dossier())["niveau"] == "B1"
    click(scherm, "niveau_geen")
    assert "niveau" not in concept_of(context.dossier())


def test_the_arguments_are_set_ready_once_and_never_over_what_was_typed(
    make: Make, context: Context, qtbot: QtBot, selam: str
) -> None:
    add_argument(context.work, selam, "B", "voor", "leert snel")
    add_argument(context.work, selam, "Z", "tegen", "De Z-route leidt niet naar werk.")
    verzwegen = "kan drie uur per dag aan"
    add_argument(
        context.work, selam, "B", "tegen", verzwegen, vraag="fysieke_gezondheid.belastbaarheid_uren_dag"
    )
    record_waarde(context.work, selam, "beschikking.leerroute", "B")
    scherm = make(selam)

    click(scherm, "klaarzetten")

    veld = visible(scherm, "veld_motivering")
    assert isinstance(veld, TextBox)
    assert veld.toPlainText() == (
        "Wij kozen voor u de B1-route. Daarvoor pleit: Leert snel.\n\n"
        "De zelfredzaamheidsroute (Z-route) past nu minder goed bij u. "
        "Daartegen pleit: De Z-route leidt niet naar werk."
    )
    veld.undo()
    assert veld.toPlainText() == ""
    type_in(veld, "U leert snel.")
    press(veld, Qt.Key.Key_Tab)
    assert concept_of(context.dossier())["motivering"] == "U leert snel."
    assert not scherm.velden.klaarzetter.isVisibleTo(scherm)


def test_the_preview_says_when_it_lags(drawn: Make, context: Context, qtbot: QtBot) -> None:
    scherm = drawn(play_concept(context.work, "06"))
    type_in(visible(scherm, "veld_zienswijze"), "Meneer wil les in de ochtend. ")
    assert scherm.voorbeeld.stand.text() == "wordt bijgewerkt ..."
    qtbot.waitUntil(lambda: not scherm.voorbeeld.stand.text())


def test_the_page_takes_the_whole_width_by_key_and_gives_it_back(make: Make, selam: str) -> None:
    scherm = make(selam)
    QTest.keyClick(visible(scherm, "leerroute_B"), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert scherm.voorbeeld.isVisibleTo(scherm)
    assert not scherm.velden.isVisibleTo(scherm)
    assert scherm.step_back()
    assert scherm.velden.isVisibleTo(scherm)
    assert not scherm.step_back()


def test_a_besluit_says_on_how_many_answers_it_rests(make: Make, context: Context, selam: str) -> None:
    work = context.work
    gesprek = start_gesprek(work, selam, {"datum": "2026-03-05"}).made
    for vraag, waarde in (("motivatie.beroepswens", "naaister"), ("taalniveau.nl_lezen", "a1")):
        record_antwoord(work, selam, vraag, waarde, gesprek=gesprek)
        add_argument(work, selam, "B", "voor", "Dit past bij u.", vraag=vraag)
        add_argument(work, selam, "Z", "tegen", "Dit past niet bij u.", vraag=vraag)
    scherm = make(selam)
    zin = "Dit besluit rust op 2 antwoorden uit 1 gesprek."
    assert (scherm.rust_op.text().strip(), scherm.rust_op.accessibleName()) == (zin, zin)
    click(scherm, "rust_op")
    assert len(texts(scherm.keten, "keten_antwoord")) == 2
