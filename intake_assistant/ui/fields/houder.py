"""What is being typed, by subject, until it is an entry: kept within a second, held when that cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.acts.invoer import leave
from intake_assistant.ui.fields.bewaarklok import Bewaarklok
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.unsaved import is_of_disk


class Houder(QObject):
    """The one way in which a screen holds what is typed; of a conversation, or of none."""

    def __init__(self, context: Context, parent: QObject, gesprek: str = "") -> None:
        super().__init__(parent)
        self.context, self.id = context, gesprek
        self._typed: dict[str, tuple[dict[str, Any], int]] = {}
        """The value and where the cursor stood in it."""
        self._to_keep: set[str] = set()
        self._of_disk = False
        self._klok = Bewaarklok(self, self.keep)

    def cursor(self, subject: str) -> int:
        """Where the cursor stood in what is being typed; -1 when nothing is."""
        return self._typed[subject][1] if subject in self._typed else -1

    def attempt(self, job: Callable[[], object]) -> bool:
        """Do it, and tell in the banner when it cannot be done; what was typed stays."""
        try:
            job()
        except KnownError as error:
            self._of_disk = is_of_disk(error)
            self.context.failed.emit(error)
            return False
        return True

    def keep(self) -> None:
        """Keep what is being typed; called within a second of a key."""
        self._klok.stop()
        if self.context.dossier_id and self._is_behind() and not self.attempt(self._keep) and self._of_disk:
            self._wait_for_disk(self._to_keep)

    def _is_behind(self) -> bool:
        return bool(self._to_keep)

    def _keep_beside(self) -> None:
        """What goes into the same transaction."""

    def _put(self, subject: str, value: Mapping[str, Any], cursor: int) -> None:
        self._typed[subject] = (dict(value), cursor)
        self._to_keep.add(subject)
        self._klok.typed()

    def _leave(self, subject: str, value: Mapping[str, Any]) -> bool:
        """Make it an entry; what cannot be one stays as it is, and is tried again when the screen is left."""
        if not self.context.dossier_id:
            # The person was erased while this was being typed, and it goes with them.
            self._forget(subject)
            return False
        if self.attempt(lambda: leave(self.context.work, self.context.dossier_id, subject, value, self.id)):
            self._forget(subject)
            return True
        # Also a choice; and what was typed beside it is in its value.
        self._put(subject, value, max(self.cursor(subject), 0))
        if self._of_disk:
            self._wait_for_disk([subject])
        return False

    def _wait_for_disk(self, subjects: Iterable[str]) -> None:
        for subject in subjects:
            value, cursor = self._typed[subject]
            dossier = self.context.dossier_id
            self.context.onbewaard.hold(dossier, subject, value, gesprek=self.id, cursor=cursor)

    def _forget(self, subject: str) -> None:
        self.context.onbewaard.let_go(self.context.dossier_id, subject)
        self._typed.pop(subject, None)
        self._to_keep.discard(subject)

    def _keep(self) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        with work.vault.transaction():
            for subject in sorted(self._to_keep):
                value, cursor = self._typed[subject]
                keep_concepttekst(work, dossier, subject, value, gesprek=self.id, cursor=cursor)
            self._keep_beside()
        if self._to_keep:
            self.context.saved.emit()
        for subject in self._to_keep:
            self.context.onbewaard.let_go(dossier, subject)
        self._to_keep.clear()
