"""What came along from the azc, as JSON, and what of it the person is still to be asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import HERHALING, Vraag
from intake_assistant.domain.overleg.azc import klantprofielen_of, nog_te_bevestigen, overdrachten_van_coa
from intake_assistant.domain.subject import in_row
from intake_assistant.errors import KnownError
from intake_assistant.operations.views.antwoord import antwoord_of, rijen_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import read_bytes

MOST_BYTES: Final = 20_000_000
"""A profile is some pages; a larger one is another file than was meant."""
# The first and the last words of a PDF lie in its first and last 1024 bytes (ISO 32000, annex H).
_END: Final = 1024


def van_het_azc_shown(work: Workspace, dossier: Dossier) -> dict[str, Any]:
    """The klantprofielen, each warme overdracht, and the questions of which the answer is to be confirmed."""
    return {
        "klantprofiel": [
            {"id": p.id, "naam": p.naam, "v_nummer": p.v_nummer, "sha256": p.sha256}
            for p in klantprofielen_of(dossier)
        ],
        "overdracht_coa": [{"id": rij, **_said(velden)} for rij, velden in overdrachten_van_coa(dossier)],
        "nog_bevestigen": list(alle_te_bevestigen(work, dossier)),
    }


def alle_te_bevestigen(work: Workspace, dossier: Dossier) -> Iterator[str]:
    """The questions that the COA alone answered, in the order of the forms."""
    for vraag in work.data.formulieren.vragen.values():
        if not vraag.herhaling:
            yield from te_bevestigen(work, dossier, vraag)


def te_bevestigen(work: Workspace, dossier: Dossier, vraag: Vraag) -> Iterator[str]:
    """The question itself, or the fields of its rows, that the COA alone answered."""
    formulieren, namen = work.data.formulieren, [vraag.naam]
    if vraag.type == HERHALING:
        velden = formulieren.velden_van(vraag.naam)
        namen += [in_row(vraag.naam, rij, v.naam) for rij in rijen_of(dossier, vraag.naam) for v in velden]
    yield from (naam for naam in namen if nog_te_bevestigen(antwoord_of(formulieren, dossier, naam)))


def read_klantprofiel(path: Path) -> bytes:
    """What stands in the file; KnownErrors `klantprofiel.too_large`, `klantprofiel.unreadable`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError("klantprofiel.too_large", bestand=path.name)
        inhoud = read_bytes(path, MOST_BYTES)
    except OSError as error:
        raise KnownError("klantprofiel.unreadable", bestand=path.name) from error
    if not inhoud or path.suffix.casefold() == ".pdf" and not _is_whole_pdf(inhoud):
        raise KnownError("klantprofiel.unreadable", bestand=path.name)
    return inhoud


def _is_whole_pdf(inhoud: bytes) -> bool:
    """Whether it begins and ends as a PDF does: of half a download nobody knows until it is read."""
    return b"%PDF-" in inhoud[:_END] and b"%%EOF" in inhoud[-_END:]


def _said(velden: dict[str, Any]) -> dict[str, Any]:
    return {k: w == "ja" if k == "gehouden" else w for k, w in velden.items()}
