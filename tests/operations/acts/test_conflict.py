"""Settling a conflict: one entry that replaces both sides, and then it is settled for all."""

from collections.abc import Callable

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.beschikking import stel_vast
from intake_assistant.operations.acts.conflict import (
    resolve_anew,
    resolve_beside,
    resolve_conflict,
    undo_settling,
)
from intake_assistant.operations.acts.record import record, record_waarde, remove_row, undo
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.antwoord import tellingen
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import known_error_text
from tests.operations.casussen import COMPLEET, changed, on, play
from tests.operations.samen import exchange
from tests.operations.tegenspraak import record_in_two_ways

D = "d" * 32
LEZEN = "taalniveau.nl_lezen@inburgeraar"
ARGUMENT = "weging[B].voor[aa]"
Pair = tuple[Workspace, Workspace]


@pytest.fixture
def pair(laptop: Callable[[str], Workspace]) -> Pair:
    an, bo = laptop("an"), laptop("bo")
    record_waarde(an, D, "dossier.begonnen", "2026-11-01")
    exchange(an, bo)
    return an, bo


def differ(pair: Pair, subject: str, one: object, other: object) -> None:
    record(pair[0], D, subject, {"waarde": one})
    record(pair[1], D, subject, {"waarde": other})
    exchange(*pair)


def values(work: Workspace, subject: str) -> list[object]:
    (found,) = [c for c in work.vault.dossier(D).conflicts() if c.subject == subject]
    return [(leaf.value or {}).get("waarde") for leaf in found.leaves]


def test_both_sides_are_shown_with_who_said_so(pair: Pair) -> None:
    differ(pair, LEZEN, 1, 4)
    (shown,) = show_dossier(pair[0], D)["conflicten"]
    assert shown["onderwerp"] == LEZEN
    assert sorted((w["wie"], w["waarde"]) for w in shown["waarden"]) == [("an", 1), ("bo", 4)]
    answer = show_dossier(pair[0], D)["antwoorden"]["taalniveau.nl_lezen"]
    assert (answer["conflict"], answer["staat"], answer["waarde"]) == (True, "open", None)
    assert show_dossier(pair[0], D) == show_dossier(pair[1], D)


def test_a_question_in_conflict_is_counted_as_open(pair: Pair) -> None:
    an, bo = pair
    record_antwoord(an, D, "taalniveau.nl_lezen", 1)
    record_antwoord(bo, D, "taalniveau.nl_lezen", 4)
    before = tellingen(an, an.vault.dossier(D))["taalniveau"]
    exchange(an, bo)
    after = tellingen(an, an.vault.dossier(D))["taalniveau"]
    assert (after.open, after.te_gaan) == (before.open + 1, before.te_gaan + 1)


@pytest.mark.parametrize("keep", [1, 2])
def test_the_choice_travels_back(pair: Pair, keep: int) -> None:
    an, bo = pair
    differ(pair, LEZEN, 1, 4)
    wanted = values(an, LEZEN)[keep - 1]
    resolve_conflict(an, D, LEZEN, str(keep), "nagevraagd")
    exchange(an, bo)
    for one in pair:
        assert one.vault.dossier(D).conflicts() == []
        assert one.vault.dossier(D).get(LEZEN) == wanted
        assert (one.vault.dossier(D).current(LEZEN) or {})["reden"] == "nagevraagd"
    assert digest(an) == digest(bo)


def test_the_choice_may_name_the_entry(pair: Pair) -> None:
    differ(pair, LEZEN, 1, 4)
    (conflict,) = pair[0].vault.dossier(D).conflicts()
    resolve_conflict(pair[0], D, LEZEN, conflict.leaves[1].id[:12])
    assert pair[0].vault.dossier(D).get(LEZEN) == (conflict.leaves[1].value or {})["waarde"]


@pytest.mark.parametrize("keep", ["0", "3", "-1", "", "abcd", "\u00b2", "beiden"])
def test_a_side_that_is_not_there_is_refused(pair: Pair, keep: str) -> None:
    differ(pair, LEZEN, 1, 4)
    before = digest(pair[0])
    with pytest.raises(KnownError) as refused:
        resolve_conflict(pair[0], D, LEZEN, keep)
    assert refused.value.code == "conflict.changed"
    assert digest(pair[0]) == before


def test_a_conflict_that_was_settled_meanwhile_is_refused(pair: Pair) -> None:
    differ(pair, LEZEN, 1, 4)
    resolve_conflict(pair[0], D, LEZEN, "1")
    with pytest.raises(KnownError) as refused:
        resolve_conflict(pair[0], D, LEZEN, "1")
    assert refused.value.code == "conflict.changed"


