"""Small tables written anew: what was taken out of one stands in no gap of a page any more."""

from __future__ import annotations

from intake_assistant.storage.engine.connection import Connection

# Here stands what a person said that is no entry; the rest of what is beside the entries says nothing of one.
_TABLES = ("concepttekst", "setting")


def write_anew(connection: Connection) -> None:
    """Write what stands beside the entries anew, in a transaction of the caller."""
    for table in _TABLES:
        (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name=?", (table,)).fetchone()
        kept = connection.execute(f"SELECT * FROM {table}").fetchall()
        connection.execute(f"DROP TABLE {table}")
        connection.execute(made)
        if kept:
            marks = ",".join("?" * len(kept[0]))
            connection.executemany(f"INSERT INTO {table} VALUES({marks})", kept)
