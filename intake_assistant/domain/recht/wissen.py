"""Why a dossier may be erased, and what forbids it for the time being (AVG 5, 17, 18; Besl 9.9; Awb 6, 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from intake_assistant.domain.recht.bewaartermijn import (
    DOSSIER,
    LAPTOPKOPIE,
    Bewaartermijn,
    BewaartermijnFeiten,
    bewaartermijnen,
    reached_zaaksysteem,
    verweertermijn,
)
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.verzoek import Verzoek

BEWAARTERMIJN: Final = "bewaartermijn"
OVERGEDRAGEN: Final = "overgedragen"
VERZOEK: Final = "verzoek"
VERGISSING: Final = "vergissing"
ANDERS: Final = "anders"

# Each with the rule it rests on; the last one with what was written down.
GRONDEN: Final[Mapping[str, str]] = {
    BEWAARTERMIJN: "Besl 9.9(1)",
    OVERGEDRAGEN: "BIO2 8.01.01",
    VERZOEK: "AVG 17",
    VERGISSING: "AVG 5(1)(d)",
    ANDERS: "AVG 5(1)(e)",
}
# A granted request that leaves nothing to keep (art. 17(1)(c) AVG for the last).
_VERZOEKEN: Final = ("wissing", "bezwaar_verwerking")
NIET_IN_ZAAKSYSTEEM: Final = "niet_in_zaaksysteem"
_NIETS_IN_DE_WEG: Final = ("geen_pip", "einde_zonder_pip")


def gronden(
    feiten: BewaartermijnFeiten, verzoeken: Iterable[Verzoek], vandaag: date, regels: Regels
) -> tuple[str, ...]:
    """The grounds there are today, what the law asks for first; the last two always, for a person to give."""
    due = {t.wat for t in bewaartermijnen(feiten, vandaag, regels) if t.stand == "te_wissen"}
    granted = any(v.soort in _VERZOEKEN and v.toegewezen for v in verzoeken)
    found = {BEWAARTERMIJN: DOSSIER in due, OVERGEDRAGEN: LAPTOPKOPIE in due, VERZOEK: granted}
    return (*(grond for grond, is_there in found.items() if is_there), VERGISSING, ANDERS)


def belet(feiten: BewaartermijnFeiten, vandaag: date, regels: Regels) -> Bewaartermijn | None:
    """What forbids erasing today: a besluit kept nowhere else, a bezwaar or beroep, or a beperking.

    What holds the answers behind the PIP holds the whole dossier: it is needed in law (art. 17(3)(e) AVG).
    """
    if not reached_zaaksysteem(feiten):
        return Bewaartermijn(DOSSIER, None, "wacht", "Archiefwet 3", NIET_IN_ZAAKSYSTEEM)
    if feiten.beperkt:
        return Bewaartermijn(DOSSIER, None, "wacht", "AVG 18(2)", "beperking")
    verweer = verweertermijn(feiten, vandaag, regels)
    return None if verweer.stand == "te_wissen" or verweer.reden in _NIETS_IN_DE_WEG else verweer


def is_verboden(grond: str, gevonden: Bewaartermijn | None) -> bool:
    """Whether what was found forbids erasing on this ground.

    The only copy of a besluit goes only when it should never have been here (Archiefwet 3 and 5; art.
    17(3)(b) AVG). For the rest: not for what should never have been here, nor for a copy of what stands in
    the zaaksysteem and answers there; a term that has passed was held against bezwaar and beroep already.
    While a bezwaar may still come, somebody may decide otherwise and write down why.
    """
    if gevonden is not None and gevonden.reden == NIET_IN_ZAAKSYSTEEM:
        return grond != VERGISSING
    if gevonden is None or grond in (BEWAARTERMIJN, OVERGEDRAGEN, VERGISSING):
        return False
    return not (grond == ANDERS and gevonden.stand == "loopt")