def test_both_lists_can_be_kept(pair: Pair) -> None:
    differ(pair, "taalniveau.spreekt@inburgeraar", ["ti", "am"], ["am", "ar"])
    resolve_conflict(pair[0], D, "taalniveau.spreekt@inburgeraar", "beide")
    exchange(*pair)
    for one in pair:
        assert sorted(one.vault.dossier(D).get("taalniveau.spreekt@inburgeraar")) == ["am", "ar", "ti"]


def test_both_texts_can_be_kept(pair: Pair) -> None:
    differ(pair, "motivatie.trots@inburgeraar", "mijn kinderen", "mijn winkel")
    resolve_conflict(pair[0], D, "motivatie.trots@inburgeraar", "beide")
    kept = pair[0].vault.dossier(D).get("motivatie.trots@inburgeraar")
    assert sorted(kept.split("\n")) == ["mijn kinderen", "mijn winkel"]


def test_two_numbers_cannot_both_be_kept(pair: Pair) -> None:
    differ(pair, LEZEN, 1, 4)
    with pytest.raises(KnownError):
        resolve_conflict(pair[0], D, LEZEN, "beide")


@pytest.fixture
def removed_and_changed(pair: Pair) -> Pair:
    """A goal that one laptop removed while the other gave it another name."""
    an, bo = pair
    record_waarde(an, D, "doel[aa].naam", "werk")
    record_waarde(an, D, "doel[aa].termijn", "kort")
    exchange(an, bo)
    remove_row(an, D, "doel[aa]")
    record_waarde(bo, D, "doel[aa].naam", "winkel")
    exchange(an, bo)
    return pair


def test_a_removal_and_a_change_are_both_shown(removed_and_changed: Pair) -> None:
    for one in removed_and_changed:
        (shown,) = show_dossier(one, D)["conflicten"]
        assert [(w["staat"], w["waarde"]) for w in shown["waarden"]] == [("verwijderd", None), ("", "winkel")]
        assert [doel["naam"] for doel in show_dossier(one, D)["doelen"]] == ["winkel"]


@pytest.mark.parametrize(("keep", "left"), [("1", []), ("2", ["winkel"]), ("beide", ["winkel"])])
@pytest.mark.parametrize("who", [0, 1])
def test_settling_a_removal_either_way_is_settled_for_all(
    removed_and_changed: Pair, keep: str, left: list[str], who: int
) -> None:
    resolve_conflict(removed_and_changed[who], D, "doel[aa]", keep)
    exchange(*removed_and_changed)
    for one in removed_and_changed:
        assert one.vault.dossier(D).conflicts() == []
        assert [doel["naam"] for doel in show_dossier(one, D)["doelen"]] == left


@pytest.mark.parametrize(("side", "left"), [("verwijderd", None), ("anders", "leert heel snel")])
def test_a_removed_value_that_was_changed_is_what_was_chosen(pair: Pair, side: str, left: str | None) -> None:
    an, bo = pair
    record_waarde(an, D, ARGUMENT, {"tekst": "leert snel"})
    exchange(an, bo)
    remove_row(an, D, ARGUMENT)
    record_waarde(bo, D, ARGUMENT, {"tekst": "leert heel snel"})
    exchange(an, bo)
    (conflict,) = an.vault.dossier(D).conflicts()
    staten = [(leaf.value or {}).get("staat", "anders") for leaf in conflict.leaves]
    resolve_conflict(an, D, ARGUMENT, str(staten.index(side) + 1))
    exchange(an, bo)
    for one in pair:
        assert one.vault.dossier(D).conflicts() == []
        assert one.vault.dossier(D).get(ARGUMENT, {}).get("tekst") == left
        assert one.vault.dossier(D).row_ids("weging[B].voor") == (["aa"] if left else [])


def test_keeping_a_change_that_was_itself_a_removal_keeps_the_row(pair: Pair) -> None:
    an, bo = pair
    record_waarde(an, D, "gesprek[aa].datum", "2026-11-01")
    record_waarde(an, D, "gesprek[aa].aanwezig[bb]", {"rol": "tolk", "naam": "T. Abraha"})
    exchange(an, bo)
    remove_row(an, D, "gesprek[aa]")
    remove_row(bo, D, "gesprek[aa].aanwezig[bb]")
    exchange(an, bo)
    resolve_conflict(an, D, "gesprek[aa]", "2")
    exchange(an, bo)
    for one in pair:
        assert one.vault.dossier(D).conflicts() == []
        assert one.vault.dossier(D).row_ids("gesprek") == ["aa"]
        assert one.vault.dossier(D).row_ids("gesprek[aa].aanwezig") == []


