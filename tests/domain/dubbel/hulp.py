"""Invented people in the many spellings of their names, and what is expected of each pair."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from intake_assistant.domain.dubbel.signalement import Signalement, typed_signalement

NAMEN = Path(__file__).parents[2] / "data/namen.txt"


class Proef(NamedTuple):
    """One line of the table."""

    herkomst: str
    is_zelfde: bool
    een: Signalement
    ander: Signalement
    regel: str


def person(voornamen: str, achternaam: str = "", geboren: str = "", land: str = "") -> Signalement:
    """Somebody by what stands in the table; a birthday of four figures is a year."""
    veld = "geboortejaar" if len(geboren) == 4 else "geboortedatum"
    told = {"voornamen": voornamen, "achternaam": achternaam, veld: geboren, "nationaliteit": land}
    return typed_signalement(told)


def table() -> Iterator[Proef]:
    """Every pair of the table."""
    herkomst = ""
    for line in NAMEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            herkomst = line.strip("[]")
        elif line and not line.startswith("#"):
            said, een, ander = line.split(";")
            yield Proef(herkomst, said.strip() == "ja", _read(een), _read(ander), line)


def _read(half: str) -> Signalement:
    return person(*(part.strip() for part in half.split(",")))
