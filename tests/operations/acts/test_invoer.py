"""What a field does: nothing typed where nothing was is nothing; all else is one entry."""

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.acts.dossier import open_dossier
from intake_assistant.operations.acts.invoer import (
    antwoord_value,
    keep_seconden,
    leave,
    says_nothing,
    seconden_of,
    typed_now,
)
from intake_assistant.operations.workspace import Workspace

NAAM = "taalniveau.verhaal"
SUBJECT = f"{NAAM}@inburgeraar"


def test_a_typed_answer_is_the_same_value_as_a_recorded_one(work: Workspace, dossier: str) -> None:
    entry = record_antwoord(work, dossier, NAAM, "Arabisch", extra={"tolk": "T. Abraha"}).entry
    assert entry is not None
    typed = antwoord_value(work, NAAM, "Arabisch", {"tolk": "T. Abraha", "toelichting": ""})
    assert typed == entry.value
    assert leave(work, dossier, SUBJECT, typed).entries == ()


def test_nothing_typed_where_nothing_was_leaves_nothing(work: Workspace, dossier: str) -> None:
    value = antwoord_value(work, NAAM, None)
    keep_concepttekst(work, dossier, SUBJECT, value)
    assert typed_now(work, dossier).keys() == {SUBJECT}
    assert leave(work, dossier, SUBJECT, value).entries == ()
    assert typed_now(work, dossier) == {}
    assert work.vault.row(dossier, SUBJECT) is None


def test_an_answer_taken_away_is_open_and_a_note_taken_away_is_empty(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, NAAM, "Arabisch")
    leave(work, dossier, SUBJECT, antwoord_value(work, NAAM, ""))
    leave(work, dossier, f"notitie[{NAAM}]", {"waarde": "even wachten"})
    leave(work, dossier, f"notitie[{NAAM}]", {"waarde": ""})
    found = open_dossier(work, dossier)
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
