"""Organisations to refer to: read from a workbook that the municipality keeps, and written as one."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from intake_assistant.documents.team.werkboek import Kolom, Tabblad, write_werkboek
from intake_assistant.domain.team.groepsles import Groepsles
from intake_assistant.errors import KnownError
from intake_assistant.operations.socialekaart.blad import open_bladen, rows_of
from intake_assistant.operations.socialekaart.groepen import BREED as GROEPSBREED
from intake_assistant.operations.socialekaart.groepen import groepen_blad, groepsles_from
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

INSTELLING: Final = "sociale_kaart"
_BREED: Final = {"naam": 36, "waarvoor": 48, "telefoon": 18, "email": 32, "adres": 36}


@dataclass(frozen=True, slots=True)
class Organisatie:
    """One of them; all but the name may be empty."""

    naam: str
    waarvoor: str = ""
    telefoon: str = ""
    email: str = ""
    adres: str = ""

    @property
    def bereik(self) -> str:
        """How to reach it, and for what, on one line."""
        return ", ".join(filter(None, (self.waarvoor, self.telefoon, self.email, self.adres)))


def organisaties_of(work: Workspace) -> tuple[Organisatie, ...]:
    """The organisations that were read last, by name."""
    kept = work.vault.setting(INSTELLING)
    found = json.loads(kept) if kept else []
    return tuple(Organisatie(**rij) for rij in found)


@dutch
def read_kaart(work: Workspace, path: Path) -> tuple[list[Organisatie], list[Groepsles]]:
    """The organisations in a workbook by name, and the groups on its second sheet; else `kaart.invalid`."""
    try:
        found, groepen = _read(work, path)
    except KnownError:
        raise
    except Exception as fout:  # openpyxl raises what its parts raise: zip, XML, numbers, types
        raise KnownError("kaart.invalid", bestand=path.name) from fout
    if not found and not groepen:
        raise KnownError("kaart.invalid", bestand=path.name)
    found.sort(key=lambda een: een.naam.casefold())
    return found, groepen


@dutch
def kaart_file(work: Workspace) -> bytes:
    """The same as a workbook; with its heads alone while nothing is known."""
    rijen = tuple(tuple(asdict(een).values()) for een in organisaties_of(work))
    kolommen = tuple(Kolom(text(f"uitvoering.kaart.kolom_{naam}"), breed) for naam, breed in _BREED.items())
    titel = text("uitvoering.kaart.kop")
    bladen = [Tabblad(titel, "", kolommen, rijen), groepen_blad(work)]
    return write_werkboek(titel, work.clock.today(), bladen)


def _read(work: Workspace, path: Path) -> tuple[list[Organisatie], list[Groepsles]]:
    bladen = open_bladen(path)
    koppen = {naam: text(f"uitvoering.kaart.kolom_{naam}") for naam in _BREED}
    found = [Organisatie(**rij) for blad in bladen[:1] for rij in rows_of(blad, koppen) if rij.get("naam")]
    koppen = {naam: text(f"uitvoering.kaart.groep_{naam}") for naam in GROEPSBREED}
    rijen = (rij for blad in bladen[1:2] for rij in rows_of(blad, koppen))
    return found, [groepsles_from(work, rij) for rij in rijen if rij.get("naam")]
