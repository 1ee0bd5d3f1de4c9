"""Whether this person has to inburgeren at all, and in which group (Wet 3, 13 and 19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from intake_assistant.domain.kinds import PERSOON
from intake_assistant.domain.recht.einde import EINDE_OP
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.termijn import termijn_maanden

_GEBOORTE: Final = PERSOON.of("geboortedatum")
_DOELGROEP: Final = PERSOON.of("doelgroep")
_VERSCHILLEN: Final = "conflicten"


def oordeel_over_persoon(zaak: Zaak) -> Iterator[Oordeel]:
    """Age, nationality, group and the end of the plicht, on the dagtekening; and what is said two ways."""
    if zaak.tegenspraak:
        # What two laptops say differently counts as unknown, and the unknown forbids nothing.
        yield Oordeel("Awb 3:2", _VERSCHILLEN, Reden.TEGENSPRAAK, soort=Soort.ONTBREEKT)
    yield from _leeftijd(zaak)
    yield from _nationaliteit(zaak)
    yield from _doelgroep(zaak)
    yield from _einde(zaak)


def leeftijdsdagen(zaak: Zaak) -> Iterator[date]:
    """The days on which the plicht begins and ends by age."""
    if zaak.persoon.geboren is not None:
        vroegst, laatst = zaak.persoon.geboren
        yield _reached(vroegst, zaak.getal("leeftijd.min") * 12)
        yield _aow_op(zaak, laatst)


def _aow_op(zaak: Zaak, geboren: date) -> date:
    """The first day on which somebody has the age of the AOW as it was then; a later rise gives none back."""
    found = [
        op
        for regel in zaak.regels.door_de_jaren("leeftijd.aow")
        for op in (max(_reached(geboren, int(str(regel.waarde))), regel.geldig_van),)
        if regel.geldig_tot is None or op <= regel.geldig_tot
    ]
    return min(found, default=date.max)


def _leeftijd(zaak: Zaak) -> Iterator[Oordeel]:
    geboren, dag = zaak.persoon.geboren, zaak.dagtekening
    if geboren is None:
        yield Oordeel("Wet 3(1)", _GEBOORTE, Reden.LEEFTIJD_ONBEKEND, soort=Soort.LET_OP)
        return
    vroegst, laatst = geboren
    minst = zaak.getal("leeftijd.min")
    if dag < _reached(vroegst, minst * 12):
        yield Oordeel("Wet 3(1)", _GEBOORTE, Reden.TE_JONG, {"leeftijd": str(minst)})
    elif dag < _reached(laatst, zaak.getal("leeftijd.meerderjarig") * 12):
        yield Oordeel("Wet 4(1)(c)", _GEBOORTE, Reden.MINDERJARIG, soort=Soort.LET_OP)
    if dag >= _aow_op(zaak, laatst):
        yield Oordeel("Wet 3(1)", _GEBOORTE, Reden.AOW)


def _nationaliteit(zaak: Zaak) -> Iterator[Oordeel]:
    zonder = zaak.regel("nationaliteit.zonder_plicht")
    if isinstance(zonder, list | tuple) and zaak.persoon.nationaliteit in zonder:
        yield Oordeel("Wet 3(2)(a)", PERSOON.of("nationaliteit"), Reden.NATIONALITEIT)


def _doelgroep(zaak: Zaak) -> Iterator[Oordeel]:
    groep, titel = zaak.persoon.doelgroep, zaak.persoon.verblijfstitel
    if not groep:
        yield Oordeel("Wet 13(1)", _DOELGROEP, Reden.GEEN_DOELGROEP, soort=Soort.ONTBREEKT)
    elif groep != ASIELSTATUSHOUDER and titel == "asiel":
        # Family with a regular permit may be asielstatushouder; who holds an asylum permit is never else.
        yield Oordeel("Wet 13(1)", _DOELGROEP, Reden.DOELGROEP_EN_TITEL)


def _einde(zaak: Zaak) -> Iterator[Oordeel]:
    einde = zaak.persoon.einde_plicht
    if einde is not None and zaak.dagtekening > einde:
        yield Oordeel("Wet 3", EINDE_OP, Reden.PLICHT_VOORBIJ, {"op": einde.isoformat()})
    elif zaak.persoon.zonder_plicht and einde is None:
        yield Oordeel("Wet 3", EINDE_OP, Reden.DUO_GEEN_PLICHT)


def _reached(geboren: date, maanden: int) -> date:
    """The first day on which somebody is so many months old."""
    return termijn_maanden(geboren, maanden) + timedelta(days=1)
