"""A whole intake by keys alone: from the first start to a set PIP, at the real window."""

from __future__ import annotations

import random
from pathlib import Path

from pytestqt.qtbot import QtBot

from intake_assistant.casus.check import read_case
from intake_assistant.crypto import FLOOR
from intake_assistant.demo import kluis
from intake_assistant.demo.opdracht import Uitvoer
from intake_assistant.demo.toneel import Toneel
from intake_assistant.operations.workspace import packaged_data
from tests.demo.toetsen import Toetsregie

KLEIN = Path(__file__).with_name("klein.toml")


class Toetstoneel(Toneel):
    """The demonstration without its pictures, by who presses only keys."""

    speler = Toetsregie
    kosten = FLOOR

    def _play_all(self) -> None:
        kluis.make_vault(self.regie, self.rol, self.uit.herstelblad, self.dialogen)
        self._play_case()


def test_from_the_first_start_to_a_set_pip_by_keys_alone(qtbot: QtBot, tmp_path: Path) -> None:
    uit = Uitvoer(tmp_path / "uit")
    uit.make()
    casus = read_case(KLEIN.read_bytes(), KLEIN.name, packaged_data())
    toneel = Toetstoneel(casus, uit, random.Random(1).randbytes, taal="nl", pauze=0.0)
    verslag = toneel.play(tmp_path)
    wrong = [tekst for goed, tekst in verslag.controles if not goed]
    assert not wrong, "\n".join(wrong)
    assert isinstance(toneel.regie, Toetsregie)
    assert toneel.regie.pressed > 300
