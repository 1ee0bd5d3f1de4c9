"""One keeper for every screen: what is typed comes back, is called off, or is refused, in one way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import PERSOON
from intake_assistant.operations.acts.concepttekst import settle_concepten
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import LineEditor
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.window import Venster
from tests.ui.fields.test_schets import blad, to_persoon
from tests.ui.gesprekshulp import find, type_text

PLAATS = "inburgeraar.woonplaats"


@pytest.fixture
def keeper(context: Context, selam: str) -> Keeper:
    context.dossier_id = selam
    return Keeper(context, QObject(context))


def followed(qtbot: QtBot, keeper: Keeper, make: Callable[[], Editor]) -> Editor:
    made = make()
    qtbot.addWidget(made)
    made.show()
    keeper.follow(made, PLAATS)
    keeper.begin((PERSOON,))
    keeper.show_in(made, PLAATS, "")
    return made


def invoer(editor: Editor) -> QWidget:
    found = editor.invoer()
    assert found is not None
    return found


@pytest.mark.parametrize("make", [LineEditor, TextEditor])
def test_what_is_typed_comes_back_with_its_cursor(
    qtbot: QtBot, keeper: Keeper, make: Callable[[], Editor]
) -> None:
    editor = followed(qtbot, keeper, make)
    QTest.keyClicks(invoer(editor), "Delfzil")
    QTest.keyClick(invoer(editor), Qt.Key.Key_Left)
    QTest.keyClick(invoer(editor), Qt.Key.Key_Left)
    QTest.keyClicks(invoer(editor), "ij")
    keeper.keep()
    again = followed(qtbot, Keeper(keeper.context, keeper), make)
    assert (again.waarde(), again.cursor_plek()) == ("Delfzijil", 7)


def test_a_page_that_is_shown_anew_loses_no_key(qtbot: QtBot, keeper: Keeper) -> None:
    editor = followed(qtbot, keeper, LineEditor)
    QTest.keyClicks(invoer(editor), "Delf")
    keeper.begin((PERSOON,))
    assert keeper.waarden == {PLAATS: "Delf"}
    assert found_again(keeper.context.work)[0].value == {"waarde": "Delf"}


def test_what_is_called_off_is_kept_nowhere(qtbot: QtBot, keeper: Keeper) -> None:
    editor = followed(qtbot, keeper, LineEditor)
    QTest.keyClicks(invoer(editor), "Delf")
    keeper.keep()
    keeper.drop(PLAATS)
    keeper.settle()
    assert not found_again(keeper.context.work)
    assert not history(keeper.context.work, keeper.context.dossier_id, PLAATS)


def test_what_is_erased_again_leaves_no_row_behind(qtbot: QtBot, keeper: Keeper) -> None:
    editor = followed(qtbot, keeper, LineEditor)
    QTest.keyClicks(invoer(editor), "D")
    keeper.keep()
    QTest.keyClick(invoer(editor), Qt.Key.Key_Backspace)
    keeper.keep()
    assert not found_again(keeper.context.work)
    keeper.settle()
    assert not history(keeper.context.work, keeper.context.dossier_id, PLAATS)


def test_typed_back_to_what_was_recorded_is_no_entry_later(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    record_inburgeraar(work, selam, {"woonplaats": "Delfzijl"})
    to_persoon(open_venster, work, selam)
    veld = find(open_venster, QLineEdit, "veld_woonplaats")
    veld.setFocus()
    type_text("x")
    qtbot.waitUntil(lambda: bool(found_again(work)))
    QTest.keyClick(veld, Qt.Key.Key_Backspace)
    blad(open_venster).leave()
    settle_concepten(work)
    assert [e.value for e in history(work, selam, PLAATS)] == [{"waarde": "Delfzijl"}]
