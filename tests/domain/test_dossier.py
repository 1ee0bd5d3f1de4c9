"""A dossier is derived from its entries: leaves, conflicts, rows, and what counts."""

import dataclasses
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.dossier import fold
from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.domain.opvolging import FIRST, LEAF, missing, places, step_of
from tests.domain.schrijver import DOSSIER, Schrijver, exchange

LEZEN = "taalniveau.nl_lezen@inburgeraar"
BAAN = "werkervaring.banen[00112233445566aa]"


@pytest.fixture
def an() -> Schrijver:
    return Schrijver("an")


@pytest.fixture
def bo() -> Schrijver:
    return Schrijver("bo")


def without_value(entry: Entry, presence: Presence) -> Entry:
    return dataclasses.replace(entry, presence=presence, salt=b"", body=b"")


def test_an_empty_dossier_answers_every_question(an: Schrijver) -> None:
    found = an.dossier
    assert found.get("inburgeraar.achternaam") == ""
    assert found.current(LEZEN) is None
    assert found.row_ids("gesprek") == []
    assert found.conflicts() == []
    assert not found.antwoord("taalniveau.nl_lezen").touched
    assert not found.onvolledig


def test_the_last_entry_counts_and_the_first_stays_known(an: Schrijver) -> None:
    first = an.record(LEZEN, {"waarde": 1})
    last = an.record(LEZEN, {"waarde": 2})
    assert an.dossier.get(LEZEN) == 2
    assert [leaf.id for leaf in an.dossier.leaves(LEZEN)] == [last.id]
    standing = places(map(step_of, an.known.values()))
    assert standing == {bytes.fromhex(first.id): FIRST, bytes.fromhex(last.id): LEAF}


def test_laptops_that_differ_are_in_conflict_and_the_question_is_open(an: Schrijver, bo: Schrijver) -> None:
    an.record(LEZEN, {"staat": "beantwoord", "waarde": 1})
    exchange(an, bo)
    an.record(LEZEN, {"staat": "beantwoord", "waarde": 2})
    bo.record(LEZEN, {"staat": "beantwoord", "waarde": 3})
    exchange(an, bo)
    for one in (an, bo):
        (conflict,) = one.dossier.conflicts()
        assert conflict.subject == LEZEN
        assert sorted(str((leaf.value or {})["waarde"]) for leaf in conflict.leaves) == ["2", "3"]
        answer = one.dossier.antwoord("taalniveau.nl_lezen")
        assert answer.conflict
        assert answer.open
        assert not answer.beantwoord
        assert one.dossier.current(LEZEN) is None


def test_settling_travels_back_and_is_settled_for_all(an: Schrijver, bo: Schrijver) -> None:
    an.record(LEZEN, {"waarde": 2})
    bo.record(LEZEN, {"waarde": 3})
    exchange(an, bo)
    bo.record(LEZEN, {"waarde": 3})
    exchange(an, bo)
    assert an.dossier.conflicts() == bo.dossier.conflicts() == []
    assert an.dossier.get(LEZEN) == bo.dossier.get(LEZEN) == 3


def test_settling_in_two_ways_is_a_new_conflict(an: Schrijver, bo: Schrijver) -> None:
    an.record(LEZEN, {"waarde": 2})
    bo.record(LEZEN, {"waarde": 3})
    exchange(an, bo)
    an.record(LEZEN, {"waarde": 2})
    bo.record(LEZEN, {"waarde": 3})
    exchange(an, bo)
    assert [c.subject for c in an.dossier.conflicts()] == [LEZEN]


def test_equal_leaves_are_no_conflict(an: Schrijver, bo: Schrijver) -> None:
    an.record(LEZEN, {"staat": "beantwoord", "waarde": 2, "form": "taalniveau 1"})
    bo.record(LEZEN, {"staat": "beantwoord", "waarde": 2, "form": "taalniveau 2"})
    exchange(an, bo)
    assert an.dossier.conflicts() == []
    assert len(an.dossier.leaves(LEZEN)) == 2
    assert an.dossier.get(LEZEN) == 2


