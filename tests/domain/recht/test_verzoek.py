"""Requests of the person: the month of the AVG, to the day, and what moves it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.recht.termijn import is_werkdag
from intake_assistant.domain.recht.verzoek import (
    Verzoek,
    VerzoekRegels,
    eerste_termijn,
    maanden_later,
    termijn_of,
    verzoeken_of,
)
from tests.domain.schrijver import Schrijver

REGELS = VerzoekRegels()
DAG = timedelta(days=1)


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [
        (date(2026, 3, 5), date(2026, 4, 7)),  # 5 April is Easter, and so is the 6th
        (date(2026, 5, 4), date(2026, 6, 4)),
        (date(2027, 1, 31), date(2027, 3, 1)),  # the last day of February is a Sunday
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2027, 2, 28), date(2027, 3, 30)),  # 28 March is Easter, the 29th Easter Monday
        (date(2024, 2, 29), date(2024, 3, 29) + 4 * DAG),  # Goede Vrijdag, weekend, Easter Monday
        (date(2026, 12, 31), date(2027, 2, 1)),
    ],
)
def test_a_month_ends_on_the_same_day_of_the_next(ontvangen: date, uiterlijk: date) -> None:
    assert eerste_termijn(ontvangen, REGELS) == uiterlijk


@given(st.dates(date(2018, 5, 25), date(2080, 1, 1)), st.integers(1, 12))
def test_months_later_is_the_same_day_or_the_last_one(dag: date, maanden: int) -> None:
    later = maanden_later(dag, maanden)
    assert (later.year * 12 + later.month) - (dag.year * 12 + dag.month) == maanden
    assert later.day == dag.day or (later.day < dag.day and (later + DAG).day == 1)


@given(st.dates(date(2018, 5, 25), date(2080, 1, 1)))
def test_the_last_day_is_a_working_day_within_five_weeks(ontvangen: date) -> None:
    uiterlijk = eerste_termijn(ontvangen, REGELS)
    assert is_werkdag(uiterlijk)
    assert 28 <= (uiterlijk - ontvangen).days <= 38


def test_a_year_at_the_end_of_the_calendar_is_no_crash() -> None:
    assert maanden_later(date(9999, 12, 1), 1) == date.max


def verzoek(**velden: object) -> Verzoek:
    return Verzoek(**{"soort": "inzage", "ontvangen_op": date(2026, 5, 4), **velden})  # type: ignore[arg-type]  # each name has its own kind


@pytest.mark.parametrize(
    ("vandaag", "stand", "over"),
    [(date(2026, 6, 4), "loopt", 0), (date(2026, 6, 5), "overschreden", -1), (date(2026, 5, 4), "loopt", 31)],
)
def test_an_open_request_runs(vandaag: date, stand: str, over: int) -> None:
    found = termijn_of(verzoek(), vandaag, REGELS)
    assert (found.stand, found.dagen_over, found.uiterlijk) == (stand, over, date(2026, 6, 4))


def test_longer_only_when_the_person_was_told_in_time() -> None:
    op_tijd = termijn_of(verzoek(verlengd_op=date(2026, 6, 4)), date(2026, 6, 5), REGELS)
    assert (op_tijd.uiterlijk, op_tijd.verlengd, op_tijd.stand) == (date(2026, 8, 4), True, "loopt")
    te_laat = termijn_of(verzoek(verlengd_op=date(2026, 6, 5)), date(2026, 6, 5), REGELS)
    assert (te_laat.uiterlijk, te_laat.verlengd, te_laat.stand) == (date(2026, 6, 4), False, "overschreden")


@given(st.dates(date(2018, 5, 25), date(2080, 1, 1)))
def test_longer_is_three_months_from_receipt(ontvangen: date) -> None:
    found = termijn_of(verzoek(ontvangen_op=ontvangen, verlengd_op=ontvangen), ontvangen, REGELS)
    assert found.uiterlijk is not None
    assert 0 <= (found.uiterlijk - maanden_later(ontvangen, 3)).days <= 6


def test_a_request_without_a_day_waits() -> None:
    assert termijn_of(verzoek(ontvangen_op=None), date(2026, 5, 4), REGELS).stand == "wacht"


def test_what_was_granted_must_still_be_done() -> None:
    beslist = {"beslist_op": date(2026, 5, 20)}
    nee = termijn_of(verzoek(**beslist, beslissing="afgewezen"), date(2027, 1, 1), REGELS)
    assert nee.stand == "klaar"
    ja = verzoek(**beslist, beslissing="toegewezen")
    assert termijn_of(ja, date(2027, 1, 1), REGELS).stand == "uitvoeren"
    gedaan = verzoek(**beslist, beslissing="deels", uitgevoerd_op=date(2026, 5, 21))
    assert termijn_of(gedaan, date(2027, 1, 1), REGELS).stand == "klaar"


@pytest.mark.parametrize(
    ("velden", "houdt"),
    [
        ({}, True),
        ({"beslist_op": date(2026, 5, 20), "beslissing": "toegewezen"}, True),
        ({"beslist_op": date(2026, 5, 20), "beslissing": "afgewezen"}, False),
        (
            {
                "beslist_op": date(2026, 5, 20),
                "beslissing": "toegewezen",
                "opgeheven_op": date(2026, 7, 1),
            },
            False,
        ),
        ({"soort": "bezwaar_verwerking"}, False),
        # What is not known yet sets nothing free: erasing cannot be undone.
        ({"ontvangen_op": None}, True),
        ({"beslist_op": date(2026, 5, 20)}, True),
        ({"beslissing": "afgewezen"}, True),
        ({"beslist_op": date(2026, 5, 20), "beslissing": "ingetrokken"}, False),
    ],
)
def test_only_a_beperking_that_stands_holds_back(velden: dict[str, object], houdt: bool) -> None:
    assert verzoek(**{"soort": "beperking", **velden}).houdt_tegen is houdt


def test_requests_are_read_from_their_fields() -> None:
    hand = Schrijver("an")
    hand.record("verzoek[b].soort", {"waarde": "wissing"})
    hand.record("verzoek[a].soort", {"waarde": "inzage"})
    hand.record("verzoek[a].ontvangen_op", {"waarde": "2026-05-04"})
    hand.record("verzoek[b].ontvangen_op", {"waarde": "gisteren"})
    een, twee = verzoeken_of(hand.dossier)
    assert (een.id, een.soort, een.ontvangen_op, een.artikel) == ("b", "wissing", None, "AVG 17")
    assert (twee.id, twee.soort, twee.ontvangen_op) == ("a", "inzage", date(2026, 5, 4))
