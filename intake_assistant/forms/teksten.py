"""Reads the fixed legal texts of the PIP; every mistake in all files is told at once."""

import datetime
import re
from pathlib import Path
from string import Formatter
from typing import Any

from intake_assistant.domain.teksten import TEKSTVELDEN, Nagekeken, Tekst, Teksten
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, read_toml, tables_of

_KOLOMMEN: dict[str, type | tuple[type, ...]] = {
    "id": str, "geldig_van": datetime.date, "geldig_tot": datetime.date,
    "kop": str, "tekst": str, "clausule": str, "nagekeken": (str, dict),
}  # fmt: skip
_TABELLEN: dict[str, type | tuple[type, ...]] = {"tekst": list, "woorden": dict}
_NAGEKEKEN: dict[str, type | tuple[type, ...]] = {"naam": str, "functie": str, "datum": datetime.date}
_NIET = "nee"
_VERPLICHT = ("id", "geldig_van", "nagekeken")
_MET_VELDEN = ("kop", "tekst", "clausule")
_VELD = re.compile(r"[a-z_]+")


def load_teksten(folder: Path) -> Teksten:
    """Return all texts and words of a folder; KnownError form.invalid with every mistake."""
    fouten = Fouten()
    teksten: dict[str, list[Tekst]] = {}
    woorden: dict[str, dict[str, str]] = {}
    bestanden = sorted(folder.glob("*.toml"))
    for pad in bestanden:
        plaats = Plaats(pad.name)
        inhoud = check_kolommen(read_toml(pad, fouten) or {}, _TABELLEN, plaats, fouten)
        for ruw, waar in tables_of(inhoud, "tekst", "id", pad.name, fouten):
            _add(_read(ruw, waar, fouten), teksten, waar, fouten)
        for naam, lijst in inhoud.get("woorden", {}).items():
            woorden.setdefault(naam, {}).update(_words(lijst, Plaats(pad.name, "woorden", 0, naam), fouten))
    if not bestanden:
        fouten.meld(Plaats(folder.name), "bestand_ontbreekt", folder.name)
    fouten.raise_if_any()
    newest_first = {id: tuple(sorted(rows, key=_begin, reverse=True)) for id, rows in teksten.items()}
    return Teksten(newest_first, woorden)


def _begin(tekst: Tekst) -> datetime.date:
    return tekst.geldig_van


def _add(tekst: Tekst, teksten: dict[str, list[Tekst]], plaats: Plaats, fouten: Fouten) -> None:
    versions = teksten.setdefault(tekst.id, [])
    if any(other.geldig_van == tekst.geldig_van for other in versions):
        fouten.meld(plaats, "dubbel", f"{tekst.id} {tekst.geldig_van}")
    versions.append(tekst)


def _read(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> Tekst:
    rij = check_kolommen(ruw, _KOLOMMEN, plaats, fouten)
    for kolom in _VERPLICHT:
        if kolom not in ruw:
            fouten.meld(plaats, "ontbreekt", kolom)
    for kolom in _MET_VELDEN:
        _check_velden(rij.get(kolom, ""), plaats, fouten)
    standaard: dict[str, Any] = {"id": "", "geldig_van": datetime.date.min}
    nagekeken = _read_nagekeken(rij.pop("nagekeken", _NIET), plaats, fouten)
    return Tekst(**standaard | rij, nagekeken=nagekeken)


def _read_nagekeken(ruw: object, plaats: Plaats, fouten: Fouten) -> Nagekeken | None:
    """Who read it, with function and day; a name alone is no review."""
    if ruw == _NIET:
        return None
    if not isinstance(ruw, dict):
        fouten.meld(plaats, "kolom_waarde", str(ruw))
        return None
    gezegd = check_kolommen(ruw, _NAGEKEKEN, plaats, fouten)
    ontbreekt = [deel for deel in _NAGEKEKEN if not gezegd.get(deel)]
    for deel in ontbreekt:
        fouten.meld(plaats, "ontbreekt", f"nagekeken.{deel}")
    return None if ontbreekt else Nagekeken(**gezegd)


def _words(lijst: object, plaats: Plaats, fouten: Fouten) -> dict[str, str]:
    if not isinstance(lijst, dict):
        fouten.meld(plaats, "kolom_type", repr(lijst))
        return {}
    woorden = check_kolommen(lijst, dict.fromkeys(lijst, str), plaats, fouten)
    for woord in woorden.values():
        _check_velden(woord, plaats, fouten)
    return woorden


def _check_velden(tekst: str, plaats: Plaats, fouten: Fouten) -> None:
    try:
        velden = [naam for _, naam, _, _ in Formatter().parse(tekst) if naam is not None]
    except ValueError:
        fouten.meld(plaats, "kolom_waarde", tekst)
        return
    for naam in velden:
        # Only plain names: str.format would also follow attributes of the values.
        if not _VELD.fullmatch(naam) or naam not in TEKSTVELDEN:
            fouten.meld_onbekend(plaats, "code_onbekend", naam, TEKSTVELDEN)
