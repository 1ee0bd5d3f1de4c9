"""Erasing in the window: looked at first, confirmed by its reference, no trace of the person left open."""

from __future__ import annotations

import datetime
import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import record_procedure
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.vault.reservekopie import back_up
from intake_assistant.operations.views.concepttekst import Concepttekst
from intake_assistant.operations.views.schets import schets_of
from intake_assistant.operations.views.wissen.wissing import wissing_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase.erase import is_erased, own_pending
from intake_assistant.ui.fields.keeper import KEEP_AFTER_MS
from intake_assistant.ui.geschiedenis.screen import GeschiedenisScherm
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import messages
from intake_assistant.ui.rechten.screen import RechtenScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from intake_assistant.ui.wissen.screen import BEVESTIGEN, KLAAR, VOORSTEL, WissenScherm
from tests import patience
from tests.ui.conftest import Again
from tests.ui.gespeeld import visible
from tests.ui.helpers import nameless
from tests.ui.window.test_beelden import settle


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def at_proposal(blad: Werkblad, dossier: str) -> WissenScherm:
    """Through the screen of rights, as a person would come there."""
    blad.go("dossier", {"dossier": dossier})
    blad.go("rechten", {})
    assert isinstance(blad.scherm, RechtenScherm)
    QTest.mouseClick(visible(blad.scherm, "wissen_dossier"), Qt.MouseButton.LeftButton)
    assert isinstance(blad.scherm, WissenScherm)
    return blad.scherm


def chosen(scherm: WissenScherm, grond: str) -> None:
    keuze = visible(scherm, f"grond_{grond}")
    assert isinstance(keuze, QRadioButton)
    keuze.click()


def press(widget: QWidget, naam: str) -> None:
    QTest.mouseClick(visible(widget, naam), Qt.MouseButton.LeftButton)


def being_erased(blad: Werkblad, dossier: str) -> WissenScherm:
    """As a mistake, and confirmed: it is on its way."""
    scherm = at_proposal(blad, dossier)
    chosen(scherm, "vergissing")
    press(scherm, "wissen_verder")
    QTest.keyClicks(visible(scherm, "wissen_kenmerk"), dossier[:8])
    press(scherm, "wissen_doe")
    return scherm


def confirmed(qtbot: QtBot, scherm: WissenScherm, kenmerk: str) -> None:
    press(scherm, "wissen_verder")
    QTest.keyClicks(visible(scherm, "wissen_kenmerk"), kenmerk)
    press(scherm, "wissen_doe")
    qtbot.waitUntil(lambda: scherm.bladen.currentIndex() == KLAAR)


def shown_texts(root: QWidget) -> str:
    labels = [w.text() for w in root.findChildren(QLabel)] + [w.text() for w in root.findChildren(QLineEdit)]
    names = [w.accessibleName() for w in root.findChildren(QWidget)]
    return "\n".join([*labels, *names, *(w.text() for w in root.findChildren(QPushButton))])


def test_a_dossier_goes_in_two_steps(blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot) -> None:
    scherm = at_proposal(blad, selam)
    assert scherm.bladen.currentIndex() == VOORSTEL
    assert scherm.voorstel.niet.hasFocus()
    assert not scherm.voorstel.door.isEnabled()
    chosen(scherm, "vergissing")
    press(scherm, "wissen_verder")
    doe, veld = scherm.bevestigen.doe, scherm.bevestigen.kenmerk
    assert "Selam Tesfay" in shown_texts(scherm)
    assert veld.hasFocus()
    QTest.keyClicks(veld, "Selam")
    assert not doe.isEnabled()
    veld.clear()
    QTest.keyClicks(veld, f" {selam[:8]} ")
    # The key that ends a line does not erase: it is the button alone.
    QTest.keyClick(veld, Qt.Key.Key_Return)
    assert scherm.bladen.currentIndex() == BEVESTIGEN
    assert work.vault.entries(selam)
    press(scherm, "wissen_doe")
    qtbot.waitUntil(lambda: scherm.bladen.currentIndex() == KLAAR)
    assert work.vault.entries(selam) == []
    assert "Overal waar het programma bij kan" in shown_texts(scherm)


