"""Plain unions of the entries of several laptops: whatever the order, everybody ends with the same."""

import dataclasses
import itertools
import random
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant.domain.dossier import Dossier, fold
from intake_assistant.domain.entry import Entry, Presence, is_sound
from intake_assistant.domain.kinds import erased_target
from intake_assistant.storage.engine import schema
from intake_assistant.storage.engine.database import Knowing, roll_back
from intake_assistant.storage.entries import entries, numbers, projections
from tests.domain.schrijver import DOSSIER, Schrijver

LEZEN = "taalniveau.nl_lezen@inburgeraar"
BAAN = "werkervaring.banen[00112233445566aa]"
BEROEP, RUG = f"{BAAN}.beroep@inburgeraar", "gezondheid.rug@inburgeraar"
SUBJECTS = (LEZEN, "taalniveau.nl_lezen@toets", BAAN, BEROEP, RUG)
ACTS = ("record", "record", "record", "remove", "restore", "erase", "exchange", "exchange", "withheld")
LAPTOPS = st.integers(0, 3)
STEPS = st.lists(st.tuples(LAPTOPS, st.sampled_from(ACTS), st.sampled_from(SUBJECTS), LAPTOPS), max_size=25)
Step = tuple[int, str, str, int]


FREE: list[Any] = []
"""Databases of laptops that are gone, empty again: making the tables takes longer than most stories."""


def with_tables() -> Any:
    connection = dbapi2.connect(":memory:", isolation_level=None, factory=Knowing)
    for statement in schema.statements(schema.TABLES + schema.PROJECTIONS):
        connection.execute(statement)
    return connection


def give_back(connection: Any) -> None:
    roll_back(connection)
    FREE.append(connection)


class Laptop(Schrijver):
    """A writer whose entries lie in the tables of a vault, in memory."""

    def __init__(self, naam: str) -> None:
        super().__init__(naam)
        self.connection: Any = FREE.pop() if FREE else with_tables()
        self.connection.execute("BEGIN")
        weakref.finalize(self, give_back, self.connection)

    def receive_entries(self, found: list[Entry]) -> set[str]:
        changed = entries.union(self.connection, found)
        for one in changed.items():
            projections.derive_added(self.connection, *one)
        self.known = {e.id: e for e in self.all()}
        return set(changed)

    def add(self, entry: Entry) -> Entry:
        self.receive_entries([entry])
        return entry

    def all(self) -> list[Entry]:
        return entries.read_all(self.connection, DOSSIER)

    def act(self, act: str, subject: str, value: int, other: "Laptop") -> None:
        if act == "remove":
            self.remove(BAAN)
        elif act == "restore":
            self.record(BAAN, {"staat": "aanwezig"})
        elif act == "erase" and self.known:
            target = sorted(self.known)[value % len(self.known)]
            self.record(f"gewist[{target}]", {"waarde": "ging over een ander"})
        elif act == "exchange":
            self.receive_entries(other.all())
        elif act == "withheld":
            self.receive_entries([withheld(e) if e.header.subject == RUG else e for e in other.all()])
        else:
            self.record(subject, {"waarde": value})


def withheld(entry: Entry) -> Entry:
    return dataclasses.replace(entry, presence=Presence.WITHHELD, salt=b"", body=b"")


def played(steps: list[Step]) -> list[Laptop]:
    laptops = [Laptop(naam) for naam in ("an", "bo", "ci", "di")]
    for who, act, subject, value in steps:
        laptops[who].act(act, subject, value, laptops[value])
    return laptops


def joined(*parts: list[Entry]) -> Laptop:
    laptop = Laptop("samen")
    for part in parts:
        laptop.receive_entries(part)
    return laptop


def kept_of(laptop: Laptop) -> Dossier:
    rows = projections.read_rows(laptop.connection, DOSSIER)
    return Dossier(DOSSIER, rows, numbers.names(laptop.connection))


def state(laptop: Laptop) -> tuple[object, ...]:
    return laptop.all(), projections.dump(laptop.connection)


