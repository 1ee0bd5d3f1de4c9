"""The families of texts of dossiers that may be of one person (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.operations.views.dubbel.vergelijken import Veldoordeel

DUBBEL: Final[dict[str, str | Iterable[str]]] = {
    "cli.dubbel_stand_{}": Koppeling,
    "dossier.code.koppeling.{}": "geen_dubbel los zelfde_persoon",
    "dubbel.bij_dossier_{}": "mogelijk zeker zelfde",
    "dubbel.oordeel_{}": Veldoordeel,
    "dubbel.stand_{}": Koppeling,
    "dubbel.vastgelegd_{}": "geen_dubbel los zelfde_persoon",
}
