"""What is being typed when the lock comes: recorded first, in any state; or sealed, and said."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import Again
from tests.ui.gesprekshulp import find, type_text
from tests.ui.midden_in_een_woord import PLEKKEN, push, recorded, told, type_at, typed_in
from tests.ui.window.test_onbewaard import blad, full_disk, to_verhaal


def compose(tekst: str) -> None:
    """As an input method does: letters on the screen that are in no field yet."""
    QGuiApplication.sendEvent(QGuiApplication.focusObject(), QInputMethodEvent(tekst, []))


def cover_and_lock(venster: Venster) -> None:
    venster.toggle_privacy()
    venster.lock()


LEAVE: dict[str, Callable[[Venster], object]] = {
    "lock": lambda venster: venster.lock(),
    "F9 and then lock": cover_and_lock,
    "close": lambda venster: venster.close(),
}


@pytest.mark.parametrize("how", LEAVE)
@pytest.mark.parametrize("plek", ["beschikking", "persoon"])
def test_what_an_input_method_was_composing_is_recorded(
    open_venster: Venster, selam: str, again: Again, plek: str, how: str
) -> None:
    type_at(open_venster, selam, PLEKKEN[plek])
    compose("d en ሰላ")
    LEAVE[how](open_venster)
    assert open_venster.werkblad is None
    assert again().vault.dossier(selam).get(PLEKKEN[plek].subject) == "half gezegd en ሰላ"


def test_what_was_composed_and_written_already_is_not_written_twice(
    open_venster: Venster, selam: str, again: Again
) -> None:
    type_at(open_venster, selam, PLEKKEN["beschikking"])
    compose("ሰ")
    written = QInputMethodEvent()
    written.setCommitString("ሰላ")
    QGuiApplication.sendEvent(QGuiApplication.focusObject(), written)
    open_venster.lock()
    assert again().vault.dossier(selam).get("beschikking.motivering") == "half gezegሰላ"


class Invoermethode(QObject):
    """Writes what it composes when its field loses the keyboard, as one of the system does."""

    def __init__(self, field: QWidget, composed: str) -> None:
        super().__init__(field)
        self._composed = composed
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self._composed:
            written = QInputMethodEvent()
            written.setCommitString(self._composed)
            self._composed = ""
            QGuiApplication.sendEvent(watched, written)
        return False


def test_what_the_next_page_had_written_is_not_written_twice(
    open_venster: Venster, work: Workspace, selam: str, again: Again
) -> None:
    veld = to_verhaal(open_venster, work, selam)
    type_text("thuis ")
    compose("ሰላ")
    _ = Invoermethode(veld, "ሰላ")
    push(open_venster, "volgende")
    assert open_venster.focusWidget() is not veld
    open_venster.lock()
    assert again().vault.dossier(selam).antwoord("taalniveau.verhaal").waarde == "thuis ሰላ"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("plek", PLEKKEN)
def test_in_mid_word_the_word_is_there_again_with_the_cursor(
    open_venster: Venster, selam: str, again: Again, plek: str
) -> None:
    waar = PLEKKEN[plek]
    type_at(open_venster, selam, waar)
    open_venster.lock()
    opnieuw = again()
    open_venster.enter(opnieuw)
    QTest.qWait(20)
    assert (waar.getypt in recorded(opnieuw, selam, waar.subject)) is not waar.is_half
    assert not told(open_venster)
    terug = find(open_venster, QWidget, waar.veld)
    assert typed_in(terug) == waar.getypt
    assert open_venster.focusWidget() is terug
    type_text("!")
    assert typed_in(terug) == f"{waar.getypt}!"


def test_a_question_that_is_asked_on_leaving_gets_no_answer_and_holds_nothing_up(
    open_venster: Venster, selam: str, echte_vragen: None, monkeypatch: pytest.MonkeyPatch, again: Again
) -> None:
    blad(open_venster).go("dossier", {"dossier": selam})
    scherm = blad(open_venster).scherm
    answers: list[object] = []

    def ask() -> None:
        answers.append(messages.confirm(scherm, "Weg?", "Selam Tesfay", "Ja"))
        answers.append(messages.choose_file(scherm, "bewaar", "Waar?", open_venster.omgeving.documents))

    monkeypatch.setattr(scherm, "leave", ask)
    open_venster.lock()
    assert answers == [False, None]
    assert open_venster.werkblad is None
    again()


# -- a full disk -------------------------------------------------------------------------------------------


def test_on_a_full_disk_it_locks_and_only_the_vault_can_read_what_was_typed(
    open_venster: Venster, work: Workspace, selam: str, again: Again
) -> None:
    # Put together here: the interpreter keeps the lines of a file that pytest shows.
    woord = "".join(["zeven", "mijls", "laars"])
    to_verhaal(open_venster, work, selam)
    with full_disk():
        type_text(woord)
        open_venster.lock()
        assert "wacht versleuteld in het geheugen" in open_venster.ontgrendelen.uitleg.text()
        assert "schijf is vol" in open_venster.ontgrendelen.melding.text()
        gc.collect()
        assert not [o for o in gc.get_objects() if woord in _words(o)]
    open_venster.enter(again())
    assert find(open_venster, QTextEdit, "veld_taalniveau.verhaal").toPlainText() == woord


def _words(thing: object) -> str:
    held = gc.get_referents(thing) if isinstance(thing, dict | list | tuple) else ()
    return " ".join(part for part in held if isinstance(part, str))


def test_the_window_asks_before_it_throws_away_what_waits(
    open_venster: Venster, work: Workspace, selam: str, script: messages.Script, again: Again
) -> None:
    to_verhaal(open_venster, work, selam)
    with full_disk():
        type_text("niet kwijt")
        open_venster.lock()
        script.answers.append(1)
        assert not open_venster.close()
        assert "Ontgrendel eerst de kluis" in script.asked[0]
    open_venster.enter(again())
    open_venster.lock()
    assert open_venster.close(), "nothing waits any more"


def test_a_disk_that_is_gone_locks_too(
    open_venster: Venster, work: Workspace, selam: str, script: messages.Script
) -> None:
    to_verhaal(open_venster, work, selam)
    type_text("weg")
    away = work.vault.path.with_name("weggehaald")
    work.vault.path.rename(away)
    try:
        open_venster.lock()
        assert open_venster.werkblad is None
        assert open_venster.guards.terugkeer.has_unwritten(work.vault.path)
        assert not open_venster.guards.terugkeer.has_unwritten(work.vault.path / "een andere")
        assert open_venster.stack.currentWidget() is open_venster.ontgrendelen
    finally:
        away.rename(work.vault.path)
    script.answers.append(0)
    assert open_venster.close()
