"""Recording: one entry with everything it replaces; removing, restoring, erasing and undoing add entries."""

import dataclasses
from collections.abc import Callable

import pytest

from intake_assistant.domain.entry import Entry, Presence, is_sound
from intake_assistant.domain.recht.einde import OVERGEDRAGEN_OP
from intake_assistant.domain.recht.gezien import after_transfer
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import (
    erase_values,
    record,
    record_fields,
    record_waarde,
    remove_row,
    restore_row,
    undo,
)
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.operations.samen import exchange, give

LEZEN = "taalniveau.nl_lezen@inburgeraar"
Laptop = Callable[[str], Workspace]


def waarde(work: Workspace, dossier: str, subject: str = LEZEN) -> object:
    return work.vault.dossier(dossier).get(subject, None)


def withheld(entry: Entry) -> Entry:
    return dataclasses.replace(entry, presence=Presence.WITHHELD, salt=b"", body=b"")


def test_an_entry_says_who_where_when_and_what_it_replaces(work: Workspace, dossier: str) -> None:
    first = record(work, dossier, LEZEN, {"waarde": 2}, gesprek="g1").entry
    second = record(work, dossier, LEZEN, {"waarde": 3}, gesprek="g2").entry
    assert first is not None
    assert second is not None
    h = second.header
    assert (h.dossier, h.device, h.author, h.gesprek) == (dossier, work.vault.device.id, "an", "g2")
    assert h.vastgelegd_op == "2026-11-02T12:00:00.000Z"
    assert (h.replaces, h.counter) == ((first.id,), first.header.counter + 1)
    assert all(is_sound(e) for e in work.vault.entries(dossier))


def test_what_says_nothing_new_makes_no_entry(work: Workspace, dossier: str) -> None:
    record(work, dossier, LEZEN, {"waarde": 2}, gesprek="g1")
    assert record(work, dossier, LEZEN, {"waarde": 2}, gesprek="g1").entry is None
    assert record(work, dossier, LEZEN, {"waarde": 2}).entry is None
    assert record(work, dossier, LEZEN, {"waarde": 2}, gesprek="g2").entry is not None


def test_an_empty_text_where_nothing_was_is_nothing(work: Workspace, dossier: str) -> None:
    assert record_waarde(work, dossier, "inburgeraar.adres", "").entry is None
    record_waarde(work, dossier, "inburgeraar.adres", "Wilgenhof 14")
    assert record_waarde(work, dossier, "inburgeraar.adres", "").entry is not None


def test_a_value_is_cleaned_before_it_becomes_an_entry(work: Workspace, dossier: str) -> None:
    record_waarde(work, dossier, "inburgeraar.adres", "e\N{COMBINING ACUTE ACCENT}\0\ud800")
    kept = "\N{LATIN SMALL LETTER E WITH ACUTE}\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"
    assert waarde(work, dossier, "inburgeraar.adres") == kept


@pytest.mark.parametrize("bad", [True, None, 1.5, 2**31, {"x": False}, [None]])
def test_what_has_no_stored_form_records_nothing(work: Workspace, dossier: str, bad: object) -> None:
    before = work.vault.entries(dossier)
    with pytest.raises(TypeError):
        record_fields(work, dossier, "procedure", {"kennisgeving_duo": "2026-03-02", "x": bad})
    assert work.vault.entries(dossier) == before


def test_a_removed_row_comes_back_with_what_it_held(work: Workspace, dossier: str) -> None:
    record_waarde(work, dossier, "doel[aa].naam", "werk")
    remove_row(work, dossier, "doel[aa]")
    assert work.vault.dossier(dossier).row_ids("doel") == []
    restore_row(work, dossier, "doel[aa]")
    assert work.vault.dossier(dossier).row_ids("doel") == ["aa"]
    assert waarde(work, dossier, "doel[aa].naam") == "werk"


def test_a_removed_row_that_is_itself_a_value_comes_back_whole(work: Workspace, dossier: str) -> None:
    argument = {"tekst": "leert snel", "vraag": "", "in_besluit": "ja"}
    record_waarde(work, dossier, "weging[B].voor[aa]", argument)
    remove_row(work, dossier, "weging[B].voor[aa]")
    restore_row(work, dossier, "weging[B].voor[aa]")
    assert waarde(work, dossier, "weging[B].voor[aa]") == argument


def test_removing_knows_the_fields_whose_value_was_withheld(laptop: Laptop) -> None:
    an, bo = laptop("an"), laptop("bo")
    record_waarde(an, "d" * 32, "doel[aa].naam", "werk")
    bo.vault.union([withheld(e) for e in an.vault.entries("d" * 32)])
    remove_row(bo, "d" * 32, "doel[aa]")
    exchange(an, bo)
    for one in (an, bo):
        assert one.vault.dossier("d" * 32).conflicts() == []
        assert one.vault.dossier("d" * 32).row_ids("doel") == []


