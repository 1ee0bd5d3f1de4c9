"""A rich dossier: a whole case, played into a vault."""

from pathlib import Path

from intake_assistant.operations.workspace import Workspace
from tests.gespeeld import play_once

CASES = Path(__file__).parents[1] / "data" / "cases"


def play(work: Workspace, number: int = 1) -> str:
    """The dossier of a case by its number."""
    (file,) = CASES.glob(f"{number:02}_*.toml")
    return play_once(work, file.read_bytes(), file.name)
