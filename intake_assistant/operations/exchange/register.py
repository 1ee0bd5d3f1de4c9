"""The register: which files went to whom, when and on which ground (AVG 15(1)(c), 30)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intake_assistant.operations.exchange import cards
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Verzending:
    """One file to one receiver."""

    op: str
    naam: str
    """Of the receiver; empty when nobody known has this recipient any more."""
    ontvanger: str
    soort: str
    grond: str
    sha256: str
    dossiers: tuple[str, ...]
    """Empty ids are of dossiers that were erased since."""


def sent_files(work: Workspace) -> list[Verzending]:
    """Every file that went to somebody, newest first."""
    namen = {known.recipient: known.naam for known in cards.known_devices(work)}
    files: dict[tuple[str, str], Verzending] = {}
    for row in work.vault.sent_out():
        key, naam = (row.sha256, row.ontvanger), namen.get(row.ontvanger, "")
        new = Verzending(row.op, naam, row.ontvanger, row.soort, row.grond, row.sha256, ())
        one = files.get(key, new)
        files[key] = replace(one, dossiers=(*one.dossiers, row.dossier))
    return list(files.values())[::-1]
