"""Finding words in what stands now: the index is brought up to a dossier when idle or when one searches.

Never in the transaction of an answer. A word is found without accents and in capitals or not; of the last
word the beginning is enough.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.domain.entry import clean_text
from intake_assistant.domain.letters import plain
from intake_assistant.domain.opvolging import LEAF
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import drawers, entries, numbers
from intake_assistant.storage.entries.drawers import NR_SHIFT
from intake_assistant.storage.entries.rows import FoundRow
from intake_assistant.storage.entries.stored import Stored

# A place in the index: the number of the dossier, the counter of the entry and the begin of its id.
_ID_BITS = 16
_COUNTER_BITS = NR_SHIFT - _ID_BITS
_MOST_COUNTER = 1 << _COUNTER_BITS
_MOST_WORDS, _MOST_LETTERS = 12, 64
_FEW = 256
_RANKED: Final = "SELECT rank, rowid FROM {0} WHERE {0} MATCH ?"
_FORM: Final = "zoekvorm"
"""Of which forms the labels stand in the index, as a setting."""
# What somebody wrote: the answer, what was said beside it, and why there is none.
_WRITTEN = ("waarde", "toelichting", "reden")
# Nearly every value, told without reading it: within a text both quotes would be escaped.
_BEGINS_WITH_LETTER = re.compile(rb'\{[^{]*"waarde":"[0-9A-Za-z]')


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that stand on screen for a code, beside what was written: made by who knows the forms."""

    vorm: str = ""
    """Of which forms: with others all is indexed anew, since an index takes out only what it was given."""
    of: Callable[[str, Mapping[str, Any]], str] = lambda subject, value: ""


NO_LABELS: Final = Labels()


def is_of_other_forms(connection: Connection, vorm: str) -> bool:
    """Whether the labels in the index are those of other forms."""
    sql = "SELECT waarde FROM setting WHERE sleutel=?"
    row = connection.execute(sql, (_FORM,)).fetchone()
    return vorm != (row[0] if row else NO_LABELS.vorm)


def begin_anew(connection: Connection, vorm: str) -> None:
    """Empty the index: all that is put in from now on has the labels of these forms."""
    for _, name in drawers.tables(connection, "zoek"):
        connection.execute(f"DROP TABLE {name}")
    connection.execute("UPDATE p_dossier SET gezocht=0")
    connection.execute("INSERT OR REPLACE INTO setting VALUES(?,?)", (_FORM, vorm))


def stale(connection: Connection, vorm: str | None) -> list[str]:
    """The dossiers whose words are not wholly in the index, and can be; of labels of other forms: all."""
    is_of_others = vorm is not None and is_of_other_forms(connection, vorm)
    where = "" if is_of_others else "WHERE gezocht=0"
    found = connection.execute(f"SELECT nr FROM p_dossier {where} ORDER BY nr").fetchall()
    known = numbers.dossiers(connection) if found else {}
    there = set(entries.tables(connection)) if found else set()
    return [known[nr] for (nr,) in found if nr in known and entries.shelf(nr).table in there]


def refresh(connection: Connection, dossier: str, labels: Labels) -> None:
    """Bring the index up to a dossier."""
    if is_of_other_forms(connection, labels.vorm):
        begin_anew(connection, labels.vorm)
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    if nr is None:
        return
    index = drawers.make_index(connection, drawers.drawer_of(nr))
    wanted, there = places_of(connection, nr, labels), set(indexed(connection, nr))
    connection.executemany(
        f"INSERT INTO {index}({index}, rowid, tekst) VALUES('delete',?,?)",
        [(place, _text_at(connection, place, labels)) for place in sorted(there - wanted.keys())],
    )
    connection.executemany(
        f"INSERT INTO {index}(rowid, tekst) VALUES(?,?)",
        [(place, wanted[place]) for place in sorted(wanted.keys() - there)],
    )
    connection.execute("UPDATE p_dossier SET gezocht=1 WHERE nr=?", (nr,))


def places_of(connection: Connection, nr: int, labels: Labels) -> dict[int, str]:
    """The words of each leaf of a dossier that has any, by their place in the index."""
    sql = (
        f"SELECT counter, id, subject, body FROM {entries.shelf(nr).rows} "
        f"AND p_leaf & {LEAF} AND body IS NOT NULL AND counter < {_MOST_COUNTER}"
    )
    rows = connection.execute(sql).fetchall()
    found = {_place(nr, counter, id): _letters(body, subject, labels) for counter, id, subject, body in rows}
    return {place: tekst for place, tekst in found.items() if tekst}


def indexed(connection: Connection, nr: int) -> list[int]:
    """The places of a dossier that are in the index."""
    index = drawers.index(drawers.drawer_of(nr))
    if not entries.has_table(connection, index):
        return []
    sql = f"SELECT id FROM {index}_docsize WHERE id>=? AND id<?"
    return [id for (id,) in connection.execute(sql, (nr << NR_SHIFT, (nr + 1) << NR_SHIFT)).fetchall()]


def dump(connection: Connection) -> list[tuple[str, int, int]]:
    """Every (word, place without the number of its dossier, which word it is there) in the index."""
    found = list[tuple[str, int, int]]()
    for _, name in drawers.tables(connection, "zoek"):
        made = f"CREATE VIRTUAL TABLE temp.p_woorden USING fts5vocab('main', '{name}', 'instance')"
        connection.execute(made)
        rows = connection.execute('SELECT term, doc, "offset" FROM temp.p_woorden').fetchall()
        found += [(term, place % (1 << NR_SHIFT), at) for term, place, at in rows]
        connection.execute("DROP TABLE temp.p_woorden")
    return sorted(found)


