"""The end of the plicht and the transfer: recorded field by field in the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from intake_assistant.domain.kinds import OPROEP
from intake_assistant.domain.recht.feiten import duofeiten, oproepen
from intake_assistant.operations.views.overzicht import stand_van
from intake_assistant.ui.dossier.persoon import PersoonPaneel
from intake_assistant.ui.window.context import Context
from tests.ui.helpers import nameless

Show = Callable[[QWidget], None]


@pytest.fixture
def paneel(context: Context, selam: str, shown: Show) -> PersoonPaneel:
    context.dossier_id = selam
    made = PersoonPaneel(context)
    shown(made)
    made.show_dossier(context.dossier())
    return made


def regel(paneel: QWidget, naam: str) -> QLineEdit:
    found = paneel.findChild(QLineEdit, naam)
    assert found is not None, naam
    return found


def choose(paneel: QWidget, naam: str, code: str) -> None:
    keuze = paneel.findChild(QComboBox, naam)
    assert keuze is not None, naam
    keuze.setCurrentIndex(keuze.findData(code))
    keuze.activated.emit(keuze.currentIndex())


def test_the_end_and_the_transfer_are_recorded(paneel: PersoonPaneel, context: Context) -> None:
    for naam, getypt in (("einde_inburgeringsplicht", "1 mei 2026"), ("overgedragen_op", "2-5-2026")):
        veld = regel(paneel, f"veld_{naam}")
        veld.setText(getypt)
        QTest.keyClick(veld, Qt.Key.Key_Return)
    choose(paneel, "veld_einde_reden", "naturalisatie")
    regel(paneel, "veld_zaaknummer").setText("Z-26-0042")
    paneel.leave()
    procedure = context.dossier().fields("procedure")
    assert procedure["einde_inburgeringsplicht"] == "2026-05-01"
    assert (procedure["einde_reden"], procedure["overgedragen_op"]) == ("naturalisatie", "2026-05-02")
    assert procedure["zaaknummer"] == "Z-26-0042"
    assert stand_van(context.work, context.dossier()) == "afgerond"
    assert nameless(paneel) == []


def test_an_earlier_pip_elsewhere_and_who_came_but_did_not_cooperate(
    paneel: PersoonPaneel, context: Context
) -> None:
    regel(paneel, "veld_eerder_pip_gemeente").setText("Assen")
    regel(paneel, "veld_eerder_pip_dagtekening").setText("1-3-2025")
    choose(paneel, "veld_eerder_pip_niveau", "A2")
    nieuw = paneel.findChild(QPushButton, "oproep_nieuw")
    assert nieuw is not None
    nieuw.click()
    rij = context.dossier().row_ids(OPROEP.lijst())[0]
    choose(paneel, f"veld_oproep_{rij}_verschenen", "ja")
    choose(paneel, f"veld_oproep_{rij}_meegewerkt", "nee")
    regel(paneel, f"veld_oproep_{rij}_termijn_tot").setText("20-3-2026")
    paneel.leave()

    dossier = context.dossier()
    assert dossier.get("procedure.eerder_pip.gemeente") == "Assen"
    assert duofeiten(dossier, {}, date(2026, 5, 4)).dagtekening_eerste_pip == date(2025, 3, 1)
    (oproep,) = oproepen(dossier)
    assert oproep.vergeefs
    assert oproep.termijn_tot == date(2026, 3, 20)


def test_a_transfer_in_the_future_is_kept_and_said_to_be_odd(paneel: PersoonPaneel) -> None:
    veld = regel(paneel, "veld_overgedragen_op")
    veld.setText("1-1-2030")
    QTest.keyClick(veld, Qt.Key.Key_Return)
    gebrek = paneel.findChild(QLabel, "gebrek_overgedragen_op")
    assert gebrek is not None
    assert gebrek.isVisibleTo(paneel)
