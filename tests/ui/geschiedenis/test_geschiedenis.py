"""The history in the window: read, sifted, undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.geschiedenis.screen import GeschiedenisScherm
from intake_assistant.ui.window.context import Context
from tests.ui.gevuld import filled_vault, new_context
from tests.ui.helpers import nameless

Shown = Callable[[QWidget], None]
LEZEN = "taalniveau.nl_lezen@inburgeraar"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path) as (work, dossier):
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def scherm(context: Context, shown: Shown) -> GeschiedenisScherm:
    made = GeschiedenisScherm(context)
    made.resize(1182, 650)
    made.show_with({})
    shown(made)
    return made


def subjects(scherm: GeschiedenisScherm) -> list[str]:
    return [regel.subject for regel in scherm.regels.regels]


def select(scherm: GeschiedenisScherm, subject: str, nth: int = 0) -> None:
    rows = [n for n, regel in enumerate(scherm.regels.regels) if regel.subject == subject]
    scherm.lijst.selectRow(scherm.regels.row_of(rows[nth]))


def line(scherm: GeschiedenisScherm, naam: str) -> QLineEdit:
    found = scherm.findChild(QLineEdit, naam)
    assert found is not None
    return found


def terug(scherm: GeschiedenisScherm) -> QPushButton:
    found = scherm.findChild(QPushButton, "ongedaan_maken")
    assert found is not None
    return found


def test_every_entry_in_words(scherm: GeschiedenisScherm, context: Context) -> None:
    assert len(scherm.regels.regels) == len(context.work.vault.entries(context.dossier_id))
    model = scherm.regels
    headers = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert headers == ["Uur", "Wat", "Vastgelegd", "Wie"]
    assert all(model.index(model.row_of(n), 1).data() for n in range(len(model.regels)))


def test_search_narrows_and_can_be_undone(qtbot: QtBot, scherm: GeschiedenisScherm) -> None:
    alle = scherm.regels.rowCount()
    QTest.keyClicks(line(scherm, "geschiedenis_zoek"), "taalmaatjes")
    qtbot.waitUntil(lambda: 0 < scherm.regels.rowCount() < alle)
    assert all("taalmaatjes" in r.waarde.casefold() for r in scherm.regels.regels)
    QTest.keyClicks(line(scherm, "geschiedenis_zoek"), " zebra")
    qtbot.waitUntil(lambda: scherm.regels.rowCount() == 0)
    leeg = scherm.findChild(QLabel, "niets_gevonden")
    assert leeg is not None
    assert leeg.isVisible()
    QTest.mouseClick(scherm.zeefrij.wis, Qt.MouseButton.LeftButton)
    assert scherm.regels.rowCount() == alle


def test_by_subject_and_person(scherm: GeschiedenisScherm) -> None:
    combo = scherm.findChild(QComboBox, "geschiedenis_onderwerp")
    assert combo is not None
    combo.setCurrentIndex(combo.findData("antwoord taalniveau"))
    combo.activated.emit(combo.currentIndex())
    assert set(subjects(scherm)) == {s for s in subjects(scherm) if "taalniveau." in s}
    assert LEZEN in subjects(scherm)
    wie = scherm.findChild(QComboBox, "geschiedenis_persoon")
    assert wie is not None
    assert wie.findData("M. de Boer") > 0


def test_what_was_known_on_a_day(qtbot: QtBot, scherm: GeschiedenisScherm) -> None:
    QTest.keyClicks(line(scherm, "geschiedenis_tot"), "31-3-2026")
    qtbot.waitUntil(lambda: "notitie[taalniveau.nl_lezen]" not in subjects(scherm))
    toen = scherm.findChild(QCheckBox, "geschiedenis_toen")
    assert toen is not None
    toen.click()
    assert subjects(scherm).count(LEZEN) == 1
    line(scherm, "geschiedenis_tot").setText("31-2-2026")
    aantal = scherm.findChild(QLabel, "geschiedenis_aantal")
    assert aantal is not None
    qtbot.waitUntil(lambda: aantal.text() == "Deze datum bestaat niet.")


def test_the_whole_of_a_line_and_undo(qtbot: QtBot, scherm: GeschiedenisScherm, context: Context) -> None:
    select(scherm, LEZEN, 1)
    assert not terug(scherm).isVisible()
    assert "opnieuw vastgelegd" in scherm.waarom_niet.text()
    select(scherm, LEZEN)
    assert "Volgens: inburgeraar" in scherm.d_wie.text()
    with qtbot.waitSignals([context.changed, context.told]):
        QTest.mouseClick(terug(scherm), Qt.MouseButton.LeftButton)
    assert context.dossier().get(LEZEN) == "a1"
    assert subjects(scherm)[0] == LEZEN


def test_undo_of_a_consent_given_by_mistake(
    qtbot: QtBot, scherm: GeschiedenisScherm, context: Context
) -> None:
    subject = next(s for s in subjects(scherm) if s.endswith(".intrekking"))
    select(scherm, subject)
    QTest.mouseClick(terug(scherm), Qt.MouseButton.LeftButton)
    assert context.dossier().get(subject, {}) == {}


def test_without_conflicts_nothing_leads_to_them(scherm: GeschiedenisScherm) -> None:
    assert not scherm.verschillen.isVisible()


def test_arguments_of_the_search_box(scherm: GeschiedenisScherm) -> None:
    scherm.show_with({"zoek": "diploma laten waarderen"})
    # The agreement itself, and what was recorded of it.
    assert "diploma laten waarderen" in [r.waarde for r in scherm.regels.regels]
    assert all("diploma laten waarderen" in f"{r.wat} {r.waarde}" for r in scherm.regels.regels)
    assert len(scherm.regels.regels) == 4


def test_everything_has_a_name_for_a_screen_reader(scherm: GeschiedenisScherm) -> None:
    assert nameless(scherm) == []


def test_the_lines_stand_under_their_day_and_conversation(scherm: GeschiedenisScherm) -> None:
    model = scherm.regels
    heads = [model.index(row, 0).data() for row in model.koppen]
    assert len(heads) < len(model.regels)
    assert any(" · Gesprek" in head for head in heads)
    assert model.koppen[0] == 0
    assert scherm.lijst.columnSpan(0, 0) == model.columnCount()
    # The arrows go from line to line.
    second = next(row for row in model.koppen if row)
    scherm.lijst.selectRow(second - 1)
    QTest.keyClick(scherm.lijst, Qt.Key.Key_Down)
    chosen = scherm.chosen()
    assert chosen is not None
    assert chosen is model.regel_at(second + 1)
