"""How someone is called, also who has no surname, or no name yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.einde import ZAAKNUMMER
from intake_assistant.texts import dutch_text, text

AANSPREEKNAAM: Final = "taalniveau.aanspreeknaam"
OUDST: Final = 120
"""Who is said to be older was given a wrong day."""
_NO_FILE_NAME = re.compile(r"[^A-Za-z0-9_-]+")


def aanspreeknaam(dossier: Dossier) -> str:
    """The name somebody asked to be called by; empty when that was not asked or not said."""
    antwoord = dossier.antwoord(AANSPREEKNAAM)
    return str(antwoord.waarde) if antwoord.beantwoord else ""


def volledige_naam(inburgeraar: Mapping[str, object]) -> str:
    """How the person is called; never an empty string."""
    voornamen = str(inburgeraar.get("voornamen", ""))
    achternaam = str(inburgeraar.get("achternaam", ""))
    if not voornamen and not achternaam:
        return dutch_text("recht.naam.onbekend")
    return f"{voornamen} {achternaam or dutch_text('recht.naam.zonder_achternaam')}".strip()


def kopnaam(inburgeraar: Mapping[str, object]) -> str:
    """How a screen about one person names them: who has one name by that one."""
    delen = (str(inburgeraar.get(deel, "")) for deel in ("voornamen", "achternaam"))
    return " ".join(filter(None, delen)) or dutch_text("recht.naam.onbekend")


def sorteernaam(inburgeraar: Mapping[str, object]) -> str:
    """The name by which a list is sorted and shown: surname first."""
    voornamen = str(inburgeraar.get("voornamen", ""))
    achternaam = str(inburgeraar.get("achternaam", ""))
    if not voornamen and not achternaam:
        return dutch_text("recht.naam.onbekend")
    achternaam = achternaam or dutch_text("recht.naam.zonder_achternaam")
    return ", ".join(deel for deel in (achternaam, voornamen) if deel)


def lijstnaam(naam: str) -> str:
    """A name of the list without the words for a surname that is not there: `has_een_naam` tells that."""
    return naam.removeprefix(_zonder_achternaam())


@cache
def _zonder_achternaam() -> str:
    # Once: of each line of a list of thousands it would be asked several times.
    return f"{dutch_text('recht.naam.zonder_achternaam')}, "


def has_een_naam(naam: str) -> bool:
    """Whether a name of the list is of somebody without a surname."""
    return lijstnaam(naam) != naam


def aanspreekvorm(inburgeraar: Mapping[str, object]) -> str:
    """How one speaks to the person: with the surname; empty when the name or the form is not known."""
    naam = str(inburgeraar.get("achternaam", "") or inburgeraar.get("voornamen", ""))
    geslacht = str(inburgeraar.get("geslacht", ""))
    if not naam or geslacht not in ("vrouw", "man"):
        return ""
    return dutch_text(f"recht.naam.aanspreek_{geslacht}", naam=naam)


def leeftijd_in_words(geboren: object, jaar: object, vandaag: date) -> str:
    """How old in words; of who knows only the year the two that it can be; empty when not known."""
    dag = read_date(geboren)
    if dag is not None:
        oud = vandaag.year - dag.year - ((vandaag.month, vandaag.day) < (dag.month, dag.day))
        return text("dossier.portret.jaar", jaar=oud) if 0 <= oud <= OUDST else ""
    if not str(jaar or "").isdecimal():
        return ""
    hoogst = vandaag.year - int(str(jaar))
    if not 0 < hoogst <= OUDST:
        return ""
    return text("dossier.portret.jaar_of", laagst=hoogst - 1, hoogst=hoogst)


def kenmerk_of(dossier: Dossier) -> str:
    """The reference on the letters: the zaaknummer, or the first signs of the dossier's random id."""
    return str(dossier.get(ZAAKNUMMER)).strip() or dossier.id[:8].upper()


def besluitkenmerk(dossier: Dossier, nummer: int) -> str:
    """The reference of one besluit: that of the letters with its number, so that one can name it."""
    return f"{kenmerk_of(dossier)}-{nummer}"


def bestandskenmerk_of(dossier: Dossier) -> str:
    """The reference as a part of a file name: what a file system might refuse becomes a dash."""
    return _NO_FILE_NAME.sub("-", kenmerk_of(dossier)).strip("-") or dossier.id[:8].upper()
