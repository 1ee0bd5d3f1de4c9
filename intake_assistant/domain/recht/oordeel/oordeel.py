"""One judgement: what is forbidden, missing or unwise, by which article, and which field mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from intake_assistant.domain.recht.oordeel.reden import Reden

LET_OP: Final = "let_op"
"""Of a concept the reasons to pass a let op, of a besluit the rows with what was passed and why."""


class Soort(StrEnum):
    """What a judgement does: all but a let op keep the PIP from being set. The order is that of refusing."""

    ONTBREEKT = "pip.incomplete"
    VERBODEN = "pip.unlawful"
    LET_OP = "let_op"


@dataclass(frozen=True, slots=True)
class Oordeel:
    """One judgement with its article (regel), the subject that mends it (vraag) and why (reden, a code).

    feiten are what the sentence of the reason names.
    """

    regel: str
    vraag: str
    reden: Reden
    feiten: Mapping[str, str] = field(default_factory=dict)
    soort: Soort = Soort.VERBODEN

    @property
    def sleutel(self) -> str:
        """Where in the concept somebody says why this let op is passed."""
        return f"{LET_OP}.{self.reden}.{self.vraag.rpartition('.')[2]}"

    @property
    def weigert(self) -> bool:
        """Whether the PIP cannot be set because of it; a let op is passed with a reason."""
        return self.soort is not Soort.LET_OP
