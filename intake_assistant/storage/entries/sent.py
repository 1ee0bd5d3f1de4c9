"""What somebody has of a dossier: the leaves there were in the last file to them (design 9).

Ids, no counters: two laptops give the same counter to different entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake_assistant.domain.opvolging import ids_in
from intake_assistant.storage.engine.session import Session

_ONDERWEG: Final = "onderweg "
"""With a path behind it the setting that keeps the SHA-256 of a file that is to get its name."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What the last file to somebody held of a dossier; ids as bytes."""

    dossier: str
    bladen: frozenset[bytes]
    """What nothing replaced then: all that they replace had gone along, then or before."""
    gemist: frozenset[bytes]
    """What these replace and was not here either."""
    zonder: frozenset[bytes]
    """What went along without its value."""


def note(vault: Session, ontvanger: str, op: str, sha256: str, sent: Iterable[Sent]) -> None:
    """Note what went to an age recipient in a file."""
    rows = (
        (ontvanger, one.dossier, op, sha256, _joined(one.bladen), _joined(one.gemist), _joined(one.zonder))
        for one in sent
    )
    with vault.transaction() as connection:
        connection.executemany("INSERT OR REPLACE INTO sent VALUES(?,?,?,?,?,?,?)", rows)


def read(vault: Session, ontvanger: str, dossier: str, bestand: str) -> Sent | None:
    """What an age recipient has of a dossier by the file of this SHA-256; None when another was the last."""
    sql = "SELECT bladen, gemist, zonder FROM sent WHERE ontvanger=? AND dossier=? AND sha256=?"
    with vault.reading() as connection:
        row = connection.execute(sql, (ontvanger, dossier, bestand)).fetchone()
    return Sent(dossier, *(frozenset(ids_in(joined)) for joined in row)) if row else None


def receivers(vault: Session, dossier: str) -> list[str]:
    """The age recipients who were sent a dossier with its entries."""
    with vault.reading() as connection:
        rows = connection.execute("SELECT ontvanger FROM sent WHERE dossier=? ORDER BY ontvanger", (dossier,))
        return [str(ontvanger) for (ontvanger,) in rows]


def last_file(vault: Session, ontvanger: str) -> str:
    """The SHA-256 of the last file to an age recipient; empty when there was none, or all of it is erased."""
    sql = "SELECT sha256 FROM sent WHERE ontvanger=? ORDER BY op DESC LIMIT 1"
    with vault.reading() as connection:
        row = connection.execute(sql, (ontvanger,)).fetchone()
    return str(row[0]) if row else ""


def forget(vault: Session, sha256: str) -> None:
    """Nobody has what was in a file: the next one holds all of it."""
    with vault.transaction() as connection:
        connection.execute("DELETE FROM sent WHERE sha256=?", (sha256,))


def begin(vault: Session, path: Path, sha256: str) -> None:
    """Note that a file is about to get its name."""
    with vault.transaction() as connection:
        row = (f"{_ONDERWEG}{path.absolute()}", sha256)
        connection.execute("INSERT OR REPLACE INTO setting VALUES(?,?)", row)


def end(vault: Session, path: Path) -> None:
    """It has its name, or never will."""
    with vault.transaction() as connection:
        connection.execute("DELETE FROM setting WHERE sleutel=?", (f"{_ONDERWEG}{path.absolute()}",))


def begun(vault: Session) -> dict[Path, str]:
    """The files of which nobody saw that they got their name, with their SHA-256."""
    sql = "SELECT sleutel, waarde FROM setting WHERE sleutel LIKE ?"
    with vault.reading() as connection:
        rows = connection.execute(sql, (f"{_ONDERWEG}%",)).fetchall()
    return {Path(sleutel.removeprefix(_ONDERWEG)): str(sha256) for sleutel, sha256 in rows}


def _joined(ids: Iterable[bytes]) -> bytes:
    return b"".join(sorted(ids))
