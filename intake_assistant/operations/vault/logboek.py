"""The access log of a vault, readable for the FG: who opened, looked at, exported, erased what, and when.

It only grows (storage/engine/schema.py); an erased dossier leaves its lines, without its id.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Literal

from intake_assistant.dates import local_moment
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.uitvoer import write_out
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import is_text, text

Formaat = Literal["csv", "json"]
FORMATEN: Final[tuple[Formaat, ...]] = ("csv", "json")
GELEZEN, ONTGRENDELD, GEVOELIG = "logboek", "ontgrendeld", "gevoelig"
_VAN_DOSSIER: Final = frozenset(
    """geopend show gevoelig inzage gewist waarde_gewist reservekopie samengevoegd
    beschikking ontwikkelplan due_dossier""".split()
)
# What a spreadsheet would take for a formula, behind blanks and in the wide signs of East Asia too.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


@dataclass(frozen=True, slots=True)
class Logregel:
    """One line: the moment (ISO, UTC), by whom, a code, the dossier (empty: the vault), the sum of a file."""

    op: str
    wie: str
    soort: str
    wat: str
    dossier: str
    sha256: str

    @property
    def is_of_vault(self) -> bool:
        """Whether it is about no dossier, rather than about one that was erased."""
        return not self.dossier and self.wat.partition(" ")[0] not in _VAN_DOSSIER

    @property
    def moment(self) -> datetime.datetime:
        """The moment, as the clock in the Netherlands shows it."""
        return local_moment(self.op)


@dataclass(frozen=True, slots=True)
class Logzeef:
    """What is wanted: a dossier (empty: all) and a period, both days included."""

    dossier: str = ""
    van: datetime.date | None = None
    tot_en_met: datetime.date | None = None

    def keeps(self, regel: Logregel) -> bool:
        """Whether a line is wanted."""
        day = regel.moment.date()
        in_time = (self.van is None or day >= self.van) and (
            self.tot_en_met is None or day <= self.tot_en_met
        )
        return in_time and self.dossier in ("", regel.dossier)


def read_logboek(work: Workspace, zeef: Logzeef | None = None) -> list[Logregel]:
    """The lines that are wanted, newest first; looking is noted by `note_reading`."""
    wanted = zeef or Logzeef()
    return [regel for row in work.vault.logs() if wanted.keeps(regel := Logregel(*row))]


def note_reading(work: Workspace) -> None:
    """Note that somebody looks at the log itself."""
    work.vault.log_access(GELEZEN)


def note_opening(work: Workspace, fouten: int = 0) -> None:
    """Note that the vault was opened, and after how many wrong passphrases."""
    # A full disk must not keep anybody from reading what is there.
    with suppress(KnownError):
        work.vault.log_access(f"{ONTGRENDELD} {fouten}" if fouten else ONTGRENDELD)


def note_sensitive(work: Workspace, dossier: str) -> None:
    """Note that somebody looks at answers on health or safety."""
    work.vault.log_access(GEVOELIG, dossier)


def in_words(regel: Logregel) -> str:
    """What was done, in words; a code that has none stands as it is."""
    wat, _, rest = regel.wat.partition(" ")
    key = f"instellingen.logboek.{regel.soort}.{wat}"
    if not is_text(key):
        return regel.wat.replace("_", " ")
    if wat == ONTGRENDELD and rest:
        return text("instellingen.logboek.na_fouten", aantal=int(rest))
    return text(key, formaat=rest) if regel.soort == "uitvoer" else text(key)


@dutch
def export_logboek(
    work: Workspace, path: Path, formaat: Formaat, zeef: Logzeef | None = None, *, overwrite: bool = False
) -> int:
    """Write the lines to a file, without a name of anybody it is about; returns how many. Is itself noted.

    KnownErrors `output.`, `disk.full`.
    """
    regels = read_logboek(work, zeef)
    content = _as_csv(regels) if formaat == "csv" else _as_json(regels)
    dossier = (zeef or Logzeef()).dossier
    write_out(work, f"{GELEZEN} {formaat}", content, path, dossier, overwrite=overwrite)
    return len(regels)


def _as_csv(regels: Iterable[Logregel]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
            text(f"instellingen.logboek.kolom_{kolom}")
            for kolom in ("wanneer", "wie", "wat", "dossier", "sha256")
        ]
    )
    for regel in regels:
        cells = (f"{regel.moment:%Y-%m-%d %H:%M:%S}", regel.wie, in_words(regel), regel.dossier, regel.sha256)
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    # With its mark a Dutch Excel reads it as UTF-8.
    return out.getvalue().encode("utf-8-sig")


def _as_json(regels: Iterable[Logregel]) -> bytes:
    return json.dumps(as_document(regels), ensure_ascii=False, indent=1).encode("utf-8")


def as_document(regels: Iterable[Logregel]) -> dict[str, object]:
    """The lines as the command prints them (contract)."""
    return {"formaat": 1, "regels": [{**asdict(regel), "woorden": in_words(regel)} for regel in regels]}
