"""The leerbaarheidstoets: its result, or an ontheffing with its ground (Wet 14(3)(a), (5), (6))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

UITSLAGEN: Final = ("haalbaar", "niet_haalbaar")


def oordeel_over_toets(zaak: Zaak) -> Iterator[Oordeel]:
    """Whether what is said about the test can be true."""
    toets = zaak.toets
    if toets.status == "ontheffing" and not toets.ontheffing_grond.strip():
        vraag = "leerbaarheid.lbt_ontheffing_grond"
        yield Oordeel("Wet 14(6)", vraag, Reden.ONTHEFFING_ZONDER_GROND, soort=Soort.ONTBREEKT)
    if toets.status == "gedaan" and toets.uitslag not in UITSLAGEN:
        vraag = "leerbaarheid.lbt_uitslag"
        yield Oordeel("Wet 14(3)(a)", vraag, Reden.TOETS_ZONDER_UITSLAG, soort=Soort.ONTBREEKT)
    yield from _cesuur(zaak)


def _cesuur(zaak: Zaak) -> Iterator[Oordeel]:
    score, uitslag = zaak.toets.score, zaak.toets.uitslag
    if score is None or uitslag not in UITSLAGEN:
        return
    cesuur = zaak.getal("lbt.cesuur", zaak.toets.datum)
    if (score >= cesuur) is not (uitslag == "haalbaar"):
        feiten = {"score": str(score), "cesuur": str(cesuur)}
        yield Oordeel("Wet 14(5)", "leerbaarheid.lbt_score", Reden.SCORE_EN_UITSLAG, feiten)
