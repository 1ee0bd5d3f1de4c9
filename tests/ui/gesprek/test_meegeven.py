"""What is given along with a topic is ticked where it is told."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from intake_assistant.operations.acts.instelling import keep_materiaal
from intake_assistant.operations.socialekaart.materiaal import Materiaal
from tests.ui.gesprekshulp import click, find, opened_zaal, tijdens


def test_it_is_recorded_with_what_was_told_and_can_be_taken_back(tmp_path: Path, qapp: QApplication) -> None:
    with opened_zaal(tmp_path) as zaal:
        keep_materiaal(zaal.work, [Materiaal("wie_ben_ik", "film", "Arabisch", "Wie wij zijn", "w.example")])
        gesprek = zaal.gesprek()
        scherm = zaal.scherm()
        tijdens(scherm).toggle_vertellen()
        QApplication.processEvents()
        verteld = f"gesprek[{gesprek}].verteld[wie_ben_ik]"
        click(find(scherm, QCheckBox, "meegeven_0"))
        assert zaal.waarde(verteld) is None
        click(find(scherm, QPushButton, "begrepen_ja"))
        mee = ["film ‘Wie wij zijn’ (Arabisch), w.example"]
        assert zaal.waarde(verteld) == {"begrepen": "ja", "materiaal": mee}
        click(find(scherm, QCheckBox, "meegeven_0"))
        assert zaal.waarde(verteld) == {"begrepen": "ja"}
