"""Asks behind the screen who may be one person: of thousands that takes a moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.views.dubbel.zoeken import Dubbel, Dubbelzoeker
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.qt.tasks import Taak

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context


class Dubbelvraag(QObject):
    """What is asked last counts: `found` with what came of it."""

    found = Signal(list)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._taak: Taak | None = None

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._taak is not None

    def ask_all(self) -> None:
        """Ask for all that are to be decided, and were."""
        self._ask(Dubbelzoeker.all)

    def ask_of(self, dossier: str) -> None:
        """Ask for those of one dossier."""
        self._ask(partial(_of, dossier))

    def ask_like(self, inburgeraar: dict[str, object]) -> None:
        """Ask who is like the person that is being typed."""
        self._ask(partial(_like, inburgeraar))

    def drop(self) -> None:
        """Wait for no answer any more."""
        if self._taak is not None:
            self._taak.cancel()

    def _ask(self, question: Callable[[Dubbelzoeker], list[Any]]) -> None:
        self.drop()
        self._taak = taak = Taak(partial(question, self._context.doubles), self.found.emit, self._failed)
        taak.over.connect(self._end)
        taak.start()

    def _end(self) -> None:
        # Bound to no task: one that its own signal holds would never go, nor would all that this knows.
        self._taak = None

    def _failed(self, error: KnownError) -> None:
        # A dossier that went meanwhile is like nobody; what else is the matter the screen tells.
        if error.code != "dossier.not_found":
            self._context.failed.emit(error)


class Dubbelregel(QWidget):
    """How many are to be decided about, and the way there; not there when there is nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._vraag = Dubbelvraag(context, self)
        self._vraag.found.connect(self._show)
        card = kaart("waarschuwing", "dubbel_regel")
        kolom(self).addWidget(card)
        row = rij(card, tussen=12)
        row.addWidget(beeld("let_op", "let_op", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        self.aantal = label("", wrap=True, naam="dubbel_aantal")
        row.addWidget(self.aantal, 1)
        naar = partial(context.navigate.emit, "dubbel", {})
        row.addWidget(knop(text("dubbel.vergelijk"), "naar_dubbel", naar))
        self.hide()

    def look(self) -> None:
        """Ask anew; what is shown stays until the answer is there."""
        self._vraag.ask_all()

    def _show(self, found: list[Dubbel]) -> None:
        aantal = sum(dubbel.is_open for dubbel in found)
        self.aantal.setText(text("dubbel.aantal", aantal=aantal))
        self.setVisible(bool(aantal))


def _of(dossier: str, zoeker: Dubbelzoeker) -> list[Any]:
    return zoeker.of(dossier)


def _like(inburgeraar: dict[str, object], zoeker: Dubbelzoeker) -> list[Any]:
    return zoeker.like(inburgeraar)
