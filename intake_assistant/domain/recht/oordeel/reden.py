"""Why: the codes of the sentences that say what the law makes of a PIP."""

from enum import StrEnum


class Reden(StrEnum):
    """The reason of a judgement; its sentence is `recht.oordeel.<code>`."""

    AOW = "aow"
    DAGTEKENING_IN_TOEKOMST = "dagtekening_in_toekomst"
    DOELGROEP_EN_TITEL = "doelgroep_en_titel"
    GEEN_DOELGROEP = "geen_doelgroep"
    GEEN_GEMEENTE = "geen_gemeente"
    GEEN_INSCHRIJVING = "geen_inschrijving"
    GEEN_KENNISGEVING = "geen_kennisgeving"
    GESPREK_NA_DAGTEKENING = "gesprek_na_dagtekening"
    INSCHRIJVING_NA_DAGTEKENING = "inschrijving_na_dagtekening"
    INTENSITEIT = "intensiteit"
    KENNISGEVING_NA_DAGTEKENING = "kennisgeving_na_dagtekening"
    LEEFTIJD_ONBEKEND = "leeftijd_onbekend"
    MAP = "map"
    MINDERJARIG = "minderjarig"
    NATIONALITEIT = "nationaliteit"
    ONMOGELIJK = "onmogelijk"
    PARTICIPATIE_UREN = "participatie_uren"
    PLICHT_VOORBIJ = "plicht_voorbij"
    TE_JONG = "te_jong"
    TOETS_NA_DAGTEKENING = "toets_na_dagtekening"
    VOOR_DE_WET = "voor_de_wet"
    ZROUTE = "zroute"
