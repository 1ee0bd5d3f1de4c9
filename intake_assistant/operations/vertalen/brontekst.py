"""One Dutch text that a translator is given, with what there is to know about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter

from intake_assistant.texts import catalogue_of, is_text, text


@dataclass(frozen=True, slots=True)
class Brontekst:
    """A text by its place; `meervoud` when it counts something; `uitleg`: where it stands and who says it."""

    plek: str
    nl: str
    bestand: str
    uitleg: str
    meervoud: str = ""
    van_staf: bool = False
    """Whether only the staff reads it: a gap speaks for itself there, where nothing is told of it."""

    @property
    def catalogus(self) -> str:
        """The catalogue it belongs to."""
        return catalogue_of(self.plek)

    @property
    def vormen(self) -> tuple[str, ...]:
        """The text, or the singular and the plural."""
        return (self.nl, self.meervoud) if self.meervoud else (self.nl,)

    @property
    def opmerkingen(self) -> tuple[str, ...]:
        """For the translator: where it stands, and what each gap holds."""
        velden = sorted(set().union(*(velden_van(vorm) for vorm in self.vormen)))
        verteld = (veld for veld in velden if not self.van_staf or is_text(f"vertalen.veld.{veld}"))
        return self.uitleg, *(f"{{{veld}}}: {text(f'vertalen.veld.{veld}')}" for veld in verteld)


def velden_van(tekst: str) -> frozenset[str]:
    """The gaps of a text by name; ValueError when a brace stands alone."""
    return frozenset(naam for _, naam, _, _ in Formatter().parse(tekst) if naam is not None)


def kort(tekst: str, meest: int = 80) -> str:
    """A text on one line, to be named beside another."""
    regel = re.sub(r"\s+", " ", tekst).strip()
    return regel if len(regel) <= meest else f"{regel[: meest - 1].rstrip()}…"
