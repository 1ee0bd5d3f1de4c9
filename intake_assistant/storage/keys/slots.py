"""Key slots: ways to the vault's random key, each in the file `slots.json` (design 5)."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from intake_assistant import crypto, safefile
from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError

SLOTS_FILE = "slots.json"
FORMAAT = 2
# Bound into every seal; it names the way of sealing, which is still the first.
_SEAL = 1
PASSPHRASE = "wachtwoord"
RECOVERY = "herstelsleutel"
MUNICIPALITY = "gemeentesleutel"
RECIPIENT = "sleutel.gemeente"
"""The setting inside the vault that says for whom the municipality's way is."""
SEALED = "sleutel.gemeente.slot"
"""The setting by which the vault knows the municipality's way that it made: anybody can seal for them."""
# No more than this program writes: who can write here would have each unlocking take minutes, and each new
# passphrase cost what the planted one did.
MOST_MEMORY, MOST_PASSES, MOST_LANES = crypto.MOST_TUNED_MEMORY, crypto.MOST_TUNED_PASSES, 64
MOST_SLOTS = 16
_MOST_BYTES = 1_000_000


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
    ontvanger: str = ""
    """The age recipient that the municipality's way is sealed for."""
    kenmerk: str = ""
    """By which one sees to which key it leads."""

    @property
    def cost(self) -> crypto.Argon2Cost:
        """The cost with which the passphrase was derived."""
        return crypto.Argon2Cost(self.memory, self.passes, self.lanes)


@dataclass(frozen=True, slots=True)
class SlotFile:
    """What stands in the file: the vault, its ways in, and the keys around the one they lead to."""

    kluis: str
    slots: tuple[Slot, ...]
    opvolger: str = ""
    """While a new key is being given: that one, sealed with the old one."""
    voorgangers: tuple[str, ...] = ()
    """The keys from before, each sealed with the newest: a backup out of reach still has one of them."""

    def of_kind(self, soort: str) -> list[Slot]:
        """The ways of one kind."""
        return [slot for slot in self.slots if slot.soort == soort]

    @property
    def cost(self) -> crypto.Argon2Cost:
        """What one guess of the passphrase costs now."""
        return next((slot.cost for slot in self.of_kind(PASSPHRASE)), crypto.FLOOR)


def refuse_empty(passphrase: str) -> None:
    """Refuse as a passphrase what anybody types who only presses Enter; KnownError `vault.empty_passphrase`.

    A script whose file of secrets was never written gives this too.
    """
    if all(unicodedata.category(sign)[0] in "ZC" for sign in passphrase):
        raise KnownError("vault.empty_passphrase")


def passphrase_slot(
    vault: str, key: crypto.Key, passphrase: str, cost: crypto.Argon2Cost, random: Randomness
) -> Slot:
    """The slot that a passphrase opens; KnownError `vault.empty_passphrase`."""
    refuse_empty(passphrase)
    salt, nonce = random(crypto.SALT_BYTES), random(crypto.NONCE_BYTES)
    derived = crypto.derive_key(passphrase, salt, cost)
    sealed = crypto.seal(derived, nonce, key, _context(vault, PASSPHRASE))
    crypto.wipe(derived)
    made = Slot(PASSPHRASE, salt.hex(), nonce.hex(), sealed.hex(), cost.memory, cost.passes, cost.lanes)
    return replace(made, kenmerk=crypto.key_mark(key))


def recovery_slot(vault: str, key: crypto.Key, secret: crypto.Key, random: Randomness) -> Slot:
    """The slot that the printed recovery key opens."""
    salt, nonce = random(crypto.SALT_BYTES), random(crypto.NONCE_BYTES)
    derived = crypto.recovery_wrap_key(secret, salt)
    sealed = crypto.seal(derived, nonce, key, _context(vault, RECOVERY))
    return Slot(RECOVERY, salt.hex(), nonce.hex(), sealed.hex(), kenmerk=crypto.key_mark(key))


def municipality_slot(vault: str, key: crypto.Key, recipient: str) -> Slot:
    """The slot that the offline key of the municipality opens (age, X25519)."""
    sealed = crypto.seal_for(recipient, _context(vault, MUNICIPALITY) + key)
    return Slot(MUNICIPALITY, "", "", sealed.hex(), ontvanger=recipient, kenmerk=crypto.key_mark(key))


