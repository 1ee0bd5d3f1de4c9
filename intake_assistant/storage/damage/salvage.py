"""What is left of a damaged vault; each entry is proved by its own hash.

It is gathered in a database of its own, in the folder of the system for what is temporary, under a key that
only memory holds: a vault of thousands of dossiers does not fit there.
"""

from __future__ import annotations

import re
import shutil
import weakref
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from intake_assistant import crypto
from intake_assistant.domain.dossier import Dossier, fold
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.damage import losses, proving, records
from intake_assistant.storage.damage.losses import Loss
from intake_assistant.storage.engine import database, schema
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.pages import Pages
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries import blobs, numbers
from intake_assistant.storage.entries.vault import Vault

_DOSSIER = re.compile(r"[0-9a-f]{32}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")
_INSERTS = {
    "entry": f"INSERT INTO found VALUES(NULL,{','.join('?' * 14)})",
    "number": "INSERT OR IGNORE INTO found_number VALUES(?,?,?)",
    # The log comes after the database: what is read last was written last.
    "overview": "INSERT OR REPLACE INTO found_naam SELECT ?1, ?2 WHERE ?3 IS NOT NULL",
    # It only grows.
    "aantal": "INSERT INTO found_aantal VALUES(?1,?2) ON CONFLICT DO UPDATE SET aantal=max(aantal, ?2)",
    "concepttekst": "INSERT OR REPLACE INTO concepttekst VALUES(?,?,?,?,?,?)",
    "tombstone": "INSERT OR IGNORE INTO tombstone VALUES(?,?,?)",
    "device": f"INSERT OR IGNORE INTO device VALUES({','.join('?' * 11)})",
    "blobkey": """INSERT INTO blobkey(soort, sleutel)
      SELECT ?1, ?2 WHERE ?2 NOT IN (SELECT sleutel FROM blobkey)""",
    "setting": "INSERT OR REPLACE INTO setting VALUES(?,?)",
    "nog_te_wissen": "INSERT OR REPLACE INTO nog_te_wissen VALUES(?,?,?,?)",
    "access_log": "INSERT OR REPLACE INTO access_log VALUES(?,?,?,?,?)",
    "export_log": f"INSERT OR REPLACE INTO export_log VALUES({','.join('?' * 9)})",
}
# Never changed once they are recorded: good from an older page too.
_FOR_EVER = {"entry", "number", "tombstone"}


class Salvaged(Vault):
    """A vault in memory that can only be read: its entries as far as they were found, and what is missing."""

    losses: dict[str, Loss]
    """What is left of each dossier, by its id."""

    scratch: Path
    """Where it was gathered; gone when it is closed."""

    def close(self) -> None:
        """Let go of all that was read."""
        super().close()
        _take_away(self.scratch)

    @property
    def has_own_device(self) -> bool:
        """Whether the keys of the laptop were found."""
        return bool(self.device.id)

    def dossier(self, id: str) -> Dossier:
        """Everything current about a dossier, as far as it was found; KnownError `dossier.not_found`."""
        found = self.entries(id)
        if not found:
            raise KnownError("dossier.not_found", dossier=id)
        return fold(id, found)

    def naam(self, dossier: str) -> str:
        """The name in the list, as it was last kept; empty when that is lost."""
        with self.reading() as connection:
            found = connection.execute("SELECT naam FROM naam WHERE dossier=?", (dossier,)).fetchone()
        return str(found[0]) if found else ""


def read_what_is_left(
    path: Path,
    key: crypto.Key,
    around: Surroundings,
    further: Sequence[Path] = (),
    progress: Progress = UNWATCHED,
) -> Salvaged:
    """Read a vault page by page; a backup or a second copy fills what is missing. Nothing is written."""
    scratch = Path(mkdtemp(prefix="intake-"))
    try:
        connection = _scratch_database(scratch, around)
        with database.known_failures(scratch):
            found = _read_all(connection, path, bytes(key), around, further, progress=progress)
        salvaged = Salvaged(path, key, connection, None, around)
    except BaseException:
        _take_away(scratch)
        raise
    salvaged.losses, salvaged.scratch = found, scratch
    weakref.finalize(salvaged, _take_away, scratch)
    return salvaged


