"""Kills real processes while they write in a vault, at random moments, and looks at what comes back.

*Acknowledged* is what a writer said over its pipe after an act, as the screen says *opgeslagen*. Writers are
forked from a process that has all imported and has no vault open, so that one life costs milliseconds.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import random
import signal
import statistics
import sys
import time
import traceback
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

Say = Callable[[int], None]
FORK = multiprocessing.get_context("fork")
# One kill in so many comes while the vault is opened that an earlier kill left.
REOPENED = 4
LONGEST_ACT = 60.0
_PARENT_DEATH_SIGNAL = 1


@dataclass(frozen=True)
class Look:
    """What stood in the vault after a kill: the last act that is there, and what is wrong."""

    found: int
    opening: float
    faults: list[str]


class Story(ABC):
    """What a writer does: acts numbered from 1, each the same at every playing; `done` are there already."""

    pace = 0.01
    """A first guess of the seconds that one act takes; measured from then on."""
    lives = 30
    """After so many lives a new vault is begun."""
    ahead = 5
    """A life is killed within so many acts."""
    opening = 0.02
    """The seconds within which a writer that only opens and closes is killed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.seed, self.done = folder, seed, 0

    @property
    def root(self) -> Path:
        """The folder in which it writes."""
        return self.folder

    def go_on(self, found: int) -> None:
        """The next writer begins after the act that was found."""
        self.done = found

    @abstractmethod
    def live(self, say: Say) -> None:
        """In the writer: say `done` when all stands ready, then act and say the number of each act."""

    @abstractmethod
    def reopen(self) -> None:
        """In a writer: open what an earlier kill left, and close it."""

    @abstractmethod
    def look(self, said: int) -> Look:
        """Open what is left, compare, and close it; `said` is the last act that was acknowledged."""

    def finish(self) -> list[str]:
        """What is wrong at the end, when all that costs time is looked at too."""
        return []

    @abstractmethod
    def close(self) -> None:
        """Let go of what the story holds."""


@dataclass
class Tally:
    """The figures of one story."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    more: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, said: int, before: int, look: Look) -> None:
        """Count what a look found."""
        self.acknowledged += said - before
        self.lost += max(0, said - look.found)
        self.more += max(0, look.found - said)
        self.slowest = max(self.slowest, look.opening)
        self.faults += look.faults

    def join(self, other: Tally) -> None:
        """Add the figures of other vaults."""
        self.kills += other.kills
        self.acknowledged += other.acknowledged
        self.lost += other.lost
        self.more += other.more
        self.slowest = max(self.slowest, other.slowest)
        self.faults += other.faults


class Killer:
    """Plays a story in vault after vault until enough writers were killed."""

    def __init__(self, make: Callable[[Path, int], Story], folder: Path, seed: int) -> None:
        self.tally = Tally()
        self._make, self._folder, self._seed = make, folder, seed
        self._random = random.Random(seed)
        self._took: deque[float] = deque(maxlen=60)

    def run(self, kills: int) -> Tally:
        """Kill so many times; stops at the first fault, so that what is left can be looked at."""
        while self.tally.kills < kills and not self.tally.faults:
            self._one_vault(kills)
        return self.tally

    def _one_vault(self, kills: int) -> None:
        seed = self._random.randrange(2**32)
        folder = self._folder / f"{seed:08x}"
        folder.mkdir()
        story = self._make(folder, seed)
        try:
            until = min(kills, self.tally.kills + story.lives)
            while self.tally.kills < until and not self.tally.faults:
                self._one_life(story)
            self.tally.faults += [f"{folder}: {fault}" for fault in story.finish()]
        finally:
            story.close()

    def _one_life(self, story: Story) -> None:
        before, acts = story.done, self._random.randint(0, story.ahead)
        said, fault = self._killed(story.live, acts + 1, self._pace(story))
        while self._random.randrange(REOPENED) == 0:
            fault += self._killed(lambda say: story.reopen(), 0, story.opening)[1]
        look = story.look(max(said, before))
        faults = [f"{story.folder} after act {said}: {text}" for text in [*fault, *look.faults]]
        self.tally.add(max(said, before), before, Look(look.found, look.opening, faults))
        story.go_on(look.found)

    def _killed(self, live: Callable[[Say], None], words: int, pace: float) -> tuple[int, list[str]]:
        """Let a writer live for so many words and a moment; the last it said, and how it failed by itself."""
        hearing, saying = FORK.Pipe(duplex=False)
        writer = FORK.Process(target=_written, args=(live, saying))
        writer.start()
        saying.close()
        heard = self._listen(hearing, words)
        time.sleep(self._random.uniform(0, 1.2 * pace))
        writer.kill()
        writer.join()
        self.tally.kills += 1
        heard += _rest(hearing)
        said = [word for word in heard if isinstance(word, int)]
        return max(said, default=0), [word for word in heard if isinstance(word, str)]

    def _listen(self, hearing: Connection, words: int) -> list[int | str]:
        heard: list[int | str] = []
        last = 0.0
        while len(heard) < words and hearing.poll(LONGEST_ACT):
            try:
                heard.append(hearing.recv())
            except EOFError:
                break
            now = time.monotonic()
            if last:
                self._took.append(now - last)
            last = now
        return heard

    def _pace(self, story: Story) -> float:
        return statistics.fmean(self._took) if len(self._took) > story.ahead else story.pace


def end_with_parent() -> None:
    """Have this process not stay behind when its parent is killed (Linux; elsewhere it stays until asked)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def _written(live: Callable[[Say], None], saying: Connection) -> None:
    """What a writer's process does; when it is done before its end comes, it waits for that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    try:
        live(saying.send)
    except BaseException:  # noqa: BLE001 - whatever it was, who listens reports it
        saying.send(traceback.format_exc())
        raise SystemExit(0) from None
    signal.pause()


def _rest(hearing: Connection) -> list[int | str]:
    heard: list[int | str] = []
    while True:
        try:
            heard.append(hearing.recv())
        except (EOFError, OSError):
            # A word that was cut off was not said.
            return heard
