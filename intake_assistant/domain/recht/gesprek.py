"""A conversation: when, how, who was there, what was told (design 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from intake_assistant.dates import read_date, read_hour
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import AANWEZIG, GESPREK, VERTELD
from intake_assistant.domain.recht.grenzen import MINUTEN, getalgebrek
from intake_assistant.domain.recht.tussen.tolk import TOLKT_NU, roepnaam, roepnamen, tolk_van_nu, tolken_van

VORMEN: Final = ("azc", "kantoor", "thuis", "video", "telefoon", "tussentijds")
OP_AFSTAND: Final = ("video", "telefoon")
"""The forms in which an interpreter sees nothing of the table."""
ROLLEN: Final = (
    "tolk",
    "cultureel_verbinder",
    "coa",
    "maatschappelijk_begeleider",
    "familie",
    "steunfiguur",
    "andere_professional",
)
# Of an interpreter who comes again; consent and confidentiality are asked each time.
BLIJFT: Final = ("naam", "soort", "nummer", "taal", "dialect", "wijze")
# A short contact in between says nothing of how one meets.
TUSSENTIJDS: Final = "tussentijds"
BEGREPEN: Final = ("ja", "deels", "nee")
# Asked in each conversation: how it went since the last one, and what the person still wants to say.
SINDS_VORIGE: Final = "sinds_vorige"
NOG_ZEGGEN: Final = "nog_zeggen"


@dataclass(frozen=True, slots=True)
class Gesprek:
    """What is recorded of one conversation; `nummer` counts from 1 in order of date."""

    id: str
    nummer: int
    datum: str
    vorm: str
    minuten: int | None
    taal: str
    recht_op_alleen_gewezen: str
    aanwezig: tuple[tuple[str, Mapping[str, str]], ...]
    verteld: Mapping[str, str]
    samenvatting: str
    volgende_afspraak: str
    afspraak_hoe: str
    afgerond: bool
    sinds_vorige: str = ""
    nog_zeggen: str = ""
    meegegeven: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tolkt_nu: str = ""
    zonder_tolk: str = ""

    @property
    def dag(self) -> date | None:
        """The day it was held; None when what was typed is no date."""
        return read_date(self.datum)

    @property
    def afspraak_op(self) -> date | None:
        """The day of the next appointment; a case file may give its hour with it."""
        return read_date(self.volgende_afspraak[:10])

    @property
    def afspraak_uur(self) -> str:
        """The hour of the next appointment as `10:00`; empty when none was given."""
        return read_hour(self.volgende_afspraak[11:16]) if self.afspraak_op else ""

    @property
    def tolk(self) -> str:
        """Who interprets now, by name, else by number; an empty string for nobody."""
        return roepnamen(self.aanwezig).get(self.tolk_rij, "")

    @property
    def tolk_rij(self) -> str:
        """The row of who interprets now."""
        return tolk_van_nu(self.aanwezig, self.tolkt_nu)


def gesprekken_of(dossier: Dossier) -> list[Gesprek]:
    """The conversations in order of date, then of recording."""
    return [_gesprek(dossier, g, nummer) for nummer, g in enumerate(_in_order(dossier), start=1)]


def _in_order(dossier: Dossier) -> list[str]:
    """One whose date cannot be keeps its place after what was recorded before it."""
    dagen: dict[str, date] = {}
    laatste = date.min
    for rij in dossier.row_ids(GESPREK.lijst()):
        dagen[rij] = laatste = read_date(dossier.get(GESPREK.of(rij, "datum"))) or laatste
    return sorted(dagen, key=lambda rij: dagen[rij])


def _gesprek(dossier: Dossier, id: str, nummer: int) -> Gesprek:
    def said(veld: str) -> str:
        return str(dossier.get(GESPREK.of(id, veld)))

    minuten = dossier.get(GESPREK.of(id, "minuten"), None)
    rijen, onderwerpen = dossier.row_ids(AANWEZIG.lijst(id)), dossier.row_ids(VERTELD.lijst(id))
    aanwezig = [(rij, dossier.get(AANWEZIG.of(id, rij), {})) for rij in rijen]
    verteld = {o: dossier.get(VERTELD.of(id, o), {}) for o in onderwerpen}
    return Gesprek(
        id=id,
        nummer=nummer,
        datum=said("datum"),
        vorm=said("vorm"),
        minuten=minuten if isinstance(minuten, int) and not getalgebrek(minuten, MINUTEN) else None,
        taal=said("taal"),
        recht_op_alleen_gewezen=said("recht_op_alleen_gewezen"),
        aanwezig=tuple(aanwezig),
        verteld={o: str(v.get("begrepen", "")) for o, v in verteld.items() if v},
        samenvatting=said("samenvatting"),
        volgende_afspraak=said("volgende_afspraak"),
        afspraak_hoe=said("volgende_afspraak_hoe"),
        afgerond=said("afgerond") == "ja",
        sinds_vorige=said(SINDS_VORIGE),
        nog_zeggen=said(NOG_ZEGGEN),
        meegegeven={o: tuple(v["materiaal"]) for o, v in verteld.items() if v.get("materiaal")},
        tolkt_nu=said(TOLKT_NU),
        zonder_tolk=said("zonder_tolk"),
    )


def moment_of(dag: str, uur: str) -> str:
    """Day and hour as an appointment is recorded: `2026-11-28T10:00`, without an hour the day alone."""
    return f"{dag}T{uur}" if dag and uur else dag


def laatst_verteld(gesprekken: list[Gesprek]) -> dict[str, tuple[Gesprek, str]]:
    """For each topic the last conversation in which it was told, and whether it was understood."""
    return {onderwerp: (g, begrepen) for g in gesprekken for onderwerp, begrepen in g.verteld.items()}


def lopend_gesprek(dossier: Dossier, gekozen: str = "") -> Gesprek | None:
    """The conversation that was begun and not rounded off; of several the one chosen, else the last."""
    open_ = [g for g in gesprekken_of(dossier) if not g.afgerond]
    return next((g for g in open_ if g.id == gekozen), open_[-1] if open_ else None)


def tolk_vandaag(dossier: Dossier, vandaag: date) -> str:
    """Who interprets in the conversation that is on, else who did last in one of today; empty for nobody."""
    if lopend := lopend_gesprek(dossier):
        return lopend.tolk
    waren = [iemand for g in gesprekken_of(dossier) if g.dag == vandaag for iemand in tolken_van(g.aanwezig)]
    return roepnaam(waren[-1]) if waren else ""


def vorige_keer(dossier: Dossier) -> dict[str, Any]:
    """How the last conversation was held, to begin the next from: its `vorm` and its `tolken`."""
    gehouden = [g for g in gesprekken_of(dossier) if g.vorm != TUSSENTIJDS]
    if not gehouden:
        return {}
    tolken = [_zoals(iemand) for iemand in tolken_van(gehouden[-1].aanwezig)]
    return {"vorm": gehouden[-1].vorm, "tolken": tolken}


def _zoals(iemand: Mapping[str, str]) -> dict[str, str]:
    """What holds of an interpreter next time as well; the rest is of one conversation."""
    return {naam: wat for naam, wat in iemand.items() if naam in ("rol", *BLIJFT)}
