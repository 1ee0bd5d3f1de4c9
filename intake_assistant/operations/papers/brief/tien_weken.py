"""Whether a first PIP comes within its ten weeks, and if not whether that was allowed (Besl 5.3(1)-(2))."""

from __future__ import annotations

import datetime

from intake_assistant.documents.pip.gegevens import TienWeken
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import EERSTE
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.klokken import klokken
from intake_assistant.domain.recht.termijn import termijn_dagen
from intake_assistant.operations.workspace import Workspace


def tien_weken_of(
    work: Workspace, dossier: Dossier, dagtekening: datetime.date | None, grond: str
) -> TienWeken | None:
    """What a letter of this dagtekening must say of the ten weeks; None when they had not passed."""
    if dagtekening is None or grond != EERSTE:
        return None
    klok = next(
        k for k in klokken(klokfeiten(dossier), dagtekening, work.data.regelwaarden) if k.klok == "pip"
    )
    if klok.begin is None:
        return None
    regels = work.data.regelwaarden(klok.begin)
    normaal = termijn_dagen(klok.begin, regels.pip_dagen, regels.gelijkgesteld)
    if dagtekening <= normaal:
        return None
    # Without a last day a third party is still awaited: the term stands aside (Besl 5.3(2)).
    return TienWeken(uiterlijk=normaal, mag=klok.uiterlijk is None or dagtekening <= klok.uiterlijk)
