"""Having a colleague stand in during leave; it ends by itself on its last day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from intake_assistant.domain.kinds import WAARNEMING
from intake_assistant.domain.overleg.overdracht import Collega, regievoerder_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde, remove_row
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.overleg.bevoegd import refuse_of_another
from intake_assistant.operations.workspace import Workspace


def add_waarneming(
    work: Workspace, dossiers: Iterable[str], door: Collega, van: datetime.date, tot: datetime.date
) -> Changed:
    """Have somebody stand in for dossiers, all of them or none.

    KnownErrors `overleg.zonder_naam`, `overleg.tot_voor_van`, `overleg.al_voorbij`, `overleg.niet_van_u`.
    """
    if not door.naam.strip():
        raise KnownError("overleg.zonder_naam")
    if tot < van:
        raise KnownError("overleg.tot_voor_van")
    if tot < work.clock.today():
        raise KnownError("overleg.al_voorbij")
    with work.vault.transaction():
        return together([_add(work, dossier, door, van, tot) for dossier in dossiers])


def end_waarneming(work: Workspace, dossier: str, rij: str) -> Changed:
    """Have somebody stand in no longer, or not at all."""
    return remove_row(work, dossier, WAARNEMING.of(rij))


def _add(work: Workspace, dossier: str, door: Collega, van: datetime.date, tot: datetime.date) -> Changed:
    found = work.vault.dossier(dossier)
    voor = regievoerder_of(found)
    if Collega(voor).is_same(door):
        raise KnownError("overleg.zelfde", naam=door.naam)
    refuse_of_another(work, found)
    rij = work.new_id()
    waarde = {
        "door": door.naam.strip(),
        "apparaat": door.apparaat,
        "voor": voor,
        "van": van.isoformat(),
        "tot": tot.isoformat(),
    }
    return record_waarde(work, dossier, WAARNEMING.of(rij), waarde).making(rij)
