"""What a transfer, a planversie and a reader of a concept saw: the leaves then (design 2, *Leaves*).

No clock and no counter tells what somebody knew: a laptop that records at the same time counts on from the
same number, and one that was put back counts the same numbers again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.entry import Entry
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import OVERGEDRAGEN_OP, kind_of

GEZIEN: Final = "gezien"
"""The part of a value that holds the ids, sorted."""


def with_seen(dossier: Dossier, subject: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """A value as it is recorded: an overdracht and a planversie say what they saw; an old one said it."""
    if GEZIEN in value or not is_snapshot(subject) or not value.get("waarde"):
        return dict(value)
    seen = sorted(leaf.id for s in dossier.subjects if _is_seen(subject, s) for leaf in dossier.leaves(s))
    return {**value, GEZIEN: seen}


def is_snapshot(subject: str) -> bool:
    """Whether what is recorded of a subject says what it saw."""
    return bool(kind_of(subject).ziet)


def seen_of(leaf: Leaf | None) -> frozenset[str]:
    """The ids that were seen; of what does not say so, nothing was."""
    seen: Any = ((leaf.value if leaf else None) or {}).get(GEZIEN, [])
    return frozenset(map(str, seen))


def after_transfer(dossier: Dossier) -> int:
    """How many subjects say something that no transfer has seen; 0 when there was none.

    What a transfer replaced itself is no leaf any more. Of two laptops that each recorded one, what not both
    have seen may be missing in the copy that counts.
    """
    transfers = [leaf for leaf in dossier.visible(OVERGEDRAGEN_OP.of()) if (leaf.value or {}).get("waarde")]
    if not transfers:
        return 0
    seen = frozenset.intersection(*map(seen_of, transfers))
    told = (s for s in dossier.subjects if kind_of(s).in_zaak)
    return sum(any(leaf.id not in seen for leaf in dossier.leaves(s)) for s in told)


def known_by(entries: Iterable[Entry], seen: Iterable[str]) -> list[Entry]:
    """What somebody knew who saw these: they and all that they replace, those before them too."""
    by_id = {entry.id: entry for entry in entries}
    todo, known = [id for id in seen if id in by_id], dict[str, Entry]()
    while todo:
        entry = by_id[todo.pop()]
        if entry.id not in known:
            known[entry.id] = entry
            todo += [id for id in entry.header.replaces if id in by_id]
    return list(known.values())


def _is_seen(snapshot: str, subject: str) -> bool:
    return _VAN[kind_of(snapshot).ziet](kind_of(subject))


_VAN: Final[Mapping[str, Callable[[Kind], bool]]] = {
    "zaak": lambda kind: kind.in_zaak,
    "plan": lambda kind: kind.in_plan,
    "concept": lambda kind: kind.in_concept or kind.in_plan,
}
