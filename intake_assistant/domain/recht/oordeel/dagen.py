"""The order of days: a besluit lies after what it rests on, and is not dated ahead (Awb 3:2, Besl 5.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING, PROCEDURE
from intake_assistant.domain.recht.leerroute import is_vergunninghouder
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

_KENNISGEVING: Final = PROCEDURE.of("kennisgeving_duo")
_BRP: Final = PROCEDURE.of("inschrijving_brp")
_DAGTEKENING: Final = BESCHIKKING.of("dagtekening")
_LBT: Final = "leerbaarheid.lbt_datum"


def oordeel_over_dagen(zaak: Zaak) -> Iterator[Oordeel]:
    """Kennisgeving, settling, test, last conversation, dagtekening and today in this order."""
    yield from _before(zaak, zaak.kennisgeving_duo, "Besl 5.3(1)", _KENNISGEVING, "kennisgeving")
    if is_vergunninghouder(zaak.persoon.doelgroep, zaak.persoon.verblijfstitel):
        yield from _before(zaak, zaak.inschrijving_brp, "Besl 5.3(1)", _BRP, "inschrijving")
    if zaak.toets.datum is not None and zaak.dagtekening < zaak.toets.datum:
        yield Oordeel("Wet 14(3)(a)", _LBT, Reden.TOETS_NA_DAGTEKENING, _day(zaak.toets.datum))
    laatste = max(zaak.gesprekken, default=None)
    if zaak.eerste and laatste is not None and zaak.dagtekening < laatste:
        yield Oordeel("Awb 3:2", _DAGTEKENING, Reden.GESPREK_NA_DAGTEKENING, _day(laatste))
    if zaak.dagtekening > zaak.vandaag:
        yield Oordeel("Awb 3:41", _DAGTEKENING, Reden.DAGTEKENING_IN_TOEKOMST)


def _before(zaak: Zaak, dag: date | None, regel: str, vraag: str, wat: str) -> Iterator[Oordeel]:
    if dag is None:
        yield Oordeel(regel, vraag, Reden(f"geen_{wat}"), soort=Soort.ONTBREEKT)
    elif zaak.dagtekening < dag:
        yield Oordeel(regel, vraag, Reden(f"{wat}_na_dagtekening"), _day(dag))


def _day(dag: date) -> dict[str, str]:
    return {"op": dag.isoformat()}
