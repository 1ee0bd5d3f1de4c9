"""Putting a backup back: what would change; all of it in the place of what is there, or what is missing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake_assistant import safefile
from intake_assistant.domain.entry import ERASE_PREFIX, Presence
from intake_assistant.errors import KnownError
from intake_assistant.storage import database, entries, graves, projections, schema
from intake_assistant.storage.backup import Stop, go_on
from intake_assistant.storage.blobs import BLOBS
from intake_assistant.storage.graves import Graves
from intake_assistant.storage.session import DATABASE
from intake_assistant.storage.slots import SLOTS_FILE
from intake_assistant.storage.vault import Vault

_BLOB = re.compile(rb"[0-9a-f]{64}")
_ERASING = f'"subject":"{ERASE_PREFIX}'.encode()
_IDS = """SELECT e.id, v.presence FROM entry e
  LEFT JOIN value v ON v.dossier = e.dossier AND v.counter = e.counter AND v.id = e.id WHERE e.dossier=?"""


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


def differences(vault: Vault, found: Vault, stop: Stop = go_on) -> list[Verschil]:
    """Every dossier that is in one of both; dossier by dossier, so that who types does not wait."""
    here, there = _dossiers(vault), _dossiers(found)
    gone, made = erased(vault), []
    for dossier in sorted(here | there):
        stop()
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
    there = {} if gewist else _presences(found, dossier)
    here = _presences(vault, dossier)
    absent = {id for id, presence in here.items() if presence == Presence.WITHHELD}
    filled = {id for id, presence in there.items() if presence == Presence.PRESENT}
    terug = there.keys() - here.keys() | (absent & filled)
    weg = here.keys() - there.keys()
    if weg:
        # What erases something stays, whatever is put back.
        weg -= _erasing(vault, dossier)
    return Verschil(dossier, len(terug), len(weg), len((here.keys() & there.keys()) - terug), gewist)


def _presences(vault: Vault, dossier: str) -> dict[str, str]:
    with vault.reading() as connection:
        return dict(connection.execute(_IDS, (dossier,)).fetchall())


def _erasing(vault: Vault, dossier: str) -> set[str]:
    with vault.reading() as connection:
        sql = "SELECT id FROM entry WHERE dossier=? AND instr(header, ?) > 0"
        return {row[0] for row in connection.execute(sql, (dossier, _ERASING))}


def merge(
    vault: Vault, found: Vault, dossiers: Iterable[str] | None = None, stop: Stop = go_on
) -> Teruggezet:
    """Add what is missing here of some dossiers or of all; all or nothing. Erased dossiers stay away."""
    chosen = sorted(_dossiers(found) if dossiers is None else dossiers)
    changed: set[str] = set()
    with vault.transaction() as connection:
        gone = entries.gravestones(connection)
        zonder = _bring_blobs(vault, found, [d for d in chosen if d not in gone])
        for dossier in chosen:
            stop()
            changed |= vault.union(found.entries(dossier))
    return Teruggezet(tuple(sorted(changed)), tuple(zonder))


def replace_all(vault: Vault, found: Vault, stop: Stop = go_on) -> Teruggezet:
    """Have just the entries of a backup, in one transaction: killed at any moment it is whole or not at all.

    What was erased stays erased. Settings, keys, devices, logs and places of backups stay as they are.
    """
    changed = [v.dossier for v in differences(vault, found, stop) if v.terug or v.weg]
    with vault.transaction() as connection:
        gone = graves.read_graves(connection)
        stones = {stone.dossier for stone in gone.tombstones}
        zonder = _bring_blobs(vault, found, sorted(_dossiers(found) - stones))
        erased = _erased_ids(connection, gone)
        for table, rows in (("entry", _entry_rows), ("value", _value_rows)):
            stop()
            connection.execute(f"DELETE FROM {table}")
            _insert(connection, table, rows(found, stones, erased))
        present = set(entries.dossiers(connection))
        entries.union(connection, [e for e in gone.erasing if e.header.dossier in present])
        _drop_orphans(connection)
        _derive(connection, stop)
        vault.empty_log_afterwards()
    return Teruggezet(tuple(changed), tuple(zonder))


def _erased_ids(connection: Any, gone: Graves) -> set[str]:
    sql = "SELECT id FROM value WHERE presence=?"
    found = {id for (id,) in connection.execute(sql, (Presence.ERASED.value,))}
    return found | {id for _, _, id in gone.targets}


def _entry_rows(found: Vault, stones: set[str], erased: set[str]) -> Iterator[tuple[Any, ...]]:
    # What was erased does not even come by: a page would keep it.
    with found.reading() as source:
        yield from (row for row in source.execute("SELECT * FROM entry") if row[0] not in stones)


def _value_rows(found: Vault, stones: set[str], erased: set[str]) -> Iterator[tuple[Any, ...]]:
    with found.reading() as source:
        for row in source.execute("SELECT * FROM value"):
            if row[0] not in stones:
                yield (*row[:3], Presence.ERASED.value, None, None) if row[2] in erased else row


def _insert(connection: Any, table: str, rows: Iterator[tuple[Any, ...]]) -> None:
    places = {"entry": "?,?,?,?", "value": "?,?,?,?,?,?"}[table]
    connection.executemany(f"INSERT INTO {table} VALUES({places})", rows)


def _drop_orphans(connection: Any) -> None:
    """What was being typed about somebody who is not there any more."""
    sql = "DELETE FROM concepttekst WHERE dossier<>'' AND dossier NOT IN (SELECT dossier FROM entry)"
    connection.execute(sql)


def _derive(connection: Any, stop: Stop) -> None:
    for statement in schema.statements(schema.DROP_PROJECTIONS + schema.PROJECTIONS):
        connection.execute(statement)
    for dossier in entries.dossiers(connection):
        stop()
        projections.rebuild_dossier(connection, dossier)


def _bring_blobs(vault: Vault, found: Vault, dossiers: Sequence[str]) -> list[str]:
    """Keep here too what the dossiers name; returns the names of what cannot be read there either."""
    here, zonder = set(vault.blobs.names()), list[str]()
    for name in sorted(_named(found, dossiers) - here):
        try:
            vault.blobs.put(found.blobs.get(name))
        except KnownError as error:
            if error.code != "vault.damaged":
                raise
            # The answers come back all the same; what is missing is told.
            zonder.append(name)
    return zonder


def _named(found: Vault, dossiers: Sequence[str]) -> set[str]:
    """The blobs that dossiers name. A hash that is none does no harm: nothing of that name lies there."""
    there, named = set(found.blobs.names()), set[str]()
    with found.reading() as connection:
        for dossier in dossiers if there else ():
            sql = "SELECT body FROM value WHERE dossier=? AND length(body) > 64"
            for (body,) in connection.execute(sql, (dossier,)):
                named |= {name.decode() for name in _BLOB.findall(body)}
    return named & there


def make_vault_of(path: Path, key: bytes, root: Path, target: Path) -> None:
    """Make a vault of a backup, whole or not at all; it opens as the one whose slots lie in `root`.

    KnownError `output.exists`, `disk.full`, `output.not_writable`, `backup.failed`.
    """
    if target.exists():
        raise KnownError("output.exists", bestand=str(target))
    half = target.with_name(f".{target.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    try:
        safefile.make_folder(half / BLOBS)
        safefile.copy_file(path, half / DATABASE)
        safefile.copy_file(root / SLOTS_FILE, half / SLOTS_FILE)
        for blob in (root / BLOBS).iterdir() if (root / BLOBS).is_dir() else ():
            if _BLOB.fullmatch(blob.name.encode()):
                safefile.copy_file(blob, half / BLOBS / blob.name)
        with closing(database.connect_read_only(half / DATABASE, key)) as connection:
            if database.check_pages(connection):
                raise KnownError("backup.failed", pad=str(target), oorzaak="inhoud")
        for file in [p for p in half.rglob("*") if p.is_file()]:
            safefile.flush_file(file)
        safefile.put_folder_in_place(half, target)
    finally:
        shutil.rmtree(half, ignore_errors=True)
