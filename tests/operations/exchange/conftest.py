"""A regievoerder and a team lead who know each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.operations.workspace import Workspace
from tests.operations.exchange.bekenden import Laptops, meet


@pytest.fixture
def laptops(tmp_path: Path, laptop: Callable[[str], Workspace]) -> Laptops:
    found = Laptops(tmp_path, laptop("an"), laptop("tea"))
    meet(found.an, found.tea)
    return found
