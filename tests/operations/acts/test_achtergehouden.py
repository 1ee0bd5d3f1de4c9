"""An answer that who sent it left out is shown as withheld, and neither answered nor resolved here."""

import dataclasses
import json
from collections.abc import Callable

import pytest

from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, settle_concepten
from intake_assistant.operations.acts.conflict import resolve_conflict
from intake_assistant.operations.acts.record import erase_values, record, undo
from intake_assistant.operations.views.antwoord import tellingen
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import known_error_text

NAAM, D = "taalniveau.nl_lezen", "d" * 32
LEZEN = f"{NAAM}@inburgeraar"
Laptop = Callable[[str], Workspace]


def withheld(entry: Entry, presence: Presence = Presence.WITHHELD) -> Entry:
    return dataclasses.replace(entry, presence=presence, salt=b"", body=b"")


@pytest.fixture
def sent(laptop: Laptop) -> Entry:
    """What a colleague recorded."""
    made = record_antwoord(laptop("an"), D, NAAM, "a1").entry
    assert made is not None
    return made


@pytest.fixture
def bo(laptop: Laptop, sent: Entry) -> Workspace:
    """One who got the dossier without that value."""
    work = laptop("bo")
    work.vault.union([withheld(sent)])
    return work


ACTS: dict[str, Callable[[Workspace], object]] = {
    "record": lambda w: record(w, D, LEZEN, {"waarde": "a2"}),
    "record_antwoord": lambda w: record_antwoord(w, D, NAAM, "a2"),
    "undo": lambda w: undo(w, D, LEZEN),
    "resolve": lambda w: resolve_conflict(w, D, LEZEN, "1"),
    "resolve beide": lambda w: resolve_conflict(w, D, LEZEN, "beide"),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("beside", [False, True])
def test_it_is_not_answered_undone_or_resolved_here(
    bo: Workspace, laptop: Laptop, act: str, beside: bool
) -> None:
    if beside:
        others = [record_antwoord(laptop(naam), D, NAAM, naam).entry for naam in ("ci", "di")]
        bo.vault.union([entry for entry in others if entry is not None])
        assert len(bo.vault.leaves(D, LEZEN)) == 3
    before = bo.vault.entries(D)
    with pytest.raises(KnownError) as refused:
        ACTS[act](bo)
    assert refused.value.code == "antwoord.achtergehouden"
    assert bo.vault.entries(D) == before
    assert "achtergehouden" in known_error_text(refused.value)


def test_it_is_shown_as_withheld_counted_so_and_no_conflict(bo: Workspace, laptop: Laptop) -> None:
    other = record_antwoord(laptop("ci"), D, NAAM, "b1").entry
    assert other is not None
    bo.vault.union([other])
    shown = show_dossier(bo, D)
    answer = shown["antwoorden"][NAAM]
    assert (answer["staat"], answer["waarde"], answer["conflict"]) == ("achtergehouden", None, False)
    assert shown["conflicten"] == []
    assert "b1" not in json.dumps(shown)
    counted = next(deel for deel in shown["startposities"] if deel["id"] == "taalniveau")
    assert counted["achtergehouden"] == 1
    telling = tellingen(bo, bo.vault.dossier(D))["taalniveau"]
    assert telling.alle == telling.open + 1


def test_what_another_source_says_counts_and_it_stands_beside_that(bo: Workspace) -> None:
    record_antwoord(bo, D, NAAM, "a2", bron="coa")
    answer = show_dossier(bo, D)["antwoorden"][NAAM]
    assert (answer["waarde"], answer["bron"]) == ("a2", "coa")
    assert answer["andere_bronnen"] == [{"waarde": None, "bron": "inburgeraar", "staat": "achtergehouden"}]


def test_once_it_comes_it_can_be_answered(bo: Workspace, sent: Entry) -> None:
    bo.vault.union([sent])
    assert show_dossier(bo, D)["antwoorden"][NAAM]["waarde"] == "a1"
    assert record_antwoord(bo, D, NAAM, "a2").entry


def test_one_that_is_erased_is_withheld_no_longer(bo: Workspace, sent: Entry) -> None:
    erase_values(bo, D, [sent.id], "ging over een ander")
    assert record_antwoord(bo, D, NAAM, "a2").entry


def test_what_is_typed_where_it_is_stays_and_holds_up_nothing_else(bo: Workspace) -> None:
    said = {"staat": "beantwoord", "waarde": "a2", "form": "1"}
    keep_concepttekst(bo, D, LEZEN, said)
    keep_concepttekst(bo, D, "notitie[x]", {"waarde": "gewoon"})
    settle_concepten(bo)
    assert bo.vault.dossier(D).get("notitie[x]") == "gewoon"
    assert [row.subject for row in bo.vault.concepttekst()] == [LEZEN]


ORDERS = [("kwijt", "held"), ("held", "kwijt"), ("held", "kwijt", "held")]


@pytest.mark.parametrize("order", ORDERS)
def test_one_that_was_lost_can_be_answered_and_comes_back_all_the_same(
    laptop: Laptop, sent: Entry, order: tuple[str, ...]
) -> None:
    known, work = {"kwijt": withheld(sent, Presence.LOST), "held": withheld(sent)}, laptop("bo")
    for one in order:
        work.vault.union([known[one]])
    work.vault.rebuild()
    assert [e.presence for e in work.vault.entries(D)] == [Presence.LOST]
    assert [leaf.presence for leaf in work.vault.leaves(D, LEZEN)] == [Presence.LOST]
    assert NAAM not in show_dossier(work, D)["antwoorden"]
    assert work.vault.union(known.values()) == set()
    assert work.vault.union([sent]) == {D}
    assert show_dossier(work, D)["antwoorden"][NAAM]["waarde"] == "a1"


def test_what_was_lost_is_answered_anew(laptop: Laptop, sent: Entry) -> None:
    work = laptop("bo")
    work.vault.union([withheld(sent, Presence.LOST)])
    assert record_antwoord(work, D, NAAM, "a2").entry
    work.vault.union([sent])
    shown = show_dossier(work, D)
    assert (shown["antwoorden"][NAAM]["waarde"], shown["conflicten"]) == ("a2", [])
