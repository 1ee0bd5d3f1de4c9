"""Two laptops that say different things of the same."""

from dataclasses import replace

from intake_assistant.domain.entry import canonical, make_entry, value_hash
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace


def record_in_two_ways(work: Workspace, dossier: str, subject: str, hier: str, daar: str) -> None:
    """Recorded here, and otherwise on another laptop that did not know of it."""
    made = record_waarde(work, dossier, subject, hier).entry
    assert made is not None
    body = canonical({"waarde": daar})
    header = replace(made.header, device="f" * 32, value_hash=value_hash(made.salt, body))
    work.vault.union([make_entry(header, made.salt, body)])
