"""The places that are erased: the vault, its backups, where copies went; what was done and what not yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from intake_assistant.operations.waarde import date_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage import backup
from intake_assistant.storage import erase as storage
from intake_assistant.texts import text

Soort = Literal["kluis", "backups", "elders"]
_ONBEKEND: Final = "plaats.fout"
_GEKEND: Final = (storage.AWAY, storage.FOREIGN, "disk.full", "vault.damaged", "output.not_writable")


@dataclass(frozen=True, slots=True)
class Wisplaats:
    """One place: how many backups are there, since when it is clean, or why it is not."""

    plaats: str
    soort: Soort
    aantal: int = 0
    bereikbaar: bool = True
    gedaan_op: str = ""
    oorzaak: str = ""

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


def plaatsen_of(
    work: Workspace, dossier: str, op: str, resten: Iterable[storage.Rest] = ()
) -> Iterator[Wisplaats]:
    """After erasing: what is done, and what is still to be done and why."""
    why = {rest.plaats: rest.oorzaak for rest in resten}
    todo = storage.own_pending(work.vault)
    own = str(work.vault.path / backup.BACKUPS)
    in_vault = {plaats for plaats in todo if plaats != backup.BACKUPS}
    yield _own(
        Wisplaats(str(work.vault.path), "kluis"), op, bool(in_vault), _cause(why, work.vault.path, own)
    )
    in_backups = Wisplaats(own, "backups", len(backup.list_backups(Path(own))))
    yield _own(in_backups, op, backup.BACKUPS in todo, _cause(why, own))
    for row in storage.pending(work.vault):
        if row.dossier == dossier:
            cause = "" if row.gedaan_op else _cause(why, row.plaats) or storage.AWAY
            yield Wisplaats(row.plaats, "elders", gedaan_op=row.gedaan_op, oorzaak=cause)


def _own(plaats: Wisplaats, op: str, is_open: bool, cause: str) -> Wisplaats:
    return replace(plaats, oorzaak=cause) if is_open else replace(plaats, gedaan_op=op)


def _cause(why: dict[str, str], plaats: str | Path, except_below: str = "") -> str:
    """The first cause at a place or in it."""
    inside = (p for p in why if Path(p).is_relative_to(plaats))
    return next((why[p] for p in inside if not except_below or not Path(p).is_relative_to(except_below)), "")
