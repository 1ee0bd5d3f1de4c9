"""Laptops that give each other everything they have: a plain union of entries."""

from intake_assistant.operations.workspace import Workspace


def exchange(*laptops: Workspace) -> None:
    """Everybody gets what everybody has."""
    for one in laptops:
        for other in laptops:
            if one is not other:
                give(other, one)


def give(source: Workspace, target: Workspace) -> set[str]:
    """One direction; returns the dossiers that changed."""
    return target.vault.union([e for d in source.vault.dossiers() for e in source.vault.entries(d)])
