"""The order of days, and in whose name (Awb 3:2, 3:41, 10:10; Besl 5.3): each beside a lawful twin."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from intake_assistant.domain.recht.oordeel.zaak import Persoon, Tekenbevoegde, Zaak
from tests.domain.recht.oordeel.zaken import DAG, GEWOON, eerste, gezegd, zaak

MORGEN = DAG + timedelta(days=1)
FAMILIE = Persoon(
    geboortedatum=date(1994, 3, 17),
    nationaliteit="ERI",
    doelgroep="asielstatushouder",
    verblijfstitel="regulier",
)


GISTEREN = DAG - timedelta(days=1)


def tekent(wie: str, van: date | None = None, tot: date | None = None) -> Zaak:
    """Signed by M. de Boer, where this one may sign."""
    concept = {**GEWOON.concept, "ondertekenaar.naam": "M. de Boer"}
    return zaak(concept=concept, ondertekenaars=(Tekenbevoegde(naam=wie, van=van, tot=tot),))


@pytest.mark.parametrize(
    ("anders", "soort", "regel", "reden"),
    [
        (zaak(kennisgeving_duo=None), "pip.incomplete", "Besl 5.3(1)", "geen_kennisgeving"),
        (zaak(kennisgeving_duo=MORGEN), "pip.unlawful", "Besl 5.3(1)", "kennisgeving_na_dagtekening"),
        (zaak(inschrijving_brp=None), "pip.incomplete", "Besl 5.3(1)", "geen_inschrijving"),
        (zaak(inschrijving_brp=MORGEN), "pip.unlawful", "Besl 5.3(1)", "inschrijving_na_dagtekening"),
        (
            zaak(toets=replace(GEWOON.toets, datum=MORGEN)),
            "pip.unlawful",
            "Wet 14(3)(a)",
            "toets_na_dagtekening",
        ),
        (zaak(gesprekken=(DAG, MORGEN)), "pip.unlawful", "Awb 3:2", "gesprek_na_dagtekening"),
        (zaak(vandaag=DAG - timedelta(days=1)), "pip.unlawful", "Awb 3:41", "dagtekening_in_toekomst"),
        (zaak(gemeente=" "), "pip.incomplete", "Awb 10:10", "geen_gemeente"),
        (tekent("M. de Boer", tot=GISTEREN), "pip.unlawful", "Awb 10:10", "ondertekenaar_zonder_mandaat"),
        (tekent("M. de Boer", van=MORGEN), "pip.unlawful", "Awb 10:10", "ondertekenaar_zonder_mandaat"),
        (tekent("K. Smit"), "pip.unlawful", "Awb 10:10", "ondertekenaar_zonder_mandaat"),
    ],
)
def test_out_of_order_is_refused(anders: Zaak, soort: str, regel: str, reden: str) -> None:
    assert gezegd(anders) == [(soort, regel, reden)]


@pytest.mark.parametrize(
    "anders",
    [
        zaak(kennisgeving_duo=DAG, inschrijving_brp=DAG, gesprekken=(DAG,)),
        zaak(vandaag=MORGEN),
        tekent("m. de Boer ", van=DAG, tot=DAG),
        # The day of settling counts for who holds an asylum permit only.
        zaak(persoon=FAMILIE, inschrijving_brp=None),
        # A talk after the first PIP is a voortgangsgesprek.
        zaak(gesprekken=(DAG, MORGEN), grond="herziening", besluiten=(eerste(),)),
    ],
)
def test_in_order_it_is_not(anders: Zaak) -> None:
    assert gezegd(anders) == []


def test_texts_that_nobody_read_are_allowed_by_name_where_the_municipality_asks_that() -> None:
    ongezien = zaak(teksten_ongezien=True)
    assert gezegd(ongezien) == [("pip.incomplete", "Awb 3:2", "teksten_niet_nagekeken")]
    toegestaan = {**GEWOON.concept, "teksten_toegestaan.naam": "mr. A. Jansen"}
    assert gezegd(replace(ongezien, concept=toegestaan)) == []
