"""Conflicts in the window: two cards, nothing chosen beforehand, settled once for all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.entry import Presence, canonical, make_entry, value_hash
from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.operations.acts.conflict import resolve_conflict
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.ui.conflicten.screen import ConflictenScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gevuld import filled_vault, new_context
from tests.ui.helpers import nameless

SLAPEN = "mentale_gezondheid.slapen@inburgeraar"
JAREN, WENS = "opleiding.jaren_onderwijs@inburgeraar", "motivatie.beroepswens@inburgeraar"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path, strijdig=True) as (work, dossier):
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def scherm(context: Context, show_screen: ShowScreen) -> ConflictenScherm:
    return show_screen(ConflictenScherm, context.dossier_id, (1182, 650))


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return " ".join(made.text() for made in widget.findChildren(QLabel))


def choices(scherm: ConflictenScherm, nummer: int) -> list[QPushButton]:
    kaart = scherm.findChild(QWidget, f"tegenspraak_{nummer}")
    assert kaart is not None
    return [b for b in kaart.findChildren(QPushButton) if b.objectName().endswith("_kies")]


def button(scherm: ConflictenScherm, naam: str) -> QPushButton:
    found = scherm.findChild(QPushButton, naam)
    assert found is not None, naam
    return found


def line(scherm: ConflictenScherm, naam: str) -> QLineEdit:
    found = scherm.findChild(QLineEdit, naam)
    assert found is not None, naam
    return found


def choice_of(scherm: ConflictenScherm, nummer: int, waarde: str) -> QPushButton:
    (found,) = [b for b in choices(scherm, nummer) if f": {waarde}, " in b.accessibleName()]
    return found


def test_both_sides_with_who_and_when(scherm: ConflictenScherm) -> None:
    kanten = [words(scherm.findChild(QWidget, f"tegenspraak_1_kant_{plek}")) for plek in (1, 2)]
    assert any("11" in k and "M. de Boer, 20 april 2026" in k for k in kanten)
    assert any("9" in k and "A. Yılmaz, 20 april 2026" in k for k in kanten)


def test_nothing_is_chosen_beforehand(scherm: ConflictenScherm) -> None:
    een, ander = choices(scherm, 1)
    assert een.text() == ander.text() == "Dit klopt"
    assert een.property("rol") == ander.property("rol")
    assert abs(een.width() - ander.width()) <= 1
    assert not een.isDefault()
    assert not een.hasFocus()


def test_choosing_settles_it_and_keeps_the_reason(
    qtbot: QtBot, scherm: ConflictenScherm, context: Context
) -> None:
    reden = scherm.findChild(QLineEdit, "tegenspraak_1_reden")
    assert reden is not None
    QTest.keyClicks(reden, "gezien op het rapport")
    with qtbot.waitSignal(context.changed):
        QTest.mouseClick(choice_of(scherm, 1, "9"), Qt.MouseButton.LeftButton)
    dossier = context.dossier()
    assert dossier.get(JAREN) == 9
    assert (dossier.current(JAREN) or {})["reden"] == "gezien op het rapport"
    assert len(history(context.work, context.dossier_id, JAREN)) == 4
    assert [c.subject for c in dossier.conflicts()] == [WENS]


def test_texts_can_both_be_kept(qtbot: QtBot, scherm: ConflictenScherm, context: Context) -> None:
    both = scherm.findChild(QPushButton, "tegenspraak_0_beide")
    assert both is not None
    assert scherm.findChild(QPushButton, "tegenspraak_1_beide") is None
    QTest.mouseClick(both, Qt.MouseButton.LeftButton)
    wens = context.dossier().get(WENS)
    assert "verpleegkundige in een ziekenhuis" in wens
    assert "eerst als helpende beginnen" in wens


def test_after_the_last_one_there_is_nothing_left(scherm: ConflictenScherm, context: Context) -> None:
    for _ in range(2):
        QTest.mouseClick(choices(scherm, 0)[0], Qt.MouseButton.LeftButton)
    assert context.dossier().conflicts() == []
    assert scherm.kaarten == []
    assert "geen verschillen meer" in words(scherm)


def test_a_choice_can_be_undone_at_once(scherm: ConflictenScherm, context: Context) -> None:
    QTest.mouseClick(choice_of(scherm, 1, "9"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(scherm, "terug_naar_verschil"), Qt.MouseButton.LeftButton)
    assert [c.subject for c in context.dossier().conflicts()] == [WENS, JAREN]
    assert len(choices(scherm, 1)) == 2
    assert scherm.findChild(QPushButton, "terug_naar_verschil") is None


def test_something_else_is_typed_as_the_question_is_answered(
    scherm: ConflictenScherm, context: Context
) -> None:
    QTest.mouseClick(button(scherm, "tegenspraak_1_anders_knop"), Qt.MouseButton.LeftButton)
    veld = scherm.findChild(QLineEdit, "tegenspraak_1_nieuw")
    assert veld is not None
    assert not button(scherm, "tegenspraak_1_leg_vast").isEnabled()
    QTest.keyClicks(veld, "10")
    QTest.mouseClick(button(scherm, "tegenspraak_1_leg_vast"), Qt.MouseButton.LeftButton)
    assert context.dossier().get(JAREN) == 10
    assert [c.subject for c in context.dossier().conflicts()] == [WENS]


def test_both_are_kept_as_two_sources(scherm: ConflictenScherm, context: Context) -> None:
    QTest.mouseClick(button(scherm, "tegenspraak_1_twee_bronnen_knop"), Qt.MouseButton.LeftButton)
    bron = scherm.findChild(QComboBox, "tegenspraak_1_bron")
    assert bron is not None
    sides = [button(scherm, f"tegenspraak_1_bron_{plek}") for plek in (1, 2)]
    assert not any(side.isEnabled() for side in sides)
    bron.setCurrentIndex(bron.findData("diploma"))
    (nine,) = [side for side in sides if side.text() == "Dat is: 9"]
    QTest.mouseClick(nine, Qt.MouseButton.LeftButton)
    found = context.dossier()
    assert (found.get(JAREN), found.get("opleiding.jaren_onderwijs@diploma")) == (11, 9)
    assert [c.subject for c in found.conflicts()] == [WENS]


def test_by_keyboard_from_one_to_the_next(scherm: ConflictenScherm) -> None:
    scherm.setFocus()
    for key, nummer in (("Down", 0), ("Down", 1), ("Up", 0)):
        QTest.keyClick(scherm, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.AltModifier)
        assert scherm.kaarten[nummer].hasFocus(), (key, nummer)


def test_what_is_typed_is_there_again_after_going_elsewhere(
    scherm: ConflictenScherm, context: Context
) -> None:
    QTest.mouseClick(button(scherm, "tegenspraak_1_anders_knop"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(line(scherm, "tegenspraak_1_nieuw"), "10")
    QTest.keyClicks(line(scherm, "tegenspraak_1_reden"), "gebeld")
    scherm.leave()
    again = ConflictenScherm(context)
    again.show_with({})
    assert line(again, "tegenspraak_1_nieuw").text() == "10"
    assert line(again, "tegenspraak_1_reden").text() == "gebeld"
    again.deleteLater()


def test_the_dossiers_with_something_to_settle_are_listed(scherm: ConflictenScherm) -> None:
    assert [rij[1] for rij in scherm.regels.rijen] == ["2"]
    assert scherm.lijst.row == 0


def test_another_dossier_is_opened_from_the_list(
    qtbot: QtBot, scherm: ConflictenScherm, context: Context
) -> None:
    dossier, context.dossier_id = context.dossier_id, ""
    scherm.show_with({})
    assert "Kies links een dossier" in words(scherm)
    with qtbot.waitSignal(context.navigate) as went:
        scherm.go_on(1)
    assert went.args == ["conflicten", {"dossier": dossier}]


def test_besluiten_that_hold_at_once_are_told_with_what_can_be_done(
    scherm: ConflictenScherm, context: Context
) -> None:
    for dag in ("2026-04-14", "2026-04-17"):
        waarde = {
            "nummer": 1, "grond": "eerste", "dagtekening": dag, "inhoud": {"leerroute": "B"},
            "bestanden": {}, "vervangt": [],
        }  # fmt: skip
        record_waarde(context.work, context.dossier_id, BESLUIT.of(context.work.new_id()), waarde)
    scherm.show_with({})
    told = words(scherm.findChild(QWidget, "samenloop"))
    assert "besluit 1 van 14 april 2026" in told
    assert "besluit 1 van 17 april 2026" in told
    assert "(Wet 15(1))" in told
    assert "Het programma kiest niet" in told
    assert scherm.regels.rijen[0][1] == "3"


def test_one_that_was_settled_meanwhile_is_told_and_what_was_typed_is_not_lost(
    qtbot: QtBot, scherm: ConflictenScherm, context: Context
) -> None:
    QTest.keyClicks(line(scherm, "tegenspraak_1_reden"), "gezien op het rapport")
    resolve_conflict(context.work, context.dossier_id, JAREN, "1")
    with qtbot.waitSignal(context.failed) as failed:
        QTest.mouseClick(choices(scherm, 1)[0], Qt.MouseButton.LeftButton)
    assert failed.args is not None
    assert failed.args[0].code == "conflict.changed"
    assert scherm.findChild(QWidget, "tegenspraak_1") is None
    assert len(choices(scherm, 0)) == 2
    assert "gezien op het rapport" in words(scherm.findChild(QWidget, "vervallen"))


def test_what_is_partly_with_somebody_else_cannot_be_settled_here_and_says_so(
    scherm: ConflictenScherm, context: Context
) -> None:
    (entry,) = [e for e in context.work.vault.entries(context.dossier_id) if e.header.subject == SLAPEN]
    salt, body = bytes(16), canonical({"staat": "beantwoord", "waarde": 2})
    header = replace(entry.header, device="f" * 16, value_hash=value_hash(salt, body))
    apart = replace(make_entry(header, salt, body), presence=Presence.WITHHELD, salt=b"", body=b"")
    context.work.vault.union([apart])
    scherm.show_with({})
    told = words(scherm.findChild(QWidget, "half_bekend"))
    assert "Hier niet op te lossen" in told
    assert "‘Hoe slaapt u de laatste weken?’. Wie alles heeft" in told
    assert len(scherm.kaarten) == 2


def test_everything_has_a_name_for_a_screen_reader(scherm: ConflictenScherm) -> None:
    assert nameless(scherm) == []
