"""The last step of a consent, at which the person looks along."""

import datetime

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.context import Context, Rondom
from intake_assistant.ui.window.window import Venster
from tests.ui.gevuld import VANDAAG
from tests.ui.toestemming.hulp import choose, click, fill_in


def test_who_looks_along_sees_no_bar_at_the_question(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    assert scherm.rondom() is Rondom.ALLES
    fill_in(qtbot, scherm, "taalniveau")
    assert scherm.rondom() is Rondom.STATUSREGEL
    assert scherm.vragen.antwoord.gedeeld.isAncestorOf(scherm.vragen.antwoord.tekst)
    assert not scherm.vragen.antwoord.gedeeld.isAncestorOf(scherm.vragen.antwoord.taal)
    scherm.step_back()
    assert scherm.rondom() is Rondom.ALLES


def test_in_a_narrow_window_the_text_has_all_the_room_and_both_answers_are_in_sight(
    qtbot: QtBot, scherm: ToestemmingenScherm
) -> None:
    scherm.resize(560, 420)
    fill_in(qtbot, scherm, "taalniveau")
    QApplication.processEvents()
    stap = scherm.vragen.antwoord
    window = stap.visibleRegion().boundingRect().translated(stap.mapTo(scherm, QPoint()))
    for naam in ("voorleesvlak", "antwoord_ja", "antwoord_nee"):
        widget = scherm.findChild(QWidget, naam)
        assert widget is not None
        assert window.contains(QRect(widget.mapTo(scherm, QPoint()), widget.size()))
    assert stap.tekst.window().focusWidget() is scherm.findChild(QWidget, "voorleesvlak")
    click(qtbot, scherm, "antwoord_ja")
    QApplication.processEvents()
    asked = scherm.window().focusWidget()
    assert asked in stap.uitgelegd_met.knoppen.values()
    assert not asked.visibleRegion().isEmpty()
    scherm.resize(1100, 700)
    QApplication.processEvents()
    assert stap.taal.mapTo(scherm, QPoint()).x() < stap.tekst.mapTo(scherm, QPoint()).x()


def test_what_is_told_lies_in_the_bar_that_came_back(open_venster: Venster, qtbot: QtBot, selam: str) -> None:
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("toestemmingen", {"dossier": selam})
    scherm = open_venster.werkblad.scherm
    assert isinstance(scherm, ToestemmingenScherm)
    QTest.qWait(100)
    fill_in(qtbot, scherm, "taalniveau")
    QTest.qWait(100)
    assert open_venster.werkblad.kop.isHidden()
    click(qtbot, scherm, "antwoord_nee")
    QApplication.processEvents()
    kop, banner = open_venster.werkblad.kop, open_venster.werkblad.banner
    assert not kop.isHidden()
    assert banner.x() >= kop.mapTo(open_venster.werkblad, kop.rect().topLeft()).x()


def test_an_interpreter_of_today_counts_once_the_conversation_is_rounded_off_and_one_of_yesterday_not(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    work, ging_weg = context.work, {"rol": "tolk", "nummer": "30562", "weg_om": "10.40"}
    for dag in (VANDAAG - datetime.timedelta(days=1), VANDAAG):
        velden = {"vorm": "azc", "datum": dag.isoformat()}
        begun = start_gesprek(work, context.dossier_id, velden, [ging_weg])
        rond_af(work, context.dossier_id, begun.made, {})
        fill_in(qtbot, scherm, "taalniveau")
        choose(qtbot, scherm, "uitgelegd_met_tolk")
        assert scherm.vragen.antwoord.let_op.isHidden() == (dag == VANDAAG)
        click(qtbot, scherm, "vraag_stoppen")
