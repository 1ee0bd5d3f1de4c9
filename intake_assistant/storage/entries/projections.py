"""What is derived from the entries and kept for speed: the rows, the overview, the search index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from intake_assistant.domain import dossier as fold_of
from intake_assistant.domain.dossier import Row
from intake_assistant.domain.entry import Entry, clean_text
from intake_assistant.storage.engine import schema
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import entries
from intake_assistant.storage.entries.rows import FoundRow


def append(connection: Connection, entry: Entry, row: Row | None) -> None:
    """Bring the projections up to an entry that was just made here, knowing the row it replaces."""
    h = entry.header
    _put_row(connection, h.dossier, fold_of.append(row, entry))
    # Writes nothing while the overview is stale already: one page less at each answer but the first.
    connection.execute("UPDATE p_overzicht SET vers=0 WHERE dossier=? AND vers<>0", (h.dossier,))
    connection.execute("INSERT OR IGNORE INTO p_overzicht VALUES(?,0,0,'','{}')", (h.dossier,))


def rebuild_dossier(connection: Connection, dossier: str) -> None:
    """Make the projections of one dossier anew from its entries."""
    clear_dossier(connection, dossier)
    found = entries.read_all(connection, dossier)
    for row in fold_of.fold(found):
        _put_row(connection, dossier, row)
    onvolledig = int(bool(fold_of.missing(found)))
    connection.execute("INSERT INTO p_overzicht VALUES(?,?,0,'','{}')", (dossier, onvolledig))


def rebuild_all(connection: Connection) -> None:
    """Drop every projection and make it again."""
    for statement in schema.statements(schema.DROP_PROJECTIONS + schema.PROJECTIONS):
        connection.execute(statement)
    for dossier in entries.dossiers(connection):
        rebuild_dossier(connection, dossier)


def clear_dossier(connection: Connection, dossier: str) -> None:
    """Take one dossier out of every projection."""
    for row in read_rows(connection, dossier):
        _index(connection, dossier, row.subject, "")
    connection.execute("DELETE FROM p_antwoord WHERE dossier=?", (dossier,))
    connection.execute("DELETE FROM p_overzicht WHERE dossier=?", (dossier,))


def read_row(connection: Connection, dossier: str, subject: str) -> Row | None:
    """The row of one subject."""
    found = connection.execute(
        "SELECT subject, counter, id, leaves FROM p_antwoord WHERE dossier=? AND subject=?",
        (dossier, subject),
    ).fetchone()
    return Row(*found) if found else None


def read_rows(connection: Connection, dossier: str) -> list[Row]:
    """All rows of a dossier: one range read."""
    found = connection.execute(
        "SELECT subject, counter, id, leaves FROM p_antwoord WHERE dossier=?", (dossier,)
    ).fetchall()
    return list(map(Row._make, found))


def kept_text(connection: Connection, dossier: str, subject: str) -> str:
    """The words of a subject as the search index has them."""
    nr = _search_number(dossier, subject)
    found = connection.execute("SELECT tekst FROM p_zoektekst WHERE nr=?", (nr,)).fetchone()
    return str(found[0]) if found else ""


def dump(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """The content of every projection, for comparing it with a rebuild."""
    queries = {
        "p_antwoord": "SELECT * FROM p_antwoord ORDER BY dossier, subject",
        "p_overzicht": "SELECT * FROM p_overzicht ORDER BY dossier",
        "p_zoektekst": "SELECT dossier, subject, tekst FROM p_zoektekst ORDER BY dossier, subject",
        "p_blob": "SELECT * FROM p_blob ORDER BY sha256, dossier, counter, id",
        "woorden": "SELECT term, doc, cnt FROM temp.p_woorden ORDER BY term",
    }
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.p_woorden USING fts5vocab('main', 'p_zoek', 'row')"
    )
    found = {naam: connection.execute(sql).fetchall() for naam, sql in queries.items()}
    connection.execute("DROP TABLE temp.p_woorden")
    return found


def search(connection: Connection, woorden: str, most: int) -> list[FoundRow]:
    """The subjects that hold all the words, the last one as a beginning."""
    parts = ['"' + woord.replace('"', '""') + '"' for woord in clean_text(woorden).split()]
    if not parts:
        return []
    found = connection.execute(
        "SELECT z.dossier, z.subject, z.tekst FROM p_zoek JOIN p_zoektekst z ON z.nr = p_zoek.rowid "
        "WHERE p_zoek MATCH ? ORDER BY rank LIMIT ?",
        (" ".join(parts) + "*", most),
    )
    return [FoundRow(*row) for row in found]


def _put_row(connection: Connection, dossier: str, row: Row) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO p_antwoord VALUES(?,?,?,?,?)",
        (dossier, row.subject, row.counter, row.id, row.leaves),
    )
    _index(connection, dossier, row.subject, search_text(row))


def _index(connection: Connection, dossier: str, subject: str, tekst: str) -> None:
    nr = _search_number(dossier, subject)
    found = connection.execute("SELECT tekst FROM p_zoektekst WHERE nr=?", (nr,)).fetchone()
    if found and found[0] == tekst:
        return
    if found:
        _unindex(connection, nr, found[0])
    if tekst:
        connection.execute("INSERT INTO p_zoektekst VALUES(?,?,?,?)", (nr, dossier, subject, tekst))
        connection.execute("INSERT INTO p_zoek(rowid, tekst) VALUES(?,?)", (nr, tekst))


def _search_number(dossier: str, subject: str) -> int:
    # A number that follows from the subject spares an index: one page less to write at each answer.
    digest = hashlib.blake2b(f"{dossier} {subject}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _unindex(connection: Connection, nr: int, tekst: str) -> None:
    connection.execute("INSERT INTO p_zoek(p_zoek, rowid, tekst) VALUES('delete',?,?)", (nr, tekst))
    connection.execute("DELETE FROM p_zoektekst WHERE nr=?", (nr,))


def search_text(row: Row) -> str:
    """The words of a subject: every string in what its leaves say."""
    words: list[str] = []
    for leaf in json.loads(row.leaves):
        value = leaf["value"] or {}
        words.extend(_strings(value.get("waarde", "")))
    return " ".join(words)


def _strings(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        if waarde:
            yield waarde
    elif isinstance(waarde, dict):
        for naam in sorted(waarde):
            yield from _strings(waarde[naam])
    elif isinstance(waarde, list):
        for item in waarde:
            yield from _strings(item)
