"""Dates that cannot be right: kept as they were given, shown with what is odd about them, never counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import (
    AFSPRAAK,
    GESPREK,
    KINDS,
    PERSOON,
    VERZOEK,
    kind_of,
    read_subject,
    veld_of,
)

Bezwaar = Literal[
    "",
    "geen_datum",
    "toekomst",
    "voor_geboorte",
    "voor_dagtekening",
    "verleden",
    "voor_gesprek",
    "voor_samen",
    "voor_verzoek",
]
_BEKEND: Final = "bekendgemaakt_op"
_ZELF: Final = "zelf_vanaf"
_ONTVANGEN: Final = "ontvangen_op"
_VOLGENDE: Final = "volgende_afspraak"
GEBOORTE: Final = PERSOON.of("geboortedatum")


def bezwaar(dossier: Dossier, subject: str, waarde: str, vandaag: date) -> Bezwaar:
    """What is odd about a date of person, procedure, plan, besluit or conversation; empty when nothing is."""
    if veld_of(subject) == _VOLGENDE:
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
    subjects = (subject for kind in KINDS for subject in _dates_of(dossier, kind))
    found = ((subject, str(dossier.get(subject))) for subject in subjects)
    return tuple((s, w) for s, w in found if bezwaar(dossier, s, w, date.max) == "geen_datum")


def bekend_op(dagtekening: object, waarde: object) -> date | None:
    """The day on which a besluit was made known; None for a day before it was there (art. 3:41 Awb)."""
    bekend, dag = read_date(waarde), read_date(dagtekening)
    return bekend if bekend and (dag is None or bekend >= dag) else None


def _dates_of(dossier: Dossier, kind: Kind) -> Iterator[str]:
    if not kind.in_rijen:
        yield from (kind.of(veld) for veld in kind.datums)
    elif kind.datums:
        yield from (kind.of(rij, veld) for rij in dossier.row_ids(kind.lijst()) for veld in kind.datums)


def _is_of_the_past(subject: str) -> bool:
    # A call goes out for a day that is still to come, and so may a duty begin.
    return veld_of(subject) in kind_of(subject).verleden


def _against_its_row(dossier: Dossier, subject: str, datum: date, vandaag: date) -> Bezwaar:
    kind, delen = read_subject(subject)
    if delen[-1:] == (_BEKEND,):
        whole = dossier.get(kind.of(delen[0]), {})
        dag = whole.get("dagtekening") if isinstance(whole, dict) else None
        return "" if bekend_op(dag, datum.isoformat()) else "voor_dagtekening"
    if delen[-1:] == (_VOLGENDE,):
        gesprek = read_date(dossier.get(GESPREK.of(delen[0], "datum")))
        if datum < vandaag and dossier.get(GESPREK.of(delen[0], "afgerond")) != "ja":
            return "verleden"
        return "voor_gesprek" if gesprek is not None and datum < gesprek else ""
    if kind is AFSPRAAK and delen[-1:] == (_ZELF,):
        samen = read_date(dossier.get(AFSPRAAK.of(delen[0], "samen_vanaf")))
        return "voor_samen" if samen is not None and datum < samen else ""
    if kind is VERZOEK and delen[-1:] != (_ONTVANGEN,):
        ontvangen = read_date(dossier.get(VERZOEK.of(delen[0], _ONTVANGEN)))
        return "voor_verzoek" if ontvangen is not None and datum < ontvangen else ""
    return ""
