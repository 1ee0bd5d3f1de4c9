"""What is wrong in a translation, as a machine can see it; whether it says the same, only a reader can."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.documents.tekens import covered_by
from intake_assistant.domain.leesrichting import ISOLATES, OMKERINGEN
from intake_assistant.operations.vertalen.brontekst import Brontekst, velden_van
from intake_assistant.operations.vertalen.woordenlijst import Term
from intake_assistant.texts import Taal, text

_GAT: Final = re.compile(r"\{\w+\}")
_OPMAAK: Final = re.compile(r"</?\w[^>]*>|&\w+;|\*\*|__|`")
# Spaces that end a line, and the two joiners that Arabic letters take: no font needs to draw them.
_ONGETEKEND: Final = frozenset("\n\t\u200c\u200d")
_LANG, _KEER = 40, 3


@dataclass(frozen=True, slots=True)
class Vertaalfout:
    """What is wrong, and with which text."""

    plek: str
    soort: str
    wat: str

    @property
    def tekst(self) -> str:
        """The fault in words."""
        return text(f"vertalen.fout.{self.soort}", plek=self.plek, wat=self.wat)


class Vertaaltoets:
    """Looks over the texts of one language."""

    def __init__(self, taal: Taal, termen: Iterable[Term]) -> None:
        self._tekens = covered_by(taal.lettertypen) | _ONGETEKEND
        self._termen = tuple(termen)
        self._looks: tuple[tuple[str, Callable[[str, str], str]], ...] = (
            ("opmaak", _opmaak),
            ("richting", _richting),
            ("teken", self._teken),
            ("lengte", _lengte),
            ("woordenlijst", self._woordenlijst),
        )

    def fouten_in(self, bron: Brontekst, vormen: Iterable[str]) -> Iterator[Vertaalfout]:
        """What is wrong with a translation, each form of a plural for itself."""
        for nummer, vorm in enumerate(vormen):
            dutch = bron.vormen[min(nummer, len(bron.vormen) - 1)]
            # A form that is only for one, or for two, may say the number as a word.
            if wat := _velden(dutch, vorm, {"aantal"} if bron.meervoud else set()):
                yield Vertaalfout(bron.plek, "velden", wat)
            for soort, look in self._looks:
                if wat := look(dutch, vorm):
                    yield Vertaalfout(bron.plek, soort, wat)

    def _teken(self, _: str, vorm: str) -> str:
        return " ".join(sorted(f"{teken} (U+{ord(teken):04X})" for teken in set(vorm) - self._tekens))

    def _woordenlijst(self, dutch: str, vorm: str) -> str:
        # The name of a gap is no word that anybody reads.
        woorden = _GAT.sub(" ", dutch)
        af = [term for term in self._termen if term.is_in(woorden) and not term.is_kept(vorm)]
        return ", ".join(f"{term.nl} = {term.vertaling}" for term in af)


def _velden(dutch: str, vorm: str, los: set[str]) -> str:
    try:
        anders = velden_van(dutch) ^ velden_van(vorm)
    except ValueError as error:
        return str(error)
    return ", ".join(sorted(f"{{{veld}}}" for veld in anders - los))


def _opmaak(dutch: str, vorm: str) -> str:
    return " ".join(sorted(set(_OPMAAK.findall(vorm)) - set(_OPMAAK.findall(dutch))))


def _richting(_: str, vorm: str) -> str:
    tekens = set(ISOLATES.findall(vorm)) | (set(vorm) & set(OMKERINGEN))
    return " ".join(sorted(f"U+{ord(teken):04X}" for teken in tekens))


def _lengte(dutch: str, vorm: str) -> str:
    if len(vorm) <= _LANG or len(vorm) <= _KEER * len(dutch):
        return ""
    return f"{len(vorm)} / {len(dutch)}"
