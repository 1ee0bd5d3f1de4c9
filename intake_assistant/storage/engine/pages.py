"""The pages of a database and of its log, decrypted one by one: what is left when the engine gives up.

A page of SQLCipher 4 is its cipher text (AES-256-CBC), an initialisation vector and an HMAC over both and the
number of the page; the first 16 bytes of the file are the salt of the HMAC's key (zetetic.net, *Design*).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from intake_assistant import crypto, safefile
from intake_assistant.storage.engine import database

SIZE = 4096
SALT = 16
USABLE = SIZE - 80
_VECTOR = USABLE + 16
_SALT_MASK = 0x3A
_LOG_HEADER, _FRAME_HEADER = 32, 24


@dataclass(frozen=True, slots=True)
class Page:
    """One page in plain; `is_sound` when it is just what was written under this number, and not before."""

    number: int
    body: bytes
    is_sound: bool
    is_last: bool
    """Whether nothing younger was written whole under its number."""

    @property
    def start(self) -> int:
        """Where its own header begins: the first page holds that of the file before it."""
        return 100 if self.number == 1 else 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page lies: in which file, from which byte; `is_of_now` unless the log began anew after it."""

    number: int
    file: Path
    offset: int
    is_of_now: bool = True


class Pages:
    """All pages that can be read of a database with its log; nothing is written and no error ends it.

    One page at a time is in memory: a vault of thousands of dossiers is read like a small one.
    """

    def __init__(self, path: Path, key: crypto.Key) -> None:
        self._key = bytes(key)
        self.count = -(-safefile.size(path) // SIZE)
        """How many pages the file holds; the last may have been cut."""
        log = list(_frames(database.beside(path, database.LOG)))
        self._places = [_Place(n + 1, path, n * SIZE) for n in range(self.count)] + log
        self._mac_key = b""
        self.is_salt_lost = not self._find_salt()
        """Whether no page is sound: the salt was damaged, or this is the key of another vault."""

    def _find_salt(self) -> bool:
        """Take the salt by which a page is sound: the log holds copies of the first page, with its salt."""
        first = [place for place in self._places if place.number == 1]
        for salt in dict.fromkeys(_read(place.file, place.offset, SALT) for place in first):
            self._mac_key = _mac_key(self._key, salt)
            if any(map(self._is_sound, self._places)):
                return True
        return False

    @cached_property
    def _sound(self) -> frozenset[_Place]:
        return frozenset() if self.is_salt_lost else frozenset(filter(self._is_sound, self._places))

    @cached_property
    def _last(self) -> dict[int, _Place]:
        """Where each page was last written whole; without a sound one its form decides what it holds."""
        return {p.number: p for p in self._places if self.is_salt_lost or p in self._sound}

    @cached_property
    def _there(self) -> dict[int, _Place]:
        """Where each page lies that was not written whole anywhere: in the database, else last in the log."""
        return {p.number: p for p in self._places} | {p.number: p for p in self._places[: self.count]}

    def __len__(self) -> int:
        """How many there are: also each older one that the log holds."""
        return len(self._places)

    def __iter__(self) -> Iterator[Page]:
        """The database from its first page to its last, then the log from its first frame to its last."""
        return map(self._at, self._places)

    def body(self, number: int) -> bytes:
        """The content of a page as it was last written whole, else what is there; empty without one."""
        place = self._last.get(number) or self._there.get(number)
        return self._at(place).body if place else b""

    def broken(self) -> list[int]:
        """The numbers of the pages of the database that were altered or lost."""
        return [n for n in range(1, self.count + 1) if self.is_salt_lost or n not in self._last]

    def _at(self, place: _Place) -> Page:
        whole, begin = _whole(place), _begin(place)
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(whole[USABLE:_VECTOR])).decryptor()
        body = bytes(begin) + decryptor.update(whole[begin:USABLE])
        return Page(place.number, body, place in self._sound, self._last.get(place.number, place) == place)

    def _is_sound(self, place: _Place) -> bool:
        whole = _whole(place)
        signed = whole[_begin(place) : _VECTOR] + place.number.to_bytes(4, "little")
        made = hmac.digest(self._mac_key, signed, "sha512")
        return place.is_of_now and hmac.compare_digest(made, whole[_VECTOR:])


def _whole(place: _Place) -> bytes:
    return _read(place.file, place.offset, SIZE).ljust(SIZE, b"\0")


def _begin(place: _Place) -> int:
    return SALT if place.number == 1 else 0


def _mac_key(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _SALT_MASK for byte in salt), 2, len(key))


def _read(path: Path, offset: int, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(size)
    except OSError:
        # A part of a disk that cannot be read any more is a lost page like any other.
        return b""


def _frames(log: Path) -> Iterator[_Place]:
    """Each frame of a log; those past the end are of before the log began anew."""
    step = _FRAME_HEADER + SIZE
    heads = [
        (at, _read(log, at, _FRAME_HEADER)) for at in range(_LOG_HEADER, safefile.size(log) - step + 1, step)
    ]
    marks = [head[8:16] for _, head in heads]
    now = _read(log, 16, 8)
    if now not in marks:
        # The head of the log itself was hit; its first frame was written with it.
        now = b"".join(marks[:1])
    end = next((n for n, mark in enumerate(marks) if mark != now), len(marks))
    for n, (at, head) in enumerate(heads):
        yield _Place(int.from_bytes(head[:4], "big"), log, at + _FRAME_HEADER, n < end)
