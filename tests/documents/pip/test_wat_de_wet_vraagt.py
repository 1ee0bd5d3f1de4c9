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
        (PIP, "de besluiten op grond van de Participatiewet die hieronder staan", "als bijlage toegevoegd"),
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
            replace(PIP, tien_weken=TienWeken(uiterlijk=date(2026, 5, 6), mag=False)),
            "Die tien weken waren voorbij op 6 mei 2026. Dit besluit is dus te laat.",
            "mochten langer",
        ),
        (
            replace(PIP, tien_weken=TienWeken(uiterlijk=date(2026, 5, 6), mag=True)),
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


def test_who_advised_on_health_is_not_named() -> None:
    advies = replace(PIP.procedure.informatie_derde[0], van="Medisch Advies Noord", gezondheid=True)
    said = built(replace(PIP, procedure=replace(PIP.procedure, informatie_derde=(advies,))))
    assert "informatie gevraagd bij een deskundige" in said
    assert "Medisch Advies" not in said


def test_a_total_that_is_the_same_is_said_once() -> None:
    assert "De lessen KNM zitten daarin." in built(with_besluit(geschatte_intensiteit_b1_route=900))
