"""The one keeper of what is typed: durable within a second, one entry when left, held when it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import read_subject
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import drop_typed, keep_typed, leave_field
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.concepttekst import Concepttekst
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.qt.later import Surely
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.unsaved import is_of_disk

KEEP_AFTER_MS: Final = 400


class KeepingClock(Surely):
    """When it is time: within a second of the first key, however one types on (design 2)."""

    def __init__(self, parent: QObject, keep: Callable[[], object]) -> None:
        super().__init__(parent, keep, KEEP_AFTER_MS)

    def typed(self) -> None:
        """Something was typed. The next key does not put it off: who never pauses is kept too."""
        if not self.isActive():
            self.start()


class Keeper(QObject):
    """Holds what is typed on one screen, by subject; of a conversation, or of none."""

    getypt = Signal()
    """Something was typed."""
    vastgelegd = Signal(str)
    """What was typed of this subject became an entry."""

    def __init__(self, context: Context, parent: QObject, gesprek: str = "") -> None:
        super().__init__(parent)
        self.context, self.id = context, gesprek
        self._held: dict[str, Concepttekst] = {}
        self._behind: set[str] = set()
        """Of what the vault does not hold yet what is held here."""
        self._beside: dict[str, Callable[[], Changed]] = {}
        self._refusal: KnownError | None = None
        self._refused_at = ""
        self._clock = KeepingClock(self, self.keep)

    def begin(self, kinds: Collection[Kind], rij: str = "") -> None:
        """Take up what is being typed of these kinds, or was when the program ended; of one row if given."""
        # Also what was typed a moment ago: a page is shown anew when another part of it recorded something.
        self.keep()
        self._held = {s: c for s, c in self.context.typed_now().items() if _is_of(s, kinds, rij)}
        self._behind.clear()

    # -- what is held ----------------------------------------------------------------------------------------

    @property
    def waarden(self) -> dict[str, object]:
        """What is being typed now, by subject."""
        return {subject: held.value.get("waarde", "") for subject, held in self._held.items()}

    @property
    def is_typing(self) -> bool:
        """Whether something is being typed that is no entry yet."""
        return bool(self._held)

    def cursor(self, subject: str) -> int:
        """Where the cursor stood in what is being typed; -1 when nothing is."""
        return self._held[subject].cursor if subject in self._held else -1

    def is_of_disk(self) -> bool:
        """Whether the disk refused what was attempted last, and not the value itself."""
        return self._refusal is not None and is_of_disk(self._refusal)

    # -- what is done ----------------------------------------------------------------------------------------

    def typed(
        self, subject: str, value: Mapping[str, Any], cursor: int = 0, *, is_half: bool = False
    ) -> None:
        """Hold what is being typed; it is durable within a second."""
        if dossier := self.context.dossier_id:
            self._put(Concepttekst(dossier, subject, self.id, dict(value), cursor, is_half=is_half))
            self.getypt.emit()

    def left(self, subject: str, ask: Callable[[], object] | None = None) -> bool:
        """Make what was typed one entry; what `ask` refuses is kept nowhere but in its field."""
        held = self._held.get(subject)
        if held is None:
            return False
        if held.is_half:
            self.keep()
            return False
        if ask is not None and not self._allows(ask) and not self.is_of_disk():
            self.drop(subject)
            self._refused_at = subject
            return False
        return self._record(held)

    def chosen(self, subject: str, value: Mapping[str, Any]) -> bool:
        """Record a choice at once."""
        cursor = max(self.cursor(subject), 0)
        return self._record(Concepttekst(self.context.dossier_id, subject, self.id, dict(value), cursor))

    def drop(self, subject: str) -> None:
        """Forget what was typed: it was called off, or is what was recorded already."""
        held = self._held.get(subject)
        if held is None:
            return
        self.set_aside(subject)
        if not self.attempt(lambda: drop_typed(self.context.work, held.dossier, subject)):
            # Dropped as soon as the disk can be written to: what was refused comes back in no way.
            self.context.onbewaard.take_over([Concepttekst(held.dossier, subject, self.id, {})])

    def set_aside(self, subject: str) -> None:
        """Let go of what was typed; what is kept of it stays."""
        held = self._held.pop(subject, None)
        self._behind.discard(subject)
        self.context.onbewaard.let_go(held.dossier if held else self.context.dossier_id, subject)

    def settle(self) -> None:
        """Make everything that was typed an entry, and keep what stands beside it."""
        for subject in list(self._held):
            self.left(subject)
        self.keep()

    def beside(self, naam: str, keep: Callable[[], Changed]) -> None:
        """Have this kept in the same breath, under a name."""
        self._beside[naam] = keep
        self._clock.typed()

    def not_beside(self, naam: str) -> None:
        """What stood under this name is done with."""
        self._beside.pop(naam, None)

    def keep(self) -> None:
        """Keep what is being typed; called within a second of a key, and at once when a page is left."""
        self._clock.stop()
        if not self.context.dossier_id:
            # The person was erased while this was being typed, and it goes with them.
            self._held.clear()
            self._behind.clear()
        concepten, beside = [self._held[s] for s in sorted(self._behind)], list(self._beside.values())
        if not concepten and not beside:
            return
        work = self.context.work
        if self.attempt(lambda: keep_typed(work, concepten, beside)):
            self._kept(concepten)
        elif self.is_of_disk():
            self.context.onbewaard.take_over(concepten)

    def attempt(self, job: Callable[[], Changed]) -> bool:
        """Do it, and tell in the banner when it cannot be done; what was typed stays."""
        self._refusal = None
        return self.context.act(job, self._refused) is not None

    def _allows(self, ask: Callable[[], object]) -> bool:
        self._refusal = None
        try:
            ask()
        except KnownError as error:
            self._refused(error)
        return self._refusal is None

    def _refused(self, error: KnownError) -> None:
        self._refusal = error
        self.context.failed.emit(error)

    # -- editors ---------------------------------------------------------------------------------------------

    def follow(self, editor: Editor, subject: str) -> None:
        """Hold what is typed in an editor, and record it when it is left."""
        editor.getypt.connect(lambda: self.typed(subject, _value(editor), editor.cursor_plek()))
        editor.gekozen.connect(lambda: self.chosen(subject, _value(editor)))
        editor.verlaten.connect(lambda: self.left(subject))

    def show_in(self, editor: Editor, subject: str, waarde: object) -> None:
        """Show what is recorded, or what is being typed in its place with its cursor."""
        held = self._held.get(subject)
        editor.show_waarde(waarde if held is None else held.value.get("waarde"))
        if held is not None:
            editor.set_cursor(held.cursor)

    # -- how -------------------------------------------------------------------------------------------------

    def _put(self, held: Concepttekst) -> None:
        self._held[held.subject] = held
        self._behind.add(held.subject)
        self._clock.typed()

    def _record(self, held: Concepttekst) -> bool:
        """Make it an entry; what cannot be one stays as it is, and is tried again when the screen is left."""
        work, subject = self.context.work, held.subject
        if not self.context.dossier_id:
            self.set_aside(subject)
            return False
        if self.attempt(lambda: leave_field(work, held.dossier, subject, held.value, self.id)):
            self.set_aside(subject)
            self._recorded(subject)
            return True
        # Also a choice; and what was typed beside it is in its value.
        self._put(held)
        self._refused_at = subject
        if self.is_of_disk():
            self.context.onbewaard.take_over([held])
        return False

    def _recorded(self, subject: str) -> None:
        if subject == self._refused_at:
            self._refused_at = ""
            self.context.mended.emit()
        self.vastgelegd.emit(subject)

    def _kept(self, concepten: Iterable[Concepttekst]) -> None:
        self._behind.clear()
        self._beside.clear()
        for held in concepten:
            self.context.onbewaard.let_go(held.dossier, held.subject)


def _is_of(subject: str, kinds: Collection[Kind], rij: str) -> bool:
    kind, delen = read_subject(subject)
    return kind in kinds and (not rij or delen[0] == rij)


def _value(editor: Editor) -> dict[str, object]:
    waarde = editor.waarde()
    return {"waarde": "" if waarde is None else waarde}
