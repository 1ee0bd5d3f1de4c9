"""A dossier in which everything was filled in, and its screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.window.context import Context
from tests.ui.dossier.schermhulp import Shown
from tests.ui.gevuld import filled_vault, new_context


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path) as (work, dossier):
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def scherm(gevuld: Context, shown: Shown) -> Iterator[DossierScherm]:
    made = DossierScherm(gevuld)
    made.resize(1182, 650)
    made.show_with({})
    shown(made)
    yield made
    made.leave()
