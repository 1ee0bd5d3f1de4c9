"""How far a language is translated, by subject; and who checked it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, get_args

from intake_assistant.operations.vertalen.brontekst import Brontekst
from intake_assistant.texts import Nazicht, Stand, Taal, form_text

STANDEN: Final[tuple[Stand, ...]] = get_args(Stand)


@dataclass(frozen=True, slots=True)
class Dekking:
    """Of one language: how many texts stand how, by subject; who checked how many of them."""

    taal: Taal
    onderwerpen: dict[str, Counter[str]]
    nagezien: Counter[Nazicht]

    @property
    def totaal(self) -> Counter[str]:
        """All subjects together."""
        return sum(self.onderwerpen.values(), Counter[str]())

    @property
    def vertaald(self) -> int:
        """How many texts say something in the language."""
        return self.totaal.total() - self.totaal["ontbreekt"]


@dataclass(frozen=True, slots=True)
class Keuring:
    """What was found in a language; without a count when its folder could not be read."""

    code: str
    dekking: Dekking | None
    staf: Dekking | None
    """What the staff reads; nothing where a language does not serve them."""
    fouten: tuple[str, ...]


def dekking_of(taal: Taal, bronnen: Iterable[Brontekst]) -> Dekking:
    """Count what stands in the catalogues of a language."""
    onderwerpen: dict[str, Counter[str]] = {}
    nagezien = Counter[Nazicht]()
    for bron in bronnen:
        gevonden = form_text(taal.code, bron.plek, bron.nl)
        onderwerpen.setdefault(bron.catalogus, Counter())[gevonden.stand] += 1
        if gevonden.door is not None:
            nagezien[gevonden.door] += 1
    return Dekking(taal, onderwerpen, nagezien)
