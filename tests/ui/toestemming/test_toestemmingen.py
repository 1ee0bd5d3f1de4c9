"""Consent in the window: asked step by step, refused without alarm, withdrawn as easily as given."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.toestemming import Toestemming, toestemmingen_of
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.ui.toestemming.card import ToestemmingKaart
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.context import Context
from tests.ui.gevuld import VANDAAG
from tests.ui.helpers import nameless
from tests.ui.terug import Terug
from tests.ui.toestemming.hulp import choose, click, fill_in, kaart, words

Shown = Callable[[QWidget], None]
AANPASSING = "fysieke_gezondheid.aanpassing"


def opened(scherm: ToestemmingenScherm, partij: str) -> ToestemmingKaart:
    card = kaart(scherm, partij)
    card.open.click()
    QApplication.processEvents()
    return card


def newest(context: Context) -> Toestemming:
    return toestemmingen_of(context.dossier())[-1][1]


def test_one_card_each_with_its_state_in_words(scherm: ToestemmingenScherm) -> None:
    assert "Geldig" in words(kaart(scherm, "Stichting Taalmaatjes"))
    assert "29 april 2026" in words(kaart(scherm, "Stichting Taalmaatjes"))
    geweigerd = opened(scherm, "Huisartsenpraktijk De Linde")
    assert "Geen toestemming" in words(geweigerd)
    assert "dat is goed" in words(geweigerd)
    assert "let_op" not in {str(w.property("rol")) for w in geweigerd.findChildren(QWidget) if w.isVisible()}
    weg = words(opened(scherm, "Kerkgroep Nieuwerhaven"))
    assert "Ingetrokken" in weg
    assert "de kerkgroep gebeld" in weg


def test_the_text_that_was_read_can_be_seen(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    card = opened(scherm, "Stichting Taalmaatjes")
    assert "aan Stichting Taalmaatjes?" not in words(card)
    click(qtbot, card, "toon_tekst")
    assert "aan Stichting Taalmaatjes?" in words(card)
    assert "tekst 1, taal: Arabisch (Syrië, Libanon)" in words(card)


def test_what_the_law_shares_is_told_and_never_asked(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    wet = scherm.findChild(QWidget, "wettelijk_delen")
    assert wet is not None
    assert "Dit hoeft u niet te vragen, wel te vertellen" in words(wet)
    click(qtbot, wet, "wet_toon")
    for woord in ("DUO", "Wet 34(1)", "Het CBS", "Wet 35(4)"):
        assert woord in words(wet)
    assert not wet.findChildren(QCheckBox)
    assert not wet.findChildren(QRadioButton)


def test_withdrawing_is_one_button_and_a_click(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    card = kaart(scherm, "Stichting Taalmaatjes")
    click(qtbot, card, "intrekken")
    QTest.keyClicks(card.paneel.reden, "wil het niet meer")
    QTest.keyClicks(card.paneel.gevolg, "gebeld")
    with qtbot.waitSignals([context.changed, context.ended]):
        click(qtbot, card, "intrekken_vast")
    (found,) = [t for _, t in toestemmingen_of(context.dossier()) if t.partij == "Stichting Taalmaatjes"]
    assert found.stand(VANDAAG) == "ingetrokken"
    assert (found.ingetrokken_reden, found.ingetrokken_door, found.gevolg) == (
        "wil het niet meer", "de inburgeraar", ("gebeld",),
    )  # fmt: skip
    card = kaart(scherm, "Stichting Taalmaatjes")
    assert "Ingetrokken" in words(card)
    (status,) = card.findChildren(QWidget, "stand")
    assert not status.visibleRegion().isEmpty()


def test_a_date_of_withdrawal_that_is_none_is_told(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    card = kaart(scherm, "Stichting Taalmaatjes")
    click(qtbot, card, "intrekken")
    card.paneel.datum.setText("31-2-2026")
    click(qtbot, card, "intrekken_vast")
    assert "bestaat niet" in words(card.paneel)
    click(qtbot, card, "intrekken_niet")
    assert not card.paneel.isVisible()
    assert toestemmingen_of(context.dossier())[0][1].stand(VANDAAG) == "geldig"


def test_nothing_is_chosen_beforehand_and_both_answers_weigh_the_same(
    qtbot: QtBot, scherm: ToestemmingenScherm
) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    assert not any(r.isChecked() for r in scherm.vragen.antwoord.findChildren(QRadioButton))
    assert not any(c.isChecked() for c in scherm.vragen.antwoord.findChildren(QCheckBox))
    ja, nee = (scherm.findChild(QPushButton, f"antwoord_{code}") for code in ("ja", "nee"))
    assert ja is not None
    assert nee is not None
    assert abs(ja.width() - nee.width()) <= 1
    assert (ja.height(), ja.property("rol")) == (nee.height(), nee.property("rol"))
    assert ja.height() >= 44
    assert not ja.isDefault()
    assert not ja.hasFocus()
    assert not nee.hasFocus()


def test_a_yes_is_recorded_whole(qtbot: QtBot, scherm: ToestemmingenScherm, context: Context) -> None:
    fill_in(qtbot, scherm, "taalniveau", "motivatie.beroepswens")
    assert "Taalschool De Brug" in scherm.vragen.antwoord.tekst.text()
    click(qtbot, scherm, "antwoord_ja")
    assert "hoe u het heeft uitgelegd" in words(scherm.vragen)
    choose(qtbot, scherm, "uitgelegd_met_tolk")
    choose(qtbot, scherm, "wijze_mondeling")
    vrij = scherm.findChild(QCheckBox, "vrije_keuze")
    assert vrij is not None
    vrij.click()
    with qtbot.waitSignals([context.changed, context.told]):
        click(qtbot, scherm, "antwoord_ja")
    found = newest(context)
    assert (found.partij, found.doel) == ("Taalschool De Brug", "lestijden kiezen die passen")
    assert found.gegevens == ("taalniveau", "motivatie.beroepswens")
    assert (found.gegeven, found.uitdrukkelijk, found.vrije_keuze_uitgelegd) == (True, False, True)
    assert (found.taal, found.tekstversie, found.uitgelegd_met) == ("apc", "4", "tolk")
    assert found.stand(VANDAAG) == "geldig"
    assert kaart(scherm, "Taalschool De Brug").isVisible()
    # What was read stays as it was read, whatever becomes of the translation.
    assert found.voorgelezen == scherm.vragen.antwoord.tekst.text()


def test_what_was_read_is_shown_as_it_was_read(scherm: ToestemmingenScherm, context: Context) -> None:
    velden = {
        "partij": "Buurthuis", "doel": "meedoen", "richting": "delen", "gegevens": ["motivatie.trots"],
        "gegeven": False, "taal": "tr", "tekstversie": "4", "voorgelezen": "O zamanki sözler",
    }  # fmt: skip
    context.act(lambda: record_toestemming(context.work, context.dossier_id, velden))
    scherm.show_with({})
    tekst = kaart(scherm, "Buurthuis").findChild(QLabel, "voorgelezen_tekst")
    assert tekst is not None
    assert tekst.text() == "O zamanki sözler"


def test_a_no_needs_nothing_more(qtbot: QtBot, scherm: ToestemmingenScherm, context: Context) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    click(qtbot, scherm, "antwoord_nee")
    assert newest(context).stand(VANDAAG) == "geweigerd"
    assert "Geen toestemming" in words(kaart(scherm, "Taalschool De Brug"))


def test_special_data_one_by_one_and_explicitly(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    boom = scherm.vragen.boom
    heel = boom.line_of("fysieke_gezondheid")
    assert heel.data(0, Qt.ItemDataRole.CheckStateRole) is None
    fill_in(qtbot, scherm, AANPASSING)
    # After what is shared comes the question that is only about this (AVG 9(2)(a)).
    assert len(scherm.vragen.antwoord.tekst.text().split("\n\n")) == 4
    choose(qtbot, scherm, "uitgelegd_met_tolk")
    click(qtbot, scherm, "antwoord_ja")
    assert "bijzondere gegevens" in words(scherm.vragen)
    assert newest(context).partij != "Taalschool De Brug"
    vink = scherm.findChild(QCheckBox, "uitdrukkelijk")
    assert vink is not None
    assert vink.isVisible()
    vink.click()
    click(qtbot, scherm, "antwoord_ja")
    assert (newest(context).gegevens, newest(context).uitdrukkelijk) == ((AANPASSING,), True)


def test_a_whole_subject_never_holds_its_special_questions(scherm: ToestemmingenScherm) -> None:
    boom = scherm.vragen.boom
    boom.line_of("werknemersvaardigheden").setCheckState(0, Qt.CheckState.Checked)
    assert boom.gegevens() == ["werknemersvaardigheden"]
    bijzonder = boom.line_of("werknemersvaardigheden.belastbaar_uren_week")
    assert bijzonder.checkState(0) is Qt.CheckState.Unchecked
    assert not bijzonder.isDisabled()
    assert boom.line_of("werknemersvaardigheden.op_tijd").isDisabled()
    bijzonder.setCheckState(0, Qt.CheckState.Checked)
    assert boom.bijzonder() == ["werknemersvaardigheden.belastbaar_uren_week"]


def test_what_is_missing_is_told_at_its_step(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    click(qtbot, scherm, "toestemming_nieuw")
    click(qtbot, scherm, "vraag_verder")
    assert scherm.vragen.stap == 0
    assert "om welke partij" in words(scherm.vragen)


def test_leaving_half_way_loses_nothing(qtbot: QtBot, scherm: ToestemmingenScherm, context: Context) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    where = scherm.where()
    scherm.leave()
    anew = ToestemmingenScherm(context)
    qtbot.addWidget(anew)
    anew.show_with(where)
    assert anew.vragen.velden()["partij"] == "Taalschool De Brug"
    assert anew.vragen.velden()["gegevens"] == ["taalniveau"]
    click(qtbot, anew, "vraag_stoppen")
    anew.ask({})
    assert "partij" not in anew.vragen.velden()
    anew.leave()


def test_on_another_day_it_is_explained_and_answered_anew(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    """AVG 7(1): what was ticked of one talk proves nothing of the next."""
    fill_in(qtbot, scherm, "taalniveau")
    click(qtbot, scherm, "vraag_verder")
    scherm.vragen.antwoord.wijze.show_waarde("mondeling")
    scherm.vragen.antwoord.uitgelegd_met.show_waarde("tolk")
    scherm.vragen.antwoord.vrije_keuze.setChecked(True)
    scherm.vragen.schets.touched()
    scherm.leave()

    for dagen, wijze in ((0, "mondeling"), (1, "")):
        context.work = context.work.at(context.work.clock.today() + datetime.timedelta(days=dagen))
        anew = ToestemmingenScherm(context)
        qtbot.addWidget(anew)
        anew.show_with({"vragen": "ja"})
        velden = anew.vragen.velden()
        assert (velden["partij"], velden.get("wijze", "")) == ("Taalschool De Brug", wijze)
        assert velden["vrije_keuze_uitgelegd"] == ("ja" if wijze else "nee")
        anew.leave()


def test_what_was_prepared_comes_back_after_stopping(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    before, terug = scherm.vragen.velden(), Terug(context)
    click(qtbot, scherm, "vraag_stoppen")
    terug.put_back()
    assert scherm.bladen.currentIndex() == 1
    assert scherm.vragen.velden() == before
    where = scherm.where()
    scherm.leave()
    scherm.show_with(where)
    assert scherm.vragen.velden() == before


def test_a_withdrawal_of_the_wrong_one_is_put_back(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    before, terug = toestemmingen_of(context.dossier()), Terug(context)
    card = kaart(scherm, "Stichting Taalmaatjes")
    click(qtbot, card, "intrekken")
    click(qtbot, card, "intrekken_vast")
    terug.put_back()
    assert toestemmingen_of(context.dossier()) == before
    assert kaart(scherm, "Stichting Taalmaatjes").stand == "geldig"


def test_the_language_of_the_text(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    taal = scherm.findChild(QComboBox, "vraag_taal")
    stand = scherm.findChild(QLabel, "voorleestekst_stand")
    assert taal is not None
    assert stand is not None
    assert taal.currentData() == "apc"
    swahili = taal.findData("sw")
    taal.setCurrentIndex(swahili)
    taal.activated.emit(swahili)
    assert "geen vertaling" in stand.text()


def test_asking_again_starts_from_what_was_asked(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    click(qtbot, kaart(scherm, "Kerkgroep Nieuwerhaven"), "opnieuw")
    velden = scherm.vragen.velden()
    assert (velden["partij"], velden["gegevens"]) == (
        "Kerkgroep Nieuwerhaven",
        ["sociaal_netwerk.contacten_nl"],
    )
    assert "uitgelegd_met" not in velden


def test_everything_has_a_name_for_a_screen_reader(scherm: ToestemmingenScherm) -> None:
    assert nameless(scherm) == []


def test_what_is_chosen_stays_to_be_seen_after_searching(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    boom = scherm.vragen.boom
    boom.zoek.setText("beroep")
    boom.line_of("motivatie.beroepswens").setCheckState(0, Qt.CheckState.Checked)
    boom.zoek.clear()
    top = boom.line_of("motivatie")
    assert top.checkState(0) == Qt.CheckState.PartiallyChecked
    assert top.isExpanded()
    assert not boom.line_of("taalniveau").isExpanded()
    assert boom.stand.text() == "Eén gegeven gekozen: Motivatie en interesse (één vraag)"
    assert boom.gegevens() == ["motivatie.beroepswens"]
    boom.line_of("taalniveau").setCheckState(0, Qt.CheckState.Checked)
    assert boom.stand.text().endswith("heel Taalniveau; Motivatie en interesse (één vraag)")
    boom.line_of("motivatie.beroepswens").setCheckState(0, Qt.CheckState.Unchecked)
    assert top.checkState(0) == Qt.CheckState.Unchecked


def test_what_does_not_exist_cannot_have_been_used(qtbot: QtBot, scherm: ToestemmingenScherm) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    stap = scherm.vragen.antwoord
    assert [code for code, made in stap.uitgelegd_met.knoppen.items() if made.isEnabled()] == [
        "tolk",
        "mondeling",
    ]
    assert "geen nagekeken tekst in deze taal (Arabisch (Syrië, Libanon))" in words(stap)
    nederlands = stap.taal.findData("nl")
    stap.taal.setCurrentIndex(nederlands)
    stap.taal.activated.emit(nederlands)
    assert stap.uitgelegd_met.knoppen["zelf_gelezen"].isEnabled()
    choose(qtbot, scherm, "uitgelegd_met_zelf_gelezen")
    arabisch = stap.taal.findData("apc")
    stap.taal.setCurrentIndex(arabisch)
    stap.taal.activated.emit(arabisch)
    # What was chosen for another language is no proof for this one.
    assert stap.velden()["uitgelegd_met"] == ""


def test_a_record_names_every_datum_in_the_words_of_the_person(
    qtbot: QtBot, scherm: ToestemmingenScherm
) -> None:
    gekozen = ("werkervaring.banen", "opleiding.hoogste_niveau", "motivatie.trots", "motivatie.interesses")
    fill_in(qtbot, scherm, *gekozen, "taalniveau", "sociaal_netwerk.contacten_nl")
    choose(qtbot, scherm, "uitgelegd_met_tolk")
    click(qtbot, scherm, "antwoord_ja")
    card = opened(scherm, "Taalschool De Brug")
    feit = card.findChild(QLabel, "feit_gegevens")
    assert feit is not None
    assert feit.text().count("\n") == 5
    assert "en nog" not in feit.text()
    assert "Banen" not in feit.text()
    assert "waar u trots op bent" in feit.text()


def test_a_consent_is_one_row_with_the_way_to_end_it(scherm: ToestemmingenScherm) -> None:
    card = kaart(scherm, "Stichting Taalmaatjes")
    assert card.height() < 160
    assert card.intrekken.isVisible()
    assert card.meer.isHidden()
    assert card.open.accessibleDescription() == "Dichtgeklapt"


def test_a_kind_of_party_sets_ready_what_can_all_be_taken_away(
    qtbot: QtBot, scherm: ToestemmingenScherm
) -> None:
    click(qtbot, scherm, "toestemming_nieuw")
    click(qtbot, scherm, "voorzet_taalmaatje")
    velden = scherm.vragen.velden()
    assert (velden["partij"], velden["richting"]) == ("de organisatie van taalmaatjes", "delen")
    assert len(velden["gegevens"]) == 4
    for naam in velden["gegevens"]:
        scherm.vragen.boom.line_of(naam).setCheckState(0, Qt.CheckState.Unchecked)
    assert "gegevens" not in scherm.vragen.velden()
    click(qtbot, scherm, "voorzet_huisarts")
    assert scherm.vragen.velden()["partij"] == "de huisarts"
    assert scherm.vragen.boom.bijzonder() == []


def test_an_unchecked_text_needs_an_interpreter_or_is_told_with_a_warning(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    fill_in(qtbot, scherm, "taalniveau")
    stap = scherm.vragen.antwoord
    stap.taal.setCurrentIndex(stap.taal.findData("ar"))
    stap.taal.activated.emit(0)
    choose(qtbot, scherm, "uitgelegd_met_tolk")
    assert "staat geen tolk" in stap.let_op.text()
    choose(qtbot, scherm, "uitgelegd_met_mondeling")
    assert "niet nagekeken" in stap.let_op.text()
    click(qtbot, scherm, "antwoord_ja")
    assert newest(context).uitgelegd_met == "mondeling"


def test_with_an_interpreter_in_the_conversation_nothing_is_wrong(
    qtbot: QtBot, scherm: ToestemmingenScherm, context: Context
) -> None:
    start_gesprek(context.work, context.dossier_id, {"vorm": "azc"}, [{"rol": "tolk", "nummer": "30562"}])
    fill_in(qtbot, scherm, "taalniveau")
    choose(qtbot, scherm, "uitgelegd_met_tolk")
    assert scherm.vragen.antwoord.let_op.isHidden()
