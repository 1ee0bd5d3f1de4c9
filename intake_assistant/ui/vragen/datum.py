"""A date, typed as people write it: 5-3-2026, 5 maart 2026, 05032026; shown in words beside it."""

from __future__ import annotations

import datetime
import re

from intake_assistant.domain.formulier import Vraag
from intake_assistant.operations.waarde import date_in_words
from intake_assistant.texts import text
from intake_assistant.ui.bouwstenen import label
from intake_assistant.ui.vragen.regel import RegelVeld

_MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DELEN = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)[-/. ]+(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ACHT = re.compile(r"(\d{2})(\d{2})(\d{4})")


def read_datum(getypt: str) -> str:
    """Return the ISO date of what was typed, or what was typed when it is no date."""
    klein = getypt.strip().casefold()
    if iso := _ISO.fullmatch(klein):
        jaar, maand, dag = iso.groups()
    elif delen := _DELEN.fullmatch(klein) or _ACHT.fullmatch(klein):
        dag, maand, jaar = delen.groups()
    else:
        return getypt
    try:
        return datetime.date(int(jaar), _maand(maand), int(dag)).isoformat()
    except ValueError:
        return getypt


def _maand(woord: str) -> int:
    if woord.isdigit():
        return int(woord)
    kort = "maa" if woord in ("mrt", "mar") else woord[:3]
    return _MAANDEN.index(kort) + 1 if kort in _MAANDEN else 0


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
        iso = _ISO.fullmatch(str(waarde))
        return f"{int(iso[3])}-{int(iso[2])}-{iso[1]}" if iso else str(waarde)

    def from_regel(self, getypt: str) -> object:
        """Return the ISO date, or what was typed."""
        return read_datum(getypt)

    def _show_woorden(self) -> None:
        waarde = str(self.waarde() or "")
        woorden = date_in_words(waarde)
        self._woorden.setText("" if woorden == waarde else woorden)
