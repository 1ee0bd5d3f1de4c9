"""Case files for tests: one short, those written from the contract alone, and a way to play them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from intake_assistant.operations.workspace import FixedClock, Workspace
from tests.gespeeld import play_once

DATA = Path(__file__).parents[1] / "data"
CASES = sorted((DATA / "cases").glob("*.toml"))
BROKEN = sorted((DATA / "broken").glob("*.toml"))
CONTRACT = sorted((DATA / "contract").glob("*.toml"))
# A complete intake without BSN, set on 28 December 2026.
COMPLEET = (DATA / "contract" / "gezinsmigrant_alleen_kennisgeving.toml").read_text(encoding="utf-8")
# An asylum case, B1-route with everything, later Z-route.
ALLES = (DATA / "contract" / "alle_sleutels.toml").read_text(encoding="utf-8")

KORT = """formaat = 1
titel = "Kort"

[inburgeraar]
voornamen = "Omar"
achternaam = "Haddad"
doelgroep = "asielstatushouder"
spreektaal = "ar"

[procedure]
kennisgeving_duo = 2026-03-02

[[gesprek]]
datum = 2026-03-05
vorm = "azc"
taal = "ar"
    [gesprek.antwoorden.taalniveau]
    nl_lezen = "a1"
"""

# What each later besluit says of itself.
OPNIEUW = {
    "motivering": "Wij hebben opnieuw naar het plan gekeken, omdat er iets anders is dan wij eerst dachten.",
    "zienswijze": "Mevrouw is het ermee eens.",
    "ondertekenaar": {
        "naam": "M. de Boer",
        "functie": "teammanager",
        "mandaat": "Mandaatbesluit 2025, art. 4",
    },
}


def play(work: Workspace, case: str | Path, naam: str = "casus.toml") -> str:
    """Play a case given as text or as a file; returns the dossier id."""
    if isinstance(case, Path):
        return play_once(work, case.read_bytes(), case.name)
    return play_once(work, case.encode(), naam)


def on(work: Workspace, day: str) -> Workspace:
    """The same workspace on another day."""
    return replace(work, clock=FixedClock(datetime.date.fromisoformat(day)))


def changed(case: str, *pairs: tuple[str, str]) -> str:
    """The case with pieces of its text replaced; a piece that is not there is a mistake of the test."""
    for old, new in pairs:
        assert old in case, old
        case = case.replace(old, new, 1)
    return case
