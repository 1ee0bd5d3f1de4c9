"""A lower level: in the B1-route only, after enough hours and enough effort (Wet 17(3), Besl 5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING, UREN
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.leerroute import Leerroute, has_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import NT2, gevolgd
from intake_assistant.domain.recht.oordeel.wijziging.vergelijking import lagere_delen
from intake_assistant.domain.recht.oordeel.zaak import Zaak

_URENBOEK: Final = UREN.lijst()


def oordeel_over_afschalen(zaak: Zaak) -> Iterator[Oordeel]:
    """The route, the hours in the ledger, the effort, and whether a level really goes down."""
    oud = {besluit.leerroute for besluit in zaak.geldend}
    if oud != {Leerroute.B} or zaak.leerroute != Leerroute.B:
        yield Oordeel("Wet 17(3)", BESCHIKKING.of("leerroute"), Reden.AFSCHALEN_BUITEN_B1)
        return
    yield from _uren(zaak)
    if not has_waarde(zaak.waarde("inspanning")):
        sleutel = BESCHIKKING.of("inspanning")
        yield Oordeel("Wet 17(3)", sleutel, Reden.GEEN_INSPANNING, soort=Soort.ONTBREEKT)
    if not lagere_delen(zaak):
        yield Oordeel("Wet 17(3)", BESCHIKKING.of("niveau_per_onderdeel"), Reden.NIET_LAGER)


def _uren(zaak: Zaak) -> Iterator[Oordeel]:
    """Only the ledger counts; what somebody writes beside it may not say something else (Besl 5.5(1))."""
    gevolgde = gevolgd(zaak.urenboek, NT2, zaak.dagtekening, bij_school=True)
    norm = zaak.getal("afschalen.uren")
    feiten = {"uren": f"{gevolgde.normalize():f}"}
    if gevolgde < norm:
        te_weinig = {**feiten, "norm": str(norm)}
        yield Oordeel("Besl 5.5(1)", _URENBOEK, Reden.TE_WEINIG_LESUREN, te_weinig)
    if has_waarde(zaak.waarde("uren")) and number_of(zaak.concept, "uren") != gevolgde:
        yield Oordeel("Besl 5.5(1)", _URENBOEK, Reden.UREN_ANDERS_DAN_URENBOEK, feiten)
