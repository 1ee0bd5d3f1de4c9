"""One plan of a case: every act in order of date, each after the act that it builds on."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.casus.check import read_case
from intake_assistant.casus.plan import Daad, Step, plan_case
from tests.gelezen import lazily
from tests.operations.casussen import CASES, CONTRACT

VANDAAG = datetime.date(2026, 6, 1)


def planned(case: Path) -> list[Step]:
    return plan_case(read_case(case.read_bytes(), case.name, lazily()), VANDAAG)


@pytest.mark.parametrize("case", [*CASES, *CONTRACT], ids=lambda case: case.stem)
def test_the_dossier_is_made_first_and_nothing_comes_before_what_it_builds_on(case: Path) -> None:
    begin, *rest = planned(case)
    assert begin.daad is Daad.DOSSIER
    assert rest == sorted(rest)
    seen = {begin.place}
    for step in rest:
        assert step.of in seen
        seen.add(step.place)


def test_the_cases_that_are_played_hold_every_act() -> None:
    acts = {step.daad for case in [*CASES, *CONTRACT] for step in planned(case)}
    elders = {Daad.HUISHOUDEN, Daad.VERZOEK, Daad.VERZOEK_VERDER}
    assert set(Daad) - acts == elders


@pytest.mark.parametrize(
    "adres",
    ["Molenstraat 2", {"straat": "Molenstraat 2"}, {"adres": "Molenstraat 2"}],
    ids=["text", "street", "address"],
)
def test_an_address_is_read_in_one_way(adres: Any) -> None:
    [begin] = plan_case({"inburgeraar": {"voornamen": "Omar", "adres": adres}}, VANDAAG)
    assert begin.wat == {"voornamen": "Omar", "adres": "Molenstraat 2"}
    assert begin.day == VANDAAG


def test_what_was_done_before_the_plan_was_made_is_noted_with_the_plan() -> None:
    afspraak = {"wat": "bellen", "klaar_op": datetime.date(2026, 1, 2)}
    case = {
        "gesprek": [{"datum": VANDAAG}],
        "doel": [{"naam": "x", "termijn": "kort", "afspraak": [afspraak]}],
    }
    steps = {step.daad: step for step in plan_case(case, VANDAAG)}
    assert steps[Daad.KLAAR].day == steps[Daad.AFSPRAAK].day == VANDAAG
    assert steps[Daad.KLAAR].wat == {"klaar_op": "2026-01-02"}
