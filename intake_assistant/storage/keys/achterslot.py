"""What must outlive a lock: sealed for this laptop's own key, which only the open vault can give."""

from __future__ import annotations

from intake_assistant import crypto
from intake_assistant.storage.engine.session import Session
from intake_assistant.storage.entries import devices


def seal(vault: Session, secret: bytes) -> bytes:
    """The secret as nobody can read it once the vault is closed; asks nothing of the disk."""
    return crypto.seal_for(vault.device.recipient, secret)


def unseal(vault: Session, sealed: bytes) -> bytes | None:
    """The secret, or None when it was sealed for another vault."""
    return crypto.unseal_with(devices.identity(vault), sealed)
