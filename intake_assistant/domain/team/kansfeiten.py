"""What was offered to somebody with the first PIP, and by what it may be compared; no name is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import VELDEN, geboortejaar, inburgeraar_of
from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.leerroute import Leerroute, Niveau, has_waarde
from intake_assistant.domain.team.groepen import ONBEKEND

LBT: Final = "leerbaarheid.lbt_uitslag"
OPLEIDING: Final = "opleiding.hoogste_niveau"
LEZEN: Final = "taalniveau.nl_lezen"
LETTERS: Final = "taalniveau.geletterdheid"
KANSVRAGEN: Final = (LBT, OPLEIDING, LEZEN, LETTERS)
"""The questions whose answers are looked at; none is about health or safety."""

LEEFTIJDEN: Final = {"tot_25": 25, "tot_35": 35, "tot_45": 45, "tot_55": 55, "vanaf_55": 999}
"""The age groups, each with the age at which the next one begins."""
GEEN: Final = "geen"


class Kenmerk(StrEnum):
    """By what is compared; by regievoerder only if the works council agreed (WOR 27(1)(k) and (l))."""

    GESLACHT = "geslacht"
    LEEFTIJD = "leeftijd"
    LAND = "land"
    OPLEIDING = "opleiding"
    TAAL = "taal"
    LEESVAARDIGHEID = "leesvaardigheid"
    REGIEVOERDER = "regievoerder"


class Kansuitkomst(StrEnum):
    """What is compared."""

    LEERROUTE = "leerroute"
    NIVEAU = "niveau"
    ONDERSTEUNING = "ondersteuning"
    UREN = "uren"
    WACHTTIJD = "wachttijd"

    @property
    def is_getal(self) -> bool:
        """Whether it is a number of each person, of which the median is told."""
        return self in (Kansuitkomst.UREN, Kansuitkomst.WACHTTIJD)


STAPPEN: Final[dict[Kenmerk | Kansuitkomst, tuple[str, ...]]] = {
    Kenmerk.GESLACHT: VELDEN["geslacht"],
    Kenmerk.LEEFTIJD: (*LEEFTIJDEN, ONBEKEND),
    Kenmerk.OPLEIDING: ("geen", "basis", "voortgezet", "mbo", "hbo", "wo", ONBEKEND),
    Kenmerk.LEESVAARDIGHEID: ("latijns", "anders", "niet", ONBEKEND),
    Kansuitkomst.LEERROUTE: tuple(Leerroute),
    Kansuitkomst.NIVEAU: (Niveau.B1, Niveau.A2, GEEN),
    Kansuitkomst.ONDERSTEUNING: ("ja", "nee"),
}
"""Of those with few codes all codes in their order; the others are as long as there are countries."""


@dataclass(frozen=True, slots=True)
class KansFeiten:
    """Of one first PIP; what is not known is `onbekend` or None."""

    dagtekening: date
    geslacht: str
    leeftijd: str
    land: str
    opleiding: str
    taal: str
    leesvaardigheid: str
    regievoerder: str
    lbt: str
    taalniveau: str
    leerroute: str
    niveau: str
    ondersteuning: str
    uren: float | None
    """The hours of lessons in a week."""
    wachttijd: float | None
    """The weeks from the day on which the ten weeks began (art. 5.3 Besl)."""

    def code(self, wat: Kenmerk | Kansuitkomst) -> str:
        """What it says of one thing that has codes; a code that is none of a scale counts as its last."""
        code, stappen = str(getattr(self, wat)) or ONBEKEND, STAPPEN.get(wat)
        return code if stappen is None or code in stappen else stappen[-1]

    def getal(self, uitkomst: Kansuitkomst) -> float | None:
        """What it says of one thing that is a number."""
        waarde: float | None = getattr(self, uitkomst)
        return waarde


# A duration is compared over years: counted alike for all, also where the law still counted otherwise.
_ANKER: Final = "kennisgeving_duo"


def kansfeiten(dossier: Dossier) -> KansFeiten | None:
    """Read them from a dossier; None when no PIP was set yet."""
    besluiten = besluiten_of(dossier)
    return _of(dossier, besluiten[0]) if besluiten else None


def _of(dossier: Dossier, eerste: Besluit) -> KansFeiten | None:
    dagtekening = read_date(eerste.dagtekening)
    if dagtekening is None or eerste.leerroute not in tuple(Leerroute):
        return None  # of a day or a leerroute that cannot be, nothing is counted
    persoon = inburgeraar_of(dossier)
    begin = klokfeiten(dossier).pip_begin(_ANKER)
    uren = float(number_of(eerste.inhoud, "intensiteit.uren_per_week"))
    return KansFeiten(
        dagtekening=dagtekening,
        geslacht=persoon.get("geslacht", ONBEKEND),
        leeftijd=leeftijd_op(geboortejaar(persoon), dagtekening),
        land=persoon.get("nationaliteit", ONBEKEND),
        opleiding=_answered(dossier, OPLEIDING),
        taal=persoon.get("spreektaal", ONBEKEND),
        leesvaardigheid=_answered(dossier, LETTERS),
        regievoerder=str(dossier.get("dossier.regievoerder")) or ONBEKEND,
        lbt=_answered(dossier, LBT),
        taalniveau=_answered(dossier, LEZEN),
        leerroute=eerste.leerroute,
        niveau=eerste.niveau or GEEN,
        ondersteuning="ja" if has_waarde(eerste.inhoud.get("ondersteuning")) else "nee",
        uren=uren if uren > 0 else None,
        wachttijd=(dagtekening - begin).days / 7 if begin and begin <= dagtekening else None,
    )


def leeftijd_op(geboren: int | None, dag: date) -> str:
    """The age group on a day; of the year alone the age is that of the end of that year."""
    if geboren is None:
        return ONBEKEND
    return next((code for code, tot in LEEFTIJDEN.items() if dag.year - geboren < tot), ONBEKEND)


def _answered(dossier: Dossier, vraag: str) -> str:
    antwoord = dossier.antwoord(vraag)
    return str(antwoord.waarde) if antwoord.beantwoord else ONBEKEND


# -- the same facts ------------------------------------------------------------------------------------------

GELIJK_IN: Final = ("lbt", "opleiding", "taalniveau", "leeftijd")
"""In what two are the same, that which weighs most for a leerroute first; in nothing else."""


@dataclass(frozen=True, slots=True)
class GelijkFeiten:
    """In what another may be the same as this one."""

    lbt: str
    opleiding: str
    taalniveau: str
    leeftijd: str

    def known(self) -> tuple[str, ...]:
        """Of which of the four it is known, in their order."""
        return tuple(naam for naam in GELIJK_IN if getattr(self, naam) != ONBEKEND)


def gelijkfeiten(dossier: Dossier, vandaag: date) -> GelijkFeiten:
    """Read them from a dossier, with or without a PIP."""
    found = kansfeiten(dossier)
    dag = found.dagtekening if found else vandaag
    return GelijkFeiten(
        lbt=_answered(dossier, LBT),
        opleiding=_answered(dossier, OPLEIDING),
        taalniveau=_answered(dossier, LEZEN),
        leeftijd=leeftijd_op(geboortejaar(inburgeraar_of(dossier)), dag),
    )


def gekozen_route(dossier: Dossier) -> str:
    """The leerroute of the first PIP, else that of the concept; empty when none was chosen."""
    besluiten = besluiten_of(dossier)
    return besluiten[0].leerroute if besluiten else str(dossier.get(BESCHIKKING.of("leerroute")))