def test_nothing_of_the_person_is_left_in_the_window(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    record_antwoord(work, selam, "taalniveau.verhaal", "zij vertelde over de winkel van haar vader")
    blad.go("geschiedenis", {"dossier": selam})
    held = Concepttekst(selam, "taalniveau.verhaal@inburgeraar", "", {"waarde": "de winkel"})
    blad.context.onbewaard.take_over([held])
    scherm = at_proposal(blad, selam)
    chosen(scherm, "vergissing")
    confirmed(qtbot, scherm, selam[:8])
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert "Tesfay" not in shown_texts(blad.window())
    assert "winkel" not in shown_texts(blad.window())
    assert blad.context.onbewaard.held() == []
    assert "dossier" not in blad.screen_names()
    # The way back leads past the person.
    blad.back()
    assert blad.scherm.naam == "dossiers"


def test_a_lock_in_the_middle_waits_until_all_is_erased(
    open_venster: Venster, blad: Werkblad, work: Workspace, selam: str, again: Again
) -> None:
    for day in range(1, 25):
        back_up(work.at(datetime.date(2026, 4, day)))
    scherm = being_erased(blad, selam)
    assert scherm._taak is not None
    watch = scherm._taak.watch
    # Not by turns of the window: it would hear that it has ended.
    patience.until(lambda: not watch.may_stop)
    open_venster.lock()
    reopened = again()
    assert reopened.vault.entries(selam) == []
    assert wissing_of(reopened, selam).is_klaar


@pytest.mark.parametrize("scherm_naam", ["dossiers", "gesprek", "rechten"])
def test_who_went_elsewhere_meanwhile_sees_nothing_of_the_person_either(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot, scherm_naam: str
) -> None:
    scherm = at_proposal(blad, selam)
    chosen(scherm, "vergissing")
    press(scherm, "wissen_verder")
    QTest.keyClicks(visible(scherm, "wissen_kenmerk"), selam[:8])
    with work.vault.reading():
        # It waits for us: by the time it begins, one is on another screen.
        press(scherm, "wissen_doe")
        blad.go(scherm_naam, {})
    qtbot.waitUntil(lambda: isinstance(blad.scherm, WissenScherm))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert "Tesfay" not in shown_texts(blad.window())
    assert work.vault.entries(selam) == []
    assert work.vault.concepttekst() == []


@pytest.mark.parametrize(
    ("scherm_naam", "arguments", "veld"),
    [
        ("ontwikkelplan", {}, "afspraak_uiterlijk"),
        ("dossier", {"deel": "persoon"}, "veld_v_nummer"),
    ],
)
def test_what_is_being_typed_of_who_is_erased_becomes_of_nobody(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot,
    scherm_naam: str, arguments: dict[str, str], veld: str,
) -> None:  # fmt: skip
    doel = add_doel(work, selam, "een fiets", "kort").made
    add_afspraak(work, selam, doel, {"wat": "sparen", "wie": "inburgeraar", "uiterlijk": "2026-05-01"})
    scherm = at_proposal(blad, selam)
    chosen(scherm, "vergissing")
    press(scherm, "wissen_verder")
    QTest.keyClicks(visible(scherm, "wissen_kenmerk"), selam[:8])
    with work.vault.reading():
        press(scherm, "wissen_doe")
        blad.go(scherm_naam, {"doel": doel, **arguments})
        regel = visible(blad.scherm, veld)
        regel.setFocus()
        QTest.keyClicks(regel, "7")
        assert regel.hasFocus()
    qtbot.waitUntil(lambda: isinstance(blad.scherm, WissenScherm))
    qtbot.wait(2 * KEEP_AFTER_MS)
    assert work.vault.dossiers() == []
    assert work.vault.concepttekst() == []
    assert not blad.banner.isVisible()


def test_nothing_goes_when_one_turns_back(blad: Werkblad, work: Workspace, selam: str) -> None:
    scherm = at_proposal(blad, selam)
    chosen(scherm, "vergissing")
    press(scherm, "wissen_verder")
    press(scherm, "wissen_niet")
    assert scherm.bladen.currentIndex() == VOORSTEL
    press(scherm, "wissen_terug")
    assert isinstance(blad.scherm, RechtenScherm)
    assert work.vault.entries(selam)


def test_the_reason_of_the_law_is_chosen_already(blad: Werkblad, work: Workspace, selam: str) -> None:
    record_procedure(work, selam, {"einde_inburgeringsplicht": "2020-01-20", "einde_reden": "overlijden"})
    scherm = at_proposal(blad, selam)
    assert scherm.voorstel.grond == "bewaartermijn"
    assert visible(scherm, "wissen_verder").isEnabled()


def test_the_reason_that_one_is_typing_is_kept_until_it_is_erased(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    scherm = at_proposal(blad, selam)
    chosen(scherm, "anders")
    QTest.keyClicks(visible(scherm, "wissen_toelichting"), "stond er dub")
    qtbot.waitUntil(lambda: schets_of(work, f"wissen {selam}") == {"reden": "stond er dub"})
    QTest.keyClicks(visible(scherm, "wissen_toelichting"), "bel in")
    press(scherm, "wissen_terug")
    again = at_proposal(blad, selam)
    assert (again.voorstel.grond, again.voorstel.toelichting.text()) == ("anders", "stond er dubbel in")
    record_procedure(work, selam, {"zaaknummer": "Z-1"})
    blad.context.changed.emit(record_procedure(work, selam, {"zaaknummer": "Z-2"}))
    assert (again.voorstel.grond, again.voorstel.toelichting.text()) == ("anders", "stond er dubbel in")
    QTest.keyClicks(again.voorstel.toelichting, ".")
    press(again, "wissen_verder")
    QTest.keyClicks(again.bevestigen.kenmerk, "Z-2")
    press(again, "wissen_doe")
    qtbot.waitUntil(lambda: again.bladen.currentIndex() == KLAAR)
    qtbot.wait(2 * KEEP_AFTER_MS)
    assert schets_of(work, f"wissen {selam}") == {}


def test_a_bezwaar_is_told_and_keeps_the_button_shut(blad: Werkblad, work: Workspace, selam: str) -> None:
    record_fields(work, selam, "besluit_proef", {})
    record_fields(work, selam, "verzoek[1]", {"soort": "beperking", "ontvangen_op": "2026-05-01"})
    scherm = at_proposal(blad, selam)
    assert "alleen te bewaren" in shown_texts(scherm)
    chosen(scherm, "anders")
    assert not scherm.voorstel.toelichting.isVisible(), "no reason helps, so none is asked for"
    assert not visible(scherm, "wissen_verder").isEnabled()
    assert visible(scherm, "wissen_verboden").isVisible()


def test_a_reason_that_names_the_person_is_refused_in_words(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    scherm = at_proposal(blad, selam)
    chosen(scherm, "anders")
    assert not visible(scherm, "wissen_verder").isEnabled()
    QTest.keyClicks(visible(scherm, "wissen_toelichting"), "Tesfay is verhuisd")
    press(scherm, "wissen_verder")
    QTest.keyClicks(visible(scherm, "wissen_kenmerk"), selam[:8])
    press(scherm, "wissen_doe")
    qtbot.waitUntil(lambda: scherm.bevestigen._melding.isVisible())
    assert "Noem daarin geen naam" in shown_texts(scherm)
    assert work.vault.entries(selam)


def test_the_proof_is_kept_where_one_says(
    blad: Werkblad, selam: str, qtbot: QtBot, script: messages.Script, tmp_path: Path
) -> None:
    scherm = at_proposal(blad, selam)
    chosen(scherm, "vergissing")
    confirmed(qtbot, scherm, selam[:8])
    path = tmp_path / "bewijs"
    script.answers.append(path)
    press(scherm, "wisbewijs_bewaren")
    qtbot.waitUntil(path.with_suffix(".pdf").exists)
    assert selam[:8].upper() in script.asked[-1]
    assert "Tesfay" not in script.asked[-1]
    press(scherm, "wissen_naar_dossiers")
    assert blad.scherm.naam == "dossiers"


# The platform without a screen cannot raise a window above the others.
@pytest.mark.qt_log_ignore("Unimplemented code", extend=True)
def test_one_comes_back_to_the_result_after_a_lock(
    open_venster: Venster, blad: Werkblad, selam: str, qtbot: QtBot, again: Again
) -> None:
    scherm = at_proposal(blad, selam)
    chosen(scherm, "vergissing")
    confirmed(qtbot, scherm, selam[:8])
    open_venster.lock()
    open_venster.enter(again())
    assert open_venster.werkblad is not None
    back = open_venster.werkblad.scherm
    assert isinstance(back, WissenScherm)
    assert back.bladen.currentIndex() == KLAAR


def test_it_turns_dark_while_it_is_erased(
    open_venster: Venster, blad: Werkblad, work: Workspace, selam: str
) -> None:
    """In the evening a computer does so by itself; who erased still hears how it went."""
    being_erased(blad, selam)
    QThreadPool.globalInstance().waitForDone(patience.MS)  # erased, and the window was not told yet
    thema.apply("donker", 100)
    made = open_venster.werkblad
    assert made is not None
    assert made is not blad
    back = made.scherm
    assert isinstance(back, WissenScherm)
    assert back.bladen.currentIndex() == KLAAR
    assert work.vault.entries(selam) == []
    assert "Overal waar het programma bij kan" in shown_texts(made)


@pytest.mark.parametrize("stap", ["bevestigen", "klaar"])
def test_in_a_low_window_with_large_letters_no_word_is_cut(
    open_venster: Venster, work: Workspace, selam: str, qtbot: QtBot, stap: str
) -> None:
    """What does not fit is scrolled to; nothing lies over the field or is pressed together."""
    thema.apply("licht", 200)
    settle()
    open_venster.resize(1024, 600)
    assert open_venster.werkblad is not None
    scherm = at_proposal(open_venster.werkblad, selam)
    chosen(scherm, "vergissing")
    if stap == "klaar":
        confirmed(qtbot, scherm, selam[:8])
    else:
        press(scherm, "wissen_verder")
    settle()
    labels = [w for w in getattr(scherm, stap).findChildren(QLabel) if w.isVisible() and w.wordWrap()]
    assert labels
    assert [w.text() for w in labels if w.height() < w.heightForWidth(w.width())] == []
    if stap == "bevestigen":
        veld, terug = scherm.bevestigen.kenmerk, scherm.bevestigen.niet
        assert not veld.geometry().intersects(terug.geometry())


def test_every_part_has_a_name_for_who_hears_the_screen(blad: Werkblad, selam: str) -> None:
    scherm = at_proposal(blad, selam)
    assert nameless(scherm) == []


def test_one_answer_is_erased_from_the_history(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot, script: messages.Script
) -> None:
    record_antwoord(work, selam, "taalniveau.nl_lezen", "a1")
    blad.go("dossier", {"dossier": selam})
    blad.go("geschiedenis", {})
    scherm = blad.scherm
    assert isinstance(scherm, GeschiedenisScherm)
    scherm.lijst.selectRow(scherm.regels.row_of(0))
    script.answers.append(1)
    press(scherm, "antwoord_wissen")
    qtbot.waitUntil(lambda: any(regel.aanwezig == "gewist" for regel in scherm._alle))
    assert "reservekopieën" in script.asked[0]
    assert [e.value for e in work.vault.entries(selam) if e.header.subject.startswith("gewist[")] == [
        {"waarde": "Het gaat over iemand anders"}
    ]
    row = next(n for n, regel in enumerate(scherm.regels.regels) if regel.aanwezig == "gewist")
    scherm.lijst.selectRow(scherm.regels.row_of(row))
    assert not scherm.wissen.isVisible()


def test_what_was_erased_is_found_again_with_its_proof(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot, script: messages.Script
) -> None:
    with work.vault.transaction() as connection:
        connection.execute("INSERT INTO backupplaats VALUES('/media/weg/stick', '')")
    scherm = at_proposal(blad, selam)
    chosen(scherm, "vergissing")
    confirmed(qtbot, scherm, selam[:8])
    blad.go("te_regelen", {})
    assert "nog niet overal" in shown_texts(blad.scherm)
    press(blad.scherm, f"gewist_{selam[:8].upper()}")
    script.answers.append(0)
    press(blad.scherm, "wisplaats_weg_2")
    assert "/media/weg/stick" in script.asked[0]
    assert "Overal waar het programma bij kan" in shown_texts(blad.scherm)
    blad.go("te_regelen", {})
    assert "overal gewist" in shown_texts(blad.scherm)


@pytest.mark.qt_log_ignore("Unimplemented code", extend=True)
@pytest.mark.parametrize("ms", [0, 5, 30, 100])
def test_locked_while_it_is_being_erased_it_is_there_or_gone(
    open_venster: Venster, blad: Werkblad, selam: str, qtbot: QtBot, again: Again, ms: int
) -> None:
    being_erased(blad, selam)
    qtbot.wait(ms)
    open_venster.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert "Tesfay" not in shown_texts(open_venster)
    opened = again()
    assert is_erased(opened.vault, selam) == (opened.vault.entries(selam) == [])
    assert own_pending(opened.vault) == set()
    assert opened.vault.check_pages() == []
