"""An Excel workbook of startposities back to TOML files."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli_w

from intake_assistant.errors import KnownError
from intake_assistant.forms.fouten import Fouten, Plaats, nearest
from intake_assistant.forms.keuzelijsten import BESTAND as KEUZELIJSTEN
from intake_assistant.forms.rijen import KEUZEKOLOMMEN, KOLOMMEN
from intake_assistant.forms.xlsform import X_BESTAND, xls_kolom
from intake_assistant.safefile import write_bytes

_BLADEN: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "survey": KOLOMMEN,
    "choices": KEUZEKOLOMMEN,
    "bestanden": dict.fromkeys(("bestand", "form_id", "form_title", "version", "doel"), str),
    "renamed": dict.fromkeys(("bestand", "oud", "nieuw"), str),
    "retired": dict.fromkeys(("bestand", "naam"), str),
}
_JA_NEE = {"true": True, "false": False}

Rij = dict[str, Any]


def from_xlsform(xlsx: Path, out_dir: Path, *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write a workbook as TOML files and return their paths; KnownError form.invalid, output.exists."""
    fouten = Fouten()
    bladen = _read_werkboek(xlsx, fouten)
    fouten.raise_if_any()
    inhoud = {out_dir / bestand: deel for bestand, deel in _inhoud(bladen, xlsx.name, fouten).items()}
    fouten.raise_if_any()
    for pad in inhoud:
        # All or nothing: half a set of forms does not load.
        if pad.exists() and not overwrite:
            raise KnownError("output.exists", bestand=str(pad))
    for pad, deel in inhoud.items():
        write_bytes(pad, tomli_w.dumps(deel, multiline_strings=True).encode(), overwrite=overwrite)
    return tuple(inhoud)


def _read_werkboek(xlsx: Path, fouten: Fouten) -> dict[str, list[Rij]]:
    """Return the rows of each sheet by column as TOML spells it; an empty cell is no column."""
    from openpyxl import load_workbook  # late: a start without Excel stays quick
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        werkboek = load_workbook(xlsx, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, OSError, KeyError) as fout:
        # openpyxl says KeyError of a zip file that is no workbook.
        fouten.meld(Plaats(xlsx.name), "werkboek", type(fout).__name__)
        return {}
    bladen: dict[str, list[Rij]] = {}
    for naam in _BLADEN:
        if naam in werkboek.sheetnames:
            rijen = werkboek[naam].iter_rows(values_only=True)
            bladen[naam] = list(_read_blad(naam, rijen, xlsx.name, fouten))
        else:
            fouten.meld(Plaats(xlsx.name, naam), "blad", naam, nearest(naam, werkboek.sheetnames))
    return bladen


def _read_blad(naam: str, rijen: Iterator[tuple[Any, ...]], bestand: str, fouten: Fouten) -> Iterator[Rij]:
    bekend = {xls_kolom(kolom): kolom for kolom in _BLADEN[naam]} | {X_BESTAND: X_BESTAND}
    koppen = [str(kop or "") for kop in next(rijen, ())]
    for kop in koppen:
        if kop and kop not in bekend:
            fouten.meld_onbekend(Plaats(bestand, naam, 1), "kolom", kop, bekend)
    for rij in rijen:
        gevuld = {
            bekend[kop]: _to_toml(waarde, _BLADEN[naam].get(bekend[kop], str))
            for kop, waarde in zip(koppen, rij, strict=False)
            if kop in bekend and waarde is not None
        }
        if gevuld:
            yield gevuld


def _to_toml(waarde: Any, soort: type | tuple[type, ...]) -> Any:
    """Return a cell as its column wants it: Excel may have made a number or a truth of what was typed."""
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    if soort is str:
        return str(waarde)
    if soort is bool and isinstance(waarde, str):
        return _JA_NEE.get(waarde.casefold(), waarde)
    if soort is int and isinstance(waarde, str) and waarde.isdecimal():
        return int(waarde)
    return waarde


def _inhoud(bladen: dict[str, list[Rij]], werkboek: str, fouten: Fouten) -> dict[str, dict[str, Any]]:
    inhoud: dict[str, dict[str, Any]] = {}
    per_id: dict[str, str] = {}
    for rij in bladen["bestanden"]:
        bestand = rij.pop("bestand", "")
        inhoud[bestand] = {"settings": rij, "survey": []}
        per_id[rij.get("form_id", "")] = bestand
    _add_survey(inhoud, per_id, bladen["survey"], Plaats(werkboek, "survey"), fouten)
    _add_choices(inhoud, per_id, bladen["choices"])
    for blad in ("renamed", "retired"):
        for nummer, rij in enumerate(bladen[blad], start=2):
            if rij.get("bestand") in inhoud:
                _add_oud(inhoud[rij["bestand"]], blad, rij)
            else:
                plaats = Plaats(werkboek, blad, nummer)
                fouten.meld_onbekend(plaats, "bestand_onbekend", rij.get("bestand", ""), inhoud)
    return inhoud


def _add_oud(deel: dict[str, Any], blad: str, rij: Rij) -> None:
    """Add an old name to a file; a row without one stands for an empty table or list."""
    if blad == "renamed":
        deel.setdefault("renamed", {}).update({rij["oud"]: rij.get("nieuw", "")} if "oud" in rij else {})
    else:
        deel["settings"].setdefault("retired", []).extend([rij["naam"]] if "naam" in rij else [])


def _add_survey(
    inhoud: dict[str, dict[str, Any]], per_id: dict[str, str], rijen: list[Rij], blad: Plaats, fouten: Fouten
) -> None:
    bestand = ""
    for nummer, rij in enumerate(rijen, start=2):
        # A row added in Excel belongs where its name says; the end of a group, where the row above it is.
        eigen = per_id.get(str(rij.get("name", "")).partition(".")[0], bestand)
        bestand = rij.pop(X_BESTAND, eigen)
        if bestand not in inhoud:
            plaats = Plaats(blad.bestand, blad.tabel, nummer)
            fouten.meld_onbekend(plaats, "bestand_onbekend", bestand, inhoud)
            continue
        soort, _, lijst = str(rij.get("type", "")).partition(" ")
        form_id = inhoud[bestand]["settings"].get("form_id", "")
        if lijst:
            rij["type"] = f"{soort} {lijst.removeprefix(f'{form_id}.')}"
        inhoud[bestand]["survey"].append(_nest(rij))


def _add_choices(inhoud: dict[str, dict[str, Any]], per_id: dict[str, str], rijen: list[Rij]) -> None:
    for rij in rijen:
        form_id, punt, lijst = str(rij.get("list_name", "")).partition(".")
        bestand = rij.pop(X_BESTAND, per_id.get(form_id, KEUZELIJSTEN))
        if bestand in inhoud:
            rij["list_name"] = lijst if punt else form_id
            inhoud[bestand].setdefault("choices", []).append(_nest(rij))


def _nest(rij: Rij) -> Rij:
    """Return dotted columns as tables, as TOML reads `pip.deel`."""
    genest: Rij = {}
    for kolom, waarde in rij.items():
        tabel, punt, sleutel = kolom.partition(".")
        if punt:
            genest.setdefault(tabel, {})[sleutel] = waarde
        else:
            genest[kolom] = waarde
    return genest
