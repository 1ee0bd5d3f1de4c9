"""At a talk each agreement on help is looked back on: who does it now is one press."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget

from intake_assistant.domain.kinds import AFSPRAAK
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.toennu.screen import ToennuScherm
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import find


def test_who_does_it_now_is_recorded_in_the_talk(open_venster: Venster, work: Workspace, selam: str) -> None:
    doel = add_doel(work, selam, "geld", "kort").made
    add_afspraak(work, selam, doel, {"wat": "een fiets"})
    velden = {"wat": "de huur betalen", "hulp": "voor_u", "samen_vanaf": "2026-05-01"}
    afspraak = add_afspraak(work, selam, doel, velden).made
    gesprek = start_gesprek(work, selam, {"vorm": "kantoor", "onderwerpen": ["opleiding"]}).made
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("gesprek", {"dossier": selam})
    QApplication.processEvents()
    find(open_venster, QAbstractButton, "afronden_knop").click()
    QApplication.processEvents()
    kaart = find(open_venster, QWidget, "terugkijken")
    assert kaart.findChild(QWidget, f"terugkijken_{afspraak}") is not None
    assert len(kaart.findChildren(QWidget, "hulptrap")) == 1  # not of the bicycle
    find(open_venster, QAbstractButton, "hulp_samen").click()
    QApplication.processEvents()
    hulp = doelen_of(work.vault.dossier(selam))[0].afspraken[1].hulp
    assert (hulp.nu, hulp.teruggekeken_op) == ("samen", "2026-05-04")
    leaf = work.vault.dossier(selam).leaf(AFSPRAAK.of(afspraak, "hulp"))
    assert leaf is not None
    assert leaf.gesprek == gesprek
    assert find(open_venster, QLabel, "teruggekeken").text() == "Vandaag besproken."
    assert find(open_venster, QAbstractButton, "hulp_samen").isChecked()


def test_two_days_are_looked_at_together_and_the_page_after_the_talk_is_as_it_was(
    open_venster: Venster, work: Workspace, selam: str
) -> None:
    start_gesprek(work, selam, {"vorm": "kantoor", "taal": "ti", "onderwerpen": ["opleiding"]})
    werkblad = open_venster.werkblad
    assert werkblad is not None
    werkblad.go("gesprek", {"dossier": selam})
    QApplication.processEvents()
    find(open_venster, QAbstractButton, "afronden_knop").click()
    QApplication.processEvents()
    # There was one before it: else there is nothing to look back to.
    assert not find(open_venster, QWidget, "afronden").isHidden()
    erheen = open_venster.findChild(QAbstractButton, "afronden_toen_en_nu")
    assert erheen is not None
    if len(work.vault.dossier(selam).row_ids("gesprek")) < 2:
        assert erheen.isHidden()
    verhaal = find(open_venster, QTextEdit, "samenvatting")
    verhaal.setPlainText("Wij keken terug.")
    erheen.click()
    QApplication.processEvents()
    assert werkblad.scherm.naam == ToennuScherm.naam
    assert werkblad.context.samen == selam
    # No term and no other name above what the other side sees.
    assert werkblad.kop.isHidden()
    find(open_venster, QAbstractButton, "toennu_terug").click()
    QApplication.processEvents()
    assert werkblad.scherm.naam == GesprekScherm.naam
    assert find(open_venster, QTextEdit, "samenvatting").toPlainText() == "Wij keken terug."
    assert werkblad.context.gedeeld.zicht.blad.toennu is None
