"""The door for TOML that somebody typed: read within bounds, and on which line of it a value stands."""

from __future__ import annotations

import re
import tomllib
from typing import Any

type Path = tuple[str | int, ...]

DEEPEST, LARGEST = 30, 2**63
_HEADER = re.compile(r"\s*+(\[\[?)([^\[\]]++)\]\]?\s*+(#.*)?$")
_KEY = re.compile(r"\s*+([A-Za-z0-9_.\"'-]++)\s*+=")
_TEXTS = re.compile(
    r'''"""(?s:\\.|[^\\])*?"""|\'{3}(?s:.)*?\'{3}|"(?:\\.|[^"\\\n])*+"|\'[^\'\n]*+\'|#[^\n]*+'''
)
# A key of so many parts costs tomllib their square: 100,000 dots take minutes.
_LONG_KEY = re.compile(r"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){100}")


class TomlExcess(ValueError):
    """It may be TOML, but of a depth or with a number that nothing here can have a use for."""


def read_toml(source: str) -> dict[str, Any]:
    """What is written; tomllib.TOMLDecodeError, or TomlExcess of what no reader further on should get."""
    if _LONG_KEY.search(_TEXTS.sub("x", source)):
        raise TomlExcess
    try:
        found = tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; brackets in brackets
        raise TomlExcess from error
    if not _is_within_bounds(found, DEEPEST):
        raise TomlExcess
    return found


def _is_within_bounds(value: object, deeper: int) -> bool:
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return deeper > 0 and all(_is_within_bounds(part, deeper - 1) for part in parts)
    return not isinstance(value, int) or -LARGEST <= value < LARGEST


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
