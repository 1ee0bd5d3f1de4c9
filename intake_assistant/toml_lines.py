"""Where in a TOML file a value stands: tomllib tells what is written, not on which line."""

from __future__ import annotations

import re
from typing import TypeAlias

Path: TypeAlias = "tuple[str | int, ...]"

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_.\"'-]+)\s*=")


def line_numbers(source: str) -> dict[Path, int]:
    """The line (from 1) of each table and key; of what stands inside a value only the key."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    inside = ""
    for number, line in enumerate(source.splitlines(), start=1):
        if not inside:
            header = _HEADER.match(line)
            if header:
                here = _enter(header.group(2), header.group(1) == "[[", counts)
                found.setdefault(here, number)
            elif key := _KEY.match(line):
                found.setdefault((*here, *_parts(key.group(1))), number)
        inside = _open_string(line, inside)
    return found


def line_of(numbers: dict[Path, int], path: Path) -> int:
    """The line of a value, or of the nearest thing around it; 1 when nothing is near."""
    while path:
        if path in numbers:
            return numbers[path]
        path = path[:-1]
    return 1


def _enter(naam: str, is_array: bool, counts: dict[Path, int]) -> Path:
    parts = _parts(naam)
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, parts[-1])
    if is_array:
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _parts(naam: str) -> list[str]:
    return [part.strip().strip("\"'") for part in naam.split(".")]


def _open_string(line: str, inside: str) -> str:
    """The quotes of a text over several lines that is still open at the end of this line."""
    for quotes in ('"""', "'''"):
        if inside in ("", quotes) and line.count(quotes) % 2:
            return "" if inside else quotes
    return inside
