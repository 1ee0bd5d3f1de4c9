"""A PIP without the person: calls on different days, with a warning in between (Wet 14(1)-(2))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.controle import calls_in_vain
from intake_assistant.domain.recht.leerroute import has_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

_REDEN: Final = BESCHIKKING.of("onvolledig_reden")


def oordeel_over_afwezigheid(zaak: Zaak) -> Iterator[Oordeel]:
    """Whether a besluit may say that the person did not come or did not cooperate."""
    if not has_waarde(zaak.concept.get("onvolledig_reden")):
        return
    if not calls_in_vain(zaak.oproepen, zaak.getal("intake.max_oproepen"), zaak.dagtekening):
        yield Oordeel("Wet 14(2)", _REDEN, Reden.AFWEZIG_ZONDER_OPROEPEN)
