"""Dates that cannot be right: kept as they were given, shown with what is odd about them, never counted."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier

Bezwaar = Literal[
    "", "geen_datum", "toekomst", "voor_geboorte", "voor_dagtekening", "verleden", "voor_gesprek"
]
GEBOORTE = "inburgeraar.geboortedatum"
# The fields of a row that hold a date, by the list that the row is in.
_VAN_RIJ: Final = {
    "gesprek": ("datum", "volgende_afspraak"),
    "afspraak": ("uiterlijk", "klaar_op"),
    "besluit": ("bekendgemaakt_op", "voor_gezien.datum"),
}
_VAN_DOSSIER: Final = (
    GEBOORTE,
    "inburgeraar.begin_inburgeringsplicht",
    "procedure.kennisgeving_duo",
    "procedure.inschrijving_brp",
    "procedure.duo_termijn_begin",
    "procedure.duo_termijn_einde",
    "beschikking.dagtekening",
    "beschikking.bekendgemaakt_op",
    "beschikking.voor_gezien.datum",
)


def bezwaar(dossier: Dossier, subject: str, waarde: str, vandaag: date) -> Bezwaar:
    """What is odd about a date of person, procedure, plan, besluit or conversation; empty when nothing is."""
    if subject.endswith(".volgende_afspraak"):
        waarde = waarde[:10]  # a case file may give the hour with it
    if not waarde:
        return ""
    datum, geboren = read_date(waarde), read_date(dossier.get(GEBOORTE))
    if datum is None:
        return "geen_datum"
    if vreemd := _against_its_row(dossier, subject, datum, vandaag):
        return vreemd
    return bezwaar_op_zich(subject, datum, geboren, vandaag)


def bezwaar_op_zich(subject: str, datum: date, geboren: date | None, vandaag: date) -> Bezwaar:
    """The same while there is no dossier yet."""
    if subject != GEBOORTE and geboren is not None and datum < geboren:
        return "voor_geboorte"
    return "toekomst" if datum > vandaag and _is_of_the_past(subject) else ""


def niet_bestaande(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Subject and words of every date of the dossier that is no date."""
    van_rij = (
        f"{lijst}[{rij}].{veld}"
        for lijst, velden in _VAN_RIJ.items()
        for rij in dossier.row_ids(lijst)
        for veld in velden
    )
    found = ((subject, str(dossier.get(subject))) for subject in (*_VAN_DOSSIER, *van_rij))
    return tuple((s, w) for s, w in found if bezwaar(dossier, s, w, date.max) == "geen_datum")


def bekend_op(dagtekening: object, waarde: object) -> date | None:
    """The day on which a besluit was made known; None for a day before it was there (art. 3:41 Awb)."""
    bekend, dag = read_date(waarde), read_date(dagtekening)
    return bekend if bekend and (dag is None or bekend >= dag) else None


def _is_of_the_past(subject: str) -> bool:
    if subject.startswith("gesprek["):
        return subject.endswith("].datum")
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


def _against_its_row(dossier: Dossier, subject: str, datum: date, vandaag: date) -> Bezwaar:
    rij, _, veld = subject.rpartition(".")
    if veld == "bekendgemaakt_op":
        whole = dossier.get(rij, {}) if rij != "beschikking" else dossier.fields("beschikking")
        dag = whole.get("dagtekening") if isinstance(whole, dict) else None
        return "" if bekend_op(dag, datum.isoformat()) else "voor_dagtekening"
    if veld == "volgende_afspraak":
        gesprek = read_date(dossier.get(f"{rij}.datum"))
        if datum < vandaag and dossier.get(f"{rij}.afgerond") != "ja":
            return "verleden"
        return "voor_gesprek" if gesprek is not None and datum < gesprek else ""
    return ""
