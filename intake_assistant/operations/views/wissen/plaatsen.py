"""The places that are erased: the vault, its backups, where copies went; what was done and what not yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from intake_assistant.dates import date_in_words
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.backup.backup import BACKUPS
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries import devices, sent
from intake_assistant.storage.entries.blobs import BLOBS
from intake_assistant.storage.entries.rows import ExportRow
from intake_assistant.storage.erase import erase as storage
from intake_assistant.storage.erase.copying import AWAY, FOREIGN, LINKED, Rest
from intake_assistant.texts import text

Soort = Literal["kluis", "backups", "elders", "collega"]
_KENMERK: Final = 8
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
        if self.soort == "collega":
            return text("wissen.plaats.collega", naam=self.plaats)
        return self.plaats if self.soort == "elders" else text(f"wissen.plaats.{self.soort}")

    @property
    def in_getal(self) -> str:
        """How many backups, in words."""
        return text("wissen.plaats.aantal", aantal=self.aantal)

    @property
    def vooraf(self) -> str:
        """What will happen there, in one sentence."""
        if self.soort == "collega":
            return text("wissen.plaats.collega_vooraf")
        return text("wissen.plaats.bereikbaar" if self.bereikbaar else "wissen.plaats.onbereikbaar")

    @property
    def stand(self) -> str:
        """How it stands, in one sentence."""
        if self.soort == "collega":
            if self.is_gewist:
                return text("wissen.plaats.collega_verteld", datum=date_in_words(self.gedaan_op))
            return text("wissen.plaats.collega_nog_niet")
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


def collegas_met(work: Workspace, dossier: str) -> dict[str, int]:
    """Who was sent the whole dossier, and how many files were made for them by now."""
    return {wie: len(_bestanden(work, wie)) for wie in sent.receivers(work.vault, dossier)}


def collegas_na(work: Workspace, collegas: Mapping[str, int]) -> Iterator[Wisplaats]:
    """How it stands there: the first file to them after it says that the dossier was erased."""
    namen = {known.recipient: known.naam for known in devices.known(work.vault)}
    for wie, aantal in sorted(collegas.items(), key=lambda one: namen.get(one[0], one[0])):
        later = _bestanden(work, wie)[aantal:]
        op = later[0].op[:10] if later else ""
        yield Wisplaats(namen.get(wie, wie[:_KENMERK]), "collega", bereikbaar=False, gedaan_op=op)


def _bestanden(work: Workspace, wie: str) -> list[ExportRow]:
    met = [soort.value for soort in Bestandssoort if soort.has_entries]
    return [row for row in work.vault.sent_out() if row.ontvanger == wie and row.soort in met]


def plaatsen_voor(work: Workspace, dossier: str) -> Iterator[Wisplaats]:
    """Before erasing: every place there is, and whether it can be reached now."""
    yield from _own_places(work)
    yield from collegas_na(work, collegas_met(work, dossier))


def _own_places(work: Workspace) -> Iterator[Wisplaats]:
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
