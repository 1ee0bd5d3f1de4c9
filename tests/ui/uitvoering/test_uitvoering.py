"""After the besluit: lists that are added to, corrected and put back, and what follows from them in words."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain import kinds
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.recht.bezwaar import bezwaren_of
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.views.finding import place_of
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitvoering.screen import PLAATS_VAN, UitvoeringScherm
from intake_assistant.ui.window.context import Context
from tests.operations.tegenspraak import record_in_two_ways
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, press, texts, visible
from tests.ui.helpers import nameless
from tests.ui.nabesluit import set_besluit

Make = Callable[[str], UitvoeringScherm]


@pytest.fixture
def make(show_screen: ShowScreen, context: Context, selam: str) -> Make:
    set_besluit(context.work, selam)

    def make(deel: str) -> UitvoeringScherm:
        return show_screen(UitvoeringScherm, selam, deel=deel)

    return make


def fill(scherm: UitvoeringScherm, naam: str, getypt: str) -> None:
    veld = visible(scherm, naam)
    if isinstance(veld, QComboBox):
        veld.setCurrentIndex(veld.findData(getypt))
        veld.activated.emit(veld.currentIndex())
        return
    assert isinstance(veld, QLineEdit)
    veld.setText(getypt)
    veld.textEdited.emit(getypt)
    QTest.keyClick(veld, Qt.Key.Key_Return)


def keep(context: Context, kind: Kind, rij: str, **velden: object) -> None:
    record_waarde(context.work, context.dossier_id or "", kind.of(rij), velden)


def test_hours_are_added_and_counted_towards_their_norm(make: Make, context: Context) -> None:
    scherm = make("uren")
    assert "0 van 12 uur gevolgd (Besl 3.1(3)). Nog 12 uur." in texts(scherm)
    click(scherm, "uren_nieuw")
    ((rij, velden),) = gevulde_rijen(context.dossier(), kinds.UREN)
    assert velden == {"tot": "2026-05-04"}
    fill(scherm, f"veld_uren_{rij}_soort", "pvt")
    fill(scherm, f"veld_uren_{rij}_aantal", "7,5")
    assert "7,5 van 12 uur gevolgd (Besl 3.1(3)). Nog 4,5 uur." in texts(scherm)
    assert nameless(scherm) == []


def test_what_is_typed_in_a_new_row_replaces_the_day_of_today(make: Make, context: Context) -> None:
    scherm = make("handhaving")
    click(scherm, "handhaving_nieuw")
    (rij,) = context.dossier().row_ids("handhaving")
    datum = visible(scherm, f"veld_handhaving_{rij}_datum")
    assert isinstance(datum, QLineEdit)
    assert datum.text() == "4-5-2026"
    QTest.keyClicks(datum, "1-4-2026")
    assert datum.text() == "1-4-2026"


def test_a_row_is_one_line_until_it_is_changed(make: Make, context: Context, selam: str) -> None:
    context.dossier_id = selam
    keep(context, kinds.UREN, "u", soort="cursus", van="2026-04-01", tot="2026-04-30", aantal=96)
    scherm = make("uren")
    line = "Les Nederlands, 96 uur, van 1 april 2026, tot en met 30 april 2026"
    assert texts(scherm, "uren_1_kort") == [line]
    click(scherm, "uren_1_open")
    fill(scherm, "veld_uren_u_aantal", "90")
    ((_, velden),) = gevulde_rijen(context.dossier(), kinds.UREN)
    assert velden["aantal"] == 90
    assert velden["soort"] == "cursus"


def test_what_is_found_opens_its_row_at_its_field(
    show_screen: ShowScreen, context: Context, selam: str
) -> None:
    context.dossier_id = selam
    keep(context, kinds.VERWIJZING, "v", datum="2026-04-01", naar="huisarts", uitkomst="belt terug")
    scherm, arguments = place_of(context.dossier(), kinds.VERWIJZING.of("v", "uitkomst"))
    assert scherm == UitvoeringScherm.naam
    made = show_screen(UitvoeringScherm, selam, deel=arguments["deel"], veld=arguments["veld"])
    assert made.focusWidget() is visible(made, "veld_verwijzing_v_uitkomst")


def test_what_was_removed_is_put_back(make: Make, context: Context, selam: str) -> None:
    context.dossier_id = selam
    keep(context, kinds.UREN, "u", soort="cursus", van="2026-04-01", tot="2026-04-30", aantal=96)
    scherm = make("uren")
    visible(scherm, "uren_1_weg").setFocus()
    click(scherm, "uren_1_weg")
    assert gevulde_rijen(context.dossier(), kinds.UREN) == []
    terug = visible(scherm, "uren_terug")
    assert scherm.focusWidget() is terug
    press(terug, Qt.Key.Key_Return)
    assert scherm.focusWidget() is visible(scherm, "uren_1_weg")
    assert len(gevulde_rijen(context.dossier(), kinds.UREN)) == 1


def test_six_places_hold_every_part_and_the_arrows_go_along_them(make: Make, context: Context) -> None:
    scherm = make("uren")
    chips = scherm.keuze.chips
    assert len(chips) <= 6
    for kind in (kinds.GELDTAAK, kinds.WERKPLEK, kinds.ONDERZOEK, kinds.HANDHAVING, kinds.DAARNA):
        assert place_of(context.dossier(), kind.of("r"))[1]["deel"] in PLAATS_VAN
    scherm.activateWindow()
    QTest.qWaitForWindowActive(scherm)
    chips["uren"].setFocus()
    QTest.keyClick(chips["uren"], Qt.Key.Key_Right)
    assert chips["tussen"].isChecked()
    visible(scherm, "kaart_partneroverleggen")
    assert not scherm.plaatsen["uren"].isVisible()


def test_a_part_low_in_its_place_comes_to_the_top(
    show_screen: ShowScreen, context: Context, selam: str, qtbot: QtBot
) -> None:
    context.dossier_id = selam
    for nummer in range(9):
        keep(context, kinds.WEEKBLOK, f"w{nummer}", soort="les", wat="les")
    keep(context, kinds.WERKPLEK, "p", wat="kringloop")
    for veld, naam in (("", "kaart_werkplekken"), (kinds.WERKPLEK.of("p", "tot"), "veld_werkplek_p_tot")):
        scherm = show_screen(UitvoeringScherm, selam, size=(900, 560), deel="werkplek", veld=veld)
        doel = visible(scherm, naam)
        qtbot.waitUntil(partial(_in_sight, doel), timeout=1000)


def _in_sight(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def test_a_period_that_ends_before_it_begins_is_open_and_said(
    make: Make, context: Context, selam: str
) -> None:
    context.dossier_id = selam
    keep(context, kinds.UREN, "u", soort="cursus", van="2026-04-30", tot="2026-04-01", aantal=9)
    scherm = make("uren")
    assert texts(scherm, "gebrek_uren_u_tot") == ["Deze dag ligt voor Uren: van."]
    fill(scherm, "veld_uren_u_van", "1-3-2026")
    assert texts(scherm, "gebrek_uren_u_tot") == []


def test_what_duo_would_refuse_stands_beside_the_day(make: Make, context: Context) -> None:
    scherm = make("uren")
    fill(scherm, "veld_afronding_pvt_op", "1-3-2026")
    [zin] = texts(scherm, "gebrek_afronding_pvt_op")
    assert zin.startswith("DUO neemt dit zo niet aan.")
    assert "Wet 11" in zin


def test_a_bezwaar_that_was_right_leads_to_a_new_besluit(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make("bezwaar")
    click(scherm, "bezwaar_nieuw")
    ((rij, _),) = bezwaren_of(context.dossier())
    fill(scherm, f"veld_bezwaar_{rij}_verzonden_op", "1-5-2026")
    fill(scherm, f"veld_bezwaar_{rij}_ontvangen_op", "4-5-2026")
    assert "Het bezwaar is op tijd. Het kon tot en met 4 mei 2026 (Awb 6:7)." in texts(scherm)
    fill(scherm, f"veld_bezwaar_{rij}_ontvangen_op", "6-5-2026")
    assert any("op de post" in zin and "Awb 6:9" in zin for zin in texts(scherm))
    fill(scherm, f"veld_bezwaar_{rij}_beslissing", "gegrond")
    with qtbot.waitSignal(context.navigate) as went:
        click(scherm, f"herzien_{rij}")
    assert went.args == ["nieuw_besluit", {"grond": "herziening"}]


def test_a_decision_before_the_bezwaar_came_is_said_with_its_article(make: Make, context: Context) -> None:
    scherm = make("bezwaar")
    click(scherm, "bezwaar_nieuw")
    ((rij, _),) = bezwaren_of(context.dossier())
    fill(scherm, f"veld_bezwaar_{rij}_beslist_op", "1-4-2026")
    [zin] = texts(scherm, f"gebrek_bezwaar_{rij}_beslist_op")
    assert "Awb 6:9, 7:10" in zin


def test_a_day_still_to_come_is_told_as_soon_as_it_is_recorded(make: Make, context: Context) -> None:
    scherm = make("bezwaar")
    click(scherm, "bezwaar_nieuw")
    ((rij, _),) = bezwaren_of(context.dossier())
    fill(scherm, f"veld_bezwaar_{rij}_ontvangen_op", "4-5-2026")
    for _ in range(2):
        fill(scherm, f"veld_bezwaar_{rij}_beslist_op", "5-12-2035")
        assert texts(scherm, f"gebrek_bezwaar_{rij}_beslist_op") == [
            "Deze datum ligt in de toekomst. Klopt dat?"
        ]
        fill(scherm, f"veld_bezwaar_{rij}_beslist_op", "")


def test_a_fine_is_recorded_never_proposed_and_judged(make: Make, context: Context, selam: str) -> None:
    context.dossier_id = selam
    keep(context, kinds.HANDHAVING, "h", datum="2026-04-01", soort="boete", percentage=60, bedrag=100)
    scherm = make("handhaving")
    assert texts(scherm, "handhaving_onzeker")
    assert "Wet 22(1)" in texts(scherm, "gebrek_handhaving_h_soort")[0]
    assert "Besl 7.1" in texts(scherm, "gebrek_handhaving_h_percentage")[0]
    record_waarde(context.work, selam, kinds.PERSOON.of("doelgroep"), "gezinsmigrant")
    scherm.follow()
    assert texts(scherm, "handhaving_onzeker") == []


def test_costs_are_ticked_and_taken_over_one_by_one(make: Make, context: Context) -> None:
    scherm = make("ontzorgen")
    click(scherm, "ontzorgen_nieuw")
    ((rij, _),) = gevulde_rijen(context.dossier(), kinds.ONTZORGEN)
    water = visible(scherm, "vink_water")
    assert isinstance(water, QCheckBox)
    assert visible(scherm, "vink_huur").accessibleName() == "Wat de gemeente betaalt: huur"
    water.click()
    fill(scherm, f"veld_ontzorgen_{rij}_zelf_sinds_water", "1-8-2026")
    ((_, velden),) = gevulde_rijen(context.dossier(), kinds.ONTZORGEN)
    assert velden["posten"] == ["water"]
    assert velden["zelf_sinds"] == {"water": "2026-08-01"}
    record_waarde(context.work, context.dossier_id, kinds.PERSOON.of("doelgroep"), "gezinsmigrant")
    scherm.follow()
    assert "Pw 56a" in texts(scherm, "ontzorgen_termijn")[0]
    assert "Pw 56a" in texts(scherm, f"gebrek_ontzorgen_{rij}_van")[0]


def test_what_has_to_be_arranged_says_who_and_what_it_holds_up(make: Make, context: Context) -> None:
    scherm = make("verwijzingen")
    click(scherm, "randvoorwaarde_nieuw")
    ((rij, _),) = gevulde_rijen(context.dossier(), kinds.RANDVOORWAARDE)
    fill(scherm, f"veld_randvoorwaarde_{rij}_wat", "kinderopvang")
    fill(scherm, f"veld_randvoorwaarde_{rij}_houdt_tegen", "cursus")
    scherm.leave()
    ((_, velden),) = gevulde_rijen(context.dossier(), kinds.RANDVOORWAARDE)
    assert (velden["wat"], velden["houdt_tegen"]) == ("kinderopvang", "cursus")


def test_talks_are_held_against_what_was_promised(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make("gesprekken")
    assert "Beloofd in het besluit van 20 maart 2026: 4. Gehouden: 0." in texts(scherm)
    with qtbot.waitSignal(context.navigate) as went:
        click(scherm, "uitvoering_gesprek")
    assert went.args == ["gesprek", {}]


def test_the_calendar_names_nobody(make: Make, script: messages.Script, tmp_path: Path) -> None:
    scherm = make("uren")
    script.answers.append(tmp_path / "agenda.ics")
    click(scherm, "uitvoering_agenda")
    written = (tmp_path / "agenda.ics").read_text(encoding="utf-8")
    assert "BEGIN:VEVENT" in written
    assert "Tesfay" not in written


def test_the_row_that_is_written_is_open_again_at_its_field(make: Make, context: Context, selam: str) -> None:
    context.dossier_id = selam
    keep(context, kinds.UREN, "u", soort="cursus", van="2026-04-01", tot="2026-04-30", aantal=96)
    scherm = make("uren")
    assert scherm.where() == {"deel": "uren", "veld": ""}
    click(scherm, "uren_1_open")
    visible(scherm, "veld_uren_u_instelling").setFocus()
    plek = scherm.where()
    scherm.leave()

    weer = make(plek["deel"])
    weer.show_with(plek)
    assert visible(weer, "veld_uren_u_instelling").hasFocus()


def test_in_a_low_window_one_bar_scrolls_what_is_asked_and_the_choice_above_it(
    show_screen: ShowScreen, context: Context, selam: str
) -> None:
    set_besluit(context.work, selam)
    scherm = show_screen(UitvoeringScherm, selam, size=(440, 200), deel="uren")
    bars = [vlak for vlak in scherm.findChildren(QScrollArea) if vlak.verticalScrollBar().maximum()]
    assert [vlak.viewport().height() >= 150 for vlak in bars] == [True]
    assert bars[0].isAncestorOf(scherm.keuze)
    scherm.resize(900, 700)
    assert not bars[0].isAncestorOf(scherm.keuze)
    assert scherm.keuze.isVisible()


def test_the_week_begins_with_the_answers_and_says_what_does_not_fit(
    make: Make, context: Context, selam: str, qtbot: QtBot
) -> None:
    context.dossier_id = selam
    record_antwoord(context.work, selam, "randvoorwaarden.les_dagen", ["maandag", "dinsdag"])
    record_antwoord(context.work, selam, "randvoorwaarden.les_momenten", ["middag"])
    scherm = make("week")
    click(scherm, "week_begin")
    ((rij, velden),) = gevulde_rijen(context.dossier(), kinds.WEEKBLOK)
    assert (velden["soort"], velden["dagen"], velden["van"]) == ("les", ["maandag", "dinsdag"], "13.00")
    assert "Les en werk samen: 6 uur per week." in texts(scherm)
    assert not [knop for knop in scherm.findChildren(QPushButton, "week_begin") if knop.isVisible()]
    keep(context, kinds.WEEKSTAP, "s", vanaf="2026-05-04", uren="4")
    fill(scherm, f"veld_weekblok_{rij}_wat", "Taalschool")
    assert any("Er staat 6 uur les en werk in de week." in zin for zin in texts(scherm))
    fill(scherm, f"veld_weekblok_{rij}_tot", "12.00")
    assert any("ligt niet na het begin" in zin for zin in texts(scherm))
    with qtbot.waitSignal(context.navigate) as went:
        click(scherm, "week_blad")
    assert went.args == ["documenten", {"deel": "weekblad"}]


def test_a_row_that_two_laptops_changed_says_so_and_is_open(make: Make, context: Context, selam: str) -> None:
    context.dossier_id = selam
    keep(context, kinds.WEEKBLOK, "r", soort="les", dagen=["maandag"], tot="12.00")
    record_in_two_ways(context.work, selam, "weekblok[r].van", "9.00", "8.00")
    scherm = make("week")
    assert visible(scherm, "veld_weekblok_r_van").isEnabled()
    assert any(zin.startswith("Dit is verschillend vastgelegd.") for zin in texts(scherm))
    fill(scherm, "veld_weekblok_r_van", "8.30")
    assert context.dossier().conflicts() == []
    assert not any(zin.startswith("Dit is verschillend vastgelegd.") for zin in texts(scherm))


def test_what_goes_on_is_written_down_and_its_sheets_are_looked_at(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make("daarna")
    assert not visible(scherm, "blad_daarna").isEnabled()
    click(scherm, "daarna_nieuw")
    ((rij, _),) = gevulde_rijen(context.dossier(), kinds.DAARNA)
    fill(scherm, f"veld_daarna_{rij}_wat", "taalles")
    fill(scherm, f"veld_daarna_{rij}_gezondheid", "nee")
    with qtbot.waitSignal(context.navigate) as gone:
        click(scherm, "blad_daarna_collega")
    assert gone.args == ["documenten", {"deel": "daarna_collega"}]
    assert nameless(scherm) == []


def test_what_may_be_said_stands_below_the_party_before_it_is_said(make: Make, context: Context) -> None:
    scherm = make("tussen")
    click(scherm, "partneroverleg_nieuw")
    ((rij, velden),) = gevulde_rijen(context.dossier(), kinds.PARTNEROVERLEG)
    assert velden == {"datum": "2026-05-04"}
    fill(scherm, f"veld_partneroverleg_{rij}_partij", "Werkbedrijf")
    fill(scherm, f"veld_partneroverleg_{rij}_grond", "toestemming")
    said = texts(scherm)
    assert any("Er geldt vandaag geen toestemming" in zin for zin in said)
    assert any("er is op die dag geen toestemming" in zin.lower() for zin in said)
    fill(scherm, f"veld_partneroverleg_{rij}_grond", "wet")
    fill(scherm, f"veld_partneroverleg_{rij}_artikel", "Wet 35(3)")
    assert any("Zeg alleen wat dit artikel noemt: Wet 35(3)." in zin for zin in texts(scherm))
    click(scherm, "onderzoek_nieuw")
    ((rij, _),) = gevulde_rijen(context.dossier(), kinds.ONDERZOEK)
    fill(scherm, f"veld_onderzoek_{rij}_instrument", "Talentenscan")
    fill(scherm, f"veld_onderzoek_{rij}_verschil", "groot")
    assert any("Maak een extra afspraak" in zin for zin in texts(scherm))
    assert nameless(scherm) == []


def test_money_is_drawn_told_and_refused(make: Make, context: Context, selam: str) -> None:
    context.dossier_id = selam
    keep(context, kinds.GELDPOST, "b", post="bijstand", bedrag=900, van="2026-03-17")
    keep(context, kinds.GELDPOST, "h", post="huur", bedrag=800)
    keep_instelling(context.work, "leefgeld.eerste", "300")
    scherm = make("geld")
    assert texts(scherm, "geld_leeg")
    record_antwoord(context.work, selam, "financien.begin_bijstand", "2026-03-17")
    scherm.follow()
    plaat, tabel = visible(scherm, "geld_plaat"), visible(scherm, "geld_tabel")
    assert "100 euro over om van te leven" in plaat.accessibleName()
    assert isinstance(tabel, QTableView)
    assert tabel.model().rowCount() == 6
    assert any("Te weinig om van te leven" in zin for zin in texts(scherm))
    click(scherm, "geldpost_2_open")
    fill(scherm, "veld_geldpost_h_bedrag", "1000000")
    assert "9999" in texts(scherm, "gebrek_geldpost_h_bedrag")[0]
    fill(scherm, "veld_geldpost_h_bedrag", "500")
    assert "400 euro over om van te leven" in plaat.accessibleName()
