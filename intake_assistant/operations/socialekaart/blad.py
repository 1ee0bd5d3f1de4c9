"""A list that the municipality keeps in Excel: read by its heads, and written as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from intake_assistant.documents.team.werkboek import Kolom, Tabblad, write_werkboek
from intake_assistant.domain.entry import clean_text
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import read_bytes, unpacked_size

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# A municipality has a few hundred; a few kB of zip can hold gigabytes.
_MOST_BYTES, _MOST_UNPACKED, _MOST_ROWS = 5_000_000, 30_000_000, 2_000


@dataclass(frozen=True, slots=True)
class Bladkolom:
    """A column: what it is in the program, its head in the file, and how wide it is there."""

    naam: str
    kop: str
    breed: int


@dataclass(frozen=True, slots=True)
class Lijstblad:
    """A list in Excel: its title, its columns, and the code of the refusal of what is no such list."""

    titel: str
    kolommen: tuple[Bladkolom, ...]
    fout: str

    def read(self, path: Path) -> list[Mapping[str, str]]:
        """The rows in which the first column is filled. KnownError of `fout`."""
        try:
            found = self._read(path)
        except KnownError:
            raise
        except Exception as fout:  # openpyxl raises what its parts raise: zip, XML, numbers, types
            raise KnownError(self.fout, bestand=path.name) from fout
        if not found:
            raise KnownError(self.fout, bestand=path.name)
        return found

    def write(self, work: Workspace, rijen: Sequence[Mapping[str, str]]) -> bytes:
        """The same as a workbook; with its heads alone while nothing is known."""
        kolommen = tuple(Kolom(kolom.kop, kolom.breed) for kolom in self.kolommen)
        cellen = tuple(tuple(rij[kolom.naam] for kolom in self.kolommen) for rij in rijen)
        return write_werkboek(self.titel, work.clock.today(), [Tabblad(self.titel, "", kolommen, cellen)])

    def _read(self, path: Path) -> list[Mapping[str, str]]:
        koppen = {kolom.naam: kolom.kop for kolom in self.kolommen}
        rijen = (rij for blad in open_bladen(path)[:1] for rij in rows_of(blad, koppen))
        return [rij for rij in rijen if rij.get(self.kolommen[0].naam)]


def open_bladen(path: Path) -> list[Worksheet]:
    """The sheets of a workbook; none of one that is too large."""
    from openpyxl import load_workbook  # late: a start without Excel stays quick

    inhoud = read_bytes(path, _MOST_BYTES)
    if unpacked_size(inhoud) > _MOST_UNPACKED:
        return []
    return list(load_workbook(BytesIO(inhoud), data_only=True, read_only=True).worksheets)


def rows_of(blad: Worksheet, kop_van: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """The rows below the heads, by the name that each head has in the program."""
    namen = {_plain(kop): naam for naam, kop in kop_van.items()}
    rijen = blad.iter_rows(max_row=_MOST_ROWS, max_col=2 * len(kop_van), values_only=True)
    koppen = [namen.get(_plain(kop), "") for kop in next(rijen, ())]
    for rij in rijen:
        cellen = zip(koppen, rij, strict=False)
        yield {kop: clean_text(str(cel)) for kop, cel in cellen if kop and cel is not None}


def _plain(kop: object) -> str:
    return "".join(teken for teken in str(kop or "").lower() if teken.isalpha())
