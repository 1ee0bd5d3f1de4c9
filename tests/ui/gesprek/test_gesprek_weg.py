"""The way through a conversation: where it begins, where it goes on, and that no page is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.ui.kit.theme import kleur
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens, type_text
from tests.ui.terug import Terug

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def test_a_conversation_begins_with_the_sentence_that_is_read_aloud(zaal: Zaal) -> None:
    zaal.gesprek(onderwerpen=["opleiding"])
    scherm = zaal.scherm()
    aan = tijdens(scherm)
    assert aan.pagina.pagina.naam == "opleiding.opening"
    assert aan.route.place(aan.pagina.pagina)[0] == 1


def test_a_topic_opens_with_its_sentence_whatever_was_answered_before(zaal: Zaal) -> None:
    zaal.gesprek(onderwerpen=["taalniveau", "opleiding"])
    for vraag in zaal.work.data.formulieren.startpositie("opleiding").velden:
        if not vraag.herhaling:
            record_antwoord(zaal.work, zaal.dossier, vraag.naam, staat="onbekend")
    scherm = zaal.scherm()
    press(scherm, Qt.Key.Key_O, ALT)
    click(find(scherm, QPushButton, "onderwerp_opleiding"))
    assert tijdens(scherm).pagina.pagina.naam == "opleiding.opening"


def test_who_comes_back_to_a_topic_goes_on_at_its_first_open_question(zaal: Zaal) -> None:
    zaal.gesprek(onderwerpen=["taalniveau", "opleiding"])
    scherm = zaal.scherm()
    go(scherm, "opleiding.schoolverhaal")
    type_text("Op de markt geleerd")
    go(scherm, "taalniveau.verhaal")
    aan = tijdens(scherm)
    press(scherm, Qt.Key.Key_O, ALT)
    click(find(scherm, QPushButton, "onderwerp_opleiding"))
    velden = [naam for naam in aan.pagina.pagina.vragen if aan.voering.vraag(naam).is_veld]
    assert velden[0] == "opleiding.schoolverhaal"
    assert aan.pagina.actief == velden[1]


def test_a_topic_that_was_jumped_over_comes_before_rounding_off(zaal: Zaal, qtbot: QtBot) -> None:
    zaal.gesprek(onderwerpen=["taalniveau", "motivatie", "opleiding"])
    aan = tijdens(zaal.scherm())
    aan.go_startpositie("opleiding")

    def walk(deel: str) -> None:
        for _ in range(60):
            if aan.route.startpositie(aan.pagina.pagina).id != deel:
                return
            aan.go_next()

    walk("opleiding")
    assert aan.pagina.pagina.naam.startswith("motivatie.")
    # What follows it was seen already, up to where one came from.
    walk("motivatie")
    with qtbot.waitSignal(aan.afronden, timeout=5000):
        walk("opleiding")


def test_a_page_one_went_to_by_hand_stays_in_the_row(zaal: Zaal) -> None:
    zaal.gesprek(onderwerpen=["mentale_gezondheid", "taalniveau"])
    scherm = zaal.scherm()
    later = "mentale_gezondheid.slapen"
    aan = go(scherm, later)
    pagina = aan.pagina.pagina
    press(scherm, Qt.Key.Key_1)
    press(scherm, Qt.Key.Key_Up, ALT)
    assert aan.pagina.pagina != pagina
    press(scherm, Qt.Key.Key_Down, ALT)
    assert aan.pagina.pagina == pagina
    # As it is at the next start: the answer keeps the page in the row.
    zaal.kill()
    opnieuw = tijdens(zaal.scherm())
    assert pagina in list(opnieuw.route._walk("mentale_gezondheid"))


def test_coming_back_to_a_page_makes_no_choice_of_topics(zaal: Zaal) -> None:
    gesprek = zaal.gesprek(onderwerpen=[])
    anders = next(
        p
        for deel in zaal.work.data.formulieren.startposities
        for p in deel.paginas
        if deel.id not in tijdens(zaal.scherm()).route.gepland
    )
    aan = go(zaal.scherm(), anders.naam)
    assert aan.pagina.pagina == anders
    assert zaal.work.vault.dossier(zaal.dossier).get(f"gesprek[{gesprek}].onderwerpen") == []


def test_a_topic_one_adds_to_what_was_chosen_is_recorded(zaal: Zaal) -> None:
    gesprek = zaal.gesprek(onderwerpen=["opleiding"])
    go(zaal.scherm(), "taalniveau.verhaal")
    gepland = zaal.work.vault.dossier(zaal.dossier).get(f"gesprek[{gesprek}].onderwerpen")
    assert gepland == ["opleiding", "taalniveau"]


def test_a_repeat_shows_no_other_question_than_the_one_that_is_filled_in(zaal: Zaal) -> None:
    zaal.gesprek(onderwerpen=["opleiding"], taal="nl")
    scherm = zaal.scherm()
    aan = go(scherm, "opleiding.scholen")
    herhaling = aan.pagina.herhaling
    assert herhaling is not None
    for _ in range(2):
        herhaling.add_rij()
        for blok in herhaling.blokken:
            blok.take_focus()
            QApplication.processEvents()
            assert aan.pagina.actief == blok.naam
            rechts = [w.text() for w in aan.gedeeld.findChildren(QLabel) if w.isVisibleTo(aan.gedeeld)]
            zicht = aan.voering.context.gedeeld.zicht
            # What staff fill in from the story is not asked: what was asked last stays, dimmed.
            assert zicht.gedimd is not blok.vraag.read_aloud
            assert (blok.vraag.label in rechts) is blok.vraag.read_aloud


def test_rounding_off_says_where_one_is_wherever_the_keyboard_is(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    tijdens(scherm).afronden.emit()
    for naam in ("volgende_afspraak_hoe", "recht_op_alleen_na"):
        scherm.resize(940, 420)
        find(scherm, QWidget, naam).setFocus()
        QTest.qWait(50)
        titel = find(scherm, QLabel, "afronden_titel")
        assert titel.visibleRegion().boundingRect() == titel.rect()


def test_the_answer_has_a_face_and_the_keyboard_only_a_ring(zaal: Zaal) -> None:
    zaal.gesprek(onderwerpen=["opleiding"], taal="nl")
    scherm = zaal.scherm()
    go(scherm, "opleiding.hoogste_niveau")
    press(scherm, Qt.Key.Key_2)
    basis, geen = find(scherm, QRadioButton, "optie_basis"), find(scherm, QRadioButton, "optie_geen")
    geen.setFocus()
    QApplication.processEvents()
    assert basis.isChecked()
    assert _face(basis) == kleur("accent_vlak").name()
    assert _face(geen) != kleur("accent_vlak").name()


def _face(button: QRadioButton) -> str:
    picture = button.grab().toImage()
    return picture.pixelColor(picture.width() - 8, picture.height() // 2).name()


def test_a_row_that_was_removed_comes_back_from_the_message(zaal: Zaal) -> None:
    zaal.gesprek(onderwerpen=["werkervaring"])
    scherm = zaal.scherm()
    go(scherm, "werkervaring.banen")
    for beroep in ("naaister", "kok"):
        click(find(scherm, QPushButton, "rij_erbij_werkervaring.banen"))
        type_text(beroep)
    click(find(scherm, QPushButton, "rij_open_1"))
    before, terug = rijen(zaal), Terug(scherm.context)
    click(find(scherm, QPushButton, "rij_weg_1"))
    assert rijen(zaal) == before[1:]
    terug.put_back()
    assert rijen(zaal) == before
    press(scherm, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rijen(zaal) == before, "it is undone once"


def rijen(zaal: Zaal) -> list[str]:
    return zaal.work.vault.dossier(zaal.dossier).row_ids("werkervaring.banen")
