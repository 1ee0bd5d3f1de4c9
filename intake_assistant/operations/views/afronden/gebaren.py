"""What the person said by touching: looked back on after a conversation, and heeded before the next."""

from __future__ import annotations

from intake_assistant.domain.aanraken.gebaar import ANDERE_WOORDEN, Gebaar, gebaren_of, niet_begrepen
from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.words.onderwerp import aangeraakt_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def gebaren_in(work: Workspace, dossier: Dossier, gesprek: str) -> list[str]:
    """What was touched in a conversation, in order; what is personal is not named."""
    return [_regel(work, gebaar) for gebaar in gebaren_of(dossier) if gebaar.gesprek == gesprek]


def _regel(work: Workspace, gebaar: Gebaar) -> str:
    return text(
        "gesprek.gebaar.regel", wat=text(f"gesprek.gebaar.{gebaar.wat}"), over=_named(work, gebaar.over)
    )


def andere_woorden(work: Workspace, dossier: Dossier) -> list[str]:
    """The questions that were not understood more than once: they deserve other words."""
    found = niet_begrepen(dossier)
    return [_named(work, over) for over, aantal in found.items() if aantal >= ANDERE_WOORDEN]


def _named(work: Workspace, over: str) -> str:
    """The laptop stands on the table: what is personal is not named there."""
    formulieren = work.data.formulieren
    vraag = formulieren.vragen.get(formulieren.heet_nu(over))
    if vraag is not None and vraag.is_vertrouwelijk:
        return text("gesprek.afronden.persoonlijk")
    return aangeraakt_in_words(work, over)
