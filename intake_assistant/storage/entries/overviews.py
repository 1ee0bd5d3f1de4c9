"""What the list shows of each dossier; made by who knows the forms, kept here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import drawers, entries, numbers
from intake_assistant.storage.entries.rows import MadeRow, OverviewRow, StaleRow

_GONE = bytes([0]), bytes([1])


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
    said = made.naam, json.dumps(made.gegevens, sort_keys=True, ensure_ascii=False)
    sql = f"SELECT id, body IS NULL FROM {entries.shelf(nr).rows} ORDER BY counter, id"
    found = made_of(connection.execute(sql).fetchall())
    row = (nr, *said, _over(found, versie, *said))
    connection.execute(f"INSERT OR REPLACE INTO {here} VALUES(?,?,?,?)", row)
    connection.execute("UPDATE p_dossier SET vers=? WHERE nr=?", (versie, nr))


def read(connection: Connection) -> list[OverviewRow]:
    """What the list shows of every dossier, by name."""
    kept = dict[int, tuple[str, str]]()
    for _, here in drawers.tables(connection, "overzicht"):
        rows = connection.execute(f"SELECT nr, naam, gegevens FROM {here}").fetchall()
        kept |= {nr: (naam, body) for nr, naam, body in rows}
    facts = {nr: rest for nr, *rest in connection.execute("SELECT nr, onvolledig, vers FROM p_dossier")}
    there, made = set(entries.tables(connection)), list[OverviewRow]()
    for nr, dossier in numbers.dossiers(connection).items():
        onvolledig, vers = facts.get(nr, (0, None))
        is_there = entries.shelf(nr).table in there
        naam, body = kept.get(nr, ("", ""))
        made.append(OverviewRow(dossier, bool(onvolledig), naam, body, vers if is_there else None))
    return sorted(made, key=lambda overview: (overview.naam, overview.dossier))


def naming(connection: Connection, tekst: str) -> list[str]:
    """The dossiers whose line holds a text; the others are not read."""
    known, found = numbers.dossiers(connection), list[str]()
    for _, here in drawers.tables(connection, "overzicht"):
        rows = connection.execute(f"SELECT nr FROM {here} WHERE instr(gegevens, ?)", (tekst,)).fetchall()
        found += [known[nr] for (nr,) in rows if nr in known]
    return found


def altered(connection: Connection, versie: int, found: Mapping[int, bytes]) -> Iterator[str]:
    """The dossiers whose overview is of this version, and yet not as it was made of their entries.

    `found` tells by their numbers what was found of these (`made_of`).
    """
    known = numbers.dossiers(connection)
    made = {nr for (nr,) in connection.execute("SELECT nr FROM p_dossier WHERE vers=?", (versie,)).fetchall()}
    for _, here in drawers.tables(connection, "overzicht"):
        for nr, naam, body, over in connection.execute(f"SELECT * FROM {here}").fetchall():
            if nr in made and over != _over(found.get(nr, b""), versie, naam, body):
                yield known.get(nr, "")
            made.discard(nr)
    yield from (known.get(nr, "") for nr in sorted(made))


def made_of(rows: Iterable[tuple[bytes, bool]]) -> bytes:
    """A hash of all that a line is made of: the id of each entry, and whether its value is gone."""
    return hashlib.blake2b(b"".join([id + _GONE[is_gone] for id, is_gone in rows])).digest()


def _over(found: bytes, versie: int, naam: str, body: str) -> bytes:
    """A hash of what is shown and of all that it was made of: to make it once more takes far longer."""
    said = json.dumps([versie, naam, body]).encode()
    return hashlib.blake2b(found + said, digest_size=16).digest()
