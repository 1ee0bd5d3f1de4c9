"""Remarks travel as entries, are answered on another laptop, and are done for everybody at once."""

from collections.abc import Callable

import pytest

from intake_assistant.domain.entry import Presence
from intake_assistant.domain.kinds import hoofdstuk_of
from intake_assistant.domain.overleg.opmerking import GEHEEL, Draad, draden_of, draden_over
from intake_assistant.domain.uitwisseling.waarderecht import Waarderecht
from intake_assistant.operations.acts.overleg.opmerking import (
    add_opmerking,
    answer_opmerking,
    settle_opmerking,
)
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.papers.derden import Afscherming
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.gevoelig import is_over_gevoelig
from intake_assistant.operations.words.onderwerp import onderwerp_in_words
from intake_assistant.operations.workspace import Workspace
from tests.operations.samen import exchange, give

LEZEN, SLAPEN, UREN = "taalniveau.nl_lezen", "mentale_gezondheid.slapen", "beschikking.map_uren"
Laptop = Callable[[str], Workspace]


def only(work: Workspace, dossier: str) -> Draad:
    (draad,) = draden_of(work.vault.dossier(dossier))
    return draad


def test_a_remark_goes_to_and_fro_and_is_done_for_both(work: Workspace, dossier: str, laptop: Laptop) -> None:
    tea = laptop("tea")
    give(work, tea)
    add_opmerking(tea, dossier, UREN, " Waarom 40 uur? ")
    give(tea, work)
    seen = only(work, dossier)
    assert (seen.over, seen.eerste.tekst, seen.eerste.door) == (UREN, "Waarom 40 uur?", "tea")
    assert seen.waits_for("an")
    assert not seen.waits_for("tea")
    answer_opmerking(work, dossier, seen.eerste, "Zij werkt al in een winkel.")
    give(work, tea)
    assert [a.tekst for a in only(tea, dossier).antwoorden] == ["Zij werkt al in een winkel."]
    assert only(tea, dossier).waits_for("tea")
    settle_opmerking(tea, dossier, only(tea, dossier).eerste)
    exchange(work, tea)
    assert not only(work, dossier).is_open
    assert digest(work) == digest(tea)


def test_what_is_answered_after_it_was_done_is_open_again(work: Workspace, dossier: str) -> None:
    add_opmerking(work, dossier, UREN, "Waarom 40 uur?")
    settle_opmerking(work, dossier, only(work, dossier).eerste)
    changed = answer_opmerking(work, dossier, only(work, dossier).eerste, "Toch nog iets.")
    assert only(work, dossier).is_open
    assert [a.id for a in only(work, dossier).antwoorden] == [changed.made]


def test_an_empty_text_is_no_remark(work: Workspace, dossier: str) -> None:
    assert not add_opmerking(work, dossier, UREN, "  \n")
    assert draden_of(work.vault.dossier(dossier)) == []


def test_an_answer_to_what_is_not_here_stands_by_itself(
    work: Workspace, dossier: str, laptop: Laptop
) -> None:
    tea = laptop("tea")
    give(work, tea)
    add_opmerking(tea, dossier, UREN, "Waarom?")
    answer_opmerking(tea, dossier, only(tea, dossier).eerste, "Daarom.")
    answer = [e for e in tea.vault.entries(dossier) if (e.value or {}).get("bij")]
    work.vault.union(answer)
    assert only(work, dossier).eerste.tekst == "Daarom."


@pytest.mark.parametrize(
    ("over", "hoofdstuk"),
    [
        (LEZEN, "taalniveau"),
        (UREN, "besluit"),
        ("doel[ab12].naam", "plan"),
        ("weging[B].voor[cd34]", "weging"),
        (GEHEEL["beschikking"], "besluit"),
        (GEHEEL["ontwikkelplan"], "plan"),
    ],
)
def test_a_remark_stands_in_the_chapter_of_what_it_is_about(
    work: Workspace, dossier: str, over: str, hoofdstuk: str
) -> None:
    changed = add_opmerking(work, dossier, over, "Klopt dit?")
    (subject,) = changed.subjects
    assert hoofdstuk_of(subject) == hoofdstuk
    assert [draad.over for draad in draden_over(work.vault.dossier(dossier), over)] == [over]
    assert onderwerp_in_words(work, subject).startswith("Opmerking bij: ")
    assert "[" not in onderwerp_in_words(work, subject)


def test_a_remark_is_read_through_before_inzage_also_on_a_question_with_choices(
    work: Workspace, dossier: str
) -> None:
    add_opmerking(work, dossier, LEZEN, "Haar man zegt iets anders.")
    texts = Afscherming(work, work.vault.dossier(dossier), work.vault.entries(dossier)).texts()
    assert "Haar man zegt iets anders." in [tekst.tekst for tekst in texts]


def test_what_is_said_of_health_goes_where_health_goes(work: Workspace, dossier: str) -> None:
    argument = add_argument(work, dossier, "B", "tegen", "slaapt slecht", vraag=SLAPEN)
    weging = argument.entries[-1].header.subject
    over_weging = add_opmerking(work, dossier, weging, "Hoe lang al?")
    over_slapen = add_opmerking(work, dossier, SLAPEN, "Vraag dit later nog eens.")
    over_lezen = add_opmerking(work, dossier, LEZEN, "Goed gedaan.")
    recht = Waarderecht(work.data.formulieren, gezondheid=False)
    entries = [changed.entries[-1] for changed in (argument, over_weging, over_slapen, over_lezen)]
    assert [not recht.refused([entry]) for entry in entries] == [False, False, False, True]
    assert is_over_gevoelig(work, entries[2].header.subject)


def test_a_remark_that_was_left_out_is_told_to_be_there(
    work: Workspace, dossier: str, laptop: Laptop
) -> None:
    from dataclasses import replace

    made = add_opmerking(work, dossier, SLAPEN, "Vraag dit later nog eens.").entries[-1]
    tea = laptop("tea")
    give(work, tea)
    other = laptop("bo")
    others = [e for e in work.vault.entries(dossier) if e.id != made.id]
    other.vault.union([*others, replace(made, presence=Presence.WITHHELD, salt=b"", body=b"")])
    assert only(other, dossier).eerste.presence is Presence.WITHHELD
    assert only(other, dossier).eerste.tekst == ""
