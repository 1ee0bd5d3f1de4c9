"""The texts of case files and the demonstration whose key is built, as `text_families` has all others."""

from collections.abc import Iterable
from typing import Final

CASUS: Final[dict[str, str | Iterable[str]]] = {
    "casus.demo.gelijk_{}": (
        "antwoorden beschikking gesprekken ontwikkelplan persoon toestemmingen uitvoering weging"
    ),
    "casus.demo.stap_{}": (
        "bekendmaken caseload concept dossier gesprek ingetrokken klaar kluis papier_besluit "
        "materiaal papier_bladen papier_concept papier_mee van_het_azc werkplek werkplekuren "
        "plan planversie procedure rondgang rondgang_snel toestemming_ja toestemming_nee uitreiken "
        "uitvoering vaststellen vertaling weging wijziging"
    ),
    "casus.soort_{}": (
        "bedrag bool country date dates_by_post formaat hour int language number onderwerp positive question "
        "text texts weekdays year"
    ),
}
