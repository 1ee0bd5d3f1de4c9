"""The vault of thousands to try by hand: its tool still makes one, as the rules of today ask."""

import datetime
import os
from pathlib import Path

from intake_assistant.operations.vault import kluis
from intake_assistant.operations.views.overzicht import kept_lines
from intake_assistant.operations.workspace import FixedClock
from tests.storage.hulp import CHEAP
from tests.stress.grote_kluis import CASES, make_large_vault

PASSPHRASE = "een lange wachtzin"


def test_each_dossier_is_the_life_of_a_case_under_its_own_id(tmp_path: Path) -> None:
    path = tmp_path / "groot.intake"
    make_large_vault(path, PASSPHRASE, 3, CASES[:1], CHEAP)
    work = kluis.open_workspace(path, PASSPHRASE, FixedClock(datetime.date(2026, 11, 24)), os.urandom)
    with work.vault:
        lines = kept_lines(work)
        assert len({line.dossier for line in lines}) == 3
        assert len({(line.naam, line.stand) for line in lines}) == 1
        assert not any(line.is_beschadigd for line in lines)
