"""Conversations as derived from a dossier."""

import pytest

from intake_assistant.domain.recht.gesprek import gesprekken_of, laatst_verteld
from tests.domain.schrijver import Schrijver, exchange


@pytest.fixture
def an() -> Schrijver:
    an = Schrijver("an")
    an.record("gesprek[bb].datum", {"waarde": "2026-03-12"})
    an.record("gesprek[aa].datum", {"waarde": "2026-03-05"})
    an.record("gesprek[aa].minuten", {"waarde": 75})
    an.record("gesprek[aa].aanwezig[cc]", {"waarde": {"rol": "coa", "naam": "J. Postma"}})
    an.record("gesprek[aa].aanwezig[dd]", {"waarde": {"rol": "tolk", "naam": "T. Abraha"}})
    an.record("gesprek[aa].verteld[privacy]", {"waarde": {"begrepen": "deels"}})
    an.record("gesprek[bb].verteld[privacy]", {"waarde": {"begrepen": "ja"}})
    return an


def test_conversations_are_numbered_by_date(an: Schrijver) -> None:
    assert [(g.nummer, g.id, g.datum) for g in gesprekken_of(an.dossier)] == [
        (1, "aa", "2026-03-05"),
        (2, "bb", "2026-03-12"),
    ]


def test_who_was_there_and_what_was_told(an: Schrijver) -> None:
    eerste, tweede = gesprekken_of(an.dossier)
    assert (eerste.tolk, tweede.tolk) == ("T. Abraha", "")
    assert (eerste.minuten, tweede.minuten) == (75, None)
    assert [iemand["rol"] for _, iemand in eerste.aanwezig] == ["coa", "tolk"]
    assert laatst_verteld([eerste, tweede])["privacy"] == (tweede, "ja")


def test_one_removed_and_one_not_yet_dated(an: Schrijver) -> None:
    an.remove("gesprek[bb]")
    an.record("gesprek[ee].vorm", {"waarde": "telefoon"})
    assert [(g.nummer, g.id) for g in gesprekken_of(an.dossier)] == [(1, "aa"), (2, "ee")]


def test_a_conflict_in_any_field_breaks_nothing(an: Schrijver) -> None:
    bo = Schrijver("bo")
    for subject in list(an.dossier.subjects):
        bo.record(subject, {"waarde": "anders"})
    exchange(an, bo)
    assert {g.id for g in gesprekken_of(an.dossier)} == {"aa", "bb"}
