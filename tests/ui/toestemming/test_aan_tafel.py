"""What is read of a consent lies on the table: the same words, yes and no alike, and a touch is only told."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.operations.words.tafel.toestemming import blad_van_toestemming
from intake_assistant.operations.words.voorlezen import toestemmingsteksten
from intake_assistant.texts import talen
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld
from intake_assistant.ui.gedeeld.kaart import Keuzekaart
from intake_assistant.ui.gedeeld.venster import Gedeeldvenster
from intake_assistant.ui.gedeeld.vorm import vorm_van
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.context import Context
from tests.ui.gedeeld_hulp import heard
from tests.ui.toestemming.hulp import click, fill_in


@pytest.fixture
def gedeeld(context: Context) -> Gedeeld:
    return context.gedeeld


def speak(scherm: ToestemmingenScherm, code: str) -> None:
    taal = scherm.vragen.antwoord.taal
    taal.setCurrentIndex(taal.findData(code))
    taal.activated.emit(taal.currentIndex())


def test_it_lies_there_at_the_last_step_and_no_longer(
    qtbot: QtBot, scherm: ToestemmingenScherm, gedeeld: Gedeeld
) -> None:
    aan: list[bool] = []
    gedeeld.aan.connect(aan.append)
    fill_in(qtbot, scherm, "taalniveau")
    speak(scherm, "nl")
    blad = gedeeld.zicht.blad
    assert (blad.naam, aan) == ("toestemming", [True])
    assert "\n\n".join(zin.tekst for zin in blad.zinnen) == scherm.vragen.antwoord.tekst.text()
    scherm.step_back()
    assert (gedeeld.zicht.blad.naam, aan) == ("", [True, False])


def test_f8_turns_it_over_the_whole_page(
    qtbot: QtBot, scherm: ToestemmingenScherm, gedeeld: Gedeeld, context: Context
) -> None:
    before = len(toestemmingen_of(context.dossier()))
    scherm.groot.toggle()
    assert scherm.findChild(QWidget, "omgedraaid") is None, "nothing lies on the table"
    fill_in(qtbot, scherm, "taalniveau")
    speak(scherm, "ti")
    click(qtbot, scherm, "toestemming_groot")
    groot = scherm.groot.groot
    assert groot is not None
    assert groot.isVisible()
    assert gedeeld.zicht.blad.zinnen[-1].tekst in heard(groot.vlak)
    gedeeld.aangeraakt.emit("toestemming.nee")
    assert groot.isVisible()
    scherm.step_back()
    assert not groot.isVisible()
    assert len(toestemmingen_of(context.dossier())) == before


def test_it_goes_with_the_screen(qtbot: QtBot, scherm: ToestemmingenScherm, gedeeld: Gedeeld) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    scherm.leave()
    assert gedeeld.zicht.blad.naam == ""


def test_yes_and_no_are_alike_and_none_is_marked(
    qtbot: QtBot, scherm: ToestemmingenScherm, gedeeld: Gedeeld
) -> None:
    venster = Gedeeldvenster(los=True)
    qtbot.addWidget(venster)
    venster.resize(1280, 720)
    venster.show()
    fill_in(qtbot, scherm, "taalniveau", "fysieke_gezondheid.aanpassing")
    for code in ("nl", "ar", "ti", "ps", "so"):
        speak(scherm, code)
        venster.vlak.show_zicht(gedeeld.zicht, vorm_van())
        venster.vlak.paint_now()
        ja, nee = (kaart for kaart in venster.findChildren(Keuzekaart) if kaart.isVisible())
        assert abs(ja.width() - nee.width()) <= 1
        assert ja.height() == nee.height() >= 100
        assert (ja.gekozen, nee.gekozen) == (False, False)
        assert not gedeeld.zicht.aangewezen
        for ons in ("Geldig tot", "20-4-2027", "uitgelegd", "uitdrukkelijk", "voor de tolk"):
            assert ons not in heard(venster)


def test_a_touch_is_told_and_records_nothing(
    qtbot: QtBot, scherm: ToestemmingenScherm, gedeeld: Gedeeld, context: Context
) -> None:
    before = len(toestemmingen_of(context.dossier()))
    fill_in(qtbot, scherm, "taalniveau")
    gedeeld.aangeraakt.emit("toestemming.nee")
    stap = scherm.vragen.antwoord
    assert gedeeld.zicht.aangewezen == ("toestemming.nee",)
    assert "nee" in stap.aangewezen.text()
    assert not any(k.isChecked() for k in stap.findChildren(QPushButton))
    assert len(toestemmingen_of(context.dossier())) == before
    speak(scherm, "ar")
    assert stap.aangewezen.isHidden()
    assert not gedeeld.zicht.aangewezen


def test_a_touch_on_a_page_that_is_gone_or_covered_tells_nothing(
    qtbot: QtBot, scherm: ToestemmingenScherm, gedeeld: Gedeeld
) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    stap = scherm.vragen.antwoord
    gedeeld.toggle_bedekt()
    gedeeld.aangeraakt.emit("toestemming.ja")
    assert stap.aangewezen.isHidden()
    gedeeld.toggle_bedekt()
    scherm.step_back()
    gedeeld.aangeraakt.emit("toestemming.ja")
    assert stap.aangewezen.isHidden()


def test_in_a_language_without_this_text_there_is_never_large_dutch(
    qtbot: QtBot, scherm: ToestemmingenScherm, gedeeld: Gedeeld
) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    speak(scherm, "th")
    blad = gedeeld.zicht.blad
    assert blad.zinnen == ()
    assert [keuze.woorden for keuze in blad.keuzes] == ["", ""]
    assert "nee" in " ".join(blad.voor_tolk)
    click(qtbot, scherm, "antwoord_nee")
    assert gedeeld.zicht.blad.naam == ""


def test_every_proposed_consent_in_every_language_says_what_is_read_and_nothing_of_ours(
    qtbot: QtBot, context: Context
) -> None:
    venster = Gedeeldvenster(los=True)
    qtbot.addWidget(venster)
    venster.resize(1280, 720)
    work, gedeeld = context.work, context.gedeeld
    for taal in talen():
        gedeeld.set_taal(taal.code)
        for partij in toestemmingsteksten(work).partijen:
            velden = {
                "partij": partij.partij, "doel": partij.doel, "richting": partij.richting,
                "gegevens": partij.gegevens, "geldig_tot": "2027-04-20", "taal": taal.code,
            }  # fmt: skip
            blad = blad_van_toestemming(work, velden, taal.code)
            gedeeld.put_before(blad)
            venster.vlak.show_zicht(gedeeld.zicht, vorm_van())
            gehoord = heard(venster)
            assert [keuze.code for keuze in blad.keuzes] == ["toestemming.ja", "toestemming.nee"]
            assert all(keuze.woorden for keuze in blad.keuzes)
            assert blad.zinnen[-1].tekst in gehoord
            assert blad.voor_tolk == ()
            assert not [ons for ons in ("2027", "Geldig", "let op", "Leg het vast") if ons in gehoord]
