"""Beginning and opening a dossier; the person it is about."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.antwoord import flatten
from intake_assistant.domain.bsn import elfproef
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.kinds import PROCEDURE
from intake_assistant.domain.subject import row
from intake_assistant.operations.acts.record import record, record_fields, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.dubbel.bsn import refuse_same_bsn
from intake_assistant.operations.workspace import DOSSIER_BYTES, Workspace


def create_dossier(
    work: Workspace, inburgeraar: Mapping[str, object], procedure: Mapping[str, object] | None = None
) -> Changed:
    """Begin a dossier; makes its id. KnownError `dossier.same_bsn` when this person has one already."""
    dossier = work.random(DOSSIER_BYTES).hex()
    with work.vault.transaction():
        bsn = str(inburgeraar.get("bsn", ""))
        if bsn:
            refuse_same_bsn(work, bsn, dossier)
        begun = {"begonnen": work.clock.today().isoformat(), "regievoerder": work.author}
        changes = (
            record_fields(work, dossier, "dossier", begun),
            record_inburgeraar(work, dossier, inburgeraar),
            record_procedure(work, dossier, procedure or {}),
        )
    return together(changes).making(dossier)


def _is_blank(waarde: object) -> bool:
    return isinstance(waarde, str) and not waarde.strip()


def record_inburgeraar(work: Workspace, dossier: str, velden: Mapping[str, object]) -> Changed:
    """Record facts about the person; a BSN that fails the 11-proef is kept with a flag (design 5.4)."""
    unknown = set(velden) - VELDEN.keys()
    if unknown:
        raise KeyError(sorted(unknown))
    with work.vault.transaction():
        # Only spaces are no name: nobody is called that.
        others = {
            naam: "" if _is_blank(waarde) else waarde for naam, waarde in velden.items() if naam != "bsn"
        }
        changed = record_fields(work, dossier, "inburgeraar", others)
        if "bsn" in velden:
            changed = together((changed, _record_bsn(work, dossier, str(velden["bsn"]).strip())))
    return changed


def _record_bsn(work: Workspace, dossier: str, bsn: str) -> Changed:
    if bsn:
        refuse_same_bsn(work, bsn, dossier)
    if not bsn or elfproef(bsn):
        return record_waarde(work, dossier, "inburgeraar.bsn", bsn)
    return record(work, dossier, "inburgeraar.bsn", {"waarde": bsn, "gebrek": "elfproef"})


def record_procedure(work: Workspace, dossier: str, velden: Mapping[str, object]) -> Changed:
    """Record facts of the procedure: `kennisgeving_duo`, `inschrijving_brp` and the like."""
    return record_fields(work, dossier, "procedure", flatten(velden))


def add_procedure_row(work: Workspace, dossier: str, lijst: str, velden: Mapping[str, object]) -> Changed:
    """Add an `oproep` or an `informatie_derde` to the procedure; makes the row."""
    rij = work.new_id()
    return record_fields(work, dossier, row(PROCEDURE.of(lijst), rij), velden).making(rij)


def look_into(work: Workspace, dossier: str) -> Dossier:
    """Open a dossier for a person to see, and note in the access log who did."""
    found = work.vault.dossier(dossier)
    work.vault.log_access("geopend", dossier)
    return found
