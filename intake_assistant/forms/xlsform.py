"""All startposities as one Excel workbook, an XLSForm that loses nothing (back: werkboek.py)."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from tomllib import loads
from typing import TYPE_CHECKING, Any

from intake_assistant.forms.controle import GEGEVENS
from intake_assistant.forms.fouten import Fouten, Plaats, flatten
from intake_assistant.forms.keuzelijsten import BESTAND as KEUZELIJSTEN
from intake_assistant.forms.keuzelijsten import load_keuzelijsten
from intake_assistant.forms.loader import MAP, load_formulieren
from intake_assistant.safefile import write_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook

# pyxform passes a namespaced `bind::` column on into the XForm; the name of the namespace is ours.
_NAMESPACE = 'pip="urn:intake-assistant:pip"'
X_BESTAND = "x_bestand"
_SETTINGS = ("form_id", "form_title", "merk", "version", "doel", "volgorde")


def to_xlsform(forms_dir: Path, out: Path, *, overwrite: bool = False) -> None:
    """Write all startposities as one workbook; KnownError form.invalid, output.exists."""
    write_bytes(out, workbook_bytes(forms_dir), overwrite=overwrite)


def workbook_bytes(forms_dir: Path) -> bytes:
    """Return the workbook of all startposities; KnownError form.invalid when they do not load."""
    load_formulieren(forms_dir)
    inhoud = {pad.name: loads(pad.read_text("utf-8")) for pad in sorted((forms_dir / MAP).glob("*.toml"))}
    from openpyxl import Workbook  # late: a start without Excel stays quick

    werkboek = Workbook()
    werkboek.remove(werkboek.worksheets[0])
    _add_blad(werkboek, "survey", _survey(inhoud))
    _add_blad(werkboek, "choices", _choices(inhoud, forms_dir))
    versie = " ".join(str(deel["settings"]["version"]) for deel in inhoud.values())
    settings = {"form_id": "brede_intake", "form_title": "Brede intake", "version": versie}
    _add_blad(werkboek, "settings", [settings | {"namespaces": _NAMESPACE}])
    _add_blad(werkboek, "bestanden", _bestanden(inhoud))
    _add_blad(werkboek, "renamed", _renamed(inhoud), "bestand", "oud", "nieuw")
    _add_blad(werkboek, "retired", _retired(inhoud), "bestand", "naam")
    stroom = io.BytesIO()
    werkboek.save(stroom)
    return stroom.getvalue()


def _add_blad(werkboek: "Workbook", naam: str, rijen: Iterable[dict[str, Any]], *eerst: str) -> None:
    alle = list(rijen)
    kolommen = list(dict.fromkeys([*eerst, *(kolom for rij in alle for kolom in rij)]))
    blad = werkboek.create_sheet(naam)
    blad.append(kolommen)
    for nummer, rij in enumerate(alle, start=2):
        for plek, kolom in enumerate(kolommen, start=1):
            cel = blad.cell(nummer, plek, rij.get(kolom))
            if isinstance(rij.get(kolom), str):
                # A text that begins with "=" is a text, no formula.
                cel.data_type = "s"


def xls_kolom(kolom: str) -> str:
    """Return a column of the TOML as XLSForm spells it."""
    return f"bind::pip:{kolom[4:]}" if kolom.startswith("pip.") else kolom.replace(".", "::")


def _survey(inhoud: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    # A reader of the workbook has to know what a condition speaks of; it is asked in no form.
    yield from ({"type": "hidden", "name": naam} for naam in GEGEVENS)
    for bestand, deel in inhoud.items():
        eigen = {keuze["list_name"] for keuze in deel.get("choices", [])}
        for ruw in deel["survey"]:
            rij = {xls_kolom(kolom): waarde for kolom, waarde in flatten(ruw).items()}
            soort, _, lijst = rij["type"].partition(" ")
            if lijst in eigen:
                # Two files may each have a list of this name; the workbook has one list of each name.
                rij["type"] = f"{soort} {deel['settings']['form_id']}.{lijst}"
            yield rij | {X_BESTAND: bestand}


def _choices(inhoud: dict[str, dict[str, Any]], forms_dir: Path) -> Iterator[dict[str, Any]]:
    gebruikt = {ruw["type"].partition(" ")[2] for deel in inhoud.values() for ruw in deel["survey"]}
    for naam, keuzes in load_keuzelijsten(forms_dir).items():
        for keuze in keuzes if naam in gebruikt else ():
            beeld = {"media::image": keuze.image} if keuze.image else {}
            gedeeld = {"list_name": naam, "name": keuze.naam, "label": keuze.label}
            yield gedeeld | beeld | {X_BESTAND: KEUZELIJSTEN}
    for bestand, deel in inhoud.items():
        for ruw in deel.get("choices", []):
            rij = {xls_kolom(kolom): waarde for kolom, waarde in flatten(ruw).items()}
            rij["list_name"] = f"{deel['settings']['form_id']}.{ruw['list_name']}"
            yield rij | {X_BESTAND: bestand}


def _bestanden(inhoud: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for bestand, deel in inhoud.items():
        yield {"bestand": bestand} | {
            kolom: waarde for kolom in _SETTINGS if (waarde := deel["settings"].get(kolom))
        }


def _renamed(inhoud: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for bestand, deel in inhoud.items():
        if "renamed" in deel:
            # A row without names keeps an empty table.
            for oud, nieuw in flatten(deel["renamed"]).items() or [(None, None)]:
                yield {"bestand": bestand, "oud": oud, "nieuw": nieuw}


def _retired(inhoud: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for bestand, deel in inhoud.items():
        if "retired" in deel["settings"]:
            for naam in deel["settings"]["retired"] or [None]:
                yield {"bestand": bestand, "naam": naam}


def xform_of(werkboek: bytes) -> tuple[str, tuple[str, ...]]:
    """Return a workbook as XForm XML, and pyxform's warnings; KnownError form.invalid when it refuses."""
    # Late: 0.4 s, and only `forms check` and the tests need it.
    from pyxform.errors import PyXFormError  # type: ignore[import-untyped]  # pyxform has no types
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]  # pyxform has no types

    try:
        uitkomst = convert(io.BytesIO(werkboek), validate=False, pretty_print=False, file_type=".xlsx")
    except PyXFormError as fout:
        fouten = Fouten()
        fouten.meld(Plaats("survey"), "pyxform", fout)
        fouten.raise_if_any()
        raise
    return str(uitkomst.xform), tuple(uitkomst.warnings)
