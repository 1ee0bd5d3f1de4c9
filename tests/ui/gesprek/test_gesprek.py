"""The conversation on a real vault: prepared, walked through, rounded off."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import record_procedure
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.views.concepttekst import typed_now
from intake_assistant.ui.gesprek.aanwezigen import Aanwezige
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.kit.theme import thema
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


class TestVoorbereiden:
    def test_what_the_interpreter_must_translate_unseen_is_said_beforehand(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        voorbereiden, melding = scherm.voorbereiden, scherm.voorbereiden.vertaling
        voorbereiden.taal.show_code("nl")
        voorbereiden.taal.gekozen.emit()
        assert not melding.isVisible()
        voorbereiden.taal.show_code("ti")
        voorbereiden.taal.gekozen.emit()
        assert melding.isVisible()
        er = re.fullmatch(
            r"Van de (\d+) vragen .* er \1 vertaald in het Tigrinya\. Nagekeken: 0\. Ingesproken: 0\.",
            melding.hoever.text(),
        )
        assert er
        assert int(er[1]) > 20
        assert not melding.zin.isVisible()
        voorbereiden.taal.show_code("wo")
        voorbereiden.taal.gekozen.emit()
        assert melding.zin.text().startswith("In het Wolof heeft het programma nog geen vragen.")
        gevraagd: list[object] = []
        scherm.context.navigate.connect(lambda waar, hoe: gevraagd.append((waar, hoe)))
        click(find(melding, QPushButton, "naar_tolkblad"))
        assert gevraagd == [("documenten", {"deel": "tolkblad"})]

    def test_what_is_prepared_is_recorded_and_the_conversation_begins(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        assert find(scherm, QLineEdit, "gesprek_datum").text() == "19-3-2026"
        click(find(scherm, QPushButton, "aanwezig_erbij"))
        type_text("T. Abraha")
        click(find(scherm, QCheckBox, "recht_op_alleen"))
        click(find(scherm, QPushButton, "gesprek_beginnen"))
        gesprek = tijdens(scherm).voering.gesprek
        assert (gesprek.datum, gesprek.vorm, gesprek.taal) == ("2026-03-19", "azc", "ar")
        assert gesprek.tolk == "T. Abraha"
        assert gesprek.recht_op_alleen_gewezen == "ja"
        gekozen = zaal.waarde(f"gesprek[{gesprek.id}].onderwerpen")
        assert isinstance(gekozen, list)
        assert "taalniveau" in gekozen
        assert "mentale_gezondheid" not in gekozen
        telling = tijdens(scherm).voering.telling[tijdens(scherm).route.gepland[0]]
        stap = find(scherm, QLabel, "bladzijde").accessibleName()
        assert stap.startswith("stap 1 van ")
        assert stap.endswith(f" nog {telling.te_gaan} vragen")

    def test_what_was_judged_and_is_looked_at_again_stands_first_and_leads_there(
        self, zaal: Zaal, qtbot: QtBot
    ) -> None:
        op = (zaal.work.clock.today() + timedelta(days=2)).isoformat()
        record_waarde(zaal.work, zaal.dossier, "beschikking.opnieuw_kijken.niveau", op)
        scherm = zaal.scherm()
        regel = find(scherm, QPushButton, "opnieuw_beschikking.opnieuw_kijken.niveau")
        assert "opnieuw kijken naar: Beschikking: niveau" in regel.accessibleName()
        with qtbot.waitSignal(scherm.context.navigate) as gone:
            click(regel)
        assert gone.args == ["beschikking", {"veld": "opnieuw_kijken.niveau"}]

    def test_place_and_interpreter_are_as_last_time(self, zaal: Zaal) -> None:
        tolk = {"rol": "tolk", "naam": "H. Darwish", "soort": "professioneel", "nummer": "4711"}
        broer = {"rol": "familie", "naam": "Y. Tesfay"}
        vorig = start_gesprek(zaal.work, zaal.dossier, {"vorm": "thuis"}, [tolk, broer]).made
        rond_af(zaal.work, zaal.dossier, vorig, {})
        scherm = zaal.scherm()
        assert find(scherm, QComboBox, "gesprek_vorm").currentData() == "thuis"
        assert [mens.gegevens() for mens in scherm.findChildren(Aanwezige)] == [tolk]
        assert not find(scherm, QLabel, "zoals_vorige_keer").isHidden()
        # What is only proposed is nobody's word: it is not kept as what somebody prepared.
        scherm.voorbereiden.leave()
        assert not zaal.work.vault.setting(f"schets voorbereiden {zaal.dossier}")
        click(find(scherm, QPushButton, "gesprek_beginnen"))
        assert tijdens(scherm).voering.gesprek.tolk == "H. Darwish"

    def test_enter_goes_through_the_fields_and_begins(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        scherm.voorbereiden.datum.regel.setFocus()
        for _ in range(3):
            press(scherm, Qt.Key.Key_Return)
        assert scherm.delen.currentWidget() is tijdens(scherm)

    def test_the_name_of_the_interpreter_has_room(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        scherm.resize(1306, 680)
        click(find(scherm, QPushButton, "aanwezig_erbij"))
        QApplication.processEvents()
        assert find(scherm, QLineEdit, "aanwezig_naam").width() >= 200

    def test_nothing_scrolls_sideways_when_all_is_large(self, zaal: Zaal) -> None:
        tolk = {"rol": "tolk", "naam": "H. Darwish", "soort": "professioneel", "nummer": "4711"}
        vorig = start_gesprek(zaal.work, zaal.dossier, {"vorm": "thuis"}, [tolk]).made
        rond_af(zaal.work, zaal.dossier, vorig, {})
        scherm = zaal.scherm()
        thema.apply("licht", 150)
        groot = GesprekScherm(scherm.context)
        zaal.schermen.append(groot)
        groot.show_with({})
        groot.resize(1270, 650)
        groot.show()
        QApplication.processEvents()
        (vlak,) = groot.voorbereiden.findChildren(QScrollArea)
        breedte = vlak.horizontalScrollBar().maximum()
        thema.apply("licht", 100)
        assert breedte == 0

    def test_what_needs_trust_is_there_but_not_ticked(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        click(find(scherm, QPushButton, "voorstel_later"))
        assert not find(scherm, QCheckBox, "onderdeel_mentale_gezondheid").isChecked()
        assert find(scherm, QCheckBox, "onderdeel_taalniveau").isChecked()

    def test_the_time_that_it_takes_follows_what_is_ticked(self, zaal: Zaal) -> None:
        scherm = zaal.scherm()
        was = find(scherm, QLabel, "gespreksduur").text()
        assert was.startswith("Samen ongeveer ")
        assert "van de 75 minuten" in was
        click(find(scherm, QCheckBox, "onderdeel_taalniveau"))
        assert find(scherm, QLabel, "gespreksduur").text() != was
        assert "taalniveau" not in scherm.voorbereiden.gekozen()

    def test_loose_ends_are_one_line_and_are_planned_with_it(self, zaal: Zaal) -> None:
        vorig = zaal.gesprek()
        for naam in ("werkervaring", "opleiding"):
            deel = zaal.work.data.formulieren.startpositie(naam)
            velden = [v.naam for v in deel.vragen.values() if not v.herhaling and v.type != "note"]
            for vraag in velden[:-1]:
                record_antwoord(zaal.work, zaal.dossier, vraag, staat="onbekend", gesprek=vorig)
        rond_af(zaal.work, zaal.dossier, vorig, {})
        for _ in range(2):
            ander = start_gesprek(zaal.work, zaal.dossier, {"vorm": "azc"}).made
            rond_af(zaal.work, zaal.dossier, ander, {})
        scherm = zaal.scherm()
        los = find(scherm, QCheckBox, "losse_eindjes")
        assert los.text().startswith("Losse eindjes: ")
        eindjes = {deel.id for deel in scherm.voorbereiden.voorstel.losse_eindjes}
        assert eindjes
        los.setChecked(True)
        assert eindjes <= set(scherm.voorbereiden.gekozen())
        los.setChecked(False)
        assert eindjes.isdisjoint(scherm.voorbereiden.gekozen())

    def test_near_the_term_the_heading_says_that_it_is_the_last(self, zaal: Zaal) -> None:
        velden = {"kennisgeving_duo": "2026-01-20", "inschrijving_brp": "2026-01-20"}
        record_procedure(zaal.work, zaal.dossier, velden)
        scherm = zaal.scherm()
        assert "waarschijnlijk het laatste vóór 31 maart 2026" in scherm.voorbereiden._kop.text()
        assert "nog 12 dagen" in find(scherm, QLabel, "termijn_dichtbij").text()
        assert find(scherm, QCheckBox, "onderdeel_mentale_gezondheid").isChecked()

    def test_a_conversation_that_is_on_is_resumed_not_prepared(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        assert scherm.delen.currentWidget() is scherm.tijdens


class TestDeWeg:
    def test_down_and_up_pass_over_pages_that_cannot_apply(self, zaal: Zaal) -> None:
        gesprek = zaal.gesprek(onderwerpen=["gezinssituatie"])
        scherm = zaal.scherm()
        aan = tijdens(scherm)
        alle = [p.naam for p in zaal.work.data.formulieren.startpositie("gezinssituatie").paginas]
        gezien = [aan.pagina.pagina.naam]
        while scherm.delen.currentWidget() is aan and len(gezien) < 20:
            press(scherm, Qt.Key.Key_Down, ALT)
            gezien.append(aan.pagina.pagina.naam)
        overgeslagen = set(alle) - set(gezien)
        assert scherm.delen.currentWidget() is scherm.afronden
        assert overgeslagen  # what cannot apply, and what needs more trust than a first conversation has
        assert gezien == sorted(set(gezien), key=alle.index) + gezien[-1:]
        assert gesprek == aan.voering.id

    def test_the_place_asked_for_is_shown(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        scherm.show_with({"vraag": "opleiding.hoogste_niveau"})
        aan = tijdens(scherm)
        assert aan.pagina.actief == "opleiding.hoogste_niveau"
        scherm.show_with({"startpositie": "motivatie"})
        assert aan.pagina.pagina.naam.startswith("motivatie.")
        QApplication.processEvents()
        assert "Motivatie" in find(scherm, QPushButton, "onderwerpen_knop").accessibleName()

    def test_the_next_page_is_built_beforehand(self, zaal: Zaal, qtbot: QtBot) -> None:
        zaal.gesprek()
        aan = go(zaal.scherm(), "taalniveau.geletterdheid")
        qtbot.wait(300)
        klaar = dict(aan.pagina._bladen)
        volgende = aan.route.next(aan.pagina.pagina)
        assert volgende is not None
        aan.go_next()
        assert aan.pagina.blad is klaar[volgende.naam]

    def test_the_page_before_shows_what_was_changed_meanwhile(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = go(scherm, "taalniveau.geletterdheid")
        type_text("3")
        press(scherm, Qt.Key.Key_Down, ALT)
        press(scherm, Qt.Key.Key_Down, ALT)
        aan.go_previous()
        assert aan.pagina.blok("taalniveau.nl_verhaal") is not None
        aan.go_previous()
        blok = aan.pagina.blok("taalniveau.geletterdheid")
        assert blok is not None
        assert blok.veld.waarde() == "niet"


class TestAfronden:
    @staticmethod
    def half_way(zaal: Zaal) -> GesprekScherm:
        scherm = zaal.scherm()
        go(scherm, "taalniveau.geletterdheid")
        type_text("1")
        go(scherm, "taalniveau.cursusuren")
        press(scherm, Qt.Key.Key_N, ALT)
        type_text("te moe")
        click(find(scherm, QPushButton, "afronden_knop"))
        return scherm

    def test_what_was_said_and_what_was_not_asked_and_why(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = self.half_way(zaal)
        assert "over talen" in find(scherm, QTextEdit, "samenvatting").toPlainText()
        click(find(scherm, QPushButton, "niet_gevraagd_open"))
        teksten = [w.text() for w in find(scherm, QWidget, "terugblik").findChildren(QLabel) if w.isVisible()]
        assert "Uren Nederlandse les tot nu toe (te moe), volgende keer" in teksten

    def test_stopping_half_way_keeps_all_and_leads_to_the_dossier(self, zaal: Zaal, qtbot: QtBot) -> None:
        gesprek = zaal.gesprek()
        scherm = self.half_way(zaal)
        find(scherm, QTextEdit, "samenvatting").setFocus()
        type_text(" Goed gesprek.")
        find(scherm, QLineEdit, "volgende_afspraak").setFocus()
        type_text("2 april 2026")
        minuten = find(scherm, QLineEdit, "minuten")
        minuten.selectAll()
        minuten.setFocus()
        type_text("75")
        with qtbot.waitSignal(scherm.context.navigate) as heen:
            click(find(scherm, QPushButton, "gesprek_afronden"))
        assert heen.args == ["dossier", {"deel": "overzicht", "na": "gesprek"}]
        samenvatting = str(zaal.waarde(f"gesprek[{gesprek}].samenvatting"))
        assert samenvatting.startswith("Wij praatten vandaag over talen.")
        assert samenvatting.endswith(". Goed gesprek.")
        assert zaal.waarde(f"gesprek[{gesprek}].volgende_afspraak") == "2026-04-02"
        assert zaal.waarde(f"gesprek[{gesprek}].minuten") == 75
        assert zaal.waarde(f"gesprek[{gesprek}].afgerond") == "ja"
        scherm.show_with({})
        assert scherm.delen.currentWidget() is scherm.voorbereiden
        assert "(te moe)" in scherm.voorbereiden.voorstel.onderdelen[0].reden

    def test_the_person_is_asked_whether_it_is_so(self, zaal: Zaal) -> None:
        gesprek = zaal.gesprek()
        scherm = self.half_way(zaal)
        klopt = find(scherm, QCheckBox, "samenvatting_klopt")
        assert not klopt.isChecked()
        click(klopt)
        click(find(scherm, QPushButton, "gesprek_afronden"))
        assert zaal.waarde(f"gesprek[{gesprek}].samenvatting_klopt") == "ja"
        assert zaal.waarde(f"gesprek[{gesprek}].samenvatting_verteld") == "ja"

    def test_that_it_was_told_is_one_key(self, zaal: Zaal) -> None:
        gesprek = zaal.gesprek()
        scherm = self.half_way(zaal)
        press(scherm, Qt.Key.Key_V, ALT)
        press(scherm, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert zaal.waarde(f"gesprek[{gesprek}].samenvatting_verteld") == "ja"
        assert zaal.waarde(f"gesprek[{gesprek}].samenvatting_klopt") is None

    def test_the_topics_of_today_are_bars_and_the_lists_are_folded(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = self.half_way(zaal)
        blad = find(scherm, QWidget, "terugblik")
        balken = [b for b in blad.findChildren(QProgressBar) if b.isVisible()]
        assert [b.accessibleName().partition(":")[0] for b in balken] == ["Taalniveau"]
        assert "volgende keer" in balken[0].accessibleName()
        zichtbaar = [w.text() for w in blad.findChildren(QLabel) if w.isVisible()]
        assert not any("Uren Nederlandse les" in woorden for woorden in zichtbaar)

    def test_a_summary_in_the_making_survives_a_crash(self, zaal: Zaal, qtbot: QtBot) -> None:
        gesprek = zaal.gesprek()
        scherm = zaal.scherm()
        click(find(scherm, QPushButton, "afronden_knop"))
        find(scherm, QTextEdit, "samenvatting").setFocus()
        type_text("Zij wil graag")
        qtbot.wait(600)
        kept = typed_now(zaal.work, zaal.dossier)[f"gesprek[{gesprek}].samenvatting"]
        assert str(kept.value["waarde"]).startswith("Zij wil graag")
        zaal.reopen()
        nieuw = zaal.scherm()
        click(find(nieuw, QPushButton, "afronden_knop"))
        assert find(nieuw, QTextEdit, "samenvatting").toPlainText().startswith("Zij wil graag")

    def test_back_to_the_conversation(self, zaal: Zaal) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        click(find(scherm, QPushButton, "afronden_knop"))
        click(find(scherm, QPushButton, "terug_naar_gesprek"))
        assert scherm.delen.currentWidget() is scherm.tijdens


class TestKlok:
    def test_the_clock_runs_on_where_it_was_and_stands_still_in_a_pause(
        self, zaal: Zaal, qtbot: QtBot
    ) -> None:
        zaal.gesprek()
        scherm = zaal.scherm()
        aan = tijdens(scherm)
        aan.klok.seconden = 34 * 60.0
        aan.klok.tik()
        click(find(scherm, QPushButton, "pauze"))
        was = aan.klok.seconden
        qtbot.wait(50)
        aan.klok.tik()
        assert aan.klok.seconden == was
        assert find(scherm, QWidget, "gesprekstijd").property("text") == "pauze, 34 min"
        scherm.leave()
        zaal.reopen()
        assert find(zaal.scherm(), QWidget, "gesprekstijd").property("text") == "34 min"


def test_every_control_has_a_name(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    naamloos = set(_naamloos(scherm))
    aan = tijdens(scherm)
    for vraag in ("taalniveau.verhaal", "taalniveau.nl_lezen", "werkervaring.banen", "taalniveau.nl_datum"):
        go(scherm, vraag)
        if aan.pagina.herhaling is not None:
            aan.pagina.herhaling.add_rij()
        naamloos |= set(_naamloos(scherm))
    aan.toggle_vertellen()
    naamloos |= set(_naamloos(scherm))
    scherm._afronden()
    naamloos |= set(_naamloos(scherm))
    rond_af(zaal.work, zaal.dossier, aan.voering.id, {})
    scherm.show_with({})
    scherm.voorbereiden.add_aanwezige()
    assert naamloos | set(_naamloos(scherm)) == set()


def _naamloos(scherm: GesprekScherm) -> Iterator[str]:
    QApplication.processEvents()
    for widget in scherm.findChildren(QWidget):
        by_tab = Qt.FocusPolicy.TabFocus in widget.focusPolicy()
        if widget.isVisible() and by_tab and widget.focusProxy() is None and not _naam(widget):
            yield f"{type(widget).__name__} {widget.objectName()}"


def _naam(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
