"""Invented facts for the documents: everything filled in, to be changed per test."""

from dataclasses import replace
from datetime import date

from intake_assistant import paths
from intake_assistant.documents.pip.gegevens import (
    Argument,
    Beschikking,
    Bevinding,
    Gemeente,
    Inburgeraar,
    Intensiteit,
    Leerbaarheidstoets,
    Ondertekenaar,
    OntwikkelplanGegevens,
    PipGegevens,
    Procedure,
    PwBesluit,
    Termijn,
    Weging,
    Zroute,
)
from intake_assistant.domain.recht.gesprek import Gesprek
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, Doel
from intake_assistant.domain.recht.procedure import InformatieDerde, Oproep
from intake_assistant.domain.teksten import Teksten
from intake_assistant.forms.teksten import load_teksten


def teksten() -> Teksten:
    """Return the packaged fixed texts."""
    return load_teksten(paths.forms_dir() / "pip" / "teksten")


GEMEENTE = Gemeente(
    naam="Waterrade",
    adres="Stadsplein 1",
    postcode="1234 AB",
    plaats="Waterrade",
    telefoon="14 0123",
    email="inburgering@waterrade.example",
    contact_telefoon="06 12345678",
    bezwaar_adres="Postbus 100, 1234 AA Waterrade",
    fg_contact="fg@waterrade.example",
    rechtbank="de rechtbank Midden-Nederland",
)

SELAM = Inburgeraar(
    voornamen="Selam",
    achternaam="Tesfay",
    geboortedatum=date(1994, 3, 17),
    bsn="999990019",
    v_nummer="1234567890",
    doelgroep="asielstatushouder",
    adres="Lindelaan 12",
    postcode="1234 CD",
    woonplaats="Waterrade",
)

_TOLK = {"rol": "tolk", "naam": "T. Abraha", "soort": "professioneel", "nummer": "12345"}
EERSTE, TWEEDE, DERDE = date(2026, 3, 5), date(2026, 3, 26), date(2026, 4, 16)


def _gesprek(dag: date, vorm: str, taal: str, *aanwezig: dict[str, str], alleen: str = "") -> Gesprek:
    return Gesprek(
        id=vorm, nummer=1, datum=dag.isoformat(), vorm=vorm, minuten=None, taal=taal,
        recht_op_alleen_gewezen=alleen, aanwezig=tuple((iemand["rol"], iemand) for iemand in aanwezig),
        verteld={}, samenvatting="", volgende_afspraak="", afspraak_hoe="", afgerond=True,
    )  # fmt: skip


GESPREKKEN = (
    _gesprek(EERSTE, "azc", "ti", _TOLK, alleen="ja"),
    _gesprek(TWEEDE, "kantoor", "ti", _TOLK, {"rol": "begeleider"}),
    _gesprek(DERDE, "telefoon", "nl"),
)

WEGING = (
    Weging(
        leerroute="B",
        voor=(
            Argument(
                tekst="De uitslag van de toets is haalbaar.", vraag="Uitslag leerbaarheidstoets", bron="toets"
            ),
            Argument(
                tekst="U leert snel en u wilt graag.", vraag="Hoofddoel", bron="inburgeraar", gesprek=TWEEDE
            ),
        ),
        tegen=(Argument(tekst="U heeft thuis geen rustige plek om te leren.", gesprek=DERDE),),
    ),
    Weging(
        leerroute="O",
        voor=(Argument(tekst="U bent jong genoeg voor een opleiding."),),
        tegen=(
            Argument(tekst="U wilt nu eerst werken.", vraag="Hoofddoel", bron="inburgeraar", gesprek=TWEEDE),
        ),
    ),
    Weging(
        leerroute="Z",
        tegen=(Argument(tekst="U kunt meer dan de Z-route vraagt.", bron="regievoerder"),),
        niet_afgedrukt=1,
    ),
)

