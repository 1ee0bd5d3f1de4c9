"""The families of texts on what leaves the municipality."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.recht.uitwisseling import WETTELIJK, Deelsoort, Ontvangersoort

VERSTREKKEN: Final[dict[str, str | Iterable[str]]] = {
    "verstrekken.aanleiding.{}": Ontvangersoort,
    "verstrekken.blijft.{}": "geweigerd ingetrokken verlopen",
    "verstrekken.deel.{}": Deelsoort,
    "verstrekken.melden.{}": "brief gedaan",
    "verstrekken.ontvanger.{}": Ontvangersoort,
    "verstrekken.ontvanger_uitleg.{}": Ontvangersoort,
    "verstrekken.op_{}": [Deelsoort.TOESTEMMING, Deelsoort.BIJZONDER],
    "verstrekken.veld.{}": "begin einde klaar_op oproep_gemist oproep_waarschuwing uiterlijk",
    "verstrekken.wet.{}": [als for als, delen in WETTELIJK.items() if delen],
}
