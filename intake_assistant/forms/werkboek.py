"""An Excel workbook of startposities back to TOML files."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w

from intake_assistant.errors import KnownError
from intake_assistant.forms.controle import GEGEVENS
from intake_assistant.forms.fouten import Fouten, Plaats, nearest
from intake_assistant.forms.keuzelijsten import BESTAND as KEUZELIJSTEN
from intake_assistant.forms.loader import BESTANDSNAAM
from intake_assistant.forms.rijen import KEUZEKOLOMMEN, KOLOMMEN
from intake_assistant.forms.xlsform import X_BESTAND, xls_kolom
from intake_assistant.safefile import read_bytes, unpacked_size, write_bytes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_BLADEN: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "survey": KOLOMMEN,
    "choices": KEUZEKOLOMMEN,
    "bestanden": {
        **dict.fromkeys(("bestand", "form_id", "form_title", "merk", "version", "doel"), str),
        "volgorde": int,
    },
    "renamed": dict.fromkeys(("bestand", "oud", "nieuw"), str),
    "retired": dict.fromkeys(("bestand", "naam"), str),
}
# Ours is 60 kB, and 700 kB unpacked. A few kB of zip can hold gigabytes, and one cell a million rows.
MOST_BYTES, MOST_UNPACKED, MOST_ROWS = 10_000_000, 30_000_000, 20_000
_SHORT_NUMBER = re.compile(r"[0-9]{1,9}")
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
    try:
        return _read_bladen(read_bytes(xlsx, MOST_BYTES), xlsx.name, fouten)
    except Exception as fout:  # noqa: BLE001 - openpyxl raises what its parts raise: zip, XML, numbers, types
        fouten.meld(Plaats(xlsx.name), "werkboek", type(fout).__name__)
        return {}


def _read_bladen(inhoud: bytes, bestand: str, fouten: Fouten) -> dict[str, list[Rij]]:
    from openpyxl import load_workbook  # late: a start without Excel stays quick

    if unpacked_size(inhoud) > MOST_UNPACKED:
        fouten.meld(Plaats(bestand), "werkboek_te_groot", f"{MOST_UNPACKED // 1_000_000} MB")
        return {}
    werkboek = load_workbook(BytesIO(inhoud), data_only=True, read_only=True)
    bladen: dict[str, list[Rij]] = {}
    for naam in _BLADEN:
        if naam in werkboek.sheetnames:
            bladen[naam] = list(_read_blad(naam, werkboek[naam], bestand, fouten))
        else:
            fouten.meld(Plaats(bestand, naam), "blad", naam, nearest(naam, werkboek.sheetnames))
    return bladen


def _read_blad(naam: str, blad: "Worksheet", bestand: str, fouten: Fouten) -> Iterator[Rij]:
    bekend = {xls_kolom(kolom): kolom for kolom in _BLADEN[naam]} | {X_BESTAND: X_BESTAND}
    koppen = _koppen(blad)
    for kop in koppen:
        if kop and kop not in bekend:
            fouten.meld_onbekend(Plaats(bestand, naam, 1), "kolom", kop, bekend)
    if len(koppen) > 2 * len(bekend):
        fouten.meld(Plaats(bestand, naam, 1), "werkboek_te_groot", 2 * len(bekend))
        return
    # Wider than its heads no row is looked at: a cell far to the right would widen all of them.
    rijen = blad.iter_rows(min_row=2, max_col=max(len(koppen), 1), values_only=True)
    for nummer, rij in enumerate(rijen, start=2):
        gevuld = {
            bekend[kop]: _to_toml(waarde, _BLADEN[naam].get(bekend[kop], str))
            for kop, waarde in zip(koppen, rij, strict=False)
            if kop in bekend and waarde is not None
        }
        if gevuld and nummer > MOST_ROWS:
            fouten.meld(Plaats(bestand, naam, nummer), "werkboek_te_groot", MOST_ROWS)
            return
        if gevuld:
            yield gevuld


def _koppen(blad: "Worksheet") -> list[str]:
    eerste = next(blad.iter_rows(max_row=1, values_only=True), ())
    koppen = [str(kop or "") for kop in eerste]
    return list(dropwhile(lambda kop: not kop, reversed(koppen)))[::-1]


def _to_toml(waarde: Any, soort: type | tuple[type, ...]) -> Any:
    """Return a cell as its column wants it: Excel may have made a number or a truth of what was typed."""
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    if soort is str:
        return str(waarde)
    if soort is bool and isinstance(waarde, str):
        return _JA_NEE.get(waarde.casefold(), waarde)
    if soort is int and isinstance(waarde, str) and _SHORT_NUMBER.fullmatch(waarde):
        return int(waarde)
    # A date or a length of time is what Excel made of a text; the loader says that it does not belong there.
    return waarde if isinstance(waarde, str | int | float) else str(waarde)


def _inhoud(bladen: dict[str, list[Rij]], werkboek: str, fouten: Fouten) -> dict[str, dict[str, Any]]:
    inhoud: dict[str, dict[str, Any]] = {}
    per_id: dict[str, str] = {}
    for nummer, rij in enumerate(bladen["bestanden"], start=2):
        bestand = rij.pop("bestand", "")
        if not BESTANDSNAAM.fullmatch(bestand):
            # A workbook comes by mail: no name in it may lead out of the folder that was asked for.
            fouten.meld(Plaats(werkboek, "bestanden", nummer), "bestandsnaam", bestand)
        elif bestand in inhoud:
            fouten.meld(Plaats(werkboek, "bestanden", nummer), "dubbel", bestand)
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
        if rij.get("name") in GEGEVENS:
            continue
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
