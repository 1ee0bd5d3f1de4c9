"""The conversation on a real vault: nothing typed is lost, whatever happens to the window."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations import kluis
from intake_assistant.operations.antwoord import record_antwoord
from intake_assistant.operations.gesprek import plek_of, rond_af
from intake_assistant.operations.invoer import typed_now
from intake_assistant.operations.workspace import Data, FixedClock
from intake_assistant.ui.gesprek import GesprekScherm
from intake_assistant.ui.venster import Venster
from tests.storage.hulp import copied
from tests.ui.conftest import TODAY, WACHTZIN, Kluis
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens, type_text

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WORTEL = Path(__file__).parents[2]
VERHAAL = "taalniveau.verhaal@inburgeraar"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


class TestVoorbereiden:
    def test_what_is_prepared_is_recorded_and_the_conversation_begins(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        assert find(scherm, QLineEdit, "gesprek_datum").text() == "19-3-2026"
        click(find(scherm, QPushButton, "aanwezig_erbij"))
        type_text("T. Abraha")
        click(find(scherm, QCheckBox, "recht_op_alleen"))
        click(find(scherm, QPushButton, "gesprek_beginnen"))
        gesprek = tijdens(scherm).voering.gesprek
        assert (gesprek.datum, gesprek.vorm, gesprek.taal) == ("2026-03-19", "azc", "ar")
        assert gesprek.tolk == "T. Abraha"
        assert gesprek.recht_op_alleen_gewezen == "ja"
        gekozen = zaal.waarde(f"gesprek[{gesprek.id}].onderwerpen")
        assert isinstance(gekozen, list)
        assert "taalniveau" in gekozen
        assert "mentale_gezondheid" not in gekozen
        assert find(scherm, QPushButton, "chip_taalniveau").text() == "Taalniveau 0/15"

    def test_what_needs_trust_is_there_but_not_ticked(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        click(find(scherm, QPushButton, "voorstel_later"))
        assert not find(scherm, QCheckBox, "onderdeel_mentale_gezondheid").isChecked()
        assert find(scherm, QCheckBox, "onderdeel_taalniveau").isChecked()

    def test_a_conversation_that_is_on_is_resumed_not_prepared(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        assert scherm.delen.currentWidget() is scherm.tijdens


class TestNietsGaatVerloren:
    def test_text_is_kept_within_a_second(self, zaal: Zaal, qtbot: QtBot) -> None:
        zaal.gesprek()
        go(zaal.scherm(), "taalniveau.verhaal")
        type_text("Thuis Arabisch")
        qtbot.waitUntil(lambda: bool(typed_now(zaal.work, zaal.dossier)), timeout=1000)
        assert typed_now(zaal.work, zaal.dossier)[VERHAAL].value["waarde"] == "Thuis Arabisch"
        assert zaal.aantal(VERHAAL) == 0

    def test_a_process_that_dies_loses_no_word_and_no_place(self, tmp_path: Path, qapp: QApplication) -> None:
        script = (
            "import sys, pathlib; from tests.ui.gesprekshulp import type_and_die;"
            "type_and_die(pathlib.Path(sys.argv[1]))"
        )
        copied(tmp_path)
        command = [sys.executable, "-c", script, str(tmp_path)]
        died = subprocess.run(command, cwd=WORTEL, capture_output=True, text=True, check=False)
        assert died.returncode == 9, died.stderr
        with opened_zaal(tmp_path) as zaal:
            assert zaal.aantal(VERHAAL) == 0
            nieuw = zaal.scherm()
            assert tijdens(nieuw).pagina.pagina.naam == "taalniveau.talen_thuis"
            veld = find(nieuw, QTextEdit, "veld_taalniveau.verhaal")
            assert veld.toPlainText() == "Thuis Arabisch, en op de markt Koerdisch"
            assert veld.hasFocus()
            assert veld.textCursor().position() == len(veld.toPlainText())
            press(nieuw, Qt.Key.Key_Down, ALT)
            assert zaal.waarde(VERHAAL) == "Thuis Arabisch, en op de markt Koerdisch"
            assert typed_now(zaal.work, zaal.dossier) == {}

    def test_who_types_without_a_pause_is_kept_too(self, zaal: Zaal, qtbot: QtBot) -> None:
        zaal.gesprek()
        go(zaal.scherm(), "taalniveau.verhaal")
        for _ in range(10):
            type_text("a")
            qtbot.wait(80)
        assert len(str(typed_now(zaal.work, zaal.dossier)[VERHAAL].value["waarde"])) >= 4

    def test_locked_in_mid_sentence(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.verhaal")
        type_text("Zij sprak met haar oma")
        for _ in range(4):
            press(scherm, Qt.Key.Key_Left)
        scherm.leave()
        assert zaal.waarde(VERHAAL) == "Zij sprak met haar oma"
        assert typed_now(zaal.work, zaal.dossier) == {}
        assert plek_of(zaal.work, zaal.dossier).cursor == 18
        zaal.reopen()
        veld = find(zaal.scherm(), QTextEdit, "veld_taalniveau.verhaal")
        assert veld.hasFocus()
        assert veld.textCursor().position() == 18

    def test_a_field_that_is_left_is_one_entry(self, zaal: Zaal, qtbot: QtBot) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.verhaal")
        type_text("een")
        qtbot.wait(500)
        type_text(" twee")
        with qtbot.waitSignal(scherm.context.saved):
            press(scherm, Qt.Key.Key_Tab)
        assert zaal.aantal(VERHAAL) == 1
        press(scherm, Qt.Key.Key_Backtab)
        press(scherm, Qt.Key.Key_Tab)
        assert zaal.aantal(VERHAAL) == 1

    def test_a_field_that_stays_empty_is_no_entry(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.verhaal")
        type_text("x")
        press(scherm, Qt.Key.Key_Backspace)
        press(scherm, Qt.Key.Key_Tab)
        assert zaal.aantal(VERHAAL) == 0
        assert typed_now(zaal.work, zaal.dossier) == {}

    def test_a_text_taken_away_makes_the_question_open_again(self, zaal: Zaal) -> None:
        gesprek = zaal.gesprek()
        record_antwoord(zaal.work, zaal.dossier, "taalniveau.verhaal", "fout", gesprek=gesprek)
        scherm = zaal.scherm()
        go(scherm, "taalniveau.verhaal")
        press(scherm, Qt.Key.Key_A, CTRL)
        press(scherm, Qt.Key.Key_Delete)
        press(scherm, Qt.Key.Key_Tab)
        assert zaal.staat(VERHAAL) == "open"

    def test_the_name_of_the_interpreter_stays_with_what_the_person_said(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        click(find(scherm, QPushButton, "aanwezig_erbij"))
        type_text("T. Abraha")
        click(find(scherm, QPushButton, "gesprek_beginnen"))
        go(scherm, "taalniveau.verhaal")
        type_text("Arabisch")
        press(scherm, Qt.Key.Key_Tab)
        value = zaal.value(VERHAAL)
        assert (value["tolk"], value["form"]) == ("T. Abraha", "taalniveau 1")

    @pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    def test_a_list_left_with_its_finds_open_is_recorded(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.moedertaal")
        type_text("Tigrinya")
        blok = aan.pagina.blok("taalniveau.verhaal")
        assert blok is not None
        blok.take_focus()
        assert zaal.waarde("taalniveau.moedertaal@inburgeraar") == "ti"


class TestAntwoorden:
    def test_a_choice_is_recorded_at_once_by_click_and_by_digit(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.geletterdheid")
        type_text("1")
        assert zaal.waarde("taalniveau.geletterdheid@inburgeraar") == "latijns"
        click(find(scherm, QWidget, "optie_niet"))
        assert zaal.waarde("taalniveau.geletterdheid@inburgeraar") == "niet"

    def test_what_cannot_apply_is_hidden_until_it_can(self, zaal: Zaal) -> None:
        zaal.gesprek()
        aan = go(zaal.scherm(), "taalniveau.geletterdheid")
        ander = aan.pagina.blok("taalniveau.schrift")
        assert ander is not None
        assert not ander.isVisible()
        type_text("2")
        assert ander.isVisible()
        assert find(aan, QPushButton, "chip_taalniveau").text() == "Taalniveau 1/17"

    def test_the_other_states_by_key_and_back(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.cursusuren")
        subject = "taalniveau.cursusuren@inburgeraar"
        press(scherm, Qt.Key.Key_O, ALT)
        assert zaal.staat(subject) == "onbekend"
        press(scherm, Qt.Key.Key_W, ALT)
        assert zaal.staat(subject) == "wil_niet_zeggen"
        press(scherm, Qt.Key.Key_W, ALT)
        assert zaal.staat(subject) == "open"

    def test_not_now_asks_why_and_remembers_next_time(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.cursusuren")
        press(scherm, Qt.Key.Key_N, ALT)
        assert find(scherm, QLineEdit, "reden").hasFocus()
        type_text("de tolk moest weg")
        press(scherm, Qt.Key.Key_Tab)
        value = zaal.value("taalniveau.cursusuren@inburgeraar")
        assert (value["staat"], value["reden"]) == ("niet_gevraagd", "de tolk moest weg")
        assert value["volgende_keer"] == "ja"
        click(find(scherm, QPushButton, "reden_te_moe"))
        assert zaal.value("taalniveau.cursusuren@inburgeraar")["reden"] == "te moe"

    def test_typing_an_answer_ends_another_state(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.cursusuren")
        press(scherm, Qt.Key.Key_O, ALT)
        aan.pagina.back_to_veld()
        type_text("40")
        press(scherm, Qt.Key.Key_Tab)
        assert zaal.waarde("taalniveau.cursusuren@inburgeraar") == 40
        assert zaal.staat("taalniveau.cursusuren@inburgeraar") == "beantwoord"

    def test_an_impossible_answer_is_kept_and_flagged_in_words(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.cursusuren")
        type_text("ongeveer 40")
        press(scherm, Qt.Key.Key_Tab)
        assert zaal.waarde("taalniveau.cursusuren@inburgeraar") == "ongeveer 40"
        blok = aan.pagina.blok("taalniveau.cursusuren")
        assert blok is not None
        assert "een heel getal" in blok.fout.text()
        blok.take_focus()
        press(scherm, Qt.Key.Key_A, CTRL)
        type_text("4000")
        press(scherm, Qt.Key.Key_Tab)
        assert blok.fout.text() == "Vul het aantal uren les in, van 0 tot en met 3000."
        assert blok.fout.isVisible()

    def test_undo_goes_back_through_entries_to_open(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.geletterdheid")
        subject = "taalniveau.geletterdheid@inburgeraar"
        for cijfer in "123":
            type_text(cijfer)
        said = []
        for _ in range(4):
            press(scherm, Qt.Key.Key_Z, CTRL)
            said.append((zaal.staat(subject), zaal.waarde(subject)))
        assert said == [("beantwoord", "anders"), ("beantwoord", "latijns"), ("open", None), ("open", None)]

    def test_an_explanation_stays_with_the_answer(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.geletterdheid")
        type_text("1")
        find(scherm, QLineEdit, "toelichting").setFocus()
        type_text("langzaam, drukletters")
        aan.pagina.back_to_veld()
        type_text("2")
        value = zaal.value("taalniveau.geletterdheid@inburgeraar")
        assert (value["waarde"], value["toelichting"]) == ("anders", "langzaam, drukletters")


class TestBronnen:
    def test_sources_stand_side_by_side_and_one_key_confirms(self, zaal: Zaal) -> None:
        gesprek = zaal.gesprek()
        record_antwoord(zaal.work, zaal.dossier, "taalniveau.nl_lezen", "a1", bron="coa", gesprek=gesprek)
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.nl_lezen")
        blok = aan.pagina.blok("taalniveau.nl_lezen")
        assert blok is not None
        assert blok.merk.text() == "COA: A1"
        blok.take_focus()
        assert "A1 (COA), dit geldt nu" in find(scherm, QWidget, "eerder").accessibleName()
        click(find(scherm, QPushButton, "klopt_coa"))
        assert zaal.waarde("taalniveau.nl_lezen@inburgeraar") == "a1"
        assert zaal.waarde("taalniveau.nl_lezen@coa") == "a1"

    def test_another_source_is_recorded_beside_it_and_may_be_made_to_count(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.nl_luisteren")
        blok = aan.pagina.blok("taalniveau.nl_luisteren")
        assert blok is not None
        blok.take_focus()
        type_text("5")
        bron = find(scherm, QComboBox, "bron")
        bron.setCurrentIndex(bron.findData("toets"))
        bron.activated.emit(bron.currentIndex())
        blok.take_focus()
        type_text("6")
        assert zaal.waarde("taalniveau.nl_luisteren@inburgeraar") == "a1"
        assert zaal.waarde("taalniveau.nl_luisteren@toets") == "a2"
        click(find(scherm, QPushButton, "geldt_inburgeraar"))
        assert zaal.work.vault.dossier(zaal.dossier).antwoord("taalniveau.nl_luisteren").bron == "inburgeraar"


class TestDeWeg:
    def test_down_and_up_pass_over_pages_that_cannot_apply(self, zaal: Zaal) -> None:
        gesprek = zaal.gesprek(onderwerpen=["gezinssituatie"])
        scherm = zaal.scherm()
        aan = tijdens(scherm)
        alle = [p.naam for p in zaal.work.data.formulieren.startpositie("gezinssituatie").paginas]
        gezien = [aan.pagina.pagina.naam]
        while scherm.delen.currentWidget() is aan and len(gezien) < 20:
            press(scherm, Qt.Key.Key_Down, ALT)
            gezien.append(aan.pagina.pagina.naam)
        overgeslagen = set(alle) - set(gezien)
        assert scherm.delen.currentWidget() is scherm.afronden
        assert overgeslagen  # what cannot apply, and what needs more trust than a first conversation has
        assert gezien == sorted(set(gezien), key=alle.index) + gezien[-1:]
        assert gesprek == aan.voering.id

    def test_the_place_asked_for_is_shown(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        scherm.show_with({"vraag": "opleiding.hoogste_niveau"})
        aan = tijdens(scherm)
        assert aan.pagina.actief == "opleiding.hoogste_niveau"
        scherm.show_with({"startpositie": "motivatie"})
        assert aan.pagina.pagina.naam.startswith("motivatie.")
        QApplication.processEvents()
        assert find(scherm, QPushButton, "chip_motivatie").isChecked()

    def test_the_next_page_is_built_beforehand(self, zaal: Zaal, qtbot: QtBot) -> None:
        zaal.gesprek()
        aan = go(zaal.scherm(), "taalniveau.geletterdheid")
        qtbot.wait(300)
        klaar = dict(aan.pagina._bladen)
        volgende = aan.route.next(aan.pagina.pagina)
        assert volgende is not None
        aan.go_next()
        assert aan.pagina.blad is klaar[volgende.naam]

    def test_the_page_before_shows_what_was_changed_meanwhile(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.geletterdheid")
        type_text("3")
        press(scherm, Qt.Key.Key_Down, ALT)
        press(scherm, Qt.Key.Key_Down, ALT)
        aan.go_previous()
        leesopdracht = aan.pagina.blok("taalniveau.leesopdracht") or aan.pagina.blok("taalniveau.nl_verhaal")
        assert leesopdracht is not None
        aan.go_previous()
        blok = aan.pagina.blok("taalniveau.geletterdheid")
        assert blok is not None
        assert blok.veld.waarde() == "niet"


class TestRijen:
    def test_a_row_is_added_filled_closed_and_removed(self, zaal: Zaal) -> None:
        zaal.gesprek(onderwerpen=["werkervaring"])
        scherm = zaal.scherm()
        aan = go(scherm, "werkervaring.banen")
        herhaling = aan.pagina.herhaling
        assert herhaling is not None
        click(find(scherm, QPushButton, "rij_erbij_werkervaring.banen"))
        type_text("naaister")
        click(find(scherm, QPushButton, "rij_erbij_werkervaring.banen"))
        dossier = zaal.work.vault.dossier(zaal.dossier)
        (rij,) = dossier.row_ids("werkervaring.banen")
        assert dossier.get(f"werkervaring.banen[{rij}].beroep@inburgeraar") == "naaister"
        click(find(scherm, QPushButton, "rij_open_1"))
        assert herhaling.blokken[0].veld.waarde() == "naaister"
        click(find(scherm, QPushButton, "rij_weg_1"))
        assert zaal.work.vault.dossier(zaal.dossier).row_ids("werkervaring.banen") == []


class TestNotitie:
    def test_the_note_is_private_durable_and_says_so(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.geletterdheid")
        press(scherm, Qt.Key.Key_T, CTRL)
        notitie = find(scherm, QTextEdit, "notitie")
        assert notitie.hasFocus()
        type_text("schaamt zich, rustig aan")
        wie = find(scherm, QWidget, "notitie_wie").property("text")
        assert wie == "Alleen voor u en collega's met recht; bij inzage ziet de persoon dit."
        press(scherm, Qt.Key.Key_T, CTRL)
        assert zaal.waarde("notitie[taalniveau.geletterdheid]") == "schaamt zich, rustig aan"
        assert not notitie.isVisible()


class TestAfronden:
    @staticmethod
    def half_way(zaal: Zaal) -> GesprekScherm:
        scherm = zaal.scherm()
        go(scherm, "taalniveau.geletterdheid")
        type_text("1")
        go(scherm, "taalniveau.cursusuren")
        press(scherm, Qt.Key.Key_N, ALT)
        type_text("te moe")
        click(find(scherm, QPushButton, "afronden_knop"))
        return scherm

    def test_what_was_said_and_what_was_not_asked_and_why(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = self.half_way(zaal)
        assert "‘Taalniveau’" in find(scherm, QTextEdit, "samenvatting").toPlainText()
        teksten = [w.property("text") for w in find(scherm, QWidget, "terugblik").findChildren(QWidget)]
        assert "Hoeveel uur Nederlandse les heeft u al gehad? (te moe), volgende keer" in teksten

    def test_stopping_half_way_keeps_all_and_leads_to_the_dossier(self, zaal: Zaal, qtbot: QtBot) -> None:
        gesprek = zaal.gesprek()
        scherm = self.half_way(zaal)
        find(scherm, QTextEdit, "samenvatting").setFocus()
        type_text("Goed gesprek. ")
        find(scherm, QLineEdit, "volgende_afspraak").setFocus()
        type_text("2 april 2026")
        minuten = find(scherm, QLineEdit, "minuten")
        minuten.selectAll()
        minuten.setFocus()
        type_text("75")
        with qtbot.waitSignal(scherm.context.navigate) as heen:
            click(find(scherm, QPushButton, "gesprek_afronden"))
        assert heen.args == ["dossier", {}]
        assert str(zaal.waarde(f"gesprek[{gesprek}].samenvatting")).startswith("Goed gesprek. Wij hebben")
        assert zaal.waarde(f"gesprek[{gesprek}].volgende_afspraak") == "2026-04-02"
        assert zaal.waarde(f"gesprek[{gesprek}].minuten") == 75
        assert zaal.waarde(f"gesprek[{gesprek}].afgerond") == "ja"
        scherm.show_with({})
        assert scherm.delen.currentWidget() is scherm.voorbereiden
        assert "(te moe)" in scherm.voorbereiden.voorstel.onderdelen[0].reden

    def test_a_summary_in_the_making_survives_a_crash(self, zaal: Zaal, qtbot: QtBot) -> None:
        gesprek = zaal.gesprek()
        scherm = zaal.scherm()
        click(find(scherm, QPushButton, "afronden_knop"))
        find(scherm, QTextEdit, "samenvatting").setFocus()
        type_text("Zij wil graag")
        qtbot.wait(600)
        kept = typed_now(zaal.work, zaal.dossier)[f"gesprek[{gesprek}].samenvatting"]
        assert str(kept.value["waarde"]).startswith("Zij wil graag")
        zaal.reopen()
        nieuw = zaal.scherm()
        click(find(nieuw, QPushButton, "afronden_knop"))
        assert find(nieuw, QTextEdit, "samenvatting").toPlainText().startswith("Zij wil graag")

    def test_back_to_the_conversation(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        click(find(scherm, QPushButton, "afronden_knop"))
        click(find(scherm, QPushButton, "terug_naar_gesprek"))
        assert scherm.delen.currentWidget() is scherm.tijdens


class TestKlok:
    def test_the_clock_runs_on_where_it_was_and_stands_still_in_a_pause(
        self, zaal: Zaal, qtbot: QtBot
    ) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = tijdens(scherm)
        aan._seconden = 34 * 60.0
        aan._tik()
        click(find(scherm, QPushButton, "pauze"))
        was = aan._seconden
        qtbot.wait(50)
        aan._tik()
        assert aan._seconden == was
        assert find(scherm, QWidget, "gesprekstijd").property("text") == "pauze, 34 min"
        scherm.leave()
        zaal.reopen()
        assert find(zaal.scherm(), QWidget, "gesprekstijd").property("text") == "34 min"


class TestInHetVenster:
    """In the real window, with the vault closed and opened by its own hands."""

    @pytest.fixture
    def scherm(self, open_venster: Venster, selam: str) -> GesprekScherm:
        open_venster.resize(1366, 768)
        open_venster.activateWindow()
        assert open_venster.werkblad is not None
        open_venster.werkblad.go("gesprek", {"dossier": selam})
        made = open_venster.werkblad.scherm
        assert isinstance(made, GesprekScherm)
        click(find(made, QPushButton, "gesprek_beginnen"))
        return made

    def again(self, venster: Venster, kluis_op_schijf: Kluis, data: Data) -> GesprekScherm:
        venster.lock()
        QApplication.processEvents()
        path = kluis_op_schijf.path
        venster.enter(kluis.open_workspace(path, WACHTZIN, FixedClock(TODAY), os.urandom, data))
        QApplication.processEvents()
        assert venster.werkblad is not None
        made = venster.werkblad.scherm
        assert isinstance(made, GesprekScherm)
        return made

    def test_locked_in_mid_sentence_and_back_at_the_cursor(
        self, scherm: GesprekScherm, open_venster: Venster, kluis_op_schijf: Kluis, data: Data
    ) -> None:
        go(scherm, "taalniveau.verhaal")
        type_text("Zij sprak Tigrinya met haar oma")
        for _ in range(4):
            press(scherm, Qt.Key.Key_Left)
        nieuw = self.again(open_venster, kluis_op_schijf, data)
        veld = find(nieuw, QTextEdit, "veld_taalniveau.verhaal")
        assert veld.toPlainText() == "Zij sprak Tigrinya met haar oma"
        assert veld.hasFocus()
        assert veld.textCursor().position() == 27
        type_text("lieve ")
        assert veld.toPlainText() == "Zij sprak Tigrinya met haarlieve  oma"

    def test_locked_while_rounding_off(
        self, scherm: GesprekScherm, open_venster: Venster, kluis_op_schijf: Kluis, data: Data
    ) -> None:
        click(find(scherm, QPushButton, "afronden_knop"))
        find(scherm, QTextEdit, "samenvatting").setFocus()
        type_text("Wij spraken over thuis.")
        nieuw = self.again(open_venster, kluis_op_schijf, data)
        assert nieuw.delen.currentWidget() is nieuw.afronden
        assert find(nieuw, QTextEdit, "samenvatting").toPlainText().startswith("Wij spraken over thuis.")


def test_every_control_has_a_name(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    naamloos = set(_naamloos(scherm))
    aan = tijdens(scherm)
    for vraag in ("taalniveau.verhaal", "taalniveau.nl_lezen", "werkervaring.banen", "taalniveau.nl_datum"):
        go(scherm, vraag)
        if aan.pagina.herhaling is not None:
            aan.pagina.herhaling.add_rij()
        naamloos |= set(_naamloos(scherm))
    aan.toggle_vertellen()
    naamloos |= set(_naamloos(scherm))
    scherm._afronden()
    naamloos |= set(_naamloos(scherm))
    rond_af(zaal.work, zaal.dossier, aan.voering.id, {})
    scherm.show_with({})
    scherm.voorbereiden.add_aanwezige()
    assert naamloos | set(_naamloos(scherm)) == set()


def _naamloos(scherm: GesprekScherm) -> Iterator[str]:
    QApplication.processEvents()
    for widget in scherm.findChildren(QWidget):
        by_tab = Qt.FocusPolicy.TabFocus in widget.focusPolicy()
        if widget.isVisible() and by_tab and widget.focusProxy() is None and not _naam(widget):
            yield f"{type(widget).__name__} {widget.objectName()}"


def _naam(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_typing_goes_on_while_others_listen(zaal: Zaal) -> None:
    """A refresh after recording leaves what is being typed elsewhere alone."""
    zaal.gesprek()
    scherm = zaal.scherm()
    aan = go(scherm, "taalniveau.verhaal")
    type_text("half")
    aan.voering.choose("taalniveau.tolk_nodig", "ja")
    QTest.qWait(10)
    type_text(" af")
    assert find(scherm, QTextEdit, "veld_taalniveau.verhaal").toPlainText() == "half af"
