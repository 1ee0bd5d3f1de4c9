"""What a field does: nothing typed where nothing was is nothing; all else is one entry."""

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.concepttekst import drop_typed, keep_typed, leave_field
from intake_assistant.operations.acts.gesprek import keep_seconden
from intake_assistant.operations.views.antwoord import antwoord_value
from intake_assistant.operations.views.concepttekst import Concepttekst, says_nothing, typed_now
from intake_assistant.operations.views.gesprek import seconden_of
from intake_assistant.operations.views.schets import halven
from intake_assistant.operations.workspace import Workspace

NAAM = "taalniveau.verhaal"
SUBJECT = f"{NAAM}@inburgeraar"


def test_a_typed_answer_is_the_same_value_as_a_recorded_one(work: Workspace, dossier: str) -> None:
    entry = record_antwoord(work, dossier, NAAM, "Arabisch", extra={"tolk": "T. Abraha"}).entry
    assert entry is not None
    typed = antwoord_value(work, NAAM, "Arabisch", {"tolk": "T. Abraha", "toelichting": ""})
    assert typed == entry.value
    assert leave_field(work, dossier, SUBJECT, typed).entries == ()


def test_nothing_typed_where_nothing_was_leaves_nothing(work: Workspace, dossier: str) -> None:
    value = antwoord_value(work, NAAM, None)
    keep_typed(work, [Concepttekst(dossier, SUBJECT, "", value)])
    assert typed_now(work, dossier) == {}
    assert leave_field(work, dossier, SUBJECT, value).entries == ()
    assert typed_now(work, dossier) == {}
    assert not work.vault.leaves(dossier, SUBJECT)


def test_an_answer_taken_away_is_open_and_a_note_taken_away_is_empty(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, NAAM, "Arabisch")
    leave_field(work, dossier, SUBJECT, antwoord_value(work, NAAM, ""))
    leave_field(work, dossier, f"notitie[{NAAM}]", {"waarde": "even wachten"})
    leave_field(work, dossier, f"notitie[{NAAM}]", {"waarde": ""})
    found = work.vault.dossier(dossier)
    assert found.current(SUBJECT) == {"staat": "open"}
    assert found.get(f"notitie[{NAAM}]", None) == ""


def test_an_explanation_alone_says_something() -> None:
    assert says_nothing({"staat": "beantwoord", "waarde": ""})
    assert not says_nothing({"staat": "beantwoord", "waarde": "", "toelichting": "later"})
    assert not says_nothing({"staat": "onbekend"})


def test_the_clock_of_a_conversation_is_kept(work: Workspace) -> None:
    assert seconden_of(work, "0123456789abcdef") == 0
    keep_seconden(work, "0123456789abcdef", 2040)
    assert seconden_of(work, "0123456789abcdef") == 2040


def test_half_a_date_is_no_entry_and_gives_way_to_a_whole_one(work: Workspace, dossier: str) -> None:
    datum = "inburgeraar.geboortedatum"
    keep_typed(work, [Concepttekst(dossier, datum, "", {"waarde": "1990-02-03"}, 3)])
    keep_typed(work, [Concepttekst(dossier, datum, "", {"waarde": "3-2-19901"}, 9, is_half=True)])
    assert typed_now(work, dossier)[datum].is_half
    assert not work.vault.concepttekst(dossier)
    keep_typed(work, [Concepttekst(dossier, datum, "", {"waarde": "1990-02-03"}, 8)])
    assert not halven(work)
    leave_field(work, dossier, datum, {"waarde": "1990-02-03"})
    assert typed_now(work, dossier) == {}


def test_what_was_called_off_is_forgotten_whole_and_half(work: Workspace, dossier: str) -> None:
    datum = "inburgeraar.geboortedatum"
    keep_typed(work, [Concepttekst(dossier, datum, "", {"waarde": "5-3-"}, is_half=True)])
    drop_typed(work, dossier, datum)
    keep_typed(work, [Concepttekst(dossier, SUBJECT, "", {"waarde": "Arabisch"})])
    keep_typed(work, [Concepttekst(dossier, SUBJECT, "", {})])
    assert typed_now(work, dossier) == {}
