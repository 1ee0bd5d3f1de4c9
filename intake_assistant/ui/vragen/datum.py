"""A date, typed as people write it; shown in words beside it. An impossible one is kept, with a flag."""

from __future__ import annotations

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.fields.line import DateEditor


def make_datum(_vraag: Vraag) -> DateEditor:
    """`date`."""
    return DateEditor(160, in_woorden=True)
