"""Laying a concept before the team lead, who agrees or returns it with a sentence."""

from __future__ import annotations

from intake_assistant.domain.kinds import VOORLEGGING, VOORLEGGING_UITKOMST
from intake_assistant.domain.overleg.voorlegging import AKKOORD, DELEN, Voorlegging, voorleggingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record, record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace

TEAMLEIDER = "teamleider"


def lay_before(work: Workspace, dossier: str, deel: str, bericht: str = "") -> Changed:
    """Ask the team lead to read a part of the concept; makes the row.

    KnownError `overleg.al_voorgelegd` while an earlier one of that part waits.
    """
    if deel not in DELEN:
        raise ValueError(deel)
    with work.vault.transaction():
        known = voorleggingen_of(work.vault.dossier(dossier))
        if any(v.deel == deel and v.stand == "gevraagd" for v in known):
            raise KnownError("overleg.al_voorgelegd")
        rij = work.new_id()
        waarde = {"deel": deel, "bericht": bericht.strip(), "op": work.clock.today().isoformat()}
        return record_waarde(work, dossier, VOORLEGGING.of(rij), waarde).making(rij)


def agree(work: Workspace, dossier: str, rij: str, toelichting: str = "") -> Changed:
    """Agree with the concept as it stands; it says itself what was read.

    KnownErrors `overleg.alleen_teamleider`, `overleg.eigen_concept`, `overleg.intussen`.
    """
    with work.vault.transaction():
        _refuse_reader(work, _waiting(work, dossier, rij))
        return _end(work, dossier, rij, AKKOORD, toelichting)


def send_back(work: Workspace, dossier: str, rij: str, toelichting: str) -> Changed:
    """Return the concept with a sentence that says why; the same KnownErrors, and `overleg.zonder_reden`."""
    if not toelichting.strip():
        raise KnownError("overleg.zonder_reden")
    with work.vault.transaction():
        _refuse_reader(work, _waiting(work, dossier, rij))
        return _end(work, dossier, rij, "terug", toelichting)


def take_back(work: Workspace, dossier: str, rij: str) -> Changed:
    """Ask no longer; KnownError `overleg.intussen` when it was answered."""
    with work.vault.transaction():
        _waiting(work, dossier, rij)
        return _end(work, dossier, rij, "ingetrokken", "")


def _waiting(work: Workspace, dossier: str, rij: str) -> Voorlegging:
    known = voorleggingen_of(work.vault.dossier(dossier))
    found = next((v for v in known if v.id == rij and v.stand == "gevraagd"), None)
    if found is None:
        raise KnownError("overleg.intussen")
    return found


def _end(work: Workspace, dossier: str, rij: str, uitkomst: str, toelichting: str) -> Changed:
    value = {"waarde": uitkomst, "op": work.clock.today().isoformat(), "toelichting": toelichting.strip()}
    said = {naam: deel for naam, deel in value.items() if deel}
    return record(work, dossier, VOORLEGGING_UITKOMST.of(rij), said)


def _refuse_reader(work: Workspace, found: Voorlegging) -> None:
    if work.vault.device.rol != TEAMLEIDER:
        raise KnownError("overleg.alleen_teamleider")
    if found.door == work.author:
        raise KnownError("overleg.eigen_concept")
