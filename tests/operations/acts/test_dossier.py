"""Beginning a dossier: whoever the person is, and never the same person twice."""

from collections.abc import Callable

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_notitie
from intake_assistant.operations.acts.dossier import (
    add_procedure_row,
    create_dossier,
    look_into,
    record_inburgeraar,
    record_procedure,
)
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.workspace import Workspace
from tests.operations.samen import exchange

BSN = "999990019"


def test_a_dossier_begins_today_with_who_works_on_it(work: Workspace, dossier: str) -> None:
    found = work.vault.dossier(dossier)
    assert (found.get("dossier.begonnen"), found.get("dossier.regievoerder")) == ("2026-11-02", "an")
    assert len(dossier) == 32
    assert show_list(work)[0]["naam"] == "Tesfay, Selam"


def test_a_person_of_whom_nothing_is_known_has_a_dossier(work: Workspace) -> None:
    dossier = create_dossier(work, {}).made
    assert show_dossier(work, dossier)["inburgeraar"] == {}
    assert show_list(work)[0]["naam"]


def test_only_spaces_are_no_name(work: Workspace) -> None:
    create_dossier(work, {"voornamen": "Amina", "achternaam": "   "})
    assert show_list(work)[0]["naam"] == "(zonder achternaam), Amina"


@pytest.mark.parametrize("typed", [BSN, f" {BSN} "])
def test_the_same_bsn_is_refused_and_nothing_is_made(work: Workspace, typed: str) -> None:
    first = create_dossier(work, {"bsn": BSN}).made
    with pytest.raises(KnownError) as refused:
        create_dossier(work, {"voornamen": "Selam", "bsn": typed})
    assert (refused.value.code, refused.value.facts["dossier"]) == ("dossier.same_bsn", first)
    assert work.vault.dossiers() == [first]


def test_the_same_bsn_is_found_among_many_that_mention_it(work: Workspace) -> None:
    for n in range(80):
        record_notitie(work, f"{n:032x}", "taalniveau.nl_lezen", f"{BSN} " * 5)
    first = create_dossier(work, {"bsn": BSN}).made
    with pytest.raises(KnownError) as refused:
        create_dossier(work, {"bsn": BSN})
    assert refused.value.facts["dossier"] == first


def test_the_same_bsn_is_refused_while_it_is_in_conflict(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    first = create_dossier(an, {"voornamen": "Selam"}).made
    exchange(an, bo)
    record_inburgeraar(an, first, {"bsn": BSN})
    record_inburgeraar(bo, first, {"bsn": "999990020"})
    exchange(an, bo)
    for bsn in (BSN, "999990020"):
        with pytest.raises(KnownError) as refused:
            create_dossier(an, {"bsn": bsn})
        assert refused.value.code == "dossier.same_bsn"


def test_the_own_bsn_may_be_recorded_again(work: Workspace) -> None:
    dossier = create_dossier(work, {"bsn": BSN}).made
    record_inburgeraar(work, dossier, {"bsn": BSN})
    assert show_dossier(work, dossier)["inburgeraar"]["bsn"] != BSN
    assert show_dossier(work, dossier, bsn=True)["inburgeraar"]["bsn"] == BSN


@pytest.mark.parametrize("bsn", ["123456789", "12", "\0", "\ud800", "\N{SUPERSCRIPT TWO}" * 9, "9" * 100])
def test_a_bsn_that_cannot_be_is_kept_with_a_flag(work: Workspace, bsn: str) -> None:
    dossier = create_dossier(work, {"bsn": bsn}).made
    assert show_dossier(work, dossier)["inburgeraar"]["bsn_gebrek"] == "elfproef"
    record_inburgeraar(work, dossier, {"bsn": BSN})
    assert "bsn_gebrek" not in show_dossier(work, dossier)["inburgeraar"]


@pytest.mark.parametrize("jaar", [2003, "2003", "", "\N{SUPERSCRIPT TWO}003", "onbekend", "0"])
def test_any_year_of_birth_shows(work: Workspace, jaar: object) -> None:
    dossier = create_dossier(work, {"geboortejaar": jaar}).made
    shown = show_dossier(work, dossier)["inburgeraar"]
    assert str(shown.get("geboortejaar", "")) == (str(jaar) if jaar else "")


def test_a_fact_there_is_not_is_refused(work: Workspace, dossier: str) -> None:
    before = work.vault.entries(dossier)
    with pytest.raises(KeyError):
        record_inburgeraar(work, dossier, {"voornamen": "Sara", "geloof": "x"})
    assert work.vault.entries(dossier) == before


def test_facts_of_the_procedure_are_kept(work: Workspace, dossier: str) -> None:
    record_procedure(work, dossier, {"kennisgeving_duo": "2026-03-02"})
    add_procedure_row(work, dossier, "oproep", {"datum": "2026-03-10", "verschenen": "nee"})
    shown = show_dossier(work, dossier)["procedure"]
    assert shown["kennisgeving_duo"] == "2026-03-02"
    assert shown["oproep"] == [{"datum": "2026-03-10", "verschenen": False}]


def test_looking_into_a_dossier_is_noted(work: Workspace, dossier: str) -> None:
    look_into(work, dossier)
    assert work.vault.log("access", dossier) == [("2026-11-02T12:00:00.000+00:00", "an", "geopend")]


@pytest.mark.parametrize("id", ["0" * 32, "", "\0", "'; --"])
def test_a_dossier_there_is_not_is_said_so(work: Workspace, id: str) -> None:
    for act in (lambda w, d: w.vault.dossier(d), look_into, show_dossier):
        with pytest.raises(KnownError) as refused:
            act(work, id)
        assert refused.value.code == "dossier.not_found"
    assert work.vault.log("access", id) == []
