"""The papers of inzage: one PDF for the person and one JSON, made, logged and written (AVG 15(3))."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.documents.inzage.stuk import build_inzage
from intake_assistant.documents.model import Stuk
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.nalezen import record_nagelezen
from intake_assistant.operations.papers.derden import Afscherming
from intake_assistant.operations.papers.gegevens import letterhead_of
from intake_assistant.operations.papers.inzage import as_json, gather
from intake_assistant.operations.papers.sjablonen import draw_pdf
from intake_assistant.operations.vault.beleid import refuse_taal
from intake_assistant.operations.vault.uitvoer import write_out
from intake_assistant.operations.words.naam import bestandskenmerk_of
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE

FORMATEN: Final = ("pdf", "json")


@dataclass(frozen=True, slots=True)
class Inzagestuk:
    """One file in memory; a concept while texts were not read through."""

    formaat: str
    naam: str
    inhoud: bytes
    concept: bool


@dutch
def inzage_stuk(work: Workspace, dossier: Dossier, taal: str = SOURCE) -> Stuk:
    """The document for the person, with the BSN in full: on paper, for nobody else."""
    found, persoon = gather(work, dossier, taal, bsn=True), inburgeraar_of(dossier)
    plaats = f"{persoon.get('postcode', '')} {persoon.get('woonplaats', '')}".strip()
    brief = letterhead_of(work, (found.naam, persoon.get("adres", ""), plaats), kenmerk=found.kenmerk)
    return build_inzage(found, work.data.inzageteksten, brief)


@dutch
def make_inzage(work: Workspace, dossier: Dossier, formaat: str, taal: str = SOURCE) -> Inzagestuk:
    """One file in memory, for a look or to be kept; KnownError `taal.onbekend`."""
    _refuse_unknown(work, taal)
    if formaat == "pdf":
        stuk = inzage_stuk(work, dossier, taal)
        inhoud, concept = draw_pdf(work, stuk), stuk.concept
    else:
        found = as_json(work, dossier, taal)
        inhoud, concept = json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8"), found["concept"]
    naam = f"inzage-{bestandskenmerk_of(dossier)}{'-concept' if concept else ''}.{formaat}"
    return Inzagestuk(formaat, naam, inhoud, concept)


def note_inzage(work: Workspace, dossier: str) -> None:
    """Note in the access log that all that is held on a person was put together."""
    work.vault.log_access("inzage", dossier)


def save_inzage(
    work: Workspace, dossier: str, stuk: Inzagestuk, path: Path, *, overwrite: bool = False
) -> None:
    """Note in the export log that one file leaves the vault, and write it where the user says."""
    write_out(work, f"inzage {stuk.formaat}", stuk.inhoud, path, dossier, overwrite=overwrite)


@dutch
def write_inzage(work: Workspace, dossier: str, folder: Path, taal: str = SOURCE) -> list[Path]:
    """Write both files to a folder, or none; KnownErrors `output.`, `disk.full`, `taal.onbekend`."""
    found = work.vault.dossier(dossier)
    made = {folder / stuk.naam: stuk for stuk in (make_inzage(work, found, f, taal) for f in FORMATEN)}
    for path in made:
        if safefile.exists(path):
            raise KnownError("output.exists", bestand=str(path))
    safefile.make_folder(folder)
    note_inzage(work, dossier)
    _write_all(work, dossier, made)
    return list(made)


def read_all_texts(work: Workspace, dossier: str) -> int:
    """Record that every free text was read through with the masks as they stand; returns how many."""
    found = work.vault.dossier(dossier)
    afscherming = Afscherming(work, found, work.vault.entries(dossier))
    new = {lees.entry for lees in afscherming.texts() if not lees.gelezen}
    record_nagelezen(work, dossier, new, {})
    return len(new)


def _write_all(work: Workspace, dossier: str, made: Mapping[Path, Inzagestuk]) -> None:
    written: list[Path] = []
    try:
        for path, stuk in made.items():
            save_inzage(work, dossier, stuk, path)
            written.append(path)
    except KnownError:
        # All or none: what was left of a failed attempt would refuse the next one.
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _refuse_unknown(work: Workspace, taal: str) -> None:
    """Refused rather than quietly printed in Dutch alone."""
    refuse_taal(work.policy, taal)
    if taal != SOURCE and taal_van(taal).code == SOURCE:
        raise KnownError("taal.onbekend", taal=taal)
