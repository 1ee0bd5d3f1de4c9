"""Take chance and clock out of an MSI: settle.py product VERSION, folders WXS, summary MSI SECONDS.

wixl-heat names folders by chance; wixl writes the hour, and a code by chance, in the summary of the MSI.
"""

from __future__ import annotations

import hashlib
import re
import struct
import sys
import uuid
from pathlib import Path

_OURS = uuid.UUID("6f0d7f0e-5a1c-4c6e-9c43-8b1d2b0f6a51")
_FOLDER = re.compile(r"\bdir[0-9A-F]{32}\b")
_SUMMARY = uuid.UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
_TEMPLATE, _CODE, _CREATED, _SAVED = 7, 9, 12, 13
_HEADER = 28
"""Bytes before the name of what the properties are about."""
_SINCE_1601 = 11_644_473_600


def number_folders(wxs: Path) -> None:
    """Each folder by its place among the others."""
    written = wxs.read_text("utf-8")
    numbers = {name: f"map{number:04}" for number, name in enumerate(dict.fromkeys(_FOLDER.findall(written)))}
    wxs.write_text(_FOLDER.sub(lambda found: numbers[found[0]], written), "utf-8")


def settle_summary(msi: Path, seconds: int) -> None:
    """Made at this moment; known by what is in it, in the language of the product."""
    made = bytearray(msi.read_bytes())
    places = _places(made)
    moment = struct.pack("<Q", (seconds + _SINCE_1601) * 10_000_000)
    for number in (_CREATED, _SAVED):
        _put(made, places[number] + 4, moment)
    # A text: its kind, its length, and then itself.
    _put(made, places[_TEMPLATE] + 8, b"x64;1043")
    _put(made, places[_CODE] + 8, b"0" * 38)
    code = uuid.uuid5(_OURS, hashlib.sha256(made).hexdigest())
    _put(made, places[_CODE] + 8, f"{{{code}}}".upper().encode())
    msi.write_bytes(made)


def _places(made: bytes | bytearray) -> dict[int, int]:
    """Where each property of the summary stands."""
    [about] = [found.start() for found in re.finditer(re.escape(_SUMMARY), made)]
    (offset,) = struct.unpack_from("<I", made, about + 16)
    section = about - _HEADER + offset
    (count,) = struct.unpack_from("<I", made, section + 4)
    rows = struct.iter_unpack("<II", made[section + 8 : section + 8 + 8 * count])
    return {number: section + place for number, place in rows}


def _put(made: bytearray, place: int, what: bytes) -> None:
    made[place : place + len(what)] = what


def product_code(version: str) -> uuid.UUID:
    """What Windows knows this version by."""
    return uuid.uuid5(_OURS, version)


if __name__ == "__main__":
    what, which, *given = sys.argv[1:]
    if what == "product":
        sys.stdout.write(f"{product_code(which)}\n")
    elif what == "folders":
        number_folders(Path(which))
    else:
        settle_summary(Path(which), int(given[0]))