def test_undo_goes_back_step_by_step(work: Workspace, dossier: str) -> None:
    for typed in (1, 2, 3):
        record(work, dossier, LEZEN, {"staat": "beantwoord", "waarde": typed})
    found = []
    for _ in range(3):
        undo(work, dossier, LEZEN)
        found.append(waarde(work, dossier))
    assert found == [2, 1, None]
    assert work.vault.dossier(dossier).antwoord("taalniveau.nl_lezen").open
    assert len(history(work, dossier, LEZEN)) == 6


def test_undo_after_a_new_answer_goes_back_to_what_was_undone_to(work: Workspace, dossier: str) -> None:
    for typed in (1, 2):
        record(work, dossier, LEZEN, {"waarde": typed})
    undo(work, dossier, LEZEN)
    record(work, dossier, LEZEN, {"waarde": 9})
    undo(work, dossier, LEZEN)
    assert waarde(work, dossier) == 1


def test_undo_tells_an_answer_given_twice_from_an_undo(work: Workspace, dossier: str) -> None:
    for typed in (1, 2, 1):
        record(work, dossier, LEZEN, {"waarde": typed})
    undo(work, dossier, LEZEN)
    assert waarde(work, dossier) == 2


def test_undo_of_nothing_is_nothing(work: Workspace, dossier: str) -> None:
    assert undo(work, dossier, LEZEN).entry is None


def test_undo_passes_over_a_value_that_was_erased(work: Workspace, dossier: str) -> None:
    record(work, dossier, LEZEN, {"waarde": 1})
    wrong = record(work, dossier, LEZEN, {"waarde": 2}).entry
    record(work, dossier, LEZEN, {"waarde": 3})
    assert wrong is not None
    erase_values(work, dossier, [wrong.id], "ging over een ander")
    undo(work, dossier, LEZEN)
    assert waarde(work, dossier) == 1


def test_undo_never_makes_a_dossier_incomplete(work: Workspace, dossier: str) -> None:
    for typed in (1, 2, 3):
        record(work, dossier, LEZEN, {"waarde": typed})
    undo(work, dossier, LEZEN)
    undo(work, dossier, LEZEN)
    work.vault.rebuild()
    assert not work.vault.dossier(dossier).onvolledig


def test_an_erased_value_is_gone_and_its_header_stays(work: Workspace, dossier: str) -> None:
    made = record(work, dossier, LEZEN, {"waarde": "kwikstaart"}).entry
    assert made is not None
    assert work.vault.search("kwikstaart")
    erase_values(work, dossier, [made.id], "ging over een ander")
    (kept,) = history(work, dossier, LEZEN)
    assert (kept.presence, kept.salt, kept.body) == (Presence.ERASED, b"", b"")
    assert (kept.id, kept.header, is_sound(kept)) == (made.id, made.header, True)
    assert waarde(work, dossier) is None
    assert work.vault.search("kwikstaart") == []


def test_an_erasure_travels_and_an_older_copy_does_not_undo_it(laptop: Laptop) -> None:
    an, bo, old = laptop("an"), laptop("bo"), laptop("ci")
    made = record(an, "d" * 32, LEZEN, {"waarde": "kwikstaart"}).entry
    exchange(an, bo, old)
    assert made is not None
    erase_values(an, "d" * 32, [made.id], "ging over een ander")
    give(an, bo)
    assert bo.vault.search("kwikstaart") == []
    give(old, bo)
    give(old, an)
    for one in (an, bo):
        assert history(one, "d" * 32, LEZEN)[0].presence is Presence.ERASED
        assert one.vault.search("kwikstaart") == []
    give(bo, old)
    assert digest(an) == digest(bo) == digest(old)
    assert show_dossier(an, "d" * 32) == show_dossier(bo, "d" * 32) == show_dossier(old, "d" * 32)


def test_a_copy_that_says_erased_destroys_nothing_by_itself(laptop: Laptop) -> None:
    an = laptop("an")
    made = record(an, "d" * 32, LEZEN, {"waarde": 2}).entry
    assert made is not None
    an.vault.union([dataclasses.replace(made, presence=Presence.ERASED, salt=b"", body=b"")])
    assert waarde(an, "d" * 32) == 2


