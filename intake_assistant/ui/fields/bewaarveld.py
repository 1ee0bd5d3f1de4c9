"""Fields outside a conversation: kept within a second while one types, one entry when left."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from intake_assistant.dates import as_typed, read_typed
from intake_assistant.domain.kinds import veld_of
from intake_assistant.domain.recht.grenzen import GRENZEN
from intake_assistant.operations.views.onmogelijk import wrong_number
from intake_assistant.ui.fields.gebrek import Gebrek, odd_date
from intake_assistant.ui.fields.houder import Houder
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.tekst import Tekstvak, put_text

Soort = Literal["tekst", "regels", "getal", "datum"]


class Bewaarder(Houder):
    """Holds what is being typed on one screen, by subject."""

    getypt = Signal()
    """Something was typed."""
    vastgelegd = Signal()
    """Something became an entry."""

    def begin(self, prefixes: tuple[str, ...]) -> None:
        """Take up what was being typed beneath these prefixes when the program ended."""
        found = self.context.typed_now()
        self._typed = {s: (dict(c.value), c.cursor) for s, c in found.items() if s.startswith(prefixes)}
        self._to_keep.clear()

    @property
    def waarden(self) -> dict[str, object]:
        """What is being typed now, by subject."""
        return {subject: value.get("waarde", "") for subject, (value, _) in self._typed.items()}

    def typed(self, subject: str, waarde: object, cursor: int = 0) -> None:
        """Hold what is being typed; it is durable within a second."""
        self._put(subject, {"waarde": waarde}, cursor)
        self.getypt.emit()

    def left(self, subject: str) -> None:
        """Make what was typed one entry."""
        if subject in self._typed and self._leave(subject, self._typed[subject][0]):
            self.context.saved.emit()
            self.vastgelegd.emit()

    def drop(self, subject: str) -> None:
        """Forget what was typed: it was called off."""
        if subject in self._typed:
            self.context.work.vault.drop_concepttekst(self.context.dossier_id, subject)
            self._forget(subject)

    def set_aside(self, subject: str) -> None:
        """Let go of what was typed; what is kept of it stays."""
        self._forget(subject)

    def settle(self) -> None:
        """Make everything that was typed an entry."""
        for subject in list(self._typed):
            self.left(subject)
        self.keep()


class BewaardeTekst(Tekstvak):
    """Text of several lines; with `regels` each line is one point of a list."""

    def __init__(self, bewaarder: Bewaarder, subject: str, soort: Soort = "tekst", hoogte: int = 1) -> None:
        super().__init__(hoogte)
        self._bewaarder, self._subject, self._soort = bewaarder, subject, soort
        self.textChanged.connect(self._tell)

    def show_waarde(self, waarde: object) -> None:
        """Show a value; what means the same is left alone."""
        tekst = "\n".join(map(str, waarde)) if isinstance(waarde, list | tuple) else str(waarde)
        if self.waarde() != (list(waarde) if isinstance(waarde, list | tuple) else waarde):
            put_text(self, tekst)

    def waarde(self) -> object:
        """What stands in the field, as it is recorded."""
        tekst = self.toPlainText()
        if self._soort == "regels":
            return [regel.strip() for regel in tekst.splitlines() if regel.strip()]
        return tekst if tekst.strip() else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is recording."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._bewaarder.left(self._subject)

    def _tell(self) -> None:
        self._bewaarder.typed(self._subject, self.waarde(), self.textCursor().position())


class BewaardeRegel(QLineEdit):
    """One line: text, a whole number, or a date typed as people write it."""

    def __init__(self, bewaarder: Bewaarder, subject: str, soort: Soort = "tekst", breedte: int = 0) -> None:
        super().__init__()
        self._bewaarder, self._subject, self._soort = bewaarder, subject, soort
        if breedte:
            self.setFixedWidth(px(breedte))
        self.textEdited.connect(lambda _: bewaarder.typed(subject, self.waarde(), self.cursorPosition()))
        self.editingFinished.connect(lambda: bewaarder.left(subject))

    def show_waarde(self, waarde: object) -> None:
        """Show a value; what means the same is left alone."""
        if self.waarde() != waarde:
            self.setText(as_typed(str(waarde)) if self._soort == "datum" else str(waarde))

    def waarde(self) -> object:
        """What stands in the line, as it is recorded."""
        return read_regel(self.text(), self._soort)

    def gebrek(self) -> Gebrek:
        """What is wrong with the date or the number, to be put below the line."""
        return Gebrek(self, self._judge)

    def _judge(self) -> str:
        waarde = self.waarde()
        if self._soort == "datum":
            return odd_date(self._bewaarder.context, self._subject, waarde)
        grens = GRENZEN.get(veld_of(self._subject))
        return wrong_number(waarde, grens) if grens else ""


def read_regel(getypt: str, soort: Soort) -> Any:
    """The value of a typed line; what is no number or date stays as it was typed."""
    kort = getypt.strip()
    if soort == "getal" and kort.isdecimal() and len(kort) < 9:
        return int(kort)
    return read_typed(kort) if soort == "datum" and kort else kort


def name_field(veld: QWidget, naam: str, voor: str) -> None:
    """Give a field its name for tests and the name that is read aloud."""
    veld.setObjectName(naam)
    veld.setAccessibleName(voor)
    if isinstance(veld, QComboBox):
        veld.view().setAccessibleName(voor)
