"""Routes, codes and what goes with what."""

import pytest

from intake_assistant.domain.recht.leerroute import (
    find_waarde,
    gezegde_delen,
    has_intensiteit,
    has_map,
    has_participatie_uren,
    has_waarde,
    wijkt_af_van_lbt,
)


@pytest.mark.parametrize(
    ("route", "uitslag", "afwijkend"),
    [
        ("B", "haalbaar", False), ("O", "haalbaar", False), ("Z", "haalbaar", True),
        ("B", "niet_haalbaar", True), ("O", "niet_haalbaar", True), ("Z", "niet_haalbaar", False),
        ("B", "onbekend", False), ("Z", "onbekend", False), ("O", "", False), ("", "niet_haalbaar", False),
    ],
)  # fmt: skip
def test_departing_from_the_leerbaarheidstoets(route: str, uitslag: str, afwijkend: bool) -> None:
    assert wijkt_af_van_lbt(route, uitslag) is afwijkend


def test_a_row_reads_the_same_in_whatever_order_it_was_stored() -> None:
    rij = {"besluit": "Bijstand", "datum": "2026-02-02", "kenmerk": "PW-1", "artikel": "Pw 35"}
    andersom = dict(reversed(rij.items()))
    assert gezegde_delen(andersom) == gezegde_delen(rij) == ["Bijstand", "2026-02-02", "PW-1", "Pw 35"]


def test_what_goes_with_what() -> None:
    assert [has_map(route) for route in ("B", "O", "Z", "")] == [True, False, True, False]
    assert [has_intensiteit(d) for d in ("asielstatushouder", "gezinsmigrant", "")] == [True, False, False]
    assert has_participatie_uren("Z", "asielstatushouder")
    assert not has_participatie_uren("Z", "gezinsmigrant")
    assert not has_participatie_uren("B", "asielstatushouder")


def test_values_whole_or_in_parts() -> None:
    assert find_waarde({"zroute": {"cursusuren": 800}}, "zroute.cursusuren") == 800
    assert find_waarde({"zroute.cursusuren": 600}, "zroute.cursusuren") == 600
    assert find_waarde({}, "zroute.cursusuren") is None
    assert find_waarde({"zroute": "800"}, "zroute.cursusuren") is None


@pytest.mark.parametrize("leeg", ["", "  \n", [], [""], {}, {"nvt": " "}, None])
def test_empty_is_not_filled_in(leeg: object) -> None:
    assert not has_waarde(leeg)


@pytest.mark.parametrize("vol", ["x", 0, ["", "x"], {"nvt": "geen kinderen"}])
def test_filled_in(vol: object) -> None:
    assert has_waarde(vol)