def test_a_withheld_value_is_filled_in_when_it_comes(laptop: Laptop) -> None:
    an, bo = laptop("an"), laptop("bo")
    made = record(an, "d" * 32, LEZEN, {"waarde": "kwikstaart"}).entry
    assert made is not None
    held = withheld(made)
    assert bo.vault.union([held]) == {"d" * 32}
    assert waarde(bo, "d" * 32) is None
    assert bo.vault.union([made]) == {"d" * 32}
    assert waarde(bo, "d" * 32) == "kwikstaart"
    assert bo.vault.union([held]) == set()
    assert waarde(bo, "d" * 32) == "kwikstaart"
    assert bo.vault.search("kwikstaart")


def test_a_restored_copy_goes_on_and_all_comes_together(laptop: Laptop) -> None:
    an, backup = laptop("an"), laptop("bo")
    record(an, "d" * 32, LEZEN, {"waarde": 1})
    give(an, backup)
    lost = record(an, "d" * 32, LEZEN, {"waarde": 2}).entry
    after = record(backup, "d" * 32, LEZEN, {"waarde": 3}).entry
    assert lost is not None
    assert after is not None
    assert lost.header.counter == after.header.counter
    exchange(an, backup)
    for one in (an, backup):
        (conflict,) = one.vault.dossier("d" * 32).conflicts()
        assert {leaf.id for leaf in conflict.leaves} == {lost.id, after.id}


def test_what_nobody_sent_makes_incomplete_until_it_comes(laptop: Laptop) -> None:
    an, bo = laptop("an"), laptop("bo")
    first = record(an, "d" * 32, LEZEN, {"waarde": 1}).entry
    second = record(an, "d" * 32, LEZEN, {"waarde": 2}).entry
    assert first is not None
    assert second is not None
    bo.vault.union([second])
    record_waarde(bo, "d" * 32, "inburgeraar.achternaam", "Tesfay")
    assert show_dossier(bo, "d" * 32)["onvolledig"] is True
    bo.vault.union([first])
    assert show_dossier(bo, "d" * 32)["onvolledig"] is False
    assert waarde(bo, "d" * 32) == 2


def test_many_values_are_erased_in_one_go(work: Workspace, dossier: str) -> None:
    """Everybody who types waits for it: what is derived is made anew once, not once for each value."""
    subjects = [f"taalniveau.vraag{nummer}@inburgeraar" for nummer in range(40)]
    for subject in subjects:
        record(work, dossier, subject, {"staat": "beantwoord", "waarde": "iets over een ander"})
    told = [e.id for e in work.vault.entries(dossier) if e.header.subject in subjects]
    before = work.vault.changes()
    assert len(erase_values(work, dossier, told, "ander").entries) == 40
    assert work.vault.changes() - before < 30 * len(told)
    gone = [e for e in work.vault.entries(dossier) if e.id in told]
    assert {e.presence for e in gone} == {Presence.ERASED}
    counters = [e.header.counter for e in work.vault.entries(dossier)]
    assert counters == list(range(1, len(counters) + 1))
    assert erase_values(work, dossier, told, "ander").entries == ()
    assert work.vault.search("iets over een") == []
    kept = work.vault.projections()
    work.vault.rebuild()
    assert work.vault.projections() == kept


def test_the_same_day_of_transfer_says_nothing_new_and_another_day_saw_more(
    work: Workspace, dossier: str
) -> None:
    def later() -> int:
        return after_transfer(work.vault.dossier(dossier))

    record_waarde(work, dossier, OVERGEDRAGEN_OP, "2026-11-02")
    assert later() == 0
    record(work, dossier, LEZEN, {"waarde": 2})
    assert later() == 1
    # A field that is left without a change says this.
    assert record_waarde(work, dossier, OVERGEDRAGEN_OP, "2026-11-02").entry is None
    assert later() == 1
    record_waarde(work, dossier, OVERGEDRAGEN_OP, "2026-11-03")
    assert later() == 0
    undo(work, dossier, OVERGEDRAGEN_OP)
    assert (waarde(work, dossier, OVERGEDRAGEN_OP), later()) == ("2026-11-02", 1)


def test_what_a_colleague_had_not_sent_yet_was_not_in_the_transfer(
    laptop: Laptop,
) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = create_dossier(an, {"achternaam": "Tesfay"}).made
    give(an, bo)
    record(bo, dossier, LEZEN, {"waarde": 2})
    for nummer in range(3):
        record(an, dossier, "taalniveau.nl_spreken@inburgeraar", {"waarde": nummer})
    record_waarde(an, dossier, OVERGEDRAGEN_OP, "2026-11-02")
    exchange(an, bo)
    assert [after_transfer(work.vault.dossier(dossier)) for work in (an, bo)] == [1, 1]
