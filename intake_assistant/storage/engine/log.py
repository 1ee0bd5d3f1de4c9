"""The log beside a database, as the engine reads it: what counts, and what was cut off by damage.

The engine stops without a word at the first frame that is not right, and what comes after it is lost. That is
right for what was being written when the power failed, and wrong for a log that was damaged later
(sqlite.org/fileformat2, *The Write-Ahead Log*).
"""

from __future__ import annotations

import struct
from collections import Counter
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
        order = _order_of(header)
        if not order:
            return Log(is_header_sound=len(header) < HEADER or not any(header))
        pages, ends = set[int](), Counter[bool]()
        for is_right, of_this in _transactions(file, header, order):
            ends[is_right] += 1
            pages |= of_this if is_right else set()
    return Log(ends[True], ends[False], frozenset(pages))


def anything_counts(path: Path) -> bool:
    """Whether a log holds a transaction that counts; none does without the first, and only that is read."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        header = file.read(HEADER)
        order = _order_of(header)
        return bool(order) and next((right for right, _ in _transactions(file, header, order)), False)


def _order_of(header: bytes) -> str:
    """The order of the bytes in the sums of a log; empty when its header is not right."""
    if len(header) < HEADER:
        return ""
    order = {_LITTLE: "<", _BIG: ">"}.get(int.from_bytes(header[:4], "big"), "")
    return order if order and _stored(header, 24) == _sums(order, header[:24], (0, 0)) else ""


def _transactions(file: BinaryIO, header: bytes, order: str) -> Iterator[tuple[bool, set[int]]]:
    """For each that was ended: whether all was right until there, and the numbers of its pages."""
    sums, is_right, pages = _stored(header, 24), True, set[int]()
    for frame in _frames(file, header[16:24]):
        if is_right:
            sums = _sums(order, frame[:8] + frame[FRAME_HEADER:], sums)
            is_right = _stored(frame, 16) == sums
        pages.add(int.from_bytes(frame[:4], "big"))
        if frame[4:8] != bytes(4):
            yield is_right, pages
            pages = set()


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
