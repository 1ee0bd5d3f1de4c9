"""How far a vault has come: the number of its last transaction, in its pages and promised beside them.

What was committed last stands in the log alone, and the engine says nothing of a log that is gone, cut or of
another day. The number grows with each transaction; the lock holds the highest that was told to be kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.connection import Connection

STAND = "stand"
"""The setting with the number, and whether somebody has the vault open."""
KWIJT = "stand.kwijt"
"""The setting with what was found to be missing, until something was done about it."""
_OPEN, _SHUT = "open", "dicht"


@dataclass(frozen=True, slots=True)
class Stand:
    """The number of the last transaction, and whether whoever made it had not closed the vault yet."""

    nummer: int = 0
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Gemis:
    """What is missing: all after a number, up to what was promised; 0 when nobody knows how much."""

    vanaf: int
    beloofd: int = 0

    @property
    def aantal(self) -> int:
        """How many times something was kept that is not here any more; 0 when nobody knows."""
        return max(0, self.beloofd - self.vanaf)


def read(connection: Connection) -> Stand:
    """How far a database has come; one of before this was noted has come nowhere."""
    row = connection.execute("SELECT waarde FROM setting WHERE sleutel=?", (STAND,)).fetchone()
    nummer, _, how = str(row[0] if row else "").partition(" ")
    return Stand(int(nummer), how == _OPEN) if nummer.isascii() and nummer.isdigit() else Stand()


def write(connection: Connection, stand: Stand) -> None:
    """Note how far it has come, within a transaction."""
    waarde = f"{stand.nummer} {_OPEN if stand.is_open else _SHUT}"
    connection.execute("INSERT OR REPLACE INTO setting VALUES(?,?)", (STAND, waarde))


def missing(found: Stand, promised: int, *, had_log: bool) -> Gemis | None:
    """What is missing, by what was promised beside the vault and by a log that ought to be there.

    Of a copy of the database alone nothing was promised; but it was open, and closing takes the log away.
    """
    if promised > found.nummer:
        return Gemis(found.nummer, promised)
    return Gemis(found.nummer) if found.is_open and not had_log and not promised else None


def leads_back(path: Path, key: crypto.Key) -> bool:
    """Whether the log beside a database is an old one: with it the vault would be less far than without."""
    with closing(database.connect_read_only(path, key)) as connection, database.known_failures(path):
        with_log = read(connection)
    try:
        with closing(database.connect_pages(path, key)) as connection, database.known_failures(path):
            is_less_far = with_log.nummer < read(connection).nummer
            return is_less_far and not database.check_through_log(connection)
    except KnownError as error:
        # Half-written pages of a power failure, or of the key from before: they need their log.
        if error.code != "vault.damaged":
            raise
        return False


def newest_beyond(copies: Iterable[Path], key: crypto.Key, nummer: int) -> Path | None:
    """The first of some backups that has come further than a number."""
    for copy in copies:
        try:
            with closing(database.connect_read_only(copy, key)) as connection, database.known_failures(copy):
                found = read(connection)
        except (KnownError, OSError):  # a backup that does not open has nothing to give; the check names it
            continue
        if found.nummer > nummer:
            return copy
    return None


def as_text(gemis: Gemis) -> str:
    """What is missing, as it is kept."""
    return json.dumps(asdict(gemis))


def of_text(kept: str) -> Gemis | None:
    """What was found to be missing at an opening, if anything."""
    return Gemis(**json.loads(kept)) if kept else None
