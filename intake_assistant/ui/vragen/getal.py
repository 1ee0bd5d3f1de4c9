"""A whole or a decimal number; what is no number is kept as it was typed, with a flag."""

from __future__ import annotations

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.fields.line import NumberEditor


def make_getal(vraag: Vraag) -> NumberEditor:
    """`integer` and `decimal`."""
    return NumberEditor(120, decimaal=vraag.type == "decimal")
