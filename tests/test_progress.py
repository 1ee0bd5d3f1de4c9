"""How far work is, how long it still takes, and calling it off; by a clock of its own."""

import threading
from itertools import pairwise

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.progress import CANCELLED, UNWATCHED, Progress, Watch


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_parts_follow_each_other_and_end_at_all_of_it() -> None:
    seen: list[float] = []
    watch = Watch(lambda told: seen.append(told.share))
    first, second = watch.progress.parts(1, 3)
    assert list(first.each("ab")) == ["a", "b"]
    assert seen == [0.125, 0.25]
    inner, rest = second.parts(1, 1)
    inner.done()
    assert watch.share == 0.625
    for _ in rest.each(range(100)):
        assert watch.share < 1
    assert watch.share == 1
    assert all(a < b for a, b in pairwise(seen))


def test_it_never_goes_back_and_never_beyond() -> None:
    watch = Watch()
    watch.progress.tell(3, 4)
    watch.progress.tell(1, 4)
    assert watch.share == 0.75
    watch.progress.tell(9, 4)
    assert watch.share == 1


def test_what_weighs_nothing_or_is_empty_is_done_at_once() -> None:
    watch = Watch()
    for part in watch.progress.parts(0, 0):
        assert list(part.each(())) == []
    watch.progress.done()
    assert watch.share == 1


def test_the_estimate_comes_when_there_is_something_to_estimate_by() -> None:
    clock = Clock()
    watch = Watch(now=clock)
    assert watch.seconds_left() is None
    for done in range(1, 5):
        clock.now += 1
        watch.progress.tell(done, 100)
    assert watch.seconds_left() == pytest.approx(96)


def test_the_estimate_follows_the_rate_of_late_and_grows_when_it_stands_still() -> None:
    clock = Clock()
    watch = Watch(now=clock)
    for done in range(1, 51):
        clock.now += 1
        watch.progress.tell(done, 100)
    before = watch.seconds_left()
    assert before == pytest.approx(50)
    for done in range(51, 76):
        clock.now += 4
        watch.progress.tell(done, 100)
    left = watch.seconds_left()
    assert left is not None
    assert 95 < left <= 100
    clock.now += 60
    later = watch.seconds_left()
    assert later is not None
    assert later > 2 * left


def test_called_off_it_ends_between_two_steps() -> None:
    watch, seen = Watch(), list[int]()
    with pytest.raises(KnownError) as error:
        for number in watch.progress.each(range(9)):
            seen.append(number)
            if number == 3:
                assert watch.cancel()
    assert (error.value.code, seen) == (CANCELLED, [0, 1, 2, 3])


def test_from_the_first_writing_on_it_cannot_be_called_off() -> None:
    watch = Watch()
    watch.progress.commit()
    assert (watch.may_stop, watch.cancel(), watch.cancelled) == (False, False, False)
    assert list(watch.progress.each(range(3))) == [0, 1, 2]


def test_called_off_before_the_first_writing_nothing_is_written() -> None:
    watch = Watch()
    assert watch.cancel()
    with pytest.raises(KnownError):
        watch.progress.commit()
    assert watch.may_stop


def test_who_calls_it_off_at_the_last_moment_is_told_truly() -> None:
    for _ in range(200):
        watch, ended = Watch(), list[bool]()

        def work(progress: Progress = watch.progress, ended: list[bool] = ended) -> None:
            try:
                progress.commit()
            except KnownError:
                ended.append(True)

        thread = threading.Thread(target=work)
        thread.start()
        was_called_off = watch.cancel()
        thread.join()
        assert was_called_off == bool(ended)


def test_what_nobody_watches_goes_on_to_its_end() -> None:
    first, second = UNWATCHED.parts(1, 2)
    assert [*first.each("ab"), *second.each("c")] == ["a", "b", "c"]
    UNWATCHED.commit()
    UNWATCHED.go_on()
