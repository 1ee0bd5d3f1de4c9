"""While a conversation is on, nobody else comes into sight: not by a key, a click, a box or a start."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.views.voorbereiden import counts_as
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
GEEN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def nour(work: Workspace) -> str:
    """Somebody else."""
    return create_dossier(work, {"voornamen": "Nour", "achternaam": "Al-Khatib", "spreektaal": "ar"}).made


@pytest.fixture
def blad(open_venster: Venster, work: Workspace, selam: str, nour: str) -> Werkblad:
    """A conversation with Selam is on; one came from the dossier of Nour."""
    blad = open_venster.werkblad
    assert blad is not None
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    blad.go("dossier", {"dossier": nour})
    blad.go("gesprek", {"dossier": selam})
    return blad


def tijdens(blad: Werkblad) -> GesprekTijdens:
    assert isinstance(blad.scherm, GesprekScherm)
    assert blad.scherm.tijdens is not None
    return blad.scherm.tijdens


def key(blad: Werkblad, toets: Qt.Key, met: Qt.KeyboardModifier = GEEN) -> None:
    QTest.keyClick(blad.window().windowHandle(), toets, met)
    QCoreApplication.processEvents()


def in_sight(venster: QWidget) -> str:
    """Every word that can be read now; what lies under a page that covers all is not."""
    QCoreApplication.processEvents()
    found: list[str] = []
    for widget in venster.findChildren(QWidget):
        if widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel | QPushButton | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QTextEdit):
            found.append(widget.toPlainText())
    return " ".join(found)


def found(blad: Werkblad) -> list[str]:
    lijst = blad.zoeken.lijst
    return [lijst.item(row).text() for row in range(lijst.count())]


def test_ctrl_k_holds_only_this_dossier_and_stays_beside_the_shared_half(
    qtbot: QtBot, blad: Werkblad
) -> None:
    key(blad, Qt.Key.Key_K, CTRL)
    assert blad.zoeken.isVisible()
    assert found(blad)
    assert not any("Al-Khatib" in line or "Tesfay" in line or "Te regelen" in line for line in found(blad))
    QTest.keyClicks(blad.zoeken.veld, "khatib")
    niets = "Niets gevonden in dit dossier.\nTijdens een gesprek zoekt u niet in andere."
    qtbot.waitUntil(lambda: found(blad) == [niets])
    gedeeld = tijdens(blad).gedeeld
    links = gedeeld.mapTo(blad, QPoint(0, 0)).x()
    assert blad.zoeken.geometry().right() < links
    key(blad, Qt.Key.Key_Escape)
    key(blad, Qt.Key.Key_F1)
    assert blad.toetsen.isVisible()
    assert blad.toetsen.geometry().right() < links


@pytest.mark.parametrize(
    ("woord", "waar"),
    [("toestemm", "toestemmingen"), ("vertellen", "vertellen"), ("afronden", "afronden"),
     ("digitale", "digitale_vaardigheden")],
)  # fmt: skip
def test_the_acts_of_the_conversation_and_the_topics_are_found(blad: Werkblad, woord: str, waar: str) -> None:
    key(blad, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(blad.zoeken.veld, woord)
    key(blad, Qt.Key.Key_Return)
    if isinstance(blad.scherm, GesprekScherm):
        names = [w.objectName() for w in blad.scherm.findChildren(QWidget) if w.isVisible()]
        assert waar in [*names, tijdens(blad).pagina.plek.startpositie]
    else:
        assert blad.scherm.naam == waar


def test_the_bar_leads_nowhere_and_covering_and_locking_stay(blad: Werkblad) -> None:
    assert not any(b.isVisible() for b in blad.navigatie.buttons.values())
    blad.go("toestemmingen", {})
    shown = [naam for naam, button in blad.navigatie.buttons.items() if button.isVisible()]
    assert shown == ["zoeken", "toetsen", "privacy", "slot"]
    QTest.mouseClick(blad.kop.naar_gesprek, Qt.MouseButton.LeftButton)
    assert blad.scherm.naam == "gesprek"


@pytest.mark.parametrize("naar", ["dossiers", "te_regelen", "instellingen", "reservekopieen"])
def test_what_shows_others_is_covered_until_nobody_looks_along(blad: Werkblad, naar: str) -> None:
    blad.context.navigate.emit(naar, {})
    assert blad.samen.verlaten.isVisible()
    assert "Khatib" not in in_sight(blad.window())
    assert "Selam" not in in_sight(blad.window())
    # What is typed on leads back: the way out is a deliberate one.
    key(blad, Qt.Key.Key_Space)
    assert blad.scherm.naam == "gesprek"
    assert not blad.samen.verlaten.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert tijdens(blad).isAncestorOf(focus)
    blad.context.navigate.emit(naar, {})
    QTest.mouseClick(blad.samen.verlaten.niemand, Qt.MouseButton.LeftButton)
    assert blad.scherm.naam == naar
    assert blad.navigatie.buttons["dossiers"].isVisible()


def test_back_leads_to_nobody_else(blad: Werkblad, nour: str) -> None:
    key(blad, Qt.Key.Key_Left, ALT)
    assert blad.samen.verlaten.isVisible()
    QTest.mouseClick(blad.samen.verlaten.niemand, Qt.MouseButton.LeftButton)
    assert blad.context.dossier_id == nour


def test_what_is_typed_before_going_back_is_recorded_with_whom_it_is_about(
    open_venster: Venster, work: Workspace, selam: str, nour: str
) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("dossier", {"dossier": selam})
    blad.go("dossier", {"dossier": nour, "deel": "persoon"})
    veld = next(w for w in blad.scherm.findChildren(QLineEdit, "veld_adres") if w.isVisible())
    veld.setFocus()
    key(blad, Qt.Key.Key_X)
    key(blad, Qt.Key.Key_Left, ALT)
    assert blad.context.dossier_id == selam
    assert work.vault.dossier(nour).get("inburgeraar.adres") == "x"
    assert not work.vault.dossier(selam).get("inburgeraar.adres")


@pytest.mark.parametrize("naam", ["toestemmingen", "gesprek"])
def test_the_way_out_leads_to_this_dossier(blad: Werkblad, selam: str, naam: str) -> None:
    blad.go(naam, {})
    if naam == "gesprek":
        key(blad, Qt.Key.Key_O, ALT)
        QTest.mouseClick(_button(blad, "gesprek_verlaten_knop"), Qt.MouseButton.LeftButton)
    else:
        QTest.mouseClick(blad.kop.weg, Qt.MouseButton.LeftButton)
    assert blad.scherm.naam == naam
    QTest.mouseClick(blad.samen.verlaten.niemand, Qt.MouseButton.LeftButton)
    assert (blad.scherm.naam, blad.context.dossier_id) == ("dossier", selam)
    assert not blad.samen.is_on


def test_rounding_off_gives_the_bar_back(blad: Werkblad) -> None:
    tijdens(blad).afronden.emit()
    assert isinstance(blad.scherm, GesprekScherm)
    assert blad.scherm.afronden is not None
    blad.scherm.afronden.rond_af()
    assert blad.navigatie.buttons["dossiers"].isVisible()
    assert not blad.kop.weg.isVisible()


def test_after_a_crash_nobody_is_named_but_who_was_at_the_table(
    open_venster: Venster, blad: Werkblad, work: Workspace, nour: str
) -> None:
    keep_concepttekst(work, nour, "notitie[gezinssituatie.opening]", {"waarde": "half"})
    venster = open_venster
    venster.guards.grendel.put_away(blad)
    venster.enter(work)
    assert venster.werkblad is not None
    assert venster.werkblad.scherm.naam == "verder"
    assert "Selam" in in_sight(venster)
    assert "Khatib" not in in_sight(venster)
    QTest.mouseClick(_button(venster, "verder_gesprek"), Qt.MouseButton.LeftButton)
    assert venster.werkblad.scherm.naam == "gesprek"
    venster.werkblad.context.navigate.emit("dossiers", {})
    QTest.mouseClick(venster.werkblad.samen.verlaten.niemand, Qt.MouseButton.LeftButton)
    # Told now that nobody looks along.
    assert "Al-Khatib" in venster.werkblad.banner.tekst.text()


def test_from_the_start_to_the_list_is_covered_too(open_venster: Venster, blad: Werkblad) -> None:
    thuis = open_venster
    thuis._rebuild()
    assert thuis.werkblad is not None
    assert thuis.werkblad.scherm.naam == "gesprek"
    thuis.werkblad.go("verder", {})
    QTest.mouseClick(_button(thuis, "verder_dossiers"), Qt.MouseButton.LeftButton)
    assert thuis.werkblad.samen.verlaten.isVisible()
    QTest.mouseClick(thuis.werkblad.samen.verlaten.niemand, Qt.MouseButton.LeftButton)
    assert thuis.werkblad.scherm.naam == "dossiers"


def test_the_clock_runs_while_consent_is_asked_and_stands_still_when_it_was_left(blad: Werkblad) -> None:
    aan = tijdens(blad)
    blad.go("toestemmingen", {})
    before = aan.klok.seconden
    aan.klok._tik_op -= 3
    aan.klok.tik()
    assert aan.klok.seconden >= before + 3
    blad.context.gesprek_aan.emit(False)
    before = aan.klok.seconden
    aan.klok._tik_op -= 3
    aan.klok.tik()
    assert aan.klok.seconden == before


def test_the_header_follows_what_is_recorded(blad: Werkblad, selam: str) -> None:
    record_waarde(blad.context.work, selam, "inburgeraar.verblijfstitel", "asiel")
    voering, before = tijdens(blad).voering, blad.kop.klok.text()
    voering.choose("financien.inkomen", "bijstand")
    begonnen = blad.context.work.clock.today() - datetime.timedelta(days=175)
    voering.choose("financien.begin_bijstand", begonnen.isoformat())
    assert blad.kop.klok.text() not in ("", before)


def _button(root: QWidget, naam: str) -> QPushButton:
    return next(b for b in root.findChildren(QPushButton, naam) if b.isVisible())


def test_what_is_told_to_us_waits_while_the_window_is_turned_to_the_person(blad: Werkblad) -> None:
    """That somebody wants to speak alone is not read by who sits beside them."""
    zin = "De ander wijst aan: even alleen praten."
    key(blad, Qt.Key.Key_F8)
    blad.context.noted.emit(zin)
    assert zin not in in_sight(blad.window())
    key(blad, Qt.Key.Key_F8)
    assert zin in in_sight(blad.window())
    key(blad, Qt.Key.Key_F8)
    assert zin not in in_sight(blad.window())
    key(blad, Qt.Key.Key_F8)
    assert zin in in_sight(blad.window())


def test_a_remark_on_a_question_goes_with_it_and_an_error_stays(blad: Werkblad) -> None:
    zin = "De ander begrijpt het niet."
    blad.context.remarked.emit(zin)
    assert zin in in_sight(blad.window())
    tijdens(blad).go_next()
    assert zin not in in_sight(blad.window())
    # What came while the window was turned stays until we saw it.
    for told in (blad.context.noted, blad.context.remarked):
        key(blad, Qt.Key.Key_F8)
        told.emit("De ander wil stoppen.")
        tijdens(blad).go_next()
        key(blad, Qt.Key.Key_F8)
        assert "De ander wil stoppen." in in_sight(blad.window())
    blad.context.failed.emit(KnownError("disk.full"))
    tijdens(blad).go_next()
    assert blad.banner.isVisible()


def test_what_one_key_took_away_can_be_put_back(blad: Werkblad) -> None:
    voering, vraag = tijdens(blad).voering, "opleiding.schoolverhaal"
    voering.choose(vraag, "Ik leerde op de markt, van mijn tante.")
    voering.set_staat(vraag, "wil_niet_zeggen")
    assert "Wat hier getypt stond" in in_sight(blad.window())
    (terug,) = [w for w in blad.findChildren(QPushButton, "banner_terug") if w.isVisible()]
    terug.click()
    assert voering.antwoord(vraag).waarde == "Ik leerde op de markt, van mijn tante."
    voering.set_staat("opleiding.jaren_onderwijs", "onbekend")
    assert "Wat hier getypt stond" not in in_sight(blad.window())


def test_what_ctrl_z_brought_back_is_not_offered_any_more(blad: Werkblad) -> None:
    voering, vraag = tijdens(blad).voering, "opleiding.schoolverhaal"
    voering.choose(vraag, "Ik leerde op de markt.")
    voering.set_staat(vraag, "wil_niet_zeggen")
    assert blad.banner.isVisible()
    assert voering.undo(voering.subject(vraag))
    assert voering.antwoord(vraag).waarde == "Ik leerde op de markt."
    assert not blad.banner.isVisible()


def test_a_click_on_a_message_leaves_the_keyboard_and_f7_works_from_its_button(blad: Werkblad) -> None:
    voering, vraag = tijdens(blad).voering, "opleiding.schoolverhaal"
    voering.choose(vraag, "Ik leerde op de markt.")
    voering.set_staat(vraag, "wil_niet_zeggen")
    focus = QApplication.focusWidget()
    QTest.mouseClick(blad.banner.tekst, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is focus is not blad.banner.tekst
    blad.banner.terug.setFocus()
    assert not blad.context.gedeeld.is_bedekt
    key(blad, Qt.Key.Key_F7)
    assert blad.context.gedeeld.is_bedekt


def test_pointing_at_a_language_leaves_nothing_of_ours_beside_it(
    open_venster: Venster, selam: str, nour: str
) -> None:
    """A finger beside the languages found the list of everybody."""
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("gesprek", {"dossier": selam})
    (wijs,) = [w for w in blad.scherm.findChildren(QPushButton, "taal_aanwijzen") if w.isVisible()]
    wijs.click()
    QCoreApplication.processEvents()
    for bar in (blad.navigatie, blad.kop, blad.statusregel):
        assert not bar.isVisible()
    key(blad, Qt.Key.Key_F8)
    assert blad.navigatie.isVisible()
    assert blad.kop.isVisible()


def test_the_head_names_the_conversation_that_it_is(blad: Werkblad, selam: str, work: Workspace) -> None:
    """Near the end of the term topics come up as in the last one; it is the first all the same."""
    vandaag = work.clock.today()
    record_waarde(work, selam, "procedure.kennisgeving_duo", (vandaag - datetime.timedelta(65)).isoformat())
    record_waarde(work, selam, "procedure.inschrijving_brp", (vandaag - datetime.timedelta(65)).isoformat())
    assert counts_as(work, work.vault.dossier(selam)) > 1
    blad.go("dossier", {"dossier": selam})
    blad.go("gesprek", {"dossier": selam})
    assert "Gesprek 1" in in_sight(blad.window())
