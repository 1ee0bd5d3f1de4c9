"""What could not be written to the vault: held in memory, and tried again until it can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import keep_typed
from intake_assistant.operations.views.concepttekst import Concepttekst
from intake_assistant.texts import text

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context

OPNIEUW_MS = 3000


def is_of_disk(error: KnownError) -> bool:
    """Whether the place refused to be written to, and not the value to be recorded."""
    return error.code.partition(".")[0] in ("disk", "vault")


class Onbewaard(QObject):
    """A full disk or a vault that is away loses nothing that was typed; it outlives a lock too."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self.waarom: KnownError | None = None
        context.failed.connect(self._remember)
        self._held: dict[tuple[str, str], Concepttekst] = {}
        self._timer = QTimer(self, interval=OPNIEUW_MS)
        self._timer.timeout.connect(self.try_again)

    def take_over(self, held: Iterable[Concepttekst]) -> None:
        """Hold what could not be written, or could not be before the vault was locked."""
        for concept in held:
            self._held[concept.dossier, concept.subject] = concept
        if self._held and not self._timer.isActive():
            self._timer.start()

    def _remember(self, error: KnownError) -> None:
        if is_of_disk(error):
            self.waarom = error

    def let_go(self, dossier: str, subject: str) -> None:
        """It was written after all, or called off."""
        self._held.pop((dossier, subject), None)
        if not self._held:
            self._timer.stop()

    def held(self, dossier: str = "") -> list[Concepttekst]:
        """Return what is not written yet, of all dossiers or of one."""
        return [c for c in self._held.values() if dossier in ("", c.dossier)]

    def stop(self) -> None:
        """Try no more: the vault closes."""
        self._timer.stop()

    def try_again(self) -> bool:
        """Write all of it as concept; it becomes an entry where it would have."""
        try:
            changed = keep_typed(self._context.work, self._held.values())
        except KnownError:
            return False
        if self._held:
            self._held.clear()
            self._timer.stop()
            self._context.changed.emit(changed)
            self._context.told.emit(text("venster.weer_opgeslagen"))
        return True
