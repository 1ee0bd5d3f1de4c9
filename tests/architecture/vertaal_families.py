"""The texts of the catalogues whose key is built, as `text_families` has all others."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.forms.toestemmingstekst import DELEN

VERTALEN: Final[dict[str, str | Iterable[str]]] = {
    "cli.translations_{}": "check coverage extract update",
    "instellingen.catalogus.{}": (
        "bekend besluit daarna gedeeld gesprek informatie inzage ja_of_nee keuzelijst plan praatplaat recht "
        "stukken toestemming toestemmingen tolkblad verteld wand week woorden"
    ),
    "instellingen.inspreken.{}": "hoedanigheid is_er naam neem_op onderwerp oud stop tekst",
    "vertalen.fout.{}": "lengte opmaak richting teken velden woordenlijst",
    "vertalen.informatie.{}": "controlevraag tekst titel",
    "vertalen.plek.{}": "kop tekst",
    "vertalen.praatplaat.{}": "titel uitleg woord",
    "vertalen.stuk.{}": "bekend besluit daarna inzage ja_of_nee plan verteld wand week",
    "vertalen.toestemming.{}": (*DELEN, "partij", "doel"),
    "vertalen.veld.{}": (
        "aantal adres artikel begin_termijn bezwaar_adres bezwaar_digitaal bezwaar_uiterlijk "
        "boete_begeleiding boete_begeleiding_max boete_leerroute_max boete_plafond boete_pvt_map bron "
        "contact cursusuren dagtekening_eerste_pip datum delen doel eerste einde_termijn fg_contact "
        "gegevens gemeente gevraagd_op gezegd inschrijving_brp jaar kenmerk kennisgeving_duo laatste "
        "lbt_datum leerroute mandaat map_uren meest naam niveau niveaus noodzakelijk_omdat nummer "
        "onderwerp onderwerpen ontvangen_op participatie_uren partij pvt_uren rechtbank reden scholen "
        "soort tekst telefoon tot totaal_uren uren uren_per_week van voortgangsgesprekken vorig_besluit "
        "vraag waarde waarschuwing wat weging_van weken wie zin"
    ),
    "vertalen.vraag.{}": "lijst notitie veld vraag",
    "vertalen.wettelijk.{}": "naam waarom wat zeg",
    "vertalen.zin.{}": "gedeeld recht stukken toestemmingen tolkblad",
}
