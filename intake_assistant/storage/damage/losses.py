"""What a damaged vault lost of each dossier: known from what the entries that are left say of each other."""

from __future__ import annotations

from dataclasses import dataclass

from intake_assistant.domain.opvolging import LEAF, ids_in, places, step_of
from intake_assistant.progress import Progress
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import entries, projections
from intake_assistant.storage.entries.stored import Stored


@dataclass(frozen=True, slots=True)
class Loss:
    """What is left of one dossier, and what is not."""

    dossier: str
    naam: str
    kept: int
    """How many entries were read whole."""
    lost: tuple[str, ...] = ()
    """The subjects whose last value is gone; what was recorded before it shows in its place."""
    earlier: int = 0
    """How many entries more are gone: of which nothing is known but that they were there."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return not (self.lost or self.earlier)


def of_all(connection: Connection, progress: Progress) -> dict[str, Loss]:
    """Tell by dossier what is left and what is not, and derive what is derived of it."""
    buried = entries.gravestones(connection)
    called = dict(connection.execute("SELECT dossier, naam FROM naam").fetchall())
    found = progress.each(sorted({*called, *entries.dossiers(connection)} - buried))
    return {dossier: _loss_of(connection, dossier, called.get(dossier, "")) for dossier in found}


def _loss_of(connection: Connection, dossier: str, naam: str) -> Loss:
    here = entries.shelf_of(connection, dossier)
    if here is None:
        return Loss(dossier, naam, 0, earlier=max(1, _noted(connection, dossier)))
    rows = entries.read_stored(connection, dossier)
    valueless = _valueless(connection, rows)
    lost = _lost(connection, dossier, here, valueless)
    gone = max(_gaps(rows), _noted(connection, dossier) - len(rows)) + len(valueless)
    projections.derive(connection, dossier)
    return Loss(dossier, naam, len(rows) - len(valueless), lost, max(0, gone - len(lost)))


def _valueless(connection: Connection, rows: list[Stored]) -> set[bytes]:
    """The entries of which no value was found that their hash proves, though there was one."""
    found = {id for (id,) in connection.execute("SELECT id FROM valueless").fetchall()}
    return {row.id for row in rows if row.id in found and row.body is None and not row.is_erased}


def _noted(connection: Connection, dossier: str) -> int:
    """How many entries there were, when that was found."""
    found = connection.execute("SELECT aantal FROM aantal WHERE dossier=?", (dossier,)).fetchone()
    return int(found[0]) if found else 0


def _gaps(rows: list[Stored]) -> int:
    """How many entries the others speak of, or leave room for between their counters."""
    known, counters = {row.id for row in rows}, {row.counter for row in rows}
    replaced = {id for row in rows for id in ids_in(row.replaces)}
    return max(len(set(range(1, max(counters) + 1)) - counters), len(replaced - known))


def _lost(
    connection: Connection, dossier: str, here: entries.Shelf, valueless: set[bytes]
) -> tuple[str, ...]:
    """The subjects of which the last value is gone: what replaced an older one, or only its words."""
    standing = places(map(step_of, entries.read_all(connection, dossier)))
    kept = connection.execute(f"SELECT id, subject, p_leaf FROM {here.rows}").fetchall()
    last = [(id, subject, place) for id, subject, place in kept if standing[id] & LEAF]
    return tuple(sorted({subject for id, subject, place in last if id in valueless or not place & LEAF}))
