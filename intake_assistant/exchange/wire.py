"""The bytes of a file that travels: heads of its parts, lines of entries and of what was erased."""

from __future__ import annotations

import re
from tarfile import BLOCKSIZE, USTAR_FORMAT, HeaderError, TarInfo
from typing import Final

from intake_assistant.domain.entry import SALT_BYTES, Entry, Json, Presence, Tombstone, read_entry
from intake_assistant.domain.kinds import ONBEKEND, kind_of
from intake_assistant.exchange import limits

_MARKS: Final = {Presence.WITHHELD: b"-", Presence.LOST: b"?", Presence.ERASED: b"x"}
_PRESENCES: Final = {mark: presence for presence, mark in _MARKS.items()}
_STONE: Final = re.compile(r"([0-9a-f]{32})\t(\d{4}-\d\d-\d\d)\t([a-z_]{1,40})\n")


def head(naam: str, size: int) -> bytes:
    """The block before a part: always the same owner, rights and moment, so that only what is said varies."""
    info = TarInfo(naam)
    info.size = size
    return info.tobuf(USTAR_FORMAT, "ascii", "strict")


def padding(size: int) -> bytes:
    """What fills the last block of a part."""
    return bytes(-size % BLOCKSIZE)


def size_in(block: bytes, naam: str) -> int:
    """How long the part of this name is, by the block before it; ValueError for any other block."""
    try:
        size = TarInfo.frombuf(block, "ascii", "strict").size
    except HeaderError as error:
        raise ValueError("head") from error
    if size < 0 or size > limits.MEMBER or head(naam, size) != block:
        raise ValueError("head")
    return size


def entry_line(entry: Entry) -> bytes:
    """One entry as it travels; canonical JSON holds no raw tab and no raw end of a line."""
    mark = _MARKS.get(entry.presence)
    salt, body = (entry.salt.hex().encode(), entry.body) if mark is None else (mark, mark)
    return b"%b\t%b\t%b\n" % (entry.raw, salt, body)


def read_entry_line(line: bytes) -> Entry:
    """The entry in a line; ValueError when it is not as we write it, Newer."""
    if not line.endswith(b"\n"):
        raise ValueError("line")
    raw, salt, body = line[:-1].split(b"\t")
    presence = _PRESENCES.get(salt)
    if presence is not None:
        if body != salt:
            raise ValueError("mark")
        entry = read_entry(raw, presence)
    else:
        entry = read_entry(raw, Presence.PRESENT, _salt(salt), body)
    if _is_too_deep(entry):
        raise ValueError("depth")
    if entry.header.counter > limits.COUNTER:
        raise ValueError("counter")
    if kind_of(entry.header.subject) is ONBEKEND:
        raise limits.Newer
    return entry


def _is_too_deep(entry: Entry) -> bool:
    if entry.body.count(b"{") + entry.body.count(b"[") <= limits.DEPTH:
        return False  # nearly all, without reading them
    layer: list[Json] = [dict(entry.value or {})]
    for _ in range(limits.DEPTH):
        layer = [
            deel
            for one in layer
            if isinstance(one, dict | list)
            for deel in (one.values() if isinstance(one, dict) else one)
        ]
    return any(isinstance(one, dict | list) for one in layer)


def _salt(written: bytes) -> bytes:
    salt = bytes.fromhex(written.decode("ascii"))
    if len(salt) != SALT_BYTES or salt.hex().encode() != written:
        raise ValueError("salt")
    return salt


def stone_line(stone: Tombstone) -> bytes:
    """One erased dossier as it travels."""
    return f"{stone.dossier}\t{stone.op}\t{stone.grond}\n".encode()


def read_stone_line(line: bytes) -> Tombstone:
    """The erased dossier in a line; ValueError when it is not as we write it."""
    found = _STONE.fullmatch(line.decode("ascii"))
    if found is None:
        raise ValueError("gewist")
    return Tombstone(*found.groups())
