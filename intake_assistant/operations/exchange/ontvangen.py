"""A document of a partner or another municipality: held against its signature, and kept to read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.exchange import reader
from intake_assistant.exchange.card import Card
from intake_assistant.exchange.manifest import Manifest
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries import devices


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """What somebody sent us to read; the signature is that of the card in it."""

    manifest: Manifest
    documenten: dict[str, bytes]
    bekend: Card | None
    """The card of the sender as somebody compared it; without one the fingerprint is still to be read out."""

    @property
    def is_known(self) -> bool:
        """Whether the fingerprint of the sender was compared."""
        return self.bekend is not None

    def as_json(self) -> dict[str, Any]:
        """As `document --json` tells it (contract)."""
        card = self.bekend or self.manifest.afzender
        return {
            "soort": self.manifest.soort.value,
            "afzender": card.naam,
            "gemeente": card.gemeente,
            "kenmerk": card.fingerprint,
            "bekend": self.is_known,
            "gronden": [{"wat": deel.wat, "grond": deel.grond} for deel in self.manifest.gronden],
        }


def read_document(work: Workspace, path: Path) -> Ontvangen:
    """What is in a file without entries.

    KnownErrors of `reader.opened`; `exchange.withdrawn_device`; `exchange.no_document` for one with entries.
    """
    vault = work.vault
    with reader.opened(path, devices.identity(vault), vault.device.recipient) as incoming:
        manifest = incoming.manifest
        if manifest.soort.has_entries:
            raise KnownError("exchange.no_document", pad=str(path))
        known = devices.find(vault, manifest.afzender.device)
        if known is not None and known.ingetrokken_op:
            raise KnownError("exchange.withdrawn_device", afzender=manifest.afzender.naam)
        compared = None
        if known is not None:
            # Of what this vault made itself nobody kept a card.
            compared = cards.card_of(known) if known.kaart else cards.own_card(work)
        return Ontvangen(manifest, incoming.documenten(), compared)


def keep_document(ontvangen: Ontvangen, folder: Path) -> list[Path]:
    """Write the document and its data to a folder, both or none; KnownErrors `output.`, `disk.full`."""
    paths = [folder / naam for naam in ontvangen.documenten]
    for path in paths:
        if safefile.exists(path):
            raise KnownError("output.exists", bestand=str(path))
    safefile.make_folder(folder)
    written: list[Path] = []
    try:
        for path, content in zip(paths, ontvangen.documenten.values(), strict=True):
            safefile.write_bytes(path, content)
            written.append(path)
    except KnownError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return paths
