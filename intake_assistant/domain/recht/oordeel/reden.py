"""Why: the codes of the sentences that say what the law makes of a PIP."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING, BESLUIT, GESPREK, PERSOON, PROCEDURE


class Reden(StrEnum):
    """The reason of a judgement; its sentence is `recht.oordeel.<code>`."""

    AFSCHALEN_BUITEN_B1 = "afschalen_buiten_b1"
    AFWEZIG_ZONDER_OPROEPEN = "afwezig_zonder_oproepen"
    AOW = "aow"
    BEKEND_IN_TOEKOMST = "bekend_in_toekomst"
    BEKEND_VOOR_DAGTEKENING = "bekend_voor_dagtekening"
    BEKEND_ZONDER_BESLUIT = "bekend_zonder_besluit"
    DAGTEKENING_IN_TOEKOMST = "dagtekening_in_toekomst"
    DOELGROEP_EN_TITEL = "doelgroep_en_titel"
    DUO_AANBOD_GEEN_ASIEL = "duo_aanbod_geen_asiel"
    DUO_BUITEN_TERMIJN = "duo_buiten_termijn"
    DUO_GEEN_MAP = "duo_geen_map"
    DUO_GEEN_PIP = "duo_geen_pip"
    DUO_GEEN_PLICHT = "duo_geen_plicht"
    DUO_GEEN_ZROUTE = "duo_geen_zroute"
    DUO_IN_TOEKOMST = "duo_in_toekomst"
    DUO_NA_ZROUTE = "duo_na_zroute"
    DUO_START_VOOR_AANBOD = "duo_start_voor_aanbod"
    DUO_VERWIJTBAAR_TE_VROEG = "duo_verwijtbaar_te_vroeg"
    DUO_VOOR_PIP = "duo_voor_pip"
    DUO_VOOR_TERMIJN = "duo_voor_termijn"
    EERDER_PIP_ONVOLLEDIG = "eerder_pip_onvolledig"
    GEEN_DOELGROEP = "geen_doelgroep"
    GEEN_GEMEENTE = "geen_gemeente"
    GEEN_GROND = "geen_grond"
    GEEN_INSCHRIJVING = "geen_inschrijving"
    GEEN_INSPANNING = "geen_inspanning"
    GEEN_KENNELIJKE_FOUT = "geen_kennelijke_fout"
    GEEN_KENNISGEVING = "geen_kennisgeving"
    GEEN_NIEUWE_INSCHRIJVING = "geen_nieuwe_inschrijving"
    GEEN_PW_BESLUIT = "geen_pw_besluit"
    GEEN_VOORTGANGSGESPREKKEN = "geen_voortgangsgesprekken"
    GEEN_VORDERINGEN = "geen_vorderingen"
    GEEN_ZIENSWIJZE = "geen_zienswijze"
    GESPREK_NA_DAGTEKENING = "gesprek_na_dagtekening"
    GROND_NIET_AFGEDRUKT = "grond_niet_afgedrukt"
    HOORT_IN_BESLUIT = "hoort_in_besluit"
    INSCHRIJVING_NA_DAGTEKENING = "inschrijving_na_dagtekening"
    INTENSITEIT = "intensiteit"
    KENNISGEVING_NA_DAGTEKENING = "kennisgeving_na_dagtekening"
    LANGER_DAN_TERMIJN = "langer_dan_termijn"
    LEEFTIJD_ONBEKEND = "leeftijd_onbekend"
    MAP = "map"
    MINDERJARIG = "minderjarig"
    MOTIVERING_KORT = "motivering_kort"
    NATIONALITEIT = "nationaliteit"
    NIET_LAGER = "niet_lager"
    NIVEAU_IN_ZROUTE = "niveau_in_zroute"
    NIVEAU_NIET_HET_LAAGSTE = "niveau_niet_het_laagste"
    NIVEAU_TE_LAAG = "niveau_te_laag"
    NIVEAU_VERLAAGD = "niveau_verlaagd"
    ONBEKENDE_UITZONDERING = "onbekende_uitzondering"
    ONDERDEEL_ONTHEVEN = "onderdeel_ontheven"
    ONDERTEKENAAR_ZONDER_MANDAAT = "ondertekenaar_zonder_mandaat"
    ONDERDEEL_TE_LAAG = "onderdeel_te_laag"
    ONDERWIJSROUTE_NIET_GEVOLGD = "onderwijsroute_niet_gevolgd"
    ONDERWIJSROUTE_ZONDER_WENS = "onderwijsroute_zonder_wens"
    ONMOGELIJK = "onmogelijk"
    ONTHEFFING_ZONDER_GROND = "ontheffing_zonder_grond"
    PARTICIPATIE_UREN = "participatie_uren"
    PLICHT_VOORBIJ = "plicht_voorbij"
    ROUTE_NA_VERHUIZING = "route_na_verhuizing"
    ROUTE_ONDER_HERZIENING = "route_onder_herziening"
    SCHAKELEN_TE_LAAT = "schakelen_te_laat"
    SCORE_EN_UITSLAG = "score_en_uitslag"
    TEGENSPRAAK = "tegenspraak"
    TEKSTEN_NIET_NAGEKEKEN = "teksten_niet_nagekeken"
    TE_JONG = "te_jong"
    TE_WEINIG_LESUREN = "te_weinig_lesuren"
    TOETS_NA_DAGTEKENING = "toets_na_dagtekening"
    TOETS_ZONDER_UITSLAG = "toets_zonder_uitslag"
    TOTAAL_WIJKT_AF = "totaal_wijkt_af"
    UREN_ANDERS_DAN_URENBOEK = "uren_anders_dan_urenboek"
    UREN_BOVEN_NORM = "uren_boven_norm"
    UREN_NIET_AFGETROKKEN = "uren_niet_afgetrokken"
    UREN_ONDER_NORM = "uren_onder_norm"
    VEEL_UREN_PER_WEEK = "veel_uren_per_week"
    VERHUIZING_TE_LAAT = "verhuizing_te_laat"
    VOOR_DE_WET = "voor_de_wet"
    WEGING_VAN_EERDER = "weging_van_eerder"
    ZELFDE_ROUTE = "zelfde_route"
    ZROUTE = "zroute"


_BESCHIKKING: Final = BESCHIKKING.begin()
"""Any field of the besluit: the judgement names which."""

UITWEGEN: Final[Mapping[Reden, tuple[str, ...]]] = {
    Reden.AFSCHALEN_BUITEN_B1: ("beschikking.leerroute",),
    Reden.AFWEZIG_ZONDER_OPROEPEN: ("beschikking.onvolledig_reden",),
    Reden.AOW: ("inburgeraar.geboortedatum",),
    Reden.BEKEND_IN_TOEKOMST: (BESLUIT.begin(),),
    Reden.BEKEND_VOOR_DAGTEKENING: (BESLUIT.begin(),),
    Reden.BEKEND_ZONDER_BESLUIT: (BESLUIT.begin(),),
    Reden.DAGTEKENING_IN_TOEKOMST: ("beschikking.dagtekening",),
    Reden.DOELGROEP_EN_TITEL: ("inburgeraar.doelgroep",),
    Reden.DUO_AANBOD_GEEN_ASIEL: ("duo",),
    Reden.DUO_BUITEN_TERMIJN: ("duo",),
    Reden.DUO_GEEN_MAP: ("duo",),
    Reden.DUO_GEEN_PIP: ("duo",),
    Reden.DUO_GEEN_PLICHT: ("procedure.einde_inburgeringsplicht",),
    Reden.DUO_GEEN_ZROUTE: ("duo",),
    Reden.DUO_IN_TOEKOMST: ("duo",),
    Reden.DUO_NA_ZROUTE: ("duo",),
    Reden.DUO_START_VOOR_AANBOD: ("duo",),
    Reden.DUO_VERWIJTBAAR_TE_VROEG: ("duo",),
    Reden.DUO_VOOR_PIP: ("duo",),
    Reden.DUO_VOOR_TERMIJN: ("duo",),
    Reden.EERDER_PIP_ONVOLLEDIG: ("procedure.eerder_pip.dagtekening", "procedure.eerder_pip.leerroute"),
    Reden.GEEN_DOELGROEP: ("inburgeraar.doelgroep",),
    Reden.GEEN_GEMEENTE: ("instellingen",),
    Reden.GEEN_GROND: ("beschikking.grond",),
    Reden.GEEN_INSCHRIJVING: ("procedure.inschrijving_brp",),
    Reden.GEEN_INSPANNING: ("beschikking.inspanning",),
    Reden.GEEN_KENNELIJKE_FOUT: (_BESCHIKKING,),
    Reden.GEEN_KENNISGEVING: ("procedure.kennisgeving_duo",),
    Reden.GEEN_NIEUWE_INSCHRIJVING: ("beschikking.inschrijving_brp",),
    Reden.GEEN_PW_BESLUIT: ("beschikking.participatiewet",),
    Reden.GEEN_VOORTGANGSGESPREKKEN: ("beschikking.voortgang",),
    Reden.GEEN_VORDERINGEN: ("beschikking.leerroute",),
    Reden.GEEN_ZIENSWIJZE: ("beschikking.zienswijze",),
    Reden.GESPREK_NA_DAGTEKENING: ("beschikking.dagtekening",),
    Reden.GROND_NIET_AFGEDRUKT: ("weging",),
    Reden.HOORT_IN_BESLUIT: (_BESCHIKKING,),
    Reden.INSCHRIJVING_NA_DAGTEKENING: ("procedure.inschrijving_brp", "beschikking.inschrijving_brp"),
    Reden.INTENSITEIT: ("beschikking.intensiteit",),
    Reden.KENNISGEVING_NA_DAGTEKENING: ("procedure.kennisgeving_duo",),
    Reden.LANGER_DAN_TERMIJN: ("beschikking.intensiteit.weken",),
    Reden.LEEFTIJD_ONBEKEND: ("inburgeraar.geboortedatum",),
    Reden.MAP: ("beschikking.map_uren",),
    Reden.MINDERJARIG: ("inburgeraar.geboortedatum",),
    Reden.MOTIVERING_KORT: ("beschikking.motivering",),
    Reden.NATIONALITEIT: ("inburgeraar.nationaliteit",),
    Reden.NIET_LAGER: ("beschikking.niveau_per_onderdeel",),
    Reden.NIVEAU_IN_ZROUTE: ("beschikking.niveau",),
    Reden.NIVEAU_NIET_HET_LAAGSTE: ("beschikking.niveau",),
    Reden.NIVEAU_TE_LAAG: ("beschikking.niveau",),
    Reden.NIVEAU_VERLAAGD: ("beschikking.niveau_per_onderdeel.",),
    Reden.ONBEKENDE_UITZONDERING: ("beschikking.uitzondering_soort",),
    Reden.ONDERDEEL_ONTHEVEN: ("beschikking.niveau_per_onderdeel.",),
    Reden.ONDERTEKENAAR_ZONDER_MANDAAT: ("beschikking.ondertekenaar.",),
    Reden.ONDERDEEL_TE_LAAG: ("beschikking.niveau_per_onderdeel.",),
    Reden.ONDERWIJSROUTE_NIET_GEVOLGD: ("beschikking.motivering_onderwijsroute",),
    Reden.ONDERWIJSROUTE_ZONDER_WENS: ("beschikking.motivering_onderwijsroute",),
    Reden.ONMOGELIJK: (_BESCHIKKING, PERSOON.begin(), PROCEDURE.begin(), GESPREK.begin()),
    Reden.ONTHEFFING_ZONDER_GROND: ("leerbaarheid.lbt_ontheffing_grond",),
    Reden.PARTICIPATIE_UREN: ("beschikking.zroute.participatie_uren",),
    Reden.PLICHT_VOORBIJ: ("procedure.einde_inburgeringsplicht",),
    Reden.ROUTE_NA_VERHUIZING: ("beschikking.leerroute",),
    Reden.ROUTE_ONDER_HERZIENING: ("beschikking.leerroute",),
    Reden.SCHAKELEN_TE_LAAT: ("beschikking.uitzondering",),
    Reden.SCORE_EN_UITSLAG: ("leerbaarheid.lbt_score",),
    Reden.TEGENSPRAAK: ("conflicten",),
    Reden.TEKSTEN_NIET_NAGEKEKEN: ("beschikking.teksten_toegestaan.",),
    Reden.TE_JONG: ("inburgeraar.geboortedatum",),
    Reden.TE_WEINIG_LESUREN: ("uren",),
    Reden.TOETS_NA_DAGTEKENING: ("leerbaarheid.lbt_datum",),
    Reden.TOETS_ZONDER_UITSLAG: ("leerbaarheid.lbt_uitslag",),
    Reden.TOTAAL_WIJKT_AF: ("beschikking.geschatte_intensiteit_b1_route", "beschikking.zroute.cursusuren"),
    Reden.UREN_ANDERS_DAN_URENBOEK: ("uren",),
    Reden.UREN_BOVEN_NORM: ("beschikking.pvt_uren", "beschikking.map_uren", "beschikking.zroute."),
    Reden.UREN_NIET_AFGETROKKEN: ("beschikking.zroute.cursusuren",),
    Reden.UREN_ONDER_NORM: ("beschikking.pvt_uren", "beschikking.map_uren", "beschikking.zroute."),
    Reden.VEEL_UREN_PER_WEEK: ("beschikking.intensiteit.uren_per_week",),
    Reden.VERHUIZING_TE_LAAT: ("beschikking.inschrijving_brp",),
    Reden.VOOR_DE_WET: ("beschikking.dagtekening",),
    Reden.WEGING_VAN_EERDER: ("weging",),
    Reden.ZELFDE_ROUTE: ("beschikking.leerroute",),
    Reden.ZROUTE: ("beschikking.zroute",),
}
"""Where each is mended: a field, a question, a room; with a dot or bracket behind it any field of a kind."""


def is_uitweg(reden: Reden, vraag: str) -> bool:
    """Whether what a judgement names is where its reason is mended."""
    return any(vraag == plek or (plek[-1] in ".[" and vraag.startswith(plek)) for plek in UITWEGEN[reden])
