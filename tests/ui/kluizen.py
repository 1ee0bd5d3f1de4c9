"""Vaults for the window: made once in a run, copied for each test, opened with the key that is known."""

import os
import shutil
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from intake_assistant.domain.ports import Clock
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.storage.engine.opening import open_with
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.keys import slots
from tests.storage.hulp import CHEAP

Gegevens = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Kluis:
    """A vault on disk, the groups of its recovery key, and the key of its database."""

    path: Path
    groepen: list[str]
    sleutel: bytes


@cache
def _template(naam: str, wachtzin: str, clock: FixedClock, gegevens: Gegevens) -> Kluis:
    # HOME is a folder of the test run and goes when it ends.
    path = Path(mkdtemp(dir=os.environ["HOME"])) / f"{naam}.intake"
    groepen = kluis.create(path, wachtzin, clock, os.urandom, dict(gegevens), cost=CHEAP)
    return Kluis(path, groepen, key_of(path, wachtzin))


def key_of(path: Path, wachtzin: str) -> bytes:
    """The key of the database, derived from the passphrase."""
    return bytes(slots.open_with_passphrase(*slots.read_slots(path), wachtzin))


def copied(folder: Path, naam: str, wachtzin: str, clock: FixedClock, gegevens: dict[str, str]) -> Kluis:
    """A new vault at a low cost of Argon2id; the same question gets a copy of the same vault."""
    made = _template(naam, wachtzin, clock, tuple(gegevens.items()))
    path = folder / made.path.name
    shutil.copytree(made.path, path)
    return Kluis(path, list(made.groepen), made.sleutel)


def open_quickly(path: Path, sleutel: bytes, clock: Clock, data: Data) -> Workspace:
    """The same as with the passphrase, without deriving its key anew."""
    vault = open_with(path, Surroundings(clock, os.urandom, CHEAP), lambda name, ways: sleutel)
    return Workspace(vault, data, clock, os.urandom)


def beside(kluis: Kluis, folder: Path) -> Kluis:
    """A copy of a vault as it lies on the disk now."""
    return replace(kluis, path=Path(shutil.copytree(kluis.path, folder / kluis.path.name)))
