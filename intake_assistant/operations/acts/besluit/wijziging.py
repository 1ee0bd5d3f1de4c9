"""The concept of a later besluit: on one ground, survives a lock and a restart, and decides nothing yet."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from intake_assistant.domain.antwoord import flatten
from intake_assistant.domain.kinds import WIJZIGING
from intake_assistant.domain.recht.besluit import AFSCHALEN, HERZIENING, besluiten_of, samenloop_of
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.oordeel.niveau import alle_niveaus
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijziging
from intake_assistant.domain.recht.oordeel.wijziging.gronden import POORTEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.beschikking import wijzig
from intake_assistant.operations.acts.record import record_fields, remove_row
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.besluit.wijziging import follows_from_route
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.samenloop import besluit_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text


@dutch
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
        velden = {"grond": grond, **_ready(grond, besluiten_of(found)[-1].inhoud)}
        return record_wijziging(work, dossier, rij, velden).making(rij)


def _ready(grond: str, vorig: Mapping[str, object]) -> dict[str, object]:
    """The level of each part as it holds, to lower some of them; that of all follows (Wet 17(3))."""
    if grond != AFSCHALEN or vorig.get("leerroute") != Leerroute.B:
        return {}
    return {f"niveau_per_onderdeel.{deel}": niveau for deel, niveau in alle_niveaus(vorig).items()}


@dutch
def begin_samenloop(work: Workspace, dossier: str, besluit: str, motivering: str) -> Changed:
    """Begin the herziening that goes on from one of the besluiten that hold at once, and withdraws all.

    Only what the chosen one decides goes along: it is answered and signed anew, as each besluit is.
    KnownError `conflict.changed` when one holds by now, or the chosen one is none of them.
    """
    with work.vault.transaction():
        samenloop = samenloop_of(besluiten_of(work.vault.dossier(dossier)))
        if samenloop is None or besluit not in [one.id for one in samenloop.besluiten]:
            raise KnownError("conflict.changed")
        alle = opsomming([besluit_in_words(one) for one in samenloop.besluiten])
        # Whoever reads it is to find what it takes the place of (Besl 5.3(6), Awb 6:19).
        zinnen = f"{motivering.strip()} {text('recht.samenloop.ingetrokken', besluiten=alle)}"
        begun = open_wijziging(work.vault.dossier(dossier))
        rij = begun.id if begun is not None and begun.van == besluit else work.new_id()
        velden = {"grond": HERZIENING, "van": besluit, "motivering": zinnen}
        return record_wijziging(work, dossier, rij, velden).making(rij)


@dutch
def record_wijziging(work: Workspace, dossier: str, rij: str, velden: Mapping[str, object]) -> Changed:
    """Record fields of a later besluit in the making by dotted key."""
    return record_fields(work, dossier, WIJZIGING.of(rij), flatten(velden))


@dutch
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


@dutch
def stel_wijziging_vast(work: Workspace, dossier: str, rij: str, dagtekening: datetime.date) -> Changed:
    """Set the later besluit in the making on a day; KnownErrors of `wijzig`.

    KnownError `conflict.changed` when it was set or thrown away meanwhile.
    """
    with work.vault.transaction():
        wijziging = open_wijziging(work.vault.dossier(dossier))
        if wijziging is None or wijziging.id != rij:
            raise KnownError("conflict.changed")
        velden = {**wijziging.velden, "dagtekening": dagtekening}
        vorig = wijziging.vorig(work.vault.dossier(dossier))
        van = vorig.id if vorig is not None else ""
        return wijzig(work, dossier, wijziging.grond, velden, vorig_besluit=van, uit=rij)
