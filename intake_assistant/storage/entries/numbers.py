"""Numbers for what stands in many rows: of this vault alone, never sent and never used again (design 2)."""

from __future__ import annotations

from intake_assistant.storage.engine.connection import Connection

KINDS = DOSSIER, DEVICE, AUTHOR = "dossier", "device", "author"


def number_of(connection: Connection, soort: str, naam: str) -> int:
    """The number of a dossier, device or author; a new one when it has none."""
    found = find(connection, soort, naam)
    if found is not None:
        return found
    connection.execute("INSERT INTO number(soort, naam) VALUES(?,?)", (soort, naam))
    return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


class Numbers:
    """The numbers that are asked for within one act, each looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}

    def of(self, soort: str, naam: str) -> int:
        """The number of a dossier, device or author; a new one when it has none."""
        found = self._known.get((soort, naam))
        if found is None:
            found = self._known[soort, naam] = number_of(self._connection, soort, naam)
        return found


def find(connection: Connection, soort: str, naam: str) -> int | None:
    """The number of a dossier, device or author; None when it has none."""
    sql = "SELECT nr FROM number WHERE soort=? AND naam=?"
    row = connection.execute(sql, (soort, naam)).fetchone()
    return int(row[0]) if row else None


def names(connection: Connection) -> dict[int, str]:
    """The names of all devices and authors, by their number."""
    sql = "SELECT nr, naam FROM number WHERE soort IN (?,?)"
    return dict(connection.execute(sql, (DEVICE, AUTHOR)).fetchall())


def dossiers(connection: Connection) -> dict[int, str]:
    """The ids of all dossiers, by their number."""
    sql = "SELECT nr, naam FROM number WHERE soort=? ORDER BY naam"
    return dict(connection.execute(sql, (DOSSIER,)).fetchall())


def forget(connection: Connection, nr: int) -> None:
    """Take a number away; nothing bears it again."""
    connection.execute("DELETE FROM number WHERE nr=?", (nr,))
