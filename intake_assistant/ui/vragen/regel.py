"""A date or a number on a line, as people write it; an impossible one is kept as typed, with a flag."""

from __future__ import annotations

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.fields.line import DateEditor, NumberEditor


def make_datum(_vraag: Vraag) -> DateEditor:
    """`date`; shown in words beside it."""
    return DateEditor(160, in_woorden=True)


def make_getal(vraag: Vraag) -> NumberEditor:
    """`integer` and `decimal`."""
    return NumberEditor(120, decimaal=vraag.type == "decimal")
