"""Which display the shared side goes to."""

from intake_assistant.ui.gedeeld.display import KEPT, Display, choose, forget, remember, usable

OURS = Display("", "eDP-1", (0, 0, 1366, 768))
BEAMER = Display("B-7", "HDMI-1", (1366, 0, 1920, 1080))
TAFEL = Display("", "DP-2", (1366, 0, 1280, 800))


def moved(display: Display, x: int, y: int = 0) -> Display:
    return display._replace(geometry=(x, y, *display.size))


def test_the_display_of_before_wherever_it_stands_now() -> None:
    assert choose([BEAMER], [OURS, moved(BEAMER, -1920)], OURS) == moved(BEAMER, -1920)
    assert choose([TAFEL], [OURS, moved(TAFEL, 0, 768)], OURS) == moved(TAFEL, 0, 768)


def test_nothing_was_chosen_or_it_is_not_there() -> None:
    assert choose([], [OURS, BEAMER], OURS) is None
    assert choose([BEAMER], [OURS], OURS) is None
    assert choose([BEAMER], [OURS, TAFEL], OURS) is None


def test_another_one_on_the_same_plug_is_not_it() -> None:
    ander = BEAMER._replace(serial="C-9")
    assert choose([BEAMER], [OURS, ander], OURS) is None
    groter = TAFEL._replace(geometry=(1366, 0, 3840, 2160))
    assert choose([TAFEL], [OURS, groter], OURS) is None


def test_of_two_of_one_make_only_the_one_in_the_very_same_place() -> None:
    naast = moved(BEAMER, 3286)
    assert choose([BEAMER], [OURS, BEAMER, naast], OURS) == BEAMER
    assert choose([moved(BEAMER, 9999)], [OURS, BEAMER, naast], OURS) is None


def test_never_where_our_own_side_is_or_its_mirror() -> None:
    assert choose([BEAMER], [OURS, BEAMER], BEAMER) is None
    spiegel = moved(BEAMER, 0)
    assert usable([OURS, spiegel], OURS) == []
    assert choose([BEAMER], [OURS, spiegel], OURS) is None
    assert usable([OURS, BEAMER, TAFEL], OURS) == [BEAMER, TAFEL]


def test_the_one_that_was_chosen_last_of_those_that_are_there() -> None:
    kept = remember(remember((), BEAMER), TAFEL)
    elders = moved(TAFEL, 5000)
    assert choose(kept, [OURS, BEAMER, elders], OURS) == elders
    assert choose(kept, [OURS, BEAMER], OURS) == BEAMER
    assert choose(forget(kept, elders), [OURS, BEAMER, elders], OURS) == BEAMER


def test_each_is_remembered_once_and_no_more_than_so_many() -> None:
    kept: tuple[Display, ...] = ()
    for nummer in range(2 * KEPT):
        kept = remember(remember(kept, BEAMER), TAFEL._replace(name=f"DP-{nummer}"))
    assert len(kept) == KEPT
    assert kept.count(BEAMER) == 1