def is_whole(connection: Connection, nr: int, rows: list[Stored], standing: list[int]) -> bool:
    """Whether just the places of a dossier are in the index that there should be, by its rows."""
    leaves = (row for row, place in zip(rows, standing, strict=True) if place & LEAF)
    with_words = (row for row in leaves if row.body and row.counter < _MOST_COUNTER and _has_words(row.body))
    return set(indexed(connection, nr)) == {_place(nr, row.counter, row.id) for row in with_words}


def _has_words(body: bytes) -> bool:
    return _BEGINS_WITH_LETTER.match(body) is not None or bool(_letters(body))


def search(connection: Connection, woorden: str, most: int, dossier: str = "") -> list[FoundRow]:
    """What holds all the words, the best first; in one dossier or in all."""
    asked = _query(woorden)
    if not asked:
        return []
    nr = numbers.find(connection, numbers.DOSSIER, dossier) if dossier else None
    if dossier and nr is None:
        return []
    # Of each drawer came as many as are asked for: only the best of all are looked up.
    best = [place for _, place in sorted(_matches(connection, asked, most, nr))]
    hits = (_hits(connection, best[at : at + most]) for at in range(0, len(best), most))
    return list(itertools.islice(itertools.chain.from_iterable(hits), most))


def _query(woorden: str) -> str:
    typed = plain(clean_text(woorden)).split()[:_MOST_WORDS]
    parts = [woord[:_MOST_LETTERS].replace('"', '""') for woord in typed]
    # What holds no letter and no digit asks for nothing, and would be a mistake in the language of the index.
    kept = [f'"{part}"' for part in parts if any(c.isalnum() for c in part)]
    return " ".join(kept) + "*" if kept else ""


def _matches(connection: Connection, asked: str, most: int, nr: int | None) -> Iterator[tuple[float, int]]:
    is_common = False
    for drawer, name in drawers.tables(connection, "zoek"):
        if nr is None:
            found = [] if is_common else _few_in(connection, name, asked)
            is_common = is_common or len(found) > _FEW
            yield from _best_in(connection, name, asked, most) if is_common else sorted(found)[:most]
        elif drawer == drawers.drawer_of(nr):
            borders = (nr << NR_SHIFT, (nr + 1) << NR_SHIFT)
            sql = f"SELECT rank, rowid FROM {name} WHERE {name} MATCH ? AND rowid>=? AND rowid<? LIMIT ?"
            yield from connection.execute(sql, (asked, *borders, most)).fetchall()


def _few_in(connection: Connection, name: str, asked: str) -> list[tuple[float, int]]:
    """All that a drawer has of some words, or one more than a few; these need no sorter of the engine."""
    return connection.execute(_RANKED.format(name), (asked,)).fetchmany(_FEW + 1)


def _best_in(connection: Connection, name: str, asked: str, most: int) -> list[tuple[float, int]]:
    """The best of a drawer that may have very many."""
    # With the sign the engine sorts; the index would by a second query of its own, at twice the cost.
    sql = f"{_RANKED.format(name)} ORDER BY +rank LIMIT ?"
    return connection.execute(sql, (asked, most)).fetchall()


def _hits(connection: Connection, places: Sequence[int]) -> Iterator[FoundRow]:
    """What stands at some places, in that order; of those that are no more nothing."""
    known = numbers.named(connection, {place >> NR_SHIFT for place in places})
    there = dict[int, tuple[str, bytes]]()
    # Those of one table behind each other: its statement is prepared once.
    for place in sorted(places):
        row = _row_at(connection, place, f"p_leaf & {LEAF}") if place >> NR_SHIFT in known else None
        if row is not None:
            there[place] = row
    for place in places:
        if place in there:
            subject, body = there[place]
            yield FoundRow(known[place >> NR_SHIFT], subject, words_in(body))


def _text_at(connection: Connection, place: int, labels: Labels) -> str:
    row = _row_at(connection, place)
    return _letters(row[1], row[0], labels) if row else ""


def _row_at(connection: Connection, place: int, where: str = "1") -> tuple[str, bytes] | None:
    nr, counter = place >> NR_SHIFT, place >> _ID_BITS & _MOST_COUNTER - 1
    # The number as a parameter: the other dossiers of the table are asked by the same words.
    here = f"{entries.shelf(nr).table} WHERE dossier=? AND counter=?"
    sql = f"SELECT id, subject, body FROM {here} AND body IS NOT NULL AND {where}"
    for id, subject, body in connection.execute(sql, (nr, counter)).fetchall():
        if _place(nr, counter, id) == place:
            return subject, body
    return None


def _place(nr: int, counter: int, id: bytes) -> int:
    return nr << NR_SHIFT | counter << _ID_BITS | int.from_bytes(id[:2], "big")


def words_in(body: bytes) -> str:
    """The words of a value: every string in what it says, in its explanation and in its reason."""
    return _words_of(_value_of(body))


def _value_of(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        value = None
    # What was altered, as the check tells, keeps nobody from finding the others.
    return value if isinstance(value, dict) else {}


def _words_of(value: Mapping[str, Any]) -> str:
    return " ".join(_strings([value.get(naam, "") for naam in _WRITTEN]))


def _letters(body: bytes, subject: str = "", labels: Labels = NO_LABELS) -> str:
    value = _value_of(body)
    words = _words_of(value)
    # The engine takes accents off, but leaves a letter of its own: a `ı` would not be found by an `i`.
    return plain(f"{words} {labels.of(subject, value)}") if words else ""


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
