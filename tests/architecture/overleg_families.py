"""The texts of overleg whose key is built, as `text_families` has all others."""

from collections.abc import Iterable
from typing import Final, get_args

from intake_assistant.domain.overleg import overdracht, voorlegging

OVERLEG: Final[dict[str, str | Iterable[str]]] = {
    "overleg.deel_{}": voorlegging.DELEN,
    "overleg.geheel_{}": voorlegging.DELEN,
    "overleg.knop.{}": (
        "akkoord antwoord bekijk intrekken klaar lees_beschikking lees_ontwikkelplan leg_opnieuw_voor "
        "leg_voor naar_verschillen teruggeven weer_open"
    ),
    "overleg.caseload.{}": "alles niets",
    "overleg.overdracht.{}": get_args(overdracht.Overdrachtstand),
    "overleg.stand.{}": get_args(voorlegging.Voorleggingstand),
    "overleg.wacht.{}": "terug voorgelegd",
    "overleg.{}": "opmerking overdragen tot van waarnemen waarover",
    "overleg.{}_uitleg": "overdragen waarnemen",
}
