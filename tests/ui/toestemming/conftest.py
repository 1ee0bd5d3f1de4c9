"""The screen of consents on a filled vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.context import Context
from tests.ui.gevuld import filled_vault, new_context

Shown = Callable[[QWidget], None]


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path) as (work, dossier):
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def scherm(context: Context, shown: Shown) -> Iterator[ToestemmingenScherm]:
    made = ToestemmingenScherm(context)
    made.resize(1182, 650)
    made.show_with({})
    shown(made)
    yield made
    made.leave()