def test_a_number_and_its_text_are_not_equal(an: Schrijver, bo: Schrijver) -> None:
    an.record(LEZEN, {"waarde": 2})
    bo.record(LEZEN, {"waarde": "2"})
    exchange(an, bo)
    assert len(an.dossier.conflicts()) == 1


def test_two_sources_never_conflict_and_the_first_of_the_order_counts(an: Schrijver, bo: Schrijver) -> None:
    an.record("taalniveau.nl_lezen@inburgeraar", {"staat": "beantwoord", "waarde": 4})
    bo.record("taalniveau.nl_lezen@toets", {"staat": "beantwoord", "waarde": 1})
    exchange(an, bo)
    answer = an.dossier.antwoord("taalniveau.nl_lezen")
    assert (answer.bron, answer.waarde, answer.conflict) == ("toets", 1, False)
    assert [(a.bron, a.waarde) for a in answer.andere_bronnen] == [("inburgeraar", 4)]
    assert an.dossier.conflicts() == []


def test_the_regievoerder_says_which_source_counts(an: Schrijver) -> None:
    an.record("taalniveau.nl_lezen@inburgeraar", {"staat": "beantwoord", "waarde": 4})
    an.record("taalniveau.nl_lezen@toets", {"staat": "beantwoord", "waarde": 1})
    an.record("geldt:taalniveau.nl_lezen", {"waarde": "inburgeraar"})
    assert an.dossier.antwoord("taalniveau.nl_lezen").waarde == 4
    an.record("taalniveau.nl_lezen@inburgeraar", {"staat": "open"})
    assert an.dossier.antwoord("taalniveau.nl_lezen").bron == "toets"


def test_a_source_that_answered_goes_before_one_that_did_not(an: Schrijver) -> None:
    an.record("taalniveau.nl_lezen@duo", {"staat": "onbekend"})
    an.record("taalniveau.nl_lezen@inburgeraar", {"staat": "beantwoord", "waarde": 4})
    assert an.dossier.antwoord("taalniveau.nl_lezen").bron == "inburgeraar"


def test_rows_stand_in_the_order_of_their_first_entry(an: Schrijver, bo: Schrijver) -> None:
    an.record("doel[bb].naam", {"waarde": "werk"})
    an.record("doel[aa].naam", {"waarde": "taal"})
    bo.record("doel[cc].naam", {"waarde": "school"})
    exchange(an, bo)
    assert an.dossier.row_ids("doel") == bo.dossier.row_ids("doel")
    an.record("doel[bb].naam", {"waarde": "ander werk"})
    assert an.dossier.row_ids("doel") == bo.dossier.row_ids("doel")
    assert an.dossier.row_ids("doel").index("bb") < an.dossier.row_ids("doel").index("aa")


def test_rows_added_on_two_laptops_both_stay(an: Schrijver, bo: Schrijver) -> None:
    an.record("doel[aa].naam", {"waarde": "werk"})
    bo.record("doel[bb].naam", {"waarde": "werk"})
    exchange(an, bo)
    assert sorted(an.dossier.row_ids("doel")) == ["aa", "bb"]
    assert an.dossier.conflicts() == []


def test_a_removed_row_is_gone_and_what_it_held_is_kept(an: Schrijver) -> None:
    an.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "kok"})
    an.remove(BAAN)
    assert an.dossier.row_ids("werkervaring.banen") == []
    assert an.dossier.conflicts() == []
    assert an.dossier.get(f"{BAAN}.beroep@inburgeraar") == "kok"


def test_removed_here_and_changed_there_is_a_conflict_with_both_sides(an: Schrijver, bo: Schrijver) -> None:
    an.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "kok"})
    exchange(an, bo)
    removal = an.remove(BAAN)
    change = bo.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "bakker"})
    exchange(an, bo)
    (conflict,) = an.dossier.conflicts()
    assert (conflict.subject, [leaf.id for leaf in conflict.leaves]) == (BAAN, [removal.id, change.id])
    assert an.dossier.row_ids("werkervaring.banen") == ["00112233445566aa"]


