"""From a besluit that was made known to the letter that goes with it."""

from __future__ import annotations

from intake_assistant.dates import read_date
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.bekendmaking import build_bekendmaking
from intake_assistant.documents.pip.gegevens import BekendmakingGegevens
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of
from intake_assistant.domain.recht.bezwaar import bezwaar_uiterlijk
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.gegevens import contact_of, gemeente_of, persoon_of
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_of
from intake_assistant.operations.words.naam import besluitkenmerk
from intake_assistant.operations.words.waarde import taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch


def te_begeleiden(dossier: Dossier) -> Besluit | None:
    """The besluit that the letter goes with: the last, once it was made known."""
    besluiten = besluiten_of(dossier)
    return besluiten[-1] if besluiten and not besluiten[-1].aangenomen else None


@dutch
def geleidebrief_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The letter as a document; KnownError `pip.not_announced` while nothing was made known."""
    besluit = te_begeleiden(dossier)
    dagtekening = read_date(besluit.dagtekening) if besluit else None
    bekend = read_date(besluit.bekendgemaakt_op) if besluit else None
    if besluit is None or dagtekening is None or bekend is None:
        raise KnownError("pip.not_announced")
    hoe = bekendmaking_of(dossier, besluit)
    gegevens = BekendmakingGegevens(
        gemeente=gemeente_of(work),
        inburgeraar=persoon_of(dossier),
        kenmerk=besluitkenmerk(dossier, besluit.nummer),
        dagtekening=dagtekening,
        bekendgemaakt_op=bekend,
        bezwaar_uiterlijk=bezwaar_uiterlijk(bekend, dagtekening, work.data.regelwaarden),
        rechtsmiddel=besluit.rechtsmiddel,
        wijze=hoe.wijze,
        uitgelegd_aan=hoe.uitgelegd_aan,
        taal=taalnaam(work.data.formulieren, hoe.taal) if hoe.taal else "",
        tolk=hoe.tolk,
        kopie=hoe.kopie,
        gezien_op=hoe.gezien_op,
        contact=contact_of(work),
    )
    return build_bekendmaking(gegevens, work.data.teksten)