def test_keeping_a_removed_consent_that_was_withdrawn_elsewhere_keeps_it_whole(pair: Pair) -> None:
    an, bo = pair
    record_waarde(an, D, "toestemming[aa]", {"partij": "taalschool", "gegeven": "ja"})
    exchange(an, bo)
    remove_row(an, D, "toestemming[aa]")
    record_waarde(bo, D, "toestemming[aa].intrekking", {"ingetrokken_op": "2026-11-02"})
    exchange(an, bo)
    resolve_conflict(bo, D, "toestemming[aa]", "2")
    exchange(an, bo)
    for one in pair:
        assert one.vault.dossier(D).conflicts() == []
        assert one.vault.dossier(D).get("toestemming[aa]") == {"partij": "taalschool", "gegeven": "ja"}


# -- with what was looked at, and anew


def shown(work: Workspace, subject: str) -> list[str]:
    (found,) = [c for c in work.vault.dossier(D).conflicts() if c.subject == subject]
    return [leaf.id for leaf in found.leaves]


def test_who_looked_at_two_sides_does_not_settle_a_third(
    pair: Pair, laptop: Callable[[str], Workspace]
) -> None:
    ci = laptop("ci")
    exchange(*pair, ci)
    record(ci, D, LEZEN, {"waarde": 3})
    differ(pair, LEZEN, 1, 4)
    looked_at = shown(pair[0], LEZEN)
    exchange(*pair, ci)
    before = digest(pair[0])
    with pytest.raises(KnownError) as refused:
        resolve_conflict(pair[0], D, LEZEN, "1", shown=looked_at)
    assert refused.value.code == "conflict.changed"
    assert digest(pair[0]) == before
    resolve_conflict(pair[0], D, LEZEN, "1", shown=shown(pair[0], LEZEN))
    exchange(*pair, ci)
    assert [one.vault.dossier(D).conflicts() for one in (*pair, ci)] == [[], [], []]


def test_what_was_kept_is_still_of_the_conversation_in_which_it_was_said(pair: Pair) -> None:
    record(pair[0], D, LEZEN, {"waarde": 1}, gesprek="g1")
    record(pair[1], D, LEZEN, {"waarde": 4}, gesprek="g2")
    exchange(*pair)
    resolve_conflict(pair[0], D, LEZEN, str(values(pair[0], LEZEN).index(4) + 1))
    leaf = pair[0].vault.dossier(D).leaf(LEZEN)
    assert leaf is not None
    assert leaf.gesprek == "g2"


def test_a_new_value_settles_it_for_all(pair: Pair) -> None:
    an, bo = pair
    record_antwoord(an, D, "taalniveau.nl_lezen", "a1")
    record_antwoord(bo, D, "taalniveau.nl_lezen", "b1")
    exchange(an, bo)
    resolve_anew(an, D, LEZEN, "a2", "nagevraagd", shown=shown(an, LEZEN))
    exchange(an, bo)
    for one in pair:
        assert one.vault.dossier(D).conflicts() == []
        answer = one.vault.dossier(D).antwoord("taalniveau.nl_lezen")
        assert (answer.waarde, answer.staat, answer.extra["reden"]) == ("a2", "beantwoord", "nagevraagd")
    assert digest(an) == digest(bo)


def test_a_new_name_of_a_goal_settles_it(pair: Pair) -> None:
    differ(pair, "doel[aa].naam", "werk", "winkel")
    resolve_anew(pair[0], D, "doel[aa].naam", "een eigen winkel")
    assert pair[0].vault.dossier(D).get("doel[aa].naam") == "een eigen winkel"


def test_a_row_that_was_removed_gets_no_new_value(removed_and_changed: Pair) -> None:
    with pytest.raises(KnownError):
        resolve_anew(removed_and_changed[0], D, "doel[aa]", "iets")


def test_both_are_kept_as_what_two_sources_say(pair: Pair) -> None:
    an, bo = pair
    record_antwoord(an, D, "taalniveau.nl_lezen", "a1", gesprek="g1")
    record_antwoord(bo, D, "taalniveau.nl_lezen", "b1", gesprek="g2")
    exchange(an, bo)
    keep = str(values(an, LEZEN).index("a1") + 1)
    resolve_beside(an, D, LEZEN, keep, "toets", reden="was een toets")
    exchange(an, bo)
    for one in pair:
        found = one.vault.dossier(D)
        assert found.conflicts() == []
        assert (found.get(LEZEN), found.get("taalniveau.nl_lezen@toets")) == ("a1", "b1")
        beside = found.leaf("taalniveau.nl_lezen@toets")
        assert beside is not None
        assert beside.gesprek == "g2"
    assert digest(an) == digest(bo)


@pytest.mark.parametrize("bron", ["inburgeraar", "coa", "niemand", ""])
def test_a_source_that_says_something_already_is_never_overwritten(pair: Pair, bron: str) -> None:
    record_antwoord(pair[0], D, "taalniveau.nl_lezen", "a2", bron="coa")
    exchange(*pair)
    differ(pair, LEZEN, 1, 4)
    before = digest(pair[0])
    with pytest.raises(KnownError) as refused:
        resolve_beside(pair[0], D, LEZEN, "1", bron)
    assert refused.value.code == "conflict.source_taken"
    assert digest(pair[0]) == before


