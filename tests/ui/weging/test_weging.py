"""The weighing: three columns, arguments of one's own or drawn from answers, health kept out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import WEGING
from intake_assistant.domain.recht.weging import argumenten_of
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.acts.record import remove_row
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.ui.draad.bakje import MIME
from intake_assistant.ui.weging.screen import WegingScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_concept, press, texts, type_in, visible
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
    assert "B1-route" in weging.stand.text(), "nothing speaks against it yet"
    add_argument(weging.context.work, weging.context.dossier_id, "B", "tegen", "U bent moe.")
    weging.show_with({})
    assert "B1-route" not in weging.stand.text()
    assert found_again(weging.context.work) == []


def test_an_argument_carries_a_day_on_which_to_look_again(weging: WegingScherm) -> None:
    click(weging, "nieuw_B_voor")
    type_in(visible(weging, "weging_tekst"), "leert snel")
    for getypt, gezegd in (("1-1-2090", True), ("1-9-2026", False)):
        regel = visible(weging, "weging_opnieuw")
        assert isinstance(regel, QLineEdit)
        regel.clear()
        type_in(regel, getypt)
        press(regel, Qt.Key.Key_Return)
        assert bool(texts(weging, "gebrek_weging_opnieuw")) is gezegd
    click(weging, "argument_klaar")
    assert texts(weging, "argument_opnieuw") == ["Opnieuw kijken op 1 september 2026."]
    click(weging, "argument_wijzigen")
    click(weging, "argument_klaar")
    (argument,) = argumenten_of(weging.context.dossier(), "B", "voor")
    assert (argument.tekst, argument.opnieuw_kijken) == ("leert snel", "2026-09-01")
    assert nameless(weging) == []


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
    # One side alone is no weighing: the checklist of the besluit says so as well (Awb 3:46).
    for argument in argumenten_of(dossier, "O", "voor"):
        remove_row(context.work, context.dossier_id, WEGING.of("O", "voor", argument.id))
    weging.show_with({})
    assert weging.stand.text().startswith("Nog niet gewogen: Onderwijsroute.")


def test_health_never_lies_in_the_tray(weging: WegingScherm) -> None:
    liggen = [weging.bakje.lijst.item(n).text() for n in range(weging.bakje.lijst.count())]
    assert any("naaister" in zin and "inburgeraar" in zin for zin in liggen)
    assert not any("uur" in zin.lower() for zin in liggen)
    vragen = weging.context.work.data.formulieren.vragen.values()
    assert not any(v.bakje and v.is_vertrouwelijk for v in vragen)


def test_a_fact_is_put_to_a_route_by_keys_and_keeps_its_source(qtbot: QtBot, weging: WegingScherm) -> None:
    lijst = weging.bakje.lijst
    lijst.setFocus()
    type_in(lijst, "3")
    assert "Z-route: ertegen" in weging.bakje.hulp.text()
    type_in(lijst, "t")

    [found] = argumenten_of(weging.context.dossier(), "Z", "tegen")
    bewijs = weging.bakje.fact(0)
    assert bewijs is not None
    assert (found.tekst, found.vraag) == (bewijs.zin, "motivatie.beroepswens")
    assert lijst.hasFocus()

    QTest.keyClick(lijst, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert argumenten_of(weging.context.dossier(), "Z", "tegen") == []


def test_escape_in_the_tray_begins_again(weging: WegingScherm) -> None:
    lijst = weging.bakje.lijst
    type_in(lijst, "1")
    press(lijst, Qt.Key.Key_Escape)
    type_in(lijst, "v")
    assert argumenten_of(weging.context.dossier(), "B", "voor") == []


def test_the_menu_of_a_fact_names_each_side_of_each_route(weging: WegingScherm) -> None:
    keuzes = weging.bakje.make_menu().actions()
    assert len(keuzes) == 6
    keuzes[0].trigger()
    assert len(argumenten_of(weging.context.dossier(), "B", "voor")) == 1


def test_a_fact_is_dragged_to_a_side(weging: WegingScherm) -> None:
    lijst, vak = weging.bakje.lijst, weging.vakken["O", "voor"]
    data = lijst.mimeData([lijst.item(0)])
    assert data.formats() == [MIME], "no other program gets a word"
    knoppen, toetsen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    vak.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, knoppen, toetsen))
    assert len(argumenten_of(weging.context.dossier(), "O", "voor")) == 1


def test_the_chain_of_an_argument_says_where_it_comes_from_and_what_became_of_it(
    qtbot: QtBot, weging: WegingScherm
) -> None:
    work, dossier = weging.context.work, weging.context.dossier_id
    wens = "motivatie.beroepswens"
    type_in(weging.bakje.lijst, "1v")
    add_doel(work, dossier, "Werken als naaister", "lang", vraag=wens)
    record_antwoord(work, dossier, wens, "kok")
    weging.follow()

    click(weging, "draad")

    assert texts(weging.keten, "keten_antwoord")[0].endswith("kok")
    assert any("opnieuw" in zin for zin in texts(weging.keten))
    assert "Werken als naaister" in texts(weging.keten)
    with qtbot.waitSignal(weging.context.navigate) as signal:
        click(weging.keten, "keten_naar_vraag")
    assert signal.args == ["gesprek", {"vraag": wens}]


def test_each_fact_in_the_tray_has_room_for_its_last_word(weging: WegingScherm) -> None:
    bakje = weging.bakje
    bakje.setParent(None)
    bakje.show()
    for breed in range(180, 300, 4):
        bakje.resize(breed, 400)
        bakje.lijst.doItemsLayout()
        # What the style keeps beside the words, on both sides.
        room = bakje.lijst.viewport().width() - 4 * 8
        for nummer in range(bakje.lijst.count()):
            item = bakje.lijst.item(nummer)
            wrap = int(Qt.TextFlag.TextWordWrap)
            woorden = bakje.lijst.fontMetrics().boundingRect(0, 0, room, 1 << 16, wrap, item.text())
            assert bakje.lijst.visualItemRect(item).height() >= woorden.height(), (breed, item.text())
    bakje.deleteLater()
