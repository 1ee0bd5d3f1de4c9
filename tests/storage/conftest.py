"""A vault of one's own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.storage.entries.vault import Vault
from tests.storage.hulp import copied, quick


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The folder of a vault that is closed."""
    return copied(tmp_path)


@pytest.fixture
def vault(path: Path) -> Iterator[Vault]:
    """An open vault."""
    with quick(path) as vault:
        yield vault
