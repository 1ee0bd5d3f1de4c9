"""No number below ten is told, and none can be reckoned: not from a table, and not from all of them."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_assistant.domain.team.afscherming import Cel, Tabel, verborgen
from intake_assistant.domain.team.groepen import in_volgorde, op_grootte

FEW = 3
"""The least number in the tables that are counted out: of ten there would be too many to try."""


def shown(tabel: Tabel, hidden: frozenset[Cel]) -> list[list[int | None]]:
    return [
        [None if (r, k) in hidden else aantal for k, aantal in enumerate(rij)] for r, rij in enumerate(tabel)
    ]


def test_a_table_of_large_numbers_is_told_whole() -> None:
    assert verborgen([[25, 10, 12], [30, 20, 15]]) == frozenset()


def test_one_small_number_hides_three_others_of_the_fewest_people() -> None:
    assert shown([[25, 3, 12], [30, 20, 15]], verborgen([[25, 3, 12], [30, 20, 15]])) == [
        [25, None, None],
        [30, None, None],
    ]


def test_when_all_of_a_group_were_offered_the_same_that_is_hidden() -> None:
    """All told but two cells of nobody: their sum, nothing, would tell both."""
    assert shown([[40, 0, 0], [12, 14, 15]], verborgen([[40, 0, 0], [12, 14, 15]])) == [
        [None, None, None],
        [None, None, None],
    ]


@pytest.mark.parametrize("tabel", [[[12, 30]], [[12], [30]]])
def test_one_group_or_one_outcome_is_its_sums(tabel: Tabel) -> None:
    assert verborgen(tabel) == frozenset()


# -- counted out: every table that is possible ---------------------------------------------------------------


@st.composite
def small_tables(draw: st.DrawFn) -> list[list[int]]:
    """Tables whose sums are all `FEW` at least, as the merging of groups leaves them."""
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    number = st.integers(0, 2 * FEW)
    tabel = [[draw(number) for _ in range(columns)] for _ in range(rows)]
    for r in range(rows):
        tabel[r][r % columns] += max(0, FEW - sum(tabel[r]))
    for k in range(columns):
        tabel[k % rows][k] += max(0, FEW - sum(rij[k] for rij in tabel))
    return tabel


def possible(tabel: Tabel, hidden: frozenset[Cel]) -> Iterator[dict[Cel, int]]:
    """Every filling of the hidden cells with the sums that the table has."""
    rows = [sum(rij[k] for k in range(len(rij)) if (r, k) in hidden) for r, rij in enumerate(tabel)]
    columns = [sum(tabel[r][k] for r in range(len(tabel)) if (r, k) in hidden) for k in range(len(tabel[0]))]
    yield from _fill(sorted(hidden), rows, columns, {})


def _fill(
    cells: list[Cel], rows: list[int], columns: list[int], filled: dict[Cel, int]
) -> Iterator[dict[Cel, int]]:
    if not cells:
        if not any(rows) and not any(columns):
            yield dict(filled)
        return
    (r, k), *rest = cells
    is_last = not any(row == r for row, _ in rest)
    for aantal in [rows[r]] if is_last else range(min(rows[r], columns[k]) + 1):
        if aantal <= columns[k]:
            rows[r] -= aantal
            columns[k] -= aantal
            yield from _fill(rest, rows, columns, {**filled, (r, k): aantal})
            rows[r] += aantal
            columns[k] += aantal


@given(small_tables())
@settings(max_examples=150, deadline=None)
def test_who_knows_all_sums_cannot_reckon_a_hidden_number(tabel: list[list[int]]) -> None:
    hidden = verborgen(tabel, FEW)
    for r, rij in enumerate(tabel):
        for k, aantal in enumerate(rij):
            assert aantal >= FEW or (r, k) in hidden
    least: dict[Cel, int] = {}
    most: dict[Cel, int] = {}
    for filled in possible(tabel, hidden):
        for cel, aantal in filled.items():
            least[cel] = min(aantal, least.get(cel, aantal))
            most[cel] = max(aantal, most.get(cel, aantal))
    assert all(most[cel] - least[cel] >= FEW for cel in hidden)


# -- several tables over the same people ---------------------------------------------------------------------

KENMERKEN, UITKOMSTEN = ("geslacht", "leeftijd", "land"), ("leerroute", "niveau")
people = st.lists(
    st.fixed_dictionaries(
        {"geslacht": st.sampled_from("vmx"), "leeftijd": st.sampled_from("jmo")}
        | {"land": st.sampled_from("abcdef"), "leerroute": st.sampled_from("BBBOZ")}
        | {"niveau": st.sampled_from("12")}
    ),
    min_size=30,
    max_size=160,
)

type Sleutel = tuple[str, ...]
type Vergelijking = tuple[dict[Sleutel, int], int]


def _groups(mensen: list[dict[str, str]], wat: str) -> dict[str, tuple[str, ...]]:
    tellingen = Counter(mens[wat] for mens in mensen)
    groepen = op_grootte(tellingen) if wat == "land" else in_volgorde(tellingen, sorted(tellingen))
    return {code: groep for groep in groepen for code in groep}


def _told(mensen: list[dict[str, str]]) -> tuple[list[Vergelijking], list[Sleutel]]:
    """What all tables together tell as equations, and the unknown cells in them."""
    told, unknown = list[Vergelijking](), list[Sleutel]()
    groep = {wat: _groups(mensen, wat) for wat in (*KENMERKEN, *UITKOMSTEN)}
    for kenmerk, uitkomst in itertools.product(KENMERKEN, UITKOMSTEN):
        rows, columns = (list(dict.fromkeys(groep[wat].values())) for wat in (kenmerk, uitkomst))
        both = Counter((groep[kenmerk][m[kenmerk]], groep[uitkomst][m[uitkomst]]) for m in mensen)
        tabel = [[both[r, k] for k in columns] for r in rows]
        hidden = verborgen(tabel)
        for (r, row), (k, column) in itertools.product(enumerate(rows), enumerate(columns)):
            cel = (kenmerk, uitkomst, str(row), str(column))
            if (r, k) in hidden:
                unknown.append(cel)
            else:
                told.append(({cel: 1}, tabel[r][k]))
        for r, row in enumerate(rows):
            told.append(({(kenmerk, uitkomst, str(row), str(k)): 1 for k in columns}, sum(tabel[r])))
        for k, column in enumerate(columns):
            total = sum(tabel[r][k] for r in range(len(rows)))
            told.append(({(kenmerk, uitkomst, str(r), str(column)): 1 for r in rows}, total))
    return told, unknown


def _solved(told: list[Vergelijking]) -> Mapping[Sleutel, Fraction]:
    """What follows from all equations together, by elimination (Gauss, Jordan)."""
    rows = list[tuple[dict[Sleutel, Fraction], Fraction]]()
    for cells, total in told:
        row, value = {c: Fraction(n) for c, n in cells.items()}, Fraction(total)
        for other, other_value in rows:
            lead = next(iter(other))
            if lead in row:
                row, value = _minus(row, value, row[lead], other, other_value)
        if row:
            lead = next(iter(row))
            row, value = {c: n / row[lead] for c, n in row.items()}, value / row[lead]
            rows = [_minus(o, v, o[lead], row, value) if lead in o else (o, v) for o, v in rows] + [
                (row, value)
            ]
    return {next(iter(row)): value for row, value in rows if len(row) == 1}


def _minus(
    row: dict[Sleutel, Fraction],
    value: Fraction,
    times: Fraction,
    other: dict[Sleutel, Fraction],
    less: Fraction,
) -> tuple[dict[Sleutel, Fraction], Fraction]:
    # The order of the first row is kept: its first cell is what it tells.
    made = {c: row.get(c, Fraction(0)) - times * other.get(c, Fraction(0)) for c in {**row, **other}}
    return {c: n for c, n in made.items() if n}, value - times * less


@given(people)
@settings(max_examples=60, deadline=None)
def test_all_tables_together_tell_no_hidden_number(mensen: list[dict[str, str]]) -> None:
    told, unknown = _told(mensen)
    solved = _solved(told)
    assert all(value >= 10 for value in solved.values())
    assert not [cel for cel in unknown if cel in solved]


def test_the_attack_of_this_test_does_solve_what_is_hidden_badly() -> None:
    """With one number hidden the rest of its row tells it."""
    told: list[Vergelijking] = [({("a",): 1, ("b",): 1}, 15), ({("b",): 1}, 12)]
    assert _solved(told)["a",] == 3
