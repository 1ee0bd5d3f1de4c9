"""The places that are erased: the vault, its backups, where copies went; what was done and what not yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from intake_assistant.dates import date_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.backup.backup import BACKUPS
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.blobs import BLOBS
from intake_assistant.storage.erase import erase as storage
from intake_assistant.storage.erase.copying import AWAY, FOREIGN, LINKED, Rest
from intake_assistant.texts import text

Soort = Literal["kluis", "backups", "elders"]
_KAPOT: Final = "vault.damaged"
_ONBEKEND: Final = "plaats.fout"
_GEKEND: Final = (AWAY, FOREIGN, LINKED, "disk.full", _KAPOT, "output.not_writable")
# With these the file itself is named: it asks for an act of a person.
_PER_BESTAND: Final = (_KAPOT, LINKED)


@dataclass(frozen=True, slots=True)
class Wisplaats:
    """One place: how many backups are there, since when it is clean, or why it is not."""

    plaats: str
    soort: Soort
    aantal: int = 0
    bereikbaar: bool = True
    gedaan_op: str = ""
    oorzaak: str = ""
    bestand: str = ""

    @property
    def is_gewist(self) -> bool:
        """Whether nothing is left there."""
        return bool(self.gedaan_op)

    @property
    def naam(self) -> str:
        """What a person calls it; a path only where it is another place."""
        return self.plaats if self.soort == "elders" else text(f"wissen.plaats.{self.soort}")

    @property
    def in_getal(self) -> str:
        """How many backups, in words."""
        return text("wissen.plaats.aantal", aantal=self.aantal)

    @property
    def stand(self) -> str:
        """How it stands, in one sentence."""
        if self.is_gewist:
            return text("wissen.plaats.gewist", datum=date_in_words(self.gedaan_op))
        if self.bestand:
            soort = "koppeling" if self.oorzaak == LINKED else "bestand"
            return text(f"wissen.oorzaak.{soort}", bestand=self.bestand)
        oorzaak = self.oorzaak if self.oorzaak in _GEKEND else _ONBEKEND
        return text(f"wissen.oorzaak.{oorzaak}")

    def as_json(self) -> dict[str, Any]:
        """With whether it is done."""
        return {**asdict(self), "gewist": self.is_gewist}


def plaatsen_voor(work: Workspace) -> Iterator[Wisplaats]:
    """Before erasing: every place there is, and whether it can be reached now."""
    yield Wisplaats(str(work.vault.path), "kluis")
    for place in backup.places(work.vault):
        soort: Soort = "backups" if place.is_local else "elders"
        aantal = len(backup.list_backups(place.folder))
        is_there = place.is_local or (place.is_reachable and aantal > 0)
        yield Wisplaats(str(place.folder), soort, aantal, is_there)


def plaatsen_of(work: Workspace, dossier: str, op: str, resten: Iterable[Rest] = ()) -> Iterator[Wisplaats]:
    """After erasing: what is done, and what is still to be done and why."""
    path, todo, found = work.vault.path, storage.own_pending(work.vault), list(resten)
    in_pages = [r for r in found if r.is_eigen and r.plaats in (str(path / DATABASE), str(path / BLOBS))]
    in_copies = [r for r in found if r.is_eigen and r not in in_pages]
    yield _stands(Wisplaats(str(path), "kluis"), op if todo <= {BACKUPS} else "", in_pages)
    aantal = len(backup.list_backups(path / BACKUPS))
    kopieen = Wisplaats(str(path / BACKUPS), "backups", aantal)
    yield _stands(kopieen, op if BACKUPS not in todo else "", in_copies)
    for row in storage.pending(work.vault):
        if row.dossier == dossier:
            there = [r for r in found if Path(r.plaats).is_relative_to(row.plaats)]
            weg = [] if Path(row.plaats).is_dir() else [Rest(row.plaats, AWAY, False)]
            yield _stands(Wisplaats(row.plaats, "elders"), row.gedaan_op, there or weg)


def _stands(plaats: Wisplaats, gedaan_op: str, resten: list[Rest]) -> Wisplaats:
    """The place with the day it was done; else with the first cause, and the file when it is one file."""
    if gedaan_op or not resten:
        return replace(plaats, gedaan_op=gedaan_op)
    rest = resten[0]
    return replace(plaats, oorzaak=rest.oorzaak, bestand=rest.plaats if rest.oorzaak in _PER_BESTAND else "")
