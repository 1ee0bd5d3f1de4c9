"""Fields outside a conversation: kept within a second while one types, one entry when left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from intake_assistant.dates import as_typed, read_typed
from intake_assistant.domain.grenzen import GRENZEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.concepttekst import keep_concepttekst
from intake_assistant.operations.invoer import leave
from intake_assistant.operations.onmogelijk import wrong_date, wrong_number
from intake_assistant.ui.bewaarklok import Bewaarklok
from intake_assistant.ui.context import Context
from intake_assistant.ui.gebrek import Gebrek
from intake_assistant.ui.onbewaard import is_of_disk
from intake_assistant.ui.thema import px
from intake_assistant.ui.vragen.tekst import Tekstvak

Soort = Literal["tekst", "regels", "getal", "datum"]


class Bewaarder(QObject):
    """Holds what is being typed on one screen, by subject."""

    getypt = Signal()
    """Something was typed."""
    vastgelegd = Signal()
    """Something became an entry."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self._typed: dict[str, object] = {}
        self._cursor: dict[str, int] = {}
        self._to_keep: set[str] = set()
        self._of_disk = False
        self._klok = Bewaarklok(self, self.keep)

    def begin(self, prefixes: tuple[str, ...]) -> None:
        """Take up what was being typed beneath these prefixes when the program ended."""
        found = self.context.typed_now()
        self._typed = {s: c.value.get("waarde", "") for s, c in found.items() if s.startswith(prefixes)}
        self._to_keep.clear()

    @property
    def waarden(self) -> dict[str, object]:
        """What is being typed now, by subject."""
        return dict(self._typed)

    def typed(self, subject: str, waarde: object, cursor: int = 0) -> None:
        """Hold what is being typed; it is durable within a second."""
        self._typed[subject], self._cursor[subject] = waarde, cursor
        self._to_keep.add(subject)
        self._klok.typed()
        self.getypt.emit()

    def left(self, subject: str) -> None:
        """Make what was typed one entry."""
        if subject not in self._typed:
            return
        work, value = self.context.work, {"waarde": self._typed[subject]}
        if self.attempt(lambda: leave(work, self.context.dossier_id, subject, value)):
            self._forget(subject)
            self.context.saved.emit()
            self.vastgelegd.emit()
        else:
            self._hold(subject)

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

    def keep(self) -> None:
        """Keep what is being typed."""
        self._klok.stop()
        if self._to_keep and not self.attempt(self._keep):
            for subject in sorted(self._to_keep):
                self._hold(subject)

    def attempt(self, job: Callable[[], object]) -> bool:
        """Do it, and tell in the banner when it cannot be done; what was typed stays."""
        try:
            job()
        except KnownError as error:
            self._of_disk = is_of_disk(error)
            self.context.failed.emit(error)
            return False
        return True

    def _hold(self, subject: str) -> None:
        if not self._of_disk:
            # Refused, not lost: it is kept as it was typed, and is no entry.
            self._to_keep.add(subject)
            self._klok.typed()
            return
        value, cursor = {"waarde": self._typed[subject]}, self._cursor.get(subject, 0)
        self.context.onbewaard.hold(self.context.dossier_id, subject, value, cursor=cursor)

    def _forget(self, subject: str) -> None:
        self.context.onbewaard.let_go(self.context.dossier_id, subject)
        self._typed.pop(subject, None)
        self._to_keep.discard(subject)

    def _keep(self) -> None:
        with self.context.work.vault.transaction():
            for subject in sorted(self._to_keep):
                value = {"waarde": self._typed[subject]}
                keep_concepttekst(
                    self.context.work, self.context.dossier_id, subject, value, cursor=self._cursor[subject]
                )
        self.context.saved.emit()
        for subject in self._to_keep:
            self.context.onbewaard.let_go(self.context.dossier_id, subject)
        self._to_keep.clear()


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
            self.blockSignals(True)
            self.setPlainText(tekst)
            self.blockSignals(False)

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
        context, waarde = self._bewaarder.context, self.waarde()
        if self._soort == "datum" and waarde:
            return wrong_date(context.work, context.dossier(), self._subject, waarde)
        grens = GRENZEN.get(self._subject.partition(".")[2])
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
