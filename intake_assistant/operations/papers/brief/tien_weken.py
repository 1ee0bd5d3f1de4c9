"""Whether a PIP comes within its ten weeks, and if not whether that was allowed (Besl 5.3)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.documents.pip.gegevens import TienWeken
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import EERSTE, VERHUIZING, dagtekening_eerste_pip
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.klokken import klokken
from intake_assistant.domain.recht.termijn import termijn_dagen
from intake_assistant.operations.workspace import Workspace


def tien_weken_of(
    work: Workspace, dossier: Dossier, concept: Mapping[str, Any], grond: str
) -> TienWeken | None:
    """What a letter of this concept must say of the ten weeks; None when they had not passed."""
    dagtekening = read_date(concept.get("dagtekening"))
    if dagtekening is None:
        return None
    if grond == EERSTE:
        return _eerste(work, dossier, dagtekening)
    verhuisd = read_date(concept.get("inschrijving_brp"))
    return _na_verhuizing(work, verhuisd, dagtekening) if grond == VERHUIZING and verhuisd else None


def _eerste(work: Workspace, dossier: Dossier, dagtekening: datetime.date) -> TienWeken | None:
    klok = next(
        k for k in klokken(klokfeiten(dossier), dagtekening, work.data.regelwaarden) if k.klok == "pip"
    )
    if klok.begin is None:
        return None
    regels = work.data.regelwaarden(klok.begin)
    normaal = termijn_dagen(klok.begin, regels.pip_dagen, regels.gelijkgesteld)
    if dagtekening <= normaal:
        return None
    if klok.uiterlijk is None:
        # A third party is still awaited: the term stands aside (Besl 5.3(2)).
        return TienWeken(uiterlijk=normaal, hoe="zonder_informatie")
    if dagtekening <= klok.uiterlijk:
        return TienWeken(uiterlijk=normaal, hoe="mag")
    if dagtekening_eerste_pip(dossier):
        # After a PIP of elsewhere it is late after a move, and its own term goes on (Wet 11(3)).
        return TienWeken(uiterlijk=klok.uiterlijk, hoe="te_laat_na_verhuizing")
    hoe = "te_laat_na_informatie" if klok.uiterlijk > normaal else "te_laat"
    return TienWeken(uiterlijk=klok.uiterlijk, hoe=hoe)


def _na_verhuizing(work: Workspace, verhuisd: datetime.date, dagtekening: datetime.date) -> TienWeken | None:
    regels = work.data.regelwaarden(verhuisd)
    normaal = termijn_dagen(verhuisd, regels.verhuizing_dagen, regels.gelijkgesteld)
    return TienWeken(uiterlijk=normaal, hoe="te_laat_na_verhuizing") if dagtekening > normaal else None
