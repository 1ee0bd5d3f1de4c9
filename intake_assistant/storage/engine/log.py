"""The log beside a database, as the engine reads it: what counts, and what was cut off by damage.

The engine stops without a word at the first frame that is not right, and what comes after it is lost. That is
right for what was being written when the power failed, and wrong for a log that was damaged later
(sqlite.org/fileformat2, *The Write-Ahead Log*).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

HEADER, FRAME_HEADER, PAGE = 32, 24, 4096
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_WORD = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Log:
    """How many transactions count, and how many stand behind the first frame that is not right.

    `pages` are the numbers of those that the first ones hold: the database may hold a piece of them.
    """

    counted: int = 0
    cut_off: int = 0
    pages: frozenset[int] = frozenset()
    is_header_sound: bool = True

    @property
    def is_damaged(self) -> bool:
        """Whether more is wrong than one transaction that was being written when the power failed.

        Each is on disk before the next begins, and the header before the first.
        """
        return self.cut_off > 1 or not self.is_header_sound


def read_log(path: Path) -> Log:
    """What is in a log; one that is missing or has no whole header is empty."""
    if not path.is_file():
        return Log()
    with path.open("rb") as file:
        header = file.read(HEADER)
        return _read(header, file) if len(header) == HEADER else Log()


def _read(header: bytes, file: BinaryIO) -> Log:
    order = {_LITTLE: "<", _BIG: ">"}.get(int.from_bytes(header[:4], "big"), "")
    sums = _sums(order, header[:24], (0, 0)) if order else (0, 0)
    if not order or _stored(header, 24) != sums:
        return Log(is_header_sound=not any(header))
    counted = cut_off = 0
    is_right = True
    pages, of_this = set[int](), set[int]()
    for frame in _frames(file, header[16:24]):
        if is_right:
            sums = _sums(order, frame[:8] + frame[FRAME_HEADER:], sums)
            is_right = _stored(frame, 16) == sums
        is_commit = frame[4:8] != bytes(4)
        of_this.add(int.from_bytes(frame[:4], "big"))
        if is_right and is_commit:
            pages |= of_this
            of_this.clear()
        counted += is_right and is_commit
        cut_off += not is_right and is_commit
    return Log(counted, cut_off, frozenset(pages))


def _frames(file: BinaryIO, now: bytes) -> Iterator[bytes]:
    """The frames that bear the mark of this log; others are of before it began anew."""
    while len(frame := file.read(FRAME_HEADER + PAGE)) == FRAME_HEADER + PAGE:
        if frame[8:16] == now:
            yield frame


def _sums(order: str, part: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(part) // 4}I", part)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    return first, second


def _stored(part: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(">II", part, at)
    return first, second
