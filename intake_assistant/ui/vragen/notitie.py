"""A note of the form: something to say or to do, without an answer."""

from __future__ import annotations

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.fields.editor import Editor


class Mededeling(Editor):
    """`note`: its words stand in the block around it."""

    heeft_antwoord = False

    def __init__(self, _vraag: Vraag) -> None:
        super().__init__()
