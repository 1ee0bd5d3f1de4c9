"""Yes and no, of equal weight: two large choices beside each other, none of them marked beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from intake_assistant.operations.words.gedeeld import Gedeeldekeuze
from intake_assistant.operations.words.voorlezen import SLECHTST
from intake_assistant.texts import Stand, Taal, Vertaling, form_text, text

JA, NEE = "ja", "nee"
_BEELDEN: Final = {JA: "ja.svg", NEE: "nee.svg"}


def ja_nee(taal: Taal, over: str, *, met_woorden: bool = True) -> tuple[Gedeeldekeuze, ...]:
    """The two choices on a page, by codes that no question has; a language without the words has pictures."""
    woorden = {JA: eigen(taal, "gedeeld.ja"), NEE: eigen(taal, "gedeeld.nee")}
    is_heel = met_woorden and all(een.stand != "ontbreekt" for een in woorden.values())
    return tuple(
        Gedeeldekeuze(f"{over}.{code}", "", woord.tekst if is_heel else "", _BEELDEN[code])
        for code, woord in woorden.items()
    )


def eigen(taal: Taal, sleutel: str) -> Vertaling:
    """A text of the shared side itself, in a language."""
    return form_text(taal.code, sleutel, text(sleutel))


def weakest(standen: Iterable[Stand]) -> Stand:
    """What a page is worth that has texts of these."""
    return min(standen, key=SLECHTST.index, default="gecontroleerd")
