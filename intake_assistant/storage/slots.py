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
    vault: str, key: bytes, passphrase: str, cost: crypto.Argon2Cost, random: Randomness
) -> Slot:
    """The slot that a passphrase opens."""
    salt, nonce = random(crypto.SALT_BYTES), random(crypto.NONCE_BYTES)
    derived = crypto.derive_key(passphrase, salt, cost)
    sealed = crypto.seal(derived, nonce, key, _context(vault, PASSPHRASE))
    return Slot(PASSPHRASE, salt.hex(), nonce.hex(), sealed.hex(), cost.memory, cost.passes, cost.lanes)


def recovery_slot(vault: str, key: bytes, secret: bytes, random: Randomness) -> Slot:
    """The slot that the printed recovery key opens."""
    salt, nonce = random(crypto.SALT_BYTES), random(crypto.NONCE_BYTES)
    derived = crypto.recovery_wrap_key(secret, salt)
    sealed = crypto.seal(derived, nonce, key, _context(vault, RECOVERY))
    return Slot(RECOVERY, salt.hex(), nonce.hex(), sealed.hex())


def open_with_passphrase(vault: str, slots: Iterable[Slot], passphrase: str) -> bytes:
    """The vault's key; raises KnownError `vault.wrong_passphrase`."""
    derive: Callable[[Slot], bytes] = lambda s: crypto.derive_key(passphrase, bytes.fromhex(s.salt), s.cost)
    return _open(vault, slots, PASSPHRASE, derive)


def open_with_recovery(vault: str, slots: Iterable[Slot], secret: bytes) -> bytes:
    """The vault's key; raises KnownError `vault.wrong_passphrase`."""
    return _open(vault, slots, RECOVERY, lambda s: crypto.recovery_wrap_key(secret, bytes.fromhex(s.salt)))


def _open(vault: str, slots: Iterable[Slot], soort: str, derive: Callable[[Slot], bytes]) -> bytes:
    for slot in slots:
        if slot.soort != soort:
            continue
        context = _context(vault, soort)
        key = crypto.unseal(derive(slot), bytes.fromhex(slot.nonce), bytes.fromhex(slot.sleutel), context)
        if key is not None:
            return key
    raise KnownError("vault.wrong_passphrase", soort=soort)


def _context(vault: str, soort: str) -> bytes:
    return f"intake-assistant slot {FORMAAT} {vault} {soort}".encode()


def write_slots(folder: Path, vault: str, slots: Iterable[Slot]) -> None:
    """Write the slots whole, or leave the old ones."""
    body = {"formaat": FORMAAT, "kluis": vault, "slots": [asdict(slot) for slot in slots]}
    safefile.write_bytes(folder / SLOTS_FILE, json.dumps(body, indent=1).encode(), overwrite=True)


def read_slots(folder: Path) -> tuple[str, list[Slot]]:
    """The vault's id and its slots; raises KnownError `vault.not_a_vault`, `vault.newer` or `vault.damaged`."""
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
    for part in (slot.salt, slot.nonce, slot.sleutel):
        bytes.fromhex(part)
    return slot
