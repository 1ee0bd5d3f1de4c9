"""What two colleagues do apart and find when their files meet; the list of stories is that of KeePassXC.

Each story is told by files: what one laptop holds is written for the other and read there.
"""

import datetime
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest

from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord, remove_rij
from intake_assistant.operations.acts.conflict import resolve_conflict
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.ontwikkelplan import (
    add_afspraak,
    add_doel,
    record_afspraak,
    record_doel,
    remove_afspraak,
    remove_doel,
)
from intake_assistant.operations.acts.record import erase_values, record_waarde, restore_row, undo
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import Samenvoeging, Verandering, merge_files
from intake_assistant.operations.vault.instellingen import read_instelling
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import FixedClock, Workspace

LEZEN, BANEN = "taalniveau.nl_lezen", "werkervaring.banen"
SUBJECT = f"{LEZEN}@inburgeraar"
BAAN = {"beroep": "naaister", "jaren": 4}


@dataclass
class Two:
    """An and Bo, who know each other, and one dossier that both have."""

    an: Workspace
    bo: Workspace
    folder: Path
    dossier: str = ""
    _numbers: Iterator[int] = field(default_factory=count)

    def travel(self, one: Workspace, other: Workspace) -> Samenvoeging:
        """A file of all that one has, read by the other."""
        return merge_files(other, [self.sent(one, other)])

    def sent(self, one: Workspace, other: Workspace) -> Path:
        zending = Zending(Bestandssoort.TEAM, (cards.own_card(other),))
        return export(one, zending, self.folder / f"{next(self._numbers)}.intake.age").pad

    def exchange(self) -> None:
        """There and back; then both have the same."""
        self.travel(self.an, self.bo)
        self.travel(self.bo, self.an)
        assert digest(self.an) == digest(self.bo)
        assert show_dossier(self.an, self.dossier) == show_dossier(self.bo, self.dossier)

    def answer(self, work: Workspace, waarde: object) -> None:
        record_antwoord(work, self.dossier, LEZEN, waarde)

    def conflicts(self) -> list[str]:
        """In both the same."""
        found = [[c.subject for c in one.vault.dossier(self.dossier).conflicts()] for one in self.both]
        assert found[0] == found[1]
        return found[0]

    @property
    def both(self) -> tuple[Workspace, Workspace]:
        return self.an, self.bo

    def plan(self) -> dict[str, list[str]]:
        """Goals with their agreements by name, in both the same."""
        found = [
            {
                doel.naam: [a.wat for a in doel.afspraken]
                for doel in doelen_of(one.vault.dossier(self.dossier))
            }
            for one in self.both
        ]
        assert found[0] == found[1]
        return found[0]


