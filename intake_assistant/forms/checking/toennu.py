"""Reads which questions lie side by side in *toen en nu* (forms/toen_en_nu.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from intake_assistant.domain.formulier import Formulieren, Vraag
from intake_assistant.domain.praatplaat.bord import Bord
from intake_assistant.domain.toennu.onderwerp import Toennukeuze, Toennuonderwerp
from intake_assistant.forms.checking.praatplaten import load_praatplaten
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, read_toml, tables_of

BESTAND = "toen_en_nu.toml"
_TABELLEN: dict[str, type | tuple[type, ...]] = {"onderwerp": list, "trap": list}
_ONDERWERP: dict[str, type | tuple[type, ...]] = {
    "startpositie": str,
    "vragen": list,
    "afspraken": bool,
    "bord": str,
}
_TRAP: dict[str, type | tuple[type, ...]] = {"lijst": str, "treden": list}


def load_toennu(forms_dir: Path, formulieren: Formulieren) -> Toennukeuze:
    """Return the topics and the stairs, none without a file; KnownError form.invalid with every mistake."""
    fouten, pad = Fouten(), forms_dir / BESTAND
    ruw = (read_toml(pad, fouten) if pad.is_file() else None) or {}
    inhoud = check_kolommen(ruw, _TABELLEN, Plaats(BESTAND), fouten)
    borden = {bord.id: bord for bord in load_praatplaten(forms_dir, formulieren)}
    onderwerpen = tuple(_onderwerpen(inhoud, formulieren, borden, fouten))
    trappen = _trappen(inhoud, formulieren, fouten)
    fouten.raise_if_any()
    return Toennukeuze(onderwerpen, trappen)


def _onderwerpen(
    inhoud: dict[str, Any], formulieren: Formulieren, borden: Mapping[str, Bord], fouten: Fouten
) -> Iterator[Toennuonderwerp]:
    bekend = {deel.id for deel in formulieren.startposities}
    gezien: set[str] = set()
    for ruw, plaats in tables_of(inhoud, "onderwerp", "startpositie", BESTAND, fouten):
        rij = check_kolommen(ruw, _ONDERWERP, plaats, fouten)
        deel = rij.get("startpositie", "")
        if deel not in bekend:
            fouten.meld_onbekend(plaats, "verwijzing", deel, bekend)
        vragen = tuple(map(str, rij.get("vragen", ())))
        for naam in (deel, *vragen):
            if naam in gezien:
                fouten.meld(plaats, "dubbel", naam)
            gezien.add(naam)
        for naam in vragen:
            _check_vraag(naam, formulieren, plaats, fouten)
        bord = rij.get("bord", "")
        if bord and bord not in borden:
            fouten.meld_onbekend(plaats, "verwijzing", bord, borden)
        elif bord and is_close(borden[bord], formulieren):
            fouten.meld(plaats, "toennu_vertrouwelijk", bord)
        yield Toennuonderwerp(deel, vragen, rij.get("afspraken", False), bord)


def is_close(bord: Bord, formulieren: Formulieren) -> bool:
    """Whether a board begins covered, or holds a question that is asked only with trust."""
    return bord.is_persoonlijk or any(formulieren.vraag(v.naam).is_vertrouwelijk for v in bord.velden)


def _check_vraag(naam: str, formulieren: Formulieren, plaats: Plaats, fouten: Fouten) -> None:
    vraag = formulieren.vragen.get(naam)
    if vraag is None:
        fouten.meld_onbekend(plaats, "verwijzing", naam, formulieren.vragen)
    elif not vraag.is_veld:
        fouten.meld(plaats, "toennu_geen_veld", naam)
    elif vraag.is_vertrouwelijk:
        fouten.meld(plaats, "toennu_vertrouwelijk", naam)


def _trappen(
    inhoud: dict[str, Any], formulieren: Formulieren, fouten: Fouten
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    lijsten = {vraag.lijst: vraag for vraag in formulieren.vragen.values() if vraag.lijst}
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for ruw, plaats in tables_of(inhoud, "trap", "lijst", BESTAND, fouten):
        rij = check_kolommen(ruw, _TRAP, plaats, fouten)
        lijst, treden = rij.get("lijst", ""), tuple(map(str, rij.get("treden", ())))
        if lijst in lijsten:
            _check_treden(treden, lijsten[lijst], plaats, fouten)
        else:
            fouten.meld_onbekend(plaats, "verwijzing", lijst, lijsten)
        found[lijst] = (*found.get(lijst, ()), treden)
    return found


def _check_treden(treden: tuple[str, ...], vraag: Vraag, plaats: Plaats, fouten: Fouten) -> None:
    for code in treden:
        if code not in vraag.codes:
            fouten.meld_onbekend(plaats, "code_onbekend", code, vraag.codes)
