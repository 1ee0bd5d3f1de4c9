"""Handing dossiers over to a colleague, who accepts or refuses them."""

from __future__ import annotations

from collections.abc import Iterable

from intake_assistant.domain.kinds import BEHEER, OVERDRACHT, OVERDRACHT_UITKOMST
from intake_assistant.domain.overleg.overdracht import (
    WACHT,
    Collega,
    overdrachten_of,
    regievoerder_of,
    wachtende_of,
)
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.overleg.bevoegd import refuse_of_another
from intake_assistant.operations.views.overleg.collega import ik
from intake_assistant.operations.workspace import Workspace


def hand_over(work: Workspace, dossiers: Iterable[str], aan: Collega, reden: str = "") -> Changed:
    """Offer dossiers to a colleague, all of them or none; they keep their regievoerder until it is accepted.

    KnownErrors `overleg.zonder_naam`, `overleg.zelfde`, `overleg.al_overgedragen`, `overleg.niet_van_u`.
    """
    if not aan.naam.strip():
        raise KnownError("overleg.zonder_naam")
    with work.vault.transaction():
        return together([_offer(work, dossier, aan, reden) for dossier in dossiers])


def offer(work: Workspace, dossiers: Iterable[str], aan: Collega) -> Changed:
    """As `hand_over`, of those that do not wait for this colleague already: a second file asks once."""
    with work.vault.transaction():
        fresh = [dossier for dossier in dossiers if not _is_offered(work, dossier, aan)]
        return hand_over(work, fresh, aan)


def accept_overdracht(work: Workspace, dossier: str, rij: str) -> Changed:
    """Take a dossier over: who accepts is its regievoerder from now on.

    KnownErrors `overleg.niet_voor_u`, `overleg.intussen`.
    """
    with work.vault.transaction():
        _refuse_not_mine(work, dossier, rij)
        return together(
            (
                _end(work, dossier, rij, "aangenomen", ""),
                record_waarde(work, dossier, BEHEER.of("regievoerder"), work.author),
            )
        )


def accept_all(work: Workspace, dossiers: Iterable[str]) -> Changed:
    """Take over all that was offered to who works here, of these dossiers: all of it or nothing."""
    with work.vault.transaction():
        offered = [
            (dossier, overdracht.id)
            for dossier in dossiers
            for overdracht in wachtende_of(work.vault.dossier(dossier))
            if overdracht.ontvanger.is_same(ik(work))
        ]
        return together([accept_overdracht(work, *each) for each in offered])


def refuse_overdracht(work: Workspace, dossier: str, rij: str, toelichting: str) -> Changed:
    """Do not take a dossier over, and say why; the same KnownErrors, and `overleg.zonder_reden`."""
    if not toelichting.strip():
        raise KnownError("overleg.zonder_reden")
    with work.vault.transaction():
        _refuse_not_mine(work, dossier, rij)
        return _end(work, dossier, rij, "geweigerd", toelichting)


def take_back_overdracht(work: Workspace, dossier: str, rij: str) -> Changed:
    """Offer a dossier no longer; KnownError `overleg.intussen` when it was answered."""
    with work.vault.transaction():
        return _end(work, dossier, rij, "ingetrokken", "")


def _is_offered(work: Workspace, dossier: str, aan: Collega) -> bool:
    waiting = wachtende_of(work.vault.dossier(dossier))
    return bool(waiting) and all(overdracht.ontvanger.is_same(aan) for overdracht in waiting)


def _offer(work: Workspace, dossier: str, aan: Collega, reden: str) -> Changed:
    found = work.vault.dossier(dossier)
    van = regievoerder_of(found)
    if wachtende_of(found):
        raise KnownError("overleg.al_overgedragen")
    if Collega(van).is_same(aan):
        raise KnownError("overleg.zelfde", naam=aan.naam)
    refuse_of_another(work, found)
    rij = work.new_id()
    waarde = {
        "van": van,
        "aan": aan.naam.strip(),
        "apparaat": aan.apparaat,
        "reden": reden.strip(),
        "op": work.clock.today().isoformat(),
    }
    return record_waarde(work, dossier, OVERDRACHT.of(rij), waarde).making(rij)


def _refuse_not_mine(work: Workspace, dossier: str, rij: str) -> None:
    known = overdrachten_of(work.vault.dossier(dossier))
    found = next((overdracht for overdracht in known if overdracht.id == rij), None)
    if found is not None and not found.ontvanger.is_same(ik(work)):
        raise KnownError("overleg.niet_voor_u", naam=found.aan)


def _end(work: Workspace, dossier: str, rij: str, uitkomst: str, toelichting: str) -> Changed:
    known = overdrachten_of(work.vault.dossier(dossier))
    if not any(overdracht.id == rij and overdracht.stand == WACHT for overdracht in known):
        raise KnownError("overleg.intussen")
    value = {"waarde": uitkomst, "op": work.clock.today().isoformat(), "toelichting": toelichting.strip()}
    said = {naam: deel for naam, deel in value.items() if deel}
    return record(work, dossier, OVERDRACHT_UITKOMST.of(rij), said)
