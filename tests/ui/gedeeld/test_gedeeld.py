"""What is in sight on the shared side, as the conversation goes on and the switch is turned."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from intake_assistant.operations.words.gedeeld import RUST, Gevraagd
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld, Gedeeldestand
from tests.ui.gesprekshulp import DATA

FORMULIEREN = DATA.formulieren
EERST = FORMULIEREN.vraag("taalniveau.geletterdheid")
DAARNA = FORMULIEREN.vraag("taalniveau.verhaal")
PERSOONLIJK = FORMULIEREN.vraag("mentale_gezondheid.slapen")


@pytest.fixture
def gedeeld(qapp: QObject) -> Gedeeld:
    return Gedeeld(qapp, Path())


def toont(gedeeld: Gedeeld) -> str:
    return gedeeld.zicht.blad.naam


def gekozen(gedeeld: Gedeeld) -> tuple[str, ...]:
    return gedeeld.zicht.gekozen


def is_gedimd(gedeeld: Gedeeld) -> bool:
    return gedeeld.zicht.gedimd


def test_it_begins_with_the_picture_of_rest(gedeeld: Gedeeld) -> None:
    assert gedeeld.zicht.blad == RUST


def test_on_what_staff_fill_in_the_last_question_stays_dimmed(gedeeld: Gedeeld) -> None:
    gedeeld.ask(Gevraagd(EERST))
    assert not is_gedimd(gedeeld)
    gedeeld.dim("taalniveau")
    assert toont(gedeeld) == EERST.naam
    assert is_gedimd(gedeeld)
    gedeeld.dim("opleiding")
    assert gedeeld.zicht.blad == RUST


def test_an_earlier_answer_is_not_marked_before_somebody_asks(gedeeld: Gedeeld) -> None:
    gedeeld.ask(Gevraagd(EERST), ["anders"])
    assert gekozen(gedeeld) == ()
    assert gedeeld.has_eerder
    gedeeld.show_eerder()
    assert gekozen(gedeeld) == ("anders",)
    gedeeld.ask(Gevraagd(DAARNA))
    gedeeld.ask(Gevraagd(EERST), ["anders"])
    assert gekozen(gedeeld) == ()


def test_what_is_answered_now_is_marked(gedeeld: Gedeeld) -> None:
    gedeeld.ask(Gevraagd(EERST), ["anders"])
    gedeeld.ask(Gevraagd(EERST), ["latijns"])
    assert gekozen(gedeeld) == ("latijns",)
    assert not gedeeld.has_eerder


def test_a_personal_question_waits_until_it_is_shown_and_is_covered_again(gedeeld: Gedeeld) -> None:
    gedeeld.ask(Gevraagd(PERSOONLIJK), ["2"])
    blad = gedeeld.zicht.blad
    assert [zin.tekst for zin in blad.zinnen] == [
        "Nu komt een persoonlijke vraag.",
        "U hoeft niet te antwoorden.",
    ]
    assert blad.alleen is not None
    assert blad.alleen.woorden == "Even alleen"
    assert blad.keuzes == ()
    gedeeld.toggle_bedekt()
    assert toont(gedeeld) == PERSOONLIJK.naam
    gedeeld.dim(PERSOONLIJK.startpositie)
    assert toont(gedeeld) != PERSOONLIJK.naam
    gedeeld.ask(Gevraagd(PERSOONLIJK), ["2"])
    assert toont(gedeeld) != PERSOONLIJK.naam


def test_standing_still_and_following_again(gedeeld: Gedeeld) -> None:
    gedeeld.ask(Gevraagd(EERST))
    gedeeld.toggle_stil()
    gedeeld.ask(Gevraagd(DAARNA))
    assert toont(gedeeld) == EERST.naam
    gedeeld.toggle_stil()
    assert toont(gedeeld) == DAARNA.naam


def test_covered_by_hand_and_shown_again(gedeeld: Gedeeld) -> None:
    gedeeld.ask(Gevraagd(EERST), ["anders"])
    gedeeld.toggle_bedekt()
    assert gedeeld.zicht.blad == RUST
    assert gekozen(gedeeld) == ()
    gedeeld.ask(Gevraagd(DAARNA))
    assert gedeeld.zicht.blad == RUST
    assert gedeeld.wijze is Gedeeldestand.BEDEKT
    gedeeld.toggle_bedekt()
    assert toont(gedeeld) == DAARNA.naam


def test_a_conversation_that_is_over_leaves_nothing(gedeeld: Gedeeld) -> None:
    gedeeld.set_taal("ar")
    gedeeld.ask(Gevraagd(EERST))
    gedeeld.toggle_stil()
    gedeeld.turn(on=False)
    assert gedeeld.zicht.blad == RUST
    assert gedeeld.taal.code == "nl"
    gedeeld.dim("taalniveau")
    assert gedeeld.zicht.blad == RUST
