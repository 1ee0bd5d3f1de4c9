"""The screens there are, in the order of the bar on the left."""

from __future__ import annotations

from typing import Final

from intake_assistant.ui.context import Scherm
from intake_assistant.ui.dossiers import Dossiers
from intake_assistant.ui.instellingen import Instellingen

# A screen that is named here and cannot be imported stops the program: nothing is left out in silence.
SCHERMEN: Final[tuple[type[Scherm], ...]] = (
    Dossiers,
    Instellingen,
)
