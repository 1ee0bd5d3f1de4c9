"""The families of the texts about files that travel."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.exchange.merge import Verandering
from intake_assistant.ui.uitwisseling.screen import DELEN as UITWISSELDELEN

EXCHANGE: Final[dict[str, str | Iterable[str]]] = {
    "uitwisseling.grond.{}": [soort for soort in Bestandssoort if soort.has_entries],
    "uitwisseling.deel_{}": UITWISSELDELEN,
    "uitwisseling.kaart.kolom_{}": "gemeente naam rol stand vergeleken",
    "uitwisseling.kaart.{}": "stand_ingetrokken vertrouwd",
    "uitwisseling.lijst.{}": "dossiers gezond_achter naar niet niets_achter soort wel",
    "uitwisseling.mee.{}": "dossiers gezondheid",
    "uitwisseling.register.kolom_{}": "dossiers naar soort van wanneer",
    "uitwisseling.soort.{}": Bestandssoort,
    "uitwisseling.soort_uitleg.{}": "overdracht-collega team",
    "uitwisseling.soort_ontvangen.{}": Bestandssoort,
    "uitwisseling.geteld.{}": Verandering,
    "uitwisseling.klaar.{}": "naar_verschillen openen",
    "uitwisseling.telling.{}": Verandering,
    "uitwisseling.veranderd.{}": Verandering,
    "uitwisseling.verandering.{}": Verandering,
    "uitwisseling.voorbeeld.kolom_{}": (
        "bestand dossier gedaan gemaakt gewist_op grond let_op soort stand van wat"
    ),
}
