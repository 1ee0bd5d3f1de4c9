"""A place to work or to practise: what for, in which language, with whose help, and its hours in the ledger.

Dutch gets better where it is spoken: a place that is for the language says which language is spoken there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import UREN, WERKPLEK
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

TAAL: Final = "taal"
DOELEN: Final = (TAAL, "kennismaken", "uitstroom")
"""What it is for: Dutch, getting to know work, or a paid job."""
VORMEN: Final = (
    "meekijken",
    "stage",
    "vrijwilligerswerk",
    "leerwerkplek",
    "proefplaatsing",
    "betaald",
    "anders",
)
VEEL_NEDERLANDS: Final = "nederlands"
VOERTALEN: Final = (VEEL_NEDERLANDS, "gemengd", "andere_taal", "weinig")
"""What is spoken there: Dutch, Dutch and another, mostly another, or hardly anything."""
PAST: Final = ("ja", "deels", "nee")
"""Whether it is what the person wants, as the person says."""
TELT_VOOR: Final = ("map", "participatie")
"""The kind of hours that it gives in the ledger (Besl 3.2, 3.14)."""
VELDEN: Final = (
    "afspraak", "wat", "doel", "vorm", "voertaal", "begeleider", "past", "waarom", "telt_voor", "van", "tot",
)  # fmt: skip
_DAG: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkplek:
    """One place, as recorded; empty is not known, -1 for hours that are not."""

    id: str
    afspraak: str = ""
    wat: str = ""
    doel: str = ""
    vorm: str = ""
    voertaal: str = ""
    begeleider: str = ""
    past: str = ""
    waarom: str = ""
    telt_voor: str = ""
    van: str = ""
    tot: str = ""
    uren_per_week: Decimal = Decimal(-1)

    @property
    def is_taalarm(self) -> bool:
        """Whether it is for the language while another is spoken there, or hardly any."""
        return self.doel == TAAL and self.voertaal not in ("", VEEL_NEDERLANDS)


@dataclass(frozen=True, slots=True)
class Urenvoorstel:
    """Hours that were not written yet: so many a week, from the day after the last ones."""

    van: date
    tot: date
    aantal: Decimal
    per_week: Decimal

    @property
    def getal(self) -> int | str:
        """The hours as a value is stored: whole, or as it is written."""
        return int(self.aantal) if self.aantal == int(self.aantal) else f"{self.aantal.normalize():f}"


def werkplekken_of(dossier: Dossier) -> tuple[Werkplek, ...]:
    """Every place in which something stands, in order."""
    return tuple(
        Werkplek(
            id=rij,
            uren_per_week=number_of(velden, "uren_per_week"),
            **{veld: str(velden.get(veld, "")) for veld in VELDEN},
        )
        for rij, velden in gevulde_rijen(dossier, WERKPLEK)
    )


def geschreven(dossier: Dossier, werkplek: str) -> tuple[Decimal, date | None]:
    """The hours in the ledger that come from a place, and the last day of these."""
    rijen = [velden for _, velden in gevulde_rijen(dossier, UREN) if velden.get("werkplek") == werkplek]
    dagen = [dag for velden in rijen if (dag := read_date(velden.get("tot"))) is not None]
    uren = sum((max(number_of(velden, "aantal"), Decimal(0)) for velden in rijen), Decimal(0))
    return uren, max(dagen, default=None)


def urenvoorstel_of(dossier: Dossier, werkplek: Werkplek, op: date) -> Urenvoorstel | None:
    """What can be written now: whole weeks that went by; None when that is nothing or not known."""
    begin, einde = read_date(werkplek.van), read_date(werkplek.tot)
    if begin is None or werkplek.uren_per_week <= 0 or werkplek.telt_voor not in TELT_VOOR:
        return None
    _, laatst = geschreven(dossier, werkplek.id)
    van = laatst + _DAG if laatst is not None and laatst >= begin else begin
    weken = ((min(op, einde) if einde else op) - van + _DAG) // timedelta(weeks=1)
    if weken <= 0:
        return None
    per_week = werkplek.uren_per_week
    return Urenvoorstel(van, van + timedelta(weeks=weken) - _DAG, weken * per_week, per_week)
