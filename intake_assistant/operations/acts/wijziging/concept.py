"""The concept of a later besluit: on one ground, survives a lock and a restart, and decides nothing yet."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from intake_assistant.domain.formulier import flatten
from intake_assistant.domain.kinds import WIJZIGING
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijziging
from intake_assistant.domain.recht.oordeel.wijziging.gronden import POORTEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.beschikking import wijzig
from intake_assistant.operations.acts.record import record_fields, remove_row
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.besluit.wijziging import follows_from_route
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def begin_wijziging(work: Workspace, dossier: str, grond: str) -> Changed:
    """Begin a later besluit on a ground of POORTEN; makes its row, or finds the one that was begun.

    KnownError `pip.incomplete` while no besluit was set.
    """
    if grond not in POORTEN:
        raise ValueError(grond)
    with work.vault.transaction():
        found = work.vault.dossier(dossier)
        if not besluiten_of(found):
            raise KnownError("pip.incomplete", wat=text("stukken.gegevens.eerste_besluit"))
        begun = open_wijziging(found)
        if begun is not None and begun.grond == grond:
            return Changed().making(begun.id)
        rij = work.new_id()
        return record_wijziging(work, dossier, rij, {"grond": grond}).making(rij)


def record_wijziging(work: Workspace, dossier: str, rij: str, velden: Mapping[str, object]) -> Changed:
    """Record fields of a later besluit in the making by dotted key."""
    return record_fields(work, dossier, WIJZIGING.of(rij), flatten(velden))


def fill_wijziging(work: Workspace, dossier: str, route: str) -> Changed:
    """Fill in what follows from a leerroute in the one in the making; what somebody filled in stays."""
    with work.vault.transaction():
        found = work.vault.dossier(dossier)
        wijziging = open_wijziging(found)
        if wijziging is None:
            return Changed()
        volgt = follows_from_route(work, found, wijziging, route)
        return record_wijziging(work, dossier, wijziging.id, volgt)


def drop_wijziging(work: Workspace, dossier: str, rij: str) -> Changed:
    """Throw away a later besluit in the making; the history keeps what stood there."""
    return remove_row(work, dossier, WIJZIGING.of(rij))


def stel_wijziging_vast(work: Workspace, dossier: str, rij: str, dagtekening: datetime.date) -> Changed:
    """Set the later besluit in the making on a day; KnownErrors of `wijzig`.

    KnownError `conflict.changed` when it was set or thrown away meanwhile.
    """
    with work.vault.transaction():
        wijziging = open_wijziging(work.vault.dossier(dossier))
        if wijziging is None or wijziging.id != rij:
            raise KnownError("conflict.changed")
        velden = {**wijziging.velden, "dagtekening": dagtekening}
        return wijzig(work, dossier, wijziging.grond, velden, uit=rij)
