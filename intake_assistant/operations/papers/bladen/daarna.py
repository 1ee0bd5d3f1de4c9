"""From a dossier to the sheets for when somebody else takes over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from intake_assistant.dates import read_date
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.daarna import build_daarna, build_daarna_collega
from intake_assistant.documents.pip.gegevens import DaarnaGegevens
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import EINDE_OP
from intake_assistant.domain.recht.besluit import besluiten_of, dagtekening_eerste_pip
from intake_assistant.domain.recht.ontwikkelplan import Doel, doelen_of, volgende_stappen
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.recht.uitvoering.nazorg import nazorg_of
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.papers.gegevens import contact_of, gemeente_of, persoon_of, termijn_of
from intake_assistant.operations.words.naam import kenmerk_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch

# Who takes over reads all that is open, not only what comes next.
_AFSPRAKEN = 40


def has_daarna(dossier: Dossier) -> bool:
    """Whether something was recorded that goes on."""
    return bool(nazorg_of(dossier))


@dutch
def daarna_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The sheet of the person as a document."""
    return build_daarna(_gegevens(work, dossier), work.data.teksten)


@dutch
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
        afspraken=volgende_stappen(_zonder_gezondheid(work, dossier), _AFSPRAKEN),
        contact=contact_of(work),
    )


def _zonder_gezondheid(work: Workspace, dossier: Dossier) -> Iterator[Doel]:
    """The goals and agreements without those that rest on a special answer (AVG 9)."""
    bijzonder = bijzondere_vragen(work.data.formulieren)
    for doel in doelen_of(dossier):
        if question_of(doel.vraag) not in bijzonder:
            vrij = (a for a in doel.afspraken if question_of(a.vraag) not in bijzonder)
            yield replace(doel, afspraken=tuple(vrij))
