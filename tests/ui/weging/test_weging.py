"""The weighing: three columns, arguments of one's own or drawn from answers, health kept out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import WEGING
from intake_assistant.domain.recht.weging import argumenten_of
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.ui.weging.screen import WegingScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_concept, press, type_in, visible
from tests.ui.helpers import nameless

Show = Callable[[QWidget], None]


@pytest.fixture
def weging(context: Context, selam: str, show_screen: ShowScreen) -> WegingScherm:
    record_antwoord(context.work, selam, "motivatie.beroepswens", "naaister")
    record_antwoord(context.work, selam, "fysieke_gezondheid.belastbaarheid_uren_dag", 3)
    return show_screen(WegingScherm, selam)


def test_six_empty_sides_say_so_and_the_routes_are_named(weging: WegingScherm) -> None:
    leeg = [w for w in weging.findChildren(QLabel, "leeg") if w.isVisibleTo(weging)]

    assert [w.text() for w in leeg] == ["nog geen argument"] * 6
    assert "B1-route, Onderwijsroute, Z-route" in weging.stand.text()


def test_the_columns_have_equal_weight(weging: WegingScherm) -> None:
    breedtes = {weging.vakken[route, "voor"].width() for route in "BOZ"}

    assert max(breedtes) - min(breedtes) <= 1


def test_an_argument_in_own_words_becomes_one_entry(qtbot: QtBot, weging: WegingScherm) -> None:
    click(weging, "nieuw_B_voor")
    type_in(visible(weging, "weging_tekst"), "Zij leert snel.")
    click(weging, "argument_klaar")

    found = argumenten_of(weging.context.dossier(), "B", "voor")
    assert [(a.tekst, a.vraag) for a in found] == [("Zij leert snel.", "")]
    assert "B1-route" not in weging.stand.text()
    assert found_again(weging.context.work) == []


def test_one_can_remark_on_an_argument(qtbot: QtBot, weging: WegingScherm) -> None:
    click(weging, "nieuw_B_voor")
    type_in(visible(weging, "weging_tekst"), "leert snel")
    click(weging, "argument_klaar")
    (argument,) = argumenten_of(weging.context.dossier(), "B", "voor")
    with qtbot.waitSignal(weging.context.navigate) as gone:
        click(weging, "argument_opmerking")
    assert gone.args == ["overleg", {"over": WEGING.of("B", "voor", argument.id)}]


def test_an_argument_is_drawn_from_an_answer_and_links_back(qtbot: QtBot, weging: WegingScherm) -> None:
    click(weging, "nieuw_O_tegen")
    click(weging, "zoek_antwoord")
    type_in(weging.zoeker.veld, "naaister")
    press(weging.zoeker.veld, Qt.Key.Key_Return)
    type_in(visible(weging, "weging_tekst"), "Zij wil werken, niet studeren.")
    click(weging, "argument_klaar")

    [found] = argumenten_of(weging.context.dossier(), "O", "tegen")
    assert (found.tekst, found.vraag) == ("Zij wil werken, niet studeren.", "motivatie.beroepswens")
    with qtbot.waitSignal(weging.context.navigate) as signal:
        click(weging, "naar_vraag")
    assert signal.args == ["gesprek", {"vraag": "motivatie.beroepswens"}]


def test_a_health_ground_is_only_printed_when_ticked(qtbot: QtBot, weging: WegingScherm) -> None:
    click(weging, "nieuw_Z_voor")
    click(weging, "zoek_antwoord")
    vraag = weging.context.work.data.formulieren.vraag("fysieke_gezondheid.belastbaarheid_uren_dag")
    type_in(weging.zoeker.veld, vraag.label.rstrip("?:"))
    press(weging.zoeker.veld, Qt.Key.Key_Return)
    veld = visible(weging, "weging_tekst")
    assert veld.property("plainText") == "", "nothing of a health answer is copied"
    type_in(veld, "Drie uur per dag is genoeg voor deze route.")
    press(veld, Qt.Key.Key_Return)
    assert not argumenten_of(weging.context.dossier(), "Z", "voor")[0].in_besluit

    wel = visible(weging, "in_besluit")
    assert isinstance(wel, QCheckBox)
    wel.click()

    assert argumenten_of(weging.context.dossier(), "Z", "voor")[0].in_besluit


def test_what_is_typed_survives_leaving_and_a_crash(
    qtbot: QtBot, weging: WegingScherm, context: Context
) -> None:
    click(weging, "nieuw_B_tegen")
    type_in(visible(weging, "weging_tekst"), "Er is nog geen opv")
    qtbot.waitUntil(lambda: bool(found_again(context.work)))

    again = WegingScherm(context)
    qtbot.addWidget(again)
    again.show_with({})
    assert again._invoer is not None
    assert again._invoer.tekst.toPlainText() == "Er is nog geen opv"
    again.leave()

    assert [a.tekst for a in argumenten_of(context.dossier(), "B", "tegen")] == ["Er is nog geen opv"]


def test_escape_calls_off_and_taking_out_keeps_the_history(qtbot: QtBot, weging: WegingScherm) -> None:
    click(weging, "nieuw_B_voor")
    type_in(visible(weging, "weging_tekst"), "toch niet")
    press(visible(weging, "weging_tekst"), Qt.Key.Key_Escape)
    assert argumenten_of(weging.context.dossier(), "B", "voor") == []

    click(weging, "nieuw_B_voor")
    type_in(visible(weging, "weging_tekst"), "wel")
    press(visible(weging, "weging_tekst"), Qt.Key.Key_Return)
    click(weging, "argument_wijzigen")
    click(weging, "argument_weghalen")

    assert argumenten_of(weging.context.dossier(), "B", "voor") == []
    assert any("wel" in str(e.value) for e in weging.context.work.vault.entries(weging.context.dossier_id))


def test_a_rich_weighing_shows_every_argument_and_names_all(context: Context, shown: Show) -> None:
    context.dossier_id = play_concept(context.work, "06")
    weging = WegingScherm(context)
    shown(weging)
    weging.show_with({})

    teksten = {w.text() for w in weging.findChildren(QLabel, "argument_tekst")}
    dossier = context.dossier()
    kanten = [(route, kant) for route in "BOZ" for kant in ("voor", "tegen")]
    alle = {a.tekst for route, kant in kanten for a in argumenten_of(dossier, route, kant)}
    assert teksten == alle
    assert weging.stand.text() == "Alle drie de leerroutes zijn gewogen."
    assert nameless(weging) == []
