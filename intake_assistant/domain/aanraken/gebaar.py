"""What the person says beside an answer: stop, once more, I do not understand. A right, never a measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import ANTWOORD, GEBAAR

STOP, NOG_EEN_KEER, NIET_BEGREPEN = "stop", "nog_een_keer", "niet_begrepen"
GEBAREN: Final = (NIET_BEGREPEN, NOG_EEN_KEER, STOP)
ANDERE_WOORDEN: Final = 2
"""Not understood so often, a question deserves other words."""
_ONDERWERP: Final = "informatie."


@dataclass(frozen=True, slots=True)
class Gebaar:
    """One touch: at which question or topic, in which conversation, and when."""

    over: str
    wat: str
    gesprek: str
    op: str

    @property
    def onderwerp(self) -> str:
        """The topic that was told; empty when it was a question."""
        return self.over.removeprefix(_ONDERWERP) if self.over.startswith(_ONDERWERP) else ""


def over_onderwerp(onderwerp: str) -> str:
    """What a touch at a topic that is told is about."""
    return f"{_ONDERWERP}{onderwerp}"


def gebaren_of(dossier: Dossier) -> list[Gebaar]:
    """All that was touched, in the order in which it was."""
    return sorted(_read(dossier), key=lambda gebaar: gebaar.op)


def _read(dossier: Dossier) -> Iterator[Gebaar]:
    for over in dossier.row_ids(GEBAAR.lijst()):
        for rij in dossier.row_ids(GEBAAR.lijst(over)):
            leaf = dossier.leaf(GEBAAR.of(over, rij))
            wat = str((leaf.value or {}).get("waarde", "")) if leaf else ""
            if leaf and wat in GEBAREN:
                yield Gebaar(over, wat, leaf.gesprek, leaf.vastgelegd_op)


def niet_begrepen(dossier: Dossier) -> Counter[str]:
    """How often each question was not understood since it was answered last."""
    found: Counter[str] = Counter()
    for gebaar in gebaren_of(dossier):
        if gebaar.wat == NIET_BEGREPEN and gebaar.op > _answered_on(dossier, gebaar.over):
            found[gebaar.over] += 1
    return found


def _answered_on(dossier: Dossier, vraag: str) -> str:
    leaf = dossier.leaf(ANTWOORD.of(vraag, "inburgeraar"))
    return leaf.vastgelegd_op if leaf and (leaf.value or {}).get("waarde") else ""
