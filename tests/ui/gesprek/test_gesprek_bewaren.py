"""Nothing typed is lost, whatever happens to the window, the process or the lock."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.views.concepttekst import typed_now
from intake_assistant.operations.views.gesprek import plek_of
from intake_assistant.operations.workspace import Data, FixedClock
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.window.window import Venster
from tests.storage.hulp import copied
from tests.ui.conftest import TODAY, WACHTZIN
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens, type_text
from tests.ui.kluizen import Kluis

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WORTEL = Path(__file__).parents[3]
TALEN = "praktische_competenties.werktalen"
VERHAAL = "taalniveau.verhaal@inburgeraar"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


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
        with qtbot.waitSignal(scherm.context.changed):
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
        assert (value["tolk"], value["form"]) == ("T. Abraha", "taalniveau 3")

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

    @pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    def test_half_a_word_is_no_answer_and_stands_there_again_with_its_cursor(self, zaal: Zaal) -> None:
        zaal.gesprek(onderwerpen=["praktische_competenties", "taalniveau"])
        scherm = zaal.scherm()
        aan = go(scherm, TALEN)
        type_text("tigr")
        assert (aan.voering.plek.veld, aan.voering.plek.cursor) == (TALEN, 4)
        go(scherm, "taalniveau.verhaal")
        blok = go(scherm, TALEN).pagina.blok(TALEN)
        assert blok is not None
        assert (blok.veld.zoekwoord(), blok.veld.waarde()) == ("tigr", None)
        assert zaal.waarde(f"{TALEN}@inburgeraar") is None


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
