"""The ontwikkelplan: goals by term, agreements, what is overdue, what changed, a new version."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.besluit import planversies_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_whole, press, texts, type_in, visible
from tests.ui.helpers import nameless

Show = Callable[[QWidget], None]


@pytest.fixture
def plan(context: Context, selam: str, show_screen: ShowScreen) -> Ontwikkelplan:
    doel = add_doel(context.work, selam, "een fiets", "kort").made
    velden = {"wat": "sparen", "wie": "inburgeraar", "uiterlijk": "2026-05-01"}
    add_afspraak(context.work, selam, doel, velden)
    return show_screen(Ontwikkelplan, selam)


def verschil(scherm: Ontwikkelplan) -> list[str]:
    return texts(scherm, "verschil")


def test_overdue_is_said_in_words_and_done_ends_it(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    laat = visible(plan, "te_laat")
    assert isinstance(laat, QLabel)
    assert laat.text() == "3 dagen te laat"
    assert "1 afspraak is te laat." in plan.stand.text()

    click(plan, "klaar")
    qtbot.waitUntil(lambda: not [w for w in plan.findChildren(QLabel, "te_laat") if w.isVisibleTo(plan)])

    assert doelen_of(plan.context.dossier())[0].afspraken[0].klaar_op == "2026-05-04"
    stand = visible(plan, "stand")
    assert isinstance(stand, QLabel)
    assert stand.text() == "inburgeraar · klaar op 4 mei 2026"


def test_a_goal_and_an_agreement_are_typed_in_place(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    click(plan, "nieuw_doel_lang")
    qtbot.waitUntil(lambda: plan._open != "" and bool(plan.findChildren(QWidget, "doel_naam")))
    type_in(visible(plan, "doel_naam"), "werken als naaister")
    click(plan, "afspraak_nieuw")
    qtbot.waitUntil(lambda: bool(plan.findChildren(QWidget, "afspraak_wat")))
    type_in(visible(plan, "afspraak_wat"), "atelier bezoeken")
    wie = visible(plan, "afspraak_wie")
    assert isinstance(wie, QComboBox)
    wie.setFocus()
    press(wie, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: doelen_of(plan.context.dossier())[1].afspraken[0].wie == "regievoerder")
    uiterlijk = visible(plan, "afspraak_uiterlijk")
    assert isinstance(uiterlijk, QLineEdit)
    type_in(uiterlijk, "1 juni 2026")
    click(plan, "doel_klaar")

    doel = doelen_of(plan.context.dossier())[1]
    assert (doel.naam, doel.termijn) == ("werken als naaister", "lang")
    afspraak = doel.afspraken[0]
    assert (afspraak.wat, afspraak.wie) == ("atelier bezoeken", "regievoerder")
    assert afspraak.uiterlijk == "2026-06-01"


def test_taking_out_a_goal_keeps_it_in_the_history(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    click(plan, "doel_wijzigen")
    qtbot.waitUntil(lambda: bool(plan.findChildren(QWidget, "doel_weghalen")))
    click(plan, "doel_weghalen")

    assert doelen_of(plan.context.dossier()) == []
    assert any("een fiets" in str(e.value) for e in plan.context.work.vault.entries(plan.context.dossier_id))


def test_a_goal_without_a_known_term_is_not_lost(context: Context, selam: str, shown: Show) -> None:
    record_fields(context.work, selam, "doel[0123456789abcdef]", {"naam": "ooit", "termijn": "eens"})
    context.dossier_id = selam
    plan = Ontwikkelplan(context)
    shown(plan)
    plan.show_with({})

    assert "ooit" in texts(visible(plan, "doel_0123456789abcdef"))


def test_a_new_version_holds_what_changed(
    context: Context, work: Workspace, shown: Show, qtbot: QtBot
) -> None:
    context.dossier_id = play_whole(work, "06")
    plan = Ontwikkelplan(context)
    plan.resize(1150, 640)
    shown(plan)
    plan.show_with({})
    before = len(planversies_of(context.dossier()))
    add_afspraak(work, context.dossier_id, doelen_of(context.dossier())[0].id, {"wat": "een bril kopen"})
    plan.show_with({})
    assert "Nieuwe afspraak: een bril kopen" in verschil(plan)

    type_in(visible(plan, "versie_reden"), "voortgangsgesprek")
    click(plan, "maak_versie")
    qtbot.waitUntil(lambda: len(planversies_of(context.dossier())) == before + 1)
    qtbot.waitUntil(lambda: verschil(plan) == ["Er is niets veranderd."])

    assert planversies_of(context.dossier())[-1].reden == "voortgangsgesprek"
    assert nameless(plan) == []
