"""The case that is played: its days, its answers, and what of it stands where in the window."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake_assistant.casus.check import read_case, read_case_file
from intake_assistant.casus.plan import LATER_RECORDED
from intake_assistant.dates import as_typed, read_date
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Formulieren, normaliseer
from intake_assistant.operations.acts.antwoord import INBURGERAAR
from intake_assistant.operations.workspace import Data

Tabel = Mapping[str, Any]
VERPAKT = Path(__file__).with_name("casus.toml")


@dataclass(frozen=True)
class Gegeven:
    """One answer of the case: to which question, with state and source."""

    vraag: str
    waarde: Any
    staat: str = Staat.BEANTWOORD.value
    bron: str = INBURGERAAR
    reden: str = ""
    volgende_keer: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Herhaling:
    """The rows of a repeat; each row is its answers by short name."""

    vraag: str
    rijen: tuple[tuple[Gegeven, ...], ...]


def load_casus(pad: Path | None, data: Data) -> dict[str, Any]:
    """The case of a file, or the packaged one; KnownErrors of `read_case_file` and `read_case`."""
    bestand = pad or VERPAKT
    return read_case(read_case_file(bestand), bestand.name, data)


def stored(tabel: Tabel) -> dict[str, Any]:
    """A table of the case as values are stored."""
    waarde = normaliseer(dict(tabel))
    return waarde if isinstance(waarde, dict) else {}


def antwoorden_of(gesprek: Tabel, formulieren: Formulieren) -> list[Gegeven | Herhaling]:
    """What was answered in a conversation, in the order of the file."""
    return list(_antwoorden(gesprek, formulieren))


def _antwoorden(gesprek: Tabel, formulieren: Formulieren) -> Iterator[Gegeven | Herhaling]:
    for startpositie, answers in gesprek.get("antwoorden", {}).items():
        for kort, answer in answers.items():
            naam = formulieren.heet_nu(f"{startpositie}.{kort}")
            if isinstance(answer, list) and formulieren.vraag(naam).type == "begin_repeat":
                rijen = (tuple(_gegeven(f"{naam}.{k}", cel) for k, cel in row.items()) for row in answer)
                yield Herhaling(naam, tuple(rijen))
            else:
                yield _gegeven(naam, answer)


def _gegeven(naam: str, answer: Any) -> Gegeven:
    table = answer if isinstance(answer, dict) else {"waarde": answer}
    waarde, extra = normaliseer(table.get("waarde", "")), stored(table)
    keys = ("staat", "bron", "reden", "volgende_keer", "toelichting")
    return Gegeven(naam, waarde, **{key: str(extra[key]) for key in keys if key in extra})


def day_of(waarde: object) -> datetime.date | None:
    """The date of a value of the case."""
    return waarde if isinstance(waarde, datetime.date) else read_date(normaliseer(waarde))


def gesprekken_of(casus: Tabel) -> list[tuple[datetime.date, Tabel]]:
    """The conversations in order of date."""
    found = [(day_of(g["datum"]), g) for g in casus.get("gesprek", ())]
    return sorted(((day, g) for day, g in found if day), key=lambda pair: pair[0])


def first_day(casus: Tabel) -> datetime.date:
    """The day on which the dossier is made: notice and registration are in, nothing was said yet."""
    gesprekken = gesprekken_of(casus)
    procedure = casus.get("procedure", {})
    known = [
        day for naam in ("kennisgeving_duo", "inschrijving_brp") if (day := day_of(procedure.get(naam, "")))
    ]
    latest = max(known, default=None)
    if not gesprekken:
        return latest or besluitdag(casus) or datetime.date(2026, 1, 5)
    return min(latest or gesprekken[0][0], gesprekken[0][0])


def skipped_of(casus: Tabel) -> list[tuple[str, int]]:
    """What the case tells beside the conversations, for which the window has no place yet, and how much."""
    return [(wat, len(casus[wat])) for wat in LATER_RECORDED if casus.get(wat)]


def besluitdag(casus: Tabel) -> datetime.date | None:
    """The day of the beschikking, when there is one."""
    return day_of(casus.get("beschikking", {}).get("dagtekening", ""))


def dutch(day: object) -> str:
    """A date as it is typed: 5-3-2026."""
    found = day_of(day)
    return as_typed(found) if found else str(day)
