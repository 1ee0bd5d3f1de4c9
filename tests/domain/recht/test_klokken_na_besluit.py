"""The clocks after a besluit: bezwaar by post or too early, the decision on it, and the aanbod."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.recht.feiten import BezwaarFeit
from intake_assistant.domain.recht.termijn import is_werkdag
from intake_assistant.operations.words.klok import uitleg_of
from tests.domain.recht.test_klokken import ASIEL, DAG, EERSTE, clock, names


@pytest.mark.parametrize(
    ("verzonden", "ontvangen", "stand", "reden"),
    [
        (date(2026, 6, 23), date(2026, 6, 30), "gehaald", "gehaald_per_post"),
        (date(2026, 6, 23), date(2026, 7, 1), "overschreden", "te_laat"),
        (date(2026, 6, 24), date(2026, 6, 25), "overschreden", "te_laat"),
        (None, date(2026, 6, 25), "overschreden", "te_laat"),
        (None, date(2026, 5, 11), "gehaald", "gehaald_voortijdig"),
        (None, date(2026, 5, 12), "gehaald", "gehaald"),
    ],
)
def test_posted_in_time_and_in_within_a_week_is_in_time(
    verzonden: date | None, ontvangen: date, stand: str, reden: str
) -> None:
    """Awb 6:9(2); before the bekendmaking counts too (Awb 6:10)."""
    kwam = BezwaarFeit(1, ontvangen, verzonden_op=verzonden)
    klok = clock("bezwaar", replace(ASIEL, besluiten=(EERSTE,), bezwaren=(kwam,)), date(2026, 9, 1))
    assert (klok.stand, klok.reden) == (stand, reden)


@pytest.mark.parametrize(
    ("commissie", "verlengd", "uiterlijk"),
    [
        (False, None, date(2026, 8, 4)),  # 23 June + 42
        (True, None, date(2026, 9, 15)),
        (False, date(2026, 8, 4), date(2026, 9, 15)),
        (False, date(2026, 8, 5), date(2026, 8, 4)),  # extended when it was over already
        (True, date(2026, 7, 1), date(2026, 10, 27)),
    ],
)
def test_the_decision_on_a_bezwaar(commissie: bool, verlengd: date | None, uiterlijk: date) -> None:
    kwam = BezwaarFeit(1, date(2026, 6, 10), commissie=commissie, verlengd_op=verlengd)
    feiten = replace(ASIEL, besluiten=(EERSTE,), bezwaren=(kwam,))
    klok = clock("beslissing_bezwaar", feiten, uiterlijk)
    assert (klok.begin, klok.uiterlijk, klok.stand) == (date(2026, 6, 24), uiterlijk, "loopt")
    assert clock("beslissing_bezwaar", feiten, uiterlijk + DAG).stand == "overschreden"
    beslist = replace(feiten, bezwaren=(replace(kwam, beslist_op=uiterlijk, beslissing="ongegrond"),))
    assert clock("beslissing_bezwaar", beslist, date(2027, 1, 1)).stand == "gehaald"
    te_laat = replace(feiten, bezwaren=(replace(kwam, beslist_op=uiterlijk + DAG),))
    assert clock("beslissing_bezwaar", te_laat, date(2027, 1, 1)).reden == "te_laat"


@pytest.mark.parametrize("op", [date(2026, 6, 9), date(2027, 12, 5)])
def test_a_day_on_which_nobody_can_have_decided_ends_no_term(op: date) -> None:
    """Awb 7:10: before it came in, or a day that is still to come, is a slip of the pen."""
    kwam = BezwaarFeit(1, date(2026, 6, 10), beslissing="gegrond", beslist_op=op)
    klok = clock(
        "beslissing_bezwaar", replace(ASIEL, besluiten=(EERSTE,), bezwaren=(kwam,)), date(2026, 8, 3)
    )
    assert (klok.stand, klok.dagen_over, klok.gehaald_op) == ("loopt", 1, None)


def test_who_takes_the_bezwaar_back_leaves_nothing_to_decide() -> None:
    """Awb 6:21: also after the last day for a decision nothing was late."""
    terug = BezwaarFeit(1, date(2026, 6, 10), beslissing="ingetrokken", beslist_op=date(2026, 12, 1))
    feiten = replace(ASIEL, besluiten=(EERSTE,), bezwaren=(terug,))
    klok = clock("beslissing_bezwaar", feiten, date(2027, 1, 1))
    assert (klok.stand, klok.reden, klok.dagen_over) == ("gehaald", "ingetrokken", None)
    assert "hoeft niet meer" in uitleg_of(klok)
    aangenomen = replace(feiten, besluiten=(replace(EERSTE, bekendgemaakt_op=None),))
    assert "hoeft niet meer" in uitleg_of(clock("beslissing_bezwaar", aangenomen, date(2027, 1, 1)))


def test_an_offer_after_a_plan_of_another_gemeente_counts_from_the_plan_here() -> None:
    verhuisd = replace(ASIEL, besluiten=(EERSTE,), eerder_pip_op=date(2025, 3, 1))
    assert "van het eerste PIP van deze gemeente" in uitleg_of(clock("aanbod", verhuisd))
    hier = replace(ASIEL, besluiten=(EERSTE,))
    assert "deze gemeente" not in uitleg_of(clock("aanbod", hier))


def test_a_bezwaar_against_no_besluit_has_no_decision_to_wait_for() -> None:
    feiten = replace(ASIEL, besluiten=(EERSTE,), bezwaren=(BezwaarFeit(9, date(2026, 6, 10)),))
    assert "beslissing_bezwaar" not in names(feiten)


@given(st.dates(date(2022, 1, 1), date(2060, 12, 31)), st.booleans(), st.booleans())
def test_a_decision_is_due_on_a_working_day(bekend: date, commissie: bool, verlengd: bool) -> None:
    besluit = replace(EERSTE, dagtekening=bekend, bekendgemaakt_op=bekend)
    kwam = BezwaarFeit(1, bekend, commissie=commissie, verlengd_op=bekend if verlengd else None)
    klok = clock("beslissing_bezwaar", replace(ASIEL, besluiten=(besluit,), bezwaren=(kwam,)))
    assert klok.uiterlijk is not None
    assert is_werkdag(klok.uiterlijk)
    weken = 6 + (12 if commissie else 6) + 6 * verlengd
    assert 0 <= (klok.uiterlijk - bekend).days - 7 * weken <= 14


# --- aanbod ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leerroute", "uiterlijk"),
    [("B", date(2026, 8, 11)), ("Z", date(2026, 8, 11)), ("O", date(2026, 11, 11))],
)
def test_aanbod_within_three_months_and_six_for_the_onderwijsroute(leerroute: str, uiterlijk: date) -> None:
    feiten = replace(ASIEL, besluiten=(replace(EERSTE, leerroute=leerroute),))
    klok = clock("aanbod", feiten, uiterlijk)
    assert (klok.begin, klok.uiterlijk, klok.stand) == (date(2026, 5, 12), uiterlijk, "loopt")
    assert clock("aanbod", feiten, uiterlijk + DAG).stand == "overschreden"
    assert clock("aanbod", replace(feiten, aanbod_op=uiterlijk), date(2027, 1, 1)).stand == "gehaald"


def test_aanbod_is_never_moved_and_only_for_an_asielstatushouder() -> None:
    """A ministerial rule is no wet (Awt 1, 5); the offer is of Wet 16."""
    zondag = replace(EERSTE, dagtekening=date(2026, 2, 22))
    assert clock("aanbod", replace(ASIEL, besluiten=(zondag,))).uiterlijk == date(2026, 5, 22)
    zaterdag = replace(EERSTE, dagtekening=date(2026, 2, 23))
    assert clock("aanbod", replace(ASIEL, besluiten=(zaterdag,))).uiterlijk == date(2026, 5, 23)
    gezin = replace(ASIEL, doelgroep="gezinsmigrant", besluiten=(EERSTE,))
    assert "aanbod" not in names(gezin)
