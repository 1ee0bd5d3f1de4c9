"""Work in a real window by chance: python -m tests.stress.live --acts 10000 --seed 1 --state FILE.

Keys, wheel, clicks, sizes, locking and words come from outside, by the X server, with a window manager. After
each act: the program lives and is silent, the keyboard is somewhere sensible, nothing was recorded that was
not typed or chosen, and while a conversation is on nobody else's name is in sight. Resumable by its state.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from intake_assistant import safefile
from intake_assistant.operations.acts.gesprek import start_gesprek
from tests.stress.acts import Act, Look, next_act
from tests.stress.judging import Judge
from tests.stress.screen import screen
from tests.ui.gespeeld import play_concept
from tests.ui.gevuld import VANDAAG, WACHTZIN, fill, opened_vault

ROOT = Path(__file__).parents[2]
LIFE = 400
"""After so many acts another window begins, on a vault as it was at first."""
HANGS = 60.0
_OPEN_GESPREKKEN = {"vorm": "kantoor", "taal": "nl", "minuten": 30}


@dataclass
class Stand:
    """How far it is, and what was found; kept in the state file."""

    seed: int = 1
    acts: int = 0
    seconds: float = 0.0
    crashes: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    focus: list[str] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    screens: dict[str, int] = field(default_factory=dict)

    def faults(self) -> int:
        """How many in all."""
        return sum(map(len, (self.crashes, self.noise, self.values, self.names, self.focus)))

    def summary(self) -> str:
        """The figures."""
        more = f"{len(self.noise)} times not silent, {len(self.focus)} lost keyboards"
        figures = f"{len(self.crashes)} crashes, {len(self.values)} changed values, {len(self.names)} names"
        rate = self.acts / self.seconds if self.seconds else 0.0
        return f"{self.acts} acts, seed {self.seed}, {rate:.1f} a second\n{figures}\n{more}\n"


class Gone(Exception):
    """The window ended, or answers no more."""


class Seat:
    """Where one sits: a window of its own process, and the mouse and keys before it."""

    def __init__(self, around: dict[str, str], home: Path) -> None:
        self._around = around
        self.told = home / "stderr"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.stress.observed", VANDAAG.isoformat()],
            cwd=ROOT,
            env={**around, "HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.told.open("wb"),
        )

    def look(self, **asks: int) -> Look:
        """Ask what is seen; `Gone` when no answer comes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(asks).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Gone(self._end()) from None
        ready, _, _ = select.select([self._process.stdout], [], [], HANGS)
        line = self._process.stdout.readline() if ready else b""
        if not line:
            raise Gone(self._end())
        seen: Look = json.loads(line)
        return seen

    def do(self, act: Act) -> None:
        """Do it with mouse and keys."""
        if act.does:
            subprocess.run(["xdotool", *act.does], env=self._around, capture_output=True, timeout=HANGS)

    def _end(self) -> str:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGUSR1)  # it writes where it hangs
            time.sleep(1)
            self._process.kill()
        return f"ended with {self._process.wait()}\n{self.told.read_text(errors='replace')[-3000:]}"

    def leave(self) -> str:
        """Close the window as it closes; what was not silent."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(HANGS)
        except subprocess.TimeoutExpired:
            # A question stands open, and waits for somebody.
            self._process.kill()
            self._process.wait()
        return self.told.read_text(errors="replace")


class Run:
    """Acts after each other, of windows after each other."""

    def __init__(self, state: Path | None, seed: int) -> None:
        self._state = state
        kept: dict[str, Any] = json.loads(state.read_bytes()) if state and state.exists() else {"seed": seed}
        self.stand = Stand(**kept)

    def go_on(self, folder: Path, around: dict[str, str], acts: int) -> None:
        """Until so many acts are done in all."""
        template = folder / "begin"
        template.mkdir()
        fill_vault(template)
        begun = -1
        # A window that dies before anything was done in it would do so for ever.
        while begun < self.stand.acts < acts:
            begun = self.stand.acts
            home = folder / f"{begun}"
            shutil.copytree(template, home)
            with self._counted():
                self._live(home, around, min(acts, self.stand.acts + LIFE))
            shutil.rmtree(home)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        begun = time.monotonic()
        yield
        self.stand.seconds += time.monotonic() - begun
        if self._state:
            safefile.write_bytes(
                self._state, json.dumps(asdict(self.stand), indent=1).encode(), overwrite=True
            )
        sys.stdout.write(self.stand.summary())
        sys.stdout.flush()

    def _live(self, home: Path, around: dict[str, str], until: int) -> None:
        begin_with(home)
        seat = Seat(around, home)
        try:
            judge = Judge(seat.look())
            while self.stand.acts < until:
                self._act(seat, judge)
        except Gone as gone:
            self._note("crashes", f"{gone}")
            return
        told = seat.leave()
        if told:
            self._note("noise", told[-3000:])

    def _act(self, seat: Seat, judge: Judge) -> None:
        stand = self.stand
        before = judge.seen
        act = next_act(random.Random(f"{stand.seed} {stand.acts}"), before, WACHTZIN)
        stand.acts += 1
        stand.kinds[act.kind] = stand.kinds.get(act.kind, 0) + 1
        place = before["screen"] or before["page"]
        stand.screens[place] = stand.screens.get(place, 0) + 1
        seat.do(act)
        for kind, what in judge.judge(act, seat.look(**act.asks)):
            self._note(kind, f"{act.kind} {' '.join(act.does)} on {place}: {what}")

    def _note(self, kind: str, what: str) -> None:
        getattr(self.stand, kind).append(f"act {self.stand.acts}: {what}")
        sys.stdout.write(f"{kind}: act {self.stand.acts}: {what}\n")
        sys.stdout.flush()


def fill_vault(home: Path) -> None:
    """A vault with people of different names, some of them in the middle of a conversation."""
    with opened_vault(home) as work:
        fill(work)
        dossiers = [play_concept(work, begin) for begin in ("01", "03", "05", "06")]
        for dossier in dossiers[:3]:
            start_gesprek(work, dossier, dict(_OPEN_GESPREKKEN))


def begin_with(home: Path, schaal: int = 100, kleuren: str = "licht") -> None:
    """The vault that was open last is asked for at once."""
    kept = home / ".config" / "intake-assistent"
    kept.mkdir(parents=True)
    (vault,) = home.glob("*.intake")
    choices = {"kluis": str(vault), "schaal": schaal, "kleuren": kleuren}
    (kept / "voorkeuren.json").write_text(json.dumps(choices))


def main() -> int:
    """Go on where the state file ends; 1 when anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path)
    args = parser.parse_args()
    run = Run(args.state, args.seed)
    with tempfile.TemporaryDirectory(prefix="intake-live-") as folder, screen() as around:
        os.environ["HOME"] = folder
        run.go_on(Path(folder), around, args.acts)
    return 1 if run.stand.faults() else 0


if __name__ == "__main__":
    raise SystemExit(main())
