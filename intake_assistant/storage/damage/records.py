"""Rows read from the bytes of a page, without the tree above it (sqlite.org/fileformat2, *Record Format*)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from intake_assistant.storage.engine.pages import USABLE, Page

type Row = tuple[object, ...]
type Follow = Callable[[int], bytes]
"""Gives the content of a page by its number: a long row goes on elsewhere."""

_INNER, _INDEX, _LEAF = 2, 10, 13
_HEADER = {_INNER: 12, _INDEX: 8, _LEAF: 8}
_MOST = 10_000_000
# How much of a long row lies in its own page, in a tree of keys and in a tree of numbered rows.
_KEYS_MOST, _ROWS_MOST = (USABLE - 12) * 64 // 255 - 23, USABLE - 35
_LEAST = (USABLE - 12) * 32 // 255 - 23
# The row of an entry: the length of its header, marks of two numbers, then that of an id of 32 bytes.
# That of a number: the mark of a kind of six or seven letters comes first.
_WANTED = re.compile(
    rb"[\x0e-\x18](?=[\x01-\x06\x08\x09]{2}\x4c)|[\x04\x05](?=[\x19\x1b][\x0d-\xff])", re.DOTALL
)


def rows(page: Page, follow: Follow) -> Iterator[Row]:
    """Every row that a sound page points at."""
    body, start = page.body, page.start
    kind = body[start]
    if kind not in _HEADER:
        return
    count, first = _int(body[start + 3 : start + 5]), start + _HEADER[kind]
    for at in range(first, min(first + 2 * count, len(body) - 1), 2):
        cell = _int(body[at : at + 2]) + (4 if kind == _INNER else 0)
        yield from _cell(body, cell, kind, follow)


def _cell(body: bytes, at: int, kind: int, follow: Follow) -> Iterator[Row]:
    try:
        _, at = _varint(body, at)
        if kind != _LEAF:
            yield _row(body, at, _KEYS_MOST, follow)
            return
        number, at = _varint(body, at)
        row = _row(body, at, _ROWS_MOST, follow)
        # A column that is the number of its row is stored as nothing.
        yield (number, *row[1:]) if row and row[0] is None else row
    except (IndexError, ValueError):
        return


def carve(page: Page, follow: Follow) -> Iterator[Row]:
    """Every entry and number that still stands somewhere in a page that was altered."""
    for found in _WANTED.finditer(page.body):
        try:
            yield _row(page.body, found.start(), _KEYS_MOST, follow)
        except (IndexError, ValueError):
            continue


def _row(body: bytes, at: int, most: int, follow: Follow) -> Row:
    length, first = _varint(body, at)
    marks, end = [], at + length
    while first < end:
        mark, first = _varint(body, first)
        marks.append(mark)
    size = length + sum(map(_size, marks))
    if size > _MOST:
        raise ValueError("too long")
    content = _whole(body, at, size, most, follow)[length:]
    return tuple(_values(content, marks))


def _whole(body: bytes, at: int, size: int, most: int, follow: Follow) -> bytes:
    if size <= most:
        return _exactly(body[at : at + size], size)
    here = _LEAST + (size - _LEAST) % (USABLE - 4)
    here = here if here <= most else _LEAST
    found, further = body[at : at + here], _int(body[at + here : at + here + 4])
    while len(found) < size:
        rest = follow(further)
        further = _int(rest[:4])
        # A page that is gone ends it, and so does a chain that runs in a circle: nothing is added then.
        found += _exactly(rest[4:USABLE], USABLE - 4)
    return found[:size]


def _exactly(part: bytes, size: int) -> bytes:
    if len(part) != size:
        raise ValueError("cut")
    return part


def _values(content: bytes, marks: list[int]) -> Iterator[object]:
    at = 0
    for mark in marks:
        part = content[at : at + _size(mark)]
        at += len(part)
        yield _value(part, mark)


def _value(part: bytes, mark: int) -> object:
    if mark == 0:
        return None
    if mark in (8, 9):
        return mark - 8
    if mark < 7:
        return int.from_bytes(part, "big", signed=True)
    if mark < 12:
        raise ValueError("no type that we write")
    return part if mark % 2 == 0 else part.decode("utf-8")


def _size(mark: int) -> int:
    if mark >= 12:
        return (mark - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[mark]


def _varint(body: bytes, at: int) -> tuple[int, int]:
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | body[place] & 0x7F
        if body[place] < 0x80:
            return number, place + 1
    return number << 8 | body[at + 8], at + 9


def _int(part: bytes) -> int:
    return int.from_bytes(part, "big")