def test_a_conflict_within_a_removed_row_is_none_until_the_row_stands_again(
    an: Schrijver, bo: Schrijver
) -> None:
    an.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "kok"})
    bo.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "bakker"})
    an.receive(bo)
    an.remove(BAAN)
    assert an.dossier.conflicts() == []
    an.record(BAAN, {"staat": "aanwezig"})
    assert [c.subject for c in an.dossier.conflicts()] == [f"{BAAN}.beroep@inburgeraar"]


def test_removed_on_both_laptops_is_removed(an: Schrijver, bo: Schrijver) -> None:
    an.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "kok"})
    exchange(an, bo)
    bo.record(f"{BAAN}.land@inburgeraar", {"waarde": "SYR"})
    an.remove(BAAN)
    bo.remove(BAAN)
    exchange(an, bo)
    assert an.dossier.conflicts() == []
    assert an.dossier.row_ids("werkervaring.banen") == []


def test_a_withheld_field_does_not_bring_a_removed_row_back(an: Schrijver, bo: Schrijver) -> None:
    field = an.record(f"{BAAN}.reden@inburgeraar", {"waarde": "rug"})
    bo.add(without_value(field, Presence.WITHHELD))
    bo.remove(BAAN)
    assert bo.dossier.row_ids("werkervaring.banen") == []
    bo.add(field)
    assert bo.dossier.conflicts() == []
    assert bo.dossier.row_ids("werkervaring.banen") == []


def test_an_erased_value_shows_nothing_and_conflicts_with_nothing(an: Schrijver, bo: Schrijver) -> None:
    erased = an.record(LEZEN, {"waarde": 2})
    bo.record(LEZEN, {"waarde": 3})
    exchange(an, bo)
    an.add(without_value(erased, Presence.ERASED))
    assert an.dossier.conflicts() == []
    assert an.dossier.get(LEZEN) == 3


def test_an_erased_value_does_not_uncover_what_it_replaced(an: Schrijver) -> None:
    an.record(LEZEN, {"waarde": 2})
    last = an.record(LEZEN, {"waarde": 3})
    an.add(without_value(last, Presence.ERASED))
    assert an.dossier.current(LEZEN) is None
    assert an.dossier.antwoord("taalniveau.nl_lezen").open


def test_what_replaces_an_entry_that_nobody_sent_makes_incomplete(an: Schrijver, bo: Schrijver) -> None:
    first = an.record(LEZEN, {"waarde": 2})
    bo.add(an.record(LEZEN, {"waarde": 3}))
    before = bo.dossier
    assert missing(map(step_of, bo.known.values())) == {bytes.fromhex(first.id)}
    bo.add(first)
    assert (before.onvolledig, bo.dossier.onvolledig) == (True, False)
    assert before.get(LEZEN) == bo.dossier.get(LEZEN) == 3


def test_an_entry_replaces_nothing_of_another_subject(an: Schrijver) -> None:
    kept = an.record("inburgeraar.voornamen", {"waarde": "Selam"})
    an.record("inburgeraar.achternaam", {"waarde": "Tesfay"}, seen=[kept.id])
    assert an.dossier.get("inburgeraar.voornamen") == "Selam"


def test_fields_are_those_of_one_prefix(an: Schrijver) -> None:
    an.record("procedure.kennisgeving_duo", {"waarde": "2026-03-02"})
    an.record("procedure.oproep[aa].datum", {"waarde": "2026-02-26"})
    an.record("procedures.vreemd", {"waarde": "x"})
    an.record("procedure.leeg", {"staat": "open"})
    assert an.dossier.fields("procedure") == {"kennisgeving_duo": "2026-03-02"}


STEPS = st.tuples(
    st.integers(0, 2),
    st.sampled_from(["record", "record", "record", "remove", "exchange"]),
    st.sampled_from([LEZEN, "taalniveau.nl_lezen@toets", BAAN, f"{BAAN}.beroep@inburgeraar"]),
    st.integers(1, 3),
)


