"""The interpreter as a person: warned of in words, replaced in the middle, named beside each answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.operations.acts.gesprek import add_aanwezige
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.gesprek.aanwezigen import Aanwezige
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens, type_text
from tests.ui.terug import Terug

ALT = Qt.KeyboardModifier.AltModifier
ABRAHA = {"rol": "tolk", "naam": "T. Abraha", "soort": "professioneel", "geheim_in": "ar"}
VERHAAL = "taalniveau.verhaal"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def gesprek(zaal: Zaal) -> Gesprek:
    return gesprekken_of(zaal.work.vault.dossier(zaal.dossier))[-1]


def regels(binnen: QWidget) -> list[Aanwezige]:
    return [w for w in binnen.findChildren(Aanwezige) if w.isVisibleTo(binnen)]


def choose(keuze: ChoiceEditor, code: str) -> None:
    keuze.show_waarde(code)
    keuze.gekozen.emit()


def let_op(regel: Aanwezige) -> str:
    return find(regel, QLabel, "tolk_let_op").text()


def antwoord(zaal: Zaal, naam: str) -> dict[str, object]:
    return dict(zaal.work.vault.dossier(zaal.dossier).antwoord(naam).extra)


def opened(zaal: Zaal, *aanwezig: dict[str, str]) -> GesprekScherm:
    id = zaal.gesprek(onderwerpen=["taalniveau"])
    for iemand in aanwezig:
        add_aanwezige(zaal.work, zaal.dossier, id, iemand)
    return zaal.scherm()


def test_a_child_or_a_relative_is_warned_of_in_words_and_not_blocked(zaal: Zaal) -> None:
    scherm = zaal.scherm()
    click(find(scherm, QPushButton, "aanwezig_erbij"))
    (regel,) = regels(scherm.voorbereiden)
    assert regel.tolk.let_op.isHidden()
    choose(regel.tolk.keuzes["soort"], "kind")
    assert "Laat een kind niet tolken" in let_op(regel)
    assert "Schrijf op waarom" in let_op(regel)
    click(find(regel, QRadioButton, "instemming_ja"))
    find(regel, QLineEdit, "aanwezig_waarom_bekende").setFocus()
    type_text("er kwam geen tolk")
    regel.naam.setFocus()
    type_text("Yonas")
    scherm.voorbereiden.begin()
    ((_, iemand),) = gesprek(zaal).aanwezig
    assert {k: iemand[k] for k in ("soort", "instemming", "waarom_bekende")} == {
        "soort": "kind", "instemming": "ja", "waarom_bekende": "er kwam geen tolk",
    }  # fmt: skip
    assert gesprek(zaal).tolk == "Yonas"


def test_a_language_that_is_none_is_told_and_is_no_other_language(zaal: Zaal) -> None:
    scherm = opened(zaal, {**ABRAHA, "taal": "ar"})
    press(scherm, Qt.Key.Key_I, ALT)
    (regel,) = regels(scherm)
    taal, told = regel.tolk.talen["taal"].regel(), regel.tolk.let_op
    taal.setFocus()
    # What hangs below the list would become the active window, and the plugin of the tests gives none back.
    taal.setText("klingon")
    taal.textEdited.emit("klingon")
    assert "niet in de lijst" not in told.text()
    regel.naam.setFocus()
    assert told.text() == text("dossiers.taal_onbekend", taal="klingon")
    assert told.isVisible()
    assert not gesprek(zaal).aanwezig[0][1].get("taal")
    assert taal.text() == "klingon"
    taal.setFocus()
    taal.setText("tigrinya")
    taal.textEdited.emit("tigrinya")
    regel.naam.setFocus()
    assert gesprek(zaal).aanwezig[0][1]["taal"] == "ti"
    assert "andere taal" in told.text()
    assert "niet in de lijst" not in told.text()


def test_what_belongs_to_a_relative_goes_when_it_is_somebody_else(zaal: Zaal) -> None:
    scherm = zaal.scherm()
    regel = scherm.voorbereiden.add_aanwezige()
    choose(regel.tolk.keuzes["soort"], "familie")
    QApplication.processEvents()
    nee = find(regel, QRadioButton, "instemming_nee")
    nee.click()
    assert "liever niet" in let_op(regel)
    choose(regel.tolk.keuzes["soort"], "professioneel")
    assert "instemming" not in regel.gegevens()
    assert not nee.isVisible()


def test_without_interpreter_it_is_asked_how_one_understands_each_other(zaal: Zaal) -> None:
    scherm = zaal.scherm()
    wie = scherm.voorbereiden.aanwezigen
    assert wie.zonder.isVisible()
    choose(wie.zonder.keuze, "vertaalapp")
    assert "bedrijf" in wie.zonder.let_op.text()
    scherm.voorbereiden.begin()
    assert gesprek(zaal).zonder_tolk == "vertaalapp"


def test_an_interpreter_takes_over_in_the_middle_and_each_answer_knows_who(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    go(scherm, VERHAAL)
    type_text("Thuis Arabisch")
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    assert aan.links.currentWidget() is aan.tolken
    click(find(aan.tolken, QPushButton, "tolk_gaat_weg"))
    assert aan.tolken.zonder.isVisible()
    click(find(aan.tolken, QPushButton, "aanwezig_erbij"))
    tweede = regels(aan.tolken)[1]
    choose(tweede.rol, "tolk")
    tweede.naam.setFocus()
    type_text("R. Aziz")
    press(scherm, Qt.Key.Key_I, ALT)
    assert aan.links.currentWidget() is aan.pagina
    assert "R. Aziz" in aan.kop.kop.toolTip() + aan.kop.kop.text() + aan.kop.kop.accessibleName()
    go(scherm, "taalniveau.geletterdheid")
    click(find(scherm, QRadioButton, "optie_anders"))
    assert antwoord(zaal, VERHAAL)["tolk"] == "T. Abraha"
    assert antwoord(zaal, "taalniveau.geletterdheid")["tolk"] == "R. Aziz"
    gezegd = [regel.waarde for regel in geschiedenis_of(zaal.work, zaal.work.vault.dossier(zaal.dossier))]
    assert any("tolk: R. Aziz" in waarde for waarde in gezegd)
    assert any("weg om" in waarde for waarde in gezegd)


def test_of_two_who_take_turns_one_is_chosen(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA, {**ABRAHA, "naam": "R. Aziz"})
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    een, ander = (k for k in aan.tolken.findChildren(QPushButton, "tolkt_nu") if k.isVisible())
    assert (een.text(), een.isChecked(), ander.isChecked()) == ("T. Abraha", True, False)
    click(ander)
    assert gesprek(zaal).tolk == "R. Aziz"
    press(scherm, Qt.Key.Key_Escape)
    assert aan.links.currentWidget() is aan.pagina


def test_who_did_not_leave_after_all_interprets_again(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    press(scherm, Qt.Key.Key_I, ALT)
    aan, terug = tijdens(scherm), Terug(scherm.context)
    click(find(aan.tolken, QPushButton, "tolk_gaat_weg"))
    assert gesprek(zaal).tolk == ""
    terug.put_back()
    assert gesprek(zaal).tolk == "T. Abraha"
    assert find(aan.tolken, QPushButton, "tolkt_nu").isChecked()


def test_who_was_taken_out_by_mistake_is_there_again(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    press(scherm, Qt.Key.Key_I, ALT)
    aan, terug, before = tijdens(scherm), Terug(scherm.context), gesprek(zaal).aanwezig
    click(find(aan.tolken, QPushButton, "aanwezig_weg"))
    assert gesprek(zaal).aanwezig == ()
    terug.put_back()
    assert gesprek(zaal).aanwezig == before
    assert [regel.naam.text() for regel in regels(aan.tolken)] == ["T. Abraha"]
    assert find(aan.tolken, QPushButton, "tolkt_nu").isVisible()


def test_of_two_of_one_name_one_is_chosen(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA, ABRAHA)
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    een, ander = (k for k in aan.tolken.findChildren(QPushButton, "tolkt_nu") if k.isVisible())
    assert (een.isChecked(), ander.isChecked()) == (True, False)
    click(ander)
    assert (een.isChecked(), ander.isChecked()) == (False, True)
    assert ander.text() != een.text()
    assert gesprek(zaal).tolk == ander.text()
    naam = regels(aan.tolken)[1].naam
    naam.setFocus()
    type_text(" van de centrale")
    press(scherm, Qt.Key.Key_Escape)
    assert gesprek(zaal).tolk == "T. Abraha van de centrale"


def test_confidentiality_is_asked_for_once_the_conversation_is_on(zaal: Zaal) -> None:
    scherm = opened(zaal, {"rol": "tolk", "nummer": "30562", "soort": "professioneel"})
    press(scherm, Qt.Key.Key_I, ALT)
    (regel,) = regels(tijdens(scherm).tolken)
    assert "niets doorvertelt" in let_op(regel)


def test_what_is_typed_of_an_interpreter_survives_the_end_of_the_program(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    press(scherm, Qt.Key.Key_I, ALT)
    QApplication.processEvents()
    regel = find(tijdens(scherm).tolken, QLineEdit, "aanwezig_opmerking")
    regel.setText("kwam te laat " * 800)
    regel.textEdited.emit(regel.text())
    tijdens(scherm).voering.keep()
    zaal.reopen()
    scherm = zaal.scherm()
    press(scherm, Qt.Key.Key_I, ALT)
    assert find(tijdens(scherm).tolken, QLineEdit, "aanwezig_opmerking").text().startswith("kwam te laat")
    press(scherm, Qt.Key.Key_I, ALT)
    assert gesprek(zaal).aanwezig[0][1]["opmerking"].startswith("kwam te laat")


def test_the_person_is_asked_whether_they_understand_and_we_are_told(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    gedeeld = scherm.context.gedeeld
    press(scherm, Qt.Key.Key_I, ALT)
    assert gedeeld.zicht.blad.naam == "tolk"
    assert [keuze.woorden for keuze in gedeeld.zicht.blad.keuzes] == ["نعم", "لا"]
    gedeeld.aangeraakt.emit("tolk.nee")
    assert "dialect" in tijdens(scherm).tolken.aangewezen.text()
    assert "verstaan" not in gesprek(zaal).aanwezig[0][1]
    press(scherm, Qt.Key.Key_I, ALT)
    assert gedeeld.zicht.blad.naam != "tolk"
