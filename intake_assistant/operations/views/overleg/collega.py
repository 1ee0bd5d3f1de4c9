"""Who works here, and the colleagues whose card was compared: those whom one can choose from."""

from __future__ import annotations

from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.operations.exchange.cards import card_of, is_of_own_gemeente
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries import devices


def ik(work: Workspace) -> Collega:
    """Who works here, as a colleague of the others."""
    return Collega(work.author, work.vault.device.id)


def collegas(work: Workspace) -> list[Collega]:
    """The people of this municipality whose card is trusted, by name."""
    return [
        Collega(device.naam, device.id)
        for device in devices.known(work.vault)
        if not device.ingetrokken_op and is_of_own_gemeente(work, card_of(device))
    ]