@pytest.fixture
def two(laptop: Callable[[str], Workspace], tmp_path: Path) -> Two:
    made = Two(laptop("an"), laptop("bo"), tmp_path)
    for one, other in (made.both, made.both[::-1]):
        card = cards.own_card(other)
        cards.add_card(one, card, card.fingerprint)
    made.dossier = create_dossier(made.an, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
    made.answer(made.an, "a1")
    return made


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


def test_a_goal_that_got_another_name_here_keeps_it_when_the_old_name_comes(two: Two) -> None:
    doel = add_doel(two.an, two.dossier, "werk", "kort").made
    two.exchange()
    record_doel(two.an, two.dossier, doel, {"naam": "een winkel"})
    two.travel(two.bo, two.an)
    two.exchange()
    assert two.plan() == {"een winkel": []}


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


# -- moved ---------------------------------------------------------------------------------------------------


@dataclass
class Plan:
    """Two goals that both laptops know, and an agreement of the first."""

    eerste: str
    tweede: str
    afspraak: str


@pytest.fixture
def plan(two: Two) -> Plan:
    eerste = add_doel(two.an, two.dossier, "werk", "kort").made
    tweede = add_doel(two.an, two.dossier, "taal", "kort").made
    afspraak = add_afspraak(two.an, two.dossier, eerste, {"wat": "inschrijven"}).made
    two.exchange()
    return Plan(eerste, tweede, afspraak)


def test_an_agreement_that_was_moved_there_is_moved_here(two: Two, plan: Plan) -> None:
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": plan.tweede})
    two.exchange()
    assert two.plan() == {"werk": [], "taal": ["inschrijven"]}


def test_an_agreement_that_was_moved_there_keeps_what_was_changed_here(two: Two, plan: Plan) -> None:
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": plan.tweede})
    record_afspraak(two.an, two.dossier, plan.afspraak, {"wat": "inschrijven bij De Brug"})
    two.exchange()
    assert two.plan() == {"werk": [], "taal": ["inschrijven bij De Brug"]}
    assert two.conflicts() == []


def test_an_agreement_that_was_moved_to_a_new_goal_comes_with_it(two: Two, plan: Plan) -> None:
    nieuw = add_doel(two.bo, two.dossier, "rijbewijs", "lang").made
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": nieuw})
    two.exchange()
    assert two.plan() == {"werk": [], "taal": [], "rijbewijs": ["inschrijven"]}


def test_an_agreement_that_was_moved_apart_stays_in_sight_while_somebody_chooses(
    two: Two, plan: Plan
) -> None:
    nieuw = add_doel(two.bo, two.dossier, "rijbewijs", "lang").made
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": nieuw})
    record_afspraak(two.an, two.dossier, plan.afspraak, {"doel": plan.tweede})
    two.exchange()
    assert two.conflicts() == [f"afspraak[{plan.afspraak}].doel"]
    assert [wat for afspraken in two.plan().values() for wat in afspraken] == ["inschrijven"]
    resolve_conflict(two.an, two.dossier, two.conflicts()[0], "1")
    two.exchange()
    assert two.conflicts() == []
    assert [wat for afspraken in two.plan().values() for wat in afspraken] == ["inschrijven"]


# -- goals ---------------------------------------------------------------------------------------------------


def test_new_goals_of_both_stand_beside_each_other(two: Two, plan: Plan) -> None:
    add_doel(two.an, two.dossier, "zwemmen", "kort")
    add_doel(two.bo, two.dossier, "fietsen", "kort")
    two.exchange()
    assert set(two.plan()) == {"werk", "taal", "zwemmen", "fietsen"}
    assert two.conflicts() == []


def test_the_same_goal_made_apart_is_shown_twice_and_not_joined_in_silence(two: Two) -> None:
    two.exchange()
    for one in two.both:
        add_doel(one, two.dossier, "werk", "kort")
    two.exchange()
    namen = [doel.naam for doel in doelen_of(two.an.vault.dossier(two.dossier))]
    assert namen == ["werk", "werk"]


def test_another_name_of_a_goal_and_another_term_of_it_go_together(two: Two, plan: Plan) -> None:
    record_doel(two.an, two.dossier, plan.eerste, {"naam": "eigen winkel"})
    record_doel(two.bo, two.dossier, plan.eerste, {"termijn": "lang"})
    two.exchange()
    assert two.conflicts() == []
    (doel, _) = doelen_of(two.bo.vault.dossier(two.dossier))
    assert (doel.naam, doel.termijn) == ("eigen winkel", "lang")


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


def test_a_goal_that_was_removed_there_is_gone_with_its_agreements(two: Two, plan: Plan) -> None:
    remove_doel(two.bo, two.dossier, plan.eerste)
    two.exchange()
    assert two.plan() == {"taal": []}
    assert two.conflicts() == []


def test_a_goal_that_was_removed_there_while_an_agreement_was_added_here_is_shown_with_both(
    two: Two, plan: Plan
) -> None:
    """An agreement with a person may not go out of sight since a colleague knew nothing of it."""
    remove_doel(two.bo, two.dossier, plan.eerste)
    add_afspraak(two.an, two.dossier, plan.eerste, {"wat": "solliciteren"})
    two.exchange()
    assert two.conflicts() == [f"doel[{plan.eerste}]"]
    assert two.plan()["werk"] == ["inschrijven", "solliciteren"]
    resolve_conflict(two.an, two.dossier, f"doel[{plan.eerste}]", "1")
    two.exchange()
    assert (two.conflicts(), two.plan()) == ([], {"taal": []})


def test_a_goal_that_was_removed_there_while_an_agreement_was_moved_out_of_it_here(
    two: Two, plan: Plan
) -> None:
    remove_doel(two.bo, two.dossier, plan.eerste)
    record_afspraak(two.an, two.dossier, plan.afspraak, {"doel": plan.tweede})
    two.exchange()
    assert two.plan() == {"taal": ["inschrijven"]}


def test_an_agreement_removed_there_and_done_here_is_shown_with_both(two: Two, plan: Plan) -> None:
    remove_afspraak(two.bo, two.dossier, plan.afspraak)
    record_afspraak(two.an, two.dossier, plan.afspraak, {"klaar_op": "2026-11-01"})
    two.exchange()
    assert two.conflicts() == [f"afspraak[{plan.afspraak}]"]


@pytest.mark.parametrize("who", ["an", "bo"])
def test_what_was_removed_and_put_back_is_there(two: Two, plan: Plan, who: str) -> None:
    remove_doel(two.an, two.dossier, plan.tweede)
    two.exchange()
    restore_row(getattr(two, who), two.dossier, f"doel[{plan.tweede}]")
    two.exchange()
    assert set(two.plan()) == {"werk", "taal"}
    assert two.conflicts() == []


def test_what_was_removed_and_undone_before_anybody_saw_it_is_as_if_nothing_happened(
    two: Two, plan: Plan
) -> None:
    subject = f"doel[{plan.tweede}].naam"
    record_doel(two.an, two.dossier, plan.tweede, {"naam": "taal en tolk"})
    undo(two.an, two.dossier, subject)
    two.exchange()
    assert set(two.plan()) == {"werk", "taal"}
    assert two.conflicts() == []


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
