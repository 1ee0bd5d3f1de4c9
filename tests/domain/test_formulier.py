"""Values against their question, and values of a case file as an entry holds them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.antwoord import normaliseer
from intake_assistant.domain.formulier import Keuze, Vraag, check_waarde, dagnummer, meant_by

KEUZES = (Keuze("a1", "A1"), Keuze("a2", "A2"), Keuze("alfa_a", "Alfa A"))
SCHAAL = {"start": 1, "end": 5, "step": 1}


def vraag(soort: str) -> Vraag:
    keuzes = KEUZES if soort.startswith("select") else ()
    return Vraag(
        naam="taal.x", type=soort, label="x", keuzes=keuzes, parameters=SCHAAL if soort == "range" else {}
    )


@pytest.mark.parametrize(
    ("soort", "waarde"),
    [
        ("text", "\u0645\u0631\u062d\u0628\u0627"),
        ("text", "x" * 10_000),
        ("integer", -3),
        ("integer", 2**31 - 1),
        ("range", 5),
        ("decimal", "2.50"),
        ("decimal", 2),
        ("date", "2028-02-29"),
        ("select_one", "a1"),
        ("select_multiple", []),
        ("select_multiple", ["a1", "alfa_a"]),
    ],
)
def test_a_good_value_has_no_fault(soort: str, waarde: object) -> None:
    assert check_waarde(vraag(soort), waarde) == ()


@pytest.mark.parametrize(
    ("soort", "waarde", "codes"),
    [
        ("text", 3, ["waarde.verkeerd_type"]),
        ("text", ["x"], ["waarde.verkeerd_type"]),
        ("integer", "3", ["waarde.verkeerd_type"]),
        ("integer", True, ["waarde.verkeerd_type"]),
        ("integer", 2**31, ["waarde.buiten_bereik"]),
        ("range", 0, ["waarde.buiten_bereik"]),
        ("range", 6, ["waarde.buiten_bereik"]),
        ("decimal", "2,5", ["waarde.verkeerd_type"]),
        ("decimal", True, ["waarde.verkeerd_type"]),
        ("date", "2026-02-30", ["waarde.onmogelijke_datum"]),
        ("date", "20260228", ["waarde.onmogelijke_datum"]),
        ("date", 2026, ["waarde.verkeerd_type"]),
        ("select_one", "A1", ["waarde.niet_in_lijst"]),
        ("select_one", ["a1", "a2"], ["waarde.te_veel"]),
        ("select_one", ["a1"], ["waarde.verkeerd_type"]),
        ("select_multiple", "a1", ["waarde.verkeerd_type"]),
        ("select_multiple", ["a1", 3], ["waarde.verkeerd_type"]),
        ("select_multiple", ["a1", "b7", "a1"], ["waarde.niet_in_lijst", "waarde.dubbel"]),
        ("note", "x", ["waarde.verkeerd_type"]),
        ("begin_repeat", [], ["waarde.verkeerd_type"]),
    ],
)
def test_a_bad_value_is_named(soort: str, waarde: object, codes: list[str]) -> None:
    gebreken = check_waarde(vraag(soort), waarde)
    assert [gebrek.code for gebrek in gebreken] == codes
    assert all(gebrek.feiten["vraag"] == "taal.x" for gebrek in gebreken)


def test_the_nearest_choice_is_suggested() -> None:
    (gebrek,) = check_waarde(vraag("select_one"), "Alfa A")
    assert gebrek.feiten["bedoeld"] == "alfa_a"


def test_what_is_a_part_of_one_name_only_is_that_name() -> None:
    """Tigre is nearer to 'tigri' by its letters; whoever types a beginning means what begins so."""
    talen = tuple(
        Keuze(naam, label) for naam, label in (("ti", "Tigrinya"), ("tig", "Tigre"), ("nl", "Nederlands"))
    )
    for getypt, code in (("tigri", "ti"), ("TIGRE", "tig"), ("tig", ""), ("nl", ""), ("rl", ""), ("", "")):
        found = meant_by(talen, getypt)
        assert (found.naam if found else "") == code, getypt


def test_labels_of_choices() -> None:
    assert vraag("select_one").keuzelabel("alfa_a") == "Alfa A"
    assert vraag("select_one").keuzelabel("onbekend") == "onbekend"


@pytest.mark.parametrize(
    ("ruw", "genormaliseerd"),
    [
        (datetime.date(2026, 3, 5), "2026-03-05"),
        (True, "ja"),
        (False, "nee"),
        (2.0, "2"),
        (2.75, "2.75"),
        (1e-7, "0.0000001"),
        (3, 3),
        ("x", "x"),
        ([True, {"a": datetime.date(2026, 3, 5)}], ["ja", {"a": "2026-03-05"}]),
    ],
)
def test_normaliseer(ruw: object, genormaliseerd: object) -> None:
    assert normaliseer(ruw) == genormaliseerd


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_becomes_a_decimal_that_means_the_same(getal: float) -> None:
    tekst = normaliseer(getal)
    assert isinstance(tekst, str)
    assert float(tekst) == getal
    assert check_waarde(vraag("decimal"), tekst) == ()


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_day_numbers_follow_the_calendar(dag: datetime.date) -> None:
    assert dagnummer(dag.isoformat()) == (dag - datetime.date(1970, 1, 1)).days


@given(
    st.sampled_from(["text", "integer", "range", "decimal", "date", "select_one", "select_multiple"]),
    st.text(),
)
def test_no_text_makes_the_check_stumble(soort: str, tekst: str) -> None:
    for waarde in (tekst, [tekst], {tekst: tekst}):
        for gebrek in check_waarde(vraag(soort), waarde):
            assert gebrek.code.startswith("waarde.")
