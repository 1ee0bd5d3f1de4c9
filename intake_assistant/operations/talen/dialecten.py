"""What readers of a language speak at home: translations/<code>/dialecten.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import Any, Final

from intake_assistant.errors import KnownError
from intake_assistant.paths import translations_dir
from intake_assistant.texts import Taal

BESTAND: Final = "dialecten.toml"


@dataclass(frozen=True, slots=True)
class Dialect:
    """A spoken language by its own name; without a code it is known by its Dutch name alone."""

    code: str
    """As in the list of languages of the forms."""
    naam: str
    naam_nl: str
    nagekeken: str
    """Who looked over the name, and when; empty while nobody did."""


def read_dialecten(taal: Taal) -> tuple[Dialect, ...]:
    """In the order of the file, none without one; KnownError `translation.invalid`."""
    pad = translations_dir() / taal.code / BESTAND
    if not pad.is_file():
        return ()
    try:
        found = tomllib.loads(pad.read_text(encoding="utf-8"))
        rows = found.pop("dialect", [])
        if found or not isinstance(rows, list):
            raise ValueError(", ".join(sorted(found)) or "dialect")
        return tuple(_dialect(row) for row in rows)
    except ValueError as error:
        raise KnownError("translation.invalid", pad=str(pad), fout=str(error)) from error


def _dialect(row: Any) -> Dialect:
    if not isinstance(row, dict):
        raise ValueError(str(row))
    wrong = row.keys() ^ {field.name for field in fields(Dialect)}
    wrong |= {key for key, value in row.items() if not isinstance(value, str)}
    if wrong or not (row["naam"] and row["naam_nl"]):
        raise ValueError(", ".join(sorted(wrong)) or "naam")
    return Dialect(**row)


def dialecten_of(taal: Taal) -> tuple[Dialect, ...]:
    """The same for who stands at the table: what cannot be read is told by `translations check`."""
    try:
        return read_dialecten(taal)
    except KnownError:
        return ()
