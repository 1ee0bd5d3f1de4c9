"""What two colleagues do apart and find when their files meet; the list of stories is that of KeePassXC.

Each story is told by files: what one laptop holds is written for the other and read there.
"""

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord, remove_rij
from intake_assistant.operations.acts.conflict import resolve_conflict
from intake_assistant.operations.acts.record import erase_values, record_waarde
from intake_assistant.operations.exchange.merge import Verandering, merge_files
from intake_assistant.operations.vault.instellingen import read_instelling
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import FixedClock, Workspace
from tests.operations.exchange.two import LEZEN, SUBJECT, Two, met

BANEN, BAAN = "werkervaring.banen", {"beroep": "naaister", "jaren": 4}


@pytest.fixture
def two(laptop: Callable[[str], Workspace], tmp_path: Path) -> Two:
    return met(laptop, tmp_path)


def in_year(work: Workspace, year: int) -> Workspace:
    """The same laptop with its clock years away."""
    return replace(work, clock=FixedClock(datetime.date(year, 1, 1)))


# -- into an empty vault, and nothing new --------------------------------------------------------------------


def test_into_an_empty_vault_all_of_it_comes(two: Two) -> None:
    (one,) = two.travel(two.an, two.bo).dossiers
    assert one.verandering is Verandering.NIEUW
    assert digest(two.bo) == digest(two.an)
    assert show_dossier(two.bo, two.dossier) == show_dossier(two.an, two.dossier)


def test_without_changes_nothing_changes_not_even_the_history(two: Two) -> None:
    two.exchange()
    before = two.an.vault.projections(), len(two.an.vault.entries(two.dossier))
    (one,) = two.travel(two.bo, two.an).dossiers
    assert one.verandering is Verandering.GELIJK
    assert (two.an.vault.projections(), len(two.an.vault.entries(two.dossier))) == before


def test_what_was_not_changed_there_does_not_touch_what_was_changed_here(two: Two) -> None:
    two.exchange()
    two.answer(two.an, "b1")
    two.travel(two.bo, two.an)
    assert two.an.vault.dossier(two.dossier).antwoord(LEZEN).waarde == "b1"
    assert len(history(two.an, two.dossier, SUBJECT)) == 2


def test_what_was_changed_there_takes_the_place_of_what_was_not_changed_here(two: Two) -> None:
    two.exchange()
    two.answer(two.bo, "b1")
    two.exchange()
    assert two.an.vault.dossier(two.dossier).antwoord(LEZEN).waarde == "b1"
    assert [(e.value or {})["waarde"] for e in history(two.an, two.dossier, SUBJECT)] == ["a1", "b1"]


# -- who is newer is said by what they knew, never by a clock ------------------------------------------------


@pytest.mark.parametrize("year", [1999, 2039])
def test_what_knew_the_other_stands_whatever_its_clock_says(two: Two, year: int) -> None:
    two.exchange()
    two.answer(in_year(two.bo, year), "b1")
    two.exchange()
    assert two.an.vault.dossier(two.dossier).antwoord(LEZEN).waarde == "b1"
    assert two.conflicts() == []


@pytest.mark.parametrize(("an_year", "bo_year"), [(1999, 2039), (2039, 1999), (2026, 2026)])
def test_of_two_that_knew_nothing_of_each_other_no_clock_decides(
    two: Two, an_year: int, bo_year: int
) -> None:
    two.exchange()
    two.answer(in_year(two.an, an_year), "a2")
    two.answer(in_year(two.bo, bo_year), "b1")
    two.exchange()
    assert two.conflicts() == [SUBJECT]
    said = {(e.value or {})["waarde"] for e in history(two.bo, two.dossier, SUBJECT)}
    assert said == {"a1", "a2", "b1"}


def test_an_older_file_does_not_bring_back_what_was_replaced(two: Two) -> None:
    two.exchange()
    old = two.sent(two.an, two.bo)
    two.answer(two.an, "b1")
    two.travel(two.an, two.bo)
    merge_files(two.bo, [old])
    assert two.bo.vault.dossier(two.dossier).antwoord(LEZEN).waarde == "b1"
    assert two.bo.vault.dossier(two.dossier).conflicts() == []


def test_the_same_said_apart_is_no_conflict(two: Two) -> None:
    two.exchange()
    two.answer(two.an, "b1")
    two.answer(two.bo, "b1")
    two.exchange()
    assert two.conflicts() == []
    assert two.an.vault.dossier(two.dossier).antwoord(LEZEN).waarde == "b1"