# -- undone


def test_undoing_a_choice_brings_the_conflict_back_and_that_travels(pair: Pair) -> None:
    an, bo = pair
    differ(pair, LEZEN, 1, 4)
    done = resolve_conflict(an, D, LEZEN, "1", "verkeerd gekeken")
    exchange(an, bo)
    assert undo_settling(an, done)
    exchange(an, bo)
    for one in pair:
        assert sorted(values(one, LEZEN), key=str) == [1, 4]
        (conflict,) = one.vault.dossier(D).conflicts()
        assert not any("reden" in (leaf.value or {}) for leaf in conflict.leaves)
    resolve_conflict(bo, D, LEZEN, str(values(bo, LEZEN).index(4) + 1))
    exchange(an, bo)
    assert [one.vault.dossier(D).get(LEZEN) for one in pair] == [4, 4]


def test_undo_in_the_history_brings_it_back_too(pair: Pair) -> None:
    differ(pair, LEZEN, 1, 4)
    resolve_conflict(pair[0], D, LEZEN, "1")
    undo(pair[0], D, LEZEN)
    assert sorted(values(pair[0], LEZEN), key=str) == [1, 4]


def test_undoing_two_sources_takes_the_second_one_away(pair: Pair) -> None:
    differ(pair, LEZEN, 1, 4)
    done = resolve_beside(pair[0], D, LEZEN, "1", "toets")
    undo_settling(pair[0], done)
    assert sorted(values(pair[0], LEZEN), key=str) == [1, 4]
    assert pair[0].vault.dossier(D).antwoord("taalniveau.nl_lezen").andere_bronnen == ()


@pytest.mark.parametrize("keep", ["1", "2"])
def test_undoing_what_was_chosen_about_a_removal_shows_both_again(
    removed_and_changed: Pair, keep: str
) -> None:
    an, bo = removed_and_changed
    done = resolve_conflict(an, D, "doel[aa]", keep)
    exchange(an, bo)
    undo_settling(an, done)
    exchange(an, bo)
    for one in removed_and_changed:
        (found,) = show_dossier(one, D)["conflicten"]
        assert [(w["staat"], w["waarde"]) for w in found["waarden"]] == [("verwijderd", None), ("", "winkel")]


def test_nothing_is_undone_once_something_came_after_it(pair: Pair) -> None:
    an, bo = pair
    differ(pair, LEZEN, 1, 4)
    done = resolve_conflict(an, D, LEZEN, "1")
    exchange(an, bo)
    record(bo, D, LEZEN, {"waarde": 2})
    exchange(an, bo)
    assert not undo_settling(an, done)
    assert an.vault.dossier(D).get(LEZEN) == 2


@pytest.mark.parametrize(
    ("subject", "hier", "daar"),
    [
        ("inburgeraar.geboortedatum", "2012-03-01", "2012-03-02"),
        ("inburgeraar.nationaliteit", "DEU", "BEL"),
        ("procedure.einde_inburgeringsplicht", "2026-10-01", "2026-10-02"),
    ],
)
def test_what_is_said_two_ways_lets_no_besluit_through(
    work: Workspace, subject: str, hier: str, daar: str
) -> None:
    """Awb 3:2: each of the two forbids it; that nobody knows which may not make it lawful."""
    dossier = play(work, changed(COMPLEET, ("dagtekening = 2026-12-28\n", "")))
    record_in_two_ways(work, dossier, subject, hier, daar)
    with pytest.raises(KnownError) as caught:
        stel_vast(on(work, "2026-12-28"), dossier, {"dagtekening": "2026-12-28"})
    assert caught.value.code == "pip.incomplete"
    assert "Verschillen" in known_error_text(caught.value)


def test_why_one_was_chosen_does_not_take_the_place_of_why_it_was_not_asked(pair: Pair) -> None:
    an, bo = pair
    niet = {"staat": "niet_gevraagd", "reden": "te moe"}
    record(an, D, LEZEN, niet)
    record(bo, D, LEZEN, {"waarde": "a1", "staat": "beantwoord"})
    exchange(an, bo)
    (conflict,) = an.vault.dossier(D).conflicts()
    keep = next(str(nr) for nr, leaf in enumerate(conflict.leaves, 1) if leaf.value == niet)
    resolve_conflict(an, D, LEZEN, keep, "Bo vergiste zich")
    value = an.vault.dossier(D).current(LEZEN)
    assert value == {**niet, "gekozen_omdat": "Bo vergiste zich"}
