"""The window as a whole: in, around, out, and back at the same place."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.locking.guard import Bewaker
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window import workbench
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests import patience
from tests.storage.hulp import CHEAP
from tests.ui.conftest import WACHTZIN
from tests.ui.kluizen import Kluis
from tests.ui.proefscherm import PROEF, SUBJECT, Proefscherm, ingang


@pytest.fixture
def blad(monkeypatch: pytest.MonkeyPatch, venster: Venster, work: Workspace, selam: str) -> Werkblad:
    """The open window with the small screen as its conversation, at the dossier of Selam."""
    monkeypatch.setattr(workbench, "SCHERMEN", (ingang("dossiers"), PROEF, ingang("instellingen")))
    venster.enter(work)
    assert venster.werkblad is not None
    venster.werkblad.go("gesprek", {"dossier": selam})
    return venster.werkblad


def proef(venster: Venster) -> Proefscherm:
    assert venster.werkblad is not None
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, Proefscherm)
    return scherm


def unlock(qtbot: QtBot, venster: Venster) -> None:
    field = venster.ontgrendelen.wachtzin.field
    QTest.keyClicks(field, WACHTZIN)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: venster.werkblad is not None)


def press(
    venster: Venster, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    venster.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or venster, key, modifier)


# -- in and out ------------------------------------------------------------------------------------


def test_without_a_vault_it_begins_with_the_first_start(venster: Venster) -> None:
    assert venster.stack.currentWidget() is venster.eerste_start


def test_with_a_last_vault_it_asks_for_the_passphrase(
    qtbot: QtBot, omgeving: Omgeving, kluis_op_schijf: Kluis
) -> None:
    omgeving.voorkeuren.keep(kluis=str(kluis_op_schijf.path))
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.show()
    assert venster.stack.currentWidget() is venster.ontgrendelen
    unlock(qtbot, venster)
    assert venster.werkblad is not None
    assert isinstance(venster.werkblad.scherm, Dossiers)
    venster.close()


def test_a_last_vault_that_is_gone_leads_to_the_first_start(qtbot: QtBot, omgeving: Omgeving) -> None:
    omgeving.voorkeuren.keep(kluis="/nergens/x.intake")
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    assert venster.eerste_start is not None


def test_outside_the_vault_only_its_path_is_kept(
    open_venster: Venster, omgeving: Omgeving, selam: str
) -> None:
    assert open_venster.context is not None
    open_venster.context.navigate.emit("dossiers", {"dossier": selam})
    kept = omgeving.voorkeuren.file.read_text("utf-8")
    assert "Anneke.intake" in kept
    assert "Selam" not in kept
    assert selam not in kept
    assert "Selam" not in open_venster.windowTitle()


def test_locking_closes_the_vault_and_drops_the_screens(
    qtbot: QtBot, venster: Venster, blad: Werkblad, kluis_op_schijf: Kluis
) -> None:
    press(venster, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert venster.werkblad is None
    assert venster.stack.currentWidget() is venster.ontgrendelen
    qtbot.waitUntil(lambda: not any("Selam" in label.text() for label in venster.findChildren(QLabel)))
    assert venster.ontgrendelen.path == kluis_op_schijf.path


def test_after_unlocking_the_same_screen_dossier_question_and_cursor_return(
    qtbot: QtBot, venster: Venster, blad: Werkblad, selam: str
) -> None:
    proef(venster).tekst.setFocus()
    cursor = proef(venster).tekst.textCursor()
    cursor.setPosition(5)
    proef(venster).tekst.setTextCursor(cursor)
    venster.lock()
    unlock(qtbot, venster)
    assert venster.context is not None
    assert venster.context.dossier_id == selam
    assert proef(venster).bezoeken[-1]["vraag"] == "gezinssituatie.opening"
    focus = venster.focusWidget()
    assert isinstance(focus, QTextEdit)
    assert (focus.objectName(), focus.textCursor().position()) == ("proef_tekst", 5)


def test_the_half_sentence_survives_the_lock_as_one_entry(
    qtbot: QtBot, venster: Venster, blad: Werkblad, selam: str
) -> None:
    QTest.keyClicks(proef(venster).veld, "zij woont met haar zus in")
    venster.lock()
    unlock(qtbot, venster)
    assert proef(venster).veld.text() == "zij woont met haar zus in"
    assert venster.context is not None
    work = venster.context.work
    assert len([e for e in work.vault.entries(selam) if e.header.subject == SUBJECT]) == 1
    assert found_again(work) == []


def test_locking_is_unconditional(qtbot: QtBot, venster: Venster, blad: Werkblad, selam: str) -> None:
    QTest.keyClicks(proef(venster).veld, "half")
    proef(venster).vol = True
    venster.lock()
    assert venster.werkblad is None
    assert "schijf is vol" in venster.ontgrendelen.melding.text()
    unlock(qtbot, venster)
    assert proef(venster).veld.text() == "half"


def test_a_fault_while_locking_still_closes_the_vault(
    qtbot: QtBot, venster: Venster, blad: Werkblad, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(blad.scherm, "leave", broken)
    with pytest.raises(ZeroDivisionError):
        venster.lock()
    assert venster.werkblad is None
    assert venster.stack.currentWidget() is venster.ontgrendelen
    unlock(qtbot, venster)


def test_another_vault_does_not_open_at_the_place_of_this_one(
    venster: Venster, blad: Werkblad, tmp_path: Path, omgeving: Omgeving
) -> None:
    from intake_assistant.operations.vault import kluis

    venster.lock()
    other = tmp_path / "ander.intake"
    kluis.create(other, WACHTZIN, omgeving.clock, omgeving.random, {"naam": "B"}, cost=CHEAP)
    venster.enter(kluis.open_workspace(other, WACHTZIN, omgeving.clock, omgeving.random))
    assert venster.werkblad is not None
    assert isinstance(venster.werkblad.scherm, Dossiers)


def test_what_was_typed_before_a_crash_is_recorded_and_told(
    venster: Venster, work: Workspace, selam: str
) -> None:
    keep_concepttekst(work, selam, SUBJECT, {"waarde": "bijna klaar"})
    venster.enter(work)
    assert venster.werkblad is not None
    assert "teruggevonden en opgeslagen, bij Tesfay, Selam." in venster.werkblad.banner.tekst.text()
    assert work.vault.dossier(selam).get(SUBJECT) == "bijna klaar"


# -- around ----------------------------------------------------------------------------------------


def test_leaving_records_and_back_leads_back(venster: Venster, blad: Werkblad, selam: str) -> None:
    QTest.keyClicks(proef(venster).veld, "onderweg")
    blad.context.navigate.emit("instellingen", {"deel": "talen"})
    # The settings are about everybody: nobody is open there.
    assert blad.context.dossier_id == ""
    assert blad.context.work.vault.dossier(selam).get(SUBJECT) == "onderweg"
    press(venster, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert proef(venster).bezoeken[-1]["vraag"] == "gezinssituatie.opening"
    blad.back()
    assert isinstance(blad.scherm, Dossiers)
    blad.back()
    assert isinstance(blad.scherm, Dossiers)


def test_a_refusal_to_record_keeps_one_at_the_text(venster: Venster, blad: Werkblad) -> None:
    proef(venster).vol = True
    blad.context.navigate.emit("dossiers", {})
    assert isinstance(blad.scherm, Proefscherm)
    assert "schijf is vol" in blad.banner.tekst.text()
    proef(venster).vol = False


def test_the_header_tells_who_which_language_and_the_next_clock(blad: Werkblad) -> None:
    assert blad.kop.naam.toolTip() == "Selam Tesfay"
    assert blad.kop.taal.text() == "spreekt Tigrinya"
    assert blad.kop.klok.text() == "PIP: nog 22 dagen"
    assert "26 mei 2026" in blad.kop.klok.toolTip()


def test_a_clock_goes_with_its_person(qtbot: QtBot, blad: Werkblad) -> None:
    """Nor does it come back in a window that grows."""
    blad.kop.show_klok("Aanbod: 5 dagen te laat", "", "fout")
    blad.kop.show_place("Nieuwerhaven")
    blad.kop.resize(blad.kop.width() + 40, blad.kop.height())
    qtbot.wait(1)
    assert blad.kop.klok.isHidden()


def test_the_bar_shows_the_dossier_only_when_one_is_open(open_venster: Venster) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    assert blad.navigatie.buttons["dossiers"].isChecked()
    assert blad.navigatie.buttons["gesprek"].isHidden()
    assert not blad.navigatie.buttons["instellingen"].isHidden()


def test_in_a_conversation_the_bar_keeps_to_its_icons(blad: Werkblad) -> None:
    gesprek = blad.navigatie.buttons["gesprek"]
    assert (gesprek.text(), gesprek.toolTip(), gesprek.accessibleName()) == ("", "Gesprek", "Gesprek")
    blad.go("instellingen", {})
    assert gesprek.text().strip() == "Gesprek"


def test_in_a_narrow_window_too(qtbot: QtBot, open_venster: Venster) -> None:
    open_venster.resize(1000, 700)
    blad = open_venster.werkblad
    assert blad is not None
    qtbot.waitUntil(lambda: blad.navigatie.buttons["dossiers"].text() == "")


def test_the_time_of_saving_is_shown(blad: Werkblad) -> None:
    blad.context.changed.emit(Changed(settings=frozenset(("proef",))))
    assert blad.statusregel.opgeslagen.text().startswith("Opgeslagen ")


def test_a_message_goes_when_the_page_changes(blad: Werkblad) -> None:
    blad.context.failed.emit(KnownError("disk.full", pad="x"))
    assert blad.banner.isVisible()
    blad.go("instellingen", {})
    assert not blad.banner.isVisible()


def test_work_is_shown_and_can_be_stopped(qtbot: QtBot, blad: Werkblad) -> None:
    go_on = threading.Event()
    results: list[bool] = []
    tasks.run(
        blad.context, lambda: go_on.wait(patience.SECONDS), results.append, "Het document wordt gemaakt"
    )
    stop = blad.statusregel.findChild(QPushButton, "stoppen")
    assert isinstance(stop, QPushButton)
    assert stop.isVisible()
    stop.click()
    assert not stop.isVisible()
    go_on.set()
    qtbot.wait(50)
    assert results == []


def test_a_larger_scale_makes_the_screens_anew_at_the_same_place(venster: Venster, blad: Werkblad) -> None:
    QTest.keyClicks(proef(venster).veld, "groot")
    thema.apply("donker", 150)
    assert proef(venster) is not blad.scherm
    assert proef(venster).veld.text() == "groot"


# -- nobody there ----------------------------------------------------------------------------------


def idling(qtbot: QtBot, omgeving: Omgeving, work: Workspace, seconds: float) -> Venster:
    """A window with a vault open, that locks when nobody has acted for so long."""
    omgeving.idle_seconds = seconds
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.show()
    venster.enter(work)
    return venster


def test_it_locks_by_itself(qtbot: QtBot, omgeving: Omgeving, work: Workspace) -> None:
    venster = idling(qtbot, omgeving, work, 0.5)
    qtbot.waitUntil(lambda: venster.werkblad is None)
    venster.close()


def _is_below(waiting: QTimer, least: int) -> bool:
    return waiting.remainingTime() < least


def test_each_act_of_somebody_has_the_waiting_begin_anew(
    qtbot: QtBot, omgeving: Omgeving, work: Workspace
) -> None:
    venster = idling(qtbot, omgeving, work, 600)
    waiting = venster.guards.bewaker._idle
    for _ in range(2):
        # Qt counts so long a wait in whole seconds.
        qtbot.waitUntil(partial(_is_below, waiting, waiting.remainingTime() - 1500))
        before = waiting.remainingTime()
        QTest.keyClick(venster, Qt.Key.Key_Shift)
        assert waiting.remainingTime() > before
    assert waiting.interval() == 600_000
    assert venster.werkblad is not None
    venster.close()


class _Jumping:
    """A clock that is set by the test, as the wall clock after a sleep."""

    moment = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)

    def now(self) -> datetime.datetime:
        return self.moment

    def today(self) -> datetime.date:
        return self.moment.date()


@pytest.mark.parametrize(("seconds", "locks"), [(3600, 1), (5, 0)])
def test_a_sleep_that_sent_no_signal_is_noticed(qtbot: QtBot, seconds: int, locks: int) -> None:
    clock, parent = _Jumping(), QWidget()
    qtbot.addWidget(parent)
    bewaker = Bewaker(clock, 300, parent)
    heard: list[str] = []
    bewaker.expired.connect(lambda: heard.append("slot"))
    bewaker.watch(True)
    clock.moment += datetime.timedelta(seconds=seconds)
    bewaker.look()
    assert len(heard) == locks


# -- closing ---------------------------------------------------------------------------------------


def test_closing_records_and_closes(
    venster: Venster, blad: Werkblad, reopen: Callable[[], Workspace], selam: str
) -> None:
    QTest.keyClicks(proef(venster).veld, "tot morgen")
    assert venster.close()
    assert reopen().vault.dossier(selam).get(SUBJECT) == "tot morgen"


@pytest.mark.parametrize(("answer", "closed"), [(0, True), (1, False)])
def test_closing_asks_when_recording_fails(
    venster: Venster, blad: Werkblad, script: messages.Script, answer: int, closed: bool
) -> None:
    proef(venster).vol = True
    script.answers.append(answer)
    assert venster.close() is closed
    assert (venster.werkblad is None) is closed
    assert "schijf is vol" in script.asked[0]
    if not closed:
        proef(venster).vol = False


@pytest.fixture
def reopen(kluis_op_schijf: Kluis, omgeving: Omgeving) -> Callable[[], Workspace]:
    from intake_assistant.operations.vault.kluis import open_workspace

    return lambda: open_workspace(kluis_op_schijf.path, WACHTZIN, omgeving.clock, omgeving.random)


def test_before_a_vault_the_keys_do_nothing(venster: Venster) -> None:
    assert venster.context is None
    venster.lock()
    press(venster, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert venster.stack.currentWidget() is venster.eerste_start
