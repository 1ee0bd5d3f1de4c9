"""A dossier of which something is handed out, and the consents to that."""

from datetime import timedelta
from typing import Any

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.operations.exchange.verstrekken import Aanvraag
from intake_assistant.operations.workspace import Workspace

TAALMAATJE, EENZAAM = "sociaal_netwerk.taalmaatje", "sociaal_netwerk.eenzaamheid"
SLAPEN, BEPERKT = "mentale_gezondheid.slapen", "fysieke_gezondheid.beperkt"
PARTIJ = "Stichting Taalmaatjes"
CONSENT = {
    "partij": PARTIJ,
    "doel": "een taalmaatje vinden dat past",
    "gegevens": ["sociaal_netwerk"],
    "richting": "delen",
    "gegeven": True,
    "wijze": "mondeling",
    "taal": "ti",
    "uitgelegd_met": "tolk",
    "vrije_keuze_uitgelegd": True,
}
KEY = pyrage.x25519.Identity.generate()


def begun(work: Workspace) -> str:
    """A dossier with answers that are special data, and some that are not."""
    work.vault.set_setting("gemeente", "Zwolle")
    persoon = {"voornamen": "Selam", "achternaam": "Tesfay", "bsn": "999990019", "woonplaats": "Zwolle"}
    found = create_dossier(work, persoon).made
    record_antwoord(work, found, TAALMAATJE, "wil")
    record_antwoord(work, found, EENZAAM, 4)
    record_antwoord(work, found, SLAPEN, 2)
    record_antwoord(work, found, BEPERKT, "ernstig")
    return found


def agreed(work: Workspace, dossier: str, dagen: int = -30, **otherwise: Any) -> str:
    """A consent to one party, of some days ago."""
    datum = work.clock.today() + timedelta(days=dagen)
    return record_toestemming(work, dossier, {"datum": datum, **CONSENT, **otherwise}).made


def asked(dossier: str, **otherwise: Any) -> Aanvraag:
    """What is asked of it."""
    found: dict[str, Any] = {"dossier": dossier, "ontvanger": PARTIJ, "recipients": (str(KEY.to_public()),)}
    return Aanvraag(**(found | otherwise))
