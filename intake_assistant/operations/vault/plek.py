"""Whether a place is good for a vault, and what a cloud left beside it: warned of, never refused."""

from __future__ import annotations

from pathlib import Path

from intake_assistant.storage.engine.place import look_at_place
from intake_assistant.texts import text

_COPIES = ("kopie", "kopie_map")


def place_warnings(path: Path) -> list[str]:
    """What is wrong with the place of a vault that is still to be made, and what to do."""
    return [text(f"kluis.kluismap.{place.code}", door=place.door) for place in look_at_place(path)]


def vault_warnings(path: Path) -> list[str]:
    """The same of a vault that is there, with the second copies of it that lie in or beside its folder."""
    from intake_assistant.storage.damage.folder import look_at_folder  # late: it brings the database along

    copies = [finding.waar for finding in look_at_folder(path) if finding.code in _COPIES]
    found = place_warnings(path)
    if copies:
        found.append(text("kluis.kluismap.kopie", wat=", ".join(copies)))
    return found
