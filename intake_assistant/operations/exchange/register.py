"""The register: which files went to whom, when and on which ground, and which came (AVG 15(1)(c), 30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from intake_assistant.domain.uitwisseling.verstrekking import GEMELD, Verstrekking, verstrekkingen_of
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.gronden import gronden_of
from intake_assistant.operations.exchange.merge import ONTVANGEN
from intake_assistant.operations.workspace import Workspace

_KEY = "age1"


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

    def as_json(self) -> dict[str, Any]:
        """As `verstrekkingen --json` tells it (contract)."""
        return {**asdict(self), "dossiers": list(self.dossiers)}


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """A file that was merged here."""

    op: str
    naam: str
    """Of who sent it; its device when nobody known has that any more."""
    aantal: int
    """Of how many dossiers it brought something."""


def received_files(work: Workspace) -> list[Ontvangst]:
    """Every file that brought something, newest first."""
    namen = {known.id: known.naam for known in cards.known_devices(work)}
    told = [(line.op, line.wat.split()) for line in work.vault.logs() if line.wat.startswith(f"{ONTVANGEN} ")]
    return [Ontvangst(op, namen.get(device, device), int(aantal)) for op, (_, device, aantal) in told]


def sent_files(work: Workspace) -> list[Verzending]:
    """Every file that went to somebody, newest first."""
    namen = {known.recipient: known.naam for known in cards.known_devices(work)}
    files: dict[tuple[str, str], Verzending] = {}
    for row in work.vault.sent_out():
        if row.wat.startswith(GEMELD):
            continue
        # What leaves the municipality is noted by the name of who got it, not by a key.
        is_named = not row.ontvanger.startswith(_KEY)
        key, naam = (row.sha256, row.ontvanger), namen.get(row.ontvanger, row.ontvanger if is_named else "")
        new = Verzending(row.op, naam, row.ontvanger, row.soort, row.grond, row.sha256, ())
        one = files.get(key, new)
        files[key] = replace(one, dossiers=(*one.dossiers, row.dossier))
    return [
        replace(one, grond=gronden_of(work.vault, one.sha256, one.grond)) for one in reversed(files.values())
    ]


def files_of_colleagues(work: Workspace) -> Iterator[Verzending]:
    """What colleagues handed out of dossiers that are here, in the order of the dossiers."""
    here = {row.sha256 for row in work.vault.sent_out()}
    for dossier in work.vault.dossiers():
        for verstrekking in verstrekkingen_of(work.vault.dossier(dossier)):
            if verstrekking.sha256 not in here:
                yield _of_colleague(dossier, verstrekking)


def _of_colleague(dossier: str, v: Verstrekking) -> Verzending:
    grond = "; ".join(f"{deel.wat}: {deel.grond}" for deel in v.delen)
    return Verzending(v.op, v.ontvanger, v.ontvanger, v.soort, grond, v.sha256, (dossier,))
