"""A concept is laid before the team lead on another laptop, and comes back with a word."""

from collections.abc import Callable

import pytest

from intake_assistant.domain.overleg.voorlegging import Voorlegging, laatste_van
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.beschikking import record_concept
from intake_assistant.operations.acts.overleg.voorlegging import agree, lay_before, send_back, take_back
from intake_assistant.operations.workspace import Workspace
from tests.operations.overleg.laptops import leider
from tests.operations.samen import exchange, give

Laptop = Callable[[str], Workspace]


def laatste(work: Workspace, dossier: str) -> Voorlegging:
    found = laatste_van(work.vault.dossier(dossier), "beschikking")
    assert found is not None
    return found


def test_a_concept_is_asked_about_and_agreed_with(work: Workspace, dossier: str, laptop: Laptop) -> None:
    tea = leider(laptop, "tea")
    record_concept(work, dossier, {"leerroute": "B"})
    rij = lay_before(work, dossier, "beschikking", "Graag voor vrijdag").made
    give(work, tea)
    asked = laatste(tea, dossier)
    assert (asked.door, asked.bericht, asked.stand) == ("an", "Graag voor vrijdag", "gevraagd")
    agree(tea, dossier, rij, "Goed gemotiveerd")
    give(tea, work)
    answered = laatste(work, dossier)
    assert (answered.stand, answered.uitkomst_door, answered.toelichting) == (
        "akkoord", "tea", "Goed gemotiveerd",
    )  # fmt: skip
    assert answered.geldt


def test_agreement_holds_for_what_was_read_only(work: Workspace, dossier: str, laptop: Laptop) -> None:
    tea = leider(laptop, "tea")
    record_concept(work, dossier, {"leerroute": "B", "map_uren": 40})
    rij = lay_before(work, dossier, "beschikking").made
    give(work, tea)
    # Changed while the file was with the team lead, who cannot have read it.
    record_concept(work, dossier, {"map_uren": 60})
    agree(tea, dossier, rij)
    exchange(work, tea)
    for both in (work, tea):
        assert laatste(both, dossier).gewijzigd == ("beschikking.map_uren",)
        assert not laatste(both, dossier).geldt


def test_the_day_of_the_besluit_is_filled_in_after_agreement(
    work: Workspace, dossier: str, laptop: Laptop
) -> None:
    tea = leider(laptop, "tea")
    rij = lay_before(work, dossier, "beschikking").made
    give(work, tea)
    agree(tea, dossier, rij)
    give(tea, work)
    record_concept(work, dossier, {"dagtekening": "2026-11-03"})
    assert laatste(work, dossier).geldt


def test_a_concept_that_is_sent_back_says_why_and_is_laid_before_again(
    work: Workspace, dossier: str, laptop: Laptop
) -> None:
    tea = leider(laptop, "tea")
    rij = lay_before(work, dossier, "beschikking").made
    give(work, tea)
    with pytest.raises(KnownError, match=r"overleg\.zonder_reden"):
        send_back(tea, dossier, rij, " ")
    send_back(tea, dossier, rij, "De zienswijze ontbreekt.")
    give(tea, work)
    assert (laatste(work, dossier).stand, laatste(work, dossier).toelichting) == (
        "terug", "De zienswijze ontbreekt.",
    )  # fmt: skip
    again = lay_before(work, dossier, "beschikking").made
    assert laatste(work, dossier).id == again
    assert laatste(work, dossier).stand == "gevraagd"


def test_who_may_answer(work: Workspace, dossier: str, laptop: Laptop) -> None:
    tea = leider(laptop, "tea")
    rij = lay_before(work, dossier, "beschikking").made
    with pytest.raises(KnownError, match=r"overleg\.alleen_teamleider"):
        agree(work, dossier, rij)
    with pytest.raises(KnownError, match=r"overleg\.al_voorgelegd"):
        lay_before(work, dossier, "beschikking")
    take_back(work, dossier, rij)
    with pytest.raises(KnownError, match=r"overleg\.intussen"):
        take_back(work, dossier, rij)
    give(work, tea)
    own = lay_before(tea, dossier, "beschikking").made
    with pytest.raises(KnownError, match=r"overleg\.eigen_concept"):
        agree(tea, dossier, own)


def test_two_who_answer_otherwise_are_a_conflict_and_no_agreement(
    work: Workspace, dossier: str, laptop: Laptop
) -> None:
    tea, tom = leider(laptop, "tea"), leider(laptop, "tom")
    rij = lay_before(work, dossier, "beschikking").made
    give(work, tea)
    give(work, tom)
    agree(tea, dossier, rij)
    send_back(tom, dossier, rij, "Nog niet.")
    exchange(work, tea, tom)
    for each in (work, tea, tom):
        assert laatste(each, dossier).stand == "verschillend"
        assert [c.subject for c in each.vault.dossier(dossier).conflicts()] == [
            f"voorlegging[{rij}].uitkomst"
        ]
