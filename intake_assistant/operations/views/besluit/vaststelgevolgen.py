"""What setting the PIP brings about: what starts to run, and what could not stay as it was typed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.documents.pip.gegevens import Termijn
from intake_assistant.documents.tekens import Vervangen
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import EERSTE, concept_of, planversies_of
from intake_assistant.domain.recht.bezwaar import bezwaar_uiterlijk
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijziging
from intake_assistant.domain.recht.oordeel.zaakfeiten import rechtsmiddel_van
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.gegevens import termijn_of
from intake_assistant.operations.papers.sjablonen import draw_pdf
from intake_assistant.operations.papers.stukken import beschikking_stuk, ontwikkelplan_stuk
from intake_assistant.operations.views.besluit.controle import Controle, check_concept
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """Of setting a PIP on a day; `bezwaar_uiterlijk` holds when it is made known that same day.

    `voorbeeld` is the PDF of the concept with this dagtekening; `open_plekken` says what would be open in
    the besluit.
    """

    concept: Mapping[str, Any]
    controle: Controle
    termijn: Termijn | None
    rechtsmiddel: str
    bezwaar_uiterlijk: datetime.date
    vervangen: tuple[Vervangen, ...]
    voorbeeld: bytes
    open_plekken: tuple[str, ...]


def gevolgen_of(work: Workspace, dossier: str, dagtekening: datetime.date) -> Gevolgen:
    """What setting the first PIP with this dagtekening would bring about; changes nothing."""
    found = work.vault.dossier(dossier)
    return _gevolgen(work, found, concept_of(found), EERSTE, dagtekening)


def gevolgen_of_wijziging(work: Workspace, dossier: str, dagtekening: datetime.date) -> Gevolgen:
    """The same of the later besluit in the making; KnownError `conflict.changed` when there is none."""
    found = work.vault.dossier(dossier)
    wijziging = open_wijziging(found)
    if wijziging is None:
        raise KnownError("conflict.changed")
    return _gevolgen(work, found, wijziging.inhoud(found), wijziging.grond, dagtekening)


def _gevolgen(
    work: Workspace, found: Dossier, inhoud: Mapping[str, Any], grond: str, dagtekening: datetime.date
) -> Gevolgen:
    dag = dagtekening.isoformat()
    concept = {**inhoud, "dagtekening": dag}
    versie = max((v.nummer for v in planversies_of(found)), default=0) + 1
    plan = ontwikkelplan_stuk(work, found, versie=versie, datum=dagtekening, vastgesteld=True)
    in_concept = beschikking_stuk(work, found, concept, grond=grond)
    return Gevolgen(
        concept=concept,
        controle=check_concept(work, found, concept, grond),
        termijn=termijn_of(work, found, dagtekening),
        rechtsmiddel=rechtsmiddel_van(found, grond),
        bezwaar_uiterlijk=bezwaar_uiterlijk(dagtekening, dagtekening, work.data.regelwaarden),
        vervangen=tuple(dict.fromkeys((*in_concept.vervangen, *plan.vervangen))),
        voorbeeld=draw_pdf(work, in_concept),
        open_plekken=_open_plekken(work, found, concept, grond),
    )


def _open_plekken(work: Workspace, found: Dossier, concept: Mapping[str, Any], grond: str) -> tuple[str, ...]:
    """What the writer of the set besluit refuses to leave open."""
    try:
        beschikking_stuk(work, found, concept, grond=grond, vastgesteld=True)
    except KnownError as error:
        return tuple(str(error.facts["wat"]).splitlines())
    return ()
