"""Writing the PIP where the user says: Word and PDF of both parts (design 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.documents.model import Stuk
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import besluiten_of, planversies_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.bladen.daarna import daarna_collega_stuk, daarna_stuk, has_daarna
from intake_assistant.operations.papers.bladen.tolkblad import tolkblad_stuk
from intake_assistant.operations.papers.bladen.verteld import laatst_afgerond, verteld_stuk
from intake_assistant.operations.papers.brief.geleidebrief import geleidebrief_stuk, te_begeleiden
from intake_assistant.operations.papers.gegevens import bestandskenmerk_of, concept_of
from intake_assistant.operations.papers.sjablonen import draw_docx, draw_pdf
from intake_assistant.operations.papers.stukken import (
    beschikking_stuk,
    ontwikkelplan_stuk,
    wandplan_stuk,
    weekblad_stuk,
)
from intake_assistant.operations.vault.beleid import may_print_unchecked, refuse_taal
from intake_assistant.operations.vault.uitvoer import note_out, write_out
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch

DELEN: Final = ("beschikking", "ontwikkelplan")


@dataclass(frozen=True, slots=True)
class Los:
    """A document beside the PIP: how it is made, and from when on there is something to make it of."""

    make: Callable[[Workspace, Dossier], Stuk]
    ready: Callable[[Dossier], bool] = lambda dossier: True


WANDPLAN: Final = "wandplan"
WEEKBLAD: Final = "weekblad"
GELEIDEBRIEF: Final = "geleidebrief"
TOLKBLAD: Final = "tolkblad"
VERTELD: Final = "verteld"
LOSSE: Final[Mapping[str, Los]] = {
    TOLKBLAD: Los(tolkblad_stuk),
    VERTELD: Los(verteld_stuk, lambda dossier: laatst_afgerond(dossier) is not None),
    GELEIDEBRIEF: Los(geleidebrief_stuk, lambda dossier: te_begeleiden(dossier) is not None),
    WANDPLAN: Los(wandplan_stuk),
    WEEKBLAD: Los(weekblad_stuk),
    "daarna": Los(daarna_stuk, has_daarna),
    "daarna_collega": Los(daarna_collega_stuk, has_daarna),
}
# What Documenten offers: the two parts of the PIP, and what is made beside them.
STUKKEN: Final = (*DELEN, *LOSSE)
FORMATEN: Final = ("docx", "pdf")
NEDERLANDS: Final = "nl"
# As the export log has it, before the part.
AFGEDRUKT: Final = "afgedrukt"


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one format; `frozen` when it is the PDF that is the besluit."""

    deel: str
    formaat: str
    naam: str
    inhoud: bytes
    frozen: bool


@dutch
def stuk_of(work: Workspace, dossier: Dossier, deel: str) -> Stuk:
    """The document as it stands: the frozen model of the last besluit or version, else a concept."""
    frozen = _frozen(dossier, deel)
    if frozen:
        return read_stuk(work.vault.blobs.get(frozen["model"]))
    if deel in LOSSE:
        return LOSSE[deel].make(work, dossier)
    if deel == "beschikking":
        return beschikking_stuk(work, dossier, concept_of(dossier))
    return ontwikkelplan_stuk(work, dossier, versie=1, datum=work.clock.today(), vastgesteld=False)


@dutch
def make_document(
    work: Workspace, dossier: Dossier, deel: str, formaat: str, stuk: Stuk | None = None
) -> Document:
    """One part in one format, in memory; `stuk` when the part was built already."""
    stuk, frozen = stuk or stuk_of(work, dossier, deel), _frozen(dossier, deel)
    if formaat == "docx":
        inhoud = draw_docx(work, stuk)
    else:
        # The PDF that was set is the besluit itself: handed out byte for byte, never made anew.
        inhoud = work.vault.blobs.get(frozen["pdf"]) if frozen else draw_pdf(work, stuk)
    naam = f"{deel}-{bestandskenmerk_of(dossier)}{'-concept' if stuk.concept else ''}.{formaat}"
    return Document(deel, formaat, naam, inhoud, bool(frozen) and formaat == "pdf")


@dutch
def write_documents(
    work: Workspace,
    dossier: str,
    folder: Path,
    *,
    delen: tuple[str, ...] = DELEN,
    formaten: tuple[str, ...] = FORMATEN,
    taal: str = NEDERLANDS,
    ongecontroleerd: bool = False,
) -> list[Path]:
    """Write parts to a folder, all or none; KnownErrors `output.`, `disk.full`, `pip.`."""
    refuse_translation(work, taal, ongecontroleerd)
    found = work.vault.dossier(dossier)
    made = make_documents(work, found, delen, formaten)
    paths = [folder / document.naam for document in made]
    for path in paths:
        if safefile.exists(path):
            raise KnownError("output.exists", bestand=str(path))
    safefile.make_folder(folder)
    _write_all(work, dossier, dict(zip(paths, made, strict=True)))
    return paths


def _write_all(work: Workspace, dossier: str, documents: Mapping[Path, Document]) -> None:
    written: list[Path] = []
    try:
        for path, document in documents.items():
            save_document(work, dossier, document, path)
            written.append(path)
    except KnownError:
        # All or none: what was left of a failed attempt would refuse the next one.
        for path in written:
            path.unlink(missing_ok=True)
        raise


@dutch
def make_documents(
    work: Workspace, dossier: Dossier, delen: tuple[str, ...] = DELEN, formaten: tuple[str, ...] = FORMATEN
) -> list[Document]:
    """Several parts in several formats, in memory; each part is built once."""
    stukken = {deel: stuk_of(work, dossier, deel) for deel in delen}
    return [
        make_document(work, dossier, deel, formaat, stukken[deel]) for deel in delen for formaat in formaten
    ]


def save_document(
    work: Workspace, dossier: str, document: Document, path: Path, *, overwrite: bool = False
) -> None:
    """Note in the export log that one document leaves the vault, and write it."""
    wat = f"{document.deel} {document.formaat}"
    write_out(work, wat, document.inhoud, path, dossier, overwrite=overwrite)


def note_printed(work: Workspace, dossier: str, document: Document) -> None:
    """Note in the export log that one document leaves the vault on paper; before it is printed."""
    note_out(work, f"{AFGEDRUKT} {document.deel}", document.inhoud, dossier)


def refuse_translation(work: Workspace, taal: str, ongecontroleerd: bool) -> None:
    """Refuse a language whose texts nobody checked (unless asked for or allowed), or that has none."""
    refuse_taal(work.policy, taal)
    if taal != NEDERLANDS and not may_print_unchecked(work, asked=ongecontroleerd):
        raise KnownError("pip.unchecked_translation", taal=taal)
    if taal != NEDERLANDS:
        # Refused rather than quietly printed in Dutch: the texts of the PIP have no translation yet.
        raise KnownError("pip.no_translation", taal=taal)


def _frozen(dossier: Dossier, deel: str) -> dict[str, str]:
    if deel not in DELEN:
        return {}
    versies = besluiten_of(dossier) if deel == "beschikking" else planversies_of(dossier)
    return dict(versies[-1].bestanden) if versies else {}
