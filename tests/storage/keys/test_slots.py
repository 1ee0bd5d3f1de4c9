"""Ways in: adding, changing and taking away, and what damage to their file does."""

import json
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.opening import create_vault, open_vault, open_vault_with_identity
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.keys import slots
from intake_assistant.storage.keys.slots import SLOTS_FILE
from tests.storage.hulp import AROUND, CHEAP, CLOCK, PASSPHRASE, copied, quick, recovery_key, vault_key

SECRET = bytes(range(20))


def code(act: object) -> str:
    with pytest.raises(KnownError) as found:
        act()  # type: ignore[operator]  # a lambda
    return found.value.code


def read(path: Path) -> slots.SlotFile | str:
    try:
        return slots.read_file(path)
    except KnownError as error:
        return error.code


def kinds(path: Path) -> list[str]:
    return [slot.soort for slot in slots.read_file(path).slots]


def with_municipality(identity: object) -> Surroundings:
    return Surroundings(CLOCK, AROUND.random, CHEAP, str(identity.to_public()))  # type: ignore[attr-defined]  # untyped


def test_a_new_recovery_key_takes_the_place_of_the_old_one(path: Path) -> None:
    vault, key = slots.read_file(path).kluis, vault_key()
    slots.put_slot(path, key, slots.recovery_slot(vault, key, SECRET, AROUND.random))
    assert kinds(path) == [slots.PASSPHRASE, slots.RECOVERY]
    assert slots.open_with_recovery(*slots.read_slots(path), SECRET) == key
    old, _ = crypto.read_recovery_key(recovery_key())
    assert code(lambda: slots.open_with_recovery(*slots.read_slots(path), old)) == "vault.wrong_recovery"


def test_the_last_way_in_stays(path: Path) -> None:
    slots.remove_slot(path, vault_key(), slots.RECOVERY)
    before = (path / SLOTS_FILE).read_bytes()
    assert code(lambda: slots.remove_slot(path, vault_key(), slots.PASSPHRASE)) == "vault.last_way"
    assert (path / SLOTS_FILE).read_bytes() == before
    assert kinds(path) == [slots.PASSPHRASE]


def test_a_vault_made_under_a_rule_opens_with_the_key_of_the_municipality(tmp_path: Path) -> None:
    identity, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    path = tmp_path / "v.intake"
    create_vault(path, PASSPHRASE, with_municipality(identity), {"naam": "an"})
    assert kinds(path) == [slots.PASSPHRASE, slots.RECOVERY, slots.MUNICIPALITY]
    for wrong in (str(other), "geen sleutel"):
        found = code(lambda: open_vault_with_identity(path, wrong, "nieuw", AROUND))  # noqa: B023  # called at once
        assert found == "vault.wrong_municipality_key"
    around = Surroundings(CLOCK, AROUND.random, CHEAP)
    open_vault_with_identity(path, str(identity), "een nieuwe wachtzin", around).close()
    with open_vault(path, "een nieuwe wachtzin", around) as vault:
        assert not vault.municipality_came


def test_an_existing_vault_lets_the_municipality_in_once_and_says_so(path: Path) -> None:
    first, second = (pyrage.x25519.Identity.generate() for _ in range(2))
    for identity in (first, second):
        around = with_municipality(identity)
        for came in (True, False):
            with open_vault(path, PASSPHRASE, around) as vault:
                assert vault.municipality_came is came
    assert kinds(path).count(slots.MUNICIPALITY) == 1
    assert slots.open_with_identity(*slots.read_slots(path), str(second)) == vault_key()


def test_a_slot_of_another_vault_opens_nothing(path: Path, tmp_path: Path) -> None:
    other = slots.read_file(copied(tmp_path, "bo"))
    mine = slots.read_file(path)
    slots.write_file(path, slots.SlotFile(mine.kluis, other.slots))
    assert code(lambda: open_vault(path, PASSPHRASE, AROUND)) == "vault.wrong_passphrase"
    slots.write_file(path, other)
    assert code(lambda: open_vault(path, PASSPHRASE, AROUND)) == "vault.damaged"
    slots.write_file(path, mine)
    open_vault(path, PASSPHRASE, AROUND).close()


def test_a_flipped_bit_anywhere_is_noticed_and_never_a_traceback(path: Path) -> None:
    whole = (path / SLOTS_FILE).read_bytes()
    mine = slots.read_file(path)
    for place in range(0, len(whole), 3):
        for bit in (0, 2, 5):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            (path / SLOTS_FILE).write_bytes(flipped)
            # White space and the form of a number may change and say the same.
            assert read(path) in (mine, "vault.damaged", "vault.newer", "vault.older")


def test_the_first_format_is_told_and_not_touched(path: Path) -> None:
    old = json.loads((path / SLOTS_FILE).read_bytes())
    body = {"formaat": 1, "kluis": old["kluis"], "slots": old["slots"]}
    (path / SLOTS_FILE).write_text(json.dumps(body))
    before = {file.name: file.read_bytes() for file in path.iterdir()}
    with pytest.raises(KnownError) as refused:
        open_vault(path, PASSPHRASE, AROUND)
    assert refused.value.code == "vault.older"
    assert {file.name: file.read_bytes() for file in path.iterdir()} == before


def test_unlocking_raises_a_cost_that_is_too_low_and_never_lowers_one(path: Path) -> None:
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, CHEAP, AROUND.random)
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        assert slots.read_file(path).slots[0].cost == CHEAP
        assert vault.device.naam == "an"
    open_vault(path, PASSPHRASE, AROUND, raise_cost=True).close()
    raised = slots.read_file(path).slots[0].cost
    assert raised.memory >= crypto.FLOOR.memory
    assert raised.passes >= crypto.FLOOR.passes
    slow = crypto.Argon2Cost(crypto.MOST_TUNED_MEMORY, 3, 4)
    assert crypto.grown(slow, 9.0).memory == slow.memory
    open_vault(path, PASSPHRASE, AROUND).close()


def test_a_busy_computer_gives_a_new_passphrase_no_less_than_the_old_one_had() -> None:
    around = Surroundings(CLOCK, AROUND.random)
    high = crypto.Argon2Cost(crypto.MOST_TUNED_MEMORY * 4, crypto.MOST_TUNED_PASSES * 4, 4)
    assert around.new_cost(high) == high
    assert AROUND.new_cost(high) == AROUND.cost


def test_the_key_in_memory_is_wiped_when_the_vault_closes(path: Path) -> None:
    vault = quick(path)
    key, blobs = vault.key, vault.blobs._keys
    assert key == vault_key()
    vault.close()
    assert key == bytes(32)
    assert all(blob == bytes(32) for blob in blobs)
