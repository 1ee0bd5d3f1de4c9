"""Answers: from each source, in each state, in rows, under an old name, and impossible ones."""

from collections.abc import Callable

import pytest

from intake_assistant.domain.antwoord import BRONNEN
from intake_assistant.operations.acts.antwoord import (
    add_rij,
    mark_geldt,
    record_antwoord,
    record_notitie,
    remove_rij,
)
from intake_assistant.operations.acts.concepttekst import leave_field
from intake_assistant.operations.views.antwoord import (
    answered_values,
    antwoord_of,
    gebreken,
    rijen_of,
    tellingen,
)
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.operations.samen import exchange

LEZEN, UREN = "taalniveau.nl_lezen", "werkervaring.werkt_nu_uren"
BANEN = "werkervaring.banen"


def shown(work: Workspace, dossier: str, naam: str = LEZEN) -> dict[str, object]:
    found: dict[str, object] = show_dossier(work, dossier)["antwoorden"].get(naam, {})
    return found


def test_an_answer_knows_its_form_source_and_conversation(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, LEZEN, "a2", gesprek="g1", extra={"tolk": "T. Abraha"})
    answer = work.vault.dossier(dossier).antwoord(LEZEN)
    assert (answer.waarde, answer.staat) == ("a2", "beantwoord")
    assert (answer.bron, answer.gesprek) == ("inburgeraar", "g1")
    assert answer.extra == {"form": "taalniveau 3", "tolk": "T. Abraha"}


@pytest.mark.parametrize("bron", BRONNEN)
def test_every_source_has_its_own_answer(work: Workspace, dossier: str, bron: str) -> None:
    record_antwoord(work, dossier, LEZEN, "a2", bron=bron)
    assert work.vault.dossier(dossier).antwoord(LEZEN).bron == bron


def test_a_source_there_is_not_is_refused(work: Workspace, dossier: str) -> None:
    with pytest.raises(ValueError):
        record_antwoord(work, dossier, LEZEN, "a2", bron="buurman")


@pytest.mark.parametrize("staat", ["onbekend", "wil_niet_zeggen", "niet_gevraagd"])
def test_a_state_without_an_answer_is_kept_with_its_reason(work: Workspace, dossier: str, staat: str) -> None:
    record_antwoord(work, dossier, LEZEN, staat=staat, extra={"reden": "te moe", "volgende_keer": "ja"})
    found = shown(work, dossier)
    assert (found["staat"], found["waarde"], found["reden"]) == (staat, None, "te moe")
    assert found["volgende_keer"] is True
    telling = tellingen(work, work.vault.dossier(dossier))["taalniveau"]
    assert getattr(telling, staat) == 1


def test_counts_follow_the_states(work: Workspace, dossier: str) -> None:
    before = tellingen(work, work.vault.dossier(dossier))["taalniveau"]
    record_antwoord(work, dossier, LEZEN, "a2")
    after = tellingen(work, work.vault.dossier(dossier))["taalniveau"]
    assert (after.beantwoord, after.open) == (before.beantwoord + 1, before.open - 1)
    leave_field(work, dossier, f"{LEZEN}@inburgeraar", {"waarde": ""})
    assert tellingen(work, work.vault.dossier(dossier))["taalniveau"] == before


@pytest.mark.parametrize("waarde", [9, "zeven", ["a"], -3, "", "x" * 10_000, {"a": "b"}])
def test_an_impossible_answer_is_kept_flagged_and_shown(
    work: Workspace, dossier: str, waarde: object
) -> None:
    record_antwoord(work, dossier, LEZEN, waarde)
    found = shown(work, dossier)
    assert found["waarde"] == waarde
    assert found["gebreken"]


def test_a_good_answer_has_no_flag(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, LEZEN, "a2")
    assert gebreken(work, LEZEN, work.vault.dossier(dossier).antwoord(LEZEN)) == ()
    assert "gebreken" not in shown(work, dossier)


def test_sources_that_differ_stand_side_by_side(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, LEZEN, "b1")
    record_antwoord(work, dossier, LEZEN, "a1", bron="toets")
    found = shown(work, dossier)
    assert (found["waarde"], found["bron"], found["conflict"]) == ("a1", "toets", False)
    assert found["andere_bronnen"] == [{"waarde": "b1", "bron": "inburgeraar", "staat": "beantwoord"}]
    mark_geldt(work, dossier, LEZEN, "inburgeraar")
    assert shown(work, dossier)["waarde"] == "b1"


def test_rows_have_fields_order_and_an_end(work: Workspace, dossier: str) -> None:
    first = add_rij(work, dossier, BANEN, {"beroep": "kok"}).made
    second = add_rij(work, dossier, BANEN, {"beroep": "bakker"}).made
    found = work.vault.dossier(dossier)
    assert rijen_of(found, BANEN) == [first, second]
    values = answered_values(work.data.formulieren, found)[BANEN]
    assert [values[rij]["beroep"] for rij in (first, second)] == ["kok", "bakker"]
    remove_rij(work, dossier, BANEN, first)
    assert rijen_of(work.vault.dossier(dossier), BANEN) == [second]
    rijen = shown(work, dossier, BANEN)["rijen"]
    assert isinstance(rijen, list)
    assert [rij["id"] for rij in rijen] == [second]


def test_a_note_on_a_field_of_a_row_is_shown(work: Workspace, dossier: str) -> None:
    rij = add_rij(work, dossier, BANEN, {"beroep": "kok"}).made
    record_notitie(work, dossier, f"{BANEN}[{rij}].beroep", "In Addis Abeba.")
    record_notitie(work, dossier, LEZEN, "Bril kwijt.")
    assert show_dossier(work, dossier)["notities"] == {
        LEZEN: "Bril kwijt.",
        f"{BANEN}[{rij}].beroep": "In Addis Abeba.",
    }


def test_only_answered_values_are_seen_by_conditions(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    record_antwoord(an, "d" * 32, LEZEN, "a2")
    record_antwoord(an, "d" * 32, "taalniveau.nl_schrijven", staat="onbekend")
    exchange(an, bo)
    values = answered_values(an.data.formulieren, an.vault.dossier("d" * 32))
    assert values[LEZEN] == "a2"
    assert "taalniveau.nl_schrijven" not in values
    record_antwoord(an, "d" * 32, LEZEN, "a1")
    record_antwoord(bo, "d" * 32, LEZEN, "b2")
    exchange(an, bo)
    assert LEZEN not in answered_values(an.data.formulieren, an.vault.dossier("d" * 32))


def test_an_answer_nobody_gave_is_open(work: Workspace, dossier: str) -> None:
    assert antwoord_of(work.data.formulieren, work.vault.dossier(dossier), LEZEN).open
