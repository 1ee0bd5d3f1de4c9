"""The families of texts of dossiers that may be of one person (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.dubbel.koppeling import Koppeling

DUBBEL: Final[dict[str, str | Iterable[str]]] = {
    "cli.dubbel_stand_{}": Koppeling,
}
