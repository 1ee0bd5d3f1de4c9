"""What is left of a damaged vault, gathered in memory; each entry is proved by its own hash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto
from intake_assistant.domain.dossier import Dossier, fold, missing
from intake_assistant.domain.entry import SALT_BYTES, Presence, entry_id, read_header, value_hash
from intake_assistant.errors import KnownError
from intake_assistant.storage.damage import losses, records
from intake_assistant.storage.damage.losses import Loss
from intake_assistant.storage.engine import schema
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.pages import Pages
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries import blobs, entries
from intake_assistant.storage.entries.vault import Vault

_DOSSIER, _ID = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")
# What is found, before anything is proved: one entry may have been read from several pages.
_FOUND = """
CREATE TABLE found_value(id TEXT, presence TEXT, proof TEXT, salt BLOB, body BLOB,
  PRIMARY KEY(id, presence, proof)) WITHOUT ROWID;
CREATE TABLE found_row(dossier TEXT, subject TEXT, leaves TEXT, PRIMARY KEY(dossier, subject)) WITHOUT ROWID;
"""
_INSERTS = {
    "entry": "INSERT OR IGNORE INTO entry VALUES(?,?,?,?)",
    "value": "INSERT OR IGNORE INTO found_value VALUES(?,?,?,?,?)",
    # The log comes after the database: what is read last was written last.
    "row": "INSERT OR REPLACE INTO found_row VALUES(?,?,?)",
    # The name is all that is asked of it.
    "overview": "INSERT OR REPLACE INTO p_overzicht SELECT ?1, ?2, ?3, ?4, '{}' WHERE ?5 IS NOT NULL",
    "concepttekst": "INSERT OR REPLACE INTO concepttekst VALUES(?,?,?,?,?,?)",
    "tombstone": "INSERT OR IGNORE INTO tombstone VALUES(?,?,?)",
    "device": "INSERT OR IGNORE INTO device VALUES(?,?,?,?,?,?,?)",
    "blobkey": """INSERT INTO blobkey(soort, sleutel)
      SELECT ?1, ?2 WHERE ?2 NOT IN (SELECT sleutel FROM blobkey)""",
    "setting": "INSERT OR REPLACE INTO setting VALUES(?,?)",
    "nog_te_wissen": "INSERT OR REPLACE INTO nog_te_wissen VALUES(?,?,?,?)",
    "access_log": "INSERT OR REPLACE INTO access_log VALUES(?,?,?,?,?)",
    "export_log": "INSERT OR REPLACE INTO export_log VALUES(?,?,?,?,?,?)",
}
# Never changed once they are recorded: good from an older page too.
_FOR_EVER = {"entry", "value", "tombstone"}


class Salvaged(Vault):
    """A vault in memory that can only be read: its entries as far as they were found, and what is missing."""

    losses: dict[str, Loss]
    """What is left of each dossier, by its id."""

    @property
    def has_own_device(self) -> bool:
        """Whether the keys of the laptop were found."""
        return bool(self.device.id)

    def dossier(self, id: str) -> Dossier:
        """Everything current about a dossier, as far as it was found; KnownError `dossier.not_found`."""
        found = self.entries(id)
        if not found:
            raise KnownError("dossier.not_found", dossier=id)
        return Dossier(id, fold(found), onvolledig=bool(missing(found)))

    def dossiers(self) -> list[str]:
        """The ids of all dossiers of which anything was found."""
        with self.reading() as connection:
            return entries.dossiers(connection)

    def naam(self, dossier: str) -> str:
        """The name in the list, as it was last kept; empty when that is lost."""
        with self.reading() as connection:
            found = connection.execute("SELECT naam FROM p_overzicht WHERE dossier=?", (dossier,)).fetchone()
        return str(found[0]) if found else ""


def read_what_is_left(
    path: Path, key: crypto.Key, around: Surroundings, further: Sequence[Path] = ()
) -> Salvaged:
    """Read a vault page by page; a backup or a second copy fills what is missing. Nothing is written."""
    connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA temp_store=MEMORY")
    tables = schema.TABLES + schema.PROJECTIONS + _FOUND
    connection.execute("BEGIN")
    for statement in schema.statements(tables):
        connection.execute(statement)
    for source in further:
        # First: what the vault itself says counts. What was being typed then has been recorded since.
        _gather(connection, source, bytes(key))
        connection.execute("DELETE FROM concepttekst")
    _gather(connection, path / DATABASE, bytes(key))
    valueless = _prove(connection)
    if connection.execute("SELECT 1 FROM device WHERE private IS NOT NULL").fetchone() is None:
        connection.execute("INSERT INTO device VALUES('','','regievoerder',x'','',x'','')")
    if connection.execute("SELECT 1 FROM blobkey WHERE soort=?", (blobs.NAME,)).fetchone() is None:
        # Without it no document can be found from what an entry says; each can still be read and saved.
        blobs.add_key(connection, around.random(crypto.KEY_BYTES), blobs.NAME)
    found = losses.mend(connection, valueless, around.random)
    connection.execute("DELETE FROM found_row")
    connection.execute("COMMIT")
    salvaged = Salvaged(path, key, connection, None, around)
    salvaged.losses = found
    return salvaged


def holds_entries(pages: Pages) -> bool:
    """Whether an entry can be read by this key, though no page proves that it is whole."""
    found = (_of_dossier(row) for page in pages for row in records.rows(page, pages.body))
    return any(known is not None and known[0] == "entry" for known in found)


def _gather(connection: Connection, path: Path, key: bytes) -> None:
    pages = Pages(path, key)
    for page in pages:
        by_form = page.is_sound or pages.is_salt_lost
        found = list(records.rows(page, pages.body)) if by_form else []
        if not page.is_sound:
            found += records.carve(page, pages.body)
        for row in found:
            known = _of_dossier(row) or (_of_vault(row) if by_form else None)
            if known is not None and (page.is_last or known[0] in _FOR_EVER):
                connection.execute(_INSERTS[known[0]], known[1])


type _Found = tuple[str, tuple[Any, ...]] | None


def _of_dossier(row: records.Row) -> _Found:
    """The table that a row of a dossier is of, by its form: the tree that would say so may be gone."""
    match row:
        case (str(dossier), *_) if not _DOSSIER.fullmatch(dossier):
            return None
        case (str(), int(), str(), bytes()):
            return ("entry", row) if _is_header(*row) else None
        case (str(), int(), str(id), str(presence), (bytes() | None) as salt, (bytes() | None) as body):
            return ("value", (id, presence, _proof(presence, salt, body), salt, body))
        case (str(dossier), str(subject), int(), str(), str(leaves)):
            return ("row", (dossier, subject, leaves)) if losses.read_leaves(leaves) else None
        case (str(), int(), int(), str(), str()):
            return "overview", row
        case (str(), str(), str(), str(), int(), str()):
            return "concepttekst", row
        case (str(), str(op), str()) if _MOMENT.match(op):
            return "tombstone", row
        case _:
            return None


def _of_vault(row: records.Row) -> _Found:
    """The table that any other row is of."""
    match row:
        case (str(id), str(), str(), bytes(public), str(), bytes() | None, str() | None):
            return ("device", row) if crypto.fingerprint(public) == id else None
        case (int(), (blobs.CONTENT | blobs.NAME) as soort, bytes(key)) if len(key) == crypto.KEY_BYTES:
            return "blobkey", (soort, key)
        case (str(), str(dossier), str(), str()) if _DOSSIER.fullmatch(dossier):
            return "nog_te_wissen", row
        case (int(), str(op), str(), str(), str()) if _MOMENT.match(op):
            return "access_log", row
        case (int(), str(op), str(), str(), str(), str()) if _MOMENT.match(op):
            return "export_log", row
        case (str(), str(waarde)) if not _MOMENT.match(waarde):
            return "setting", row
        case _:
            return None


def _is_header(dossier: object, counter: object, id: object, raw: object) -> bool:
    try:
        header = read_header(raw)  # type: ignore[arg-type]  # bytes, as it was recognised
    except ValueError:
        return False
    return (header.dossier, header.counter, entry_id(raw)) == (dossier, counter, id)  # type: ignore[arg-type]  # bytes: read above


def _proof(presence: str, salt: bytes | None, body: bytes | None) -> str:
    """What the header must say of a value; of a value that is not there it says nothing."""
    if presence != Presence.PRESENT:
        return ""
    return value_hash(salt, body) if salt and body and len(salt) == SALT_BYTES else "-"


def _prove(connection: Connection) -> set[str]:
    """Give each entry the value that its header vouches for; returns the entries whose value was not found.

    Those stay as if it had been left out by a sender: a colleague may have it still.
    """
    valueless: set[str] = set()
    for dossier in entries.dossiers(connection):
        rows = connection.execute(
            "SELECT counter, id, header FROM entry WHERE dossier=?", (dossier,)
        ).fetchall()
        for counter, id, raw in rows:
            value = _value_of(connection, id, read_header(raw).value_hash)
            if value is None:
                valueless.add(id)
            row = (dossier, counter, id, *(value or (Presence.WITHHELD.value, None, None)))
            connection.execute("INSERT INTO value VALUES(?,?,?,?,?,?)", row)
        # At once: what was found of thousands of dossiers is not held twice.
        connection.executemany("DELETE FROM found_value WHERE id=?", [(id,) for _, id, _ in rows])
        entries.carry_out_erasures(connection, dossier)
    erased = "SELECT id FROM value WHERE presence=?"
    return valueless - {row[0] for row in connection.execute(erased, (Presence.ERASED.value,))}


def _value_of(connection: Connection, id: str, proof: str) -> tuple[str, bytes | None, bytes | None] | None:
    sql = "SELECT presence, salt, body FROM found_value WHERE id=? AND proof IN ('', ?)"
    found = {row[0]: row for row in connection.execute(sql, (id, proof)).fetchall()}
    ordered = (Presence.ERASED, Presence.PRESENT, Presence.WITHHELD)
    return next((found[presence.value] for presence in ordered if presence.value in found), None)
