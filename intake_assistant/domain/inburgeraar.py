"""The person: the fields of the case file (contract 2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from intake_assistant.dates import EERSTE_JAAR
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BEHEER, PERSOON

VOORBEELD: Final = BEHEER.of("voorbeeld")
"""Says `ja` of a dossier that was made to look around in, about nobody."""

# Field -> the codes it may hold; empty where it is free or checked elsewhere (contract 2).
VELDEN: Final[Mapping[str, tuple[str, ...]]] = {
    "voornamen": (),
    "achternaam": (),
    "geboortedatum": (),
    "geboortejaar": (),
    "geslacht": ("vrouw", "man", "x", "onbekend"),
    "bsn": (),
    "v_nummer": (),
    "nationaliteit": (),
    "doelgroep": ("asielstatushouder", "gezinsmigrant", "overige_migrant"),
    "verblijfstitel": ("asiel", "regulier"),
    "spreektaal": (),
    "leestaal": (),
    "adres": (),
    "postcode": (),
    "woonplaats": (),
    "telefoon": (),
    "email": (),
    "begin_inburgeringsplicht": (),
}


def is_v_nummer(waarde: str) -> bool:
    """Whether it is written as a V-nummer: ten figures."""
    return len(waarde) == 10 and waarde.isascii() and waarde.isdecimal()


def is_ander_v_nummer(eigen: str, genoemd: str) -> bool:
    """Whether two V-nummers are of two persons; blanks do not matter, and an empty one says nothing."""
    mijn, dat = ("".join(waarde.split()) for waarde in (eigen, genoemd))
    return bool(mijn and dat) and mijn != dat


def is_geboortejaar(waarde: str, vandaag: date) -> bool:
    """Whether somebody who is alive can have been born in that year."""
    return waarde.isdecimal() and EERSTE_JAAR <= int(waarde) <= vandaag.year


def inburgeraar_of(dossier: Dossier) -> dict[str, str]:
    """The current facts about the person, as texts."""
    return {naam: str(waarde) for naam, waarde in dossier.fields(PERSOON.lijst()).items() if waarde != ""}


def is_voorbeeld(dossier: Dossier) -> bool:
    """Whether it is the example of the first start, which holds nobody's life."""
    return bool(dossier.get(VOORBEELD) == "ja")


def geboortejaar(inburgeraar: Mapping[str, object]) -> int | None:
    """The year of birth, from the date or on its own."""
    for veld in ("geboortedatum", "geboortejaar"):
        begin = str(inburgeraar.get(veld, ""))[:4]
        if begin.isdecimal():
            return int(begin)
    return None
