"""Inzage in the real window: read through, looked at, kept where the user says, and nobody else in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.papers.inzagestukken import read_all_texts
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.rechten.screen import RechtenScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests import patience
from tests.ui.conftest import Again
from tests.ui.gespeeld import click, play_whole, texts, visible
from tests.ui.helpers import nameless
from tests.ui.rechtenhulp import Open, opener

EMOJI = "\N{BRIDE WITH VEIL}\N{PARTY POPPER}"


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    open_venster.resize(1366, 768)
    assert open_venster.werkblad is not None
    return open_venster.werkblad


@pytest.fixture
def rechten(blad: Werkblad) -> Open:
    return opener(blad)


# --- inzage ------------------------------------------------------------------------------------------


def ready(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy())


def test_a_dossier_without_anything_gives_inzage_at_once(
    rechten: Open, work: Workspace, script: messages.Script, qtbot: QtBot, tmp_path: Path
) -> None:
    dossier = create_dossier(work, {}).made
    scherm = rechten(dossier)
    assert texts(scherm, "inzage_ongelezen") == []
    click(scherm, "inzage_nalezen")
    assert texts(scherm, "nalezen_onderwerp") == ["Er zijn geen vrije teksten."]
    assert not visible(scherm, "nalezen_klaar").isEnabled()
    click(scherm, "nalezen_sluiten")
    script.answers = [tmp_path / "leeg", 0]
    click(scherm, "inzage_bewaar_json")
    ready(qtbot)
    found = json.loads((tmp_path / "leeg.json").read_bytes())
    assert (found["dossier"], found["concept"]) == (dossier, False)


def test_the_language_is_that_of_the_person(rechten: Open, work: Workspace, selam: str) -> None:
    taal = visible(rechten(selam), "inzage_taal")
    assert isinstance(taal, QComboBox)
    assert taal.currentText() == "Nederlands met Tigrinya erbij"
    ander = create_dossier(work, {"spreektaal": "xx"}).made
    assert taal is visible(rechten(ander), "inzage_taal")
    assert taal.currentText() == "alleen Nederlands"


def test_looking_shows_pages_is_noted_and_can_be_done_twice(
    rechten: Open, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    scherm = rechten(selam)
    for times in (1, 2):
        click(scherm, "inzage_bekijken")
        qtbot.waitUntil(lambda: scherm.voorbeeld.bladzijden() > 0 and bool(scherm.voorbeeld.inhoud))
        assert scherm.voorbeeld.view.isVisible()
        assert [wat for _, _, wat in work.vault.log("access", selam)].count("inzage") == times
        click(scherm, "voorbeeld_sluiten")
    assert work.vault.log("export", selam) == []


def test_keeping_says_where_it_goes_and_that_it_is_a_concept(
    rechten: Open, work: Workspace, script: messages.Script, qtbot: QtBot, tmp_path: Path
) -> None:
    dossier = play_whole(work, "05")
    scherm = rechten(dossier)
    script.answers = [tmp_path / "uit.pdf", 0]
    click(scherm, "inzage_bewaar_pdf")
    ready(qtbot)
    assert "-concept.pdf" in script.asked[0]
    assert "Op elke bladzijde staat CONCEPT." in script.asked[1]
    assert str(tmp_path) in script.asked[1]
    assert (tmp_path / "uit.pdf").read_bytes().startswith(b"%PDF")
    assert [wat for _, _, wat in work.vault.log("export", dossier)] == ["inzage pdf"]

    script.answers = [tmp_path / "uit.pdf", 1]
    click(scherm, "inzage_bewaar_pdf")
    ready(qtbot)
    assert len(work.vault.log("export", dossier)) == 1

    read_all_texts(work, dossier)
    script.answers, script.asked = [tmp_path / "nieuw.pdf", 1], []
    click(rechten(dossier), "inzage_bewaar_pdf")
    ready(qtbot)
    assert "CONCEPT" not in script.asked[1]
    assert not (tmp_path / "nieuw.pdf").exists()


def test_nothing_comes_beside_the_name_of_somebody_else(
    rechten: Open, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    ander = create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
    scherm = rechten(selam)
    scherm.voorbeeld.show_message("")
    click(scherm, "inzage_bekijken")
    scherm = rechten(ander)
    ready(qtbot)
    QTest.qWait(0)
    assert scherm.voorbeeld.inhoud == b""
    assert "inzage" not in [wat for _, _, wat in work.vault.log("access", ander)]


# --- reading through ---------------------------------------------------------------------------------


def select(scherm: RechtenScherm, woorden: str) -> None:
    """Choose these words in the text, as the mouse does."""
    tekst = visible(scherm, "nalezen_tekst")
    assert isinstance(tekst, QPlainTextEdit)
    found = tekst.document().find(woorden)
    assert not found.isNull(), tekst.toPlainText()
    tekst.setTextCursor(found)


def zo(scherm: RechtenScherm) -> str:
    shown = visible(scherm, "nalezen_zo")
    assert isinstance(shown, QPlainTextEdit)
    return shown.toPlainText()


@pytest.fixture
def met_tekst(work: Workspace, selam: str) -> str:
    record_notitie(work, selam, "motivatie.trots", f"Haar {EMOJI} buurman zit vast. Zij kookt.")
    return selam


def test_words_are_hidden_and_shown_again_after_emoji(rechten: Open, met_tekst: str, work: Workspace) -> None:
    scherm = rechten(met_tekst)
    click(scherm, "inzage_nalezen")
    assert nameless(scherm) == []
    assert not visible(scherm, "nalezen_weg").isEnabled()
    select(scherm, "buurman zit vast")
    click(scherm, "nalezen_weg")
    assert zo(scherm) == f"Haar {EMOJI} […]. Zij kookt."
    click(scherm, "nalezen_terug")
    assert zo(scherm) == f"Haar {EMOJI} buurman zit vast. Zij kookt."
    select(scherm, "buurman zit vast")
    click(scherm, "nalezen_weg")
    click(scherm, "nalezen_klaar")
    click(scherm, "nalezen_sluiten")
    assert texts(scherm, "inzage_ongelezen") == []
    words = json.dumps(
        [e.value for e in work.vault.entries(met_tekst) if e.header.subject.startswith("masker[")]
    )
    assert "buurman" not in words
    click(scherm, "inzage_nalezen")
    assert "zit vast" not in zo(scherm)


def test_with_the_keyboard_alone(rechten: Open, met_tekst: str) -> None:
    scherm = rechten(met_tekst)
    click(scherm, "inzage_nalezen")
    tekst = visible(scherm, "nalezen_tekst")
    assert isinstance(tekst, QPlainTextEdit)
    tekst.setFocus()
    tekst.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(4):
        QTest.keyClick(tekst, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(visible(scherm, "nalezen_weg"), Qt.Key.Key_Space)
    assert zo(scherm).startswith("[…]")


def test_what_was_hidden_is_kept_when_the_screen_is_left(
    rechten: Open, blad: Werkblad, met_tekst: str, selam: str, work: Workspace
) -> None:
    ander = create_dossier(work, {"voornamen": "Ander"}).made
    scherm = rechten(met_tekst)
    click(scherm, "inzage_nalezen")
    select(scherm, "buurman")
    click(scherm, "nalezen_weg")
    blad.go("rechten", {"dossier": ander})
    assert [e for e in work.vault.entries(ander) if e.header.subject.startswith("masker[")] == []
    scherm = rechten(met_tekst)
    # Hidden, and still to be read.
    assert texts(scherm, "inzage_ongelezen")
    click(scherm, "inzage_nalezen")
    assert "buurman" not in zo(scherm)


def unlocked(venster: Venster, work: Workspace) -> RechtenScherm:
    """The screen one comes back at."""
    venster.enter(work)
    assert venster.werkblad is not None
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, RechtenScherm)
    return scherm


def test_locking_while_reading_keeps_the_mask_and_comes_back_at_the_text(
    open_venster: Venster, rechten: Open, met_tekst: str, work: Workspace, again: Again
) -> None:
    record_notitie(work, met_tekst, "motivatie.zorgen", "Nog een tekst van een ander.")
    scherm = rechten(met_tekst)
    click(scherm, "inzage_nalezen")
    scherm.nalezen.lijst.setCurrentRow(1)
    tekst = scherm.nalezen.tekst.toPlainText()
    select(scherm, "Nog" if tekst.startswith("Nog") else "Haar")
    click(scherm, "nalezen_weg")
    open_venster.lock()
    scherm = unlocked(open_venster, again())
    assert visible(scherm, "nalezen_tekst").isEnabled()
    assert scherm.nalezen.tekst.toPlainText() == tekst
    assert zo(scherm).startswith("[…]")


def test_locking_while_inzage_is_made_writes_nothing(
    open_venster: Venster, rechten: Open, work: Workspace, again: Again, tmp_path: Path
) -> None:
    dossier = play_whole(work, "05")
    scherm = rechten(dossier)
    click(scherm, "inzage_bewaar_pdf")
    open_venster.lock()
    assert open_venster.werkblad is None
    QThreadPool.globalInstance().waitForDone(patience.MS)
    QTest.qWait(0)
    later = again()
    assert later.vault.log("export", dossier) == []
    assert "inzage" not in [wat for _, _, wat in later.vault.log("access", dossier)]
    assert list(tmp_path.rglob("*.pdf")) == []


def test_everything_is_only_read_after_a_question(
    rechten: Open, work: Workspace, script: messages.Script
) -> None:
    dossier = play_whole(work, "05")
    scherm = rechten(dossier)
    click(scherm, "inzage_nalezen")
    # What hides something comes first, and what was read goes below.
    assert "[" in zo(scherm)
    script.answers = [1]
    click(scherm, "nalezen_alles")
    assert not any(groep.gelezen for groep in scherm.nalezen.groepen)
    script.answers = [0]
    click(scherm, "nalezen_alles")
    assert "Daarna is het stuk geen concept meer." in script.asked[-1]
    assert texts(scherm, "inzage_ongelezen") == []
    assert visible(scherm, "inzage_bewaar_pdf").property("rol") == "hoofdknop"


def test_ten_thousand_characters_and_arabic_fit_in_their_panes(
    rechten: Open, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    record_antwoord(work, selam, "sociaal_netwerk.steunfiguur", "أختي مريم " * 1000)
    scherm = rechten(selam)
    click(scherm, "inzage_nalezen")
    assert zo(scherm) == "[…]"
    klaar = visible(scherm, "nalezen_klaar")
    assert scherm.rect().contains(klaar.mapTo(scherm, klaar.rect().center()))
    click(scherm, "nalezen_terug")
    assert len(zo(scherm)) > 9_000
    assert scherm.rect().contains(klaar.mapTo(scherm, klaar.rect().center()))
