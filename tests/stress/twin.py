"""Stories in an open vault, with a twin: the same acts in a copy that nobody kills. What comes back after a
kill must be equal to the twin, row for row, after the last acknowledged act or after one act more."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
import traceback
from abc import abstractmethod
from contextlib import closing
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, ClassVar

from intake_assistant.errors import KnownError
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.damage.check import look_at_dossiers, look_at_references
from intake_assistant.storage.engine.stand import STAND
from intake_assistant.storage.entries.vault import Vault
from tests.gelezen import data
from tests.storage.hulp import CLOCK, copied, quick, seeded
from tests.stress.killing import FORK, Look, Say, Story, end_with_parent

State = dict[str, str]
_TABLES = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'p_zoek%' ORDER BY name"

# Who was killed opened the vault more often, and backups were written at another moment.
_OF_ONE_FOLDER = {STAND, "gewist.nagekeken"}


def state_of(vault: Vault) -> State:
    """A hash of all rows of each table, of the search index and of the blobs."""
    with vault.reading() as connection:
        tables = [row[0] for row in connection.execute(_TABLES)]
        rows: dict[str, list[Any]] = {
            naam: connection.execute(f"SELECT * FROM {naam}").fetchall() for naam in tables
        }
    rows["setting"] = [row for row in rows["setting"] if row[0] not in _OF_ONE_FOLDER]
    rows |= vault.projections()
    rows["blobs"] = vault.blobs.files()
    return {naam: hashlib.sha256(repr(found).encode()).hexdigest() for naam, found in rows.items()}


def faults_of(vault: Vault) -> list[str]:
    """What is wrong with pages, numbers, entries, what is derived, and blobs, and what was left half."""
    found = vault.check_pages()
    found += [f"{f.code} {f.waar}" for f in (*look_at_references(vault), *look_at_dossiers(vault))]
    if vault.gemis is not None or vault.old_log_came:
        found.append(f"log: {vault.gemis}, old: {vault.old_log_came}")
    found += [f"blob {naam}" for naam in vault.blobs.files() if vault.blobs.read_file(naam) is None]
    return found + [f"left half: {path.name}" for path in vault.path.rglob("*half*")]


class VaultStory(Story):
    """Acts in one vault; each is one transaction, or at least one thing that is there whole or not at all."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, seed)
        self.path, beside = (self._copied(folder / naam) for naam in ("kluis", "tweeling"))
        self.twin = Twin(self, beside)

    @property
    def root(self) -> Path:
        """The vault; the twin stays beside it."""
        return self.path

    def _copied(self, folder: Path) -> Path:
        folder.mkdir()
        return Path(shutil.copytree(template(type(self)), folder / "an.intake"))

    unlike: ClassVar[set[str]] = set()
    """Tables in which chance is another for the twin."""
    acts_per_opening = 23

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        """What stands in the vault before the first act."""

    @abstractmethod
    def act(self, work: Workspace, number: int) -> None:
        """Do the act of that number."""

    def open(self, path: Path) -> Vault:
        """Open the vault of the story."""
        return quick(path)

    def workspace(self, vault: Vault, number: int) -> Workspace:
        """A workspace of which chance is the same at each playing of the act."""
        return Workspace(vault, data(), CLOCK, seeded(self.seed * 1_000_003 + number))

    def live(self, say: Say) -> None:
        """Act after act; now and then the vault is closed and opened again in between."""
        number, ready = self.done, False
        while True:
            with self.open(self.path) as vault:
                if not ready:
                    say(number)
                    ready = True
                for _ in range(self.acts_per_opening):
                    number += 1
                    self.act(self.workspace(vault, number), number)
                    say(number)

    def reopen(self) -> None:
        """Open and close."""
        self.open(self.path).close()

    def look(self, said: int) -> Look:
        """Compare with the twin."""
        begun = time.perf_counter()
        try:
            vault = self.open(self.path)
        except KnownError as error:
            return Look(said, 0.0, [f"does not open: {error.code} {error.facts}"])
        opening = time.perf_counter() - begun
        with vault:
            faults = faults_of(vault)
            self.settle(self.workspace(vault, 0))
            state, faults = state_of(vault), faults + self.look_further(vault, said)
        # Closed first: the twin may have to begin anew, and a fork would take the lock along.
        found, differs = self._compare(state, said)
        return Look(found, opening, differs + faults)

    def settle(self, work: Workspace) -> None:
        """What the program does by itself once the vault is open again."""

    def look_further(self, vault: Vault, said: int) -> list[str]:
        """What else must be true after a kill."""
        return []

    def _compare(self, state: State, said: int) -> tuple[int, list[str]]:
        for naam in self.unlike:
            state[naam] = ""
        for number in (said, said + 1):
            if state == self.twin.state(number):
                return number, []
        earlier = self.twin.find(state, said)
        if earlier is not None:
            return earlier, [f"acts {earlier + 1} to {said} are lost"]
        wanted = self.twin.state(said)
        return said, ["half an act: " + ", ".join(n for n in wanted if wanted[n] != state.get(n))]

    def finish(self) -> list[str]:
        """Whether all that is derived is the same when it is made anew."""
        with self.open(self.path) as vault:
            work = self.workspace(vault, 0)
            refresh_overviews(work)
            before = vault.projections()
            vault.rebuild()
            refresh_overviews(work)
            after = vault.projections()
            return [f"not as made anew: {naam}" for naam in before if before[naam] != after[naam]]

    def close(self) -> None:
        """End the twin."""
        self.twin.end()


@cache
def template(story: type[VaultStory]) -> Path:
    """The vault with which every playing of a story begins."""
    path = copied(Path(os.environ["HOME"]) / "verhalen" / story.__name__)
    with quick(path) as vault:
        story.prepare(Workspace(vault, data(), CLOCK, seeded(1)))
    return path


class Twin:
    """A process of its own that plays the story when asked, and tells the state after an act."""

    def __init__(self, story: VaultStory, path: Path) -> None:
        self._story, self._start = story, path
        self._states: dict[int, State] = {}
        self._begin(path)

    def _begin(self, path: Path) -> None:
        self._asking, hearing = FORK.Pipe()
        self._process = FORK.Process(target=_play, args=(self._story, path, hearing))
        self._process.start()
        hearing.close()

    def state(self, number: int) -> State:
        """The state after an act; acts that were asked for before are remembered."""
        if number not in self._states:
            self._asking.send(number)
            told = self._asking.recv()
            if isinstance(told, str):
                raise RuntimeError(told)
            self._states[number] = told | dict.fromkeys(self._story.unlike, "")
        return self._states[number]

    def find(self, state: State, until: int) -> int | None:
        """The act after which the state was this one; all is played once more."""
        self.end()
        self._begin(self._story._copied(self._start.parents[1] / "opnieuw"))
        self._states.clear()
        return next((n for n in range(until) if self.state(n) == state), None)

    def end(self) -> None:
        """End its process."""
        self._asking.send(None)
        self._process.join()


def _play(story: VaultStory, path: Path, hearing: Connection) -> None:
    end_with_parent()
    done = 0
    with closing(story.open(path)) as vault:
        while (number := hearing.recv()) is not None:
            try:
                while done < number:
                    done += 1
                    story.act(story.workspace(vault, done), done)
                story.settle(story.workspace(vault, done))
                hearing.send(state_of(vault))
            except BaseException:  # noqa: BLE001 - whatever it was, who asked reports it
                hearing.send(traceback.format_exc())
