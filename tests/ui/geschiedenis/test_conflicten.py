"""Conflicts in the window: two cards, nothing chosen beforehand, settled once for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.conflict import resolve_conflict
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.ui.geschiedenis.screen import GeschiedenisScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gevuld import filled_vault, new_context
from tests.ui.helpers import nameless

JAREN, WENS = "opleiding.jaren_onderwijs@inburgeraar", "motivatie.beroepswens@inburgeraar"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path, strijdig=True) as (work, dossier):
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def scherm(context: Context, show_screen: ShowScreen) -> GeschiedenisScherm:
    return show_screen(GeschiedenisScherm, context.dossier_id, (1182, 650), deel="tegenspraken")


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return " ".join(made.text() for made in widget.findChildren(QLabel))


def choices(scherm: GeschiedenisScherm, nummer: int) -> list[QPushButton]:
    kaart = scherm.findChild(QWidget, f"tegenspraak_{nummer}")
    assert kaart is not None
    return [b for b in kaart.findChildren(QPushButton) if b.objectName().endswith("_kies")]


def choice_of(scherm: GeschiedenisScherm, nummer: int, waarde: str) -> QPushButton:
    (found,) = [b for b in choices(scherm, nummer) if f": {waarde}, " in b.accessibleName()]
    return found


def test_both_sides_with_who_and_when(scherm: GeschiedenisScherm) -> None:
    assert scherm.where() == {"deel": "tegenspraken"}
    kanten = [words(scherm.findChild(QWidget, f"tegenspraak_1_kant_{plek}")) for plek in (1, 2)]
    assert any("11" in k and "M. de Boer, 20 april 2026" in k for k in kanten)
    assert any("9" in k and "A. Yılmaz, 20 april 2026" in k for k in kanten)


def test_nothing_is_chosen_beforehand(scherm: GeschiedenisScherm) -> None:
    een, ander = choices(scherm, 1)
    assert een.text() == ander.text() == "Dit klopt"
    assert een.property("rol") == ander.property("rol")
    assert abs(een.width() - ander.width()) <= 1
    assert not een.isDefault()
    assert not een.hasFocus()


def test_choosing_settles_it_and_keeps_the_reason(
    qtbot: QtBot, scherm: GeschiedenisScherm, context: Context
) -> None:
    reden = scherm.findChild(QLineEdit, "tegenspraak_1_reden")
    assert reden is not None
    QTest.keyClicks(reden, "gezien op het rapport")
    with qtbot.waitSignals([context.changed, context.told]):
        QTest.mouseClick(choice_of(scherm, 1, "9"), Qt.MouseButton.LeftButton)
    dossier = context.dossier()
    assert dossier.get(JAREN) == 9
    assert (dossier.current(JAREN) or {})["reden"] == "gezien op het rapport"
    assert len(history(context.work, context.dossier_id, JAREN)) == 4
    assert [c.subject for c in dossier.conflicts()] == [WENS]


def test_texts_can_both_be_kept(qtbot: QtBot, scherm: GeschiedenisScherm, context: Context) -> None:
    both = scherm.findChild(QPushButton, "tegenspraak_0_beide")
    assert both is not None
    assert scherm.findChild(QPushButton, "tegenspraak_1_beide") is None
    QTest.mouseClick(both, Qt.MouseButton.LeftButton)
    wens = context.dossier().get(WENS)
    assert "verpleegkundige in een ziekenhuis" in wens
    assert "eerst als helpende beginnen" in wens


def test_after_the_last_one_the_list_is_shown(
    qtbot: QtBot, scherm: GeschiedenisScherm, context: Context
) -> None:
    for _ in range(2):
        QTest.mouseClick(choices(scherm, 0)[0], Qt.MouseButton.LeftButton)
    assert context.dossier().conflicts() == []
    assert scherm.where() == {"deel": "alles"}
    assert not any(chip.isVisible() for chip in scherm.chips)


def test_one_that_was_settled_meanwhile_is_told(
    qtbot: QtBot, scherm: GeschiedenisScherm, context: Context
) -> None:
    resolve_conflict(context.work, context.dossier_id, JAREN, "1")
    with qtbot.waitSignal(context.failed) as failed:
        QTest.mouseClick(choices(scherm, 1)[0], Qt.MouseButton.LeftButton)
    assert failed.args is not None
    assert failed.args[0].code == "conflict.changed"
    assert scherm.findChild(QWidget, "tegenspraak_1") is None
    assert len(choices(scherm, 0)) == 2


def test_everything_has_a_name_for_a_screen_reader(scherm: GeschiedenisScherm) -> None:
    assert nameless(scherm) == []