def test_what_was_settled_once_is_settled_for_both(two: Two) -> None:
    two.exchange()
    two.answer(two.an, "a2")
    two.answer(two.bo, "b1")
    two.travel(two.an, two.bo)
    resolve_conflict(two.bo, two.dossier, SUBJECT, "1")
    two.travel(two.bo, two.an)
    assert two.conflicts() == []
    two.exchange()
    assert two.conflicts() == []


def test_settled_apart_in_the_same_way_is_settled(two: Two) -> None:
    two.exchange()
    two.answer(two.an, "a2")
    two.answer(two.bo, "b1")
    two.exchange()
    for one in two.both:
        resolve_conflict(one, two.dossier, SUBJECT, "2")
    two.exchange()
    assert two.conflicts() == []


def test_settled_apart_in_different_ways_is_a_conflict_once_more(two: Two) -> None:
    two.exchange()
    two.answer(two.an, "a2")
    two.answer(two.bo, "b1")
    two.exchange()
    resolve_conflict(two.an, two.dossier, SUBJECT, "1")
    resolve_conflict(two.bo, two.dossier, SUBJECT, "2")
    two.exchange()
    assert two.conflicts() == [SUBJECT]


# -- removed -------------------------------------------------------------------------------------------------


def test_what_was_removed_there_and_not_changed_here_is_gone(two: Two) -> None:
    rij = add_rij(two.an, two.dossier, BANEN, BAAN).made
    two.exchange()
    remove_rij(two.bo, two.dossier, BANEN, rij)
    two.exchange()
    assert [one.vault.dossier(two.dossier).row_ids(BANEN) for one in two.both] == [[], []]
    assert two.conflicts() == []


def test_what_was_removed_there_and_changed_here_is_shown_with_both(two: Two) -> None:
    rij = add_rij(two.an, two.dossier, BANEN, BAAN).made
    two.exchange()
    remove_rij(two.bo, two.dossier, BANEN, rij)
    record_antwoord(two.an, two.dossier, f"{BANEN}[{rij}].jaren", 5)
    two.exchange()
    assert two.conflicts() == [f"{BANEN}[{rij}]"]
    assert [one.vault.dossier(two.dossier).row_ids(BANEN) for one in two.both] == [[rij], [rij]]


def test_an_answer_that_was_erased_there_is_erased_here_and_no_file_brings_it_back(two: Two) -> None:
    two.exchange()
    old = two.sent(two.an, two.bo)
    (entry,) = history(two.bo, two.dossier, SUBJECT)
    erase_values(two.bo, two.dossier, [entry.id], "ging over een ander")
    two.exchange()
    merge_files(two.bo, [old])
    for one in two.both:
        assert one.vault.dossier(two.dossier).antwoord(LEZEN).waarde is None


# -- there and back, and what goes along ---------------------------------------------------------------------


def test_there_and_back_and_there_again_is_there_and_back(two: Two) -> None:
    two.exchange()
    two.answer(two.an, "a2")
    record_waarde(two.bo, two.dossier, "inburgeraar.adres", "Dorpsstraat 1")
    two.exchange()
    before = [one.vault.projections() for one in two.both]
    two.exchange()
    assert [one.vault.projections() for one in two.both] == before


def test_a_document_goes_along_and_the_same_one_twice_is_kept_once(two: Two) -> None:
    for one, rij in ((two.an, "aa"), (two.bo, "bb")):
        with one.vault.transaction():
            kept = one.vault.blobs.put(b"het besluit")
        record_waarde(one, two.dossier, f"besluit[{rij}].stuk", {"bestanden": {"pdf": kept}})
    two.exchange()
    sha256 = hashlib.sha256(b"het besluit").hexdigest()
    for one in two.both:
        assert one.vault.blobs.get(sha256) == b"het besluit"
        assert len(one.vault.blobs.files()) == 1


def test_what_a_newer_program_recorded_is_kept_and_goes_along(two: Two) -> None:
    """A question that is not known here yet."""
    record_waarde(two.an, two.dossier, "taalniveau.vraag_van_later@inburgeraar", "ja")
    two.exchange()
    assert two.bo.vault.dossier(two.dossier).get("taalniveau.vraag_van_later@inburgeraar") == "ja"


def test_what_a_vault_says_of_its_own_user_stays(two: Two) -> None:
    before = read_instelling(two.bo, "gebruiker.naam", ""), two.bo.author
    two.exchange()
    assert (read_instelling(two.bo, "gebruiker.naam", ""), two.bo.author) == before
    assert two.an.author != two.bo.author
