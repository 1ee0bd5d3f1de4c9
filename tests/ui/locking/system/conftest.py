"""Private buses for the run, and a fake logind on one of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

from tests.ui.locking.system.nepbus import Logind, connected, private_bus


@pytest.fixture(scope="session")
def bussen(qapp: QApplication) -> Iterator[tuple[str, str]]:
    """The addresses of a system bus and a session bus."""
    with private_bus("system") as system, private_bus("session") as session:
        yield system, session


@pytest.fixture
def systeembus(bussen: tuple[str, str]) -> Iterator[QDBusConnection]:
    """The end of the program at the system bus."""
    with connected(bussen[0]) as bus:
        yield bus


@pytest.fixture
def sessiebus(bussen: tuple[str, str]) -> Iterator[QDBusConnection]:
    """The end of the program at the session bus."""
    with connected(bussen[1]) as bus:
        yield bus


@pytest.fixture
def logind(bussen: tuple[str, str]) -> Iterator[Logind]:
    """The other end: logind, there and answering."""
    with connected(bussen[0]) as bus:
        made = Logind(bus)
        made.appear()
        yield made
        made.vanish()
