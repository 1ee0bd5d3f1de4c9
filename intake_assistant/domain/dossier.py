"""A dossier: what is derived from its entries (design 2, *Leaves, conflicts, the value that counts*)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from intake_assistant.domain.antwoord import BRONNEN, Antwoord, BronAntwoord, is_touched
from intake_assistant.domain.entry import Entry, Json, Presence
from intake_assistant.domain.kinds import GELDT
from intake_assistant.domain.subject import field_of, row, rows_in, split_bron

REMOVED = "verwijderd"
KEPT = "aanwezig"


class Row(NamedTuple):
    """One subject as it is stored: its first entry (order of rows) and its leaves as JSON."""

    subject: str
    counter: int
    id: str
    leaves: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """An entry that no entry of its own subject replaces."""

    id: str
    counter: int
    author: str
    device: str
    gesprek: str
    vastgelegd_op: str
    presence: Presence
    value: dict[str, Json] | None
    seen: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """What counts when two leaves are compared: `staat` and `waarde`."""
        value = self.value or {}
        return json.dumps([value.get("staat", ""), value.get("waarde", "")], sort_keys=True)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more leaves that say different things, in the order in which they are shown."""

    subject: str
    leaves: tuple[Leaf, ...]


def leaf_of(entry: Entry) -> dict[str, Any]:
    """The leaf of an entry in the form in which rows keep it."""
    h = entry.header
    value = entry.value
    leaf: dict[str, Any] = {
        "id": entry.id,
        "counter": h.counter,
        "author": h.author,
        "device": h.device,
        "gesprek": h.gesprek,
        "vastgelegd_op": h.vastgelegd_op,
        "presence": entry.presence.value,
        "value": value,
    }
    if value is not None and value.get("staat") in (REMOVED, KEPT):
        leaf["seen"] = list(h.replaces)
    return leaf


