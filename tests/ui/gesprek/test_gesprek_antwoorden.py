"""Answers, states and sources on the page, with real keys and clicks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget

from intake_assistant.domain.entry import Entry, Presence, entry_id, header_bytes
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.texts import text
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens, type_text

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


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
        before = find(aan, QLabel, "bladzijde").accessibleName()
        ander = aan.pagina.blok("taalniveau.schrift")
        assert ander is not None
        assert not ander.isVisible()
        type_text("2")
        assert ander.isVisible()
        # What an answer brings in is counted with it: the number does not go up.
        assert find(aan, QLabel, "bladzijde").accessibleName() == before

    def test_the_other_states_by_key_and_back(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.cursusuren")
        subject = "taalniveau.cursusuren@inburgeraar"
        press(scherm, Qt.Key.Key_W, ALT)
        assert zaal.staat(subject) == "onbekend"
        press(scherm, Qt.Key.Key_Z, ALT)
        assert zaal.staat(subject) == "wil_niet_zeggen"
        press(scherm, Qt.Key.Key_Z, ALT)
        assert zaal.staat(subject) == "open"

    def test_what_a_colleague_kept_back_is_shown_so_and_is_not_answered(self, zaal: Zaal) -> None:
        zaal.gesprek()
        naam, subject = "taalniveau.cursusuren", "taalniveau.cursusuren@inburgeraar"
        made = record_antwoord(zaal.work, "c" * 32, naam, 40).entry
        assert made is not None
        header = replace(made.header, dossier=zaal.dossier)
        held = Entry(entry_id(header_bytes(header)), header, Presence.WITHHELD, b"", b"")
        zaal.work.vault.union([held])
        scherm, told = zaal.scherm(), list[str]()
        scherm.context.failed.connect(lambda error: told.append(error.code))
        blok = go(scherm, naam).pagina.blok(naam)
        assert blok is not None
        assert blok.merk.text().startswith("achtergehouden")
        press(scherm, Qt.Key.Key_W, ALT)
        press(scherm, Qt.Key.Key_Z, CTRL)
        assert set(told) == {"antwoord.achtergehouden"}
        assert zaal.aantal(subject) == 1

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
        press(scherm, Qt.Key.Key_W, ALT)
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

    @pytest.mark.parametrize(
        ("key", "modifier"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)]
    )
    def test_what_was_undone_comes_back_until_something_else_is_said(
        self, zaal: Zaal, key: Qt.Key, modifier: Qt.KeyboardModifier
    ) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.geletterdheid")
        subject = "taalniveau.geletterdheid@inburgeraar"
        for cijfer in "123":
            type_text(cijfer)
        answers = [zaal.waarde(subject)]
        for _ in range(2):
            press(scherm, Qt.Key.Key_Z, CTRL)
            answers.append(zaal.waarde(subject))
        assert len(set(answers)) == 3
        press(scherm, key, modifier)
        assert zaal.waarde(subject) == answers[1]
        press(scherm, key, modifier)
        assert zaal.waarde(subject) == answers[0]
        press(scherm, key, modifier)
        assert zaal.waarde(subject) == answers[0]
        press(scherm, Qt.Key.Key_Z, CTRL)
        type_text("1")
        said = zaal.waarde(subject)
        press(scherm, key, modifier)
        assert zaal.waarde(subject) == said

    def test_not_now_is_taken_back_from_where_the_keyboard_is(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.geletterdheid")
        subject = "taalniveau.geletterdheid@inburgeraar"
        type_text("2")
        press(scherm, Qt.Key.Key_N, ALT)
        assert zaal.staat(subject) == "niet_gevraagd"
        assert find(scherm, QLineEdit, "reden").hasFocus()
        press(scherm, Qt.Key.Key_Z, CTRL)
        assert zaal.staat(subject) == "beantwoord"
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert aan.pagina.blad.isAncestorOf(focus)
        press(scherm, Qt.Key.Key_Y, CTRL)
        assert zaal.staat(subject) == "niet_gevraagd"

    def test_a_line_takes_back_its_own_letters_first(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        go(scherm, "taalniveau.geletterdheid")
        type_text("2")
        press(scherm, Qt.Key.Key_N, ALT)
        type_text("te druk")
        reden = find(scherm, QLineEdit, "reden")
        press(scherm, Qt.Key.Key_Z, CTRL)
        assert reden.text() == ""
        assert zaal.staat("taalniveau.geletterdheid@inburgeraar") == "niet_gevraagd"
        press(scherm, Qt.Key.Key_Y, CTRL)
        assert reden.text() == "te druk"

    def test_an_explanation_stays_with_the_answer(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.geletterdheid")
        type_text("1")
        assert not [w for w in aan.findChildren(QLineEdit, "toelichting") if w.isVisible()]
        press(scherm, Qt.Key.Key_T, ALT)
        type_text("langzaam, drukletters")
        aan.pagina.back_to_veld()
        type_text("2")
        value = zaal.value("taalniveau.geletterdheid@inburgeraar")
        assert (value["waarde"], value["toelichting"]) == ("anders", "langzaam, drukletters")


class TestBronnen:
    def test_a_day_to_look_again_stands_beside_the_answer(self, zaal: Zaal) -> None:
        zaal.gesprek()
        aan = go(zaal.scherm(), "taalniveau.geletterdheid")
        type_text("1")
        press(aan, Qt.Key.Key_L, ALT)
        type_text("1-1-2090")
        fout = find(aan, QLabel, "opnieuw_kijken_fout")
        assert "geen dag in de komende drie jaar" in fout.text()
        assert "opnieuw_kijken" not in zaal.value("taalniveau.geletterdheid@inburgeraar")
        regel = find(aan, QLineEdit, "opnieuw_kijken")
        regel.clear()
        type_text("4 mei 2026")
        press(aan, Qt.Key.Key_Return)
        assert not fout.isVisible()
        value = zaal.value("taalniveau.geletterdheid@inburgeraar")
        assert (value["waarde"], value["opnieuw_kijken"]) == ("latijns", "2026-05-04")
        # An answer that is changed keeps the day that was agreed.
        click(find(aan, QWidget, "optie_niet"))
        assert zaal.value("taalniveau.geletterdheid@inburgeraar")["opnieuw_kijken"] == "2026-05-04"
        assert QApplication.focusWidget() is not None

    def test_a_day_of_2090_is_flagged_where_a_question_asks_for_one(self, zaal: Zaal) -> None:
        vraag = "mentale_gezondheid.opnieuw_kijken"
        record_antwoord(
            zaal.work,
            zaal.dossier,
            "mentale_gezondheid.oordeel_belastbaarheid",
            "beperkt",
            bron="regievoerder",
        )
        record_antwoord(zaal.work, zaal.dossier, vraag, "2090-01-01")
        zaal.gesprek()
        voering = tijdens(zaal.scherm()).voering
        assert voering.bezwaren(vraag) == [text("gesprek.opnieuw_kijken_fout")]
        voering.choose(vraag, "2026-09-01")
        assert voering.bezwaren(vraag) == []

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

    def test_what_the_coa_wrote_before_is_confirmed_and_not_asked_anew(self, zaal: Zaal) -> None:
        record_antwoord(zaal.work, zaal.dossier, "taalniveau.nl_lezen", "a1", bron="coa")
        zaal.gesprek()
        scherm = zaal.scherm()
        blok = go(scherm, "taalniveau.nl_lezen").pagina.blok("taalniveau.nl_lezen")
        assert blok is not None
        assert blok.merk.text() == "nog bevestigen"
        assert blok.klopt_het.text().startswith("Klopt het dat dit het antwoord is: A1?")
        blok.take_focus()
        click(find(scherm, QPushButton, "klopt_coa"))
        assert zaal.waarde("taalniveau.nl_lezen@inburgeraar") == "a1"
        assert (blok.klopt_het.isVisibleTo(blok), blok.merk.text()) == (False, "")
        # What both say is not asked once more, and nothing is left to choose between.
        assert "A1 (COA)" in find(scherm, QWidget, "eerder").accessibleName()
        over = [k for k in scherm.findChildren(QPushButton) if k.objectName() in ("klopt_coa", "geldt_coa")]
        assert not [k for k in over if k.isVisible()]

    def test_another_source_is_recorded_beside_it_and_may_be_made_to_count(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.nl_luisteren")
        blok = aan.pagina.blok("taalniveau.nl_luisteren")
        assert blok is not None
        blok.take_focus()
        type_text("2")
        bron = find(scherm, QComboBox, "bron")
        bron.setCurrentIndex(bron.findData("toets"))
        bron.activated.emit(bron.currentIndex())
        blok.take_focus()
        type_text("3")
        assert zaal.waarde("taalniveau.nl_luisteren@inburgeraar") == "a1"
        assert zaal.waarde("taalniveau.nl_luisteren@toets") == "a2"
        click(find(scherm, QPushButton, "geldt_inburgeraar"))
        assert zaal.work.vault.dossier(zaal.dossier).antwoord("taalniveau.nl_luisteren").bron == "inburgeraar"


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


class TestRijen:
    def test_a_list_of_rows_is_answered_with_none_by_one_click(self, zaal: Zaal) -> None:
        zaal.gesprek(onderwerpen=["werkervaring"])
        scherm = zaal.scherm()
        aan = go(scherm, "werkervaring.banen")
        subject = "werkervaring.banen@inburgeraar"
        before = aan.voering.telling["werkervaring"].te_gaan
        click(find(scherm, QPushButton, "rij_geen_werkervaring.banen"))
        assert (zaal.staat(subject), zaal.value(subject)["waarde"]) == ("beantwoord", "geen")
        assert aan.voering.telling["werkervaring"].te_gaan <= before
        click(find(scherm, QPushButton, "rij_geen_werkervaring.banen"))
        assert zaal.staat(subject) == "open"
        click(find(scherm, QPushButton, "rij_erbij_werkervaring.banen"))
        assert not [k for k in aan.findChildren(QPushButton, "rij_geen_werkervaring.banen") if k.isVisible()]

    @pytest.mark.parametrize(
        ("key", "staat"),
        [(Qt.Key.Key_W, "onbekend"), (Qt.Key.Key_Z, "wil_niet_zeggen"), (Qt.Key.Key_N, "niet_gevraagd")],
    )
    def test_the_states_and_a_note_go_for_a_list_of_rows_too(
        self, zaal: Zaal, key: Qt.Key, staat: str
    ) -> None:
        zaal.gesprek(onderwerpen=["werkervaring"])
        scherm = zaal.scherm()
        aan = go(scherm, "werkervaring.banen")
        press(scherm, key, ALT)
        assert zaal.staat("werkervaring.banen@inburgeraar") == staat
        assert aan.pagina.herhaling is not None
        assert aan.pagina.herhaling.merk.isVisible()
        aan.pagina.back_to_veld()
        press(scherm, Qt.Key.Key_T, CTRL)
        type_text("wil eerst nadenken")
        press(scherm, Qt.Key.Key_T, CTRL)
        assert zaal.waarde("notitie[werkervaring.banen]") == "wil eerst nadenken"
        press(scherm, key, ALT)
        assert zaal.staat("werkervaring.banen@inburgeraar") == "open"

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

    def test_a_row_removed_by_mistake_comes_back_whole(self, zaal: Zaal) -> None:
        zaal.gesprek(onderwerpen=["werkervaring"])
        scherm = zaal.scherm()
        aan = go(scherm, "werkervaring.banen")
        for beroep in ("naaister", "kok"):
            click(find(scherm, QPushButton, "rij_erbij_werkervaring.banen"))
            type_text(beroep)
        click(find(scherm, QPushButton, "rij_open_1"))
        before = zaal.work.vault.dossier(zaal.dossier).row_ids("werkervaring.banen")
        weg = find(scherm, QPushButton, "rij_weg_1")
        weg.setFocus()
        click(weg)
        assert zaal.work.vault.dossier(zaal.dossier).row_ids("werkervaring.banen") == before[1:]
        assert aan.pagina.actief == "werkervaring.banen"
        # Not on the button that adds: no key of a text adds a row.
        assert aan.pagina.herhaling is not None
        assert aan.pagina.herhaling.hasFocus()
        press(scherm, Qt.Key.Key_Z, CTRL)
        dossier = zaal.work.vault.dossier(zaal.dossier)
        assert dossier.row_ids("werkervaring.banen") == before
        assert dossier.get(f"werkervaring.banen[{before[0]}].beroep@inburgeraar") == "naaister"
        herhaling = aan.pagina.herhaling
        assert herhaling is not None
        assert herhaling.blokken[0].veld.waarde() == "naaister"

    def test_nothing_is_recorded_in_a_row_that_is_gone(self, zaal: Zaal) -> None:
        zaal.gesprek(onderwerpen=["werkervaring"])
        scherm = zaal.scherm()
        go(scherm, "werkervaring.banen")
        click(find(scherm, QPushButton, "rij_erbij_werkervaring.banen"))
        type_text("naaister")
        click(find(scherm, QPushButton, "rij_weg_1"))
        assert zaal.work.vault.dossier(zaal.dossier).row_ids("werkervaring.banen") == []
        press(scherm, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
        assert zaal.work.vault.dossier(zaal.dossier).row_ids("werkervaring.banen") == []
