"""Each ground of a later besluit with what the law asks of it; a ground that is not here is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from intake_assistant.domain.recht.besluit import (
    AFSCHALEN,
    HERZIENING,
    KENNELIJKE_FOUT,
    SCHAKELEN,
    VERHUIZING,
)
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.wijziging.afschalen import oordeel_over_afschalen
from intake_assistant.domain.recht.oordeel.wijziging.herziening import oordeel_over_herziening
from intake_assistant.domain.recht.oordeel.wijziging.kennelijke_fout import oordeel_over_kennelijke_fout
from intake_assistant.domain.recht.oordeel.wijziging.schakelen import oordeel_over_schakelen
from intake_assistant.domain.recht.oordeel.wijziging.vergelijking import oordeel_over_niveaus
from intake_assistant.domain.recht.oordeel.wijziging.verhuizing import (
    oordeel_over_eerder_pip,
    oordeel_over_verhuizing,
)
from intake_assistant.domain.recht.oordeel.zaak import Zaak

GROND: Final = "beschikking.grond"
"""Where a ground would be mended: it is chosen with the new besluit."""

type Poort = Callable[[Zaak], Iterator[Oordeel]]

POORTEN: Final[Mapping[str, Poort]] = {
    SCHAKELEN: oordeel_over_schakelen,
    AFSCHALEN: oordeel_over_afschalen,
    VERHUIZING: oordeel_over_verhuizing,
    HERZIENING: oordeel_over_herziening,
    KENNELIJKE_FOUT: oordeel_over_kennelijke_fout,
}


def oordeel_over_wijziging(zaak: Zaak) -> Iterator[Oordeel]:
    """What the ground of a later besluit asks; of a first one only what a PIP elsewhere asks."""
    if zaak.eerste:
        yield from oordeel_over_eerder_pip(zaak)
        return
    poort = POORTEN.get(zaak.grond)
    if poort is None:
        yield Oordeel("Besl 5.3(6)", GROND, Reden.GEEN_GROND, {"grond": zaak.grond})
        return
    yield from poort(zaak)
    yield from oordeel_over_niveaus(zaak)
