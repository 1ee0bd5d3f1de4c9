"""What the storage asks of a connection, whoever made it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol

from intake_assistant.errors import KnownError


class Cursor(Protocol):
    """The rows of a query, read one by one."""

    def fetchone(self) -> Any:
        """The next row, or None; a query of a count or a PRAGMA always gives one."""

    def fetchmany(self, size: int, /) -> list[tuple[Any, ...]]:
        """So many of the rows that are left, or all when these are fewer."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The rows that are left."""


class Connection(Protocol):
    """A connection to a database; the wheel of SQLCipher carries no types."""

    text_factory: Any
    known: dict[tuple[str, str], int]
    """The numbers that were looked up; forgotten when anything is rolled back."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    @property
    def total_changes(self) -> int:
        """How many rows were written since it was opened."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> Cursor:
        """Run one statement for each row of parameters."""

    def set_trace_callback(self, callback: Callable[[str], None] | None, /) -> None:
        """Have each statement told before it is run."""

    def close(self) -> None:
        """Close it."""


def read_at_once(
    connection: Connection, sql: str, parameters: Sequence[Any] = (), pad: str = ""
) -> list[tuple[Any, ...]]:
    """All rows of a query of many texts; KnownError `vault.damaged` when one cannot be read.

    To ask each text by itself whether it was altered (`database`) takes longer than the row: what is read
    whole tells so itself.
    """
    as_told, connection.text_factory = connection.text_factory, bytes.decode
    try:
        return connection.execute(sql, parameters).fetchall()
    except UnicodeDecodeError as error:
        raise KnownError("vault.damaged", pad=pad, oorzaak="tekst") from error
    finally:
        connection.text_factory = as_told