def dump_leaves(leaves: list[dict[str, Any]]) -> str:
    """Leaves as a row keeps them: ordered by (counter, id)."""
    ordered = sorted(leaves, key=lambda leaf: (leaf["counter"], leaf["id"]))
    return json.dumps(ordered, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def append(row: Row | None, entry: Entry) -> Row:
    """The row of a subject after an entry that was made knowing all of its leaves."""
    if row is None:
        return Row(entry.header.subject, entry.header.counter, entry.id, dump_leaves([leaf_of(entry)]))
    replaced = set(entry.header.replaces)
    leaves = [leaf for leaf in json.loads(row.leaves) if leaf["id"] not in replaced]
    return row._replace(leaves=dump_leaves([*leaves, leaf_of(entry)]))


def fold(entries: Iterable[Entry]) -> list[Row]:
    """The rows of a dossier from its entries, in whatever order these come; ordered by subject."""
    known = sorted(entries, key=lambda e: (e.header.counter, e.id))
    subject_of = {e.id: e.header.subject for e in known}
    replaced = {r for e in known for r in e.header.replaces if subject_of.get(r) == e.header.subject}
    first: dict[str, Entry] = {}
    leaves: dict[str, list[dict[str, Any]]] = {}
    for entry in known:
        first.setdefault(entry.header.subject, entry)
        if entry.id not in replaced:
            leaves.setdefault(entry.header.subject, []).append(leaf_of(entry))
    return [
        Row(subject, first[subject].header.counter, first[subject].id, dump_leaves(leaves.get(subject, [])))
        for subject in sorted(first)
    ]


def missing(entries: Iterable[Entry]) -> set[str]:
    """Ids that are replaced but that nobody sent: the dossier is *onvolledig* while there are any."""
    known = list(entries)
    ids = {e.id for e in known}
    return {r for e in known for r in e.header.replaces} - ids


class Dossier:
    """Everything current about one dossier, read from its rows when asked for."""

    def __init__(self, id: str, rows: Iterable[Row], *, onvolledig: bool = False) -> None:
        self.id = id
        self.onvolledig = onvolledig
        self._rows: dict[str, Row] = {row.subject: row for row in rows}
        self._leaves: dict[str, tuple[Leaf, ...]] = {}

    @property
    def subjects(self) -> Iterable[str]:
        """Every subject that was ever recorded."""
        return self._rows.keys()

    def leaves(self, subject: str) -> tuple[Leaf, ...]:
        """The leaves of a subject, ordered by (counter, id)."""
        if subject not in self._leaves:
            row = self._rows.get(subject)
            found = json.loads(row.leaves) if row else []
            self._leaves[subject] = tuple(_leaf(leaf) for leaf in found)
        return self._leaves[subject]

    def visible(self, subject: str) -> tuple[Leaf, ...]:
        """The leaves whose value is here."""
        return tuple(leaf for leaf in self.leaves(subject) if leaf.presence is Presence.PRESENT)

    def in_conflict(self, subject: str) -> bool:
        """Whether the leaves of a subject say different things."""
        leaves = self.visible(subject)
        return len(leaves) > 1 and len({leaf.says for leaf in leaves}) > 1

    def leaf(self, subject: str) -> Leaf | None:
        """The leaf that counts; None when there is none or when they are in conflict."""
        leaves = self.visible(subject)
        return None if not leaves or self.in_conflict(subject) else leaves[-1]

    def current(self, subject: str) -> dict[str, Json] | None:
        """The value that counts; None when there is none or when there is a conflict."""
        leaf = self.leaf(subject)
        return leaf.value if leaf else None

    def get(self, subject: str, default: Any = "") -> Any:
        """The `waarde` that counts, or the default."""
        value = self.current(subject)
        return default if value is None else value.get("waarde", default)

    def row_ids(self, lijst: str) -> list[str]:
        """The ids of the rows of a list in their order, removed ones left out."""
        ordered = sorted(self._lists.get(lijst, {}).items(), key=lambda item: item[1])
        return [rij for rij, _ in ordered if not self.is_removed(row(lijst, rij))]

    def is_removed(self, row_subject: str) -> bool:
        """Whether a row was removed, and nobody changed it without knowing that."""
        value = self.current(row_subject)
        removed = value is not None and value.get("staat") == REMOVED
        return removed and not self._unseen(row_subject)

    def fields(self, prefix: str) -> dict[str, Any]:
        """The current `waarde` of each subject `prefix.field`, by field."""
        found = {veld: self.get(s, None) for s in self._rows if (veld := field_of(s, prefix))}
        return {naam: waarde for naam, waarde in found.items() if waarde is not None}

    def row_subjects(self, row_subject: str) -> list[str]:
        """Every subject beneath a row."""
        return [s for s in self._rows if s.startswith(row_subject) and s != row_subject]

    def antwoord(self, naam: str) -> Antwoord:
        """The answer to a question, with the sources that say otherwise beside it."""
        by_bron = self._bronnen.get(naam, {})
        touched = {bron: s for bron, s in by_bron.items() if self._is_touched(s)}
        bron = self._main_bron(naam, touched)
        if not bron:
            return Antwoord(naam)
        others = tuple(self._bron_antwoord(b, touched[b]) for b in BRONNEN if b in touched and b != bron)
        return self._antwoord(naam, bron, touched[bron], others)

    def answered_names(self) -> list[str]:
        """Every name (rows included) for which any source recorded something, sorted."""
        return sorted(n for n, by in self._bronnen.items() if any(self._is_touched(s) for s in by.values()))

    def names_in_use(self) -> list[str]:
        """The answered names that still stand, sorted: a row that was removed is no ground in law."""
        return [naam for naam in self.answered_names() if not self._lies_in_removed(naam)]

    def conflicts(self) -> list[Conflict]:
        """All conflicts outside removed rows, by subject; a row that was removed and changed is one too."""
        found = {s: Conflict(s, self._distinct(s)) for s in self._rows if self.in_conflict(s)}
        for lijst, rijen in self._lists.items():
            for rij in rijen:
                subject = row(lijst, rij)
                unseen = self._unseen(subject)
                if unseen and subject not in found:
                    found[subject] = Conflict(subject, (*self.visible(subject), *unseen))
        return [found[s] for s in sorted(found) if not self._lies_in_removed(s)]

    def _lies_in_removed(self, subject: str) -> bool:
        rows = (row(lijst, rij) for lijst, rij in rows_in(subject))
        return any(self.is_removed(row) for row in rows if row != subject)

    def _distinct(self, subject: str) -> tuple[Leaf, ...]:
        by_says: dict[str, Leaf] = {}
        for leaf in self.visible(subject):
            by_says.setdefault(leaf.says, leaf)
        return tuple(by_says.values())

    def _unseen(self, row_subject: str) -> tuple[Leaf, ...]:
        value = self.current(row_subject)
        if value is None or value.get("staat") != REMOVED:
            return ()
        seen = {i for leaf in self.visible(row_subject) for i in leaf.seen}
        return tuple(
            leaf
            for s in sorted(self.row_subjects(row_subject))
            for leaf in self.visible(s)
            if leaf.id not in seen
        )

    def _is_touched(self, subject: str) -> bool:
        return any(is_touched(leaf.value) for leaf in self.visible(subject))

    def _main_bron(self, naam: str, touched: Mapping[str, str]) -> str:
        geldt = self.get(GELDT.of(naam))
        if geldt in touched:
            return str(geldt)
        answered = [b for b in BRONNEN if b in touched and self._answers(touched[b])]
        return (answered or [b for b in BRONNEN if b in touched] or [""])[0]

    def _answers(self, subject: str) -> bool:
        return any((leaf.value or {}).get("staat") == "beantwoord" for leaf in self.visible(subject))

    def _bron_antwoord(self, bron: str, subject: str) -> BronAntwoord:
        leaf = self.leaf(subject)
        value = (leaf.value if leaf else None) or {}
        return BronAntwoord(bron, str(value.get("staat", "")), value.get("waarde"), self.in_conflict(subject))

    def _antwoord(self, naam: str, bron: str, subject: str, others: tuple[BronAntwoord, ...]) -> Antwoord:
        leaf = self.leaf(subject)
        value = (leaf.value if leaf else None) or {}
        return Antwoord(
            naam=naam,
            staat=str(value.get("staat", "open")),
            waarde=value.get("waarde"),
            bron=bron,
            gesprek=leaf.gesprek if leaf else "",
            conflict=self.in_conflict(subject),
            andere_bronnen=others,
            extra={k: v for k, v in value.items() if k not in ("staat", "waarde")},
        )

    @cached_property
    def _lists(self) -> dict[str, dict[str, tuple[int, str]]]:
        lists: dict[str, dict[str, tuple[int, str]]] = {}
        for subject, kept in self._rows.items():
            for lijst, rij in rows_in(subject):
                order = (kept.counter, kept.id)
                known = lists.setdefault(lijst, {})
                known[rij] = min(known.get(rij, order), order)
        return lists

    @cached_property
    def _bronnen(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for subject in self._rows:
            naam, bron = split_bron(subject)
            if bron:
                found.setdefault(naam, {})[bron] = subject
        return found


def _leaf(found: dict[str, Any]) -> Leaf:
    found["presence"] = Presence(found["presence"])
    found["seen"] = tuple(found.get("seen", ()))
    return Leaf(**found)
