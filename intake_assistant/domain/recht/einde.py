"""The end of the inburgeringsplicht: which day, and why; and where the dossier went (Wet 3-5; Besl 9.9)."""

from __future__ import annotations

from datetime import date
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier

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
    lijst = kinds.DUOBERICHT.lijst()
    rijen = (dossier.get(kinds.DUOBERICHT.of(rij), {}) for rij in dossier.row_ids(lijst))
    over = [rij for rij in rijen if rij.get("soort") == "plicht"]
    # The sort is stable: of two that DUO dates alike, or not at all, the one that was read last.
    op_volgorde = sorted(over, key=lambda rij: str(rij.get("wijzigingsdatum", "")))
    return bool(op_volgorde) and op_volgorde[-1].get("indicatorInburgeringsplicht") == "nee"
