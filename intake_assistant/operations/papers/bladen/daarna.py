"""From a dossier to the sheets for when somebody else takes over."""

from __future__ import annotations

from intake_assistant.dates import read_date
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.daarna import build_daarna, build_daarna_collega
from intake_assistant.documents.pip.gegevens import DaarnaGegevens
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import EINDE_OP
from intake_assistant.domain.recht.besluit import besluiten_of, dagtekening_eerste_pip
from intake_assistant.domain.recht.ontwikkelplan import doelen_of, volgende_stappen
from intake_assistant.domain.recht.uitvoering.nazorg import nazorg_of
from intake_assistant.operations.papers.gegevens import (
    contact_of,
    gemeente_of,
    kenmerk_of,
    persoon_of,
    termijn_of,
)
from intake_assistant.operations.workspace import Workspace

# Who takes over reads all that is open, not only what comes next.
_AFSPRAKEN = 40


def has_daarna(dossier: Dossier) -> bool:
    """Whether something was recorded that goes on."""
    return bool(nazorg_of(dossier))


def daarna_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The sheet of the person as a document."""
    return build_daarna(_gegevens(work, dossier), work.data.teksten)


def daarna_collega_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The sheet of the colleague as a document."""
    return build_daarna_collega(_gegevens(work, dossier), work.data.teksten)


def _gegevens(work: Workspace, dossier: Dossier) -> DaarnaGegevens:
    besluiten, eerste = besluiten_of(dossier), dagtekening_eerste_pip(dossier)
    termijn = termijn_of(work, dossier, eerste) if eerste else None
    return DaarnaGegevens(
        gemeente=gemeente_of(work),
        inburgeraar=persoon_of(dossier),
        kenmerk=kenmerk_of(dossier),
        peildatum=work.clock.today(),
        nazorg=nazorg_of(dossier),
        termijn_einde=termijn.einde if termijn else None,
        einde_op=read_date(dossier.get(EINDE_OP.of())),
        leerroute=besluiten[-1].leerroute if besluiten else "",
        afspraken=volgende_stappen(doelen_of(dossier), _AFSPRAKEN),
        contact=contact_of(work),
    )
