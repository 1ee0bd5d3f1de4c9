"""Who may sign for the college, as the settings of this vault say it."""

from __future__ import annotations

import json
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.recht.oordeel.zaak import Tekenbevoegde
from intake_assistant.operations.workspace import Workspace

INSTELLING: Final = "gemeente.ondertekenaars"
DELEN: Final = ("naam", "functie", "mandaat", "van", "tot")
"""Of each: the parts of a row, the last two days in ISO."""


def ondertekenaars_of(work: Workspace) -> tuple[Tekenbevoegde, ...]:
    """Who may sign and when; none where nobody said so."""
    return tuple(
        Tekenbevoegde(
            naam=rij["naam"],
            functie=rij.get("functie", ""),
            mandaat=rij.get("mandaat", ""),
            van=read_date(rij.get("van")),
            tot=read_date(rij.get("tot")),
        )
        for rij in rijen_of(work)
        if rij.get("naam")
    )


def rijen_of(work: Workspace) -> list[dict[str, str]]:
    """The rows as they were typed, with the dates in ISO."""
    kept = work.vault.setting(INSTELLING)
    return [{deel: str(rij.get(deel, "")) for deel in DELEN} for rij in json.loads(kept)] if kept else []
