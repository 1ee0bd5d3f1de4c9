"""A conversation that was held is opened from the timeline and put right, each correction an entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.operations.acts.gesprek import record_gesprek, rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.views.dossier.levenslijn import gebeurtenissen_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.gesprek.nazien import ALLEEN, GesprekNazien
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, press, type_in, visible
from tests.ui.terug import Terug

Show = Callable[[QWidget], None]


def held(work: Workspace, dossier: str, datum: str) -> str:
    velden = {"datum": datum, "vorm": "azc", "taal": "ti"}
    gesprek = start_gesprek(work, dossier, velden, [{"rol": "tolk", "naam": "T. Abraha"}]).made
    rond_af(work, dossier, gesprek, {"minuten": 60, "samenvatting": "Over werk."})
    return gesprek


@pytest.fixture
def eerste(context: Context, selam: str) -> str:
    """Two conversations were held; the first was given a day that does not exist."""
    context.dossier_id = selam
    gesprek = held(context.work, selam, "31-4-2026")
    held(context.work, selam, "2026-05-01")
    return gesprek


@pytest.fixture
def scherm(selam: str, eerste: str, show_screen: ShowScreen) -> GesprekScherm:
    return show_screen(GesprekScherm, selam, (1150, 800), gesprek=eerste)


def read(context: Context, gesprek: str) -> Gesprek:
    return next(g for g in gesprekken_of(context.dossier()) if g.id == gesprek)


def line(scherm: QWidget, naam: str, getypt: str) -> QLineEdit:
    veld = visible(scherm, naam)
    assert isinstance(veld, QLineEdit)
    veld.setFocus()
    veld.clear()
    type_in(veld, getypt)
    press(veld, Qt.Key.Key_Tab)
    return veld


def test_a_click_on_the_timeline_opens_it(open_venster: Venster, context: Context, eerste: str) -> None:
    werkblad = open_venster.werkblad
    assert werkblad is not None
    werkblad.go("dossier", {"dossier": context.dossier_id})
    QApplication.processEvents()
    scherm = werkblad.scherm
    assert isinstance(scherm, DossierScherm)
    (rij,) = [n for n, wat in enumerate(scherm.levenslijn.alle) if wat.datum == "31-4-2026"]
    assert "deze datum bestaat niet" in scherm.levenslijn.rijen.rijen[rij][3]
    scherm.levenslijn.tabel.selectRow(rij)
    QTest.keyClick(scherm.levenslijn.tabel, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert isinstance(werkblad.scherm, GesprekScherm)
    assert werkblad.scherm.nazien is not None
    assert werkblad.scherm.nazien.id == eerste


def test_the_timeline_says_when_and_where_the_next_appointment_is(context: Context, eerste: str) -> None:
    velden = {"volgende_afspraak": "2026-05-20", "volgende_afspraak_hoe": "10 uur, gemeentehuis"}
    record_gesprek(context.work, context.dossier_id, eerste, velden)
    (komt,) = [
        g for g in gebeurtenissen_of(context.work, context.dossier()) if g.baan == "gesprek" and g.komt
    ]
    assert (komt.datum, komt.bij) == ("2026-05-20", "10 uur, gemeentehuis")


def test_the_date_is_flagged_and_put_right_and_the_numbers_follow(
    scherm: GesprekScherm, context: Context, eerste: str
) -> None:
    kop = visible(scherm, "nazien_kop")
    assert isinstance(kop, QLabel)
    assert kop.text() == "Gesprek 1: nazien en verbeteren"
    gebrek = visible(scherm, f"gebrek_gesprek_{eerste}_datum")
    assert isinstance(gebrek, QLabel)
    assert "bestaat niet" in gebrek.text()

    before = len(list(context.work.vault.entries(context.dossier_id)))
    line(scherm, f"veld_gesprek_{eerste}_datum", "2 mei 2026")
    assert read(context, eerste).datum == "2026-05-02"
    assert len(list(context.work.vault.entries(context.dossier_id))) == before + 1
    assert kop.text() == "Gesprek 2: nazien en verbeteren"
    assert gebrek.isHidden()


def test_every_fact_is_put_right(scherm: GesprekScherm, context: Context, eerste: str) -> None:
    line(scherm, f"veld_gesprek_{eerste}_minuten", "-30")
    assert read(context, eerste).minuten == 60, "what cannot be is not recorded"
    line(scherm, f"veld_gesprek_{eerste}_minuten", "75")
    vorm = visible(scherm, f"veld_gesprek_{eerste}_vorm")
    assert isinstance(vorm, QComboBox)
    vorm.setCurrentIndex(vorm.findData("thuis"))
    vorm.activated.emit(vorm.currentIndex())
    samenvatting = visible(scherm, f"veld_gesprek_{eerste}_samenvatting")
    assert isinstance(samenvatting, QTextEdit)
    samenvatting.setFocus()
    samenvatting.setPlainText("Over werk en wonen.")
    line(scherm, f"veld_gesprek_{eerste}_volgende_afspraak", "9 mei 2026")
    alleen = visible(scherm, ALLEEN)
    assert isinstance(alleen, QCheckBox)
    alleen.click()
    scherm.leave()

    gesprek = read(context, eerste)
    assert (gesprek.minuten, gesprek.vorm, gesprek.samenvatting) == (75, "thuis", "Over werk en wonen.")
    assert (gesprek.volgende_afspraak, gesprek.recht_op_alleen_gewezen) == ("2026-05-09", "ja")
    assert gesprek.afgerond


def test_who_was_there_is_put_right(scherm: GesprekScherm, context: Context, eerste: str) -> None:
    line(scherm, "aanwezig_naam", "Tsegay Abraha")
    assert [i["naam"] for _, i in read(context, eerste).aanwezig] == ["Tsegay Abraha"]
    click(scherm, "aanwezig_erbij")
    namen = [w for w in scherm.findChildren(QLineEdit, "aanwezig_naam") if w.isVisibleTo(scherm)]
    assert namen[-1].hasFocus()
    type_in(namen[-1], "J. Postma")
    scherm.leave()
    assert [i["naam"] for _, i in read(context, eerste).aanwezig] == ["Tsegay Abraha", "J. Postma"]
    terug = Terug(context)
    before = read(context, eerste).aanwezig
    click(scherm, "aanwezig_weg")
    assert [i["naam"] for _, i in read(context, eerste).aanwezig] == ["Tsegay Abraha"]
    terug.put_back()
    assert read(context, eerste).aanwezig == before


def test_what_is_being_typed_survives_a_lock(
    scherm: GesprekScherm, context: Context, eerste: str, qtbot: QtBot, shown: Show
) -> None:
    namen = visible(scherm, "aanwezig_naam")
    assert isinstance(namen, QLineEdit)
    namen.clear()
    type_in(namen, "Half een na")
    type_in(visible(scherm, f"veld_gesprek_{eerste}_datum"), "0")
    subject = f"gesprek[{eerste}].aanwezig["
    qtbot.waitUntil(lambda: any(s.startswith(subject) for s in context.typed_now()))
    again = GesprekScherm(context)
    shown(again)
    again.show_with({**scherm.where()})
    assert again.nazien is not None
    shown_now = [w.text() for w in again.nazien.findChildren(QLineEdit, "aanwezig_naam")]
    assert shown_now == ["Half een na"]


def test_going_on_with_the_next_is_one_step(scherm: GesprekScherm, context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.navigate) as signal:
        click(scherm, "nazien_terug")
    assert signal.args == ["dossier", {"deel": "overzicht", "na": "gesprek"}]
    scherm.show_with({})
    assert scherm.nazien is None
    assert scherm.delen.currentWidget() is scherm.voorbereiden


def test_the_checklist_leads_to_the_tick_of_the_right_to_speak_alone(
    context: Context, eerste: str, shown: Show, qtbot: QtBot
) -> None:
    besluit = BeschikkingScherm(context)
    shown(besluit)
    besluit.show_with({})
    with qtbot.waitSignal(context.navigate) as signal:
        click(besluit, "ontbreekt_gesprek.recht_op_alleen_gewezen")
    laatste = gesprekken_of(context.dossier())[-1].id
    assert signal.args == ["gesprek", {"gesprek": laatste, "deel": "nazien", "veld": ALLEEN}]
    with qtbot.waitSignal(context.navigate) as signal:
        click(besluit, f"ontbreekt_gesprek[{eerste}].datum")
    assert signal.args == ["gesprek", {"gesprek": eerste, "deel": "nazien", "veld": "datum"}]

    doel = add_doel(context.work, context.dossier_id, "een fiets", "kort").made
    afspraak = add_afspraak(
        context.work, context.dossier_id, doel, {"wat": "sparen", "uiterlijk": "morgen"}
    ).made
    besluit.show_with({})
    with qtbot.waitSignal(context.navigate) as signal:
        click(besluit, f"ontbreekt_afspraak[{afspraak}].uiterlijk")
    assert signal.args == ["ontwikkelplan", {"doel": doel}]

    scherm = GesprekScherm(context)
    shown(scherm)
    scherm.show_with({"gesprek": laatste, "deel": "nazien", "veld": ALLEEN})
    assert isinstance(scherm.delen.currentWidget(), GesprekNazien)
    assert visible(scherm, ALLEEN).hasFocus()