def has_municipality(file: SlotFile, mark: str, recipient: str) -> bool:
    """Whether the way of a recipient is there, just as the vault made it (`mark`)."""
    return any(s.ontvanger == recipient and seal_mark(s) == mark for s in file.of_kind(MUNICIPALITY))


def seal_mark(slot: Slot) -> str:
    """By which one sees that a way in is this very one."""
    return hashlib.blake2b(slot.sleutel.encode(), digest_size=16).hexdigest()


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


def open_with_identity(vault: str, slots: Iterable[Slot], identity: str) -> bytearray:
    """The vault's key by the municipality's age identity; KnownError `vault.wrong_municipality_key`."""
    context = _context(vault, MUNICIPALITY)
    for slot in (slot for slot in slots if slot.soort == MUNICIPALITY):
        try:
            found = crypto.unseal_with(identity, bytes.fromhex(slot.sleutel))
        except ValueError:
            break
        if found is not None and found.startswith(context) and len(found) == len(context) + crypto.KEY_BYTES:
            return bytearray(found[len(context) :])
    raise KnownError("vault.wrong_municipality_key")


def replace_passphrase(
    folder: Path, key: crypto.Key, passphrase: str, cost: crypto.Argon2Cost, random: Randomness
) -> None:
    """Put a new passphrase in the place of the old one; that stays valid until the new one is on disk.

    KnownError `vault.foreign_slots`, as all that writes in the file.
    """
    vault = read_own(folder, key).kluis
    put_slot(folder, key, passphrase_slot(vault, key, passphrase, cost, random))


def put_slot(folder: Path, key: crypto.Key, slot: Slot) -> None:
    """Add a way in to this key, in the place of that of its kind; the passphrase stands first."""
    found = read_own(folder, key)
    kept = [other for other in found.slots if other.soort != slot.soort]
    ways = [slot, *kept] if slot.soort == PASSPHRASE else [*kept, slot]
    write_file(folder, replace(found, slots=tuple(ways)))


def remove_slot(folder: Path, key: crypto.Key, soort: str) -> None:
    """Take a way in away; KnownError `vault.last_way` when the owner would have none left."""
    found = read_own(folder, key)
    write_file(folder, replace(found, slots=tuple(s for s in found.slots if s.soort != soort)))


def succeeded(file: SlotFile, old: crypto.Key, new: crypto.Key, random: Randomness) -> SlotFile:
    """The file while a new key is being given: the key that one has leads to the other."""
    before = [old, *older_keys(file, old)]
    return replace(
        file,
        opvolger=_sealed(new, old, file.kluis, random),
        voorgangers=tuple(_sealed(key, new, file.kluis, random) for key in before if key != new),
    )


def read_own(folder: Path, key: crypto.Key, kluis: str = "") -> SlotFile:
    """The file of the vault that is open: of this id, with a way in to this key.

    Who can write in the folder can lay the ways into a vault of their own here, with a passphrase that they
    know. KnownError `vault.foreign_slots`.
    """
    file = read_file(folder)
    if kluis not in ("", file.kluis) or not leads_to(file, key):
        raise KnownError("vault.foreign_slots", bestand=str(folder / SLOTS_FILE))
    return file


def leads_to(file: SlotFile, key: crypto.Key) -> bool:
    """Whether a way in leads to this key, or to the one that takes its place."""
    ours = {crypto.key_mark(key), crypto.key_mark(newest_key(file, key))}
    return any(slot.kenmerk in ours for slot in file.slots)


def newest_key(file: SlotFile, key: crypto.Key) -> crypto.Key:
    """The key that takes the place of this one, or this one itself."""
    return _unsealed(file.opvolger, key, file.kluis) or key


def is_same_way(file: SlotFile, one: crypto.Key, other: crypto.Key) -> bool:
    """Whether two keys are one, or the one leads to the other while a new key is being given."""
    return hmac.compare_digest(bytes(newest_key(file, one)), bytes(newest_key(file, other)))