def play(steps: list[tuple[int, str, str, int]]) -> list[Schrijver]:
    laptops = [Schrijver(naam) for naam in ("an", "bo", "ci")]
    for who, act, subject, value in steps:
        laptop = laptops[who]
        if act == "exchange":
            laptop.receive(laptops[value - 1])
        elif act == "remove":
            laptop.remove(BAAN)
        else:
            laptop.record(subject, {"waarde": value})
    return laptops


@given(st.lists(STEPS, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_makes_no_difference(
    steps: list[tuple[int, str, str, int]], chance: random.Random
) -> None:
    laptops = play(steps)
    exchange(*laptops)
    entries = list(laptops[0].known.values())
    standing, found = places(map(step_of, entries)), fold(DOSSIER, entries)
    chance.shuffle(entries)
    assert places(map(step_of, entries)) == standing
    again = fold(DOSSIER, entries)
    assert list(again.subjects) == list(found.subjects)
    assert [again.leaves(s) for s in again.subjects] == [found.leaves(s) for s in found.subjects]
    assert [laptop.dossier.conflicts() for laptop in laptops] == [laptops[0].dossier.conflicts()] * 3


@given(st.lists(STEPS, max_size=20))
def test_nothing_disappears_unless_an_entry_replaced_it(steps: list[tuple[int, str, str, int]]) -> None:
    laptops = play(steps)
    exchange(*laptops)
    found = laptops[0].dossier
    leaves = {leaf.id for subject in found.subjects for leaf in found.leaves(subject)}
    replaced = {r for e in laptops[0].known.values() for r in e.header.replaces}
    assert set(laptops[0].known) - leaves <= replaced
    for subject in found.subjects:
        values = {leaf.says for leaf in found.leaves(subject)}
        in_conflict = any(c.subject == subject for c in found.conflicts() if subject != BAAN)
        # Within a row that everybody removed there is nothing left to choose.
        put_away = subject.startswith(BAAN) and found.is_removed(BAAN)
        assert subject == BAAN or in_conflict == (len(values) > 1 and not put_away)


@given(st.lists(STEPS, max_size=20), st.integers(0, 2))
def test_a_replaced_entry_stays_replaced_also_when_what_replaced_it_came_first(
    steps: list[tuple[int, str, str, int]], who: int
) -> None:
    laptop = play(steps)[who]
    first, last = laptop.record(LEZEN, {"waarde": 0}), laptop.record(LEZEN, {"waarde": 1})
    known = {bytes.fromhex(id): step_of(entry) for id, entry in laptop.known.items()}
    standing = places(reversed(known.values()))
    assert not standing[bytes.fromhex(first.id)] & LEAF
    assert standing[bytes.fromhex(last.id)] & LEAF
    del known[bytes.fromhex(first.id)]
    assert places(known.values())[bytes.fromhex(last.id)] & LEAF


def test_whether_a_value_is_here_is_told_without_reading_it(an: Schrijver, bo: Schrijver) -> None:
    said = an.record(LEZEN, {"waarde": 1})
    assert an.dossier.is_here(LEZEN)
    assert not an.dossier.is_here("taalniveau.nl_schrijven@inburgeraar")
    for presence in (Presence.WITHHELD, Presence.ERASED, Presence.LOST):
        bo.add(without_value(said, presence))
        assert not bo.dossier.is_here(LEZEN)
        bo.known.clear()


def test_what_was_recorded_stays_known_when_it_is_undone(an: Schrijver) -> None:
    an.record(LEZEN, {"staat": "beantwoord", "waarde": 1})
    an.record(LEZEN, {"staat": "open"})
    found = an.dossier
    assert "taalniveau.nl_lezen" in found.recorded_names
    assert "taalniveau.nl_schrijven" not in found.recorded_names
    assert not found.antwoord("taalniveau.nl_lezen").touched
