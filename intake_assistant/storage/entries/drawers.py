"""Drawers: what is derived of a person's words, a few dozen dossiers together (design 2, 5).

The words in an index and the name in a list lie between those of others. When something is erased its
drawer is made anew without it, so that no page keeps a piece and the others are not touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import anew, numbers

SIZE = 64
"""How many dossiers lie in a drawer: fewer make searching dearer, more make erasing dearer."""
NR_SHIFT = 40
"""A place in an index is the number of its dossier, moved up so much, and what tells its entries apart."""
_OVERVIEW = "nr INTEGER PRIMARY KEY, naam TEXT NOT NULL, gegevens TEXT NOT NULL, over BLOB NOT NULL"
SEARCH = "tekst, content='', tokenize='unicode61 remove_diacritics 2'"
"""What a search index is made of."""
_NAME = re.compile(r"p_(?:overzicht|zoek)_(\d+)")


def drawer_of(nr: int) -> int:
    """The drawer of a dossier, by its number."""
    return nr // SIZE


def overview(drawer: int) -> str:
    """The table with what the list shows of the dossiers in a drawer."""
    return f"p_overzicht_{drawer}"


def index(drawer: int) -> str:
    """The search index of a drawer."""
    return f"p_zoek_{drawer}"


def tables(connection: Connection, kind: str) -> list[tuple[int, str]]:
    """The tables of a kind (`overzicht`, `zoek`) that there are, with their drawer."""
    sql = "SELECT name FROM sqlite_master WHERE type='table' AND name GLOB ? ORDER BY name"
    found = (_NAME.fullmatch(name) for (name,) in connection.execute(sql, (f"p_{kind}_*",)).fetchall())
    return [(int(name[1]), name[0]) for name in found if name]


def make_overview(connection: Connection, drawer: int) -> str:
    """The overview table of a drawer, made when it is not there yet."""
    connection.execute(f"CREATE TABLE IF NOT EXISTS {overview(drawer)}({_OVERVIEW})")
    return overview(drawer)


def make_index(connection: Connection, drawer: int) -> str:
    """The search index of a drawer, made when it is not there yet."""
    name = index(drawer)
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name=?", (name,)).fetchone() is None:
        connection.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({SEARCH})")
        # Each dossier comes in by itself, and a search looks into every piece: two of a size become one.
        for how in ("('secure-delete', 1)", "('crisismerge', 2)"):
            connection.execute(f"INSERT INTO {name}({name}, rank) VALUES{how}")
    return name


def rewrite(connection: Connection, dossier: str) -> None:
    """Make the drawer of a dossier anew without it; the others in it are indexed once more when idle."""
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    if nr is None:
        return
    drawer = drawer_of(nr)
    anew.write_anew(connection, make_overview(connection, drawer), f"nr<>{nr}")
    connection.execute(f"DROP TABLE IF EXISTS {index(drawer)}")
    borders = (drawer * SIZE, (drawer + 1) * SIZE)
    connection.execute("UPDATE p_dossier SET gezocht=0 WHERE nr>=? AND nr<? AND gezocht<>0", borders)
    connection.execute("UPDATE p_dossier SET vers=0 WHERE nr=?", (nr,))


def drop_all(connection: Connection) -> None:
    """Take every drawer away."""
    for kind in ("overzicht", "zoek"):
        for _, name in tables(connection, kind):
            connection.execute(f"DROP TABLE {name}")


def dump(connection: Connection, known: Mapping[int, str]) -> list[tuple[Any, ...]]:
    """What the lists show of each dossier."""
    found = list[tuple[Any, ...]]()
    for _, name in tables(connection, "overzicht"):
        rows = connection.execute(f"SELECT nr, naam, gegevens FROM {name}").fetchall()
        found += [(known[nr], *rest) for nr, *rest in rows if nr in known]
    return sorted(found)
