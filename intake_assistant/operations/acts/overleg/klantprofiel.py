"""The klantprofiel of the COA: kept encrypted in the dossier, and only when it is of this person."""

from __future__ import annotations

from intake_assistant.domain.inburgeraar import is_ander_v_nummer
from intake_assistant.domain.kinds import KLANTPROFIEL, PERSOON
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde, remove_row
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace


def keep_klantprofiel(
    work: Workspace, dossier: str, v_nummer: str, naam: str, inhoud: bytes | None = None
) -> Changed:
    """Keep the profile that bears this V-nummer; makes its row. Of a case file there is a name alone.

    KnownErrors `klantprofiel.zonder_nummer`, `klantprofiel.ander` when it is of another person.
    """
    with work.vault.transaction():
        eigen = str(work.vault.dossier(dossier).get(PERSOON.of("v_nummer")))
        if eigen and not v_nummer.strip():
            raise KnownError("klantprofiel.zonder_nummer")
        if is_ander_v_nummer(eigen, v_nummer):
            raise KnownError("klantprofiel.ander", eigen=eigen, genoemd=v_nummer)
        rij = work.new_id()
        waarde: dict[str, object] = {"naam": naam, "v_nummer": "".join(v_nummer.split())}
        if inhoud is not None:
            # The blob is on disk before the entry that names it (design 5).
            waarde["bestanden"] = {"inhoud": work.vault.blobs.put(inhoud)}
        return record_waarde(work, dossier, KLANTPROFIEL.of(rij), waarde).making(rij)


def drop_klantprofiel(work: Workspace, dossier: str, rij: str) -> Changed:
    """Record that a profile does not belong to the dossier after all."""
    return remove_row(work, dossier, KLANTPROFIEL.of(rij))