@settings(max_examples=25, deadline=None)
@given(STEPS, st.randoms(use_true_random=False))
def test_unions_are_idempotent_commutative_and_associative(steps: list[Step], chance: random.Random) -> None:
    a, b, c, d = (laptop.all() for laptop in played(steps))
    whole = state(joined(a, b, c, d))
    assert state(joined(a, a, b, c, d, a, d)) == whole
    assert state(joined(d, c, b, a)) == whole
    assert state(joined(joined(a, b).all(), joined(c, d).all())) == whole
    assert state(joined(a, joined(b, joined(c, d).all()).all())) == whole
    loose = [e for part in (a, b, c, d) for e in part]
    chance.shuffle(loose)
    assert state(joined(*([e] for e in loose))) == whole


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_a_union_loses_nothing_and_brings_nothing_erased_back(steps: list[Step]) -> None:
    laptops = played(steps)
    together = joined(*(laptop.all() for laptop in laptops))
    found = {e.id: e for e in together.all()}
    sent = [e for laptop in laptops for e in laptop.all()]
    erased = {erased_target(e.header.subject) for e in sent}
    assert set(found) == {e.id for e in sent}
    assert all(is_sound(e) for e in found.values())
    for one in sent:
        kept = found[one.id]
        assert (kept.presence is Presence.ERASED) == (one.id in erased)
        if one.presence is Presence.PRESENT and one.id not in erased:
            assert kept == one


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_what_is_kept_up_to_date_equals_what_is_made_anew(steps: list[Step]) -> None:
    for laptop in played(steps):
        before = projections.dump(laptop.connection)
        projections.rebuild_all(laptop.connection)
        assert projections.dump(laptop.connection) == before
        kept, made = kept_of(laptop), fold(DOSSIER, laptop.all())
        assert list(kept.subjects) == list(made.subjects)
        assert [kept.leaves(s) for s in kept.subjects] == [made.leaves(s) for s in made.subjects]
        assert [kept.row_ids("werkervaring.banen")] == [made.row_ids("werkervaring.banen")]
        (onvolledig,) = laptop.connection.execute("SELECT onvolledig FROM p_dossier").fetchone() or (0,)
        assert bool(onvolledig) == made.onvolledig


@settings(max_examples=25, deadline=None)
@given(STEPS, STEPS)
def test_an_old_copy_that_went_on_comes_together(before: list[Step], after: list[Step]) -> None:
    laptops = played(before)
    old = [laptop.all() for laptop in laptops]
    for who, act, subject, value in after:
        laptops[who].act(act, subject, value, laptops[value])
    restored = Laptop("an")  # the same device, so the same counters once more
    restored.receive_entries(old[0])
    for _, act, subject, value in after:
        restored.act(act, subject, value + 1, laptops[1])
    parts = [laptop.all() for laptop in [*laptops, restored]]
    assert state(joined(*parts)) == state(joined(*reversed(parts), *old))


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_settling_every_conflict_settles_it_for_all(steps: list[Step]) -> None:
    laptops = played(steps)
    together = joined(*(laptop.all() for laptop in laptops))
    for conflict in together.dossier.conflicts():
        if conflict.subject == BAAN:
            together.record(conflict.subject, {"staat": "aanwezig"})
        else:
            together.record(conflict.subject, conflict.leaves[0].value or {})
    assert together.dossier.conflicts() == []
    for laptop in laptops:
        laptop.receive_entries(together.all())
        assert laptop.dossier.conflicts() == []
        assert state(laptop) == state(together)


def test_every_order_of_removal_change_and_erasure_is_one_outcome() -> None:
    an, bo = Laptop("an"), Laptop("bo")
    field = an.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "kok"})
    bo.receive_entries(an.all())
    an.remove(BAAN)
    bo.record(f"{BAAN}.beroep@inburgeraar", {"waarde": "bakker"})
    an.record(f"gewist[{field.id}]", {"waarde": "ging over een ander"})
    loose = list({e.id: e for e in [*an.all(), *bo.all(), withheld(field), field]}.values())
    outcomes = {repr(state(joined(*([e] for e in order)))) for order in itertools.permutations(loose)}
    assert len(outcomes) == 1


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    from tests.storage.hulp import copied, quick

    folder: Path = tmp_path_factory.mktemp("samen")
    opened = [quick(copied(folder, naam)) for naam in ("an", "bo", "ci")]
    yield opened
    for vault in opened:
        vault.close()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_real_vaults_end_with_the_same(vaults: list[Any], steps: list[Step]) -> None:
    parts = [laptop.all() for laptop in played(steps)]
    for vault, order in zip(vaults, itertools.permutations(parts), strict=False):
        for part in order:
            vault.union(part)
    assert vaults[0].projections() == vaults[1].projections() == vaults[2].projections()
    assert vaults[0].all_ids() == vaults[1].all_ids() == vaults[2].all_ids()
    assert vaults[0].entries(DOSSIER) == vaults[1].entries(DOSSIER) == vaults[2].entries(DOSSIER)
