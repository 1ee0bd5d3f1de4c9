"""What the demonstration says of a case that tells more than the window asks."""

import datetime

from intake_assistant.casus.plan import LATER_RECORDED, plan_case
from intake_assistant.demo.toneel import skipped_of
from intake_assistant.texts import keys, text

DAG = datetime.date(2026, 6, 1)


def test_what_the_window_has_no_place_for_is_counted() -> None:
    uren = {"tot": DAG}
    casus = {"uren": [uren, uren], "bezwaar": [{"ontvangen_op": DAG}], "gesprek": [{"datum": DAG}]}
    assert skipped_of(plan_case(casus, DAG)) == [("uren", 2), ("bezwaar", 1)]
    assert text("casus.demo.stap_overgeslagen_uren", aantal=2).startswith("2 tellingen van uren van de casus")


def test_each_of_them_has_its_words() -> None:
    assert {f"casus.demo.stap_overgeslagen_{wat}" for wat in LATER_RECORDED} <= set(keys("nl", "casus"))
