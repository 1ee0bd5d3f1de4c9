"""Pages half filled in that became a value which was erased: they go from a copy that was made before.

A sketch bears no moment. A copy in which the entry is not there, or not erased yet, is of before; in one of
after it whatever stands half filled in is of something else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from intake_assistant.domain.subject import rows_in
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import entries
from intake_assistant.storage.entries.beside import SKETCH, sketches_in

type Sketch = tuple[str, str]
"""The setting that keeps a page, and what stays of it."""


class ErasedPlace(NamedTuple):
    """Where a value stood that was erased."""

    dossier: str
    subject: str
    counter: int
    id: str

    def is_of(self, name: str) -> bool:
        """Whether a page of this name can have become the value: a new row, a part of one, or the subject."""
        words, rows = set(name.split()), rows_in(self.subject)
        is_new_row = self.dossier in words and not words.isdisjoint(lijst for lijst, _ in rows)
        return is_new_row or {self.dossier, self.subject} <= words or any(row in words for _, row in rows)


def left_in(connection: Connection, places: Iterable[ErasedPlace]) -> list[Sketch]:
    """What has to go of the pages that stand half filled in."""
    kept = sketches_in(connection)
    before = [place for place in places if not _is_erased(connection, place)] if kept else []
    found = ((sleutel, _without(sleutel, waarde, before), waarde) for sleutel, waarde in kept)
    return [(sleutel, rest) for sleutel, rest, waarde in found if rest != waarde]


def shorten(connection: Connection, sketches: Iterable[Sketch]) -> None:
    """Keep only what stays of some pages."""
    sql = "UPDATE setting SET waarde=? WHERE sleutel=?"
    connection.executemany(sql, [(rest, sleutel) for sleutel, rest in sketches])


def _is_erased(connection: Connection, place: ErasedPlace) -> bool:
    here = entries.shelf_of(connection, place.dossier)
    if here is None:
        return False
    sql = f"SELECT p_gewist FROM {here.rows} AND counter=? AND id=?"
    found = connection.execute(sql, (place.counter, bytes.fromhex(place.id))).fetchone()
    return bool(found and found[0])


def _without(sleutel: str, waarde: str, places: Iterable[ErasedPlace]) -> str:
    name = sleutel.removeprefix(SKETCH)
    if any(place.is_of(name) for place in places):
        return ""
    try:
        fields = json.loads(waarde)
    except ValueError:
        return waarde
    # Half a date stands under its dossier and subject, among those of others.
    gone = {f"{place.dossier} {place.subject}" for place in places}
    if not isinstance(fields, dict) or gone.isdisjoint(fields):
        return waarde
    kept = {naam: said for naam, said in fields.items() if naam not in gone}
    return json.dumps(kept, ensure_ascii=True) if kept else ""
