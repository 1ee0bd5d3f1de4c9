"""An examination with an instrument: what somebody can do by it, beside what was told."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import ONDERZOEK
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

INSTRUMENTEN: Final = "instrumenten"
"""The list of the forms that names them."""
KON_LEZEN: Final = ("ja", "met_hulp", "nee")
"""Whether somebody could read the questions: who could not was not measured."""
VERSCHILLEN: Final = ("geen", "klein", "groot")
"""How what came out differs from what was told; a great one asks to be spoken of."""


def te_bespreken(dossier: Dossier) -> list[str]:
    """The ids of those that say something else than was told, and were not spoken of."""
    return [
        rij
        for rij, velden in gevulde_rijen(dossier, ONDERZOEK)
        if velden.get("verschil") == "groot" and not velden.get("besproken_op")
    ]
