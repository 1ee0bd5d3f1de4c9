"""The reading view: what was said on one topic, in every state, and the pencil."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.subject import in_row
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord, record_notitie
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.acts.record import record, record_waarde
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.vault.beleid import GEVOELIG
from intake_assistant.operations.views.antwoord import tellingen
from intake_assistant.operations.views.dossier.leesblad import leesblad_of
from intake_assistant.texts import text
from intake_assistant.ui.lezen.screen import LezenScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import WACHTZIN, ShowScreen
from tests.ui.gevuld import disagree, filled_vault, new_context
from tests.ui.helpers import nameless


def words(scherm: QWidget) -> str:
    QApplication.processEvents()
    said = "\n".join(made.text() for made in scherm.findChildren(QLabel) if made.isVisibleTo(scherm))
    # Places to break in a long word.
    return said.replace("\u200b", "")


def vak(scherm: QWidget, naam: str) -> str:
    found = scherm.findChild(QWidget, f"lees_{naam}")
    assert found is not None, naam
    return words(found)


def press(scherm: QWidget, naam: str) -> None:
    QApplication.processEvents()
    found = scherm.findChild(QPushButton, naam)
    assert found is not None, naam
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_what_is_still_to_be_asked_says_as_how_many_the_dossier_counts_it(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    geteld = tellingen(context.work, context.work.vault.dossier(selam))
    for deel, telling in geteld.items():
        scherm = show_screen(LezenScherm, selam, startpositie=deel)
        aantal = len(leesblad_of(context.work, context.work.vault.dossier(selam), deel).te_vragen)
        assert text("lezen.te_vragen", aantal=aantal) in words(scherm)
        zin = text("lezen.tellen_als", aantal=telling.te_gaan)
        assert (zin in words(scherm)) == (aantal != telling.te_gaan), deel


def test_question_answer_source_and_day(context: Context, selam: str, show_screen: ShowScreen) -> None:
    work = context.work
    gesprek = start_gesprek(work, selam, {"datum": "2026-03-05"}).made
    record_antwoord(work, selam, "taalniveau.nl_lezen", "a1", bron="school")
    record_antwoord(work, selam, "taalniveau.nl_lezen", "a2", gesprek=gesprek)
    record_antwoord(work, selam, "taalniveau.tolk_nodig", "ja", gesprek=gesprek)
    scherm = show_screen(LezenScherm, selam, startpositie="taalniveau")
    said = vak(scherm, "taalniveau.nl_lezen")
    assert "A1" in said
    assert "school, 4 mei 2026" in said
    assert "inburgeraar zegt: A2" in said
    assert "gesprek 1, 5 maart 2026" in vak(scherm, "taalniveau.tolk_nodig")
    assert nameless(scherm) == []


def test_without_a_topic_it_is_the_first_one(context: Context, selam: str, show_screen: ShowScreen) -> None:
    first = context.work.data.formulieren.startposities[0]
    scherm = show_screen(LezenScherm, selam)
    assert first.titel in words(scherm)
    assert "Onbekende vragen" not in words(scherm)
    assert scherm.where() == {"startpositie": first.id}


def test_states_reasons_notes_and_what_is_still_to_be_asked(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    work = context.work
    record_antwoord(work, selam, "motivatie.trots", staat="wil_niet_zeggen")
    record_antwoord(work, selam, "motivatie.hoofddoel", staat="onbekend")
    extra = {"reden": "zij was moe", "volgende_keer": "ja"}
    record_antwoord(work, selam, "motivatie.beroepswens", staat="niet_gevraagd", extra=extra)
    record_notitie(work, selam, "motivatie.trots", "vraag het haar zus niet")
    scherm = show_screen(LezenScherm, selam, startpositie="motivatie")
    assert "wil het niet zeggen" in vak(scherm, "motivatie.trots")
    assert "vraag het haar zus niet" in vak(scherm, "motivatie.trots")
    assert "weet het niet" in vak(scherm, "motivatie.hoofddoel")
    assert "niet gevraagd: zij was moe" in vak(scherm, "motivatie.beroepswens")
    assert context.work.data.formulieren.vraag("motivatie.doel_drie_jaar").label in words(scherm)


def test_a_note_for_colleagues_stays_out_of_sight_of_who_looks_along(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    record_notitie(context.work, selam, "motivatie.trots", "vraag het haar zus niet")
    context.samen = selam
    scherm = show_screen(LezenScherm, selam, startpositie="motivatie")
    assert "zus" not in words(scherm)
    assert "een notitie" in vak(scherm, "motivatie.trots")


def test_each_row_of_a_list_is_a_group(context: Context, selam: str, show_screen: ShowScreen) -> None:
    rijen = [
        add_rij(context.work, selam, "werkervaring.banen", {"beroep": beroep}).made
        for beroep in ("kok", "chauffeur")
    ]
    record_antwoord(context.work, selam, "werkervaring.ooit_gewerkt", "ja")
    scherm = show_screen(LezenScherm, selam, startpositie="werkervaring")
    for beroep, rij in zip(("kok", "chauffeur"), rijen, strict=True):
        naam = in_row("werkervaring.banen", rij, "werkervaring.banen.beroep")
        assert beroep in vak(scherm, naam)
    assert "nummer 2" in words(scherm)


def test_what_no_longer_applies_and_what_no_form_knows_can_be_read(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    work = context.work
    record_antwoord(work, selam, "gezinssituatie.heeft_partner", "ja")
    record_antwoord(work, selam, "gezinssituatie.partner_in_nl", "ja")
    record_antwoord(work, selam, "gezinssituatie.heeft_partner", "nee")
    value = {"staat": "beantwoord", "waarde": ["rood", "blauw"], "form": "gezinssituatie 9"}
    record(work, selam, "gezinssituatie.lievelingskleur@inburgeraar", value)
    record(work, selam, "sterrenkunde.komeet@inburgeraar", {**value, "waarde": "Halley"})
    scherm = show_screen(LezenScherm, selam, startpositie="gezinssituatie")
    assert "niet meer van toepassing" in words(scherm)
    assert "ja" in vak(scherm, "gezinssituatie.partner_in_nl")
    assert "Onbekende vraag: gezinssituatie.lievelingskleur" in words(scherm)
    assert "rood, blauw" in words(scherm)
    assert scherm.findChild(QPushButton, "verbeter_gezinssituatie.lievelingskleur") is None
    scherm.show_with({"startpositie": "onbekend"})
    assert "Halley" in words(scherm)


def test_a_topic_of_which_nothing_was_said(context: Context, selam: str, show_screen: ShowScreen) -> None:
    scherm = show_screen(LezenScherm, selam, startpositie="motivatie")
    assert "nog niets gezegd" in words(scherm)


def test_the_pencil_puts_right_what_its_source_said(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    naam = "leerbaarheid.leerverhaal"
    record_antwoord(context.work, selam, naam, "Ik ler zelf.", bron="coa")
    scherm = show_screen(LezenScherm, selam, startpositie="leerbaarheid")
    press(scherm, f"verbeter_{naam}")
    veld = scherm.findChild(QTextEdit, f"veld_{naam}")
    assert veld is not None
    assert scherm.focusWidget() is veld
    veld.selectAll()
    QTest.keyClicks(veld, "Ik leer zelf.")
    press(scherm, "lezen_klaar")
    antwoord = context.dossier().antwoord(naam)
    assert (antwoord.waarde, antwoord.bron, antwoord.gesprek) == ("Ik leer zelf.", "coa", "")
    assert "Ik leer zelf." in vak(scherm, naam)


def test_what_the_coa_wrote_is_typed_over_as_theirs(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    naam = "leerbaarheid.leerverhaal"
    start_gesprek(context.work, selam, {"datum": "2026-03-05"})
    scherm = show_screen(LezenScherm, selam, startpositie="leerbaarheid", bron="coa")
    press(scherm, f"verbeter_{naam}")
    veld = scherm.findChild(QTextEdit, f"veld_{naam}")
    assert veld is not None
    QTest.keyClicks(veld, "Leerde van haar oma.")
    press(scherm, "lezen_klaar")
    antwoord = context.dossier().antwoord(naam)
    assert (antwoord.bron, antwoord.gesprek) == ("coa", "")
    assert "Nog bevestigen" in vak(scherm, naam)
    scherm.show_with({"startpositie": "werkervaring", "bron": "coa"})
    press(scherm, "verbeter_werkervaring.banen")
    press(scherm, "rij_erbij_werkervaring.banen")
    regel = scherm.findChild(QLineEdit, "veld_werkervaring.banen.beroep") or scherm.focusWidget()
    assert regel is not None
    QTest.keyClicks(regel, "naaister")
    scherm.leave()
    (rij,) = context.dossier().row_ids("werkervaring.banen")
    assert context.dossier().antwoord(f"werkervaring.banen[{rij}].beroep").bron == "coa"


def test_what_is_being_put_right_is_recorded_when_one_goes(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    naam = "leerbaarheid.leerverhaal"
    record_antwoord(context.work, selam, naam, "Ik")
    scherm = show_screen(LezenScherm, selam, startpositie="leerbaarheid")
    press(scherm, f"verbeter_{naam}")
    veld = scherm.findChild(QTextEdit, f"veld_{naam}")
    assert veld is not None
    veld.selectAll()
    QTest.keyClicks(veld, "Ik leer.")
    scherm.leave()
    assert context.dossier().antwoord(naam).waarde == "Ik leer."


def test_one_step_back_leads_from_the_field_to_the_words(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    naam = "leerbaarheid.leerverhaal"
    record_antwoord(context.work, selam, naam, "Ik leer.")
    scherm = show_screen(LezenScherm, selam, startpositie="leerbaarheid")
    assert not scherm.step_back()
    press(scherm, f"verbeter_{naam}")
    assert scherm.step_back()
    assert "Ik leer." in vak(scherm, naam)
    focus = scherm.focusWidget()
    assert focus is not None
    assert focus.objectName() == f"verbeter_{naam}"


def test_while_a_conversation_is_on_the_pencil_leads_there(
    qtbot: QtBot, context: Context, selam: str, show_screen: ShowScreen
) -> None:
    naam = "leerbaarheid.leerverhaal"
    gesprek = start_gesprek(context.work, selam, {"datum": "2026-05-04"}).made
    record_antwoord(context.work, selam, naam, "Ik")
    scherm = show_screen(LezenScherm, selam, startpositie="leerbaarheid")
    with qtbot.waitSignal(context.navigate) as went:
        press(scherm, f"verbeter_{naam}")
    assert went.args == ["gesprek", {"gesprek": gesprek, "vraag": naam}]


def test_a_word_of_ten_thousand_letters_does_not_push_the_page_wide(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    record_antwoord(context.work, selam, "leerbaarheid.leerverhaal", "W" * 10_000)
    scherm = show_screen(LezenScherm, selam, (900, 600), startpositie="leerbaarheid")
    assert scherm.minimumSizeHint().width() < 900


@pytest.fixture
def tegenspraak(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path) as (work, dossier):
        disagree(work, dossier, tmp_path)
        yield new_context(work, tmp_path, dossier)


def test_both_sides_of_what_was_recorded_otherwise_are_read(tegenspraak: Context, qtbot: QtBot) -> None:
    scherm = LezenScherm(tegenspraak)
    qtbot.addWidget(scherm)
    delen = {c.subject.partition(".")[0] for c in tegenspraak.dossier().conflicts() if "@" in c.subject}
    assert delen
    for deel in delen:
        scherm.show_with({"startpositie": deel})
        assert "verschillend vastgelegd: " in words(scherm)


def test_answers_on_health_wait_for_the_passphrase(
    context: Context, selam: str, show_screen: ShowScreen, qtbot: QtBot
) -> None:
    keep_instelling(context.work, GEVOELIG, "ja")
    record_antwoord(context.work, selam, "fysieke_gezondheid.aanpassing", "een rustige plek")
    record_antwoord(context.work, selam, "motivatie.trots", "op mijn werk")
    scherm = show_screen(LezenScherm, selam, startpositie="motivatie")
    assert "op mijn werk" in words(scherm)
    scherm.show_with({"startpositie": "fysieke_gezondheid"})
    assert "rustige plek" not in words(scherm)
    assert "op mijn werk" not in words(scherm)
    assert "Motivatie" not in words(scherm)
    wachtzin = scherm.findChild(QLineEdit, "poort_wachtzin")
    assert wachtzin is not None
    wachtzin.setText(WACHTZIN)
    press(scherm, "poort_openen")
    qtbot.waitUntil(lambda: "rustige plek" in words(scherm), timeout=20_000)


def test_who_corrects_an_answer_sees_what_rests_on_it(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    work, wens = context.work, "motivatie.beroepswens"
    record_antwoord(work, selam, wens, "naaister in een atelier")
    record_antwoord(work, selam, "motivatie.beginwerk", "in een winkel")
    add_argument(work, selam, "B", "voor", "U wilt snel werken.", vraag=wens)
    record_waarde(work, selam, "beschikking.motivering", "U wilt werken als naaister in een atelier.")
    scherm = show_screen(LezenScherm, selam, startpositie="motivatie")

    press(scherm, f"verbeter_{wens}")

    rust = scherm.findChild(QLabel, f"rust_{wens}")
    assert rust is not None
    assert rust.isVisibleTo(scherm)
    assert "Argument voor de B1-route; Motivering van het besluit" in rust.text()
    press(scherm, "verbeter_motivatie.beginwerk")
    los = scherm.findChild(QLabel, "rust_motivatie.beginwerk")
    assert los is not None
    assert not los.isVisibleTo(scherm)
