"""From passphrase or recovery key to the vault's key; used by storage and exchange."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import IOBase, RawIOBase
from typing import cast

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from intake_assistant.domain.herstelsleutel import (
    ALPHABET,
    GROUP_DATA,
    GROUPS,
    as_meant,
    is_group,
    typed_groups,
    with_check_sign,
)

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
TAG_BYTES = 16
RECOVERY_BYTES = 20

type Key = bytes | bytearray
"""Secret bytes; in a bytearray where they can be wiped."""


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """The cost of deriving a key from a passphrase: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int


FLOOR = Argon2Cost(memory=64 * 1024, passes=3, lanes=4)
WANTED_SECONDS = 1.0
"""What one guess of a passphrase should cost on the machine where it was chosen."""
# A vault must open on a smaller laptop too; beyond this, passes are added instead of memory.
MOST_TUNED_MEMORY = 1024 * 1024
MOST_TUNED_PASSES = 32
_SHARE_OF_MACHINE = 8
_ONE_AT_A_TIME = threading.Lock()
_FOR_OTHERS = "No matching keys found"
"""How pyrage says that none of the recipients is ours; it has no other sign of it."""


def derive_key(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytearray:
    """The 32-byte key of a passphrase by Argon2id (RFC 9106), in a buffer that can be wiped."""
    # One keyboard sends an accented letter whole, another in two parts: the same passphrase.
    typed = bytearray(unicodedata.normalize("NFC", passphrase), "utf-8", "surrogatepass")
    key = bytearray(KEY_BYTES)
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    # Two at once share the threads of OpenSSL, and each waits for those of the other without end.
    with _ONE_AT_A_TIME:
        # Its stub asks for bytes; it reads any buffer, and bytes could not be wiped.
        argon.derive_into(cast("bytes", typed), key)
    wipe(typed)
    return key


def measure(cost: Argon2Cost, clock: Callable[[], float] = time.monotonic) -> float:
    """The seconds that deriving a key takes here at this cost."""
    begun = clock()
    derive_key("", bytes(SALT_BYTES), cost)
    return clock() - begun


def tune(
    wanted: float = WANTED_SECONDS,
    *,
    measured: Callable[[Argon2Cost], float] = measure,
    machine: int | None = None,
) -> Argon2Cost:
    """The cost of about `wanted` seconds on this machine: memory first, then passes; never below the floor.

    `machine` is its memory in KiB.
    """
    # The first time also fetches the memory from the system; the second is what guessing costs.
    rough = grown(FLOOR, min(measured(FLOOR), measured(FLOOR)), wanted, machine=machine)
    cost = Argon2Cost(rough.memory, FLOOR.passes, FLOOR.lanes)
    took = measured(cost)
    while took > wanted and cost.memory > FLOOR.memory:
        cost = Argon2Cost(cost.memory // 2, cost.passes, cost.lanes)
        took = measured(cost)
    return grown(cost, took, wanted, machine=machine)


def grown(
    cost: Argon2Cost, took: float, wanted: float = WANTED_SECONDS, *, machine: int | None = None
) -> Argon2Cost:
    """What takes about `wanted` seconds where `cost` took `took`; in no part less than that or the floor."""
    most = min(MOST_TUNED_MEMORY, (machine or machine_memory()) // _SHARE_OF_MACHINE)
    memory, passes = max(cost.memory, FLOOR.memory), max(cost.passes, FLOOR.passes)
    took *= memory * passes / (cost.memory * cost.passes)
    while memory * 2 <= most and took * 2 <= wanted:
        memory, took = memory * 2, took * 2
    longer = min(int(passes * wanted / took), MOST_TUNED_PASSES)
    return Argon2Cost(memory, max(passes, longer), max(cost.lanes, FLOOR.lanes))


def machine_memory() -> int:
    """The memory of this machine in KiB."""
    if sys.platform == "win32":
        # MEMORYSTATUSEX: its own length, the load, and then what there is. Of a virtual computer Windows does
        # not always know what is installed.
        found = (ctypes.c_ulonglong * 8)(64)
        ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(found)
        return found[1] // 1024
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024


def wipe(key: bytearray) -> None:
    """Overwrite a key with zeros; copies that Python made of it are out of reach (docs/dreigingsmodel.md)."""
    key[:] = bytes(len(key))


def wipe_text(text: str) -> None:
    """Overwrite a text of ASCII that nobody else holds: Python gives its memory back as it was.

    Only where Python is CPython, which keeps the letters behind the head of the object.
    """
    if sys.implementation.name == "cpython" and text.isascii():
        ctypes.memset(id(text) + sys.getsizeof("") - 1, 0, len(text))


def seal(key: Key, nonce: bytes, secret: Key, context: bytes) -> bytes:
    """The secret, encrypted and bound to its context (ChaCha20-Poly1305, RFC 8439)."""
    return ChaCha20Poly1305(key).encrypt(nonce, secret, context)


def unseal(key: Key, nonce: bytes, sealed: bytes, context: bytes) -> bytes | None:
    """The secret, or None when the key or the context is another."""
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, context)
    except InvalidTag:
        return None


def unseal_key(key: Key, nonce: bytes, sealed: bytes, context: bytes) -> bytearray | None:
    """The 32-byte key that was sealed, in a buffer that can be wiped; None as `unseal`."""
    found = bytearray(KEY_BYTES)
    if len(sealed) != KEY_BYTES + TAG_BYTES:
        return None
    try:
        ChaCha20Poly1305(key).decrypt_into(nonce, sealed, context, found)
    except InvalidTag:
        return None
    return found


def key_mark(key: Key) -> str:
    """By which one sees that two ways lead to the same key; it tells nothing of the key itself."""
    return hashlib.blake2b(key, digest_size=8, person=b"sleutelkenmerk").hexdigest()


def seal_for(recipient: str, secret: Key) -> bytes:
    """The secret for who holds the identity of an age recipient; ValueError when that is none."""
    try:
        sealed = pyrage.encrypt(bytes(secret), [pyrage.x25519.Recipient.from_str(recipient.strip())])
    except pyrage.RecipientError as error:
        raise ValueError(recipient) from error
    return bytes(sealed)


def unseal_with(identity: str, sealed: bytes) -> bytes | None:
    """The secret, or None when it was sealed for another; ValueError when the identity is none."""
    try:
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)]))
    except pyrage.IdentityError as error:
        raise ValueError("identity") from error
    except pyrage.DecryptError:
        return None


