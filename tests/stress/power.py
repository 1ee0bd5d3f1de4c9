"""Let the power fail at any step of what a writer does to a disk: python -m tests.stress.power --states 500.

Each story is recorded once, system call by system call (`tracing`); then what may be left of it on the disk
after each step (`disk`) is opened and looked at, as after a kill.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.opening import create_vault, open_vault
from tests.gelezen import data
from tests.storage.hulp import AROUND, PASSPHRASE
from tests.stress.disk import HOW, Disk
from tests.stress.keeping import Backups, Passphrase
from tests.stress.killing import Look, Say, Story, Tally
from tests.stress.recording import Documents, MovingOn, Typing, Vaststellen
from tests.stress.rekeying import Rekeying
from tests.stress.tracing import Recording
from tests.stress.travelling import Merging, Sending
from tests.stress.undoing import Erasing, Restoring


class Creating(Story):
    """A vault is made."""

    @property
    def _path(self) -> Path:
        return self.folder / "an.intake"

    def live(self, say: Say) -> None:
        """Make it."""
        say(0)
        create_vault(self._path, PASSPHRASE, AROUND, {"naam": "an"})
        say(1)

    def reopen(self) -> None:
        """Open and close."""
        open_vault(self._path, PASSPHRASE, AROUND).close()

    def look(self, said: int) -> Look:
        """It opens, or is not there and can be made."""
        found = int(self._path.exists())
        begun = time.perf_counter()
        try:
            if not found:
                create_vault(self._path, PASSPHRASE, AROUND, {"naam": "an"})
            self.reopen()
        except KnownError as error:
            return Look(found, 0.0, [f"{error.code} {error.facts}"])
        left = [path.name for path in self.folder.iterdir() if path != self._path]
        return Look(found, time.perf_counter() - begun, [f"left: {name}" for name in left])

    def close(self) -> None:
        """Take it away."""
        shutil.rmtree(self.folder, ignore_errors=True)


# Each with the act after which the recording ends: moving on closes and opens the vault in between.
STORIES: dict[str, tuple[type[Story], int]] = {
    "aanmaken": (Creating, 1),
    "typen": (Typing, 25),
    "verdergaan": (MovingOn, 30),
    "documenten": (Documents, 4),
    "vaststellen": (Vaststellen, 2),
    "reservekopie": (Backups, 4),
    "wachtzin": (Passphrase, 4),
    "terugzetten": (Restoring, 5),
    "wissen": (Erasing, 5),
    "sleutel": (Rekeying, 5),
    "samenvoegen": (Merging, 5),
    "versturen": (Sending, 4),
}


def let_fail(naam: str, folder: Path, states: int, seed: int) -> tuple[Tally, int]:
    """The figures of so many states of the disk, and the number of steps in which they come about."""
    kind, last = STORIES[naam]
    story, chance, tally = kind(folder, seed), random.Random(f"{naam} {seed}"), Tally()
    try:
        recording = Recording(story.root, story.live, last)
        tally.faults += [recording.failed] if recording.failed else []
        chosen = sorted(chance.choices(range(len(recording.ops)), k=states))
        disk, said, done = Disk.before(recording), 0, 0
        for number, at in enumerate(chosen):
            for op in recording.ops[done : at + 1]:
                disk.do(op)
                said = op.offset if op.kind == "said" else said
            done = at + 1
            how = HOW[number % len(HOW)]
            disk.fail(how, chance).lay_out(story.root)
            look = story.look(said)
            faults = [f"{naam}, seed {seed}, step {at}, {how}: {fault}" for fault in look.faults]
            tally.add(said, 0, Look(look.found, look.opening, faults))
        tally.kills, tally.acknowledged = states, last
    finally:
        story.close()
    return tally, len(recording.ops)


def main() -> int:
    """Every story, or those that are named; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="*", choices=[*STORIES, []], help="all when none is named")
    parser.add_argument("--states", type=int, default=500, help="of the disk, for each story")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="intake-power-"))
    os.environ["HOME"] = str(folder)
    data()
    faults = []
    sys.stdout.write(f"{'':14}{'steps':>8}{'states':>8}{'lost':>6}{'more':>6}{'faults':>8}\n")
    for naam in args.story or STORIES:
        (folder / naam).mkdir()
        tally, steps = let_fail(naam, folder / naam, args.states, args.seed)
        faults += tally.faults
        counts = f"{steps:>8}{tally.kills:>8}{tally.lost:>6}{tally.more:>6}{len(tally.faults):>8}"
        sys.stdout.write(f"{naam:14}{counts}\n")
        sys.stdout.flush()
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    shutil.rmtree(folder)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
