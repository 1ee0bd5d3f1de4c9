"""The end of the inburgeringsplicht: which day, and why; and where the dossier went (Wet 3-5; Besl 9.9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.duo.codes import TOEKENNING

# The reasons that DUO tells (duo.md 1), and naturalisation, which to DUO is `Overig`. A temporary
# vrijstelling ends nothing and is not among them.
REDENEN: Final = (
    "voldaan",
    "ontheffing",
    "vrijstelling",
    "verblijfsdoel_gewijzigd",
    "vertrek",
    "naturalisatie",
    "overlijden",
    "overig",
)
# The parts of the language exam by the code of DUO.
_ONDERDELEN: Final = {"LE": "lezen", "LU": "luisteren", "SC": "schrijven", "SP": "spreken"}
VOLDAAN: Final = "voldaan"
OVERLIJDEN: Final = "overlijden"
EINDE_OP: Final = kinds.EINDE_OP.of()
EINDE_REDEN: Final = kinds.EINDE_REDEN.of()
OVERGEDRAGEN_OP: Final = kinds.OVERGEDRAGEN_OP.of()
ZAAKNUMMER: Final = kinds.ZAAKNUMMER.of()


def einde_op(dossier: Dossier) -> date | None:
    """The last day of the inburgeringsplicht; None while it runs or when it is not known."""
    return read_date(dossier.get(EINDE_OP))


def einde_reden(dossier: Dossier) -> str:
    """Why it ended, one of REDENEN; empty when that was not recorded."""
    return str(dossier.get(EINDE_REDEN))


def ingeburgerd_op(dossier: Dossier) -> date | None:
    """The day on which the plicht was fulfilled; None when it ended otherwise."""
    return einde_op(dossier) if einde_reden(dossier) == VOLDAAN else None


def overgedragen_op(dossier: Dossier) -> date | None:
    """The day on which the dossier stood in the zaaksysteem."""
    return read_date(dossier.get(OVERGEDRAGEN_OP))


def zonder_plicht_volgens_duo(dossier: Dossier) -> bool:
    """Whether DUO told last that there is no plicht now, also for a time only (Wet 3 and 4)."""
    over = _told(dossier, "plicht", "wijzigingsdatum")
    return bool(over) and over[-1].get("indicatorInburgeringsplicht") == "nee"


def ontheven_onderdelen(dossier: Dossier) -> frozenset[str]:
    """The language parts of which DUO told last that no exam is asked: they fall away (Besl 2.7(3))."""
    over = _told(dossier, "gedeeltelijke_ontheffing", "datumOordeel")
    laatste = {_ONDERDELEN.get(str(rij.get("examenonderdeel"))): rij.get("oordeel") for rij in over}
    return frozenset(deel for deel, oordeel in laatste.items() if deel and oordeel == TOEKENNING)


def _told(dossier: Dossier, soort: str, dag: str) -> list[Mapping[str, object]]:
    """What DUO told of one thing, the last at the end."""
    lijst = kinds.DUOBERICHT.lijst()
    rijen = (dossier.get(kinds.DUOBERICHT.of(rij), {}) for rij in dossier.row_ids(lijst))
    # The sort is stable: of two that DUO dates alike the one that was read last; undated by when it was read.
    return sorted(
        (rij for rij in rijen if rij.get("soort") == soort),
        key=lambda rij: str(rij.get(dag) or rij.get("gelezen_op", "")),
    )