def older_keys(file: SlotFile, newest: crypto.Key) -> list[bytearray]:
    """The keys from before the newest one, the last first: what was copied then still has one of them."""
    found = (_unsealed(sealed, newest, file.kluis) for sealed in file.voorgangers)
    return [key for key in found if key is not None]


def _sealed(secret: crypto.Key, key: crypto.Key, vault: str, random: Randomness) -> str:
    nonce = random(crypto.NONCE_BYTES)
    sealed = crypto.seal(crypto.chain_key(key), nonce, secret, _context(vault, "sleutel"))
    return (nonce + sealed).hex()


def _unsealed(sealed: str, key: crypto.Key, vault: str) -> bytearray | None:
    raw = bytes.fromhex(sealed)
    nonce, rest = raw[: crypto.NONCE_BYTES], raw[crypto.NONCE_BYTES :]
    return crypto.unseal_key(crypto.chain_key(key), nonce, rest, _context(vault, "sleutel"))


def _open(
    vault: str, slots: Iterable[Slot], soort: str, derive: Callable[[Slot], crypto.Key]
) -> bytearray | None:
    for slot in slots:
        if slot.soort != soort:
            continue
        try:
            context, derived = _context(vault, soort), derive(slot)
        except MemoryError as error:
            raise KnownError("vault.no_memory", nodig=slot.memory // 1024) from error
        key = crypto.unseal_key(derived, bytes.fromhex(slot.nonce), bytes.fromhex(slot.sleutel), context)
        if isinstance(derived, bytearray):
            crypto.wipe(derived)
        if key is not None:
            return key
    return None


def _context(vault: str, soort: str) -> bytes:
    return f"intake-assistant slot {_SEAL} {vault} {soort}".encode()


# -- the file ------------------------------------------------------------------------------------------------


def write_file(folder: Path, file: SlotFile) -> None:
    """Write the slots whole, or leave the old ones; KnownError `vault.last_way`."""
    if not file.of_kind(PASSPHRASE) and not file.of_kind(RECOVERY):
        raise KnownError("vault.last_way")
    body = {"formaat": FORMAAT, **asdict(file)}
    body["controle"] = _checksum(body)
    safefile.write_bytes(folder / SLOTS_FILE, json.dumps(body, indent=1).encode(), overwrite=True)


def read_slots(folder: Path) -> tuple[str, list[Slot]]:
    """The vault's id and its slots; raises as `read_file`."""
    found = read_file(folder)
    return found.kluis, list(found.slots)


def read_file(folder: Path, naam: str = SLOTS_FILE) -> SlotFile:
    """What stands in the file.

    KnownError `vault.not_a_vault`, `vault.older`, `vault.newer` or `vault.damaged`.
    """
    path = folder / naam
    if not safefile.exists(path) or not path.is_file():
        raise KnownError("vault.not_a_vault", pad=str(folder))
    try:
        found = json.loads(safefile.read_bytes(path, _MOST_BYTES))
        if found["formaat"] < 1:
            raise ValueError("formaat")
        if found["formaat"] != FORMAAT:
            raise KnownError("vault.newer" if found["formaat"] > FORMAAT else "vault.older", pad=str(folder))
        return _read(found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KnownError("vault.damaged", pad=str(path), oorzaak=SLOTS_FILE) from error
    except OSError as error:
        raise KnownError("vault.read_only", pad=str(path), oorzaak=error.strerror or "") from error


def _read(found: dict[str, Any]) -> SlotFile:
    if found.pop("controle") != _checksum(found):
        raise ValueError("controle")
    sealed = [str(found.get("opvolger", "")), *map(str, found.get("voorgangers", []))]
    for part in (found["kluis"], *sealed):
        bytes.fromhex(part)
    if len(found["slots"]) > MOST_SLOTS:
        raise ValueError("slots")
    return SlotFile(
        found["kluis"], tuple(_slot(item) for item in found["slots"]), sealed[0], tuple(sealed[1:])
    )


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.blake2b(json.dumps(body, sort_keys=True).encode(), digest_size=16).hexdigest()


def _slot(found: dict[str, Any]) -> Slot:
    slot = Slot(**found)
    if not all(isinstance(word, str) for word in (slot.soort, slot.ontvanger, slot.kenmerk)):
        raise TypeError("words")
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
