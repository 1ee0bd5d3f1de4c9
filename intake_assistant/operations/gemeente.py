"""The municipality in the settings of a vault."""

from __future__ import annotations

from intake_assistant.operations.workspace import Workspace

GEMEENTEVELDEN = (
    "naam",
    "adres",
    "postcode",
    "plaats",
    "telefoon",
    "contact_telefoon",
    "email",
    "website",
    "bezwaar_adres",
    "bezwaar_digitaal",
    "fg_contact",
    "rechtbank",
)


def gemeentenaam(work: Workspace) -> str:
    """The name of the municipality, as the letters bear it; empty when nobody gave one."""
    return work.vault.setting("gemeente.naam") or work.vault.setting("gemeente")
