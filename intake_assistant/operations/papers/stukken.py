"""Both parts of the PIP as documents, as they stand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.ontwikkelplan import build_ontwikkelplan
from intake_assistant.documents.pip.wandplan import build_wandplan
from intake_assistant.documents.pip.weekblad import build_weekblad
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import EERSTE
from intake_assistant.operations.papers.gegevens import (
    gemeente_of,
    ontwikkelplan_gegevens,
    pip_gegevens,
    wandplan_gegevens,
)
from intake_assistant.operations.views.uitvoering.weekblad import WAND, weken_of_plan
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch


@dutch
def beschikking_stuk(
    work: Workspace,
    dossier: Dossier,
    concept: Mapping[str, Any],
    *,
    grond: str = EERSTE,
    vastgesteld: bool = False,
) -> Stuk:
    """The beschikking as a document."""
    gegevens = pip_gegevens(work, dossier, concept, grond=grond, vastgesteld=vastgesteld)
    return build_beschikking(gegevens, work.data.teksten)


@dutch
def wandplan_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The plan for the wall as a document, as it stands today."""
    return build_wandplan(wandplan_gegevens(work, dossier), work.data.teksten)


@dutch
def weekblad_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The week for the wall as a document: that of today, or the first one that is to come."""
    vandaag = work.clock.today()
    week = next(iter(weken_of_plan(work, dossier, vandaag, WAND)), None)
    return build_weekblad(gemeente_of(work), vandaag, week, work.data.teksten)


@dutch
def ontwikkelplan_stuk(
    work: Workspace, dossier: Dossier, *, versie: int, datum: datetime.date, vastgesteld: bool
) -> Stuk:
    """The ontwikkelplan as a document."""
    gegevens = ontwikkelplan_gegevens(work, dossier, versie=versie, datum=datum, vastgesteld=vastgesteld)
    return build_ontwikkelplan(gegevens, work.data.teksten)
