"""What the list shows of each dossier; made by who knows the forms, kept here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import drawers, numbers
from intake_assistant.storage.entries.rows import MadeRow, OverviewRow, StaleRow


def stale(connection: Connection, versie: int, most: int) -> list[StaleRow]:
    """Dossiers that changed since their overview was made, and then those with one of another version."""
    sql = """SELECT naam, vers, aantal FROM p_dossier JOIN number USING (nr)
      WHERE vers<>? ORDER BY vers>0, nr LIMIT ?"""
    return [StaleRow(*row) for row in connection.execute(sql, (versie, most)).fetchall()]


def put(connection: Connection, versie: int, made: MadeRow) -> None:
    """Keep what the list shows of a dossier; of one that changed or went since, nothing."""
    nr = numbers.find(connection, numbers.DOSSIER, made.seen.dossier)
    sql = "SELECT 1 FROM p_dossier WHERE nr=? AND vers=? AND aantal=?"
    if nr is None or connection.execute(sql, (nr, made.seen.vers, made.seen.aantal)).fetchone() is None:
        return
    here = drawers.make_overview(connection, drawers.drawer_of(nr))
    row = (nr, made.naam, body_of(made.gegevens))
    connection.execute(f"INSERT OR REPLACE INTO {here} VALUES(?,?,?)", row)
    connection.execute("UPDATE p_dossier SET vers=? WHERE nr=?", (versie, nr))


def read(connection: Connection) -> list[OverviewRow]:
    """What the list shows of every dossier, by name."""
    known, kept = numbers.dossiers(connection), dict[int, tuple[str, str]]()
    for _, here in drawers.tables(connection, "overzicht"):
        kept |= {
            nr: (naam, body) for nr, naam, body in connection.execute(f"SELECT * FROM {here}").fetchall()
        }
    found = connection.execute("SELECT nr, onvolledig FROM p_dossier").fetchall()
    made = [
        OverviewRow(known[nr], bool(onvolledig), *kept.get(nr, ("", "{}")))
        for nr, onvolledig in found
        if nr in known
    ]
    return sorted(made, key=lambda overview: (overview.naam, overview.dossier))


def body_of(gegevens: Mapping[str, Any]) -> str:
    """What the list shows of a dossier, as it is kept."""
    return json.dumps(gegevens, sort_keys=True, ensure_ascii=False)