BESCHIKKING = Beschikking(
    dagtekening=date(2026, 5, 11),
    ondertekenaar=Ondertekenaar(
        naam="M. de Boer", functie="teammanager Inburgering", mandaat="Mandaatbesluit 2025, artikel 4"
    ),
    leerroute="B",
    niveau="B1",
    niveau_per_onderdeel={"lezen": "B1", "luisteren": "B1", "schrijven": "A2", "spreken": "B1"},
    intensiteit=Intensiteit(uren_per_week=12, weken=75, toelichting="De lessen zijn overdag, op vier dagen."),
    alfabetiseringsonderwijs="NVT",
    motivering="De B1-route past bij u.\n\nU leert snel en u heeft acht jaar onderwijs gehad.",
    zienswijze="U bent het eens met de B1-route. U wilt graag snel beginnen.",
    ondersteuning=("Een taalmaatje via Stichting Taalmaatjes.", "Hulp bij het regelen van kinderopvang."),
    pvt_uren=12,
    map_uren=40,
    voortgangsgesprekken=6,
    vve="Uw dochter gaat vier ochtenden per week naar de peuterspeelzaal.",
    participatiewet=(PwBesluit("Besluit ontzorgen: huur, gas, water, stroom en zorgverzekering."),),
)

PROCEDURE = Procedure(
    kennisgeving_duo=date(2026, 3, 2),
    inschrijving_brp=date(2026, 3, 16),
    oproep=(Oproep(datum=EERSTE, verschenen=True),),
    informatie_derde=(
        InformatieDerde(
            wat="de waardering van uw diploma",
            van="IDW",
            noodzakelijk_omdat="anders is niet te zeggen of de onderwijsroute kan",
            gevraagd_op=date(2026, 4, 1),
            ontvangen_op=date(2026, 4, 20),
        ),
    ),
)

PIP = PipGegevens(
    gemeente=GEMEENTE,
    inburgeraar=SELAM,
    beschikking=BESCHIKKING,
    peildatum=date(2026, 5, 11),
    kenmerk="PIP-2026-0042",
    regelversie="1f2e3d4c5b6a7980",
    vastgesteld=True,
    procedure=PROCEDURE,
    gesprekken=GESPREKKEN,
    leerbaarheidstoets=Leerbaarheidstoets(
        lbt_status="gedaan", lbt_datum=date(2026, 3, 20), lbt_uitslag="haalbaar"
    ),
    bronnen=("coa", "toets"),
    bevindingen=(
        Bevinding("Opleiding", ("U heeft acht jaar onderwijs gehad.", "U heeft een diploma van het mbo.")),
        Bevinding("Taalniveau", ("U leest en schrijft met Nederlandse letters.", "U leest op niveau A1.")),
    ),
    weging=WEGING,
    vve_van_toepassing=True,
    inburgeringstermijn=Termijn(begin=date(2026, 5, 12), einde=date(2029, 5, 11)),
    contact="J. Smit",
)

CONCEPT = replace(
    PIP,
    vastgesteld=False,
    beschikking=Beschikking(leerroute="B", motivering="Nog niet af."),
    weging=(),
    inburgeringstermijn=None,
)

ZROUTE = replace(BESCHIKKING, leerroute="Z", niveau="", zroute=Zroute(cursusuren=800, participatie_uren=800))

_STAGE = Afspraak("c", "een stage zoeken", "partner", "", "")
PLAN = OntwikkelplanGegevens(
    gemeente=GEMEENTE,
    inburgeraar=SELAM,
    peildatum=date(2026, 5, 11),
    versie=3,
    kenmerk="PIP-2026-0042",
    vastgesteld=True,
    leerroute="B",
    dagtekening=date(2026, 5, 11),
    sterk=("U naait al vier jaar en u bent daar trots op.", "U spreekt Tigrinya en Arabisch."),
    doelen=(
        Doel(
            "les",
            "beginnen met Nederlandse les",
            "kort",
            (
                Afspraak("a", "inschrijven bij de taalschool", "inburgeraar", "2026-06-01", "2026-05-20"),
                Afspraak("b", "een laptop regelen", "regievoerder", "2026-06-15", ""),
            ),
        ),
        Doel(
            "werk", "werken in een atelier", "lang", (Afspraak("c", "een stage zoeken", "partner", "", ""),)
        ),
        Doel("atelier", "een eigen naaiatelier", "lang", ()),
    ),
    ondersteuning=("Uw taalmaatje oefent elke week met u.",),
    randvoorwaarden=("Kinderopvang: drie dagen per week.", "U gaat met de fiets naar school."),
    financien=("De gemeente betaalt de eerste zes maanden uw huur en energie uit uw uitkering.",),
    afspraken_samen=("U belt uw regievoerder als uw dochter ziek is.",),
    voortgangsgesprekken=6,
    contact="J. Smit",
)