def _take_away(scratch: Path) -> None:
    # What cannot be taken away yet is of no use to anybody: its key is gone.
    shutil.rmtree(scratch, ignore_errors=True)


def _scratch_database(folder: Path, around: Surroundings) -> Connection:
    connection = database.connect(folder / DATABASE, around.random(crypto.KEY_BYTES), create=True)
    # What is left may hold anything; what is kept of it is proved by its hash.
    connection.text_factory = str
    # Nobody needs it after a failure.
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    return connection


def _read_all(
    connection: Connection,
    path: Path,
    key: bytes,
    around: Surroundings,
    further: Sequence[Path],
    *,
    progress: Progress,
) -> dict[str, Loss]:
    tables = schema.TABLES + schema.PROJECTIONS + proving.FOUND
    connection.execute("BEGIN")
    for statement in schema.statements(tables):
        connection.execute(statement)
    *of_further, of_vault, of_proof, of_losses = progress.parts(*(3 for _ in further), 3, 3, 2)
    for source, part in zip(further, of_further, strict=True):
        # First: what the vault itself says counts. What was being typed then has been recorded since.
        _gather(connection, source, key, part)
        connection.execute("DELETE FROM concepttekst")
    _gather(connection, path / DATABASE, key, of_vault)
    proving.prove(connection, of_proof)
    if connection.execute("SELECT 1 FROM device WHERE private IS NOT NULL").fetchone() is None:
        connection.execute("INSERT INTO device VALUES('','','regievoerder',x'','',x'','','','','','')")
    if connection.execute("SELECT 1 FROM blobkey WHERE soort=?", (blobs.NAME,)).fetchone() is None:
        # Without it no document can be found from what an entry says; each can still be read and saved.
        blobs.add_key(connection, around.random(crypto.KEY_BYTES), blobs.NAME)
    found = losses.of_all(connection, of_losses)
    connection.execute("COMMIT")
    return found


def holds_entries(pages: Pages) -> bool:
    """Whether an entry can be read by this key, though no page proves that it is whole."""
    found = (_of_dossier(row) for page in pages for row in records.rows(page, pages.body))
    return any(known is not None and known[0] == "entry" for known in found)


def _gather(connection: Connection, path: Path, key: bytes, progress: Progress) -> None:
    pages = Pages(path, key)
    for page in progress.each(pages):
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
    """The table that a row of dossiers is of, by its form: the tree that would say so may be gone."""
    match row:
        case (
            int(), int(), bytes(), int(), int(), int(), int(), int(), str(), str(),
            bytes() | None, bytes(), bytes() | None, bytes() | None,
        ):  # fmt: skip
            return "entry", row
        case (int(), str(soort), str()) | (str(soort), str(), int()) if soort in numbers.KINDS:
            return "number", row if isinstance(row[0], int) else (row[2], *row[:2])
        case (int(nr), int(), int(), int(aantal), int(), int()):
            return "aantal", (nr, aantal)
        case (int(), str(), str(gegevens), bytes()) if gegevens.startswith("{"):
            return "overview", row[:3]
        case (str(), str(), str(), str(), int(), str()):
            return "concepttekst", row
        case (str(dossier), str(op), str()) if _DOSSIER.fullmatch(dossier) and _MOMENT.match(op):
            return "tombstone", row
        case _:
            return None


def _of_vault(row: records.Row) -> _Found:
    """The table that any other row is of."""
    match row:
        case (
            str(id), str(), str(), bytes(public), str(), bytes() | None, str() | None,
            str(), str(), str(), str(),
        ):  # fmt: skip
            return ("device", row) if crypto.fingerprint(public) == id else None
        case (int(), (blobs.CONTENT | blobs.NAME) as soort, bytes(key)) if len(key) == crypto.KEY_BYTES:
            return "blobkey", (soort, key)
        case (str(), str(dossier), str(), str()) if _DOSSIER.fullmatch(dossier):
            return "nog_te_wissen", row
        case (int(), str(op), str(), str(), str()) if _MOMENT.match(op):
            return "access_log", row
        case (int(), str(op), str(), str(), str(), str(), str(), str(), str()) if _MOMENT.match(op):
            return "export_log", row
        case (str(), str(waarde)) if not _MOMENT.match(waarde):
            return "setting", row
        case _:
            return None
