"""Who is known here: this laptop with its keys, and the cards of others that somebody compared (design 9)."""

from __future__ import annotations

from typing import NamedTuple

from intake_assistant.storage.engine.session import Session

_COLUMNS = "id, naam, rol, gemeente, public, recipient, kaart, vergeleken_op, ingetrokken_op"


class Known(NamedTuple):
    """The device of somebody else; `kaart` is its card as one line."""

    id: str
    naam: str
    rol: str
    gemeente: str
    public: bytes
    recipient: str
    kaart: str
    vergeleken_op: str
    ingetrokken_op: str = ""
    """From when on no file of it is accepted; empty as long as it is trusted."""


def known(vault: Session) -> list[Known]:
    """Everybody whose card was added, by name; those that were withdrawn too."""
    sql = f"SELECT {_COLUMNS} FROM device WHERE private IS NULL ORDER BY naam COLLATE NOCASE, id"
    with vault.reading() as connection:
        return [Known._make(row) for row in connection.execute(sql)]


def find(vault: Session, id: str) -> Known | None:
    """A device by its id, this one too; None when nobody added it."""
    with vault.reading() as connection:
        row = connection.execute(f"SELECT {_COLUMNS} FROM device WHERE id=?", (id,)).fetchone()
    return Known._make(row) if row else None


def add(vault: Session, device: Known) -> None:
    """Trust a device from now on, also one that was withdrawn; this one stays as it is."""
    marks = ",".join("?" * len(device))
    with vault.transaction() as connection:
        connection.execute("DELETE FROM device WHERE id=? AND private IS NULL", (device.id,))
        connection.execute(f"INSERT OR IGNORE INTO device({_COLUMNS}) VALUES({marks})", device)


def withdraw(vault: Session, id: str, op: str) -> bool:
    """Trust a device of somebody else no longer; False when it is not known. What it sent before stays."""
    sql = "UPDATE device SET ingetrokken_op=? WHERE id=? AND private IS NULL AND ingetrokken_op=''"
    with vault.transaction() as connection:
        is_known = "SELECT 1 FROM device WHERE id=? AND private IS NULL"
        if connection.execute(is_known, (id,)).fetchone() is None:
            return False
        connection.execute(sql, (op, id))
    return True


def identity(vault: Session) -> str:
    """The age identity of this laptop, which opens what was encrypted for it."""
    with vault.reading() as connection:
        found = connection.execute("SELECT identity FROM device WHERE private IS NOT NULL").fetchone()
    return str(found[0])


def private_key(vault: Session) -> bytes:
    """The key with which this laptop signs."""
    with vault.reading() as connection:
        found = connection.execute("SELECT private FROM device WHERE private IS NOT NULL").fetchone()
    return bytes(found[0])
