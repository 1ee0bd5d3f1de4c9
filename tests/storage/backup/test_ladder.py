"""Which backups go: a table of dates, and what holds for any."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.storage.backup.backup import Backup
from intake_assistant.storage.backup.ladder import LEAST_DAYS, RUNGS, superfluous

NOW = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)
SOORTEN = ["dag", *LEAST_DAYS]


def made(op: datetime.datetime, soort: str = "dag") -> Backup:
    return Backup(Path(f"{op:%Y%m%dT%H%M%S%f}-{soort}.db"), op, soort)


def ago(days: float, soort: str = "dag") -> Backup:
    return made(NOW - datetime.timedelta(days=days), soort)


MOMENTS = st.floats(-800, 1400).map(lambda days: NOW - datetime.timedelta(days=days))
MANY = st.lists(st.builds(made, MOMENTS, st.sampled_from(SOORTEN)), max_size=60, unique_by=lambda b: b.path)


@pytest.mark.parametrize(
    ("backup", "goes"),
    [
        (ago(0.1), False),  # an error of some hours ago can be undone
        (ago(1.1), False),
        (ago(8.1), True),  # of the same day as a newer one, and eight hours have a newer one
        (ago(0.1, "hand"), False),
        (ago(11), False),  # the last of the twelve days
        (ago(12), True),  # a Friday, and the Sunday of its week stays
        (ago(12, "samenvoegen"), False),
        (ago(15, "samenvoegen"), True),
        (ago(29, "herstel"), False),
        (ago(32, "formulieren"), True),
        (ago(365), True),
    ],
)
def test_a_table_of_days(backup: Backup, goes: bool) -> None:
    daily = [ago(days) for days in range(400)]
    assert (backup in superfluous([*daily, backup], NOW)) is goes


def test_one_made_by_hand_is_one_more_and_takes_no_others_place() -> None:
    """Who makes one after an error has the one of before it still."""
    before, own = made(NOW - datetime.timedelta(minutes=12)), made(NOW, "hand")
    assert superfluous([before, own], NOW) == []
    tomorrow = NOW + datetime.timedelta(days=1)
    assert superfluous([before, own, made(tomorrow)], tomorrow) == []


def test_a_working_day_keeps_its_hours() -> None:
    kept: list[Backup] = []
    for half_hours in range(16):
        now = NOW + datetime.timedelta(minutes=30 * half_hours)
        kept.append(made(now))
        kept = [b for b in kept if b not in superfluous(kept, now)]
    assert [b.op.hour for b in kept] == list(range(12, 20))
    assert {b.op.minute for b in kept} == {30}


def test_years_of_a_backup_a_day_become_a_ladder() -> None:
    kept: list[Backup] = []
    for day in range(800, -1, -1):
        now = NOW - datetime.timedelta(days=day)
        kept.append(made(now))
        kept = [b for b in kept if b not in superfluous(kept, now)]
    days = [(NOW - b.op).days for b in kept]
    assert len(kept) <= sum(most for most, _ in RUNGS)
    assert sorted(days)[:12] == list(range(12))
    assert max(days) > 230


@given(MANY, MOMENTS)
def test_the_newest_stays_and_so_does_what_is_young_or_of_the_future(
    backups: list[Backup], now: datetime.datetime
) -> None:
    gone = superfluous(backups, now)
    past = [b for b in backups if b.op <= now]
    assert not past or max(past, key=lambda b: b.op) not in gone
    for backup in gone:
        assert now - backup.op >= datetime.timedelta(days=LEAST_DAYS.get(backup.soort, 0))
    assert [b.op for b in gone] == sorted(b.op for b in gone)


@given(MANY, MOMENTS)
def test_what_stays_once_stays_when_looked_at_again(backups: list[Backup], now: datetime.datetime) -> None:
    kept = [b for b in backups if b not in superfluous(backups, now)]
    assert superfluous(kept, now) == []


@given(MANY)
def test_a_clock_that_jumps_back_two_years_takes_nothing_that_was_there(backups: list[Backup]) -> None:
    there = [b for b in backups if b.op <= NOW]
    kept = [b for b in there if b not in superfluous(there, NOW)]
    jumped = NOW - datetime.timedelta(days=730)
    for day in range(10):
        now = jumped + datetime.timedelta(days=day)
        kept.append(made(now, "na"))
        newer = [b for b in kept if b.op > now]
        kept = [b for b in kept if b not in superfluous(kept, now)]
        assert not set(newer) - set(kept)
    assert max(there, key=lambda b: b.op, default=None) in [*kept, None]


def test_a_clock_that_ran_ahead_takes_nothing_but_what_the_ladder_would() -> None:
    daily = [ago(days) for days in range(12)]
    ahead = made(NOW + datetime.timedelta(days=730))
    # One day more than there are rungs for, and its week has a newer one.
    assert superfluous([*daily, ahead], ahead.op) == [daily[11]]
    assert superfluous([*daily, ahead], NOW) == []
