"""An open vault: the entries of its dossiers and what is derived from them (design 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier, Leaf, Row
from intake_assistant.domain.entry import LARGEST_INT, Entry, is_sound
from intake_assistant.domain.kinds import erased_target
from intake_assistant.domain.toennu.verloop import Verloop
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import entries, numbers, overviews, projections, search
from intake_assistant.storage.entries.beside import Beside
from intake_assistant.storage.entries.rows import FoundRow, MadeRow, OverviewRow, StaleRow
from intake_assistant.storage.erase import erase, graves

ALL: Final = -1
"""No limit to how many rows are read."""
_DEVICE, _AUTHOR = attrgetter("device"), attrgetter("author")


class Vault(Beside):
    """An open vault; close it, or use it in a with statement."""

    def __enter__(self) -> Vault:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    # -- entries ---------------------------------------------------------------------------------------------

    def append(self, entry: Entry, replaced: tuple[Leaf, ...]) -> None:
        """Add an entry made here; it replaces these leaves of its subject, which are all there are."""
        dossier = entry.header.dossier
        with self.transaction() as connection:
            # The last door: an entry of nobody would be seen by nobody, and never be erased.
            if not dossier or entry.header.counter == 1 and dossier in entries.gravestones(connection):
                raise KnownError("dossier.erased", dossier=dossier)
            if erased_target(entry.header.subject):
                self.append_erasing(dossier, [entry])
                return
            projections.append(connection, entry, replaced)

    def append_erasing(self, dossier: str, erasing: Iterable[Entry]) -> None:
        """Add what erases values of a dossier, and carry it out at once; `erase.finish` does the rest."""
        with self.transaction() as connection:
            for entry in erasing:
                entries.insert(connection, entry)
            projections.derive(connection, dossier)
            erase.erased_values(self, connection, dossier)

    def union(self, found: Iterable[Entry], *, is_proved: bool = False) -> set[str]:
        """Add entries from elsewhere; returns the dossiers that changed. Erased dossiers stay away.

        With `is_proved` who read them did so by `read_entry`, and they are not held against their ids again.

        What erases a value does so here as there; `erase.finish` does the rest.
        KnownError `entry.unsound` when an entry was altered: nothing is added.
        """
        with self.transaction() as connection:
            gone = entries.gravestones(connection)
            kept = [e if is_proved else _sound(e) for e in found if e.header.dossier not in gone]
            kept += graves.absent_erasing(connection, {e.header.dossier for e in kept})
            erasing = [e for e in kept if erased_target(e.header.subject)]
            erased_in = {e.header.dossier for e in erasing if not entries.is_there(connection, e)}
            changed = entries.union(connection, kept, is_proved=True)
            # A value may come after what erases it: no page of the log keeps it either.
            if any([projections.derive_added(connection, *one) for one in sorted(changed.items())]):
                self.empty_log_afterwards()
            for dossier in sorted(erased_in):
                erase.erased_values(self, connection, dossier)
        return set(changed)

    def entries(self, dossier: str) -> list[Entry]:
        """The entries of a dossier, ordered by (counter, id)."""
        with self.reading() as connection:
            return entries.read_all(connection, dossier)

    def count(self, dossier: str) -> int:
        """How many entries a dossier has."""
        with self.reading() as connection:
            return len(entries.subjects(connection, dossier))

    def dossiers(self) -> list[str]:
        """The ids of all dossiers."""
        with self.reading() as connection:
            return entries.dossiers(connection)

    def next_counter(self, dossier: str) -> int:
        """One more than the highest counter known in the dossier; after the last there is none."""
        with self.reading() as connection:
            # Who has sent the last one keeps nobody from recording: what replaces what says which stands.
            return min(entries.highest_counter(connection, dossier) + 1, LARGEST_INT)

    def leaves(self, dossier: str, subject: str) -> tuple[Leaf, ...]:
        """The leaves of one subject, ordered by (counter, id); none when nothing was recorded of it."""
        with self.reading() as connection:
            return projections.read_leaves(connection, dossier, subject)

    def dossier(self, id: str) -> Dossier:
        """Everything current about a dossier; raises KnownError `dossier.not_found`, `vault.damaged`."""
        with self.reading() as connection:
            nr, rows = _number_of(connection, id), projections.read_rows(connection, id)
            known = _names_of(connection, id, rows)
            found = connection.execute("SELECT onvolledig FROM p_dossier WHERE nr=?", (nr,)).fetchone()
        return Dossier(id, rows, known, onvolledig=bool(found and found[0]))

    def verloop(self, id: str) -> Verloop:
        """Every entry of a dossier, to see how it stood on a day; raises the same."""
        with self.reading() as connection:
            _number_of(connection, id)
            rows = projections.read_every_row(connection, id)
            return Verloop(id, rows, _names_of(connection, id, rows))

    def all_ids(self) -> list[str]:
        """The ids of all entries and of all tombstones, for the digest."""
        with self.reading() as connection:
            graves = [f"tombstone {dossier}" for dossier in entries.gravestones(connection)]
            return sorted([*entries.all_ids(connection), *graves])

    # -- derived ---------------------------------------------------------------------------------------------

    def rebuild(self, progress: Progress = UNWATCHED) -> None:
        """Drop every projection and make it again from the entries."""
        with self.transaction() as connection:
            projections.rebuild_all(connection, progress)

    def projections(self) -> dict[str, list[tuple[Any, ...]]]:
        """The content of every projection but the search index, for comparing."""
        with self.reading() as connection:
            return projections.dump(connection)

    def indexed(self) -> list[tuple[str, int, int]]:
        """The content of the search index, for comparing."""
        with self.reading() as connection:
            return search.dump(connection)

    def stale_overviews(self, versie: int, most: int = ALL) -> list[StaleRow]:
        """Dossiers that changed since their overview was made, and then those with one of another version."""
        with self.reading() as connection:
            return overviews.stale(connection, versie, most)

    def altered_overviews(self, versie: int, found: Mapping[int, bytes]) -> list[str]:
        """The dossiers whose overview is of this version, and yet not as it was made of what was found."""
        with self.reading() as connection:
            return list(overviews.altered(connection, versie, found))

    def put_overviews(self, versie: int, made: Iterable[MadeRow]) -> None:
        """Keep what the list shows of some dossiers that did not change since; the version is above 0."""
        with self.transaction() as connection:
            for row in made:
                overviews.put(connection, versie, row)

    def overviews(self) -> list[OverviewRow]:
        """What the list shows of every dossier, by name."""
        with self.reading() as connection:
            return overviews.read(connection)

    def overviews_naming(self, tekst: str) -> list[str]:
        """The dossiers of which what the list shows holds a text."""
        with self.reading() as connection:
            return overviews.naming(connection, tekst)

    @cached_property
    def unmade(self) -> set[tuple[int, StaleRow]]:
        """Of which dossiers no overview of some version can be made, since they are damaged."""
        return set()

    def stale_words(self, vorm: str | None = None) -> list[str]:
        """The dossiers whose words cannot all be found yet; of labels of other forms: every one."""
        with self.reading() as connection:
            return search.stale(connection, vorm)

    def index_words(self, dossier: str, labels: search.Labels = search.NO_LABELS) -> None:
        """Bring the search index up to a dossier; nothing that was recorded changes by it."""
        with self.uncounted(), self.transaction() as connection:
            search.refresh(connection, dossier, labels)

    def search(
        self, woorden: str, most: int = 50, dossier: str = "", labels: search.Labels = search.NO_LABELS
    ) -> list[FoundRow]:
        """What holds all the words, in one dossier or in all; brings the index up to what was recorded.

        Of a vault that is only read: as far as it was indexed.
        """
        for behind in [] if self.read_only else self.stale_words(labels.vorm):
            if dossier in ("", behind):
                self.index_words(behind, labels)
        return self.search_indexed(woorden, most, dossier)

    def search_indexed(self, woorden: str, most: int = 50, dossier: str = "") -> list[FoundRow]:
        """The same as far as the index came: nobody waits for it, and nothing is written."""
        with self.reading() as connection:
            return search.search(connection, woorden, most, dossier)

    def check_pages(self, progress: Progress = UNWATCHED) -> list[str]:
        """What the engine finds wrong with its pages."""
        with self.reading() as connection:
            return database.check_pages(connection, progress)


def _number_of(connection: Connection, id: str) -> int:
    nr = numbers.find(connection, numbers.DOSSIER, id)
    if nr is None:
        raise KnownError("dossier.not_found", dossier=id)
    return nr


def _names_of(connection: Connection, id: str, rows: Sequence[Row]) -> dict[int, str]:
    known = numbers.names(connection)
    if not known.keys() >= {*map(_DEVICE, rows), *map(_AUTHOR, rows)}:
        raise KnownError("vault.damaged", pad=id, oorzaak="nummer")
    return known


def _sound(entry: Entry) -> Entry:
    if not is_sound(entry):
        raise KnownError("entry.unsound", entry=entry.id[:12])
    return entry
