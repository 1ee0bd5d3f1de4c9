"""The check of the ways in: which lead elsewhere, what nobody can hold, and whose the municipality's is."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant import crypto
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.vault.kluiscontrole import check_path
from intake_assistant.policy import NO_POLICY, Policy
from intake_assistant.storage.engine.lock import LOCK_FILE
from intake_assistant.storage.engine.opening import open_vault
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.keys import rekey, slots
from tests.storage.hulp import AROUND, CHEAP, CLOCK, PASSPHRASE, copied, vault_key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = copied(tmp_path)
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, CHEAP, os.urandom)
    return path


@pytest.fixture
def identity(tmp_path: Path) -> tuple[Path, str]:
    """The key of the municipality, in a file, and for whom it is."""
    made = pyrage.x25519.Identity.generate()
    (tmp_path / "gemeente.key").write_text(str(made))
    return tmp_path / "gemeente.key", str(made.to_public())


def codes(path: Path, policy: Policy = NO_POLICY) -> list[str]:
    around = replace(AROUND, recipient=policy.gemeente_sleutel)
    return [b.code for b in check_path(path, PASSPHRASE, around, policy)]


def linked(lock: Path) -> None:
    (lock.parent.parent / "elders").write_bytes(b"")
    lock.symlink_to(lock.parent.parent / "elders")


@pytest.mark.parametrize("act", [Path.mkdir] if os.name == "nt" else [linked, Path.mkdir, os.mkfifo])
def test_a_lock_that_nobody_can_hold_is_named(path: Path, act: Callable[[Path], object]) -> None:
    (path / LOCK_FILE).unlink(missing_ok=True)
    act(path / LOCK_FILE)
    assert "lock_vreemd" in codes(path)


def test_a_way_in_that_leads_elsewhere_is_named(path: Path) -> None:
    file = slots.read_file(path)
    other = slots.recovery_slot(file.kluis, os.urandom(32), os.urandom(20), os.urandom)
    slots.write_file(path, replace(file, slots=(*file.slots, other)))
    assert codes(path) == ["sloten_vreemd"]


def test_the_way_of_the_municipality_is_the_one_that_the_vault_made(
    path: Path, identity: tuple[Path, str]
) -> None:
    file, public = identity
    policy, around = Policy(gemeente_sleutel=public), Surroundings(CLOCK, os.urandom, CHEAP, public)
    assert codes(path, policy) == ["gemeente_vreemd"]
    open_vault(path, PASSPHRASE, around).close()
    assert codes(path, policy) == codes(path) == []
    theirs = slots.read_file(path)
    planted = slots.municipality_slot(theirs.kluis, os.urandom(32), public)
    planted = replace(planted, kenmerk=theirs.slots[0].kenmerk)
    slots.write_file(path, replace(theirs, slots=(*theirs.slots[:-1], planted)))
    assert codes(path, policy) == codes(path) == ["gemeente_vreemd"]
    with open_vault(path, PASSPHRASE, around) as vault:
        assert vault.municipality_came
        rekey.rekey(vault, PASSPHRASE, bytes(20))
    with open_vault(path, PASSPHRASE, around) as vault:
        assert not vault.municipality_came
    assert codes(path, policy) == []
    work = kluis.open_with_municipality(path, file, "nog een zin", CLOCK, os.urandom, cost=CHEAP)
    work.vault.close()


def test_who_opens_for_the_municipality_goes_by_the_policy_and_goes_on_with_a_new_key(
    path: Path, identity: tuple[Path, str], tmp_path: Path
) -> None:
    file, public = identity
    policy = Policy(gemeente_sleutel=public)
    away = tmp_path / "stick"
    with open_vault(path, PASSPHRASE, Surroundings(CLOCK, os.urandom, CHEAP, public)) as vault:
        with vault.transaction() as connection:
            connection.execute("INSERT INTO backupplaats VALUES(?,'')", (str(away),))
        rekey.rekey(vault, PASSPHRASE, bytes(20))
        assert rekey.bring_along(vault) == [away]
    away.mkdir()
    work = kluis.open_with_municipality(
        path, file, "nog een zin", CLOCK, os.urandom, cost=CHEAP, policy=policy
    )
    with work.vault as vault:
        assert work.policy is policy
        assert vault.around.recipient == public
        assert not rekey.has_rest(vault)


def test_a_key_is_sealed_with_another_than_that_of_the_database(path: Path) -> None:
    file, old, new = slots.read_file(path), vault_key(), os.urandom(32)
    pending = slots.succeeded(file, old, new, os.urandom)
    assert slots.newest_key(pending, old) == new
    raw = bytes.fromhex(pending.opvolger)
    context = f"intake-assistant slot 1 {file.kluis} sleutel".encode()
    assert crypto.unseal(old, raw[: crypto.NONCE_BYTES], raw[crypto.NONCE_BYTES :], context) is None
    assert crypto.chain_key(old) != old
