"""What the law asks a besluit to say, only where it applies; and nothing left open in a set one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.gegevens import (
    Aftrek,
    Leerbaarheidstoets,
    PipGegevens,
    PwBesluit,
    TienWeken,
)
from intake_assistant.documents.pip.wijzigingsgegevens import WijzigingGegevens
from intake_assistant.errors import KnownError
from tests.documents.pip.test_beschikking import TEKSTEN, built, with_besluit
from tests.documents.voorbeeld import PIP, SELAM, ZROUTE


def test_who_was_spoken_to_is_never_said_to_be_absent() -> None:
    text = built(with_besluit(onvolledig_reden="twee onderdelen bleven open."))
    assert "Wij hebben met u gesproken" in text
    assert "twee onderdelen bleven open." in text
    assert "buiten aanwezigheid" not in text


@pytest.mark.parametrize(
    ("gegevens", "wat"),
    [
        (with_besluit(motivering=""), "de motivering"),
        (with_besluit(zienswijze=""), "wat de inburgeraar ervan vindt"),
        (replace(PIP, procedure=replace(PIP.procedure, kennisgeving_duo=None)), "kennisgeving"),
        (replace(PIP, leerbaarheidstoets=Leerbaarheidstoets()), "leerbaarheidstoets"),
        (replace(PIP, weging=()), "wat voor of tegen"),
    ],
)
def test_the_writer_refuses_a_set_document_with_an_open_place(gegevens: PipGegevens, wat: str) -> None:
    with pytest.raises(KnownError) as caught:
        build_beschikking(gegevens, TEKSTEN)
    assert caught.value.code == "pip.incomplete"
    assert wat in str(caught.value.facts["wat"])
    assert build_beschikking(replace(gegevens, vastgesteld=False), TEKSTEN).concept


PW = PwBesluit("Besluit bijstand van 2 februari 2026", bijgevoegd=True)
GEEN_PW, ALLEEN = with_besluit(participatiewet=()), "Het PIP bestaat uit dit besluit. Het ontwikkelplan"


@pytest.mark.parametrize(
    ("gegevens", "zin", "nooit"),
    [
        (with_besluit(participatiewet=(PW,)), "Ze zijn als bijlage toegevoegd.", ALLEEN),
        (
            PIP,
            "de besluiten op grond van de Participatiewet die hieronder zijn genoemd",
            "als bijlage toegevoegd",
        ),
        (GEEN_PW, ALLEEN, "Participatiewet die"),
        (with_besluit(motivering_onderwijsroute="U wilt eerst werken."), "niet de onderwijsroute", "wel de"),
        (
            with_besluit(zienswijze="", geen_zienswijze="Gevraagd op 4 mei, geen antwoord."),
            "Wij weten niet wat u van dit besluit vindt. De reden is:\nGevraagd op 4 mei, geen antwoord.",
            "Nog in te vullen",
        ),
        (
            with_besluit(geschatte_intensiteit_b1_route=950),
            "Samen met de lessen KNM is het ongeveer 950 uur.",
            "Dat is samen ongeveer 950 uur",
        ),
        (
            with_besluit(
                aftrek=(
                    Aftrek(soort="pvt", uren=Decimal(4), artikel="artikel 3.1", waarom="In Assen gedaan."),
                )
            ),
            "4 uur van het PVT (artikel 3.1). In Assen gedaan.",
            "de MAP (",
        ),
        (
            replace(PIP, beschikking=replace(ZROUTE, zroute=replace(ZROUTE.zroute, examenwens=True))),
            "U wilt ook examen doen",
            "U wilt geen examen",
        ),
        (
            replace(PIP, tien_weken=TienWeken(uiterlijk=date(2026, 5, 6), hoe="te_laat")),
            "De laatste dag was 6 mei 2026. Dit besluit is dus te laat.",
            "mochten langer",
        ),
        (
            replace(PIP, tien_weken=TienWeken(uiterlijk=date(2026, 6, 24), hoe="te_laat_na_informatie")),
            "Daarna hadden wij nog twee weken om te besluiten. De laatste dag was 24 juni 2026.",
            "binnen tien weken",
        ),
        (
            replace(PIP, tien_weken=TienWeken(uiterlijk=date(2026, 5, 6), hoe="zonder_informatie")),
            "Die kwam niet. Nu wachten wij niet langer: wij besluiten zonder die informatie.",
            "mochten langer",
        ),
        (
            with_besluit(leerroute="O", niveau="B1", niveau_per_onderdeel={}),
            "Haalt u het taalschakeltraject niet? Dan kunt u ook slagen met de examens op niveau B1",
            "Uw doel is niveau",
        ),
        (
            replace(PIP, tien_weken=TienWeken(uiterlijk=date(2026, 5, 6), hoe="mag")),
            "Wij mochten langer wachten",
            "te laat",
        ),
        (
            with_besluit(voortgangsgesprekken=0, voortgang="U belt ons elke maand."),
            "Zo volgen wij hoe het met u gaat:",
            "u komt naar de voortgangsgesprekken",
        ),
        (
            replace(PIP, gemeente=replace(PIP.gemeente, bezwaar_digitaal="waterrade.example/bezwaar")),
            "U kunt uw bezwaar ook digitaal sturen: waterrade.example/bezwaar.",
            "Zet in uw brief",
        ),
        (PIP, "Artikelen 3:45, 6:4, 6:5, 6:7, 6:8 en 7:1 van de Algemene wet bestuursrecht.", "te laat"),
        (
            with_besluit(motivering_afwijking_lbt="U was ziek."),
            "een advies als bedoeld in artikel 14, vijfde lid",
            "zwaarwegend",
        ),
    ],
)
def test_what_the_law_asks_is_said_only_where_it_applies(gegevens: PipGegevens, zin: str, nooit: str) -> None:
    said = built(gegevens)
    assert zin in said.replace("\u2068", "").replace("\u2069", "")
    assert nooit not in said


def test_the_z_route_is_offered_to_who_pays_for_other_lessons_himself() -> None:
    migrant = replace(SELAM, doelgroep="gezinsmigrant")
    said = built(replace(PIP, inburgeraar=migrant, beschikking=ZROUTE))
    assert "De gemeente biedt u de onderdelen van de Z-route aan." in said
    assert "betaalt zelf" not in said


def test_of_advice_on_health_no_word_of_what_was_typed_is_printed() -> None:
    """AVG 9: what was asked, of whom and why would each say what somebody has."""
    advies = replace(
        PIP.procedure.informatie_derde[0],
        van="Medisch Advies Noord",
        wat="medisch advies over epilepsie",
        noodzakelijk_omdat="zonder advies over uw epilepsie weten wij niet hoeveel uur u aankunt",
        gezondheid=True,
    )
    said = built(replace(PIP, procedure=replace(PIP.procedure, informatie_derde=(advies,))))
    assert "hebben wij advies gevraagd aan een deskundige" in said
    assert "Wij vroegen dat advies om een goed besluit te kunnen nemen." in said
    assert "Medisch Advies" not in said
    assert "epilepsie" not in said


def test_information_that_never_came_is_not_called_indispensable() -> None:
    wacht = replace(PIP.procedure.informatie_derde[0], noodzakelijk_omdat="u wilt leraar worden")
    wacht = replace(wacht, ontvangen_op=None)
    said = built(replace(PIP, procedure=replace(PIP.procedure, informatie_derde=(wacht,))))
    assert "Die informatie hebben wij niet gekregen." in said
    assert "konden niet zonder" not in said


def test_who_was_never_spoken_to_signs_for_no_talk() -> None:
    """Wet 14(2): there was no talk, and nobody interpreted it."""
    afwezig = replace(with_besluit(onvolledig_reden="U bent niet gekomen."), gesprekken=())
    said = built(afwezig)
    assert "Met uw handtekening laat u zien dat u dit besluit heeft gekregen." in said
    assert "met u hebben besproken" not in said
    assert said.rstrip().endswith("Handtekening:")


def test_who_reaches_the_aow_age_within_the_term_reads_so() -> None:
    assert PIP.inburgeringstermijn is not None
    ouder = replace(PIP.inburgeringstermijn, aow_voor_einde=True)
    zin = "Dan stopt uw inburgeringsplicht vanaf dat moment."
    assert zin in built(replace(PIP, inburgeringstermijn=ouder))
    assert zin not in built(PIP)


def test_a_plan_of_elsewhere_binds_and_is_not_weighed_again() -> None:
    """Wet 15(4): the intake is not done again, and the route is not chosen here."""
    wijziging = WijzigingGegevens(kiest_route=False)
    said = built(replace(PIP, dagtekening_eerste_pip=date(2025, 5, 11), wijziging=wijziging))
    assert "Uw leerroute staat al vast in het plan van uw vorige gemeente." in said
    assert "Uw vorige gemeente deed de brede intake." in said
    assert "Wat wij hebben meegewogen" not in said


def test_a_total_that_is_the_same_is_said_once() -> None:
    assert "De lessen KNM zitten daarin." in built(with_besluit(geschatte_intensiteit_b1_route=900))
