"""From passphrase or recovery key to the vault's key; used by storage and exchange."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
RECOVERY_BYTES = 20
GROUP_DATA = 4
# Crockford's base 32: no I, L, O or U, so that a key read aloud or copied by hand keeps its meaning.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans("ILO", "110")


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """The cost of deriving a key from a passphrase: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int


FLOOR = Argon2Cost(memory=64 * 1024, passes=3, lanes=4)
# About one second on the machines of 2026 that municipalities hand out (stack 1: 512 MiB t4 1.05 s).
TUNED = Argon2Cost(memory=512 * 1024, passes=4, lanes=4)


def derive_key(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """The 32-byte key of a passphrase by Argon2id (RFC 9106)."""
    # One keyboard sends an accented letter whole, another in two parts: the same passphrase.
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def wipe(key: bytearray) -> None:
    """Overwrite a key with zeros; copies that Python made of it are out of reach (docs/dreigingsmodel.md)."""
    key[:] = bytes(len(key))


def seal(key: bytes, nonce: bytes, secret: bytes, context: bytes) -> bytes:
    """The secret, encrypted and bound to its context (ChaCha20-Poly1305, RFC 8439)."""
    return ChaCha20Poly1305(key).encrypt(nonce, secret, context)


def unseal(key: bytes, nonce: bytes, sealed: bytes, context: bytes) -> bytes | None:
    """The secret, or None when the key or the context is another."""
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, context)
    except InvalidTag:
        return None


def recovery_groups(secret: bytes) -> list[str]:
    """The recovery key in groups of five: four of the key, the fifth proves the group."""
    number = int.from_bytes(secret, "big")
    digits = [ALPHABET[(number >> (5 * i)) & 31] for i in reversed(range(len(secret) * 8 // 5))]
    chunks = ["".join(digits[i : i + GROUP_DATA]) for i in range(0, len(digits), GROUP_DATA)]
    return [chunk + _check_sign(place, chunk) for place, chunk in enumerate(chunks)]


def read_recovery_key(typed: str) -> tuple[bytes, list[int]]:
    """The secret that was typed, and the numbers (from 1) of the groups that cannot be right."""
    wanted = RECOVERY_BYTES * 8 // 5 // GROUP_DATA
    groups = _typed_groups(typed.upper().translate(LOOKALIKES), wanted)
    wrong = [place + 1 for place, group in enumerate(groups) if place >= wanted or not _fits(place, group)]
    if wrong:
        return b"", wrong
    number = 0
    for sign in "".join(group[:GROUP_DATA] for group in groups):
        number = number << 5 | ALPHABET.index(sign)
    return number.to_bytes(RECOVERY_BYTES, "big"), []


def _typed_groups(typed: str, wanted: int) -> list[str]:
    """The groups as they were typed when their number is right, so that a lost sign spoils one group only."""
    parts = re.split(r"[\s-]+", typed.strip())
    if len(parts) == wanted:
        return parts
    text, size = "".join(parts), GROUP_DATA + 1
    groups = [text[i : i + size] for i in range(0, len(text), size)]
    return groups + [""] * (wanted - len(groups))


def recovery_wrap_key(secret: bytes, salt: bytes) -> bytes:
    """The key that opens the recovery slot: 160 random bits need no stretching."""
    return hashlib.blake2b(secret, key=salt, digest_size=KEY_BYTES, person=b"herstelsleutel").digest()


def signing_key(seed: bytes) -> tuple[bytes, bytes]:
    """The private and public Ed25519 key of a 32-byte seed."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    private = key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    return private, key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def fingerprint(public: bytes) -> str:
    """The name by which people compare a device: 16 bytes in hexadecimal."""
    return hashlib.blake2b(public, digest_size=16).hexdigest()


def _check_sign(place: int, chunk: str) -> str:
    total = sum((place + i + 1) * 2 * ALPHABET.index(c) + ALPHABET.index(c) for i, c in enumerate(chunk))
    return ALPHABET[(total + place) % 32]


def _fits(place: int, group: str) -> bool:
    if len(group) != GROUP_DATA + 1 or any(c not in ALPHABET for c in group):
        return False
    return group[-1] == _check_sign(place, group[:-1])
