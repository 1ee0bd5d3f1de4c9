"""A date, typed as people write it: 5-3-2026, 5 maart 2026, 05032026; shown in words beside it."""

from __future__ import annotations

from intake_assistant.dates import as_typed, date_in_words, read_typed
from intake_assistant.domain.formulier import Vraag
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import label
from intake_assistant.ui.vragen.regel import RegelVeld


class DatumVeld(RegelVeld):
    """A date; an impossible one is kept as it was typed, with a flag."""

    def __init__(self, vraag: Vraag) -> None:
        super().__init__(vraag)
        self.regel.setPlaceholderText(text("vragen.datum.voorbeeld"))
        self._woorden = label("", "zacht")
        self.rij.insertWidget(1, self._woorden)
        self.regel.textChanged.connect(lambda _: self._show_woorden())

    def to_regel(self, waarde: object) -> str:
        """Return a date as it is typed in Dutch."""
        return as_typed(str(waarde))

    def from_regel(self, getypt: str) -> object:
        """Return the ISO date, or what was typed."""
        return read_typed(getypt)

    def _show_woorden(self) -> None:
        waarde = str(self.waarde() or "")
        woorden = date_in_words(waarde)
        self._woorden.setText("" if woorden == waarde else woorden)
