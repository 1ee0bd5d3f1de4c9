"""Paying fixed costs for somebody for six months: for whom, how long, and what is taken over when.

Pw 56a; longer with consent or by besluit (Pw 57). Only for an asielstatushouder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER


class Ontzorgengebrek(StrEnum):
    """Why a period of ontzorgen cannot stand."""

    DOELGROEP = "doelgroep"
    ZONDER_REDEN = "zonder_reden"
    ANDERE_POST = "andere_post"
    VOOR_BEGIN = "voor_begin"


def gebreken_van(periode: Mapping[str, Any], doelgroep: str) -> Iterator[tuple[str, Ontzorgengebrek]]:
    """What cannot stand, each with the field it is in; a doelgroep that is not known forbids nothing."""
    if doelgroep not in ("", ASIELSTATUSHOUDER):
        yield "van", Ontzorgengebrek.DOELGROEP
    if periode.get("verlengd_tot") and not str(periode.get("reden", "")).strip():
        yield "verlengd_tot", Ontzorgengebrek.ZONDER_REDEN
    yield from _zelf(periode)


def _zelf(periode: Mapping[str, Any]) -> Iterator[tuple[str, Ontzorgengebrek]]:
    """What somebody pays alone since a day was paid for before, and not before that began."""
    zelf, begin = periode.get("zelf_sinds"), read_date(periode.get("van"))
    posten = periode.get("posten")
    for post, dag in zelf.items() if isinstance(zelf, Mapping) else ():
        sinds = read_date(dag)
        if isinstance(posten, list) and post not in posten:
            yield "zelf_sinds", Ontzorgengebrek.ANDERE_POST
        elif begin is not None and sinds is not None and sinds < begin:
            yield "zelf_sinds", Ontzorgengebrek.VOOR_BEGIN
