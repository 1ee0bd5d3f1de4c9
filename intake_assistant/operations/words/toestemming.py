"""What is wrong with a consent, as a person reads it."""

from __future__ import annotations

from intake_assistant.domain.recht.toestemming import Toestemmingsprobleem
from intake_assistant.texts import text


def probleem_in_words(probleem: Toestemmingsprobleem) -> str:
    """What is wrong, and what to do."""
    return text(f"recht.toestemming.{probleem.reden}", **probleem.feiten)
