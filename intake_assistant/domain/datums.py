"""Dates that cannot both be right: kept as they were given, and shown with what is odd about them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier

Bezwaar = Literal["", "toekomst", "voor_geboorte"]
GEBOORTE = "inburgeraar.geboortedatum"


def bezwaar(dossier: Dossier, subject: str, waarde: str, vandaag: date) -> Bezwaar:
    """What is odd about a date of person, procedure or conversation; empty when nothing is."""
    datum, geboren = read_date(waarde), read_date(str(dossier.get(GEBOORTE)))
    if datum is None:
        return ""
    if subject != GEBOORTE and geboren is not None and datum < geboren:
        return "voor_geboorte"
    return "toekomst" if datum > vandaag and _is_of_the_past(subject) else ""


def _is_of_the_past(subject: str) -> bool:
    # A call goes out for a day that is still to come, and so may a duty begin.
    return subject == GEBOORTE or subject.startswith(
        (
            "procedure.kennisgeving_duo",
            "procedure.inschrijving_brp",
            "procedure.overgedragen_op",
            "bezwaar[",
            "verzoek[",
        )
    )
