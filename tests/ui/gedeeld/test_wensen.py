"""How one person is served: in pictures that need no reading, and with Dutch below; kept for that person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.papers.bladen.tolkblad import tolkblad_stuk
from intake_assistant.operations.views.gesprek import gedeelde_wensen
from intake_assistant.operations.words.vertaling import DIALECT, spreekt_anders, taal_van
from intake_assistant.ui.gedeeld.blad.keuzes import TEGEL, TEGEL_BEELD
from intake_assistant.ui.gedeeld.gedeeld import IN_BEELDEN, OOK_NEDERLANDS
from intake_assistant.ui.gedeeld.kaart import Beeldvak, Keuzekaart
from intake_assistant.ui.gedeeld.vlak import Gedeeldvlak
from intake_assistant.ui.gedeeld.vorm import vorm_van
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.ui.gesprekshulp import Zaal, go, opened_zaal, tijdens

EEN, MEER = "taalniveau.geletterdheid", "digitale_vaardigheden.apparaten"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        made.gesprek(taal="ar", onderwerpen=["taalniveau", "digitale_vaardigheden"])
        yield made


@pytest.fixture
def scherm(zaal: Zaal) -> GesprekScherm:
    made = zaal.scherm()
    go(made, MEER)
    return made


def cards(scherm: GesprekScherm) -> list[Keuzekaart]:
    return [w for w in tijdens(scherm).gedeeld.findChildren(Keuzekaart) if w.isVisible()]


def dutch(scherm: GesprekScherm) -> list[str]:
    found = tijdens(scherm).gedeeld.findChildren(QLabel, "ook_nederlands")
    return [label.text() for label in found if label.isVisible()]


def test_in_pictures_each_choice_is_a_tile_with_a_picture(scherm: GesprekScherm) -> None:
    gedeeld = tijdens(scherm).ander.gedeeld
    gedeeld.toggle_wens(IN_BEELDEN)
    QApplication.processEvents()
    tegels = cards(scherm)
    assert len(tegels) == 4
    assert all(tegel.height() >= TEGEL for tegel in tegels)
    assert all(tegel.findChildren(Beeldvak) for tegel in tegels)
    # As many beside each other as there is room for, from the right.
    assert len({tegel.y() for tegel in tegels}) < len(tegels)
    assert tegels[0].x() > tegels[1].x()


def test_pictures_to_choose_from_are_all_in_sight(scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    aan.gedeeld.setFixedWidth(260)
    aan.ander.gedeeld.toggle_wens(IN_BEELDEN)
    for _ in range(3):
        QApplication.processEvents()
    vlak = aan.gedeeld._vlak.viewport()
    assert all(vlak.rect().contains(w.mapTo(vlak, w.rect().center())) for w in cards(scherm))


def test_it_is_about_something_that_is_seen(scherm: GesprekScherm) -> None:
    aan = go(scherm, EEN)
    aan.ander.gedeeld.toggle_wens(IN_BEELDEN)
    QApplication.processEvents()
    groot = max(w.minimumHeight() for w in aan.gedeeld.findChildren(Beeldvak) if w.isVisible())
    assert groot > TEGEL_BEELD


def test_dutch_stands_small_below_each_text_and_only_when_asked_for(scherm: GesprekScherm) -> None:
    assert dutch(scherm) == []
    tijdens(scherm).ander.gedeeld.toggle_wens(OOK_NEDERLANDS)
    QApplication.processEvents()
    assert dutch(scherm)[0] == "Wat gebruikt u: telefoon, tablet of laptop?"
    assert {"telefoon", "tablet"} <= set(dutch(scherm))
    groot = [w for w in tijdens(scherm).gedeeld.findChildren(QLabel) if w.font().pointSizeF() >= 20]
    assert not [w.text() for w in groot if w.text() in dutch(scherm)]


def test_who_reads_dutch_reads_it_once(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    aan.set_taal("nl")
    aan.ander.gedeeld.toggle_wens(OOK_NEDERLANDS)
    QApplication.processEvents()
    assert dutch(scherm) == []


def test_it_is_kept_for_this_person_and_not_for_the_next(zaal: Zaal, scherm: GesprekScherm) -> None:
    tijdens(scherm).ander.gedeeld.toggle_wens(IN_BEELDEN)
    tijdens(scherm).ander.gedeeld.toggle_wens(OOK_NEDERLANDS)
    assert gedeelde_wensen(zaal.work, zaal.dossier) == [IN_BEELDEN, OOK_NEDERLANDS]
    assert gedeelde_wensen(zaal.work, "een ander") == []
    zaal.reopen()
    weer = zaal.scherm()
    assert tijdens(weer).ander.gedeeld.wensen == {IN_BEELDEN, OOK_NEDERLANDS}
    tijdens(weer).ander.gedeeld.turn(on=False)
    assert tijdens(weer).ander.gedeeld.wensen == frozenset()


def test_both_can_be_chosen_from_our_own_menu(scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    menu = aan.ander.knop.make_menu()
    regels = {regel.text(): regel for regel in menu.actions()}
    regels["Grote plaatjes: antwoorden zonder lezen"].trigger()
    assert aan.ander.gedeeld.wensen == {IN_BEELDEN}


@pytest.mark.parametrize("breed", [256, 480, 1280])
def test_a_choice_is_at_least_120_high_where_there_is_room(
    qtbot: QtBot, scherm: GesprekScherm, breed: int
) -> None:
    vlak = Gedeeldvlak("proef")
    qtbot.addWidget(vlak)
    vlak.resize(breed, 1600)
    vlak.show()
    vlak.show_zicht(tijdens(scherm).ander.gedeeld.zicht, vorm_van())
    QApplication.processEvents()
    kaarten = [w for w in vlak.findChildren(Keuzekaart) if w.isVisible()]
    assert [w.height() for w in kaarten if w.height() < TEGEL] == []
    assert {w.layoutDirection() for w in kaarten} == {Qt.LayoutDirection.RightToLeft}


def test_what_is_spoken_is_told_where_another_language_is_read(zaal: Zaal) -> None:
    record_inburgeraar(zaal.work, zaal.dossier, {"spreektaal": "apc"})
    record_antwoord(zaal.work, zaal.dossier, DIALECT, "Homs")
    scherm = zaal.scherm()
    gezegd = tijdens(scherm).kop.kop.accessibleName()
    assert "spreekt Arabisch (Syrië, Libanon) (Homs), scherm in Arabisch" in gezegd
    tijdens(scherm).set_taal("fr")
    assert "scherm in Frans" in tijdens(scherm).kop.kop.accessibleName()


def test_the_sheet_of_the_interpreter_says_so_without_the_place(zaal: Zaal) -> None:
    dossier = zaal.work.vault.dossier(zaal.dossier)
    assert spreekt_anders(zaal.work, dossier, taal_van("ar")) == ""
    record_inburgeraar(zaal.work, zaal.dossier, {"spreektaal": "apc"})
    record_antwoord(zaal.work, zaal.dossier, DIALECT, "Homs")
    stuk = tolkblad_stuk(zaal.work, zaal.work.vault.dossier(zaal.dossier))
    woorden = str(stuk)
    assert "gesproken. De vertaling op dit blad is in het Arabisch" in woorden
    assert "Homs" not in woorden
