"""Recording is saving: one entry, its value and the projections in one transaction (design 2)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from intake_assistant.domain import entry as entries
from intake_assistant.domain.dossier import KEPT, REMOVED
from intake_assistant.domain.entry import Entry, Header, Json, canonical, clean, make_entry, value_hash
from intake_assistant.operations.workspace import Workspace


def record(
    work: Workspace,
    dossier: str,
    subject: str,
    value: Mapping[str, Any],
    *,
    gesprek: str = "",
    seen: Iterable[str] = (),
) -> Entry | None:
    """Record a value, replacing every leaf of the subject known here; None when it says nothing new.

    `seen` names entries of other subjects that were known and taken into account.
    """
    cleaned = clean(value)
    if not isinstance(cleaned, dict):
        raise TypeError("a value is an object")
    with work.vault.transaction():
        row = work.vault.row(dossier, subject)
        leaves = json.loads(row.leaves) if row else []
        if _says_nothing_new(leaves, cleaned, gesprek) and not seen:
            return None
        replaces = tuple(sorted({leaf["id"] for leaf in leaves} | set(seen)))
        made = _make(work, dossier, subject, cleaned, gesprek, replaces)
        work.vault.append(made, row)
        return made


def record_waarde(
    work: Workspace, dossier: str, subject: str, waarde: object, gesprek: str = ""
) -> Entry | None:
    """Record a plain `waarde`; an empty text where nothing was recorded yet is nothing."""
    if waarde == "" and work.vault.row(dossier, subject) is None:
        return None
    return record(work, dossier, subject, {"waarde": waarde}, gesprek=gesprek)


def record_fields(
    work: Workspace, dossier: str, prefix: str, fields: Mapping[str, object], gesprek: str = ""
) -> None:
    """Record several fields `prefix.field` in one transaction."""
    with work.vault.transaction():
        for naam, waarde in fields.items():
            record_waarde(work, dossier, f"{prefix}.{naam}", waarde, gesprek)


def remove_row(work: Workspace, dossier: str, row_subject: str, gesprek: str = "") -> Entry | None:
    """Record that a row was removed; what it held is kept beneath."""
    found = work.vault.dossier(dossier)
    seen = [leaf.id for s in found.row_subjects(row_subject) for leaf in found.visible(s)]
    return record(work, dossier, row_subject, {"staat": REMOVED}, gesprek=gesprek, seen=seen)


def restore_row(work: Workspace, dossier: str, row_subject: str, gesprek: str = "") -> Entry | None:
    """Record that a removed row stands again."""
    return record(work, dossier, row_subject, {"staat": KEPT}, gesprek=gesprek)


def erase_value(work: Workspace, dossier: str, entry_id: str, reden: str) -> Entry | None:
    """Destroy the value of one entry; its header stays and the erasure travels (AVG 16, 17)."""
    subject = f"{entries.ERASE_PREFIX}{entry_id}]"
    return record(work, dossier, subject, {"waarde": reden})


def history(work: Workspace, dossier: str, subject: str) -> list[Entry]:
    """All entries of one subject, oldest first."""
    return [e for e in work.vault.entries(dossier) if e.header.subject == subject]


def undo(work: Workspace, dossier: str, subject: str, gesprek: str = "") -> Entry | None:
    """Go back through entries: record once more what the subject said before its last entry."""
    known = history(work, dossier, subject)
    if not known:
        return None
    before = next((e.value for e in reversed(known[:-1]) if e.value is not None), {"staat": "open"})
    return record(work, dossier, subject, before, gesprek=gesprek)


def _says_nothing_new(leaves: list[dict[str, Any]], value: dict[str, Json], gesprek: str) -> bool:
    if len(leaves) != 1:
        return False
    old = leaves[0]["value"]
    return bool(old == value and (leaves[0]["gesprek"] == gesprek or not gesprek))


def _make(
    work: Workspace, dossier: str, subject: str, value: dict[str, Json], gesprek: str, replaces: tuple[str, ...]
) -> Entry:
    body, salt = canonical(value), work.random(entries.SALT_BYTES)
    header = Header(
        dossier=dossier,
        device=work.vault.device.id,
        counter=work.vault.next_counter(dossier),
        vastgelegd_op=work.clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        author=work.author,
        gesprek=gesprek,
        subject=subject,
        replaces=replaces,
        value_hash=value_hash(salt, body),
    )
    return make_entry(header, salt, body)
