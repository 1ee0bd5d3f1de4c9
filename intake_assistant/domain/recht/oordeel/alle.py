"""All that the law says of a PIP, in the order in which a jurist asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from intake_assistant.domain.recht.oordeel.afwezig import oordeel_over_afwezigheid
from intake_assistant.domain.recht.oordeel.bijstand import oordeel_over_bijstand
from intake_assistant.domain.recht.oordeel.college import oordeel_over_college
from intake_assistant.domain.recht.oordeel.dagen import oordeel_over_dagen
from intake_assistant.domain.recht.oordeel.niveau import oordeel_over_niveau
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.persoon import leeftijdsdagen, oordeel_over_persoon
from intake_assistant.domain.recht.oordeel.route import oordeel_over_route
from intake_assistant.domain.recht.oordeel.samenhang import oordeel_over_samenhang
from intake_assistant.domain.recht.oordeel.toets import oordeel_over_toets
from intake_assistant.domain.recht.oordeel.uren import oordeel_over_uren
from intake_assistant.domain.recht.oordeel.wijziging.gronden import oordeel_over_wijziging
from intake_assistant.domain.recht.oordeel.zaak import Zaak

type Oordeelaar = Callable[[Zaak], Iterator[Oordeel]]

ALLE: Final[tuple[Oordeelaar, ...]] = (
    oordeel_over_college,
    oordeel_over_persoon,
    oordeel_over_wijziging,
    oordeel_over_dagen,
    oordeel_over_afwezigheid,
    oordeel_over_toets,
    oordeel_over_route,
    oordeel_over_niveau,
    oordeel_over_uren,
    oordeel_over_bijstand,
    oordeel_over_samenhang,
)


def beoordeel(zaak: Zaak) -> tuple[Oordeel, ...]:
    """Every judgement on this PIP, all at once (Awb 3:2)."""
    return tuple(oordeel for oordeelaar in ALLE for oordeel in oordeelaar(zaak))


def wisseldagen_of(zaak: Zaak) -> Iterator[date]:
    """The days on which a judgement changes by itself, while there is no dagtekening."""
    yield from leeftijdsdagen(zaak)
    if zaak.persoon.einde_plicht is not None and zaak.persoon.einde_plicht < date.max:
        yield zaak.persoon.einde_plicht + timedelta(days=1)
    plicht, brp = zaak.begin_inburgeringsplicht, zaak.inschrijving_brp
    dagen = (plicht, zaak.kennisgeving_duo, brp, zaak.toets.datum, *zaak.gesprekken)
    dagen += tuple(oproep.datum for oproep in zaak.oproepen)
    dagen += tuple(wie.van for wie in zaak.ondertekenaars)
    yield from (dag for dag in dagen if dag is not None)
    # Till the end of these something may still come, or be done.
    einden = (*(o.termijn_tot for o in zaak.oproepen), *(wie.tot for wie in zaak.ondertekenaars))
    yield from (dag + timedelta(days=1) for dag in einden if dag is not None and dag < date.max)
    yield from (r.geldig_van for r in zaak.regels.regels if r.geldig_van.year == zaak.vandaag.year)
