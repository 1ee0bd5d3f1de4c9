"""An open vault: the entries of its dossiers and what is derived from them (design 5)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from intake_assistant.domain.dossier import Dossier, Row
from intake_assistant.domain.entry import Entry, erased_target, is_sound
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine import database
from intake_assistant.storage.entries import entries, projections
from intake_assistant.storage.entries.beside import Beside
from intake_assistant.storage.entries.rows import FoundRow, OverviewRow
from intake_assistant.storage.erase import graves


class Vault(Beside):
    """An open vault; close it, or use it in a with statement."""

    def __enter__(self) -> Vault:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    # -- entries ---------------------------------------------------------------------------------------------

    def append(self, entry: Entry, row: Row | None) -> None:
        """Add an entry made here, and bring the projections up to it; `row` is what its subject said."""
        dossier = entry.header.dossier
        with self.transaction() as connection:
            # The last door: an entry of nobody would be seen by nobody, and never be erased.
            if not dossier or entry.header.counter == 1 and dossier in entries.gravestones(connection):
                raise KnownError("dossier.erased", dossier=dossier)
            if erased_target(entry.header.subject):
                self.append_erasing(dossier, [entry])
                return
            entries.insert(connection, entry)
            projections.append(connection, entry, row)

    def append_erasing(self, dossier: str, erasing: Iterable[Entry]) -> None:
        """Add what erases values of a dossier, and carry all of it out at once."""
        with self.transaction() as connection:
            for entry in erasing:
                entries.insert(connection, entry)
            entries.carry_out_erasures(connection, dossier)
            projections.rebuild_dossier(connection, dossier)
            self.empty_log_afterwards()

    def union(self, found: Iterable[Entry]) -> set[str]:
        """Add entries from elsewhere; returns the dossiers that changed. Erased dossiers stay away.

        KnownError `entry.unsound` when an entry was altered: nothing is added.
        """
        with self.transaction() as connection:
            gone = entries.gravestones(connection)
            kept = [_sound(e) for e in found if e.header.dossier not in gone]
            kept += graves.absent_erasing(connection, {e.header.dossier for e in kept})
            changed = entries.union(connection, kept)
            for dossier in changed:
                projections.rebuild_dossier(connection, dossier)
            if any(erased_target(e.header.subject) for e in kept):
                self.empty_log_afterwards()
        return changed

    def entries(self, dossier: str) -> list[Entry]:
        """The entries of a dossier, ordered by (counter, id)."""
        with self.reading() as connection:
            return entries.read_all(connection, dossier)

    def dossiers(self) -> list[str]:
        """The ids of all dossiers."""
        with self.reading() as connection:
            return [r[0] for r in connection.execute("SELECT dossier FROM p_overzicht ORDER BY dossier")]

    def next_counter(self, dossier: str) -> int:
        """One more than the highest counter known in the dossier."""
        with self.reading() as connection:
            return entries.highest_counter(connection, dossier) + 1

    def row(self, dossier: str, subject: str) -> Row | None:
        """The row of one subject."""
        with self.reading() as connection:
            return projections.read_row(connection, dossier, subject)

    def dossier(self, id: str) -> Dossier:
        """Everything current about a dossier; raises KnownError `dossier.not_found`."""
        with self.reading() as connection:
            found = connection.execute("SELECT onvolledig FROM p_overzicht WHERE dossier=?", (id,)).fetchone()
            if found is None:
                raise KnownError("dossier.not_found", dossier=id)
            return Dossier(id, projections.read_rows(connection, id), onvolledig=bool(found[0]))

    def all_ids(self) -> list[str]:
        """The ids of all entries and of all tombstones, for the digest."""
        with self.reading() as connection:
            graves = [f"tombstone {dossier}" for dossier in entries.gravestones(connection)]
            return sorted([*entries.all_ids(connection), *graves])

    # -- derived ---------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Drop every projection and make it again from the entries."""
        with self.transaction() as connection:
            projections.rebuild_all(connection)

    def projections(self) -> dict[str, list[tuple[Any, ...]]]:
        """The content of every projection, for comparing."""
        with self.reading() as connection:
            return projections.dump(connection)

    def stale_overviews(self, versie: int) -> list[str]:
        """Dossiers that changed since their overview was made, or whose overview is of another version."""
        with self.reading() as connection:
            sql = "SELECT dossier FROM p_overzicht WHERE vers<>?"
            return [r[0] for r in connection.execute(sql, (versie,))]

    def put_overview(self, dossier: str, versie: int, naam: str, gegevens: Mapping[str, Any]) -> None:
        """Keep what the list shows of a dossier; the version is any number but 0."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE p_overzicht SET vers=?, naam=?, gegevens=? WHERE dossier=?",
                (versie, naam, overview_body(gegevens), dossier),
            )

    def overviews(self) -> list[OverviewRow]:
        """What the list shows of every dossier, by name."""
        with self.reading() as connection:
            sql = "SELECT dossier, onvolledig, naam, gegevens FROM p_overzicht ORDER BY naam, dossier"
            return [OverviewRow(r[0], bool(r[1]), r[2], r[3]) for r in connection.execute(sql)]

    def search(self, woorden: str, most: int = 50) -> list[FoundRow]:
        """The subjects that hold all the words."""
        with self.reading() as connection:
            return projections.search(connection, woorden, most)

    def check_pages(self) -> list[str]:
        """What the engine finds wrong with its pages."""
        with self.reading() as connection:
            return database.check_pages(connection)

    def unsound_entries(self, dossier: str) -> list[str]:
        """The ids of entries of a dossier that were altered."""
        with self.reading() as connection:
            return entries.unsound(connection, dossier)


def overview_body(gegevens: Mapping[str, Any]) -> str:
    """What the list shows of a dossier, as it is kept."""
    return json.dumps(gegevens, sort_keys=True, ensure_ascii=False)


def _sound(entry: Entry) -> Entry:
    if not is_sound(entry):
        raise KnownError("entry.unsound", entry=entry.id[:12])
    return entry
