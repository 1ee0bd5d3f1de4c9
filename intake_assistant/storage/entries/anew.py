"""Tables written anew: what was taken out of one stands in no gap of a page any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from intake_assistant.storage.engine.connection import Connection

KEPT = "temp.kept"
"""Where the rows of a table wait, in memory, while its pages are cleared."""
# Here stands what a person said that is no entry; the rest of what is beside the entries says nothing of one.
_BESIDE = ("concepttekst", "setting")


def write_anew(
    connection: Connection,
    table: str,
    which: str = "1",
    changes: Iterable[tuple[str, Sequence[Any]]] = (),
) -> bool:
    """Write a table anew with some of its rows, changed in `KEPT`; returns whether any row is left.

    In a transaction of the caller. Every page it stood on is cleared.
    """
    connection.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM main.{table} WHERE {which}")
    for sql, parameters in changes:
        connection.execute(sql, parameters)
    # Without a condition the pages are given back whole and the first one is cleared where it lies
    # (sqlite.org/lang_delete, *The Truncate Optimization*), while the list of tables stays as it was.
    connection.execute(f"DELETE FROM main.{table}")
    # The rows were in it before; to roll back all if one does not fit asks for no copy of pages meanwhile.
    connection.execute(f"INSERT OR ROLLBACK INTO main.{table} SELECT * FROM {KEPT}")
    is_any_left = connection.execute(f"SELECT 1 FROM {KEPT} LIMIT 1").fetchone() is not None
    connection.execute(f"DROP TABLE {KEPT}")
    return is_any_left


def write_beside_anew(connection: Connection) -> None:
    """Write what stands beside the entries anew, in a transaction of the caller."""
    for table in _BESIDE:
        write_anew(connection, table)
