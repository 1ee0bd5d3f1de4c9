"""Answers on health and safety can be set to ask for the passphrase once more; closed, nothing shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.vault.beleid import GEVOELIG
from intake_assistant.operations.vault.logboek import read_logboek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.window.context import VERS
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import WACHTZIN
from tests.ui.gesprekshulp import find

GEHEIM = "een rolstoel en rust na het middagmaal"
VRAAG, GEWOON = "fysieke_gezondheid.aanpassing", "zelfredzaamheid.gewenste_steun"
SCHERMEN = ("weging", "geschiedenis", "rechten")


@pytest.fixture
def ziek(work: Workspace, selam: str) -> str:
    """A dossier with an answer on health, and a conversation that is on."""
    gesprek = start_gesprek(work, selam, {"datum": "2026-05-04", "vorm": "kantoor"}).made
    record_antwoord(work, selam, VRAAG, GEHEIM, gesprek=gesprek)
    record_antwoord(work, selam, GEWOON, "hulp met de post", gesprek=gesprek)
    return selam


@pytest.fixture
def blad(open_venster: Venster, work: Workspace, ziek: str) -> Werkblad:
    keep_instelling(work, GEVOELIG, "ja")
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def everything(root: QWidget) -> str:
    """All that can be read in a window now."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QPushButton | QLineEdit):
            found += [widget.text(), widget.toolTip(), widget.accessibleName()]
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            found += [
                str(model.index(row, column).data())
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return "\n".join(found)


def type_passphrase(qtbot: QtBot, root: QWidget, typed: str = WACHTZIN) -> None:
    field = find(root, QLineEdit, "poort_wachtzin")
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    button = find(root, QPushButton, "poort_openen")
    qtbot.waitUntil(lambda: button.isEnabled() or not button.isVisible())


def go(blad: Werkblad, naam: str, dossier: str, **arguments: str) -> None:
    blad.go(naam, {"dossier": dossier, **arguments})


@pytest.mark.parametrize("naam", SCHERMEN)
def test_a_screen_that_may_show_them_stays_closed_until_the_passphrase(
    blad: Werkblad, ziek: str, qtbot: QtBot, naam: str
) -> None:
    go(blad, naam, ziek)
    assert blad.scherm.naam == "poort"
    assert GEHEIM not in everything(blad)
    assert find(blad, QLineEdit, "poort_wachtzin").hasFocus()
    type_passphrase(qtbot, blad)
    assert blad.scherm.naam == naam
    go(blad, "dossier", ziek)
    go(blad, naam, ziek)
    assert blad.scherm.naam == naam


def test_the_history_shows_them_only_after_it(blad: Werkblad, ziek: str, qtbot: QtBot) -> None:
    go(blad, "geschiedenis", ziek)
    type_passphrase(qtbot, blad)
    assert GEHEIM in everything(blad)


def test_a_wrong_passphrase_opens_nothing_and_counts_in_the_same_waiting(
    blad: Werkblad, ziek: str, qtbot: QtBot, work: Workspace
) -> None:
    go(blad, "geschiedenis", ziek)
    for _ in range(3):
        type_passphrase(qtbot, blad, "mis")
        assert blad.scherm.naam == "poort"
    assert (work.vault.path / "vault.wait").exists()
    type_passphrase(qtbot, blad)
    assert blad.scherm.naam == "poort"
    assert "seconden" in find(blad, QLabel, "poort_melding").text()


def test_another_dossier_closes_the_one_before(
    blad: Werkblad, ziek: str, qtbot: QtBot, work: Workspace
) -> None:
    other = create_dossier(work, {"voornamen": "Rania", "achternaam": "Al-Khatib"}).made
    go(blad, "geschiedenis", ziek)
    type_passphrase(qtbot, blad)
    go(blad, "geschiedenis", other)
    assert blad.scherm.naam == "geschiedenis"
    go(blad, "geschiedenis", ziek)
    assert blad.scherm.naam == "poort"


def test_back_goes_past_the_gate(blad: Werkblad, ziek: str, qtbot: QtBot) -> None:
    go(blad, "dossier", ziek)
    go(blad, "weging", ziek)
    type_passphrase(qtbot, blad)
    assert blad.scherm.naam == "weging"
    blad.back()
    assert blad.scherm.naam == "dossier"


def test_locking_closes_it_and_a_passphrase_of_a_moment_ago_is_not_asked_again(
    open_venster: Venster, blad: Werkblad, ziek: str, qtbot: QtBot, work: Workspace
) -> None:
    go(blad, "geschiedenis", ziek)
    type_passphrase(qtbot, blad)
    open_venster.lock()
    assert GEHEIM not in everything(open_venster)
    field = find(open_venster, QLineEdit, "wachtzin")
    field.setText(WACHTZIN)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_venster.werkblad is not None)
    assert open_venster.werkblad is not None
    terug = open_venster.werkblad
    assert terug.scherm.naam == "geschiedenis"
    assert GEHEIM in everything(open_venster)
    # What is in sight stays so for this visit; the next one asks, once the minute is over.
    assert terug.context.ontgrendeld_op is not None
    terug.context.ontgrendeld_op -= VERS + 1
    go(terug, "weging", ziek)
    assert terug.scherm.naam == "weging"
    other = create_dossier(terug.context.work, {"voornamen": "Rania", "achternaam": "Al-Khatib"}).made
    go(terug, "dossier", other)
    go(terug, "geschiedenis", ziek)
    assert terug.scherm.naam == "poort"
    assert GEHEIM not in everything(open_venster)


