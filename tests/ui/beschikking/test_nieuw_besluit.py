"""A later besluit in the window: one screen for every ground, judged while typed, set as a case sets it."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import BEZWAAR, WIJZIGING
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.bezwaar import bezwaren_of
from intake_assistant.domain.recht.oordeel.wijziging.concept import Wijzigingsconcept, open_wijziging
from intake_assistant.domain.recht.oordeel.wijziging.gronden import POORTEN
from intake_assistant.domain.vertaald.getypt import getypt_in, ingevoerd_bij
from intake_assistant.operations.acts.besluit.wijziging import record_wijziging
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.papers.stukken import beschikking_stuk
from intake_assistant.operations.papers.tweetalig.woordenboek import woordenboek_of
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import text
from intake_assistant.ui.beschikking.grondvelden import secties_van
from intake_assistant.ui.beschikking.nieuw_besluit import NieuwBesluitScherm
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.beschikking.velden import SECTIES
from intake_assistant.ui.fields.text import TextBox, TextEditor
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.focus import step
from intake_assistant.ui.window.context import Context
from tests.operations.casussen import DATA, OPNIEUW, on, play
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, press, texts, type_in, visible

CASES = DATA / "cases" / "wijziging"
Make = Callable[..., NieuwBesluitScherm]
WAAROM = "In besluit 1 staat een verkeerd kenmerk. In onze brief van 24 maart staat het goede."


def until_set(grond: str) -> str:
    """A case of a ground with all but its later besluit."""
    case = (CASES / f"{grond}.toml").read_text(encoding="utf-8")
    begin = case.index("[[wijziging]]")
    uren = case.find("[[uren]]", begin)
    return case[:begin] + (case[uren:] if uren > 0 else "")


@pytest.fixture
def make(show_screen: ShowScreen, qtbot: QtBot, context: Context) -> Make:
    """The screen on the day of a case, of which the first besluit was set."""

    def make(casus: str, dag: str, grond: str = "") -> NieuwBesluitScherm:
        context.work = on(context.work, dag)
        made = show_screen(NieuwBesluitScherm, play(context.work, until_set(casus)), grond=grond)
        qtbot.waitUntil(lambda: not tasks.is_busy())
        return made

    return make


def begun(context: Context) -> Wijzigingsconcept:
    found = open_wijziging(context.dossier())
    assert found is not None
    return found


def missing(scherm: NieuwBesluitScherm) -> str:
    return "\n".join(texts(scherm.lijst))


def test_a_clerical_error_is_set_from_the_grounds_to_the_frozen_page(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make("kennelijke_fout", "2026-05-28")
    click(scherm, "kies_kennelijke_fout")
    kenmerk = visible(scherm, "veld_participatiewet_1_kenmerk")
    assert isinstance(kenmerk, QLineEdit)
    assert kenmerk.text() == "PW-1260", "what holds is there to be mended"
    kenmerk.selectAll()
    type_in(kenmerk, "PW-1206")
    press(kenmerk, Qt.Key.Key_Tab)
    type_in(visible(scherm, "veld_motivering"), WAAROM)
    record_wijziging(context.work, context.dossier_id, begun(context).id, OPNIEUW | {"motivering": WAAROM})
    scherm.keeper.settle()
    scherm.follow()
    assert scherm.lijst.knop.isEnabled(), missing(scherm)

    click(scherm, "naar_vaststellen")
    qtbot.waitUntil(lambda: not tasks.is_busy())
    with qtbot.waitSignal(context.navigate) as went, qtbot.waitSignal(context.busy) as begonnen:
        click(scherm, "vaststellen_doe")

    assert begonnen.args[0].whole, "who locks meanwhile waits: it writes in the vault"
    assert went.args == ["beschikking", {}]
    eerste, tweede = besluiten_of(context.dossier())
    assert (tweede.nummer, tweede.grond, tweede.vervangt) == (2, "kennelijke_fout", (eerste.id,))
    assert tweede.inhoud["participatiewet"][0]["kenmerk"] == "PW-1206"
    assert tweede.inhoud["pvt_uren"] == eerste.inhoud["pvt_uren"]
    assert open_wijziging(context.dossier()) is None


def test_what_is_typed_is_translated_below_it_and_stands_beside_it_on_paper(
    make: Make, context: Context
) -> None:
    scherm = make("kennelijke_fout", "2026-05-28", "kennelijke_fout")
    work, dossier = context.work, context.dossier_id
    context.changed.emit(record_inburgeraar(work, dossier, {"leestaal": "ti"}))
    context.changed.emit(record_wijziging(work, dossier, begun(context).id, OPNIEUW | {"motivering": WAAROM}))
    keep_instelling(work, ONGECONTROLEERD, "ja")
    scherm.show_with({})
    click(scherm, "vertaalkaart_open")
    (veld,) = [v for v in scherm.vertaling.findChildren(TextBox) if v.toPlainText() == ""][:1]
    veld.setFocus()
    veld.insertPlainText("ናይ ኢድ ጌጋ")
    scherm.leave()
    typed = [een for een in getypt_in(context.dossier()) if een.over.startswith("wijziging")]
    (nl,) = [een.nl for een in typed if ingevoerd_bij(context.dossier(), een, "ti")]
    assert nl == WAAROM
    concept = begun(context).inhoud(context.dossier())
    make_stuk = partial(beschikking_stuk, concept=concept, grond="kennelijke_fout")
    boek = woordenboek_of(work, context.dossier(), make_stuk, taal_van("ti"))
    assert "ናይ ኢድ ጌጋ" in str(boek.woorden)


def test_each_ground_asks_its_own_first_and_leaves_no_field_out() -> None:
    eerste, elk = {}, {veld.sleutel for sectie in SECTIES.values() for veld in sectie}
    for grond in POORTEN:
        velden = [veld.sleutel for sectie in secties_van(grond).values() for veld in sectie]
        eerste[grond] = velden[0]
        assert len(velden) == len(set(velden))
        assert elk <= set(velden), "what a judgement names can be mended"
    assert eerste == {
        "schakelen": "leerroute",
        "afschalen": "niveau_per_onderdeel.lezen",
        "verhuizing": "inschrijving_brp",
        "herziening": "motivering",
        "kennelijke_fout": "participatiewet",
    }


def test_a_route_is_judged_at_once_with_the_hours_that_were_followed(make: Make, context: Context) -> None:
    scherm = make("schakelen", "2027-05-10", grond="schakelen")
    assert "Bij schakelen hoort een andere leerroute" in missing(scherm)
    click(scherm, "leerroute_Z")
    velden = begun(context).velden
    assert (velden["zroute.cursusuren"], velden["aftrek"][0]["artikel"]) == (400, "Besl 5.4(4)")
    assert "Bij schakelen hoort een andere leerroute" not in missing(scherm)
    # What stays as it was is folded, and comes into sight for who is led there.
    assert not scherm.velden._rij["voortgangsgesprekken"].isVisibleTo(scherm)
    scherm._go_to("beschikking.voortgangsgesprekken")
    assert scherm.velden._rij["voortgangsgesprekken"].isVisibleTo(scherm)


def test_what_a_later_besluit_hands_on_is_looked_at(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make("schakelen", "2027-05-10", grond="schakelen")
    assert "Een taalmaatje." in missing(scherm)
    scherm._go_to("beschikking.ondersteuning")
    veld = scherm.velden.field_of("ondersteuning")
    assert isinstance(veld, TextEditor)
    veld.tekst.setPlainText("Een jobcoach.")
    scherm.leave()
    assert begun(context).velden["ondersteuning"] == ["Een jobcoach."]
    qtbot.waitUntil(lambda: "Een taalmaatje." not in missing(scherm))


def test_a_talk_without_an_interpreter_counts_only_since_the_last_besluit(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make("schakelen", "2027-05-10", grond="schakelen")
    work, dossier = context.work, context.dossier_id
    assert "er was geen tolk" not in missing(scherm)
    start_gesprek(work, dossier, {"datum": "2027-05-03", "vorm": "kantoor", "taal": "ti"})
    scherm.follow()
    assert "Het gesprek van 3 mei 2027 was niet in het Nederlands" in missing(scherm)


def test_whether_the_person_was_heard_is_asked_before_it_is_decided(make: Make, context: Context) -> None:
    """Awb 7:2, 7:3: the besluit on a bezwaar says it."""
    scherm = make("herziening", "2026-07-27", grond="herziening")
    assert "staat niet of u de inburgeraar hoorde" in missing(scherm)
    (rij, _), *_ = bezwaren_of(context.dossier())
    record_fields(context.work, context.dossier_id, BEZWAAR.of(rij), {"niet_gehoord": "wilde_niet"})
    scherm.follow()
    assert "staat niet of u de inburgeraar hoorde" not in missing(scherm)


def test_tab_comes_to_the_fields_before_the_page_beside_them(make: Make) -> None:
    scherm = make("schakelen", "2027-05-10", grond="schakelen")
    scherm.toon.setFocus()
    passed: list[QWidget] = []
    while not passed or not scherm.voorbeeld.isAncestorOf(passed[-1]):
        step(scherm, scherm.focusWidget(), forward=True)
        passed.append(scherm.focusWidget())
    assert scherm.velden.isAncestorOf(passed[-2]), "the last field"
    assert visible(scherm, "leerroute_B") in passed or visible(scherm, "leerroute_Z") in passed


def typed_mening(scherm: NieuwBesluitScherm) -> QWidget:
    """Where what the person thinks was just typed, with the keyboard still in it."""
    mening = scherm.velden.field_of("zienswijze")
    assert mening is not None
    mening.setFocus()
    QTest.keyClicks(scherm.focusWidget(), "Zij wil dit zelf.")
    return mening


def test_a_field_that_goes_hands_the_keyboard_to_the_next(make: Make, qtbot: QtBot) -> None:
    """Where what the person thinks is written, nobody asks why nothing stands there."""
    scherm = make("schakelen", "2027-05-10", grond="schakelen")
    mening = typed_mening(scherm)
    waarom = scherm.velden._rij["zienswijze.geen"]
    step(scherm, scherm.focusWidget(), forward=True)
    qtbot.waitUntil(waarom.isHidden)
    qtbot.wait(50)
    focus = scherm.focusWidget()
    assert scherm.velden.isAncestorOf(focus)
    assert focus.isVisible()
    assert focus.mapTo(scherm.velden, QPoint()).y() > mening.mapTo(scherm.velden, QPoint()).y()


def test_the_click_that_leaves_a_field_reaches_its_button(make: Make, qtbot: QtBot) -> None:
    """What is recorded then makes the list anew: not while somebody presses on it."""
    scherm = make("schakelen", "2027-05-10", grond="schakelen")
    typed_mening(scherm)
    asked: list[str] = []
    scherm.lijst.gevraagd.connect(asked.append)
    links = [w for w in scherm.lijst.findChildren(QPushButton) if w.objectName().startswith("ontbreekt_")]
    link = next(w for w in links if not w.objectName().endswith("zienswijze"))
    window, plek = scherm.window().windowHandle(), link.mapTo(scherm.window(), link.rect().center())
    many = len(links)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=plek)
    scherm.leave()
    scherm._draw()
    qtbot.wait(60)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=plek)
    assert asked == [link.objectName().removeprefix("ontbreekt_")]

    def left() -> int:
        found = scherm.lijst.findChildren(QPushButton)
        return sum(w.objectName().startswith("ontbreekt_") and w.isVisible() for w in found)

    qtbot.waitUntil(lambda: left() < many)


def test_the_grounds_count_the_hours_up_to_today(make: Make) -> None:
    scherm = make("schakelen", "2027-05-10")
    zin = "In het urenboek staan tot en met 10 mei 2027 400 uren les Nederlands en KNM."
    assert zin in " ".join(texts(scherm, "")), "not up to the day of the besluit that holds"


def test_after_the_term_the_exception_is_a_choice_with_its_facts(make: Make, context: Context) -> None:
    scherm = make("schakelen", "2028-05-10", grond="schakelen")
    click(scherm, "leerroute_Z")
    soort = visible(scherm, "veld_uitzondering_soort")
    assert isinstance(soort, QComboBox)
    soort.setCurrentIndex(soort.findData("opleiding"))
    soort.activated.emit(soort.currentIndex())
    assert "Schakelen kon tot en met" in missing(scherm)
    feiten = visible(scherm, "veld_uitzondering")
    type_in(feiten, "De opleiding stopte op 1 mei 2028.")
    scherm.leave()
    assert begun(context).velden["uitzondering_soort"] == "opleiding"
    assert "Schakelen kon tot en met" not in missing(scherm)
    assert visible(scherm, "veld_uitzondering_soort").isEnabled()


def test_in_a_narrow_window_no_field_is_cut_off_at_the_side(make: Make, qtbot: QtBot) -> None:
    scherm = make("schakelen", "2027-05-10", grond="schakelen")
    # As in the window, which is not held open by what it shows.
    scherm.setMinimumSize(1, 1)
    scherm.resize(440, 280)

    def right(deel: QWidget) -> int:
        return deel.mapTo(scherm, deel.rect().topRight()).x()

    qtbot.waitUntil(lambda: right(scherm.vlak) <= right(scherm.stapel) < scherm.width(), timeout=1000)


def test_what_is_typed_is_kept_and_is_there_again_until_it_is_thrown_away(
    make: Make, show_screen: ShowScreen, context: Context, qtbot: QtBot
) -> None:
    scherm = make("herziening", "2026-07-27", grond="herziening")
    subject = WIJZIGING.of(begun(context).id, "motivering")
    type_in(visible(scherm, "veld_motivering"), "U vroeg")
    qtbot.waitUntil(lambda: [c.subject for c in found_again(context.work)] == [subject])
    # As after a crash: the screen is made anew, on what was being typed.
    ander = NieuwBesluitScherm(context)
    qtbot.addWidget(ander)
    ander.show_with({})
    concept = ander._concept(context.dossier(), begun(context))
    assert (concept["motivering"], concept["ondersteuning"]) == ("U vroeg", ["Een taalmaatje."])
    assert not {"zienswijze", "ondertekenaar.naam"} & concept.keys(), "said of one besluit only"
    ander.leave()
    assert begun(context).velden["motivering"] == "U vroeg"
    scherm.leave()
    assert not scherm._timer.isActive(), "nothing is drawn of a vault that may be closed by then"

    kaart = show_screen(BeschikkingScherm, context.dossier_id)
    verder = visible(kaart, "nieuw_besluit")
    assert isinstance(verder, QPushButton)
    assert "Verder met het nieuwe besluit" in verder.text()
    with qtbot.waitSignal(context.navigate) as went:
        click(kaart, "nieuw_besluit")
    assert went.args == ["nieuw_besluit", {}]

    with messages.answered_by(messages.Script(0)):
        click(scherm, "wijziging_weg")
    assert open_wijziging(context.dossier()) is None
    assert visible(scherm, "kies_schakelen").isEnabled()


def test_without_a_besluit_there_is_no_ground(show_screen: ShowScreen, selam: str) -> None:
    scherm = show_screen(NieuwBesluitScherm, selam, grond="herziening")
    assert "Er is nog geen besluit." in " ".join(texts(scherm, "grondkeuze_stand"))
    # Nothing is being made: a page that says so would be waited for.
    assert scherm.voorbeeld.bericht.text() == text("beschikking.nieuw.geen_stuk")
