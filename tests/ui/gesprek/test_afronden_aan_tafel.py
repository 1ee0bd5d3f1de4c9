"""After a conversation the person sees what was talked about and when one meets again; nothing of ours."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.vertaling import record_vertaling
from intake_assistant.operations.words.gedeeld import Gedeeldblad
from intake_assistant.ui.gesprek.afronden import GesprekAfronden
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.ui.gedeeld_hulp import heard
from tests.ui.gesprekshulp import VANDAAG, Zaal, opened_zaal, press, tijdens


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def rounded(zaal: Zaal, taal: str) -> tuple[GesprekScherm, GesprekAfronden]:
    """The page after a conversation in which three things were said, one of them about health."""
    zaal.gesprek(onderwerpen=["taalniveau"], taal=taal)
    scherm = zaal.scherm()
    aan = tijdens(scherm)
    for naam in ("taalniveau.verhaal", "opleiding.schoolverhaal", "mentale_gezondheid.slapen"):
        waarde = "2" if naam.endswith("slapen") else "Mijn zus Amal kan het."
        record_antwoord(zaal.work, zaal.dossier, naam, waarde, gesprek=aan.voering.id)
    record_notitie(zaal.work, zaal.dossier, f"gesprek {aan.voering.id}", "keek steeds naar de deur")
    aan.voering.judge_anew()
    aan.afronden.emit()
    QApplication.processEvents()
    assert scherm.afronden is not None
    return scherm, scherm.afronden


def blad(scherm: GesprekScherm) -> Gedeeldblad:
    return scherm.context.gedeeld.zicht.blad


def groot(scherm: GesprekScherm) -> str:
    return "\n".join(zin.tekst for zin in blad(scherm).zinnen)


def test_what_was_talked_about_and_never_what_is_sensitive_or_ours(zaal: Zaal) -> None:
    scherm, _ = rounded(zaal, "nl")
    gezegd = groot(scherm)
    assert "Waar wij over praatten" in gezegd
    assert "Klopt het zo?" in gezegd
    for niet in ("slapen", "ezondheid", "deur", "Amal", "minuten"):
        assert niet not in gezegd + " ".join(blad(scherm).voor_tolk)


def test_the_summary_comes_when_it_was_read_aloud(zaal: Zaal) -> None:
    scherm, pagina = rounded(zaal, "nl")
    pagina.samenvatting.setPlainText("Wij praatten over school.")
    assert "over school" not in groot(scherm)
    pagina.verteld.setChecked(True)
    assert "over school" in groot(scherm)
    assert [keuze.code for keuze in blad(scherm).keuzes] == ["afronden.ja", "afronden.nee"]


def test_in_another_language_what_was_typed_is_small_and_the_date_is_theirs(zaal: Zaal) -> None:
    scherm, pagina = rounded(zaal, "ar")
    pagina.samenvatting.setPlainText("Wij praatten over school.")
    pagina.verteld.setChecked(True)
    pagina.afspraak.dag.regel.setText("26-3-2026")
    pagina.afspraak.uur.regel.setText("10.30")
    pagina.afspraak.hoe.setText("Stationsplein 1")
    assert "26 مارس 2026" in groot(scherm)
    assert "10.30" in groot(scherm)
    assert "Stationsplein" not in groot(scherm)
    assert blad(scherm).voor_tolk == ("Stationsplein 1", "Wij praatten over school.")
    assert blad(scherm).stand == "ongecontroleerd"


def agree(zaal: Zaal) -> None:
    """A goal with two agreements of today, one of them with an Arabic translation."""
    doel = add_doel(zaal.work, zaal.dossier, "Werk in de zorg", "lang").made
    velden = {"wat": "Inschrijven bij de school", "wie": "regievoerder", "uiterlijk": "2026-04-02"}
    add_afspraak(zaal.work, zaal.dossier, doel, velden)
    add_afspraak(zaal.work, zaal.dossier, doel, {"wat": "Bellen met de bank", "wie": "inburgeraar"})
    record_vertaling(zaal.work, zaal.dossier, velden["wat"], "ar", "التسجيل في المدرسة")


def test_what_was_agreed_today_in_their_words_where_somebody_entered_them(zaal: Zaal) -> None:
    agree(zaal)
    scherm, _ = rounded(zaal, "ar")
    gezegd = groot(scherm)
    assert "التسجيل في المدرسة" in gezegd
    assert "2 أبريل 2026" in gezegd
    assert "تفعل ذلك" in gezegd or "يفعل ذلك" in gezegd
    assert "Inschrijven" not in gezegd
    assert "bank" not in gezegd
    assert "2." not in gezegd, "without words, who and when there is nothing to read"
    assert blad(scherm).voor_tolk[:2] == ("1. Inschrijven bij de school", "2. Bellen met de bank")


def test_in_dutch_the_agreements_stand_as_they_were_typed(zaal: Zaal) -> None:
    agree(zaal)
    scherm, _ = rounded(zaal, "nl")
    assert "Inschrijven bij de school" in groot(scherm)
    assert "2 april 2026" in groot(scherm)
    assert blad(scherm).voor_tolk == ()


def test_an_agreement_on_what_is_sensitive_or_of_another_day_is_not_there(zaal: Zaal) -> None:
    eerder = zaal.work.at(VANDAAG - datetime.timedelta(days=20))
    doel = add_doel(eerder, zaal.dossier, "Werk", "lang").made
    add_afspraak(eerder, zaal.dossier, doel, {"wat": "Lang geleden"})
    gevoelig = {"wat": "Naar de arts", "vraag": "mentale_gezondheid.slapen"}
    add_afspraak(zaal.work, zaal.dossier, doel, gevoelig)
    scherm, _ = rounded(zaal, "nl")
    assert "Lang geleden" not in groot(scherm)
    assert "arts" not in groot(scherm)


def test_what_is_pointed_at_is_told_and_ticks_nothing(zaal: Zaal) -> None:
    scherm, pagina = rounded(zaal, "ar")
    scherm.context.gedeeld.aangeraakt.emit("afronden.nee")
    assert "Vraag wat er niet klopt" in pagina.tafel.aangewezen.text()
    assert not pagina.klopt.isChecked()


def test_f8_turns_it_over_the_whole_page_until_it_is_gone(zaal: Zaal) -> None:
    scherm, pagina = rounded(zaal, "ar")
    pagina.samenvatting.setFocus()
    press(pagina, Qt.Key.Key_F8)
    groot = pagina.tafel.groot.groot
    assert groot is not None
    assert groot.isVisible()
    assert groot.size() == pagina.size()
    assert blad(scherm).zinnen[-1].tekst in heard(groot.vlak)
    groot.grab()
    ja = groot.vlak._zetter.kaarten["afronden.ja"]
    midden = ja.mapTo(groot.vlak, ja.rect().center())
    gedraaid = QPoint(groot.vlak.width() - midden.x(), groot.vlak.height() - midden.y())
    QTest.mouseClick(groot, Qt.MouseButton.LeftButton, pos=gedraaid)
    assert not pagina.tafel.aangewezen.isHidden()
    QTest.keyClicks(groot, "niet hier")
    QTest.keyClick(groot, Qt.Key.Key_Escape)
    assert not groot.isVisible()
    assert "niet hier" not in pagina.samenvatting.toPlainText()
    assert pagina.samenvatting.hasFocus()
    press(pagina, Qt.Key.Key_F8)
    assert scherm.step_back()
    assert not groot.isVisible()


def test_turned_round_when_the_vault_closes_nothing_breaks(zaal: Zaal) -> None:
    scherm, pagina = rounded(zaal, "ar")
    pagina.samenvatting.setPlainText("Wij praatten over school." * 400)
    pagina.verteld.setChecked(True)
    press(pagina, Qt.Key.Key_F8)
    scherm.resize(1000, 600)
    groot = pagina.tafel.groot.groot
    assert groot is not None
    assert groot.size() == pagina.size()
    scherm.leave()
    assert blad(scherm).naam == ""
    zaal.reopen()
    scherm, pagina = rounded(zaal, "ar")
    assert pagina.tafel.groot.groot is None


def test_back_at_the_question_it_is_gone(zaal: Zaal) -> None:
    scherm, _ = rounded(zaal, "nl")
    assert scherm.step_back()
    assert blad(scherm).naam != "afronden"
    scherm.context.gedeeld.aangeraakt.emit("afronden.ja")
    assert scherm.afronden is not None
    assert scherm.afronden.tafel.aangewezen.isHidden()
