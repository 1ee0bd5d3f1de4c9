"""Key slots: ways to the vault's random key, each in the file `slots.json` (design 5)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from intake_assistant import crypto, safefile
from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError

SLOTS_FILE = "slots.json"
FORMAAT = 1
PASSPHRASE = "wachtwoord"
RECOVERY = "herstelsleutel"
MOST_MEMORY, MOST_PASSES, MOST_LANES = 4 * 1024 * 1024, 64, 64


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: its kind, how its key is derived, and the vault's key sealed with that."""

    soort: str
    salt: str
    nonce: str
    sleutel: str
    memory: int = 0
    passes: int = 0
    lanes: int = 0

    @property
    def cost(self) -> crypto.Argon2Cost:
        """The cost with which the passphrase was derived."""
        return crypto.Argon2Cost(self.memory, self.passes, self.lanes)


def passphrase_slot(
    vault: str, key: crypto.Key, passphrase: str, cost: crypto.Argon2Cost, random: Randomness
) -> Slot:
    """The slot that a passphrase opens."""
    salt, nonce = random(crypto.SALT_BYTES), random(crypto.NONCE_BYTES)
    derived = crypto.derive_key(passphrase, salt, cost)
    sealed = crypto.seal(derived, nonce, key, _context(vault, PASSPHRASE))
    return Slot(PASSPHRASE, salt.hex(), nonce.hex(), sealed.hex(), cost.memory, cost.passes, cost.lanes)


def recovery_slot(vault: str, key: crypto.Key, secret: crypto.Key, random: Randomness) -> Slot:
    """The slot that the printed recovery key opens."""
    salt, nonce = random(crypto.SALT_BYTES), random(crypto.NONCE_BYTES)
    derived = crypto.recovery_wrap_key(secret, salt)
    sealed = crypto.seal(derived, nonce, key, _context(vault, RECOVERY))
    return Slot(RECOVERY, salt.hex(), nonce.hex(), sealed.hex())


def open_with_passphrase(vault: str, slots: Iterable[Slot], passphrase: str) -> bytearray:
    """The vault's key; raises KnownError `vault.wrong_passphrase`."""
    key = _open(
        vault, slots, PASSPHRASE, lambda s: crypto.derive_key(passphrase, bytes.fromhex(s.salt), s.cost)
    )
    if key is None:
        raise KnownError("vault.wrong_passphrase")
    return key


def open_with_recovery(vault: str, slots: Iterable[Slot], secret: crypto.Key) -> bytearray:
    """The vault's key; KnownError `vault.wrong_recovery`: each group is right, but of another vault."""
    key = _open(vault, slots, RECOVERY, lambda s: crypto.recovery_wrap_key(secret, bytes.fromhex(s.salt)))
    if key is None:
        raise KnownError("vault.wrong_recovery", groepen=f"1-{len(crypto.recovery_groups(secret))}")
    return key


def replace_passphrase(
    folder: Path, key: crypto.Key, passphrase: str, cost: crypto.Argon2Cost, random: Randomness
) -> None:
    """Put a new passphrase in the place of the old one; that stays valid until the new one is on disk."""
    vault, ways = read_slots(folder)
    kept = [slot for slot in ways if slot.soort != PASSPHRASE]
    write_slots(folder, vault, [passphrase_slot(vault, key, passphrase, cost, random), *kept])


def _open(
    vault: str, slots: Iterable[Slot], soort: str, derive: Callable[[Slot], crypto.Key]
) -> bytearray | None:
    for slot in slots:
        if slot.soort != soort:
            continue
        context = _context(vault, soort)
        key = crypto.unseal_key(derive(slot), bytes.fromhex(slot.nonce), bytes.fromhex(slot.sleutel), context)
        if key is not None:
            return key
    return None


def _context(vault: str, soort: str) -> bytes:
    return f"intake-assistant slot {FORMAAT} {vault} {soort}".encode()


def write_slots(folder: Path, vault: str, slots: Iterable[Slot]) -> None:
    """Write the slots whole, or leave the old ones."""
    body = {"formaat": FORMAAT, "kluis": vault, "slots": [asdict(slot) for slot in slots]}
    safefile.write_bytes(folder / SLOTS_FILE, json.dumps(body, indent=1).encode(), overwrite=True)


def read_slots(folder: Path) -> tuple[str, list[Slot]]:
    """The vault's id and its slots; KnownError `vault.not_a_vault`, `vault.newer` or `vault.damaged`."""
    path = folder / SLOTS_FILE
    if not path.is_file():
        raise KnownError("vault.not_a_vault", pad=str(folder))
    try:
        found = json.loads(path.read_bytes())
        if found["formaat"] > FORMAAT:
            raise KnownError("vault.newer", pad=str(folder))
        return str(found["kluis"]), [_slot(item) for item in found["slots"]]
    except (ValueError, KeyError, TypeError) as error:
        raise KnownError("vault.damaged", pad=str(path), oorzaak=SLOTS_FILE) from error


def _slot(found: dict[str, Any]) -> Slot:
    slot = Slot(**found)
    sizes = [len(bytes.fromhex(part)) for part in (slot.salt, slot.nonce, slot.sleutel)]
    if slot.soort in (PASSPHRASE, RECOVERY) and sizes[:2] != [crypto.SALT_BYTES, crypto.NONCE_BYTES]:
        raise ValueError("salt or nonce")
    if slot.soort == PASSPHRASE and not _is_bearable(slot.cost):
        raise ValueError("cost")
    return slot


def _is_bearable(cost: crypto.Argon2Cost) -> bool:
    """A damaged slot may not ask for terabytes or for what Argon2 refuses."""
    whole = all(type(part) is int for part in (cost.memory, cost.passes, cost.lanes))
    return (
        whole
        and 1 <= cost.passes <= MOST_PASSES
        and 1 <= cost.lanes <= MOST_LANES
        and 8 * cost.lanes <= cost.memory <= MOST_MEMORY
    )
