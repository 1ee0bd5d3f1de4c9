"""One typed line: text, a date, a number. What is no date or number is kept as it was typed."""

from __future__ import annotations

import datetime
import re
from typing import Final

from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from intake_assistant.dates import (
    as_typed,
    hour_as_typed,
    in_words,
    read_date,
    read_hour,
    read_typed,
    with_weekday,
)
from intake_assistant.domain.recht.gesprek import moment_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.kit.parts import label, rij
from intake_assistant.ui.kit.theme import px

_HOUR_WORD: Final = re.compile(r"\s*uur\s*$")
_GETAL: Final = re.compile(r"-?\d{1,9}")


class LineEditor(Editor):
    """One line; a kind of line says how it is read and shown."""

    def __init__(self, breedte: int = 0) -> None:
        super().__init__()
        self.regel = QLineEdit()
        self.setFocusProxy(self.regel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.regel.textEdited.connect(lambda _: self.getypt.emit())
        # Enter is done with it too.
        self.regel.returnPressed.connect(self.verlaten.emit)
        self.watch(self.regel)
        self.rij = rij()
        self.rij.addWidget(self.regel, 0 if breedte else 1)
        if breedte:
            self.regel.setFixedWidth(px(breedte))
            self.rij.addStretch(1)
        self.vak.addLayout(self.rij)

    def to_regel(self, waarde: object) -> str:
        """Return a value as it is typed."""
        return str(waarde)

    def from_regel(self, getypt: str) -> object:
        """Return the value of what was typed."""
        return getypt

    def show_waarde(self, waarde: object) -> None:
        """Show a value; what is being typed and means the same is left alone."""
        if waarde in (None, ""):
            self.regel.clear()
        elif self.waarde() != waarde:
            self.regel.setText(self.to_regel(waarde))

    def waarde(self) -> object:
        """Return the value of the line, None when it is empty."""
        getypt = self.regel.text().strip()
        return self.from_regel(getypt) if getypt else None

    def invoer(self) -> QWidget | None:
        """Return the line."""
        return self.regel

    def cursor_plek(self) -> int:
        """Return where the cursor stands."""
        return self.regel.cursorPosition()

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back, at most at the end."""
        self.regel.setCursorPosition(plek if plek >= 0 else len(self.regel.text()))

    def can_undo(self) -> bool:
        """Say whether something typed can be taken back."""
        return self.regel.isUndoAvailable()


class DateEditor(LineEditor):
    """A date, typed as people write it: 5-3-2026, 5 maart 2026, 05032026."""

    def __init__(
        self,
        breedte: int = 0,
        *,
        in_woorden: bool = False,
        met_weekdag: bool = False,
        tot_en_met: datetime.date | None = None,
    ) -> None:
        super().__init__(breedte)
        self._tot_en_met, self._met_weekdag = tot_en_met, met_weekdag
        if in_woorden:
            self._say_in_words(label("", "zacht"))

    def to_regel(self, waarde: object) -> str:
        """Return a date as it is typed in Dutch."""
        return as_typed(str(waarde))

    def from_regel(self, getypt: str) -> object:
        """Return the ISO date, or what was typed."""
        return read_typed(getypt, tot_en_met=self._tot_en_met)

    def _say_in_words(self, woorden: QLabel) -> None:
        def show() -> None:
            day = read_date(self.waarde())
            said = with_weekday if self._met_weekdag else in_words
            woorden.setText(said(day) if day else "")

        self.regel.setPlaceholderText(text("gesprek.vragen.datum.voorbeeld"))
        self.rij.insertWidget(1, woorden)
        self.regel.textChanged.connect(show)


class MomentEditor(LineEditor):
    """A day with or without the hour: 5-3-2026 10.30."""

    def to_regel(self, waarde: object) -> str:
        """Return a moment as it is typed in Dutch."""
        dag, _, uur = str(waarde).partition("T")
        return " ".join(filter(None, (as_typed(dag), hour_as_typed(uur))))

    def from_regel(self, getypt: str) -> object:
        """Return the ISO day, with its hour when there is one, or what was typed."""
        dag, _, uur = _HOUR_WORD.sub("", getypt).rpartition(" ")
        iso, hour = read_typed(dag.rstrip(", ")), read_hour(uur)
        return moment_of(iso, hour) if hour and read_date(iso) else read_typed(getypt)


class NumberEditor(LineEditor):
    """A whole or a decimal number, with a comma as in Dutch."""

    def __init__(self, breedte: int = 0, *, decimaal: bool = False) -> None:
        super().__init__(breedte)
        self._decimaal = decimaal

    def to_regel(self, waarde: object) -> str:
        """Return a number as it is typed in Dutch."""
        return str(waarde).replace(".", ",") if self._decimaal else str(waarde)

    def from_regel(self, getypt: str) -> object:
        """Return the number, or what was typed when it is none."""
        if self._decimaal:
            return getypt.replace(",", ".")
        return int(getypt) if _GETAL.fullmatch(getypt) else getypt
