"""A slots file of another vault, laid in the folder at each moment of a session: seen, told, never used."""

import dataclasses
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import kluiscontrole, reservekopie, sleutels
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.policy import NO_POLICY
from intake_assistant.storage.engine.opening import open_vault
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.keys import rekey, slots
from intake_assistant.storage.keys.slots import SLOTS_FILE
from intake_assistant.storage.keys.wachttijd import failures
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, copied, vault_key

AROUND = Surroundings(CLOCK, os.urandom, CHEAP)
THEIRS = "de zin van een ander"
GROUPS = crypto.recovery_groups(bytes(range(20)))


@pytest.fixture
def theirs(tmp_path: Path) -> bytes:
    """The slots of another vault, whose passphrase is known to whoever lays them here."""
    path = copied(tmp_path, "bo")
    slots.replace_passphrase(path, vault_key("bo"), THEIRS, CHEAP, os.urandom)
    return (path / SLOTS_FILE).read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = copied(tmp_path)
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, CHEAP, os.urandom)
    (tmp_path / "stick").mkdir()
    return path


@pytest.fixture
def work(path: Path, data: Data) -> Iterator[Workspace]:
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        yield Workspace(vault, data, CLOCK, os.urandom)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as found:
        act()
    return found.value.code


MOMENTS: dict[str, Callable[[Workspace, str], object]] = {
    "the gate": sleutels.confirm_passphrase,
    "another passphrase": lambda w, typed: sleutels.change_passphrase(w, typed, "nieuw", cost=CHEAP),
    "a sheet": lambda w, typed: sleutels.renew_recovery_key(w, typed, GROUPS),
    "a sheet without asking": lambda w, _: sleutels.set_recovery_key(w, GROUPS),
    "no sheet": lambda w, _: sleutels.remove_recovery_key(w),
    "another key": lambda w, typed: sleutels.rekey_vault(w, typed, GROUPS),
    "bringing along": lambda w, _: rekey.bring_along(w.vault),
    "the ways in": lambda w, _: sleutels.ways_in(w),
    "a backup": lambda w, _: reservekopie.back_up(w),
}


@pytest.mark.parametrize("act", MOMENTS.values(), ids=MOMENTS)
def test_at_every_moment_of_a_session_they_are_told_and_stay_as_they_are(
    work: Workspace, theirs: bytes, act: Callable[[Workspace, str], object]
) -> None:
    path, before = work.vault.path, work.vault.projections()
    (path / SLOTS_FILE).write_bytes(theirs)
    assert refused(lambda: act(work, THEIRS)) == "vault.foreign_slots"
    assert (path / SLOTS_FILE).read_bytes() == theirs
    assert bytes(work.vault.key) == vault_key()
    assert work.vault.projections() == before


def test_a_way_in_that_says_to_lead_here_and_does_not_is_a_wrong_passphrase_that_counts(
    work: Workspace,
) -> None:
    path, file = work.vault.path, slots.read_file(work.vault.path)
    made = slots.passphrase_slot(file.kluis, os.urandom(32), THEIRS, CHEAP, os.urandom)
    planted = dataclasses.replace(made, kenmerk=file.slots[0].kenmerk)
    slots.write_file(path, slots.SlotFile(file.kluis, (planted, *file.slots)))
    for count in (1, 2):
        assert refused(lambda: sleutels.confirm_passphrase(work, THEIRS)) == "vault.wrong_passphrase"
        assert failures(path) == count
    sleutels.confirm_passphrase(work, PASSPHRASE)
    assert failures(path) == 0


def test_with_the_mark_of_this_vault_but_the_id_of_another_they_are_foreign(work: Workspace) -> None:
    file = slots.read_file(work.vault.path)
    slots.write_file(work.vault.path, slots.SlotFile("00" * 16, file.slots))
    assert refused(lambda: sleutels.confirm_passphrase(work, PASSPHRASE)) == "vault.foreign_slots"


def test_nothing_of_them_comes_to_the_second_place(work: Workspace, theirs: bytes, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    reservekopie.back_up(work, extra=stick)
    (copy,) = stick.glob(f"*/{SLOTS_FILE}")
    kept, ours = copy.read_bytes(), (work.vault.path / SLOTS_FILE).read_bytes()
    (work.vault.path / SLOTS_FILE).write_bytes(theirs)
    assert refused(lambda: reservekopie.back_up(work, extra=stick)) == "vault.foreign_slots"
    assert sleutels.copy_ways(work) == [copy.parent]
    assert copy.read_bytes() == kept == ours
    shutil.copy(copy, work.vault.path)
    sleutels.confirm_passphrase(work, PASSPHRASE)


def test_before_unlocking_they_open_nothing(path: Path, theirs: bytes) -> None:
    (path / SLOTS_FILE).write_bytes(theirs)
    assert refused(lambda: open_vault(path, PASSPHRASE, AROUND)) == "vault.wrong_passphrase"
    assert refused(lambda: open_vault(path, THEIRS, AROUND)) == "vault.damaged"
    found = kluiscontrole.check_path(path, THEIRS, AROUND, NO_POLICY)
    assert {b.code for b in found} == {"sleutel"}
    assert (path / SLOTS_FILE).read_bytes() == theirs
