"""The house style of the letters: kept when a letter can carry it, else refused and nothing changed."""

import pytest

from intake_assistant.documents.model import PLAIN, Huisstijl
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.instelling import record_huisstijl
from intake_assistant.operations.papers.brief.huisstijl import huisstijl_of
from intake_assistant.operations.workspace import Workspace
from tests.documents.plaatje import png

STIJL = Huisstijl("#0a5c36", png(), "Logo van de gemeente")


def test_it_is_kept_and_taken_away(work: Workspace) -> None:
    assert huisstijl_of(work) == PLAIN
    assert record_huisstijl(work, STIJL)
    assert huisstijl_of(work) == STIJL
    assert not record_huisstijl(work, STIJL)
    record_huisstijl(work, PLAIN)
    assert huisstijl_of(work) == PLAIN


def test_what_no_letter_can_carry_is_refused_with_all_that_is_wrong(work: Workspace) -> None:
    record_huisstijl(work, STIJL)
    with pytest.raises(KnownError) as refused:
        record_huisstijl(work, Huisstijl("#ffcc00", png(), ""))
    assert refused.value.code == "huisstijl.refused"
    assert str(refused.value.facts["wat"]).count("- ") == 2
    assert huisstijl_of(work) == STIJL


def test_a_picture_of_which_only_the_head_is_whole_is_refused(work: Workspace) -> None:
    with pytest.raises(KnownError) as refused:
        record_huisstijl(work, Huisstijl("", png()[:60], "Logo"))
    assert "beschadigd" in str(refused.value.facts["wat"])
