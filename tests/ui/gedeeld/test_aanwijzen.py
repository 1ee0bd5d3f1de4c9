"""A touch on the shared side is seen at once on both sides, and is no answer until one key says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from intake_assistant.domain.antwoord import Staat
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.ui.gedeeld.gedeeld import Gedeeldestand
from intake_assistant.ui.gedeeld.kaart import Keuzekaart
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from tests.ui.gedeeld_hulp import seen_by_the_person
from tests.ui.gesprekshulp import Zaal, go, opened_zaal, press, tijdens, type_text

LINKS, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
EEN, ANDERS, MEER = "taalniveau.geletterdheid", "anders", "digitale_vaardigheden.apparaten"
PERSOONLIJK = "mentale_gezondheid.slapen"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        made.gesprek(taal="ar", onderwerpen=["digitale_vaardigheden", "taalniveau", "mentale_gezondheid"])
        yield made


@pytest.fixture
def scherm(zaal: Zaal) -> GesprekScherm:
    made = zaal.scherm()
    go(made, EEN)
    seen_by_the_person()
    return made


def card(aan: GesprekTijdens, code: str) -> Keuzekaart:
    return next(w for w in aan.gedeeld.findChildren(Keuzekaart, f"aanraken_{code}") if w.isVisible())


def touch(aan: GesprekTijdens, code: str) -> Keuzekaart:
    kaart = card(aan, code)
    QTest.mouseClick(kaart, LINKS, pos=kaart.rect().center())
    return kaart


def said_to_us(aan: GesprekTijdens) -> list[str]:
    found = aan.pagina.findChildren(QLabel, "aangewezen")
    return [label.text() for label in found if label.isVisible()]


def take_over(scherm: GesprekScherm) -> None:
    press(scherm, Qt.Key.Key_J, ALT)


def test_it_is_seen_on_both_sides_and_recorded_by_one_key(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan, focus = tijdens(scherm), QApplication.focusWidget()
    kaart = touch(aan, ANDERS)
    assert (kaart.aangewezen, kaart.gekozen) == (True, False)
    assert said_to_us(aan) == ["Aangewezen: ja, met andere letters"]
    assert QApplication.focusWidget() is focus
    assert zaal.staat(f"{EEN}@inburgeraar") is None
    take_over(scherm)
    value = zaal.value(f"{EEN}@inburgeraar")
    assert (value["waarde"], value["aangewezen"]) == (ANDERS, "ja")
    assert (card(aan, ANDERS).aangewezen, card(aan, ANDERS).gekozen) == (False, True)
    assert said_to_us(aan) == []
    blok = aan.pagina.blok(EEN)
    assert blok is not None
    assert blok.merk.text() == "aangewezen"


def test_it_stands_in_history_and_show_and_goes_when_it_is_said_anew(
    zaal: Zaal, scherm: GesprekScherm
) -> None:
    touch(tijdens(scherm), ANDERS)
    take_over(scherm)
    dossier = zaal.work.vault.dossier(zaal.dossier)
    regel = next(r for r in geschiedenis_of(zaal.work, dossier) if r.subject.startswith(EEN))
    assert regel.waarde == "ja, met andere letters (aangewezen)"
    assert show_dossier(zaal.work, zaal.dossier)["antwoorden"][EEN]["aangewezen"] is True
    type_text("1")
    assert "aangewezen" not in show_dossier(zaal.work, zaal.dossier)["antwoorden"][EEN]
    press(scherm, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert show_dossier(zaal.work, zaal.dossier)["antwoorden"][EEN]["aangewezen"] is True


def test_touched_again_it_is_taken_back(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    touch(aan, ANDERS)
    assert not touch(aan, ANDERS).aangewezen
    take_over(scherm)
    assert said_to_us(aan) == []
    assert zaal.aantal(f"{EEN}@inburgeraar") == 0


def test_a_hand_that_trembles_touches_once(scherm: GesprekScherm) -> None:
    kaart = card(tijdens(scherm), ANDERS)
    QTest.mouseClick(kaart, LINKS)
    QTest.mouseDClick(kaart, LINKS)
    assert kaart.aangewezen


def test_of_two_fingers_at_once_one_counts(scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    eerste, tweede = card(aan, ANDERS), card(aan, "latijns")
    for kaart in (eerste, tweede):
        QTest.mousePress(kaart, LINKS)
    for kaart in (eerste, tweede):
        QTest.mouseRelease(kaart, LINKS)
    assert (eerste.aangewezen, tweede.aangewezen) == (False, True)


def test_a_finger_that_slides_off_points_at_nothing(scherm: GesprekScherm) -> None:
    kaart = card(tijdens(scherm), ANDERS)
    QTest.mousePress(kaart, LINKS)
    QTest.mouseRelease(kaart, LINKS, pos=QPoint(-20, -20))
    assert not kaart.aangewezen


def test_several_may_be_pointed_at_beside_what_is_marked(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = go(scherm, MEER)
    seen_by_the_person()
    touch(aan, "tablet")
    touch(aan, "telefoon")
    take_over(scherm)
    assert zaal.waarde(f"{MEER}@inburgeraar") == ["telefoon", "tablet"]
    touch(aan, "telefoon")
    take_over(scherm)
    assert zaal.waarde(f"{MEER}@inburgeraar") == ["tablet"]


def test_a_touch_for_the_question_before_is_for_no_other(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    oud = card(aan, ANDERS)
    plek = oud.mapTo(aan.gedeeld, oud.rect().center())
    QTest.mousePress(oud, LINKS)
    go(scherm, MEER)
    QTest.mouseRelease(aan.gedeeld.childAt(plek) or aan.gedeeld, LINKS)
    # The finger was on its way to the question that is gone by now.
    touch(aan, "tablet")
    assert aan.ander.gedeeld.aanwijzing is None
    take_over(scherm)
    assert (zaal.aantal(f"{MEER}@inburgeraar"), zaal.aantal(f"{EEN}@inburgeraar")) == (0, 0)


def test_what_was_pointed_at_goes_with_its_question(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    touch(aan, ANDERS)
    go(scherm, MEER)
    go(scherm, EEN)
    take_over(scherm)
    assert said_to_us(aan) == []
    assert zaal.aantal(f"{EEN}@inburgeraar") == 0


def test_covered_nothing_can_be_pointed_at(scherm: GesprekScherm) -> None:
    gedeeld = tijdens(scherm).ander.gedeeld
    gedeeld.toggle_bedekt()
    assert not gedeeld.point(ANDERS)
    go(scherm, PERSOONLIJK)
    gedeeld.set_wijze(Gedeeldestand.VOLGT)
    assert not gedeeld.point("1")
    assert gedeeld.aanwijzing is None


def test_dimmed_it_is_the_question_that_was_asked_that_is_answered(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    aan.ander.gedeeld.dim("taalniveau")
    seen_by_the_person()
    touch(aan, ANDERS)
    assert said_to_us(aan) == ["Aangewezen: ja, met andere letters"]
    take_over(scherm)
    assert zaal.waarde(f"{EEN}@inburgeraar") == ANDERS


def test_standing_still_it_is_told_where_it_was_pointed_at(zaal: Zaal, scherm: GesprekScherm) -> None:
    told: list[str] = []
    aan = tijdens(scherm)
    aan.voering.context.remarked.connect(told.append)
    aan.ander.gedeeld.toggle_stil()
    go(scherm, MEER)
    touch(aan, ANDERS)
    assert [zin for zin in told if "Met welke letters?" in zin] == told
    assert told
    take_over(scherm)
    assert (zaal.aantal(f"{MEER}@inburgeraar"), zaal.aantal(f"{EEN}@inburgeraar")) == (0, 0)
    go(scherm, EEN)
    take_over(scherm)
    assert zaal.waarde(f"{EEN}@inburgeraar") == ANDERS
    assert card(aan, ANDERS).gekozen


def test_who_did_not_know_may_point_at_an_answer_after_all(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    press(scherm, Qt.Key.Key_W, ALT)
    assert zaal.staat(f"{EEN}@inburgeraar") == Staat.ONBEKEND
    touch(aan, ANDERS)
    take_over(scherm)
    assert zaal.staat(f"{EEN}@inburgeraar") == Staat.BEANTWOORD


def test_it_is_of_the_person_whichever_source_the_field_shows(zaal: Zaal, scherm: GesprekScherm) -> None:
    record_antwoord(zaal.work, zaal.dossier, EEN, "niet", bron="school")
    aan = tijdens(scherm)
    aan.voering.judge_anew()
    aan.voering.set_bron(EEN, "school")
    touch(aan, ANDERS)
    take_over(scherm)
    assert zaal.waarde(f"{EEN}@school") == "niet"
    assert zaal.waarde(f"{EEN}@inburgeraar") == ANDERS


def test_what_we_answer_ourselves_stands_in_its_place(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    touch(aan, ANDERS)
    type_text("1")
    assert aan.ander.gedeeld.aanwijzing is None
    take_over(scherm)
    assert "aangewezen" not in zaal.value(f"{EEN}@inburgeraar")


def test_a_row_is_another_question_than_the_row_before_it(scherm: GesprekScherm) -> None:
    gedeeld = tijdens(scherm).ander.gedeeld
    touch(tijdens(scherm), ANDERS)
    assert gedeeld.zicht.plaats == EEN
    assert isinstance(tijdens(scherm).pagina.blok(EEN), QWidget)


def test_a_step_of_a_scale_is_a_number_once_the_personal_question_is_shown(
    zaal: Zaal, scherm: GesprekScherm
) -> None:
    aan = go(scherm, PERSOONLIJK)
    press(scherm, Qt.Key.Key_F7)
    seen_by_the_person()
    touch(aan, "4")
    take_over(scherm)
    assert zaal.waarde(f"{PERSOONLIJK}@inburgeraar") == 4
