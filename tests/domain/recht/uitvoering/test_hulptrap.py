"""The stairs of help: what was said of now goes before what was planned, and what is late is a talk."""

from datetime import date

import pytest

from intake_assistant.domain.recht.uitvoering.hulptrap import GEEN_HULP, Hulptrap, Trede

GEPLAND = Hulptrap("", "2026-06-01", "2026-09-01")


@pytest.mark.parametrize(
    ("op", "trede"),
    [
        (date(2026, 5, 31), Trede.VOOR_U),
        (date(2026, 6, 1), Trede.SAMEN),
        (date(2026, 9, 1), Trede.ZELF),
    ],
)
def test_each_step_begins_on_its_day(op: date, trede: Trede) -> None:
    assert GEPLAND.is_nu(op) is trede
    assert not GEPLAND.loopt_achter(op)


def test_what_was_said_of_now_goes_before_the_plan() -> None:
    langer = Hulptrap("voor_u", "2026-06-01", "2026-09-01")
    assert not langer.loopt_achter(date(2026, 5, 31))
    assert langer.is_nu(date(2026, 6, 1)) is Trede.VOOR_U
    assert langer.loopt_achter(date(2026, 6, 1))
    assert not Hulptrap("zelf", "2026-06-01").loopt_achter(date(2026, 6, 1))


def test_alone_before_together_is_the_wrong_way_round() -> None:
    assert Hulptrap("", "2026-06-02", "2026-06-01").is_omgekeerd
    assert not GEPLAND.is_omgekeerd
    assert not Hulptrap("", "", "2026-06-01").is_omgekeerd
    assert not Hulptrap("", "morgen", "2026-06-01").is_omgekeerd


def test_without_anything_agreed_there_are_no_stairs() -> None:
    assert not GEEN_HULP.is_afgesproken
    assert GEPLAND.is_afgesproken
