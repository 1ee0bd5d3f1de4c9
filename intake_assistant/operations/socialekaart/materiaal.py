"""What the municipality gives along with a topic: a folder, a film, a praatplaat, in some language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.errors import KnownError
from intake_assistant.operations.socialekaart.blad import Bladkolom, Lijstblad
from intake_assistant.operations.words.waarde import taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

INSTELLING: Final = "materiaal"
_BREED: Final = {"onderwerp": 32, "soort": 14, "taal": 18, "titel": 36, "waar": 48}


@dataclass(frozen=True, slots=True)
class Materiaal:
    """One of them: of which topic (its title or its id), what it is, its language, its title, where it is."""

    onderwerp: str
    soort: str = ""
    taal: str = ""
    titel: str = ""
    waar: str = ""

    @property
    def wat(self) -> str:
        """What it is, its title and its language."""
        delen = (self.soort, self.titel and f"‘{self.titel}’", self.taal and f"({self.taal})")
        return " ".join(filter(None, delen))

    @property
    def naam(self) -> str:
        """How it is noted and printed: what it is, and where."""
        return ", ".join(filter(None, (self.wat, self.waar)))


def materialen_of(work: Workspace) -> tuple[Materiaal, ...]:
    """What was read last, in the order of the file."""
    kept = work.vault.setting(INSTELLING)
    return tuple(Materiaal(**rij) for rij in (json.loads(kept) if kept else []))


def materiaal_bij(work: Workspace, dossier: Dossier, onderwerp: Informatieonderwerp) -> list[Materiaal]:
    """What belongs to a topic, in the reading language of the person first."""
    code = inburgeraar_of(dossier).get("leestaal", "")
    eigen = {code.casefold(), taalnaam(work.data.formulieren, code).casefold()} if code else set()
    found = [een for een in materialen_of(work) if _plain(een.onderwerp) in _namen((onderwerp,))]
    return sorted(found, key=lambda een: een.taal.casefold() not in eigen)


@dutch
def read_materiaal(work: Workspace, path: Path) -> list[Materiaal]:
    """The rows of a workbook. KnownErrors `materiaal.invalid`, `materiaal.topic`."""
    found = [een for rij in _blad().read(path) if (een := Materiaal(**rij)).titel or een.waar]
    bekend = _namen(work.data.onderwerpen)
    vreemd = [een.onderwerp for een in found if _plain(een.onderwerp) not in bekend]
    if vreemd:
        # Kept silently, it would be offered with nothing.
        raise KnownError("materiaal.topic", bestand=path.name, wat=vreemd[0])
    return found


@dutch
def materiaal_file(work: Workspace) -> bytes:
    """The same as a workbook: what is kept, and each topic that has nothing yet."""
    kept = materialen_of(work)
    met = {_plain(een.onderwerp) for een in kept}
    leeg = [Materiaal(o.titel) for o in work.data.onderwerpen if not _namen((o,)) & met]
    return _blad().write(work, [asdict(een) for een in (*kept, *leeg)])


def _namen(onderwerpen: Iterable[Informatieonderwerp]) -> set[str]:
    return {_plain(naam) for onderwerp in onderwerpen for naam in (onderwerp.id, onderwerp.titel)}


def _plain(naam: str) -> str:
    return naam.strip().casefold()


def _blad() -> Lijstblad:
    kolommen = [Bladkolom(n, text(f"instellingen.materiaal.kolom_{n}"), breed) for n, breed in _BREED.items()]
    return Lijstblad(text("instellingen.materiaal.kop"), tuple(kolommen), "materiaal.invalid")
