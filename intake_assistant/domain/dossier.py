"""A dossier: what is derived from its entries (design 2, *Leaves, conflicts, the value that counts*)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from intake_assistant.domain.antwoord import BRONNEN, Antwoord, BronAntwoord, Staat, is_touched, nooit_gehoord
from intake_assistant.domain.entry import Entry, Json, Presence, moment_number, moment_text
from intake_assistant.domain.kinds import DELEN, GELDT
from intake_assistant.domain.opvolging import FIRST, LEAF, Opvolging, ids_in, missing, places, step_of
from intake_assistant.domain.subject import by_bron, by_prefix, row, rows_in
from intake_assistant.errors import KnownError

REMOVED = "verwijderd"
KEPT = "aanwezig"
GONE, LOST = 4, 8
"""Beside the place of a row: its value was erased; it was damaged, so that it can be said anew.

One that is withheld is with somebody else.
"""
_STANDING = {Presence.ERASED: GONE, Presence.LOST: LOST}
_STATEN = frozenset(Staat)


class Row(NamedTuple):
    """An entry that still matters to its subject, in the numbers and bytes in which a vault keeps it."""

    subject: str
    counter: int
    id: bytes
    standing: int
    """Its place, `LEAF`, `FIRST` or both, and with it `GONE` or `LOST`: read as one number."""
    op: int
    """In milliseconds since 1970, UTC."""
    device: int
    author: int
    replaces: bytes | None
    """The ids, one behind the other."""
    body: bytes | None
    """The value of a leaf."""
    gesprek: str


class Leaf(NamedTuple):
    """An entry that no entry of its own subject replaces."""

    id: str
    counter: int
    author: str
    device: str
    gesprek: str
    op: int
    """In milliseconds since 1970, UTC."""
    presence: Presence
    value: dict[str, Json] | None
    seen: tuple[str, ...] = ()

    @property
    def vastgelegd_op(self) -> str:
        """The moment at which it was recorded."""
        return moment_text(self.op)

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


def fold(id: str, entries: Iterable[Entry]) -> Dossier:
    """A dossier of its entries, in whatever order these come."""
    known = list(entries)
    steps = [step_of(entry) for entry in known]
    names = sorted({naam for e in known for naam in (e.header.device, e.header.author)})
    numbers = {naam: number for number, naam in enumerate(names)}
    standing = places(steps)
    rows = [_row(e, step, standing[step.id], numbers) for e, step in zip(known, steps, strict=True)]
    kept = [row for row in rows if row.standing & (LEAF | FIRST)]
    return Dossier(id, kept, dict(enumerate(names)), onvolledig=bool(missing(steps)))


def _row(entry: Entry, step: Opvolging, place: int, numbers: Mapping[str, int]) -> Row:
    h = entry.header
    return Row(
        subject=h.subject,
        counter=h.counter,
        id=step.id,
        standing=place | _STANDING.get(entry.presence, 0),
        op=moment_number(h.vastgelegd_op),
        device=numbers[h.device],
        author=numbers[h.author],
        gesprek=h.gesprek,
        replaces=step.replaces,
        body=entry.body if entry.presence is Presence.PRESENT else None,
    )


def presence_of(*, is_erased: bool, is_here: bool, is_lost: bool) -> Presence:
    """Whether a value is here: erased for ever, here, damaged, or left out by who sent it."""
    if is_erased:
        return Presence.ERASED
    if is_here:
        return Presence.PRESENT
    return Presence.LOST if is_lost else Presence.WITHHELD


def leaf_of(row: Row, names: Mapping[int, str]) -> Leaf:
    """The leaf that a row is; KeyError when a number has no name, ValueError when its value is none."""
    is_erased, is_lost = bool(row.standing & GONE), bool(row.standing & LOST)
    value = None if row.body is None or is_erased else _value_in(row.body)
    names_seen = value is not None and value.get("staat") in (REMOVED, KEPT)
    return Leaf(
        id=row.id.hex(),
        counter=row.counter,
        author=names[row.author],
        device=names[row.device],
        gesprek=row.gesprek,
        op=row.op,
        presence=presence_of(is_erased=is_erased, is_here=row.body is not None, is_lost=is_lost),
        value=value,
        seen=tuple(id.hex() for id in ids_in(row.replaces)) if names_seen else (),
    )


def _value_in(body: bytes) -> dict[str, Json]:
    # A text is read in half the time of bytes, of which the way they are written is guessed.
    value = json.loads(body.decode())
    if not isinstance(value, dict):
        raise ValueError("no value")
    return value


def any_withheld(leaves: Iterable[Leaf]) -> bool:
    """Whether who sent one of some leaves left its value out."""
    return any(leaf.presence is Presence.WITHHELD for leaf in leaves)


class Dossier:
    """Everything current about one dossier, read from its rows when asked for."""

    def __init__(
        self, id: str, rows: Iterable[Row], names: Mapping[int, str], *, onvolledig: bool = False
    ) -> None:
        self.id = id
        self.onvolledig = onvolledig
        self._names = names
        self._rows: dict[str, list[Row]] = {}
        for kept in sorted(rows):
            self._rows.setdefault(kept.subject, []).append(kept)
        # What is asked again and again, made when it is asked first: the rows never change.
        self._leaves: dict[str, tuple[Leaf, ...]] = {}
        self._visible: dict[str, tuple[Leaf, ...]] = {}
        self._antwoorden: dict[str, Antwoord] = {}

    @property
    def subjects(self) -> Iterable[str]:
        """Every subject that was ever recorded."""
        return self._rows.keys()

    def leaves(self, subject: str) -> tuple[Leaf, ...]:
        """The leaves of a subject, ordered by (counter, id); KnownError `vault.damaged`."""
        found = self._leaves.get(subject)
        if found is None:
            rows = self._rows.get(subject, ())
            try:
                found = tuple(leaf_of(row, self._names) for row in rows if row.standing & LEAF)
            except (ValueError, RecursionError) as error:  # text that is no value, or far too deep
                raise KnownError("vault.damaged", pad=self.id, oorzaak="waarde") from error
            self._leaves[subject] = found
        return found

    def visible(self, subject: str) -> tuple[Leaf, ...]:
        """The leaves whose value is here; none when one is withheld: it may say otherwise (design 2)."""
        found = self._visible.get(subject)
        if found is None:
            leaves = self.leaves(subject)
            here = tuple(leaf for leaf in leaves if leaf.presence is Presence.PRESENT)
            found = () if len(here) < len(leaves) and any_withheld(leaves) else here
            self._visible[subject] = found
        return found

    def is_here(self, subject: str) -> bool:
        """Whether the value of any leaf of a subject is here; told without reading it."""
        rows = self._rows.get(subject, ())
        return any(row.standing & LEAF and row.body is not None and not row.standing & GONE for row in rows)

    def is_withheld(self, subject: str) -> bool:
        """Whether what stands now was left out by who sent it: not answered here, and not resolved."""
        return any_withheld(self.leaves(subject))

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
        """The `waarde` that counts, or the default.

        Who asks for fields or a list gets these: what somebody else recorded there may be anything.
        """
        value = self.current(subject)
        waarde = default if value is None else value.get("waarde", default)
        return default if isinstance(default, dict | list) and type(waarde) is not type(default) else waarde

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
        found = {veld: self.get(s, None) for veld, s in self._velden.get(prefix, {}).items()}
        return {naam: waarde for naam, waarde in found.items() if waarde is not None}

    def row_subjects(self, row_subject: str) -> list[str]:
        """Every subject beneath a row, and of the rows that are a part of it."""
        begins = (row_subject, *self._parts_of(row_subject))
        return [s for s in self._rows if s.startswith(begins) and s != row_subject]

    def known_beneath(self, row_subject: str) -> list[str]:
        """The leaves that a removal of the row knows of; a withheld one too, or it would come back."""
        return [leaf.id for subject in self.row_subjects(row_subject) for leaf in self.leaves(subject)]

    def antwoord(self, naam: str) -> Antwoord:
        """The answer to a question, with the sources that say otherwise beside it."""
        found = self._antwoorden.get(naam)
        if found is None:
            found = self._antwoorden[naam] = self._make_antwoord(naam)
        return found

    def _make_antwoord(self, naam: str) -> Antwoord:
        by_bron = self._bronnen.get(naam)
        if by_bron is None:
            return nooit_gehoord(naam)
        touched = {bron: s for bron, s in by_bron.items() if self._is_touched(s)}
        bron = self._main_bron(naam, touched)
        if not bron:
            return Antwoord(naam)
        others = [b for b in BRONNEN if b in touched and b != bron] if len(touched) > 1 else []
        andere = tuple(self._bron_antwoord(b, touched[b]) for b in others)
        return self._antwoord(naam, bron, touched[bron], andere)

    @property
    def recorded_names(self) -> Iterable[str]:
        """Every name, of rows too, of which any source ever recorded something."""
        return self._bronnen.keys()

    def answered_names(self) -> list[str]:
        """Every name (rows included) for which any source recorded something, sorted."""
        return sorted(n for n, by in self._bronnen.items() if any(self._is_touched(s) for s in by.values()))

    def names_in_use(self) -> list[str]:
        """The answered names that still stand, sorted: a row that was removed is no ground in law."""
        return [naam for naam in self.answered_names() if not self.lies_in_removed(naam)]

    def conflicts(self) -> list[Conflict]:
        """All conflicts outside removed rows, by subject; a row that was removed and changed is one too."""
        # Where one entry stands, which is nearly everywhere, nothing has to be read to know.
        several = [s for s, rows in self._rows.items() if sum(row.standing & LEAF for row in rows) > LEAF]
        found = {s: Conflict(s, self._distinct(s)) for s in several if self.in_conflict(s)}
        for lijst, rijen in self._lists.items():
            for rij in rijen:
                subject = row(lijst, rij)
                unseen = self._unseen(subject)
                if unseen and subject not in found:
                    found[subject] = Conflict(subject, (*self.visible(subject), *unseen))
        return [found[s] for s in sorted(found) if not self.lies_in_removed(s)]

    def half_known(self) -> list[str]:
        """The subjects with a side that who sent it left out: only who holds all sides can settle them."""
        several = (s for s in sorted(self._rows) if len(self.leaves(s)) > 1 and self.is_withheld(s))
        return [s for s in several if not self.lies_in_removed(s)]

    def lies_in_removed(self, subject: str) -> bool:
        """Whether a row that a subject is in was removed."""
        rows = (row(lijst, rij) for lijst, rij in rows_in(subject))
        return any(self.is_removed(row) for row in rows if row != subject)

    def _parts_of(self, row_subject: str) -> list[str]:
        """The rows that are a part of a row, as any side has it: what is moved apart is a part of both."""
        *_, (lijst, rij) = rows_in(row_subject) or [("", "")]
        return [
            kind.of(deel)
            for kind in DELEN
            if kind.deel_van == lijst
            for deel in self._lists.get(kind.lijst(), ())
            if rij in self.sides(kind.of(deel, kind.deel_van))
        ]

    def sides(self, subject: str) -> list[Any]:
        """The `waarde` of each leaf, one where there is no conflict."""
        return [(leaf.value or {}).get("waarde") for leaf in self.visible(subject)]

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
        here = self.visible(subject)
        return any(is_touched(leaf.value) for leaf in here) if here else self.is_withheld(subject)

    def _main_bron(self, naam: str, touched: Mapping[str, str]) -> str:
        if len(touched) < 2:
            return next(iter(touched), "")
        geldt = str(self.get(GELDT.of(naam)))
        if geldt in touched:
            return geldt
        answered = [b for b in BRONNEN if b in touched and self._answers(touched[b])]
        return (answered or [b for b in BRONNEN if b in touched] or [""])[0]

    def _answers(self, subject: str) -> bool:
        return any((leaf.value or {}).get("staat") == "beantwoord" for leaf in self.visible(subject))

    def _bron_antwoord(self, bron: str, subject: str) -> BronAntwoord:
        leaf = self.leaf(subject)
        value = (leaf.value if leaf else None) or {}
        staat = self._staat(subject, value, "")
        return BronAntwoord(bron, staat, value.get("waarde"), self.in_conflict(subject))

    def _staat(self, subject: str, value: Mapping[str, Any], otherwise: str) -> str:
        if not value and self.is_withheld(subject):
            return Staat.ACHTERGEHOUDEN.value
        staat = str(value.get("staat", otherwise))
        # Of a newer program: there is something, and it cannot be read here.
        return staat if staat in _STATEN or staat == otherwise else Staat.ACHTERGEHOUDEN.value

    def _antwoord(self, naam: str, bron: str, subject: str, others: tuple[BronAntwoord, ...]) -> Antwoord:
        leaf = self.leaf(subject)
        value = (leaf.value if leaf else None) or {}
        return Antwoord(
            naam=naam,
            staat=self._staat(subject, value, "open"),
            waarde=value.get("waarde"),
            bron=bron,
            gesprek=leaf.gesprek if leaf else "",
            conflict=self.in_conflict(subject),
            andere_bronnen=others,
            extra={k: v for k, v in value.items() if k not in ("staat", "waarde")},
        )

    @cached_property
    def _lists(self) -> dict[str, dict[str, tuple[int, bytes]]]:
        lists: dict[str, dict[str, tuple[int, bytes]]] = {}
        for subject, rows in self._rows.items():
            for lijst, rij in rows_in(subject):
                order = (rows[0].counter, rows[0].id)
                known = lists.setdefault(lijst, {})
                known[rij] = min(known.get(rij, order), order)
        return lists

    @cached_property
    def _bronnen(self) -> dict[str, dict[str, str]]:
        return by_bron(self._rows)

    @cached_property
    def _velden(self) -> dict[str, dict[str, str]]:
        return by_prefix(self._rows)
