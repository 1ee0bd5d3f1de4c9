"""Besluiten that were set apart never stand beside each other in silence, whatever the order of joining."""

import itertools
from typing import Any

import pytest

from intake_assistant.domain.recht.besluit import Besluit, besluiten_of, geldende, samenloop_of
from tests.domain.schrijver import Schrijver, exchange

EERSTE = {"grond": "eerste", "dagtekening": "2026-05-11"}
SCHAKELEN = {"grond": "schakelen", "dagtekening": "2027-01-04"}


def set_besluit(who: Schrijver, id: str, **waarde: Any) -> None:
    """Set as `operations.beschikking` does: with the besluiten whose place it takes."""
    known = besluiten_of(who.dossier)
    whole = {
        "nummer": max((b.nummer for b in known), default=0) + 1,
        "inhoud": {"leerroute": "B"},
        "bestanden": {},
        "vervangt": [b.id for b in geldende(known)],
        **waarde,
    }
    who.record(f"besluit[{id}]", {"waarde": whole})


def laptops(*namen: str) -> list[Schrijver]:
    return [Schrijver(naam) for naam in namen]


def found(who: Schrijver) -> tuple[str, str, set[str]] | None:
    samenloop = samenloop_of(besluiten_of(who.dossier))
    if samenloop is None:
        return None
    return samenloop.soort, samenloop.regel, {b.id for b in samenloop.besluiten}


def test_one_after_the_other_is_no_problem() -> None:
    an, bo = laptops("an", "bo")
    set_besluit(an, "aa", **EERSTE)
    exchange(an, bo)
    set_besluit(bo, "bb", **SCHAKELEN)
    exchange(an, bo)
    assert (found(an), found(bo)) == (None, None)


def test_two_first_ones_hold_at_once() -> None:
    an, bo = laptops("an", "bo")
    set_besluit(an, "aa", **EERSTE)
    set_besluit(bo, "bb", **EERSTE)
    exchange(an, bo)
    assert found(an) == found(bo) == ("eerste", "Wet 15(1)", {"aa", "bb"})


def test_two_that_changed_the_same_one_hold_at_once() -> None:
    an, bo = laptops("an", "bo")
    set_besluit(an, "aa", **EERSTE)
    exchange(an, bo)
    set_besluit(an, "bb", **SCHAKELEN)
    set_besluit(bo, "cc", **SCHAKELEN)
    exchange(an, bo)
    assert found(an) == found(bo) == ("wijziging", "Besl 5.3(6)", {"bb", "cc"})


def test_one_with_a_higher_number_that_knew_nothing_of_the_other_does_not_hide_it() -> None:
    an, bo = laptops("an", "bo")
    set_besluit(an, "aa", **EERSTE)
    exchange(an, bo)
    set_besluit(an, "bb", **SCHAKELEN)
    set_besluit(bo, "cc", **SCHAKELEN)
    set_besluit(bo, "dd", grond="herziening", dagtekening="2027-02-01")
    exchange(an, bo)
    assert found(an) == ("wijziging", "Besl 5.3(6)", {"bb", "dd"})


def test_a_first_one_beside_a_changed_one_is_found_too() -> None:
    an, bo = laptops("an", "bo")
    set_besluit(an, "aa", **EERSTE)
    set_besluit(an, "bb", **SCHAKELEN)
    set_besluit(bo, "cc", **EERSTE)
    exchange(an, bo)
    assert found(an) == ("wijziging", "Besl 5.3(6)", {"bb", "cc"})


def test_a_new_besluit_that_knew_both_settles_it_for_all() -> None:
    an, bo, ci = laptops("an", "bo", "ci")
    set_besluit(an, "aa", **EERSTE)
    set_besluit(bo, "bb", **EERSTE)
    exchange(an, bo, ci)
    set_besluit(ci, "cc", grond="herziening", dagtekening="2026-06-01")
    exchange(an, bo, ci)
    assert [found(who) for who in (an, bo, ci)] == [None, None, None]


def test_settled_twice_apart_is_a_new_problem() -> None:
    """Two colleagues who each settle it have decided twice: nobody may overlook that."""
    an, bo = laptops("an", "bo")
    set_besluit(an, "aa", **EERSTE)
    set_besluit(bo, "bb", **EERSTE)
    exchange(an, bo)
    set_besluit(an, "cc", grond="herziening", dagtekening="2026-06-01")
    set_besluit(bo, "dd", grond="herziening", dagtekening="2026-06-02")
    exchange(an, bo)
    assert found(an) == ("wijziging", "Besl 5.3(6)", {"cc", "dd"})


def test_a_frozen_one_that_comes_in_another_version_stays_in_sight_and_is_a_problem() -> None:
    an, bo = laptops("an", "bo")
    set_besluit(an, "aa", **EERSTE)
    exchange(an, bo)
    first = dict(bo.dossier.get("besluit[aa]"))
    bo.record("besluit[aa]", {"waarde": {**first, "inhoud": {"leerroute": "Z"}}})
    an.record("besluit[aa]", {"waarde": {**first, "inhoud": {"leerroute": "O"}}})
    exchange(an, bo)
    # What was handed over stands beside what each of them made of it.
    assert sorted(b.leerroute for b in besluiten_of(an.dossier)) == ["B", "O", "Z"]
    assert found(an) == found(bo) == ("eerste", "Wet 15(1)", {"aa"})
    set_besluit(an, "bb", grond="herziening", dagtekening="2026-06-01")
    assert found(an) is None


def test_every_order_of_joining_finds_the_same() -> None:
    an, bo, ci = laptops("an", "bo", "ci")
    set_besluit(an, "aa", **EERSTE)
    exchange(an, bo, ci)
    set_besluit(an, "bb", **SCHAKELEN)
    set_besluit(bo, "cc", **SCHAKELEN)
    set_besluit(ci, "dd", **SCHAKELEN)
    outcomes = []
    for order in itertools.permutations((an, bo, ci)):
        joined = Schrijver("samen")
        for part in order:
            joined.receive(part)
        outcomes.append(found(joined))
    assert outcomes == [("wijziging", "Besl 5.3(6)", {"bb", "cc", "dd"})] * 6


@pytest.mark.parametrize(("nummers", "gelden"), [((1,), 1), ((1, 2), 1), ((1, 1), 2), ((1, 2, 2), 2)])
def test_of_one_that_does_not_say_what_it_replaced_the_number_tells(
    nummers: tuple[int, ...], gelden: int
) -> None:
    besluiten = [
        Besluit(f"{plek}", nummer, "schakelen", "2026-05-11", "2026-05-11", aangenomen=True)
        for plek, nummer in enumerate(nummers)
    ]
    assert len(geldende(besluiten)) == gelden