def test_a_note_on_such_a_question_is_closed_too(
    open_venster: Venster, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    keep_instelling(work, GEVOELIG, "ja")
    start_gesprek(work, selam, {"datum": "2026-05-04", "vorm": "kantoor"})
    record_notitie(work, selam, VRAAG, GEHEIM)
    assert open_venster.werkblad is not None
    blad = open_venster.werkblad
    go(blad, "geschiedenis", selam)
    assert blad.scherm.naam == "poort"
    go(blad, "gesprek", selam, vraag=VRAAG)
    assert GEHEIM not in everything(blad)
    assert find(blad, QLineEdit, "poort_wachtzin").hasFocus()
    go(blad, "gesprek", selam, vraag=GEWOON)
    assert not [field for field in blad.findChildren(QLineEdit, "poort_wachtzin") if field.isVisible()]


class TestInConversation:
    @pytest.fixture
    def at(self, blad: Werkblad, ziek: str) -> Callable[[str], GesprekScherm]:
        def go_to(vraag: str) -> GesprekScherm:
            go(blad, "gesprek", ziek, vraag=vraag)
            assert isinstance(blad.scherm, GesprekScherm)
            return blad.scherm

        return go_to

    def test_only_the_page_itself_is_closed(
        self, blad: Werkblad, at: Callable[[str], GesprekScherm], qtbot: QtBot
    ) -> None:
        scherm = at(GEWOON)
        assert "hulp met de post" in everything(blad)
        scherm = at(VRAAG)
        assert GEHEIM not in everything(blad)
        assert scherm.where()["vraag"].startswith("fysieke_gezondheid")
        type_passphrase(qtbot, blad)
        assert GEHEIM in everything(blad)
        at(GEWOON)
        at(VRAAG)
        assert GEHEIM in everything(blad)

    def test_one_can_go_on_without_it(self, blad: Werkblad, at: Callable[[str], GesprekScherm]) -> None:
        scherm = at(VRAAG)
        assert scherm.tijdens is not None
        scherm.tijdens.go_previous()
        assert GEHEIM not in everything(blad)
        scherm.tijdens.go_next()
        assert GEHEIM not in everything(blad)
        at(GEWOON)
        assert "hulp met de post" in everything(blad)

    def test_a_first_answer_is_asked_without_a_gate(
        self, open_venster: Venster, work: Workspace, selam: str
    ) -> None:
        keep_instelling(work, GEVOELIG, "ja")
        start_gesprek(work, selam, {"datum": "2026-05-04", "vorm": "kantoor"})
        assert open_venster.werkblad is not None
        go(open_venster.werkblad, "gesprek", selam, vraag=VRAAG)
        assert open_venster.findChild(QLineEdit, "poort_wachtzin") is None


class TestWithoutAsking:
    def test_nothing_is_asked_and_the_look_is_in_the_log(
        self, open_venster: Venster, work: Workspace, ziek: str
    ) -> None:
        assert open_venster.werkblad is not None
        blad = open_venster.werkblad
        go(blad, "dossier", ziek)
        assert "gevoelig" not in [regel.wat for regel in read_logboek(work)]
        for naam in ("geschiedenis", "weging", "geschiedenis"):
            go(blad, naam, ziek)
            assert blad.scherm.naam == naam
        assert [regel.wat for regel in read_logboek(work)].count("gevoelig") == 1

    def test_a_page_of_the_conversation_is_in_the_log(
        self, open_venster: Venster, work: Workspace, ziek: str
    ) -> None:
        assert open_venster.werkblad is not None
        go(open_venster.werkblad, "gesprek", ziek, vraag=GEWOON)
        assert "gevoelig" not in [regel.wat for regel in read_logboek(work)]
        go(open_venster.werkblad, "gesprek", ziek, vraag=VRAAG)
        assert [regel.wat for regel in read_logboek(work)].count("gevoelig") == 1


def test_the_administrator_can_ask_it_of_everybody(venster: Venster, work: Workspace, ziek: str) -> None:
    venster.enter(replace(work, policy=Policy(bron=Path("/x"), gevoelig_opnieuw_vragen=True)))
    assert venster.werkblad is not None
    go(venster.werkblad, "geschiedenis", ziek)
    assert venster.werkblad.scherm.naam == "poort"
