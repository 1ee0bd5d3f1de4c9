"""What came of the leerroutes: no number of fewer than ten people, nor one by which that is reckoned."""

import pytest

from intake_assistant.domain.team.bleek import EINDEN, Bleekfeit, Routevervolg, bleek, later_verteld
from intake_assistant.domain.team.groepen import in_volgorde
from intake_assistant.domain.team.kansfeiten import STAPPEN, Kansuitkomst


def feiten(route: str, aantal: int, vervolg: int = 0, uren: int = 0, anders: int = 0) -> list[Bleekfeit]:
    """So many of a route, of which the first so many switched, had lessons, told something later."""
    return [
        Bleekfeit(
            route,
            (Routevervolg.GESCHAKELD,) if n < vervolg else (),
            100.0 + n if n < uren else 0.0,
            ("taalniveau",) if n < anders else (),
        )
        for n in range(aantal)
    ]


def test_a_route_of_few_stands_with_others_or_nowhere() -> None:
    assert bleek(feiten("B", 9)) == []
    found = bleek([*feiten("B", 30), *feiten("O", 4), *feiten("Z", 12)])
    assert [(rij.leerroutes, rij.aantal) for rij in found] == [(("B",), 30), (("O", "Z"), 16)]


def test_the_routes_are_grouped_as_where_is_told_who_was_offered_what() -> None:
    told = bleek([*feiten("B", 12), *feiten("O", 30), *feiten("Z", 4)])
    offered = in_volgorde({"B": 12, "O": 30, "Z": 4}, STAPPEN[Kansuitkomst.LEERROUTE])
    assert [rij.leerroutes for rij in told] == offered == [("B",), ("O", "Z")]


def test_what_came_of_few_or_of_nearly_all_is_not_told() -> None:
    told = [
        bleek(feiten("B", 30, vervolg=n))[0].vervolg[Routevervolg.GESCHAKELD] for n in (9, 10, 20, 21, 30)
    ]
    assert told == [None, 10, 20, None, None]


def test_half_of_the_hours_is_told_of_ten_who_have_any() -> None:
    assert [bleek(feiten("B", 30, uren=n))[0].uren for n in (9, 11)] == [None, 105.0]


def test_what_came_up_later_is_told_of_ten_at_least() -> None:
    assert later_verteld(feiten("B", 30, anders=9)) == {}
    assert later_verteld(feiten("B", 30, anders=12)) == {"taalniveau": 12}


@pytest.mark.parametrize(
    ("voldaan", "anders", "told"), [(20, 15, [20, 15]), (20, 4, [None, None]), (25, 20, [None, None])]
)
def test_no_end_is_told_that_gives_the_few_who_ended_otherwise_or_go_on(
    voldaan: int, anders: int, told: list[int | None]
) -> None:
    ends = [(Routevervolg.VOLDAAN,)] * voldaan + [(Routevervolg.ANDER_EINDE,)] * anders
    going_on = [()] * (50 - len(ends))
    (rij,) = bleek([Bleekfeit("B", vervolg, 0.0, ()) for vervolg in (*ends, *going_on)])
    assert [rij.vervolg[einde] for einde in EINDEN] == told
