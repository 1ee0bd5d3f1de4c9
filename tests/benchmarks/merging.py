"""Files of others merged, beside bare inserts of the same rows; and how large and how fast one is made.

Of a vault of so many dossiers: they come in files of 200, or in five files when they are few.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zlib import compress

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.exchange import wire
from intake_assistant.exchange.writer import Content
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.progress import Watch
from intake_assistant.storage.engine import database
from tests.benchmarks import bare
from tests.benchmarks.measuring import Figure, forget_peak, memory, timed, watched
from tests.benchmarks.vaults import DAY, PASSPHRASE, Measured, model_of
from tests.exchange.hulp import Person, letterhead, person, write
from tests.storage.hulp import CHEAP

TEAMLEIDER: Final = {"naam": "M. de Boer", "gemeente": "Brugdam", "rol": "teamleider"}
A_FILE: Final = 200
"""Dossiers in a file."""
FEWEST: Final = 5
"""Files, however few the dossiers."""
AT_MOST: Final = 10
"""Dossiers of which the bare rows are made at a time; making them does not count."""


class Team:
    """A team lead with an empty vault, and those who send; in a folder of its own."""

    def __init__(self, folder: Path, dossiers: int) -> None:
        self._folder = folder
        each = min(A_FILE, -(-dossiers // FEWEST))
        self.parts = [range(at, min(at + each, dossiers)) for at in range(0, dossiers, each)]
        self.senders = [person(f"collega {nr}") for nr in range(len(self.parts))]
        path = folder / "team.intake"
        kluis.create(path, PASSPHRASE, FixedClock(DAY), os.urandom, TEAMLEIDER, cost=CHEAP)
        self.work = kluis.open_workspace(path, PASSPHRASE, FixedClock(DAY), os.urandom)
        self.model = model_of(self.work)
        self.keys = [bytes(self.work.vault.key)]

    def files(self) -> list[Path]:
        """Write them, and know who sends."""
        for sender in self.senders:
            cards.add_card(self.work, sender.card, sender.card.fingerprint)
        lead = Person(cards.own_card(self.work), b"", "")
        return [self._file(*one, lead) for one in zip(self.senders, self.parts, strict=True)]

    def _file(self, sender: Person, numbers: range, lead: Person) -> Path:
        path = self._folder / f"{sender.card.naam}.intake.age"
        entries = partial(self.entries, numbers)
        write(path, letterhead(sender, lead), Content(entries), sender.keys)
        return path

    def entries(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """The entries of some persons, in the order in which they travel."""
        return (entry for number in numbers for entry in self.model.of(number))


def merge(place: Measured) -> Figure:
    """All files at once."""
    with TemporaryDirectory(dir=place.path.parent) as folder:
        team = Team(Path(folder), place.dossiers)
        with team.work.vault:
            paths = team.files()
            # Read once: what the program holds of forms and words is not held by the merging.
            merge_files(team.work, paths[:1], dry_run=True)
            assert team.work.data.formulieren.vragen
            held = _Peaks(len(paths))
            spent = time.process_time()
            ours = watched(lambda: merge_files(team.work, paths, progress=held.watch.progress))
            spent = time.process_time() - spent
        beside, rows, theirs = _inserted(team, Path(folder) / "bare.db")
    note = f"{len(paths)} files, {rows:,} entries, processor {spent / theirs:.2f} x, {held.told()}"
    return Figure(ours, beside, note)


class _Peaks:
    """The most that is held, after the first file and after the last one."""

    def __init__(self, files: int) -> None:
        self.watch = Watch(self._tell)
        self._before, self._first, self._until = memory(), 0.0, 1 / files
        forget_peak()

    def _tell(self, watch: Watch) -> None:
        if not self._first and watch.share > self._until:
            self._first = memory("VmHWM")

    def told(self) -> str:
        first, last = (at - self._before for at in (self._first, memory("VmHWM")))
        return f"{first:.0f} MB more after the first, {last:.0f} MB after all"


def _inserted(team: Team, path: Path) -> tuple[float, int, float]:
    """The same rows into a bare table, in one transaction: seconds, how many, seconds of the processor."""
    taken, spent, rows = 0.0, 0.0, 0
    numbers = [number for part in team.parts for number in part]
    with closing(database.connect(path, team.keys[0], create=True)) as connection:
        connection.execute(bare.TABLE)
        connection.execute("BEGIN IMMEDIATE")
        for at in range(0, len(numbers), AT_MOST):
            few = numbers[at : at + AT_MOST]
            some = [row for nr in few for row in bare.rows(nr, [*team.model.of(nr)])]
            begun = time.process_time()
            taken += timed(partial(connection.executemany, bare.INSERT, some))
            spent += time.process_time() - begun
            rows += len(some)
        taken += timed(partial(connection.execute, "COMMIT"))
    return taken, rows, spent


def send(place: Measured) -> Figure:
    """All of a vault in one file, read back; beside the same entries read and packed."""
    out = place.path.with_suffix(".intake.age")
    with place.opened() as work:
        receiver = person("ontvanger", gemeente=cards.own_card(work).gemeente).card
        zending = Zending(Bestandssoort.TEAM, (receiver,))

        def ours() -> None:
            export(work, zending, out).pad.unlink()

        return Figure(timed(ours), timed(lambda: _packed(work)))


def _packed(work: Workspace) -> int:
    return sum(len(compress(_lines(work.vault.entries(dossier)))) for dossier in work.vault.dossiers())


def _lines(entries: Sequence[Entry]) -> bytes:
    return b"".join(map(wire.entry_line, entries))


def size_of_file(place: Measured) -> Figure:
    """Bytes of a file of one dossier, beside its entries packed."""
    with TemporaryDirectory(dir=place.path.parent) as folder:
        team = Team(Path(folder), 1)
        with team.work.vault:
            (path,) = team.files()
            return Figure(path.stat().st_size, len(compress(_lines([*team.entries([0])]))))
