"""A version of the ontwikkelplan decides nothing: an element of the PIP in it needs a besluit (Wet 15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import AFSCHALEN, HERZIENING, SCHAKELEN, VERHUIZING
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden

_VAN_HET_PLAN: Final = ("dagtekening", "motivering", "bekendgemaakt_op")
_GRONDEN: Final = {
    "leerroute": SCHAKELEN, "zroute": SCHAKELEN, "uitzondering": SCHAKELEN,
    "uitzondering_soort": SCHAKELEN,
    "niveau": AFSCHALEN, "niveau_per_onderdeel": AFSCHALEN, "uren": AFSCHALEN, "inspanning": AFSCHALEN,
    "inschrijving_brp": VERHUIZING,
}  # fmt: skip


def oordeel_over_ontwikkelplan(velden: Mapping[str, object]) -> Iterator[Oordeel]:
    """Every element of a besluit that somebody wants to change with a version of the plan."""
    for sleutel in dict.fromkeys(sleutel.partition(".")[0] for sleutel in velden):
        if sleutel not in _VAN_HET_PLAN:
            feiten = {"grond": _GRONDEN.get(sleutel, HERZIENING)}
            yield Oordeel("Wet 15", BESCHIKKING.of(sleutel), Reden.HOORT_IN_BESLUIT, feiten)
