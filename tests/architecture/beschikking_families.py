"""The texts of the beschikking whose key is built."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.recht.besluit import GRONDEN
from intake_assistant.domain.recht.klokken import KLOKSOORTEN
from intake_assistant.domain.recht.oordeel.uren import aftrek_soorten
from intake_assistant.domain.recht.oordeel.wijziging.gronden import POORTEN
from intake_assistant.domain.recht.tussen.oordeeldagen import HERKIJKBAAR
from intake_assistant.domain.recht.uitvoering.bekendmaking import WIJZEN
from intake_assistant.ui.beschikking.grondvelden import secties_van
from intake_assistant.ui.beschikking.rijen import AFTREK, PARTICIPATIEWET
from intake_assistant.ui.beschikking.velden import SECTIES

BESCHIKKING: Final[dict[str, str | Iterable[str]]] = {
    "beschikking.keuze_{}_{}": (
        "alfabetiseringsonderwijs/A alfabetiseringsonderwijs/AA alfabetiseringsonderwijs/NVT leerroute/B "
        "uitzondering_soort/opleiding uitzondering_soort/bijzonder "
        "leerroute/O leerroute/Z mag_opleiding_afmaken/ja mag_opleiding_afmaken/nee niveau/A2 niveau/B1 "
        "niveau_per_onderdeel/A2 niveau_per_onderdeel/B1 zroute/ja zroute/nee"
    ),
    "beschikking.keuze_aftrek_{}": aftrek_soorten(),
    "beschikking.aftrek_artikel_{}": (
        "besl_3_1_5 besl_3_2_3 besl_3_14_5 besl_3_14_6 besl_3_14_9 besl_5_4_4 reg_3_16_2"
    ),
    "beschikking.rij_{}_nieuw": "aftrek participatiewet",
    "beschikking.rij_{}_weg": "aftrek participatiewet",
    "beschikking.rij_{}_{}": [
        f"{naam}/{kolom.sleutel}"
        for naam, kolommen in (("aftrek", AFTREK), ("participatiewet", PARTICIPATIEWET))
        for kolom in kolommen
    ],
    "beschikking.klaar.{}": "anders gekozen tegen voor",
    "beschikking.nieuw.basis_{}": "bezwaar eigen uitspraak",
    "beschikking.grond.{}.titel": GRONDEN,
    "beschikking.grond.{}.vraagt": GRONDEN,
    "beschikking.grond.{}.wanneer": GRONDEN,
    "beschikking.sectie_{}": {*SECTIES, *(naam for grond in POORTEN for naam in secties_van(grond))},
    "beschikking.uitleg_{}": (
        "inspanning motivering.afschalen motivering.herziening motivering.kennelijke_fout "
        "motivering.schakelen motivering.verhuizing uitzondering "
        "aftrek intensiteit.toelichting motivering motivering_afwijking_lbt motivering_onderwijsroute "
        "voortgang zienswijze.geen ondersteuning ondertekenaar.functie "
        "ondertekenaar.mandaat ondertekenaar.naam onvolledig_reden participatiewet vve vve.nvt zienswijze "
        "teksten_toegestaan.functie teksten_toegestaan.naam"
    ),
    "beschikking.vaststellen.klok_{}": [
        "beroep",
        *(soort.naam for soort in KLOKSOORTEN.values() if soort.bij_besluit),
    ],
    "beschikking.vaststellen.{}": "beroep bezwaar",
    "beschikking.vaststellen.termijn_{}": "berekend duo",
    "beschikking.bekend.wijze_{}": WIJZEN,
    "beschikking.bekend.{}": "ja nee",
    "beschikking.vaststellen.veld_{}": (
        "bekendgemaakt_op bekendmaking.kopie bekendmaking.taal bekendmaking.uitgelegd_aan bekendmaking.wijze "
        "voor_gezien.datum voor_gezien.tolk"
    ),
    "beschikking.opnieuw_kijken.{}": HERKIJKBAAR,
    "beschikking.veld_{}": (
        "teksten_toegestaan.datum teksten_toegestaan.functie teksten_toegestaan.naam "
        "aftrek motivering_onderwijsroute voortgang zienswijze.geen zroute.examenwens "
        "alfabetiseringsonderwijs geschatte_intensiteit_b1_route intensiteit.toelichting "
        "intensiteit.uren_per_week intensiteit.weken leerroute mag_opleiding_afmaken map_uren motivering "
        "motivering_afwijking_lbt niveau niveau_per_onderdeel.lezen niveau_per_onderdeel.luisteren "
        "niveau_per_onderdeel.schrijven niveau_per_onderdeel.spreken ondersteuning ondertekenaar.functie "
        "ondertekenaar.mandaat ondertekenaar.naam onvolledig_reden participatiewet pvt_uren "
        "voortgangsgesprekken vve vve.nvt zienswijze zroute.cursusuren zroute.participatie_uren "
        "inschrijving_brp inspanning uitzondering uitzondering_soort uren"
    ),
}
