"""Putting a backup back: what would change; all of it in the place of what is there, or what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from intake_assistant import safefile
from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.domain.kinds import erased_target
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup.backup import copy_whole
from intake_assistant.storage.engine import database, halves
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.opening import open_with
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries import entries, numbers, projections
from intake_assistant.storage.entries.blobs import BLOBS, is_file_name, named_by
from intake_assistant.storage.entries.stored import Stored
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import erase, graves
from intake_assistant.storage.erase.graves import Graves
from intake_assistant.storage.keys.slots import SLOTS_FILE


@dataclass(frozen=True, slots=True)
class Verschil:
    """One dossier in a backup and here: how many entries would come back, would go, and stand in both."""

    dossier: str
    terug: int
    weg: int
    gelijk: int
    gewist: bool
    """It was erased here, and stays so whatever is put back."""


@dataclass(frozen=True, slots=True)
class Teruggezet:
    """What was put back: the dossiers that changed, and documents that are not there any more either."""

    dossiers: tuple[str, ...]
    zonder: tuple[str, ...]


class _Said(NamedTuple):
    """An entry as it says the same in every vault: numbers are of one vault alone."""

    subject: str
    is_erased: bool
    said: tuple[Any, ...]
    """Its value last; a device or author whose name is lost here is none."""


def differences(vault: Vault, found: Vault, progress: Progress = UNWATCHED) -> list[Verschil]:
    """Every dossier that is in one of both; dossier by dossier, so that who types does not wait."""
    here, there = _dossiers(vault), _dossiers(found)
    gone, made = erased(vault), []
    for dossier in progress.each(sorted(here | there)):
        made.append(_difference(vault, found, dossier, gewist=dossier in gone))
    return made


def erased(vault: Vault) -> set[str]:
    """The dossiers that were erased here."""
    with vault.reading() as connection:
        return entries.gravestones(connection)


def _dossiers(vault: Vault) -> set[str]:
    with vault.reading() as connection:
        return set(entries.dossiers(connection))


def _difference(vault: Vault, found: Vault, dossier: str, *, gewist: bool) -> Verschil:
    there = {} if gewist else _rows(found, dossier)
    here = _rows(vault, dossier)
    terug = {id for id, row in there.items() if _comes_back(here.get(id), row)}
    # What erases something stays, whatever is put back.
    weg = {id for id in here.keys() - there.keys() if not erased_target(here[id].subject)}
    return Verschil(dossier, len(terug), len(weg), len((here.keys() & there.keys()) - terug), gewist)


def _comes_back(here: _Said | None, there: _Said) -> bool:
    """Whether an entry is not here, or not as it should be; what was erased here is as it should be."""
    if here is None:
        return True
    return here.said != there.said and there.said[-1] is not None and not here.is_erased


def _rows(vault: Vault, dossier: str) -> dict[bytes, _Said]:
    with vault.reading() as connection:
        known = numbers.names(connection)
        return {row.id: _said(row, known) for row in entries.read_stored(connection, dossier)}


def _said(row: Stored, known: Mapping[int, str]) -> _Said:
    said = (known.get(row.device), known.get(row.author), row.op, row.gesprek, row.subject, row.replaces)
    return _Said(row.subject, bool(row.is_erased), (*said, row.value_hash, row.salt, row.body))


def merge(
    vault: Vault, found: Vault, dossiers: Iterable[str] | None = None, progress: Progress = UNWATCHED
) -> Teruggezet:
    """Add what is missing here of some dossiers or of all; all or nothing. Erased dossiers stay away."""
    chosen = sorted(_dossiers(found) if dossiers is None else dossiers)
    changed: set[str] = set()
    with vault.transaction() as connection:
        gone = entries.gravestones(connection)
        zonder = _bring_blobs(vault, found, [d for d in chosen if d not in gone])
        for dossier in progress.each(chosen):
            if dossier not in gone:
                _drop_altered(connection, vault, found, dossier)
            changed |= vault.union(found.entries(dossier))
    return Teruggezet(tuple(sorted(changed)), tuple(zonder))


def _drop_altered(connection: Connection, vault: Vault, found: Vault, dossier: str) -> None:
    """Make room for entries whose bytes were altered here; the union refuses any that is not sound."""
    here, there = _rows(vault, dossier), _rows(found, dossier)
    altered = [id for id in here.keys() & there.keys() if _comes_back(here[id], there[id])]
    if altered:
        place = entries.make_shelf(connection, dossier)
        sql = f"DELETE FROM {place.table} WHERE dossier=? AND id=?"
        connection.executemany(sql, [(place.nr, id) for id in altered])


def replace_all(vault: Vault, found: Vault, progress: Progress = UNWATCHED) -> Teruggezet:
    """Have just the entries of a backup, in one transaction: killed at any moment it is whole or not at all.

    What was erased stays erased. Settings, keys, devices, logs and places of backups stay as they are.
    """
    with vault.transaction() as connection:
        gone, there = graves.read_graves(connection), _dossiers(found)
        zonder = _bring_blobs(vault, found, sorted(there - erased(vault)))
        looking, replacing = progress.parts(1, 2)
        changed = [v.dossier for v in differences(vault, found, looking) if v.terug or v.weg]
        for dossier in replacing.each(changed):
            if _replace_dossier(connection, found, dossier, gone):
                erase.erased_values(vault, connection, dossier)
        _drop_orphans(connection)
        vault.empty_log_afterwards()
    return Teruggezet(tuple(changed), tuple(zonder))


def _replace_dossier(connection: Connection, found: Vault, dossier: str, gone: Graves) -> bool:
    """Returns whether values were erased there that were not erased here."""
    there, destroyed = found.entries(dossier), _erased_ids(connection, dossier, gone)
    projections.take_out(connection, dossier)
    # What was erased does not even come by: a page would keep it.
    entries.union(connection, (_without_value(e) if e.id in destroyed else e for e in there))
    if entries.highest_counter(connection, dossier):
        entries.union(connection, [e for e in gone.erasing if e.header.dossier == dossier])
        projections.derive(connection, dossier)
    else:
        graves.keep_absent(connection, dossier, gone)
    erasing = {e.id for e in there if erased_target(e.header.subject)}
    return not erasing <= {e.id for e in gone.erasing}


def _erased_ids(connection: Connection, dossier: str, gone: Graves) -> set[str]:
    found = {row.id.hex() for row in entries.read_stored(connection, dossier) if row.is_erased}
    return found | {id for of, _, id in gone.targets if of == dossier}


def _without_value(entry: Entry) -> Entry:
    return replace(entry, presence=Presence.WITHHELD, salt=b"", body=b"")


def _drop_orphans(connection: Connection) -> None:
    """What was being typed about somebody who is not there any more."""
    known = set(entries.dossiers(connection))
    typed = {d for (d,) in connection.execute("SELECT DISTINCT dossier FROM concepttekst").fetchall() if d}
    sql = "DELETE FROM concepttekst WHERE dossier=?"
    connection.executemany(sql, [(dossier,) for dossier in sorted(typed - known)])


def _bring_blobs(vault: Vault, found: Vault, dossiers: Sequence[str]) -> list[str]:
    """Keep here too what the dossiers name; returns the SHA-256 of what cannot be read there either."""
    there, zonder = set(found.blobs.files()), list[str]()
    for sha256 in sorted(_named(found, dossiers) if there else ()):
        # Also what is here but was altered: bringing it back is what a person does about it.
        name = found.blobs.file_of(sha256)
        if name not in there or vault.blobs.is_sound(sha256):
            continue
        content = found.blobs.read_file(name)
        if content is None:
            # The answers come back all the same; what is missing is told.
            zonder.append(sha256)
        else:
            # Under the name that this vault gives it.
            vault.blobs.put(content)
    return zonder


def _named(found: Vault, dossiers: Sequence[str]) -> set[str]:
    with found.reading() as connection:
        return {sha256 for dossier in dossiers for sha256 in named_by(connection, dossier)}


def make_vault_of(path: Path, key: bytes, root: Path, target: Path, around: Surroundings) -> None:
    """Make a vault of a backup, whole or not at all; it opens as the one whose slots lie in `root`.

    KnownError `output.exists`, `disk.full`, `output.not_writable`, `backup.failed`.
    """
    with halves.made_beside(target) as half:
        safefile.make_folder(half / BLOBS)
        copy_whole(path, half / DATABASE, key)
        safefile.copy_file(root / SLOTS_FILE, half / SLOTS_FILE)
        for blob in (root / BLOBS).iterdir() if (root / BLOBS).is_dir() else ():
            if is_file_name(blob.name):
                safefile.copy_file(blob, half / BLOBS / blob.name)
        with closing(database.connect_read_only(half / DATABASE, key)) as connection:
            if database.check_pages(connection):
                raise KnownError("backup.failed", pad=str(target), oorzaak="inhoud")
        with open_with(half, around, lambda kluis, ways: key) as made:
            made.log_access("nieuwe_kluis")
        for file in [p for p in half.rglob("*") if p.is_file()]:
            safefile.flush_file(file)
