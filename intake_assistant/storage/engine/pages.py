"""The pages of a database and of its log, decrypted one by one: what is left when the engine gives up.

A page of SQLCipher 4 is its cipher text (AES-256-CBC), an initialisation vector and an HMAC over both and the
number of the page; the first 16 bytes of the file are the salt of the HMAC's key (zetetic.net, *Design*).
"""

from __future__ import annotations

import hashlib
import hmac
from array import array
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

    One page at a time is in memory, and of the log the numbers: a vault of thousands of dossiers is read like
    a small one.
    """

    def __init__(self, path: Path, key: crypto.Key) -> None:
        self._key, self._path, self._log = bytes(key), path, database.beside(path, database.LOG)
        self.count = -(-safefile.size(path) // SIZE)
        """How many pages the file holds; the last may have been cut."""
        self._frames, self._of_now = _frames(self._log)
        self._mac_key = b""
        self.is_salt_lost = not self._find_salt()
        """Whether no page is sound: the salt was damaged, or this is the key of another vault."""

    def _find_salt(self) -> bool:
        """Take the salt by which a page is sound: the log holds copies of the first page, with its salt."""
        copies = (self.count + at for at, number in enumerate(self._frames) if number == 1)
        first = [self._place(at) for at in (*range(min(self.count, 1)), *copies)]
        for salt in dict.fromkeys(_read(place.file, place.offset, SALT) for place in first):
            self._mac_key = _mac_key(self._key, salt)
            if any(self._is_sound(place, _whole(place)) for place in map(self._place, range(len(self)))):
                return True
        return False

    def _place(self, at: int) -> _Place:
        """Where the one lies that is so many pages from the first of the database; the log comes after it."""
        if at < self.count:
            return _Place(at + 1, self._path, at * SIZE)
        frame = at - self.count
        return _Place(self._frames[frame], self._log, _frame_at(frame) + _FRAME_HEADER, frame < self._of_now)

    @cached_property
    def _last_in_log(self) -> dict[int, int]:
        """Where in the log each page was last written whole; with no salt its form decides what it holds."""
        places = ((at, self._place(at)) for at in range(self.count, len(self)))
        return {p.number: at for at, p in places if self.is_salt_lost or self._is_sound(p, _whole(p))}

    @cached_property
    def _beyond(self) -> dict[int, int]:
        """Where in the log each page lies that the database does not reach, written whole or not."""
        found = enumerate(self._frames, self.count)
        return {number: at for at, number in found if not 1 <= number <= self.count}

    def __len__(self) -> int:
        """How many there are: also each older one that the log holds."""
        return self.count + len(self._frames)

    def __iter__(self) -> Iterator[Page]:
        """The database from its first page to its last, then the log from its first frame to its last."""
        return map(self._at, range(len(self)))

    def body(self, number: int) -> bytes:
        """The content of a page as it was last written whole, else what is there; empty without one."""
        at = self._last_in_log.get(number)
        if at is None:
            at = number - 1 if 1 <= number <= self.count else self._beyond.get(number)
        return b"" if at is None else self._plain(self._place(at), _whole(self._place(at)))

    def broken(self) -> Iterator[int]:
        """The numbers of the pages of the database that were altered or lost."""
        for place in map(self._place, range(self.count)):
            is_whole = place.number in self._last_in_log or self._is_sound(place, _whole(place))
            if self.is_salt_lost or not is_whole:
                yield place.number

    def _at(self, at: int) -> Page:
        place = self._place(at)
        whole = _whole(place)
        is_sound = not self.is_salt_lost and self._is_sound(place, whole)
        return Page(place.number, self._plain(place, whole), is_sound, self._is_last(at, place))

    def _is_last(self, at: int, place: _Place) -> bool:
        last = self._last_in_log.get(place.number)
        if last is not None or at < self.count:
            return last in (None, at)
        # A frame that is not whole: what the database holds whole is younger than nothing.
        here = self._place(place.number - 1) if 1 <= place.number <= self.count else None
        return here is None or not self._is_sound(here, _whole(here))

    def _plain(self, place: _Place, whole: bytes) -> bytes:
        begin = _begin(place)
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(whole[USABLE:_VECTOR])).decryptor()
        return bytes(begin) + decryptor.update(whole[begin:USABLE])

    def _is_sound(self, place: _Place, whole: bytes) -> bool:
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


def _frame_at(frame: int) -> int:
    return _LOG_HEADER + frame * (_FRAME_HEADER + SIZE)


def _frames(log: Path) -> tuple[array[int], int]:
    """The page of each frame of a log, and how many count: past these they are of before it began anew."""
    total = (safefile.size(log) - _LOG_HEADER) // (_FRAME_HEADER + SIZE)
    heads = [_read(log, _frame_at(frame), _FRAME_HEADER) for frame in range(total)]
    marks = [head[8:16] for head in heads]
    now = _read(log, 16, 8)
    if now not in marks:
        # The head of the log itself was hit; its first frame was written with it.
        now = b"".join(marks[:1])
    end = next((n for n, mark in enumerate(marks) if mark != now), len(marks))
    return array("L", (int.from_bytes(head[:4], "big") for head in heads)), end
