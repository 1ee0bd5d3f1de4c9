"""The clock, chance and data that an operation works with."""

import datetime

from intake_assistant.operations.workspace import FixedClock, Workspace, packaged_data


def test_a_clock_that_stands_still() -> None:
    clock = FixedClock(datetime.date(2028, 2, 29))
    assert clock.today() == datetime.date(2028, 2, 29)
    assert clock.now() == datetime.datetime(2028, 2, 29, 12, tzinfo=datetime.UTC)


def test_the_same_workspace_on_another_day(work: Workspace) -> None:
    later = work.at(datetime.date(2027, 1, 1))
    assert later.clock.today() == datetime.date(2027, 1, 1)
    assert (later.vault, later.data, later.author) == (work.vault, work.data, "an")
    assert work.clock.today() == datetime.date(2026, 11, 2)


def test_ids_of_rows_differ_and_are_sixteen_signs(work: Workspace) -> None:
    ids = {work.new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(id) == 16 and set(id) <= set("0123456789abcdef") for id in ids)


def test_data_is_read_once() -> None:
    data = packaged_data()
    assert data.formulieren is data.formulieren
    assert len(data.formulieren.startposities) == 15
    assert data.engine is data.engine
    assert data.regels is data.regels
    assert data.teksten is data.teksten
