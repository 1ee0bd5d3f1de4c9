"""A number; what is no number is kept as it was typed, with a flag."""

from __future__ import annotations

from intake_assistant.operations.acts.antwoord import read_typed
from intake_assistant.ui.vragen.regel import RegelVeld


class GetalVeld(RegelVeld):
    """A whole or a decimal number, with a comma as in Dutch."""

    breedte = 120

    def to_regel(self, waarde: object) -> str:
        """Return a number as it is typed in Dutch."""
        tekst = str(waarde)
        return tekst.replace(".", ",") if self.vraag.type == "decimal" else tekst

    def from_regel(self, getypt: str) -> object:
        """Return the number, or what was typed when it is none."""
        return read_typed(self.vraag, getypt)
