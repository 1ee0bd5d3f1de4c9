"""The laptop of a team lead beside those of regievoerders."""

from collections.abc import Callable
from dataclasses import replace

from intake_assistant.operations.workspace import Workspace


def leider(laptop: Callable[[str], Workspace], naam: str) -> Workspace:
    """A laptop whose vault was made for a team lead."""
    work = laptop(naam)
    work.vault.device = replace(work.vault.device, rol="teamleider")
    return work
