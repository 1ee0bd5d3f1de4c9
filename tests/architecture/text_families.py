"""The texts whose key is built: each family with the codes of its enum, so that every key can be found."""

from collections.abc import Iterable, Iterator
from typing import Final

from intake_assistant import VERSIE
from intake_assistant.domain import kind
from intake_assistant.domain.aanraken.gebaar import GEBAREN
from intake_assistant.domain.kinds import KINDS
from intake_assistant.domain.recht.besluit import BEROEP, BEZWAAR
from intake_assistant.domain.recht.gesprek import BEGREPEN, VORMEN
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.ontwikkelplan import TERMIJNEN, WIE
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.stand import STANDEN
from intake_assistant.domain.recht.tussen.tolk import TOLKSOORTEN
from intake_assistant.domain.recht.uitvoering.hulptrap import TREDEN
from intake_assistant.domain.recht.uitwisseling import ROLLEN
from intake_assistant.domain.recht.verzoek import SOORTEN, WIJZEN
from intake_assistant.domain.recht.weging import KANTEN
from intake_assistant.operations.papers.inzagestukken import FORMATEN
from intake_assistant.operations.views.overzicht import BESCHADIGD
from intake_assistant.ui.dossiers.model import KOLOMMEN
from tests.architecture.beschikking_families import BESCHIKKING
from tests.architecture.casus_families import CASUS
from tests.architecture.dossier_families import DOSSIER
from tests.architecture.dubbel_families import DUBBEL
from tests.architecture.exchange_families import EXCHANGE
from tests.architecture.formulier_families import FORMULIER
from tests.architecture.overleg_families import OVERLEG
from tests.architecture.stukken_families import STUKKEN
from tests.architecture.team_families import TEAM
from tests.architecture.uitvoering_families import OVER, UITVOERING
from tests.architecture.venster_families import VENSTER
from tests.architecture.verstrek_families import VERSTREKKEN
from tests.architecture.vertaal_families import VERTALEN

