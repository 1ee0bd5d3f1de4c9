"""Recording is saving: one entry, its value and the projections in one transaction (design 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from intake_assistant.domain import entry as entries
from intake_assistant.domain.dossier import REMOVED, Leaf, any_withheld
from intake_assistant.domain.draad.schakel import answer_named, with_source
from intake_assistant.domain.entry import Entry, Header, Json, canonical, clean, make_entry, value_hash
from intake_assistant.domain.kinds import GEWIST
from intake_assistant.domain.recht.gezien import GEZIEN, is_snapshot, with_seen
from intake_assistant.domain.subject import field
from intake_assistant.errors import KnownError
from intake_assistant.operations.changed import Changed, recorded, together
from intake_assistant.operations.views.geschiedenis import before_removal, history
from intake_assistant.operations.workspace import Workspace

if TYPE_CHECKING:
    from intake_assistant.operations.views.geschiedenis import Geschiedenisregel


def at_once(work: Workspace, *acts: Callable[[], Changed]) -> Changed:
    """Do several acts in one transaction: all of them, or none."""
    with work.vault.transaction():
        return together([act() for act in acts])


def record(
    work: Workspace,
    dossier: str,
    subject: str,
    value: Mapping[str, Any],
    *,
    gesprek: str = "",
    seen: Iterable[str] = (),
) -> Changed:
    """Record a value, replacing every leaf of the subject known here; nothing when it says nothing new.

    KnownError `antwoord.achtergehouden` when what stands now was left out by who sent it (design 2).

    `seen` names entries of other subjects that were known and taken into account.
    """
    cleaned = clean(value)
    if not isinstance(cleaned, dict):
        raise TypeError("a value is an object")
    with work.vault.transaction():
        leaves = work.vault.leaves(dossier, subject)
        if any_withheld(leaves):
            raise KnownError("antwoord.achtergehouden", onderwerp=subject)
        cleaned = _with_source(work, dossier, subject, cleaned)
        if _says_nothing_new(leaves, cleaned, gesprek) and not seen:
            return Changed()
        cleaned = _with_seen(work, dossier, subject, cleaned)
        replaces = tuple(sorted({leaf.id for leaf in leaves} | set(seen)))
        counter = work.vault.next_counter(dossier)
        made = _make(work, dossier, subject, cleaned, counter, gesprek=gesprek, replaces=replaces)
        work.vault.append(made, leaves)
    return recorded(made)


def record_waarde(work: Workspace, dossier: str, subject: str, waarde: object, gesprek: str = "") -> Changed:
    """Record a plain `waarde`; an empty text where nothing was recorded yet is nothing."""
    if waarde == "" and not work.vault.leaves(dossier, subject):
        return Changed()
    return record(work, dossier, subject, {"waarde": waarde}, gesprek=gesprek)


def record_beside(work: Workspace, dossier: str, subject: str, value: Mapping[str, Any]) -> Changed:
    """Record what another source says beside what stands: a conflict, that a person settles (design 2)."""
    cleaned = clean(value)
    if not isinstance(cleaned, dict):
        raise TypeError("a value is an object")
    with work.vault.transaction():
        if any_withheld(work.vault.leaves(dossier, subject)):
            raise KnownError("antwoord.achtergehouden", onderwerp=subject)
        counter = work.vault.next_counter(dossier)
        made = _make(work, dossier, subject, cleaned, counter, replaces=())
        work.vault.union([made])
    return recorded(made)


def record_fields(
    work: Workspace, dossier: str, prefix: str, fields: Mapping[str, object], gesprek: str = ""
) -> Changed:
    """Record several fields `prefix.field` in one transaction."""
    with work.vault.transaction():
        return together(
            record_waarde(work, dossier, field(prefix, naam), waarde, gesprek)
            for naam, waarde in fields.items()
        )


def remove_row(work: Workspace, dossier: str, row_subject: str, gesprek: str = "") -> Changed:
    """Record that a row was removed; what it held is kept beneath."""
    seen = work.vault.dossier(dossier).known_beneath(row_subject)
    return record(work, dossier, row_subject, {"staat": REMOVED}, gesprek=gesprek, seen=seen)


def restore_row(work: Workspace, dossier: str, row_subject: str, gesprek: str = "") -> Changed:
    """Record that a removed row stands again, with what it said itself before."""
    return record(work, dossier, row_subject, before_removal(work, dossier, row_subject), gesprek=gesprek)


def erase_values(work: Workspace, dossier: str, entry_ids: Iterable[str], reden: str) -> Changed:
    """Destroy the values of entries; their headers stay and the erasure travels (AVG 16, 17).

    Carried out once, so that nobody who types waits for each of them.
    """
    value, made = {"waarde": clean(reden)}, list[Entry]()
    with work.vault.transaction():
        counter = work.vault.next_counter(dossier)
        for id in entry_ids:
            subject = GEWIST.of(id)
            leaves = work.vault.leaves(dossier, subject)
            if not _says_nothing_new(leaves, value, ""):
                replaces = tuple(sorted(leaf.id for leaf in leaves))
                place = min(counter + len(made), entries.LARGEST_INT)
                made.append(_make(work, dossier, subject, value, place, replaces=replaces))
        if made:
            work.vault.append_erasing(dossier, made)
    return recorded(*made)


def undo(work: Workspace, dossier: str, subject: str, gesprek: str = "") -> Changed:
    """Go one step back: record once more what the subject said before; a second undo goes one further.

    What settled a conflict goes back to that conflict: to go on with one of its sides would be choosing it.
    """
    known = history(work, dossier, subject)
    line = _undo_line(known)
    if not line:
        return Changed()
    if len(sides := _settled_by(known)) > 1:
        return _unsettle(work, dossier, subject, known[-1], sides)
    if removal := _removal_settled_by(known):
        seen = [id for id in removal.header.replaces if id not in {e.id for e in known}]
        return record(work, dossier, subject, {"staat": REMOVED}, gesprek=gesprek, seen=seen)
    before = next((e for e in reversed(line[:-1]) if e.value is not None), None)
    value = (before.value if before else None) or {"staat": "open"}
    if value.get("staat") == REMOVED:
        return remove_row(work, dossier, subject, gesprek)
    # Naming the entry gone back to is what tells an undo from the same answer given twice.
    return record(work, dossier, subject, value, gesprek=gesprek, seen=[before.id] if before else [])


def undo_regel(work: Workspace, dossier: str, regel: Geschiedenisregel) -> Changed:
    """Take the last entry of a subject back; nothing when it can not be, or something came after it."""
    latest = [e.id for e in work.vault.entries(dossier) if e.header.subject == regel.subject]
    if not regel.kan_terug or not latest or latest[-1] != regel.entry:
        return Changed()
    return undo(work, dossier, regel.subject)


def _settled_by(known: list[Entry]) -> list[Entry]:
    """What stood beside each other until the last entry replaced it all; each thing that was said once."""
    last = known[-1]
    before = {id for entry in known[:-1] for id in entry.header.replaces}
    stood = (e for e in known[:-1] if e.id in last.header.replaces and e.id not in before)
    return list({str(_says(e.value)): e for e in stood if e.value is not None}.values())


def _says(value: Mapping[str, Json]) -> tuple[Json | None, Json | None]:
    return value.get("staat", ""), value.get("waarde")


def _removal_settled_by(known: list[Entry]) -> Entry | None:
    """The removal of a row that the last entry replaced with what was changed meanwhile without knowing."""
    *before, last = known
    own = {entry.id for entry in known}
    if not before or (before[-1].value or {}).get("staat") != REMOVED:
        return None
    unseen = set(last.header.replaces) - own - set(before[-1].header.replaces)
    return before[-1] if unseen else None


def _unsettle(work: Workspace, dossier: str, subject: str, last: Entry, sides: list[Entry]) -> Changed:
    """Put the sides beside each other again: each replaces what settled them, none the other."""
    with work.vault.transaction():
        if [leaf.id for leaf in work.vault.leaves(dossier, subject)] != [last.id]:
            return Changed()
        counter = work.vault.next_counter(dossier)
        made = [
            _make(
                work, dossier, subject, side.value or {}, counter,
                gesprek=side.header.gesprek, replaces=tuple(sorted((last.id, side.id))),
            )
            for side in sides
        ]  # fmt: skip
        work.vault.union(made)
    return recorded(*made)


def _undo_line(known: list[Entry]) -> list[Entry]:
    """The entries that undoing walks back along: an undo cuts off what it undid."""
    line: list[Entry] = []
    replaced: set[str] = set()
    for entry in known:
        again = replaced & set(entry.header.replaces)
        place = next((i for i, old in enumerate(line) if old.id in again and old.value == entry.value), None)
        # The undo stands in the place of what it went back to, so that a later undo finds it by its own id.
        line = [*line, entry] if place is None else [*line[:place], entry]
        replaced.update(entry.header.replaces)
    return line


def _says_nothing_new(leaves: Sequence[Leaf], value: dict[str, Json], gesprek: str) -> bool:
    if len(leaves) != 1:
        return False
    (leaf,) = leaves
    return _said(leaf.value) == _said(value) and (leaf.gesprek == gesprek or not gesprek)


def _said(value: Mapping[str, Json] | None) -> dict[str, Json] | None:
    """Without what was seen: to leave the same day in its field once more is no new transfer."""
    return None if value is None else {naam: wat for naam, wat in value.items() if naam != GEZIEN}


def _with_seen(work: Workspace, dossier: str, subject: str, value: dict[str, Json]) -> dict[str, Json]:
    return with_seen(work.vault.dossier(dossier), subject, value) if is_snapshot(subject) else value


def _with_source(work: Workspace, dossier: str, subject: str, value: dict[str, Json]) -> dict[str, Json]:
    vraag = answer_named(subject, value)
    return with_source(work.vault.dossier(dossier), value, vraag) if vraag else value


def _make(
    work: Workspace,
    dossier: str,
    subject: str,
    value: dict[str, Json],
    counter: int,
    *,
    gesprek: str = "",
    replaces: tuple[str, ...],
) -> Entry:
    body, salt = canonical(value), work.random(entries.SALT_BYTES)
    header = Header(
        dossier=dossier,
        device=work.vault.device.id,
        counter=counter,
        vastgelegd_op=work.clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        author=work.author,
        gesprek=gesprek,
        subject=subject,
        replaces=replaces,
        value_hash=value_hash(salt, body),
    )
    return make_entry(header, salt, body)
