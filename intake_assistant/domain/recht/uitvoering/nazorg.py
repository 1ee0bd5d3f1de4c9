"""What goes on when somebody else takes over: who does it from when, and the day that matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import DAARNA
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen


@dataclass(frozen=True, slots=True)
class Nazorg:
    """One thing that goes on; `gezondheid` keeps it off the sheet of the colleague."""

    wat: str
    wie: str = ""
    bereik: str = ""
    vanaf: date | None = None
    dag: date | None = None
    wat_dan: str = ""
    gezondheid: bool = False


def nazorg_of(dossier: Dossier) -> tuple[Nazorg, ...]:
    """What was recorded to go on, in order; a row that only names a day is one too."""
    found = (velden for _, velden in gevulde_rijen(dossier, DAARNA))
    return tuple(
        Nazorg(
            wat=str(velden.get("wat", "")),
            wie=str(velden.get("wie", "")),
            bereik=str(velden.get("bereik", "")),
            vanaf=read_date(velden.get("vanaf")),
            dag=read_date(velden.get("dag")),
            wat_dan=str(velden.get("wat_dan", "")),
            # Not said is not known: what may be about health stays off the sheet of the colleague.
            gezondheid=velden.get("gezondheid") != "nee",
        )
        for velden in found
        if set(velden) - {"vanaf", "gezondheid"}
    )
