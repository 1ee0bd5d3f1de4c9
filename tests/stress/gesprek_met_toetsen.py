"""A whole short conversation by keys alone, as a screen reader is told of it; what the vault then holds."""

from __future__ import annotations

import re
from pathlib import Path

from tests.stress.lezer import Lezer

NAAM = "Toetsema"
NOTITIE = "Alles met toetsen gedaan."
MADE = {"gesprek.afgerond", "taalniveau.aanspreeknaam@inburgeraar", "notitie[taalniveau.verhaal]"}
"""What the vault must hold of it."""
_MOST, _IDS = 60, re.compile(r"^gesprek\[\w+\]")


def reach(lezer: Lezer, naam: str) -> None:
    """Tab until the keyboard is on what is called so."""
    for _ in range(_MOST):
        if lezer.plek is not None and lezer.plek.naam == naam:
            return
        lezer.move("Tab")
    raise RuntimeError(f"Tab does not come to {naam}, but last to {lezer.plek}")


def converse(lezer: Lezer) -> None:
    """A new dossier, a conversation with an answer, a page further and a note, rounded off."""
    lezer.move("ctrl+n")
    reach(lezer, "Achternaam")
    lezer.type(NAAM)
    reach(lezer, "Dossier maken")
    arrive(lezer, "Return", "Overzicht")
    reach(lezer, "Naar het gesprek")
    arrive(lezer, "Return", "Gesprek")
    reach(lezer, "Gesprek beginnen")
    lezer.move("Return")
    lezer.settle()
    lezer.move("alt+Down")
    lezer.settle()
    lezer.type(NAAM)
    lezer.move("alt+Down")
    lezer.settle()
    lezer.move("ctrl+t")
    lezer.type(NOTITIE)
    lezer.move("alt+a")
    lezer.settle()
    lezer.key("ctrl+Return")
    lezer.settle()


def arrive(lezer: Lezer, key: str, zin: str) -> None:
    """A key that goes somewhere, which is told."""
    sinds = len(lezer.gezegd)
    lezer.move(key)
    if not lezer.hears(zin, sinds):
        raise RuntimeError(f"not told of {zin}, but of {lezer.gezegd[sinds:]}")
    lezer.settle()


def kept(home: Path) -> set[str]:
    """The subjects of what the vault holds of it."""
    from intake_assistant.operations.vault.kluis import open_workspace
    from intake_assistant.operations.workspace import FixedClock
    from tests.ui.gevuld import DATA, VANDAAG, WACHTZIN

    (vault,) = home.glob("*.intake")
    work = open_workspace(vault, WACHTZIN, FixedClock(VANDAAG), bytes, DATA)
    try:
        (dossier,) = (
            one for one in work.vault.dossiers() if NAAM in str(work.vault.dossier(one).fields("inburgeraar"))
        )
        return {_IDS.sub("gesprek", entry.header.subject) for entry in work.vault.entries(dossier)}
    finally:
        work.vault.close()
