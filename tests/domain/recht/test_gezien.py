"""What a transfer saw is known by the entries, whatever counters and clocks say."""

from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.recht import einde
from intake_assistant.domain.recht.gezien import GEZIEN, after_transfer, known_by, seen_of
from tests.domain.schrijver import Schrijver, exchange

LEZEN, SPREKEN = "taalniveau.nl_lezen@inburgeraar", "taalniveau.nl_spreken@inburgeraar"
BAAN = "werkervaring.banen[00112233445566aa]"
SUBJECTS = (LEZEN, SPREKEN, BAAN, f"{BAAN}.beroep@inburgeraar", "notitie[gesprek 1]")
ACTS = ("record", "record", "record", "remove", "transfer", "give", "put_back")
LAPTOPS = st.integers(0, 2)
STEPS = st.lists(st.tuples(LAPTOPS, st.sampled_from(ACTS), st.sampled_from(SUBJECTS), LAPTOPS), max_size=30)


def test_what_was_recorded_elsewhere_with_a_lower_counter_was_never_in_the_transfer() -> None:
    an, bo = Schrijver("an"), Schrijver("bo")
    an.record(LEZEN, {"waarde": "a1"})
    exchange(an, bo)
    for waarde in ("a2", "b1", "b2"):
        an.record(LEZEN, {"waarde": waarde})
    bo.record(SPREKEN, {"waarde": "a1"})
    an.record(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-01"})
    assert after_transfer(an.dossier) == 0
    exchange(an, bo)
    assert after_transfer(an.dossier) == after_transfer(bo.dossier) == 1


def test_a_laptop_that_was_put_back_uses_its_numbers_again() -> None:
    an = Schrijver("an")
    an.record(LEZEN, {"waarde": "a1"})
    newer = Schrijver("an")
    newer.receive(an)
    newer.record(SPREKEN, {"waarde": "b1"})
    an.record("notitie[gesprek 1]", {"waarde": "later"})
    an.record(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-01"})
    an.receive(newer)
    assert after_transfer(an.dossier) == 1


def test_a_transfer_that_does_not_say_what_it_saw_saw_nothing() -> None:
    an = Schrijver("an")
    an.record(LEZEN, {"waarde": "a1"})
    an.add(an.made(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-01"}))
    assert after_transfer(an.dossier) == 1


def test_of_two_transfers_only_what_both_saw_was_surely_there() -> None:
    an, bo = Schrijver("an"), Schrijver("bo")
    an.record(LEZEN, {"waarde": "a1"})
    exchange(an, bo)
    an.record(SPREKEN, {"waarde": "a1"})
    for one in (an, bo):
        one.record(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-01"})
    exchange(an, bo)
    assert after_transfer(an.dossier) == 1


def test_an_emptied_day_is_no_transfer_and_an_undone_one_keeps_what_it_saw() -> None:
    an = Schrijver("an")
    an.record(LEZEN, {"waarde": "a1"})
    first = an.record(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-01"})
    an.record(SPREKEN, {"waarde": "a1"})
    assert GEZIEN not in (an.record(einde.OVERGEDRAGEN_OP, {"waarde": ""}).value or {})
    assert after_transfer(an.dossier) == 0
    an.record(einde.OVERGEDRAGEN_OP, first.value or {})
    assert after_transfer(an.dossier) == 1
    assert seen_of(an.dossier.leaf(einde.OVERGEDRAGEN_OP)) == {an.dossier.leaves(LEZEN)[0].id}


def test_known_is_what_was_seen_and_all_that_it_replaces() -> None:
    an = Schrijver("an")
    first, second = (an.record(LEZEN, {"waarde": waarde}) for waarde in ("a1", "a2"))
    third, other = an.record(LEZEN, {"waarde": "b1"}), an.record(SPREKEN, {"waarde": "a1"})
    known = known_by(an.known.values(), [third.id])
    assert {entry.id for entry in known} == {first.id, second.id, third.id}
    assert {entry.id for entry in known_by(an.known.values(), [other.id, "unknown"])} == {other.id}


@given(STEPS)
def test_later_is_what_nobody_who_transferred_knew(steps: list[tuple[int, str, str, int]]) -> None:
    """Also when laptops record at the same time, give each other pieces, or are put back."""
    laptops = [Schrijver(naam) for naam in ("an", "bo", "cy")]
    knew: dict[str, set[str]] = {}
    backups = [dict(one.known) for one in laptops]
    for number, (who, act, subject, other) in enumerate(steps):
        one = laptops[who]
        if act == "record":
            one.record(subject, {"waarde": f"{number}"})
        elif act == "remove":
            one.remove(BAAN)
        elif act == "give":
            one.receive(laptops[other])
        elif act == "put_back":
            one.known, backups[who] = backups[who], dict(one.known)
        else:
            before = set(one.known)
            knew[one.record(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-01"}).id] = before
    exchange(*laptops)
    for one in laptops:
        counts = [knew[leaf.id] for leaf in one.dossier.leaves(einde.OVERGEDRAGEN_OP)]
        later = [
            subject
            for subject in SUBJECTS
            if any(leaf.id not in known for leaf in one.dossier.leaves(subject) for known in counts)
        ]
        assert after_transfer(one.dossier) == len(later)
