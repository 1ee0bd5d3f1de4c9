"""Two dossiers of one person: said in both, travelling, taken back, and gone with the one that is erased."""

from collections.abc import Callable

import pytest

from intake_assistant.domain.dubbel.koppeling import Koppeling, koppelingen_of
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.kinds import KOPPELING
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.ander.koppeling import record_koppeling
from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar
from intake_assistant.operations.acts.wissen import erase
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.dubbel.zoeken import Dubbel, Dubbelzoeker, linked_to
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.workspace import Workspace
from tests.operations.samen import exchange, give

AHMAD = {
    "voornamen": "Ahmad",
    "achternaam": "Al-Hassan",
    "geboortedatum": "1991-03-05",
    "nationaliteit": "SYR",
}
AHMED = {"voornamen": "Ahmed", "achternaam": "Hasan", "geboortedatum": "1991-03-05", "nationaliteit": "SYR"}
BSN = "999990019"


@pytest.fixture
def two(work: Workspace) -> tuple[str, str]:
    """Two dossiers of one person, spelled otherwise."""
    return create_dossier(work, AHMAD).made, create_dossier(work, AHMED).made


def decide(work: Workspace, two: tuple[str, ...], stand: Koppeling) -> Changed:
    one, other = two
    return record_koppeling(work, one, other, stand)


def said(work: Workspace, dossier: str) -> dict[str, Koppeling]:
    return koppelingen_of(work.vault.dossier(dossier))


def doubles(work: Workspace) -> list[Dubbel]:
    refresh_overviews(work)
    return Dubbelzoeker(work).all()


def stands(work: Workspace) -> list[Koppeling]:
    return [dubbel.stand for dubbel in doubles(work)]


def test_it_is_said_in_both_dossiers_and_neither_is_changed_otherwise(
    work: Workspace, two: tuple[str, str]
) -> None:
    before = [show_dossier(work, id)["inburgeraar"] for id in two]
    decide(work, two, Koppeling.ZELFDE)
    one, other = two
    assert said(work, one) == {other: Koppeling.ZELFDE}
    assert said(work, other) == {one: Koppeling.ZELFDE}
    assert [show_dossier(work, id)["inburgeraar"] for id in two] == before
    assert show_dossier(work, one)["koppelingen"] == {other: "zelfde_persoon"}


@pytest.mark.parametrize("step", [1, -1])
def test_who_is_like_is_asked_for_until_somebody_decides(
    work: Workspace, two: tuple[str, str], step: int
) -> None:
    assert stands(work) == [Koppeling.LOS]
    assert sorted((line["dossier"], *line["mogelijk_dubbel"]) for line in show_list(work)) == sorted(
        [two, two[::-1]]
    )
    decide(work, two[::step], Koppeling.GEEN_DUBBEL)
    assert [dubbel.is_open for dubbel in doubles(work)] == [False]
    assert [line["mogelijk_dubbel"] for line in show_list(work)] == [[], []]
    decide(work, two, Koppeling.LOS)
    assert [dubbel.is_open for dubbel in doubles(work)] == [True]


def test_the_history_says_who_linked_and_who_took_it_back(work: Workspace, two: tuple[str, str]) -> None:
    decide(work, two, Koppeling.ZELFDE)
    decide(work, two, Koppeling.LOS)
    for dossier in two:
        lines = geschiedenis_of(work, work.vault.dossier(dossier))[:2]
        assert [(line.wat, line.waarde, line.wie) for line in lines] == [
            ("Vergeleken met een ander dossier", "koppeling losgemaakt", "an"),
            ("Vergeleken met een ander dossier", "dezelfde persoon", "an"),
        ]
        # One side alone is not taken back: the other would say what this one does not.
        assert not any(line.kan_terug or line.kan_wissen for line in lines)


def test_the_same_twice_says_nothing_new(work: Workspace, two: tuple[str, str]) -> None:
    assert not decide(work, two, Koppeling.LOS)
    assert decide(work, two, Koppeling.ZELFDE)
    assert not decide(work, two, Koppeling.ZELFDE)


def test_a_dossier_is_not_linked_to_itself_nor_to_none(work: Workspace, dossier: str) -> None:
    with pytest.raises(KnownError) as refused:
        record_koppeling(work, dossier, dossier, Koppeling.ZELFDE)
    assert refused.value.code == "koppeling.zelfde_dossier"
    before = work.vault.entries(dossier)
    with pytest.raises(KnownError) as refused:
        record_koppeling(work, dossier, "0" * 32, Koppeling.ZELFDE)
    assert refused.value.code == "dossier.not_found"
    assert work.vault.entries(dossier) == before


