"""Kill writers by the thousand: python -m tests.stress.kill STATE --kills 10000 --seed 1.

Resumable: what was done stands in the file STATE; each vault is another one, counted when it is finished.
Ends with 1 at the first fault; the vault in which it was seen is kept.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from intake_assistant import safefile
from tests.gelezen import data
from tests.stress.keeping import Backups, Passphrase
from tests.stress.killing import Killer, Story, Tally
from tests.stress.recording import Documents, LongSession, MovingOn, Typing, Vaststellen
from tests.stress.rekeying import Rekeying
from tests.stress.travelling import Merging, Sending
from tests.stress.undoing import Erasing, ErasingValues, Restoring

STORIES: dict[str, tuple[type[Story], int]] = {
    "typen": (Typing, 25),
    "verdergaan": (MovingOn, 25),
    "urenlang": (LongSession, 1),
    "documenten": (Documents, 10),
    "vaststellen": (Vaststellen, 8),
    "reservekopie": (Backups, 10),
    "wachtzin": (Passphrase, 12),
    "terugzetten": (Restoring, 8),
    "wissen": (Erasing, 8),
    "waarden": (ErasingValues, 8),
    "sleutel": (Rekeying, 8),
    "samenvoegen": (Merging, 8),
    "versturen": (Sending, 8),
}
"""Each story with its share of the kills."""


def main() -> int:
    """Go on where the state file ends; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("--kills", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="intake-kill-"))
    os.environ["HOME"] = str(folder)
    run = Run(args.state, args.seed)
    try:
        run.go_on(folder, args.kills)
    finally:
        sys.stdout.write(run.table())
        if not run.faults():
            shutil.rmtree(folder)
    return 1 if run.faults() else 0


class Run:
    """What was counted so far, and where that is kept."""

    def __init__(self, state: Path, seed: int) -> None:
        self._state = state
        begun = {"seed": seed, "dag": "", "kluizen": 0, "verhalen": {}}
        kept: dict[str, Any] = json.loads(state.read_bytes()) if state.exists() else begun
        self.seed, self.vaults = int(kept["seed"]), int(kept["kluizen"])
        self.tallies = {naam: Tally(**kept["verhalen"].get(naam, {})) for naam in STORIES}

    def go_on(self, folder: Path, kills: int) -> None:
        """Vault after vault, of the story that is furthest behind its share."""
        data()
        shares = sum(share for _, share in STORIES.values())
        while not self.faults() and (behind := self._furthest_behind(kills, shares)):
            naam, wanted = behind
            story = STORIES[naam][0]
            self.vaults += 1
            place = folder / f"{self.vaults}-{naam}"
            place.mkdir()
            chance = random.Random(f"{self.seed} {self.vaults}").randrange(2**32)
            tally = Killer(story, place, chance).run(min(story.lives, wanted))
            self.tallies[naam].join(tally)
            self._keep()
            if not tally.faults:
                shutil.rmtree(place)

    def _furthest_behind(self, kills: int, shares: int) -> tuple[str, int] | None:
        wanted = {naam: -(-kills * share // shares) for naam, (_, share) in STORIES.items()}
        todo = {naam: wanted[naam] - self.tallies[naam].kills for naam in STORIES}
        naam = max(todo, key=lambda naam: todo[naam] / wanted[naam])
        return (naam, todo[naam]) if todo[naam] > 0 else None

    def _keep(self) -> None:
        body = {
            "seed": self.seed,
            "dag": datetime.datetime.now(datetime.UTC).date().isoformat(),
            "kluizen": self.vaults,
            "verhalen": {naam: asdict(tally) for naam, tally in self.tallies.items()},
        }
        safefile.write_bytes(self._state, json.dumps(body, indent=1).encode(), overwrite=True)

    def faults(self) -> list[str]:
        """All that was wrong."""
        return [fault for tally in self.tallies.values() for fault in tally.faults]

    def table(self) -> str:
        """The figures, one line a story, and added up."""
        total = Tally()
        for tally in self.tallies.values():
            total.join(tally)
        head = f"{'':14}{'kills':>8}{'acknowledged':>14}{'lost':>6}{'more':>6}{'slowest opening':>17}\n"
        lines = [_line(naam, tally) for naam, tally in [*self.tallies.items(), ("together", total)]]
        end = f"seed {self.seed}, {self.vaults} vaults\n"
        return head + "".join(lines) + end + "".join(f"{fault}\n" for fault in total.faults)


def _line(naam: str, t: Tally) -> str:
    return f"{naam:14}{t.kills:>8}{t.acknowledged:>14}{t.lost:>6}{t.more:>6}{t.slowest * 1000:>14.0f} ms\n"


if __name__ == "__main__":
    raise SystemExit(main())
