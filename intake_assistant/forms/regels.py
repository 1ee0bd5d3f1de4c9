"""Reads forms/regels/*.toml: terms, hours and amounts, each with the days it holds."""

import datetime
import itertools
from pathlib import Path
from typing import Any

from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.regels import Regel, Regels
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, check_lijst, read_toml, tables_of

_KOLOMMEN: dict[str, type | tuple[type, ...]] = {
    "sleutel": str, "waarde": (int, str, list), "eenheid": str, "geldig_van": datetime.date,
    "geldig_tot": datetime.date, "doelgroep": list, "leerroute": list, "bron": str,
    "gecontroleerd_op": str, "toelichting": str,
}  # fmt: skip
_VERPLICHT = ("sleutel", "waarde", "eenheid", "geldig_van", "bron", "gecontroleerd_op")
_ONGECONTROLEERD = "niet gecontroleerd"


def load_regels(folder: Path) -> Regels:
    """Return the rules of all files in a folder; KnownError form.invalid with every mistake."""
    fouten = Fouten()
    regels: list[tuple[Regel, Plaats]] = []
    bestanden = sorted(folder.glob("*.toml"))
    for pad in bestanden:
        inhoud = check_kolommen(read_toml(pad, fouten) or {}, {"regel": list}, Plaats(pad.name), fouten)
        for ruw, plaats in tables_of(inhoud, "regel", "sleutel", pad.name, fouten):
            regels.append((_read(ruw, plaats, fouten), plaats))
    if not bestanden:
        fouten.meld(Plaats(folder.name), "bestand_ontbreekt", folder.name)
    _check_overlap(regels, fouten)
    fouten.raise_if_any()
    return Regels(tuple(regel for regel, _ in regels))


def _read(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> Regel:
    rij = check_kolommen(ruw, _KOLOMMEN, plaats, fouten)
    for kolom in _VERPLICHT:
        if kolom not in ruw:
            fouten.meld(plaats, "ontbreekt", kolom)
    van, tot = rij.get("geldig_van", datetime.date.min), rij.get("geldig_tot")
    if tot and tot < van:
        fouten.meld(plaats, "kolom_waarde", f"geldig_tot = {tot}")
    if not _is_controle(rij.get("gecontroleerd_op", _ONGECONTROLEERD)):
        fouten.meld(plaats, "kolom_waarde", f"gecontroleerd_op = {rij['gecontroleerd_op']}", _ONGECONTROLEERD)
    teksten = ("sleutel", "eenheid", "bron", "gecontroleerd_op", "toelichting")
    return Regel(
        **{kolom: rij.get(kolom, "") for kolom in teksten},
        waarde=rij.get("waarde", ""),
        geldig_van=van,
        geldig_tot=tot,
        doelgroepen=check_lijst("doelgroep", rij, VELDEN["doelgroep"], plaats, fouten),
        leerroutes=check_lijst("leerroute", rij, tuple(Leerroute), plaats, fouten),
    )


def _is_controle(gevonden: str) -> bool:
    try:
        return gevonden == _ONGECONTROLEERD or bool(datetime.date.fromisoformat(gevonden))
    except ValueError:
        return False


def _check_overlap(regels: list[tuple[Regel, Plaats]], fouten: Fouten) -> None:
    """Report two values for one case: same key, same specificity, and a day, group and route in common."""
    for (een, _), (ander, plaats) in itertools.combinations(regels, 2):
        if een.sleutel == ander.sleutel and een.conflicts(ander):
            fouten.meld(plaats, "regel_overlap", f"{ander.sleutel} {ander.geldig_van}")
