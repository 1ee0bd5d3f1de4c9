"""The keys and codes of a case file (contract 2), as data that one walker checks."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.casus.letopschema import LET_OP
from intake_assistant.casus.nodes import (
    BOOL,
    COUNTRY,
    DATE,
    DATED,
    INT,
    LANGUAGE,
    NAMED,
    QUESTION,
    TEXT,
    TEXTS,
    Answers,
    CaseLeaf,
    Either,
    Node,
    Rows,
    Table,
    Tables,
    codes,
)
from intake_assistant.casus.planschema import GELDPOST, GELDTAAK, WERKPLEK
from intake_assistant.casus.tolkschema import AANWEZIG
from intake_assistant.domain.aanraken.gebaar import GEBAREN
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.recht import verzoek
from intake_assistant.domain.recht.besluit import GRONDEN
from intake_assistant.domain.recht.bezwaar import BESLISSINGEN, NIET_GEHOORD
from intake_assistant.domain.recht.einde import REDENEN
from intake_assistant.domain.recht.gesprek import BEGREPEN, NOG_ZEGGEN, SINDS_VORIGE, VORMEN
from intake_assistant.domain.recht.leerroute import Alfabetiseringsonderwijs, Leerroute, Niveau
from intake_assistant.domain.recht.ontwikkelplan import TERMIJNEN, WIE
from intake_assistant.domain.recht.toestemming import CODES
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW
from intake_assistant.domain.recht.tussen.onderzoek import KON_LEZEN, VERSCHILLEN
from intake_assistant.domain.recht.tussen.oordeeldagen import HERKIJKBAAR
from intake_assistant.domain.recht.tussen.overleg import GRONDEN as OVERLEGGRONDEN
from intake_assistant.domain.recht.tussen.overleg import VORMEN as OVERLEGVORMEN
from intake_assistant.domain.recht.tussen.tolk import TOLKT_NU, ZONDER_TOLK
from intake_assistant.domain.recht.uitvoering.bekendmaking import WIJZEN
from intake_assistant.domain.recht.uitvoering.geregeld import AFRONDINGEN, HOUDT_TEGEN
from intake_assistant.domain.recht.uitvoering.handhaving import SOORTEN as HANDHAVING
from intake_assistant.domain.recht.uitvoering.hulptrap import TREDEN
from intake_assistant.domain.recht.uitvoering.weekplan import SOORTEN as WEEKSOORTEN

_KINDS: Mapping[str, CaseLeaf] = {
    "geboortedatum": DATE,
    "geboortejaar": CaseLeaf("year"),
    "begin_inburgeringsplicht": DATE,
    "bsn": CaseLeaf("bsn"),
    "nationaliteit": COUNTRY,
    "spreektaal": LANGUAGE,
    "leestaal": LANGUAGE,
}
INBURGERAAR: Mapping[str, Node] = {
    naam: codes(*mogelijk) if mogelijk else _KINDS.get(naam, TEXT) for naam, mogelijk in VELDEN.items()
}
# The address may be one text, or carry its parts (contract 2: "optional, with postcode, woonplaats, ...").
ADRES = Either(
    TEXT, Table({naam: TEXT for naam in ("straat", "adres", "postcode", "woonplaats", "telefoon", "email")})
)

ONDERDELEN = ("lezen", "luisteren", "schrijven", "spreken")
SOORTEN_UREN = ("cursus", "alfabetisering", "knm", "pvt", "map", "participatie")
ERK = ("A2", "B1", "B2")
PW_BESLUIT = Table({"besluit": NAMED, "datum": DATE, "kenmerk": TEXT, "artikel": TEXT, "bestand": TEXT})
AANGERAAKT = Tables(
    {"vraag": CaseLeaf("question", required=True), "wat": codes(*GEBAREN, required=True)},
)
ARGUMENT = Table({"tekst": NAMED, "vraag": QUESTION, "in_besluit": BOOL, OPNIEUW: DATE})
BESCHIKKING: Mapping[str, Node] = {
    "dagtekening": DATE,
    "bekendgemaakt_op": DATE,
    "bekendmaking": Table(
        {"wijze": codes(*WIJZEN), "uitgelegd_aan": TEXT, "taal": LANGUAGE, "kopie": BOOL},
    ),
    "ondertekenaar": Table({"naam": TEXT, "functie": TEXT, "mandaat": TEXT}),
    "onvolledig_reden": TEXT,
    "leerroute": codes(*Leerroute),
    "niveau": codes(*Niveau),
    "niveau_per_onderdeel": Table({deel: codes(*ERK) for deel in ONDERDELEN}),
    "geschatte_intensiteit_b1_route": CaseLeaf("positive"),
    "intensiteit": Table({"uren_per_week": CaseLeaf("number"), "weken": INT, "toelichting": TEXT}),
    "alfabetiseringsonderwijs": codes(*Alfabetiseringsonderwijs),
    "mag_opleiding_afmaken": BOOL,
    "motivering": TEXT,
    "zienswijze": Either(TEXT, Table({"geen": NAMED})),
    "motivering_onderwijsroute": TEXT,
    "aftrek": Tables(
        {
            "soort": codes(*SOORTEN_UREN, required=True),
            "uren": CaseLeaf("number", required=True),
            "artikel": NAMED,
            "waarom": TEXT,
        }
    ),
    "motivering_afwijking_lbt": TEXT,
    "ondersteuning": TEXTS,
    "pvt_uren": INT,
    "map_uren": INT,
    "voortgangsgesprekken": INT,
    "voortgang": TEXT,
    "vve": Either(TEXT, Table({"nvt": TEXT})),
    "participatiewet": Rows(TEXT, PW_BESLUIT),
    "teksten_toegestaan": Table({"naam": NAMED, "functie": TEXT, "datum": DATE}),
    "voor_gezien": Table({"datum": DATED, "tolk": TEXT}),
    "let_op": LET_OP,
    OPNIEUW: Table(dict.fromkeys(HERKIJKBAAR, DATE)),
    "zroute": Table({"cursusuren": INT, "participatie_uren": INT, "examenwens": BOOL}),
}
WIJZIGING: Mapping[str, Node] = {
    **{naam: node for naam, node in BESCHIKKING.items() if naam not in ("dagtekening", OPNIEUW)},
    "datum": DATED,
    "grond": codes(*GRONDEN, required=True),
    "uren": INT,
    "inspanning": TEXT,
    "uitzondering": TEXT,
    "uitzondering_soort": TEXT,
    "inschrijving_brp": DATE,
}
# What came along from the azc; what its `antwoorden` say is of the COA, and still to be confirmed.
OVERDRACHT_COA: Mapping[str, Node] = {
    "datum": DATED,
    "gehouden": BOOL,
    **dict.fromkeys(("niet_omdat", "met", "agenda", "motivatie", "let_op", "toegezegd"), TEXT),
    "klantprofiel": Table({"v_nummer": NAMED, "bestand": TEXT}),
    "antwoorden": Answers(),
}

CASE = Table(
    {
        "formaat": CaseLeaf("formaat", required=True),
        "titel": TEXT,
        "inburgeraar": Table({**INBURGERAAR, "adres": ADRES}),
        "procedure": Table(
            {
                "kennisgeving_duo": DATE,
                "inschrijving_brp": DATE,
                "aanbod_op": DATE,
                "einde_inburgeringsplicht": DATE,
                "einde_reden": codes(*REDENEN),
                "overgedragen_op": DATE,
                "zaaknummer": TEXT,
                "oproep": Tables(
                    {
                        "datum": DATED,
                        "verschenen": BOOL,
                        "meegewerkt": BOOL,
                        "waarschuwing": DATE,
                        "termijn_tot": DATE,
                    }
                ),
                "eerder_pip": Table(
                    {
                        "gemeente": TEXT,
                        "dagtekening": DATE,
                        "leerroute": codes(*Leerroute),
                        "niveau": codes(*Niveau),
                    }
                ),
                "informatie_derde": Tables(
                    {
                        "wat": NAMED,
                        "van": TEXT,
                        "gezondheid": BOOL,
                        "noodzakelijk_omdat": TEXT,
                        "gevraagd_op": DATED,
                        "ontvangen_op": DATE,
                    }
                ),
            }
        ),
        "overdracht_coa": Tables(OVERDRACHT_COA),
        "gesprek": Tables(
            {
                "datum": DATED,
                "vorm": codes(*VORMEN),
                "minuten": INT,
                "taal": LANGUAGE,
                "recht_op_alleen_gewezen": BOOL,
                "aanwezig": Tables(AANWEZIG),
                TOLKT_NU: TEXT,
                "zonder_tolk": codes(*ZONDER_TOLK),
                "antwoorden": Answers(),
                "verteld": Tables(
                    {
                        "onderwerp": CaseLeaf("onderwerp", required=True),
                        "begrepen": codes(*BEGREPEN, required=True),
                        "materiaal": TEXTS,
                    }
                ),
                "aangeraakt": AANGERAAKT,
                SINDS_VORIGE: TEXT,
                NOG_ZEGGEN: TEXT,
                "samenvatting": TEXT,
                "volgende_afspraak": TEXT,
                "volgende_afspraak_hoe": TEXT,
            }
        ),
        "toestemming": Tables(
            {
                "datum": DATED,
                "partij": NAMED,
                "doel": NAMED,
                "gegevens": CaseLeaf("texts", required=True),
                "richting": codes(*CODES["richting"], required=True),
                "gegeven": CaseLeaf("bool", required=True),
                "uitdrukkelijk": BOOL,
                "wijze": codes(*CODES["wijze"]),
                "taal": LANGUAGE,
                "tekstversie": TEXT,
                "uitgelegd_met": codes(*CODES["uitgelegd_met"]),
                "vrije_keuze_uitgelegd": BOOL,
                "geldig_tot": DATE,
                "ingetrokken_op": DATE,
                "ingetrokken_reden": TEXT,
                "ingetrokken_door": TEXT,
                "gevolg": TEXTS,
            }
        ),
        "huishouden": Table({"met": NAMED, "sinds": DATED}),
        "weging": Tables(
            {
                "leerroute": codes(*Leerroute, required=True),
                "voor": CaseLeaf("arguments"),
                "tegen": CaseLeaf("arguments"),
            }
        ),
        "beschikking": Table(BESCHIKKING),
        "doel": Tables(
            {
                "naam": NAMED,
                "termijn": codes(*TERMIJNEN, required=True),
                "vraag": QUESTION,
                "afspraak": Tables(
                    {
                        "wat": NAMED,
                        "wie": codes(*WIE),
                        "uiterlijk": DATE,
                        "klaar_op": DATE,
                        "vraag": QUESTION,
                        "werkplek": WERKPLEK,
                        "hulp": codes(*TREDEN),
                        "samen_vanaf": DATE,
                        "zelf_vanaf": DATE,
                        "teruggekeken": Tables({"op": DATED, "hulp": codes(*TREDEN, required=True)}),
                    }
                ),
            }
        ),
        "vertaling": Tables({"nl": NAMED, "taal": NAMED, "tekst": NAMED}),
        "wijziging": Tables(WIJZIGING),
        "uren": Tables(
            {
                "soort": codes(*SOORTEN_UREN, required=True),
                "van": DATED,
                "tot": DATED,
                "aantal": CaseLeaf("number", required=True),
                "bron": TEXT,
                "instelling": TEXT,
            }
        ),
        "handhaving": Tables(
            {
                "datum": DATED,
                "soort": codes(*HANDHAVING, required=True),
                "artikel": TEXT,
                "reden": TEXT,
                "bedrag": CaseLeaf("number"),
                "percentage": CaseLeaf("number"),
            }
        ),
        "bezwaar": Tables(
            {
                "verzonden_op": DATE,
                "ontvangen_op": DATED,
                "besluit": INT,
                "commissie": BOOL,
                "verlengd_op": DATE,
                "gehoord_op": DATE,
                "niet_gehoord": codes(*NIET_GEHOORD),
                "beslissing": codes(*BESLISSINGEN),
                "beslist_op": DATE,
                "beroep_op": DATE,
                "uitspraak_op": DATE,
                "hoger_beroep_op": DATE,
                "uitspraak_hoger_beroep_op": DATE,
            }
        ),
        "ontzorgen": Tables(
            {
                "van": DATED,
                "posten": TEXTS,
                "verlengd_tot": DATE,
                "reden": TEXT,
                "zelf_sinds": CaseLeaf("dates_by_post"),
            }
        ),
        "geldpost": GELDPOST,
        "geldtaak": GELDTAAK,
        "verzoek": Tables(
            {
                "soort": codes(*verzoek.SOORTEN, required=True),
                "ontvangen_op": DATED,
                "wijze": codes(*verzoek.WIJZEN),
                "wat": TEXT,
                "verlengd_op": DATE,
                "verlenging_reden": TEXT,
                "beslist_op": DATE,
                "beslissing": codes(*verzoek.BESLISSINGEN),
                "reden": TEXT,
                "uitgevoerd_op": DATE,
                "opgeheven_op": DATE,
            }
        ),
        "partneroverleg": Tables(
            {
                "datum": DATED,
                "partij": NAMED,
                "wie": TEXT,
                "vorm": codes(*OVERLEGVORMEN),
                "grond": codes(*OVERLEGGRONDEN, required=True),
                "artikel": TEXT,
                "gedeeld": TEXT,
                "geleerd": TEXT,
            }
        ),
        "onderzoek": Tables(
            {
                "datum": DATED,
                "instrument": NAMED,
                "door": TEXT,
                "taal": LANGUAGE,
                "kon_lezen": codes(*KON_LEZEN),
                "uitkomst": TEXT,
                "verteld": TEXT,
                "verschil": codes(*VERSCHILLEN),
                "besproken_op": DATE,
            }
        ),
        "verwijzing": Tables({"datum": DATED, "naar": NAMED, "uitkomst": TEXT}),
        "randvoorwaarde": Tables(
            {
                "sinds": DATED,
                "wat": NAMED,
                "houdt_tegen": codes(*HOUDT_TEGEN),
                "wie": TEXT,
                "uiterlijk": DATE,
                "geregeld_op": DATE,
            }
        ),
        "weekblok": Tables(
            {
                "afgesproken_op": DATED,
                "soort": codes(*WEEKSOORTEN, required=True),
                "wat": TEXT,
                "dagen": CaseLeaf("weekdays", required=True),
                "van": CaseLeaf("hour", required=True),
                "tot": CaseLeaf("hour", required=True),
                "vanaf": DATE,
                "tot_en_met": DATE,
            }
        ),
        "weekstap": Tables(
            {"afgesproken_op": DATED, "vanaf": DATE, "uren": CaseLeaf("number", required=True)},
        ),
        "daarna": Tables(
            {
                "vanaf": DATED,
                "wat": NAMED,
                "wie": TEXT,
                "bereik": TEXT,
                "dag": DATE,
                "wat_dan": TEXT,
                "gezondheid": BOOL,
            }
        ),
        "afronding": Table(
            {
                **{f"{deel}_op": DATE for deel in AFRONDINGEN},
                **{f"{deel}_verwijtbaar": BOOL for deel in AFRONDINGEN},
            }
        ),
    }
)