_OP = "gehaald gehaald_per_post gehaald_voortijdig loopt overschreden te_laat".split()
_TEGEN = " ".join(
    f"{k}/{op}{erbij}" for k in (BEROEP, BEZWAAR) for op in _OP for erbij in ("", "_aangenomen")
)
FAMILIES: Final[dict[str, str | Iterable[str]]] = {
    "cli.duo_{}": "aanbod contactpersoon map pip pvt zroute",
    "recht.duo.gelezen_{}": "beslist ernaast gelijk genomen tegenspraak vervangen",
    "recht.duo.weer_{}": "beslist tegenspraak vervangen",
    "recht.duo.vorm.{}": (
        "geen_bericht geen_code geen_datum geen_getal geen_score geen_tekst geen_waar grootte leeg lengte "
        "onbekend ontbreekt tegenspraak tekens volgorde"
    ),
    "cli.card_{}": "bekend device gemeente ingetrokken kenmerk naam recipient rol",
    "cli.gebruik_{}": (
        "bij dubbelzinnig een een_van gebruik geen hoogstens_een hulp keuze minstens_een niet_met onbekend "
        "opties soort verplicht woorden"
    ),
    "cli.restore_{}": "compare merge replace",
    "cli.vault_{}": (
        "backup card check create erase log open-with-recovery passphrase rebuild rekey rescue restore slots"
    ),
    "cli.{}": (
        "agenda digest document dubbel due erase export inzage list merge pip play report resolve show "
        "verstrekkingen"
    ),
    "dossiers.doelgroep_{}": "asielstatushouder gezinsmigrant overige_migrant",
    "dossiers.filter_{}": (
        "afgerond alle dringend in_gesprek klaar_voor_besluit overleg van_u vastgesteld verschillen"
    ),
    "dossiers.kolom_{}": KOLOMMEN,
    "dossiers.merken_{}": "deels leeg",
    "dossiers.kop_{}": "persoon procedure",
    "dossiers.stand_{}": (*STANDEN, BESCHADIGD),
    "dossiers.beschadigd.{}": "terughalen nakijken redden",
    "dossiers.veld_{}": (
        "achternaam bsn doelgroep geboren inschrijving_brp kennisgeving_duo spreektaal v_nummer voornamen"
    ),
    "draad.argument_{}": KANTEN,
    "geschiedenis.leerroute.{}": Leerroute,
    "geschiedenis.over.{}": (
        "bijlage afspraak afspraak.klaar_op afspraak.uiterlijk afspraak.vraag afspraak.wat afspraak.wie "
        "afspraak.hulp afspraak.samen_vanaf afspraak.teruggekeken_op afspraak.zelf_vanaf "
        "beschikking.opnieuw_kijken.intensiteit beschikking.opnieuw_kijken.leerroute "
        "beschikking.opnieuw_kijken.niveau beschikking.opnieuw_kijken.ondersteuning "
        "beschikking.concept besluit besluit.bekendgemaakt_op bezwaar bezwaar.beroep_op bezwaar.beslissing "
        "bezwaar.beslist_op bezwaar.besluit bezwaar.ontvangen_op bezwaar.uitspraak_op doel doel.naam "
        "doel.termijn doel.vraag "
        "dossier dossier.begonnen dossier.regievoerder gesprek gesprek.aanwezig gesprek.nog_zeggen "
        "gesprek.recht_op_alleen_gewezen gesprek.sinds_vorige gesprek.tolkt_nu gesprek.zonder_tolk "
        "besluit.duo_geregistreerd_op besluit.duo_verwijderd_op duobericht procedure.duo_termijn_begin "
        "besluit.bekendmaking.wijze besluit.bekendmaking.uitgelegd_aan besluit.bekendmaking.taal "
        "besluit.bekendmaking.kopie besluit.voor_gezien.datum besluit.voor_gezien.tolk besluit.getekend "
        "procedure.duo_termijn_einde "
        "bezwaar.commissie bezwaar.gehoord_op bezwaar.hoger_beroep_op bezwaar.niet_gehoord "
        "bezwaar.uitspraak_hoger_beroep_op bezwaar.verlengd_op "
        "bezwaar.verzonden_op procedure.aanbod_op "
        "gesprek.verteld huishouden koppeling masker nagelezen ontzorgen overdracht "
        "overdracht.uitkomst planversie "
        "gesprek.verteld koppeling masker nagelezen ontzorgen overdracht overdracht.uitkomst planversie "
        "klantprofiel overdracht_coa overdracht_coa.datum overdracht_coa.gehouden overdracht_coa.met "
        "overdracht_coa.niet_omdat overdracht_coa.agenda overdracht_coa.motivatie overdracht_coa.let_op "
        "overdracht_coa.toegezegd "
        "procedure voorlegging voorlegging.uitkomst waarneming procedure.einde_inburgeringsplicht "
        "procedure.einde_reden procedure.informatie_derde procedure.informatie_derde.gevraagd_op "
        "procedure.informatie_derde.noodzakelijk_omdat procedure.informatie_derde.ontvangen_op "
        "procedure.informatie_derde.van procedure.informatie_derde.wat procedure.inschrijving_brp "
        "procedure.kennisgeving_duo procedure.oproep procedure.oproep.datum procedure.oproep.verschenen "
        "procedure.eerder_pip.dagtekening procedure.eerder_pip.gemeente procedure.eerder_pip.leerroute "
        "procedure.eerder_pip.niveau procedure.oproep.meegewerkt procedure.oproep.termijn_tot handhaving "
        "procedure.oproep.waarschuwing procedure.overgedragen_op procedure.zaaknummer toestemming "
        "toestemming.intrekking uren verstrekking verstrekking.gemeld verstrekking.grond verwijzing verzoek "
        "verzoek.beslissing verzoek.beslist_op "
        "verzoek.ontvangen_op verzoek.opgeheven_op verzoek.reden verzoek.soort verzoek.uitgevoerd_op "
        "verzoek.verlengd_op verzoek.verlenging_reden verzoek.wat verzoek.wijze wijziging " + OVER
    ),
    "geschiedenis.soort.{}": kind.SOORTEN,
    "geschiedenis.staat.{}": "aanwezig beantwoord niet_gevraagd onbekend open verwijderd wil_niet_zeggen",
    "geschiedenis.waarde.begrepen_{}": BEGREPEN,
    "geschiedenis.{}": (
        "achtergehouden gesprek_keuze gewist kwijt onderwerp persoon tot_en_met_hulp waarde "
        "wanneer wat wie zoek zoek_naam"
    ),
    "gesprek.aangewezen.{}": "niet_gevraagd onbekend wil_niet_zeggen",
    "gesprek.afronden.{}": "aangeraakt niet_gevraagd verteld",
    "gesprek.afronden.aangewezen_{}": "ja nee",
    "gesprek.afronden.afspraak.{}": "dag hoe uur",
    "gesprek.bron.{}": "coa diploma duo inburgeraar regievoerder school toets",
    "gesprek.gebaar.{}": GEBAREN,
    "gesprek.gebaar.zeg_{}": GEBAREN,
    "gesprek.naar_{}": "eigen gedeeld",
    "gesprek.notitie.{}": "lezen maken sluiten",
    "gesprek.notitie.{}.kort": "lezen maken sluiten",
    "gesprek.nu_niet.{}": "geen_tijd niet_alleen te_moe te_veel tolk",
    "gesprek.vertellen.verteld.{}": BEGREPEN,
    "gesprek.staat.{}": "niet_gevraagd onbekend wil_niet_zeggen",
    "gesprek.vertellen.begrepen.{}": BEGREPEN,
    "gesprek.vertellen.regel.{}": "deels ja nee",
    "gesprek.voorbereiden.aanwezig.{}": (
        "rol soort nummer taal dialect geheim_in instemming waarom_bekende wijze verstaan opmerking weg_om"
    ),
    "gesprek.tolk.aangewezen_{}": "ja nee",
    "gesprek.tolk.let_op.{}": (
        "kind familie niet_gewild niet_gevraagd waarom_bekende andere_taal taal_anders geheim"
    ),
    "gesprek.tolk.zonder_let_op.{}": "vertaalapp slecht",
    "gesprek.voorbereiden.vertel.{}": "deels nee",
    "gesprek.voorbereiden.vormen.{}": VORMEN,
    "gesprek.voorbereiden.soorten.{}": TOLKSOORTEN,
    "gesprek.voorbereiden.{}": "titel",
    "gesprek.voorbereiden.{}.{}": (
        "rollen/andere_professional rollen/coa rollen/cultureel_verbinder rollen/familie "
        "rollen/maatschappelijk_begeleider rollen/steunfiguur rollen/tolk"
    ),
    "gesprek.vragen.merk.{}": "achtergehouden niet_gevraagd onbekend wil_niet_zeggen",
    "gesprek.{}": "reden toelichting",
    "instellingen.huisstijl_{}": "kleur logo_tekst",
    "instellingen.huisstijl_{}_hulp": "kleur logo_tekst",
    "instellingen.beleid.naam_{}": (
        "teksten_nagekeken akkoord_teamleider "
        "backup_plaats formulieren gemeente_sleutel gevoelig_opnieuw_vragen idle_seconds "
        "ongecontroleerd opname_uitsluiten or_instemming_op or_kenmerk sjablonen talen"
    ),
    "instellingen.beleid.{}": (
        "geen_datum geen_heel_pad geen_ja_nee geen_seconden geen_sleutel geen_talen geen_tekst "
        "geheime_sleutel map_ontbreekt map_zonder onbekende_naam onbekende_taal onbetrouwbaar"
    ),
    "instellingen.deel_{}": "beveiliging formulieren gemeente kluis logboek over talen weergave",
    "instellingen.ondertekenaar_{}": "functie mandaat naam tot van",
    "instellingen.gemeente_{}": (
        "adres bezwaar_adres bezwaar_digitaal "
        "contact_telefoon email fg_contact naam plaats postcode rechtbank "
        "telefoon website"
    ),
    "instellingen.leefgeld_{}": "eerste volgende",
    "instellingen.materiaal.kolom_{}": "onderwerp soort taal titel waar",
    "instellingen.nieuw.{}": (VERSIE,),
    "instellingen.kleuren_{}": "contrast donker licht systeem",
    "instellingen.logboek.bewaar_{}": "csv json",
    "instellingen.logboek.filter_{}": "csv json",
    "instellingen.logboek.kolom_{}": "dossier sha256 wanneer wat wie",
    "instellingen.logboek.{}": "tot_en_met van",
    "instellingen.logboek.{}.{}": (
        "toegang/andere_plek toegang/bestand_ontvangen toegang/due toegang/due_dossier toegang/gemeente "
        "toegang/geopend toegang/gered "
        "toegang/gevoelig toegang/gevoelig_aan toegang/gevoelig_uit toegang/gewist toegang/hersteld "
        "toegang/hersteld_gemeente toegang/herstelsleutel toegang/herstelsleutel_weg toegang/inzage "
        "toegang/kaart_bewaard toegang/kaart_ingetrokken "
        "toegang/lijst toegang/log_oud toegang/log_weg toegang/logboek toegang/nieuwe_kluis "
        "toegang/ontgrendeld toegang/oude_kopie toegang/reservekopie toegang/samengevoegd toegang/show "
        "toegang/duo_read toegang/duo_bericht "
        "toegang/sleutel toegang/teruggezet toegang/vergeleken toegang/vergrendeltijd "
        "toegang/verkeerde_wachtzin toegang/waarde_gewist toegang/wachtzin uitvoer/agenda uitvoer/duo "
        "uitvoer/kaart "
        "uitvoer/beschikking "
        "uitvoer/bestand uitvoer/gemeld uitvoer/inzage uitvoer/logboek uitvoer/niet_verstuurd "
        "uitvoer/ontwikkelplan uitvoer/team uitvoer/wandplan uitvoer/weekblad uitvoer/afgedrukt "
        "uitvoer/verteld uitvoer/materiaal uitvoer/bezwaarblad uitvoer/toestemmingen "
        "uitvoer/daarna uitvoer/daarna_collega uitvoer/tolkblad uitvoer/woordenlijst uitvoer/toen_en_nu "
        "uitvoer/praatplaten"
    ),
    "instellingen.rol_{}": ROLLEN,
    "instellingen.sleutels.{}": "gemeentesleutel herstelsleutel wachtwoord",
    "instellingen.sleutels.{}_doen": "nieuw_blad nieuwe_sleutel",
    "instellingen.sleutels.{}_kop": "nieuw_blad nieuwe_sleutel",
    "instellingen.sleutels.{}_uitleg": "gemeentesleutel herstelsleutel nieuw_blad nieuwe_sleutel wachtwoord",
    "instellingen.{}": (
        "kenmerk kluisnaam map over_beelden over_gegevens over_licentie over_wat rol versie wie"
    ),
    "kluis.beschadigd.redden_{}": "gelijk kop uitleg zonder",
    "kluis.beschadigd.{}_kop": "gered kopie terugzetten",
    "kluis.eerste_start.{}": "gemeente naam",
    "kluis.eerste_start.{}_kop": "plek sleutel voorbeeld wie",
    "kluis.eerste_start.{}_uitleg": "plek sleutel voorbeeld wie",
    "kluis.kluiscontrole.ernst_{}": "fout let_op",
    "kluis.kluiscontrole.{}": (
        "backup_beschadigd backup_gewist backup_vreemd besluit bestand_half bestand_vreemd bestand_weg blob "
        "dagboek database database_deel entry geen_herstelsleutel gemeente_vreemd gewist kopie kopie_map "
        "lock_vreemd log_weg netwerk onvolledig pagina projectie sleutel sloten_vreemd slots synchronisatie "
        "verwijzing"
    ),
    "kluis.kluiscontrole.{}_advies": (
        "backup_beschadigd backup_gewist backup_vreemd besluit bestand_half bestand_vreemd bestand_weg blob "
        "dagboek database database_deel entry geen_herstelsleutel gemeente_vreemd gewist kopie kopie_map "
        "lock_vreemd log_weg netwerk onvolledig pagina projectie sleutel sloten_vreemd slots synchronisatie "
        "verwijzing"
    ),
    "kluis.kluismap.code_{}": "geen_utf8 leeg niet_versleuteld venster",
    "kluis.kluismap.houder_{}": "computer gebruiker met sinds",
    "kluis.kluismap.{}": "netwerk synchronisatie",
    "kluis.wachtzin.{}": "bekend datum eigen_woord gewone_woorden herhaling naam reeks te_kort toetsenrij",
    "ontwikkelplan.nieuw_doel_{}": TERMIJNEN,
    "ontwikkelplan.over_{}": TERMIJNEN,
    "ontwikkelplan.termijn_{}": TERMIJNEN,
    "ontwikkelplan.wie_{}": WIE,
    "dossier.code.hulp.{}": TREDEN,
    "ontwikkelplan.hulp_nu_{}": TREDEN,
    "ontwikkelplan.hulp_vanaf_{}": TREDEN[1:],
    "ontwikkelplan.{}": (
        "financien klaar_op ondersteuning randvoorwaarden samen_vanaf uiterlijk wat wie zelf_vanaf"
    ),
    "ontwikkelplan.{}_anders": "afspraak doel werkplek",
    "ontwikkelplan.{}_leeg": "financien ondersteuning randvoorwaarden",
    "ontwikkelplan.{}_nieuw": "afspraak doel werkplek",
    "ontwikkelplan.{}_weg": "afspraak doel werkplek",
    **OVERLEG,
    "recht.bron.{}": "coa diploma duo inburgeraar regievoerder school toets",
    "recht.duo.{}": "1 2 3 4 5 6 8 9",
    "recht.element.{}": (
        "afwijking_lbt arbeidsparticipatie cursusuren fysieke_gezondheid gevolgd_onderwijs intensiteit "
        "leerbaarheidstoets leerroute map mentale_gezondheid motivering ondersteuning ondertekenaar_functie "
        "ondertekenaar_mandaat ondertekenaar_naam participatie_uren persoonlijke_omstandigheden pvt "
        "recht_op_alleen taalniveau verkenning_vve voortgangsgesprekken vve werkervaring zelfredzaamheid"
    ),
    "recht.feestdag.{}": (
        "bevrijdingsdag eerste_kerstdag eerste_paasdag eerste_pinksterdag goede_vrijdag hemelvaartsdag "
        "koningsdag nieuwjaarsdag tweede_kerstdag tweede_paasdag tweede_pinksterdag"
    ),
    "recht.gezegd.{}.{}": (
        "aantal/delen aantal/opvragen deel/digitale_vaardigheden deel/financien deel/fysieke_gezondheid "
        "deel/gezinssituatie deel/leerbaarheid deel/mentale_gezondheid deel/motivatie deel/opleiding "
        "deel/praktische_competenties deel/randvoorwaarden deel/sociaal_netwerk deel/taalniveau "
        "deel/werkervaring deel/werknemersvaardigheden deel/zelfredzaamheid nog/delen nog/opvragen "
        "over/digitale_vaardigheden over/financien over/fysieke_gezondheid over/gezinssituatie "
        "over/leerbaarheid over/mentale_gezondheid over/motivatie over/opleiding "
        "over/praktische_competenties over/randvoorwaarden over/sociaal_netwerk over/taalniveau "
        "over/werkervaring over/werknemersvaardigheden over/zelfredzaamheid"
    ),
    "verstrekken.handhaving.{}": "besluit boete oproep waarschuwing zienswijze",
    "recht.klok.onbekend.{}": "doelgroep inschrijving_brp kennisgeving_duo",
    "recht.klok.{}.{}": (
        f"{_TEGEN} "
        "aanbod/gehaald aanbod/loopt aanbod/overschreden aanbod/te_laat beslissing_bezwaar/gehaald "
        "beslissing_bezwaar/gehaald_aangenomen beslissing_bezwaar/ingetrokken "
        "beslissing_bezwaar/loopt beslissing_bezwaar/loopt_aangenomen "
        "beslissing_bezwaar/overschreden beslissing_bezwaar/overschreden_aangenomen "
        "beslissing_bezwaar/te_laat beslissing_bezwaar/te_laat_aangenomen "
        "inburgeringstermijn/berekend inburgeringstermijn/duo inburgeringstermijn/klaar "
        "leerroute_wijzigen/loopt leerroute_wijzigen/loopt_onderwijsroute leerroute_wijzigen/overschreden "
        "leerroute_wijzigen/overschreden_onderwijsroute ontzorgen/loopt ontzorgen/loopt_verlengd "
        "ontzorgen/overschreden ontzorgen/overschreden_verlengd ontzorgen/wacht pip/gehaald pip/loopt "
        "pip/opgeschort pip/opgeschort_gedaan pip/overschreden pip/te_laat pip/wacht pip/wacht_gedaan "
        "pip_verhuizing/gehaald pip_verhuizing/loopt pip_verhuizing/overschreden pip_verhuizing/te_laat "
        "pip_verhuizing/wacht"
    ),
    "recht.leerroute.{}": Leerroute,
    "recht.onmogelijk.{}": (
        "buiten_grens geboortejaar geen_datum geen_getal geen_heel_getal toekomst v_nummer verleden "
        "voor_dagtekening voor_geboorte voor_gesprek voor_samen voor_verzoek"
    ),
    "recht.naam.aanspreek_{}": "man vrouw",
    "recht.samenloop.{}": "eerste wijziging",
    "recht.oordeel.{}": Reden,
    "recht.telling.{}": (
        "begin_bijstand begin_termijn bekendgemaakt_op dagtekening eerste_pip eerste_pip_hier einde_bezwaar "
        "informatie_derde inschrijving_brp kennisgeving_duo verhuizing"
    ),
    "recht.toestemming.{}": (
        "einde_te_vroeg geen_code geen_datum geheel_bijzonder intrekking_te_vroeg leeg niet_gegeven "
        "niet_uitdrukkelijk niet_vrij onbekend"
    ),
    "rechten.bewaren.reden.{}": (
        "beperking beroep_loopt beslissing_onbekend bezwaar_loopt bezwaar_onbekend definitief "
        "definitief_aangenomen einde_plicht einde_zonder_pip geen_einde geen_pip geen_zaaknummer "
        "na_overdracht niet_overgedragen nieuw_besluit_nodig overgedragen overlijden "
        "overlijden_bezwaar overlijden_meteen"
    ),
    "rechten.bewaren.stand.{}": "loopt te_wissen wacht",
    "rechten.bewaren.wat.{}": "dossier k10 laptopkopie lbt_detail",
    "rechten.inzage.bewaar_{}": "json pdf",
    "rechten.inzage.filter_{}": FORMATEN,
    "rechten.kort.{}": "uitvoeren wacht",
    "rechten.nieuw.{}": SOORTEN,
    "rechten.soort.{}": SOORTEN,
    "rechten.termijn.{}": "klaar loopt overschreden uitvoeren wacht",
    "rechten.veld.{}": (
        "beslissing beslist_op ontvangen_op opgeheven_op reden uitgevoerd_op verlengd_op verlenging_reden "
        "wat wijze"
    ),
    "reservekopie.kolom_{}": "grootte naam plaats soort staat terug wanneer weg",
    "reservekopie.soort_{}": "anders dag formulieren hand herstel samenvoegen",
    "reservekopie.staat_{}": "bezig fout goed",
    "reservekopie.{}": "alles_samen alles_terug dossier_terug gemaakt gemaakt_ook_daar lezen",
    **BESCHIKKING,
    **DOSSIER,
    **DUBBEL,
    **TEAM,
    "toestemmingen.antwoord_op.{}": "delen opvragen",
    "toestemmingen.feit.{}": (
        "gegevens gevolg gevraagd ingetrokken ingetrokken_door keuze richting tekst tot uitdrukkelijk uitleg"
    ),
    "toestemmingen.gevraagd_{}": "ja nee",
    "toestemmingen.intrekken.{}": "datum door gevolg reden",
    "toestemmingen.kan_niet.{}": "audio plaat",
    "toestemmingen.met.{}": "audio mondeling plaat tolk zelf_gelezen",
    "toestemmingen.mist.{}": "datum doel gegevens partij richting uitdrukkelijk uitgelegd_met",
    "toestemmingen.richting.{}": "delen opvragen",
    "toestemmingen.stand.{}": "deels_nee geldig geweigerd ingetrokken later_alles_nee verlopen",
    "toestemmingen.vraag.aangewezen_{}": "ja nee",
    "toestemmingen.vraag.richting_{}": "delen opvragen",
    "toestemmingen.vraag.stap{}": "1 2 3",
    "toestemmingen.vraag.{}": "antwoord doel ja nee partij uitgelegd_met wijze",
    "toestemmingen.vraag.{}_hulp": "doel partij",
    "toestemmingen.vraag.{}_naam": "ja nee",
    "toestemmingen.wijze.{}": WIJZEN,
    "toestemmingen.{}.{}": "richting_kort/delen richting_kort/opvragen",
    **EXCHANGE,
    **FORMULIER,
    **STUKKEN,
    **UITVOERING,
    **VENSTER,
    **VERSTREKKEN,
    **CASUS,
    **VERTALEN,
    "vandaag.deel.{}": "navragen opruimen termijnen week",
    "vandaag.eindje.{}": "afspraak beschikking geldtaak vaststellen voorleggen",
    "vandaag.{}": "let_op wil",
    "weging.nieuw_{}": KANTEN,
    "weging.over_{}": Leerroute,
    "weging.plek_{}": KANTEN,
    "weging.route_{}": Leerroute,
    "weging.{}": "naar_vraag tegen voor wijzigen",
    "wissen.antwoord.{}": "ander gevraagd onjuist",
    "wissen.belet.{}": (
        "beperking beroep_loopt bezwaar_loopt definitief definitief_aangenomen niet_in_zaaksysteem "
        "nieuw_besluit_nodig"
    ),
    "wissen.grond.{}": "anders bewaartermijn overgedragen vergissing verzoek",
    "wissen.lijst.{}": "collega klaar nog_niet",
    "wissen.oorzaak.{}": (
        "bestand disk.full koppeling output.not_writable plaats.fout plaats.koppeling plaats.leeg plaats.weg "
        "vault.damaged"
    ),
    "wissen.plaats.{}": "backups kluis",
    "wissen.telling.{}": {"documenten", "raadplegingen", "vastleggingen"} | {k.geteld for k in KINDS} - {""},
}
"""By the pattern of the key; two codes of one key stand with a stroke between them."""


def built(pattern: str) -> Iterator[str]:
    """The keys of a family."""
    codes = FAMILIES[pattern]
    for code in codes.split() if isinstance(codes, str) else codes:
        yield pattern.format(*(str(code).split("/") if pattern.count("{}") > 1 else [code]))
