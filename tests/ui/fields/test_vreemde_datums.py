"""Dates that cannot be right and conversations left open: shown with a flag, and nothing falls over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from intake_assistant.operations.acts.dossier import record_inburgeraar, record_procedure
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossier.levenslijn import LevenslijnVlak
from intake_assistant.ui.fields.field import DateField
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import find

FEITEN = {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]}


def words(venster: Venster, naam: str, **arguments: str) -> str:
    """Everything that can be read on a screen."""
    assert venster.werkblad is not None
    venster.werkblad.go(naam, arguments)
    QApplication.processEvents()
    assert not venster.werkblad.banner.isVisible()
    return " | ".join(w.text() for w in venster.werkblad.scherm.findChildren(QLabel) if w.isVisible())


@pytest.fixture
def vreemd(work: Workspace, selam: str) -> str:
    """Born in the future, registered before that, and two conversations open, one of them next year."""
    record_inburgeraar(work, selam, {"geboortedatum": "2030-01-01"})
    record_procedure(work, selam, {"inschrijving_brp": "2020-01-01"})
    start_gesprek(work, selam, {**FEITEN, "datum": "2026-05-01"})
    start_gesprek(work, selam, {**FEITEN, "datum": "2027-05-01"})
    return selam


def test_every_screen_opens(open_venster: Venster, vreemd: str) -> None:
    for kind in SCHERMEN:
        assert words(open_venster, kind.naam, dossier=vreemd)


def test_the_person_shows_what_is_odd(open_venster: Venster, vreemd: str) -> None:
    words(open_venster, "dossier", dossier=vreemd, deel="persoon")
    assert "toekomst" in find(open_venster, QLabel, "gebrek_geboortedatum").text()
    assert "voor de geboortedatum" in find(open_venster, QLabel, "gebrek_inschrijving_brp").text()


def test_an_odd_date_is_recorded_as_typed(open_venster: Venster, work: Workspace, selam: str) -> None:
    words(open_venster, "dossier", dossier=selam, deel="persoon")
    veld = find(open_venster, QLineEdit, "veld_geboortedatum")
    veld.setText("1-1-2031")
    assert open_venster.werkblad is not None
    open_venster.werkblad.leave()
    assert work.vault.dossier(selam).get("inburgeraar.geboortedatum") == "2031-01-01"
    assert "toekomst" in find(open_venster, QLabel, "gebrek_geboortedatum").text()


def test_the_line_of_time_shows_both_open_conversations(open_venster: Venster, vreemd: str) -> None:
    words(open_venster, "dossier", dossier=vreemd)
    bij = [rij[3] for rij in find(open_venster, LevenslijnVlak, "levenslijn").rijen.rijen]
    assert len([zin for zin in bij if zin.startswith("nog niet afgerond")]) == 2
    assert any("datum in de toekomst" in zin for zin in bij)


def test_the_one_that_is_chosen_is_resumed(open_venster: Venster, work: Workspace, vreemd: str) -> None:
    words(open_venster, "dossier", dossier=vreemd)
    lijn = find(open_venster, LevenslijnVlak, "levenslijn")
    (rij,) = [n for n, wat in enumerate(lijn.alle) if wat.datum == "2026-05-01" and wat.baan == "gesprek"]
    lijn.tabel.selectRow(rij)
    QTest.keyClick(lijn.tabel, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert open_venster.werkblad is not None
    scherm = open_venster.werkblad.scherm
    assert isinstance(scherm, GesprekScherm)
    assert scherm.tijdens is not None
    gesprek = scherm.tijdens.voering.id
    assert work.vault.dossier(vreemd).get(f"gesprek[{gesprek}].datum") == "2026-05-01"


def test_preparing_for_a_day_that_is_to_come_says_so(open_venster: Venster, selam: str) -> None:
    words(open_venster, "gesprek", dossier=selam)
    datum = find(open_venster, QLineEdit, "gesprek_datum")
    assert not [w for w in open_venster.findChildren(QLabel, "gebrek_gesprek_datum") if w.isVisible()]
    datum.setText("1-6-2027")
    assert "toekomst" in find(open_venster, QLabel, "gebrek_gesprek_datum").text()


def test_the_dates_of_a_dossier_are_judged_with_one_reading_of_it(
    open_venster: Venster, work: Workspace, selam: str
) -> None:
    words(open_venster, "dossier", dossier=selam, deel="persoon")
    read: list[str] = []
    work.vault._connection.set_trace_callback(read.append)
    record_procedure(work, selam, {"inschrijving_brp": "2026-03-11"})
    velden = open_venster.findChildren(DateField)
    for veld in velden:
        veld.show_value("2026-03-10")
    work.vault._connection.set_trace_callback(None)
    assert len(velden) >= 5
    assert sum("p_leaf>0 AND instr" in sql for sql in read) == 1


def test_what_was_read_is_read_anew_after_each_change(
    open_venster: Venster, work: Workspace, selam: str
) -> None:
    words(open_venster, "dossier", dossier=selam)
    assert open_venster.werkblad is not None
    context = open_venster.werkblad.context
    assert context.dossier() is context.dossier()
    record_inburgeraar(work, selam, {"woonplaats": "Delfzijl"})
    assert context.dossier().get("inburgeraar.woonplaats") == "Delfzijl"
    before = work.vault.changes()
    work.vault.give_key(bytes(32))
    record_inburgeraar(work, selam, {"woonplaats": "Appingedam"})
    assert work.vault.changes() > before
    assert context.dossier().get("inburgeraar.woonplaats") == "Appingedam"
