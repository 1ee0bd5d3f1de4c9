"""What every rule of the house is held against."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def _trees_stay() -> Iterator[None]:
    """A million nodes, kept for the next rule: no later search for cycles goes through them."""
    yield
    gc.freeze()
