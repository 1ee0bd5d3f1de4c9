"""What is pointed at after each touch, and what value it makes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.aanraken.aanwijzing import LATER, WEET_NIET, point, waarde_van
from tests.ui.gesprekshulp import DATA

EEN = DATA.formulieren.vraag("taalniveau.geletterdheid")
MEER = DATA.formulieren.vraag("leerbaarheid.leerbelemmering")
SCHAAL = next(v for v in DATA.formulieren.vragen.values() if v.type == "range")


def test_of_one_choice_the_last_touched_stays_and_touched_again_it_goes() -> None:
    assert point(EEN, ("anders",), "latijns") == ("latijns",)
    assert point(EEN, ("anders",), "anders") == ()


def test_several_are_pointed_at_until_touched_again() -> None:
    assert point(MEER, ("concentratie",), "geheugen") == ("concentratie", "geheugen")
    assert point(MEER, ("concentratie", "geheugen"), "concentratie") == ("geheugen",)


def test_not_knowing_goes_with_no_choice() -> None:
    assert point(MEER, ("concentratie",), WEET_NIET) == (WEET_NIET,)
    assert point(MEER, (WEET_NIET,), "concentratie") == ("concentratie",)
    assert point(EEN, (WEET_NIET,), LATER) == (LATER,)


def test_a_scale_gives_a_number_and_several_stand_in_the_order_of_the_form() -> None:
    assert waarde_van(SCHAAL, ("3",)) == 3
    assert waarde_van(EEN, ("anders",)) == "anders"
    codes = [keuze.naam for keuze in MEER.te_kiezen]
    assert waarde_van(MEER, list(reversed(codes))) == codes


@given(st.lists(st.sampled_from([k.naam for k in MEER.te_kiezen] + [WEET_NIET]), max_size=12))
def test_whatever_is_touched_no_state_stands_beside_a_choice(touches: list[str]) -> None:
    wijst: tuple[str, ...] = ()
    for code in touches:
        wijst = point(MEER, wijst, code)
    assert len(set(wijst)) == len(wijst)
    assert WEET_NIET not in wijst or wijst == (WEET_NIET,)
    assert all(a != b for a, b in pairwise(wijst))
