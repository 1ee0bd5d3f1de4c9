"""What somebody has, told by the entries that nothing replaced."""

from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.opvolging import behind, ends
from tests.exchange.hulp import made


def test_behind_an_entry_is_all_that_it_replaces() -> None:
    first = made()
    other = made(1, "taalniveau.nl_spreken@inburgeraar")
    second = made(2, replaces=[first])
    third = made(3, replaces=[second])
    known = [first, other, second, third]
    assert ends(known) == {third.id, other.id}
    assert behind(known, {second.id}) == {first.id, second.id}
    assert behind(known, {third.id}) == {first.id, second.id, third.id}
    assert behind([third], {third.id}) == {second.id, third.id}
    assert behind(known, ()) == set()


@given(st.lists(st.sets(st.integers(0, 12), max_size=3), max_size=14))
def test_behind_the_ends_is_everything(links: list[set[int]]) -> None:
    known = [made()]
    for nr, of in enumerate(links):
        known.append(made(nr + 2, replaces=[known[at] for at in sorted(of) if at < len(known)]))
    assert behind(known, ends(known)) == {entry.id for entry in known}
