"""A value as a person reads it in Dutch."""

from __future__ import annotations

from babel.dates import format_date

from intake_assistant.domain.feiten import read_date
from intake_assistant.domain.formulier import Vraag


def in_words(vraag: Vraag, waarde: object) -> str:
    """The answer to a question in words: labels for codes, dates written out, numbers as they are."""
    if isinstance(waarde, list):
        return ", ".join(vraag.keuzelabel(str(code)) for code in waarde)
    if vraag.type == "select_one":
        return vraag.keuzelabel(str(waarde))
    if vraag.type == "date":
        return date_in_words(str(waarde))
    if vraag.type == "range":
        return f"{waarde} van {vraag.parameters.get('end', 5)}"
    return "" if waarde is None else str(waarde)


def date_in_words(iso: str) -> str:
    """An ISO date as `4 mei 2026`; what is no date stays as it is."""
    day = read_date(iso)
    return format_date(day, "d MMMM y", locale="nl") if day else iso
