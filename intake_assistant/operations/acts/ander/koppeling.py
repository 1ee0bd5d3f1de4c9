"""Saying of two dossiers that they are of one person, or not: an entry in each, never one dossier of two.

Both stay as they were, and what was said can be taken back.
"""

from __future__ import annotations

from intake_assistant.domain.dubbel.koppeling import Koppeling, both, koppelingen_of
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.kinds import KOPPELING, NAAR_ANDER
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import erase_values, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.dubbel.zoeken import linked_to
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text


def record_koppeling(work: Workspace, dossier: str, ander: str, said: Koppeling) -> Changed:
    """Say in both dossiers what they are to each other; taking back what nobody said is nothing.

    KnownErrors `koppeling.zelfde_dossier`, `dossier.not_found`.
    """
    if dossier == ander:
        raise KnownError("koppeling.zelfde_dossier")
    with work.vault.transaction():
        stand = both(
            *(koppelingen_of(work.vault.dossier(one)).get(other) for one, other in _ways(dossier, ander))
        )
        if said is Koppeling.LOS is stand:
            return Changed()
        return together(
            record_waarde(work, one, KOPPELING.of(other), said.value) for one, other in _ways(dossier, ander)
        )


def _ways(dossier: str, ander: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (dossier, ander), (ander, dossier)


@dutch
def erase_koppelingen(work: Workspace, dossier: str) -> Changed:
    """Erase in all others what they say of a dossier that goes: only that something was said stays.

    That two dossiers are of one person, or of one household, tells something of that person (AVG 17).
    """
    changes = []
    with work.vault.transaction():
        for other in linked_to(work, dossier):
            subjects = {kind.of(dossier) for kind in NAAR_ANDER}
            said = [
                entry.id
                for entry in work.vault.entries(other)
                if entry.header.subject in subjects and entry.presence is Presence.PRESENT
            ]
            if said:
                changes.append(erase_values(work, other, said, text("wissen.reden.koppeling")))
    return together(changes)
