"""Workspaces on real vaults: one for a test, or several laptops that exchange entries."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.workspace import Data, Workspace
from tests.gelezen import lazily
from tests.storage.hulp import CLOCK, copied, quick, seeded


@pytest.fixture(scope="session")
def data() -> Data:
    """The forms and rules of the program, read once."""
    return lazily()


@pytest.fixture
def laptop(tmp_path: Path, data: Data) -> Iterator[Callable[[str], Workspace]]:
    """Opens the vault of a laptop by the name of who works on it."""
    with ExitStack() as open_vaults:

        def opened(naam: str) -> Workspace:
            vault = open_vaults.enter_context(quick(copied(tmp_path, naam)))
            return Workspace(vault, data, CLOCK, seeded(sum(naam.encode())))

        yield opened


@pytest.fixture
def work(laptop: Callable[[str], Workspace]) -> Workspace:
    """One open workspace."""
    return laptop("an")


@pytest.fixture
def dossier(work: Workspace) -> str:
    """A dossier that was just begun in `work`."""
    return create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
