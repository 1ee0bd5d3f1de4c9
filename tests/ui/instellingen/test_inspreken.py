"""An interpreter speaks a fixed text in: heard before it is kept, and never in a conversation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.operations.geluid.klanken import MAP, hash_of, read_opname
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.ui.geluid.apparaat import NUL
from intake_assistant.ui.instellingen.inspreken import Inspreekkaart
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.preferences import Voorkeuren
from tests.ui.gesprekshulp import Zaal, click, opened_zaal


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


@pytest.fixture
def kaart(zaal: Zaal, qtbot: QtBot) -> Inspreekkaart:
    context = Context(zaal.work, Voorkeuren(zaal.folder / "voorkeuren.json"))
    made = Inspreekkaart(context, taal_van("ti"))
    qtbot.addWidget(made)
    made.opnemer._backend = made.speler._backend = NUL
    made.onderwerp.setCurrentIndex(made.onderwerp.findData("taalniveau"))
    made.show()
    return made


def speak(kaart: Inspreekkaart) -> None:
    click(kaart.neem_op)
    QTest.qWait(600)
    click(kaart.neem_op)


def kept(zaal: Zaal) -> list[str]:
    return sorted(file.name for file in (zaal.path.parent / MAP).rglob("*.*"))


def test_what_was_spoken_in_is_kept_with_who_and_when(zaal: Zaal, kaart: Inspreekkaart) -> None:
    assert not kaart.bewaar.isEnabled()
    assert "nog niet ingesproken" in kaart.stand.text()
    speak(kaart)
    assert kept(zaal) == []
    assert kaart.bewaar.isEnabled()
    click(kaart.luister)
    assert kaart.speler.is_on
    kaart.naam.setText("Stem nummer 12")
    kaart.hoedanigheid.setText("beëdigd tolk")
    click(kaart.bewaar)
    naam = kaart.tekst.plek.removesuffix("/label")
    assert kept(zaal) == [f"{naam}.toml", f"{naam}.wav"]
    assert "Stem nummer 12 (beëdigd tolk), op 19 maart 2026" in kaart.stand.text()
    assert kaart.lijst.item(0).text().startswith("Ingesproken")
    assert kaart.opnemer.geluid == b""
    with messages.answered_by(messages.Script(1, 0)):
        click(kaart.weg)
        assert kept(zaal)
        click(kaart.weg)
    assert kept(zaal) == []
    assert "nog niet ingesproken" in kaart.stand.text()


def test_without_a_name_it_is_not_kept_and_not_lost(zaal: Zaal, kaart: Inspreekkaart) -> None:
    said = list[KnownError]()
    kaart._context.failed.connect(said.append)
    speak(kaart)
    click(kaart.bewaar)
    assert [fout.code for fout in said] == ["opname.naam"]
    assert kept(zaal) == []
    assert kaart.opnemer.geluid


def test_another_text_begins_with_nothing(kaart: Inspreekkaart) -> None:
    speak(kaart)
    kaart.lijst.setCurrentRow(1)
    assert kaart.opnemer.geluid == b""
    assert not kaart.bewaar.isEnabled()


def test_out_of_sight_the_microphone_is_closed_and_nothing_is_held(kaart: Inspreekkaart) -> None:
    click(kaart.neem_op)
    kaart.hide()
    assert not kaart.opnemer.is_on
    assert kaart.opnemer.geluid == b""


def test_while_a_conversation_is_on_nothing_can_be_recorded(kaart: Inspreekkaart) -> None:
    kaart._context.samen = "een dossier"
    kaart.hide()
    kaart.show()
    assert not kaart.neem_op.isEnabled()
    assert "Er loopt een gesprek" in kaart.stand.text()
    kaart.toggle()
    assert not kaart.opnemer.is_on


def test_when_the_text_changed_since_it_says_so(zaal: Zaal, kaart: Inspreekkaart) -> None:
    speak(kaart)
    kaart.naam.setText("Stem nummer 12")
    click(kaart.bewaar)
    (feiten,) = (zaal.path.parent / MAP).rglob("*.toml")
    assert read_opname(feiten) is not None
    feiten.write_text(feiten.read_text().replace(hash_of(kaart.tekst.nl), hash_of("Anders?")))
    kaart._context.klanken.forget()
    kaart._fill_teksten()
    assert "verouderd" in kaart.stand.text()
    assert kaart.lijst.item(0).text().startswith("Verouderd")


def test_without_a_microphone_it_is_told(kaart: Inspreekkaart) -> None:
    said = list[KnownError]()
    kaart._context.failed.connect(said.append)
    kaart.opnemer._backend = "JACK"
    click(kaart.neem_op)
    assert [fout.code for fout in said] == ["geluid.geen_ingang"]
    assert not kaart.opnemer.is_on
