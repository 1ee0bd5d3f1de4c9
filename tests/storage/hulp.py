"""Real vaults for tests: made once, copied for each test, opened at a cost that hardly takes time."""

import datetime
import os
import random
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from intake_assistant import crypto
from intake_assistant.domain.ports import Randomness
from intake_assistant.operations.workspace import FixedClock
from intake_assistant.progress import Progress, Watch
from intake_assistant.storage.engine.opening import create_vault, open_vault, open_with
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.entries.rows import MadeRow
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import slots

PASSPHRASE = "een lange wachtzin van vijf woorden"
CLOCK = FixedClock(datetime.date(2026, 11, 2))


class Wall:
    """A clock of the computer that a test puts forward and back."""

    def __init__(self, moment: datetime.datetime) -> None:
        self.moment = moment

    def now(self) -> datetime.datetime:
        return self.moment

    def today(self) -> datetime.date:
        return self.moment.date()

    def pass_by(self, seconds: float) -> None:
        self.moment += datetime.timedelta(seconds=seconds)


CHEAP = crypto.Argon2Cost(64, 1, 1)
"""Of no vault of a user: with the least that those have, each new passphrase takes a fifth of a second."""
AROUND = Surroundings(CLOCK, os.urandom, CHEAP)


class Between(Progress):
    """Work that nobody watches, with something done each time that it might end."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act

    def go_on(self) -> None:
        self._act()


def stopped_after(steps: int) -> Progress:
    """Called off after it might have ended so many times."""
    watch = Watch()

    def step() -> None:
        nonlocal steps
        steps -= 1
        if steps < 0:
            watch.cancel()
        watch.progress.go_on()

    return Between(step)


def seeded(seed: int) -> Randomness:
    """Chance that is the same at every run."""
    return random.Random(seed).randbytes


@cache
def _template(naam: str) -> tuple[Path, str]:
    # HOME is a folder of the test run and goes when it ends.
    path = Path(mkdtemp(dir=os.environ["HOME"])) / f"{naam}.intake"
    groups = create_vault(
        path, PASSPHRASE, AROUND, {"naam": naam, "rol": "regievoerder", "gemeente": "Delfzijl"}
    )
    return path, "-".join(groups)


def recovery_key(naam: str = "an") -> str:
    """What is printed on the sheet of `copied(naam)`."""
    return _template(naam)[1]


def copied(folder: Path, naam: str = "an") -> Path:
    """A new vault of one device, as a copy of the one that was made first."""
    path = folder / f"{naam}.intake"
    shutil.copytree(_template(naam)[0], path)
    return path


def keep_line(vault: Vault, dossier: str, naam: str, gegevens: Mapping[str, Any]) -> None:
    """Keep what the list shows of a dossier, as its first version."""
    seen = next(row for row in vault.stale_overviews(1) if row.dossier == dossier)
    vault.put_overviews(1, [MadeRow(seen, naam, gegevens)])


def reopened(path: Path) -> Vault:
    """The vault, opened with its passphrase."""
    return open_vault(path, PASSPHRASE, AROUND)


@cache
def vault_key(naam: str = "an") -> bytes:
    """The key of the database of `copied(naam)`."""
    return bytes(slots.open_with_passphrase(*slots.read_slots(_template(naam)[0]), PASSPHRASE))


def quick(path: Path) -> Vault:
    """The copy of a vault, opened without deriving its key anew: a tenth of a second for each test."""
    return open_with(path, AROUND, lambda vault, ways: vault_key(path.stem))
