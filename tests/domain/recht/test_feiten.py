"""The facts that the rules of law look at: what was taken back is no ground, what was answered is one."""

import datetime

import pytest

from intake_assistant.domain.recht.controle import elementen
from intake_assistant.domain.recht.feiten import controlefeiten
from intake_assistant.operations.workspace import packaged_data
from tests.domain.schrijver import Schrijver

PEILDATUM = datetime.date(2026, 5, 11)
BANEN = "werkervaring.banen"


@pytest.fixture
def an() -> Schrijver:
    return Schrijver("an")


def row(schrijver: Schrijver, rij: str, staat: str) -> None:
    schrijver.record(f"{BANEN}[{rij}].beroep@school", {"staat": staat, "waarde": "naaister"})


def staat_of_banen(schrijver: Schrijver) -> str | None:
    dossier = schrijver.dossier
    return controlefeiten(dossier, packaged_data().regels, PEILDATUM).antwoorden.get(BANEN)


def investigated(schrijver: Schrijver) -> bool:
    """Whether Wet 14(3)(b) counts work experience as investigated."""
    feiten = controlefeiten(schrijver.dossier, packaged_data().regels, PEILDATUM)
    return next(e.aanwezig for e in elementen({}, feiten) if e.wat == "werkervaring")


def test_a_removed_row_is_no_longer_investigated(an: Schrijver) -> None:
    row(an, "r1", "beantwoord")
    assert investigated(an)
    an.remove(f"{BANEN}[r1]")
    assert not investigated(an)
    assert staat_of_banen(an) is None


@pytest.mark.parametrize(
    ("first", "second"), [("beantwoord", "niet_gevraagd"), ("niet_gevraagd", "beantwoord")]
)
def test_one_postponed_row_does_not_hide_an_answered_one(an: Schrijver, first: str, second: str) -> None:
    row(an, "a", first)
    row(an, "b", second)
    assert staat_of_banen(an) == "beantwoord"
    assert investigated(an)


def test_rows_that_were_all_postponed_are_not_investigated(an: Schrijver) -> None:
    row(an, "a", "niet_gevraagd")
    row(an, "b", "niet_gevraagd")
    assert staat_of_banen(an) == "niet_gevraagd"
    assert not investigated(an)
