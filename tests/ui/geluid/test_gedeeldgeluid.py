"""What is heard of the shared side: what is in sight, and nothing once it has gone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli_w
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.operations.geluid.klanken import MAP, hash_of
from intake_assistant.operations.words.gedeeld import LUISTER
from intake_assistant.ui.gedeeld.bordhouder import GEZIEN
from intake_assistant.ui.gedeeld.kaart import Gebaarkaart
from intake_assistant.ui.geluid.apparaat import NUL
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from tests.ui.geluid.test_geluid import TOON
from tests.ui.gesprekshulp import DATA, Zaal, click, go, opened_zaal, press, tijdens

VRAAG = "taalniveau.geletterdheid"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def put(zaal: Zaal, taal: str, klank: str, **opname: str) -> None:
    """Put a sound beside the vault, and what is known of it."""
    folder = zaal.path.parent / MAP / taal
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(TOON, folder / f"{klank}.ogg")
    if opname:
        (folder / f"{klank}.toml").write_text(tomli_w.dumps(opname))


def begun(zaal: Zaal, *, leest_voor: bool = False) -> GesprekTijdens:
    zaal.gesprek(taal="ar")
    scherm = zaal.scherm()
    silence(scherm)
    scherm.context.voorkeuren.keep(gedeeld_leest_voor=leest_voor)
    return go(scherm, VRAAG)


def silence(scherm: GesprekScherm) -> None:
    scherm.context.geluid.speler._backend = NUL


def plays(aan: GesprekTijdens) -> bool:
    return aan.voering.context.geluid.speler.is_on


def there_and_back(zaal: Zaal) -> None:
    """Go to another question, and come here again."""
    go(zaal.schermen[0], "opleiding.hoogste_niveau")
    go(zaal.schermen[0], VRAAG)


def ears(waar: QWidget) -> list[Gebaarkaart]:
    return [k for k in waar.findChildren(Gebaarkaart) if k.code == LUISTER and k.isVisible()]


def test_an_ear_stands_there_only_when_there_is_something_to_hear(zaal: Zaal) -> None:
    put(zaal, "ar", VRAAG)
    aan = begun(zaal)
    assert len(ears(aan.gedeeld)) == 1
    aan.set_taal("tr")
    assert ears(aan.gedeeld) == []
    aan.set_taal("ar")
    aan.go_next()
    assert ears(aan.gedeeld) == []


def test_a_touch_on_the_ear_is_heard_again_and_ends_when_we_go_on(zaal: Zaal) -> None:
    put(zaal, "ar", VRAAG)
    aan = begun(zaal)
    assert not plays(aan)
    QTest.qWait(round(GEZIEN * 1000) + 50)
    click(ears(aan.gedeeld)[0])
    assert plays(aan)
    aan.go_next()
    assert not plays(aan)


@pytest.mark.parametrize("stil", ["privacy", "over"])
def test_nothing_is_heard_while_we_are_away(zaal: Zaal, stil: str) -> None:
    put(zaal, "ar", VRAAG)
    aan = begun(zaal, leest_voor=True)
    gedeeld = aan.ander.gedeeld
    there_and_back(zaal)
    assert plays(aan)
    if stil == "privacy":
        gedeeld.stilte.emit()
    else:
        gedeeld.turn(on=False)
    assert not plays(aan)


def test_it_is_heard_by_itself_only_when_that_was_chosen(zaal: Zaal) -> None:
    put(zaal, "ar", VRAAG)
    aan = begun(zaal)
    there_and_back(zaal)
    assert not plays(aan)


def test_the_answer_that_is_given_does_not_start_it_anew(zaal: Zaal) -> None:
    put(zaal, "ar", VRAAG)
    aan = begun(zaal, leest_voor=True)
    there_and_back(zaal)
    aan.voering.context.geluid.speler.stop()
    assert aan.ander.gedeeld.point("anders")
    press(zaal.schermen[0], Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert zaal.waarde(f"{VRAAG}@inburgeraar") == "anders"
    aan.follow()
    assert not plays(aan)


def test_what_was_spoken_in_of_other_words_is_not_heard(zaal: Zaal) -> None:
    wie = {"naam": "Stem nummer 12", "hoedanigheid": "tolk", "datum": "2026-03-01", "vertaling": ""}
    nu = DATA.formulieren.vraag(VRAAG).label
    put(zaal, "ar", VRAAG, **wie, nederlands=hash_of("Iets anders?"))
    aan = begun(zaal)
    assert ears(aan.gedeeld) == []
    put(zaal, "ar", VRAAG, **wie, nederlands=hash_of(nu))
    aan.voering.context.klanken.forget()
    aan.set_taal("ar")
    QApplication.processEvents()
    assert len(ears(aan.gedeeld)) == 1


def test_what_somebody_reads_to_show_that_they_can_is_never_heard(zaal: Zaal) -> None:
    leesteksten = [v for v in DATA.formulieren.vragen.values() if v.is_leestekst]
    assert leesteksten
    for vraag in leesteksten:
        put(zaal, "ar", vraag.naam)
    zaal.gesprek(taal="ar")
    aan = go(zaal.scherm(), leesteksten[0].naam)
    assert ears(aan.gedeeld) == []
    assert tijdens(zaal.schermen[0]) is aan
