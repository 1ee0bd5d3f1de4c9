"""An open answer in somebody's own words; a story gets more room."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.fields.text import TextEditor

_VERHAAL: Final = 3


def make_tekst(vraag: Vraag) -> TextEditor:
    """`text`."""
    return TextEditor(_VERHAAL if vraag.read_aloud else 1)
