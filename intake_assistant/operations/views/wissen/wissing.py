"""How the erasing of a dossier went: as it is kept and proven, without the person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from intake_assistant.errors import KnownError
from intake_assistant.operations.views.wissen.plaatsen import Wisplaats, collegas_na, plaatsen_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase import erase as storage
from intake_assistant.storage.erase.copying import Rest


@dataclass(frozen=True, slots=True)
class Wissing:
    """One erasing as it is kept and proven: counts and places, nothing of the person."""

    dossier: str
    op: str
    grond: str
    regel: str
    functie: str
    toelichting: str = ""
    buiten: int = 0
    aantallen: Mapping[str, int] = field(default_factory=dict)
    plaatsen: tuple[Wisplaats, ...] = ()
    collegas: Mapping[str, int] = field(default_factory=dict)
    """Who had the whole dossier, by age recipient, and how many files were made for them by then."""

    @property
    def kenmerk(self) -> str:
        """What it is called afterwards: the first signs of its random id."""
        return self.dossier[:8].upper()

    @property
    def is_klaar(self) -> bool:
        """Whether nothing is left to be erased wherever the program can come."""
        return all(plaats.is_gewist for plaats in self.plaatsen if plaats.soort != "collega")

    @property
    def wacht_op_collega(self) -> bool:
        """Whether somebody who has it was not told yet."""
        return any(not plaats.is_gewist for plaats in self.plaatsen if plaats.soort == "collega")

    def as_json(self) -> dict[str, Any]:
        """With what is still to be done."""
        found = {**asdict(self), "plaatsen": [plaats.as_json() for plaats in self.plaatsen]}
        return {**found, "klaar": self.is_klaar}


def wissingen(work: Workspace) -> list[Wissing]:
    """Every erasing of a dossier that was done here, the last one first, as it stands now."""
    found = [_read(kept) for kept in storage.proofs(work.vault)]
    return [with_places(work, w) for w in sorted(found, key=lambda w: (w.op, w.dossier), reverse=True)]


def wissing_of(work: Workspace, dossier: str, resten: Iterable[Rest] = ()) -> Wissing:
    """One erasing as it stands now; KnownError `dossier.not_found`."""
    kept = work.vault.setting(f"{storage.PROOF}{dossier}")
    if not kept:
        raise KnownError("dossier.not_found", dossier=dossier)
    return with_places(work, _read(kept), resten)


def _read(kept: str) -> Wissing:
    return Wissing(**json.loads(kept))


def with_places(work: Workspace, wissing: Wissing, resten: Iterable[Rest] = ()) -> Wissing:
    """The same, with how each place stands."""
    eigen = plaatsen_of(work, wissing.dossier, wissing.op, resten)
    return replace(wissing, plaatsen=(*eigen, *collegas_na(work, wissing.collegas)))
