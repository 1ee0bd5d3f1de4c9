"""What the list shows of each dossier; made by who knows the forms, kept here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import drawers, numbers
from intake_assistant.storage.entries.rows import OverviewRow


def stale(connection: Connection, versie: int) -> list[str]:
    """Dossiers that changed since their overview was made, or whose overview is of another version."""
    known = numbers.dossiers(connection)
    found = connection.execute("SELECT nr FROM p_dossier WHERE vers<>? ORDER BY nr", (versie,)).fetchall()
    return [known[nr] for (nr,) in found if nr in known]


def put(connection: Connection, dossier: str, versie: int, naam: str, gegevens: Mapping[str, Any]) -> None:
    """Keep what the list shows of a dossier; KnownError `dossier.not_found`."""
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    if nr is None:
        raise KnownError("dossier.not_found", dossier=dossier)
    here = drawers.make_overview(connection, drawers.drawer_of(nr))
    connection.execute(f"INSERT OR REPLACE INTO {here} VALUES(?,?,?)", (nr, naam, body_of(gegevens)))
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
