"""Who plays: the invented regievoerder, with vault and passphrase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.demo.klok import Klok
from intake_assistant.domain.ports import Randomness
from intake_assistant.texts import text

KLUIS = "demo"


@dataclass(frozen=True)
class Rol:
    """What is typed that no case says."""

    naam: str
    gemeente: str
    wachtzin: str
    klok: Klok
    kluis: str = KLUIS


def make_rol(casus: Mapping[str, Any], klok: Klok, random: Randomness) -> Rol:
    """The role for a case; the passphrase is new each time."""
    woorden = text("demo.woorden").split()
    wachtzin = " ".join(woorden[byte % len(woorden)] for byte in random(6))
    woonplaats = str(casus.get("inburgeraar", {}).get("woonplaats", ""))
    return Rol(text("demo.naam"), woonplaats or text("demo.gemeente"), wachtzin, klok)
