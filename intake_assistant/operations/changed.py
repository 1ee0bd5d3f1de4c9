"""What an act changed: every act returns it, so that who shows it knows what to draw anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import kind_of, vraag_of


@dataclass(frozen=True, slots=True)
class Changed:
    """False when nothing was changed."""

    entries: tuple[Entry, ...] = ()
    """What was recorded, in its order."""
    subjects: frozenset[str] = frozenset()
    """Of what something was recorded or erased."""
    dossiers: frozenset[str] = frozenset()
    """Whose they are, or whose typed text."""
    typed: frozenset[str] = frozenset()
    """Of what the typed text was kept, or let go of."""
    settings: frozenset[str] = frozenset()
    """What was kept beside the entries, on this laptop only."""
    made: str = ""
    """The id of the dossier or the row that was begun."""

    def __bool__(self) -> bool:
        return bool(self.subjects or self.dossiers or self.typed or self.settings)

    @property
    def entry(self) -> Entry | None:
        """The one entry of an act that records one; None when it said nothing new."""
        return self.entries[-1] if self.entries else None

    def touches(self, kinds: Collection[Kind], vragen: Collection[str] = ()) -> bool:
        """Whether something was recorded or erased of one of these kinds, or about one of these questions."""
        return any(kind_of(s) in kinds or vraag_of(s) in vragen for s in self.subjects)

    def making(self, id: str) -> Changed:
        """The same, with the id of what was begun by it."""
        return replace(self, made=id)


def recorded(*entries: Entry) -> Changed:
    """Say that these entries were added."""
    headers = [entry.header for entry in entries]
    return Changed(entries, frozenset(h.subject for h in headers), frozenset(h.dossier for h in headers))


def typed(dossier: str, *subjects: str) -> Changed:
    """Say that the typed text of these subjects was kept, or let go of."""
    return Changed(dossiers=frozenset((dossier,)), typed=frozenset(subjects))


def together(changes: Iterable[Changed]) -> Changed:
    """Several acts as one; what the last of them began stands for all."""
    total = Changed()
    for one in changes:
        total = Changed(
            total.entries + one.entries,
            total.subjects | one.subjects,
            total.dossiers | one.dossiers,
            total.typed | one.typed,
            total.settings | one.settings,
            one.made or total.made,
        )
    return total