def is_recipient(recipient: str) -> bool:
    """Whether a text is an age recipient, as it is written and no other way."""
    try:
        return str(pyrage.x25519.Recipient.from_str(recipient)) == recipient
    except pyrage.RecipientError:
        return False


def seal_stream(recipients: Iterable[str], source: IOBase, sink: IOBase) -> None:
    """Write what can be read from one file into another, as an age file for these recipients."""
    watched = _Watched(sink)
    pyrage.encrypt_io(source, watched, [pyrage.x25519.Recipient.from_str(r) for r in recipients])
    if watched.failure is not None:
        raise watched.failure


class _Watched(RawIOBase):
    """Passes on what is written, and remembers a failure: of the last bytes pyrage tells none."""

    def __init__(self, sink: IOBase) -> None:
        self._sink = sink
        self.failure: OSError | None = None

    def writable(self) -> bool:
        """It can be."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # any buffer
        """Pass it on."""
        try:
            return self._sink.write(data)  # type: ignore[no-any-return]  # its stub says anything
        except OSError as error:
            self.failure = error
            raise


def unseal_stream(identity: str, source: IOBase, sink: IOBase) -> bool:
    """Write what an age file holds into another; False when it is for others, ValueError when it is none.

    What was written before that is proved piece by piece, and not that it was all.
    """
    try:
        pyrage.decrypt_io(source, sink, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as error:
        if str(error) == _FOR_OTHERS:
            return False
        raise ValueError("age") from error
    except OSError as error:
        # Of age itself it has no number; that of a disk or a pipe is the caller's.
        if error.errno is not None:
            raise
        raise ValueError("age") from error
    return True


def recovery_groups(secret: Key) -> list[str]:
    """The recovery key in groups of five: four of the key, the fifth proves the group."""
    number = int.from_bytes(secret, "big")
    digits = [ALPHABET[(number >> (5 * i)) & 31] for i in reversed(range(len(secret) * 8 // 5))]
    chunks = ["".join(digits[i : i + GROUP_DATA]) for i in range(0, len(digits), GROUP_DATA)]
    return [with_check_sign(place, chunk) for place, chunk in enumerate(chunks)]


def read_recovery_key(typed: str) -> tuple[bytes, list[int]]:
    """The secret that was typed, and the numbers (from 1) of the groups that cannot be right."""
    groups = typed_groups(as_meant(typed))
    wrong = [n + 1 for n, group in enumerate(groups) if n >= GROUPS or not is_group(n, group)]
    if wrong:
        return b"", wrong
    number = 0
    for sign in "".join(group[:GROUP_DATA] for group in groups):
        number = number << 5 | ALPHABET.index(sign)
    return number.to_bytes(RECOVERY_BYTES, "big"), []


def recovery_wrap_key(secret: Key, salt: bytes) -> bytes:
    """The key that opens the recovery slot: 160 random bits need no stretching."""
    return hashlib.blake2b(secret, key=salt, digest_size=KEY_BYTES, person=b"herstelsleutel").digest()


def chain_key(key: Key) -> bytes:
    """The key that seals other keys of a vault with this one, which itself encrypts its database only."""
    return hashlib.blake2b(key, digest_size=KEY_BYTES, person=b"sleutelketen").digest()


def signing_key(seed: bytes) -> tuple[bytes, bytes]:
    """The private and public Ed25519 key of a 32-byte seed."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def sign(private: Key, message: bytes) -> bytes:
    """The Ed25519 signature of a message, 64 bytes (RFC 8032)."""
    return Ed25519PrivateKey.from_private_bytes(bytes(private)).sign(message)


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature is of this message and by this key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """The name by which people compare a device: 16 bytes in hexadecimal."""
    return hashlib.blake2b(public, digest_size=16).hexdigest()
