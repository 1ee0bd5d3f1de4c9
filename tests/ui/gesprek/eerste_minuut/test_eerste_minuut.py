"""The first minute: the person points at a language, the shared side follows, and we confirm it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.acts.gesprek import record_spreektaal, start_gesprek
from intake_assistant.operations.talen.bladen import GEEN, TAAL, TERUG, dialectcode
from intake_assistant.operations.words.vertaling import gedeelde_taal, taal_van
from intake_assistant.ui.gedeeld.gedeeld import Gedeeldestand
from intake_assistant.ui.gedeeld.taaltegel import Taaltegel
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.ui.gedeeld_hulp import heard, seen_by_the_person
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens

ALT = Qt.KeyboardModifier.AltModifier
VRAAG = "taalniveau.geletterdheid"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def aan_tafel(zaal: Zaal) -> GesprekScherm:
    """A conversation is on, and the page of languages is in sight."""
    zaal.gesprek(taal="")
    scherm = zaal.scherm()
    go(scherm, VRAAG)
    press(scherm, Qt.Key.Key_K, ALT)
    return scherm


def touch(waar: QWidget, code: str) -> None:
    """Touch a tile as a finger would: what has only just come into sight is not meant."""
    seen_by_the_person()
    tegel = next(t for t in waar.findChildren(Taaltegel) if t.code == code and t.objectName())
    QTest.mouseClick(tegel, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QApplication.processEvents()


def turned(scherm: GesprekScherm) -> bool:
    """Whether the window is turned to the person while we prepare."""
    return scherm.voorbereiden.wijzen.is_open


def spreektaal(zaal: Zaal) -> object:
    return zaal.waarde("inburgeraar.spreektaal")


def test_the_shared_side_follows_at_once_and_the_dossier_only_when_we_say_so(zaal: Zaal) -> None:
    scherm = aan_tafel(zaal)
    aan = tijdens(scherm)
    helft, gedeeld = aan.gedeeld, aan.ander.gedeeld
    assert "ትግርኛ" in heard(helft)
    assert not aan.taal.voorstel.isVisible()
    touch(helft, f"{TAAL}ti")
    assert gedeeld.taal.code == "ti"
    touch(helft, dialectcode(taal_van("ti"), 0))
    assert "እንቋዕ" in heard(helft)
    assert spreektaal(zaal) == "ar"
    assert "Tigrinya (Eritrea)" in aan.taal.voorstel.zin.text()
    press(scherm, Qt.Key.Key_J, ALT)
    assert spreektaal(zaal) == "ti"
    assert zaal.waarde("taalniveau.dialect@inburgeraar") == "Tigrinya (Eritrea)"
    assert zaal.waarde(f"gesprek[{aan.voering.id}].taal") == "ti"
    assert gedeelde_taal(zaal.work, zaal.work.vault.dossier(zaal.dossier)) == "ti"
    assert not aan.taal.voorstel.isVisible()
    # The question that was asked is in sight again, now in that language.
    assert gedeeld.zicht.blad.naam == VRAAG
    assert gedeeld.zicht.taal.code == "ti"


def test_put_aside_all_is_as_it_was(zaal: Zaal) -> None:
    scherm = aan_tafel(zaal)
    aan = tijdens(scherm)
    was = aan.ander.gedeeld.taal.code
    touch(aan.gedeeld, f"{TAAL}uk")
    click(find(scherm, QPushButton, "taal_niet_overnemen"))
    assert aan.ander.gedeeld.taal.code == was
    assert aan.ander.gedeeld.zicht.blad.naam == VRAAG
    assert spreektaal(zaal) == "ar"
    press(scherm, Qt.Key.Key_J, ALT)
    assert spreektaal(zaal) == "ar"


def test_a_language_that_is_not_there_is_told_and_one_can_go_back(zaal: Zaal) -> None:
    scherm = aan_tafel(zaal)
    aan = tijdens(scherm)
    touch(aan.gedeeld, GEEN)
    assert "staat er niet bij" in aan.taal.voorstel.zin.text()
    assert not aan.taal.voorstel.neem_over.isVisible()
    press(scherm, Qt.Key.Key_J, ALT)
    assert spreektaal(zaal) == "ar"
    touch(aan.gedeeld, TERUG)
    touch(aan.gedeeld, f"{TAAL}ku")
    touch(aan.gedeeld, dialectcode(taal_van("ku"), 2))
    assert "geen teksten" in aan.taal.voorstel.zin.text()
    press(scherm, Qt.Key.Key_J, ALT)
    assert spreektaal(zaal) == "ckb"


def test_a_touch_on_a_page_that_has_gone_means_nothing(zaal: Zaal) -> None:
    scherm = aan_tafel(zaal)
    aan = tijdens(scherm)
    gedeeld = aan.ander.gedeeld
    aan.go_next()
    assert not aan.taal.kiezer.is_open
    was = gedeeld.taal.code
    gedeeld.aangeraakt.emit(f"{TAAL}ti")
    gedeeld.aangeraakt.emit(dialectcode(taal_van("ti"), 0))
    assert gedeeld.taal.code == was
    assert not aan.taal.voorstel.isVisible()
    # Two touches at once: the second is of a page that is no longer there.
    aan.taal.kiezer.open_page()
    for code in (f"{TAAL}uk", f"{TAAL}so"):
        gedeeld.aangeraakt.emit(code)
    assert gedeeld.taal.code == "uk"


def test_covered_it_is_out_of_sight_and_nothing_can_be_touched(zaal: Zaal) -> None:
    scherm = aan_tafel(zaal)
    aan = tijdens(scherm)
    aan.ander.gedeeld.set_wijze(Gedeeldestand.BEDEKT)
    QApplication.processEvents()
    assert "ትግርኛ" not in heard(aan.gedeeld)
    aan.ander.gedeeld.aangeraakt.emit(f"{TAAL}ti")
    assert aan.ander.gedeeld.taal.code != "ti"


def test_without_a_known_language_it_is_offered_by_itself(zaal: Zaal) -> None:
    record_inburgeraar(zaal.work, zaal.dossier, {"spreektaal": ""})
    zaal.gesprek(taal="")
    aan = tijdens(zaal.scherm())
    assert aan.taal.kiezer.is_open
    zaal.kill()
    record_inburgeraar(zaal.work, zaal.dossier, {"leestaal": "fa"})
    assert not tijdens(zaal.scherm()).taal.kiezer.is_open


def test_while_preparing_the_window_is_turned_to_the_person(zaal: Zaal) -> None:
    record_inburgeraar(zaal.work, zaal.dossier, {"spreektaal": ""})
    scherm = zaal.scherm()
    vooraf = scherm.voorbereiden.wijzen
    assert find(scherm, QWidget, "taal_onbekend").isVisible()
    click(find(scherm, QPushButton, "taal_aanwijzen"))
    assert turned(scherm)
    for code in (f"{TAAL}ar", dialectcode(taal_van("ar"), 0)):
        seen_by_the_person()
        assert vooraf.groot is not None
        vlak = vooraf.groot.vlak
        tegel = next(t for t in vlak.findChildren(Taaltegel) if t.code == code and t.objectName())
        recht = tegel.mapTo(vlak, tegel.rect().center())
        # The window stands upside down for us.
        gedraaid = QPoint(vlak.width() - recht.x(), vlak.height() - recht.y())
        QTest.mouseClick(vooraf.groot, Qt.MouseButton.LeftButton, pos=gedraaid)
    assert vooraf.keuze.voorstel.isVisible()
    assert spreektaal(zaal) == ""
    press(scherm, Qt.Key.Key_J, ALT)
    assert spreektaal(zaal) == "apc"
    assert not turned(scherm)
    assert scherm.voorbereiden.taal.code() == "apc"
    assert [w for w in scherm.findChildren(QWidget, "taal_onbekend") if w.isVisible()] == []
    assert not vooraf.keuze.kiezer.is_open


@pytest.mark.parametrize("maat", [(1480, 750), (1182, 650), (1000, 480)])
def test_while_preparing_each_language_is_in_sight(zaal: Zaal, maat: tuple[int, int]) -> None:
    scherm = zaal.scherm()
    scherm.resize(*maat)
    scherm.voorbereiden.wijzen.toggle()
    groot = scherm.voorbereiden.wijzen.groot
    assert groot is not None
    groot.grab()
    tegels = [tegel for tegel in groot.vlak.findChildren(Taaltegel) if tegel.objectName()]
    assert len(tegels) >= 13
    rol = groot.vlak._vlak
    for tegel in tegels:
        assert rol.rect().contains(QRect(tegel.mapTo(rol, QPoint()), tegel.size())), tegel.code


def test_away_from_preparing_the_page_of_languages_is_gone(zaal: Zaal) -> None:
    scherm = zaal.scherm()
    press(scherm, Qt.Key.Key_K, ALT)
    assert turned(scherm)
    scherm.leave()
    assert not turned(scherm)
    press(scherm, Qt.Key.Key_K, ALT)
    press(scherm, Qt.Key.Key_Escape)
    assert not turned(scherm)


def test_the_language_of_the_interpreter_follows(zaal: Zaal) -> None:
    scherm = zaal.scherm()
    erbij = scherm.voorbereiden.aanwezigen
    scherm.voorbereiden.add_aanwezige()
    assert erbij.mensen[0].is_tolk
    press(scherm, Qt.Key.Key_K, ALT)
    for code in (f"{TAAL}ti", dialectcode(taal_van("ti"), 1)):
        scherm.context.gedeeld.aangeraakt.emit(code)
    press(scherm, Qt.Key.Key_J, ALT)
    gezegd = erbij.mensen[0].gegevens()
    assert (gezegd["taal"], gezegd["dialect"]) == ("ti", "Tigrinya (Tigray)")


def test_in_a_conversation_too_unless_they_were_asked_for_another_language(zaal: Zaal) -> None:
    tolk = {"rol": "tolk", "naam": "Stem nummer 12"}
    gesprek = start_gesprek(
        zaal.work, zaal.dossier, {"taal": "ar"}, [tolk, {**tolk, "taal": "en"}, {**tolk, "taal": "ar"}]
    ).made
    record_spreektaal(zaal.work, zaal.dossier, "ti", "", gesprek)
    nu = next(g for g in gesprekken_of(zaal.work.vault.dossier(zaal.dossier)) if g.id == gesprek)
    assert [iemand.get("taal") for _, iemand in nu.aanwezig] == ["ti", "en", "ti"]
