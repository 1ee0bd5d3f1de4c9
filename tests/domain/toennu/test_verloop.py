"""A dossier on a day is the dossier of the entries of that day and before."""

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.dossier import GONE, LOST, Dossier, Row, fold
from intake_assistant.domain.entry import Entry, Presence, moment_number
from intake_assistant.domain.opvolging import LEAF, step_of
from intake_assistant.domain.toennu.verloop import Verloop
from tests.domain.schrijver import DOSSIER, Schrijver, exchange

LEZEN = "taalniveau.nl_lezen@inburgeraar"
BAAN = "werkervaring.banen[00112233445566aa]"
BEROEP = f"{BAAN}.beroep@inburgeraar"
BEGIN = datetime.date(2026, 3, 1)
NAMEN = {0: "an", 1: "bo"}
# Who does what, on which of ten days; with 3 the two give each other all they have.
DADEN = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 3), st.sampled_from((LEZEN, BEROEP, BAAN, "gesprek[g1].datum"))
    ),
    max_size=24,
)


FATE = {Presence.ERASED: GONE, Presence.LOST: LOST}


def day(number: int) -> datetime.date:
    return BEGIN + datetime.timedelta(days=number)


def row_of(entry: Entry) -> Row:
    """As a vault gives it: all it knows of one entry."""
    h, here = entry.header, entry.presence is Presence.PRESENT
    return Row(
        h.subject, h.counter, bytes.fromhex(entry.id), LEAF | FATE.get(entry.presence, 0),
        moment_number(h.vastgelegd_op), 0, 0, step_of(entry).replaces, entry.body if here else None,
        h.gesprek,
    )  # fmt: skip


def verloop_of(entries: list[Entry]) -> Verloop:
    return Verloop(DOSSIER, [row_of(entry) for entry in entries], NAMEN)


def said(dossier: Dossier) -> dict[str, object]:
    return {
        subject: (
            [(leaf.id, leaf.presence, leaf.value) for leaf in dossier.leaves(subject)],
            dossier.get(subject, None),
        )
        for subject in sorted(dossier.subjects)
    }


def written(daden: list[tuple[int, int, str]]) -> list[Entry]:
    """What two laptops recorded, each as it knew; now and then their files are merged."""
    two = (Schrijver("an"), Schrijver("bo"))
    for number, (when, what, subject) in enumerate(sorted(daden)):
        wie = two[what % 2]
        wie.op = f"{day(when)}T1{number % 10}:00:00.000Z"
        if what == 3:
            exchange(*two)
        elif subject == BAAN:
            wie.remove(BAAN) if what else wie.record(BAAN, {"staat": "aanwezig"})
        else:
            wie.record(subject, {"staat": "beantwoord", "waarde": number})
    exchange(*two)
    return list(two[0].known.values())


@given(DADEN, st.integers(0, 9))
def test_on_a_day_it_is_what_its_entries_give(daden: list[tuple[int, int, str]], number: int) -> None:
    entries = written(daden)
    until = [e for e in entries if e.header.vastgelegd_op[:10] <= day(number).isoformat()]
    found, replayed = verloop_of(entries).on(day(number)), fold(DOSSIER, until)
    assert said(found) == said(replayed)
    assert found.row_ids("werkervaring.banen") == replayed.row_ids("werkervaring.banen")
    assert found.answered_names() == replayed.answered_names()


def test_what_was_erased_or_left_out_since_is_not_back_on_the_day_before() -> None:
    an = Schrijver("an")
    an.op = "2026-03-01T12:00:00.000Z"
    first = an.record(LEZEN, {"staat": "beantwoord", "waarde": "pre_a1"})
    an.op = "2026-05-01T12:00:00.000Z"
    last = an.record(LEZEN, {"staat": "beantwoord", "waarde": "a2"})
    assert verloop_of([first, last]).on(day(0)).get(LEZEN) == "pre_a1"
    assert verloop_of([first, last]).on(day(90)).get(LEZEN) == "a2"
    for presence in (Presence.ERASED, Presence.WITHHELD):
        gone = dataclasses.replace(first, presence=presence, salt=b"", body=b"")
        assert verloop_of([gone, last]).on(day(0)).get(LEZEN) == ""
        assert verloop_of([gone, last]).on(day(90)).get(LEZEN) == "a2"


def test_a_day_ends_at_midnight_on_the_clock_of_the_netherlands() -> None:
    an = Schrijver("an")
    an.op = "2026-03-01T22:59:59.999Z"
    first = an.record(LEZEN, {"staat": "beantwoord", "waarde": 1})
    an.op = "2026-03-01T23:00:00.000Z"
    last = an.record(LEZEN, {"staat": "beantwoord", "waarde": 2})
    verloop = verloop_of([first, last])
    assert verloop.on(day(0)).get(LEZEN) == 1
    assert verloop.on(day(1)).get(LEZEN) == 2
    assert verloop.on(day(-1)).get(LEZEN) == ""