def test_the_bsn_of_the_same_person_may_stand_in_both(work: Workspace, two: tuple[str, str]) -> None:
    record_inburgeraar(work, two[0], {"bsn": BSN})
    with pytest.raises(KnownError):
        record_inburgeraar(work, two[1], {"bsn": BSN})
    decide(work, two, Koppeling.ZELFDE)
    record_inburgeraar(work, two[1], {"bsn": BSN})
    assert [dubbel.is_zeker for dubbel in doubles(work)] == [True]


# -- two laptops ---------------------------------------------------------------------------------------------


def test_a_link_and_taking_it_back_travel(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    two = create_dossier(an, AHMAD).made, create_dossier(an, AHMED).made
    exchange(an, bo)
    decide(bo, two, Koppeling.ZELFDE)
    exchange(an, bo)
    assert stands(an) == stands(bo) == [Koppeling.ZELFDE]
    decide(an, two, Koppeling.LOS)
    exchange(an, bo)
    assert stands(an) == stands(bo) == [Koppeling.LOS]


def test_said_otherwise_on_two_laptops_it_is_asked_once_more(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    two = create_dossier(an, AHMAD).made, create_dossier(an, AHMED).made
    exchange(an, bo)
    decide(an, two, Koppeling.ZELFDE)
    decide(bo, two, Koppeling.GEEN_DUBBEL)
    exchange(an, bo)
    for laptop_ in (an, bo):
        assert stands(laptop_) == [Koppeling.ONEENS]
        assert doubles(laptop_)[0].is_open
    decide(bo, two, Koppeling.ZELFDE)
    exchange(an, bo)
    assert stands(an) == stands(bo) == [Koppeling.ZELFDE]
    assert [an.vault.dossier(id).conflicts() for id in two] == [[], []]


def test_one_side_that_travelled_alone_is_enough(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    one, other = create_dossier(an, AHMAD).made, create_dossier(an, AHMED).made
    exchange(an, bo)
    record_koppeling(an, one, other, Koppeling.ZELFDE)
    bo.vault.union(an.vault.entries(other))
    assert said(bo, one) == {}
    assert stands(bo) == [Koppeling.ZELFDE]
    assert [d.stand for d in Dubbelzoeker(bo).of(one)] == [Koppeling.ZELFDE]


# -- erasing -------------------------------------------------------------------------------------------------


def gone(work: Workspace, dossier: str) -> None:
    erase(work, dossier, propose(work, dossier).kenmerk, "vergissing")


def test_who_is_erased_leaves_in_the_other_dossier_only_that_something_was_said(
    work: Workspace, two: tuple[str, str]
) -> None:
    one, other = two
    decide(work, two, Koppeling.ZELFDE)
    decide(work, two, Koppeling.GEEN_DUBBEL)
    assert linked_to(work, one) == [other]
    gone(work, one)
    kept = [e for e in work.vault.entries(other) if e.header.subject == KOPPELING.of(one)]
    assert [(e.presence, e.body, e.salt) for e in kept] == [(Presence.ERASED, b"", b"")] * 2
    assert said(work, other) == {}
    assert stands(work) == []
    assert linked_to(work, one) == []


def test_what_only_the_other_dossier_says_is_found_though_no_line_was_made(
    laptop: Callable[[str], Workspace],
) -> None:
    an, bo = laptop("an"), laptop("bo")
    one, other = create_dossier(an, AHMAD).made, create_dossier(an, AHMED).made
    exchange(an, bo)
    record_koppeling(an, one, other, Koppeling.ZELFDE)
    bo.vault.union(an.vault.entries(other))
    gone(bo, one)
    assert said(bo, other) == {}


def test_a_link_that_was_erased_does_not_come_back(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    one, other = create_dossier(an, AHMAD).made, create_dossier(an, AHMED).made
    record_koppeling(an, one, other, Koppeling.ZELFDE)
    exchange(an, bo)
    gone(an, one)
    give(bo, an)
    assert said(an, other) == {}
    bo.vault.union(an.vault.entries(other))
    assert said(bo, other) == {}
