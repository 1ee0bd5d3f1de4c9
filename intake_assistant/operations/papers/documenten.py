"""Writing the PIP where the user says: Word and PDF of both parts (design 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.dates import read_date
from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.tweetalig.naast import beside
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESLUIT, PLANVERSIE
from intake_assistant.domain.recht.besluit import EERSTE, Planversie, besluiten_of, concept_of, planversies_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.bladen.daarna import daarna_collega_stuk, daarna_stuk, has_daarna
from intake_assistant.operations.papers.bladen.praatplaten import praatplaten_stuk
from intake_assistant.operations.papers.bladen.rechten import (
    bezwaarblad_stuk,
    has_besluit,
    has_toestemmingen,
    toestemmingen_stuk,
)
from intake_assistant.operations.papers.bladen.toennu import TOEN_EN_NU, has_toennu, toennu_stuk
from intake_assistant.operations.papers.bladen.tolkblad import (
    has_woordenlijst,
    tolkblad_stuk,
    woordenlijst_stuk,
)
from intake_assistant.operations.papers.bladen.verteld import (
    laatst_afgerond,
    verteld_dutch,
    verteld_stuk,
)
from intake_assistant.operations.papers.brief.geleidebrief import geleidebrief_stuk, te_begeleiden
from intake_assistant.operations.papers.sjablonen import draw_docx, draw_pdf
from intake_assistant.operations.papers.stukken import (
    beschikking_stuk,
    ontwikkelplan_stuk,
    wandplan_stuk,
    weekblad_stuk,
)
from intake_assistant.operations.papers.tweetalig.stuk import kept_boek, refuse_unchecked, taal_or_refuse
from intake_assistant.operations.papers.tweetalig.woordenboek import Maker, woordenboek_of
from intake_assistant.operations.vault.uitvoer import note_out, write_out
from intake_assistant.operations.words.naam import bestandskenmerk_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch

DELEN: Final = ("beschikking", "ontwikkelplan")


@dataclass(frozen=True, slots=True)
class Los:
    """A document beside the PIP: how it is made, and from when on there is something to make it of."""

    make: Maker
    ready: Callable[[Dossier], bool] = lambda dossier: True
    dutch: Maker | None = None
    """How it is made to set a translation beside it; None of what is about no person, or in two already."""


def _is_begeleid(dossier: Dossier) -> bool:
    return te_begeleiden(dossier) is not None


WANDPLAN: Final = "wandplan"
WEEKBLAD: Final = "weekblad"
GELEIDEBRIEF: Final = "geleidebrief"
TOLKBLAD: Final = "tolkblad"
VERTELD: Final = "verteld"
LOSSE: Final[Mapping[str, Los]] = {
    TOLKBLAD: Los(tolkblad_stuk),
    "woordenlijst": Los(woordenlijst_stuk, has_woordenlijst),
    VERTELD: Los(verteld_stuk, lambda dossier: laatst_afgerond(dossier) is not None, verteld_dutch),
    "bezwaarblad": Los(bezwaarblad_stuk, has_besluit, bezwaarblad_stuk),
    "toestemmingen": Los(toestemmingen_stuk, has_toestemmingen, toestemmingen_stuk),
    GELEIDEBRIEF: Los(geleidebrief_stuk, _is_begeleid, geleidebrief_stuk),
    WANDPLAN: Los(wandplan_stuk, dutch=wandplan_stuk),
    WEEKBLAD: Los(weekblad_stuk, dutch=weekblad_stuk),
    TOEN_EN_NU: Los(toennu_stuk, has_toennu),
    "praatplaten": Los(praatplaten_stuk, has_toennu),
    "daarna": Los(daarna_stuk, has_daarna, daarna_stuk),
    "daarna_collega": Los(daarna_collega_stuk, has_daarna),
}
VOOR_DE_PERSOON: Final = (*DELEN, "bezwaarblad", GELEIDEBRIEF, WANDPLAN, WEEKBLAD, VERTELD, "toestemmingen")
"""What somebody takes home once the PIP was set, as far as it is there."""
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
    return _ontwikkelplan(work, dossier, None)


@dutch
def stuk_in(
    work: Workspace, dossier: Dossier, deel: str, taal: str, *, ongecontroleerd: bool = False
) -> Stuk:
    """The document with a language beside it; as it stands in Dutch when that is the one.

    KnownErrors `pip.no_translation`, `pip.no_choice_of_language`, `pip.unchecked_translation`,
    `policy.not_allowed`.
    """
    andere = taal_or_refuse(work, taal)
    if andere is None:
        return stuk_of(work, dossier, deel)
    make = _maker(work, dossier, deel)
    if make is None:
        raise KnownError("pip.no_choice_of_language")
    frozen = _frozen(dossier, deel)
    dutch = stuk_of(work, dossier, deel) if frozen else make(work, dossier)
    boek = kept_boek(work, frozen, andere) or woordenboek_of(work, dossier, make, andere)
    refuse_unchecked(work, boek, andere, asked=ongecontroleerd)
    return beside(dutch, boek)


def _maker(work: Workspace, dossier: Dossier, deel: str) -> Maker | None:
    """How a part is made again of what it was set from: beside its frozen Dutch stands what says the same."""
    if deel in LOSSE:
        return LOSSE[deel].dutch
    if deel == "beschikking":
        besluiten = besluiten_of(dossier)
        if not besluiten:
            return partial(beschikking_stuk, concept=concept_of(dossier), grond=EERSTE)
        besluit = besluiten[-1]
        again = partial(beschikking_stuk, concept=besluit.inhoud, grond=besluit.grond)
        return _as_then(work, dossier, BESLUIT.of(besluit.id), again)
    versies = planversies_of(dossier)
    if not versies:
        return partial(_ontwikkelplan, versie=None)
    return _as_then(work, dossier, PLANVERSIE.of(versies[-1].id), partial(_ontwikkelplan, versie=versies[-1]))


def _as_then(work: Workspace, dossier: Dossier, subject: str, make: Maker) -> Maker:
    """Made of the dossier as it stood when something was set: what came after it says other things."""
    leaf = dossier.leaf(subject)
    if leaf is None:
        return make
    toen = work.vault.verloop(dossier.id).before(leaf.vastgelegd_op)
    return lambda other, _: make(other, toen)


def _ontwikkelplan(work: Workspace, dossier: Dossier, versie: Planversie | None) -> Stuk:
    nummer, datum = (versie.nummer, read_date(versie.datum)) if versie else (1, None)
    datum = datum or work.clock.today()
    return ontwikkelplan_stuk(work, dossier, versie=nummer, datum=datum, vastgesteld=False)


@dutch
def make_document(
    work: Workspace,
    dossier: Dossier,
    deel: str,
    formaat: str,
    taal: str = NEDERLANDS,
    *,
    ongecontroleerd: bool = False,
) -> Document:
    """One part in one format, in memory, in Dutch or with a language beside it."""
    stuk = stuk_in(work, dossier, deel, taal, ongecontroleerd=ongecontroleerd)
    return document_of(work, dossier, formaat, stuk)


@dutch
def document_of(work: Workspace, dossier: Dossier, formaat: str, stuk: Stuk) -> Document:
    """A part that was built already in one format, in memory."""
    andere = stuk.vertaling.code if stuk.vertaling else ""
    bestanden = _frozen(dossier, stuk.soort) if formaat == "pdf" else {}
    # The PDF that was set is the besluit itself: handed out byte for byte, never made anew.
    frozen = bestanden.get(f"pdf_{andere}" if andere else "pdf", "")
    if formaat == "docx":
        inhoud = draw_docx(work, stuk)
    else:
        inhoud = work.vault.blobs.get(frozen) if frozen else draw_pdf(work, stuk)
    delen = (stuk.soort, bestandskenmerk_of(dossier), andere, "concept" if stuk.concept else "")
    return Document(stuk.soort, formaat, f"{'-'.join(filter(None, delen))}.{formaat}", inhoud, bool(frozen))


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
    found = work.vault.dossier(dossier)
    made = make_documents(work, found, delen, formaten, taal, ongecontroleerd=ongecontroleerd)
    return save_documents(work, dossier, made, folder)


@dutch
def write_toennu(
    work: Workspace,
    dossier: str,
    folder: Path,
    dagen: tuple[date | None, date | None],
    formaten: tuple[str, ...],
) -> list[Path]:
    """Write two days side by side to a folder; KnownErrors `output.`, `disk.full`."""
    found = work.vault.dossier(dossier)
    stuk = toennu_stuk(work, found, *dagen)
    made = [document_of(work, found, formaat, stuk) for formaat in formaten]
    return save_documents(work, dossier, made, folder)


def save_documents(work: Workspace, dossier: str, made: Sequence[Document], folder: Path) -> list[Path]:
    """Write documents that were made to a folder, all or none; KnownErrors `output.`, `disk.full`."""
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


def is_vertaalbaar(deel: str) -> bool:
    """Whether a language can stand beside the Dutch of a part: it is for the person, not in two already."""
    return deel in DELEN or LOSSE[deel].dutch is not None


def voor_de_persoon(dossier: Dossier) -> tuple[str, ...]:
    """Which parts there are to take home, in the order in which they are handed over."""
    return tuple(deel for deel in VOOR_DE_PERSOON if deel in DELEN or LOSSE[deel].ready(dossier))


@dutch
def make_documents(
    work: Workspace,
    dossier: Dossier,
    delen: tuple[str, ...] = DELEN,
    formaten: tuple[str, ...] = FORMATEN,
    taal: str = NEDERLANDS,
    *,
    ongecontroleerd: bool = False,
) -> list[Document]:
    """Several parts in several formats, in memory; each part is built once."""
    stukken = {deel: stuk_in(work, dossier, deel, taal, ongecontroleerd=ongecontroleerd) for deel in delen}
    return [document_of(work, dossier, formaat, stukken[deel]) for deel in delen for formaat in formaten]


def save_document(
    work: Workspace, dossier: str, document: Document, path: Path, *, overwrite: bool = False
) -> None:
    """Note in the export log that one document leaves the vault, and write it."""
    wat = f"{document.deel} {document.formaat}"
    write_out(work, wat, document.inhoud, path, dossier, overwrite=overwrite)


def note_printed(work: Workspace, dossier: str, document: Document) -> None:
    """Note in the export log that one document leaves the vault on paper; before it is printed."""
    note_out(work, f"{AFGEDRUKT} {document.deel}", document.inhoud, dossier)


def _frozen(dossier: Dossier, deel: str) -> dict[str, str]:
    if deel not in DELEN:
        return {}
    versies = besluiten_of(dossier) if deel == "beschikking" else planversies_of(dossier)
    return dict(versies[-1].bestanden) if versies else {}
