"""A place of work beside what the person wants, and the hours that can be written from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from intake_assistant.dates import in_words
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.uitvoering.werkplek import (
    Urenvoorstel,
    Werkplek,
    geschreven,
    urenvoorstel_of,
    werkplekken_of,
)
from intake_assistant.operations.views.antwoord import antwoord_of
from intake_assistant.operations.words.waarde import samenvatting_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import in_figures
from intake_assistant.texts import text

_WENSEN: Final = ("motivatie.beroepswens", "motivatie.beginwerk")
"""What somebody said about the work that they want."""


@dataclass(frozen=True, slots=True)
class Werkplekstand:
    """What follows from one place: sentences, and the hours that can be written."""

    zinnen: tuple[str, ...]
    voorstel: Urenvoorstel | None


def werkplek_shown(work: Workspace, dossier: Dossier, rij: str) -> Werkplekstand | None:
    """None while nothing stands in the row."""
    plek = next((plek for plek in werkplekken_of(dossier) if plek.id == rij), None)
    if plek is None:
        return None
    voorstel = urenvoorstel_of(dossier, plek, work.clock.today())
    return Werkplekstand(tuple(_zinnen(work, dossier, plek)), voorstel)


def voorstel_in_words(voorstel: Urenvoorstel) -> str:
    """Hours a week over whole weeks, to be checked with who was there."""
    return text(
        "uitvoering.werkplek.voorstel",
        per_week=uur(voorstel.per_week),
        van=in_words(voorstel.van),
        tot=in_words(voorstel.tot),
        aantal=uur(voorstel.aantal),
    )


def uur(aantal: Decimal) -> str:
    """A number of hours as people write it."""
    return in_figures(f"{aantal.normalize():f}")


def afspraken_to_choose(dossier: Dossier) -> list[tuple[str, str]]:
    """The agreements that a place can be: the id and what was agreed."""
    zonder = text("uitvoering.werkplek.zonder_tekst")
    return [(a.id, a.wat.strip() or zonder) for doel in doelen_of(dossier) for a in doel.afspraken]


def _zinnen(work: Workspace, dossier: Dossier, plek: Werkplek) -> Iterator[str]:
    yield from _wensen(work, dossier)
    if plek.is_taalarm:
        yield text("uitvoering.werkplek.taalarm")
    uren, laatst = geschreven(dossier, plek.id)
    if laatst is not None:
        yield text("uitvoering.werkplek.geschreven", aantal=uur(uren), datum=in_words(laatst))


def _wensen(work: Workspace, dossier: Dossier) -> Iterator[str]:
    formulieren = work.data.formulieren
    for naam in _WENSEN:
        gegeven = antwoord_of(formulieren, dossier, naam) if naam in formulieren.vragen else None
        if gegeven and gegeven.staat == Staat.BEANTWOORD and gegeven.waarde:
            yield samenvatting_of(formulieren.vragen[naam], gegeven.waarde)
