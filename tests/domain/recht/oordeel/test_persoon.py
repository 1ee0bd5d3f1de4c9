"""For whom there can be a PIP (Wet 3, 13 and 19): each refusal beside a lawful twin."""

from dataclasses import replace
from datetime import date

import pytest

from intake_assistant.domain.recht.oordeel.zaak import Zaak
from tests.domain.recht.oordeel.zaken import GEWOON, gezegd, van

VERBODEN, ONTBREEKT = "pip.unlawful", "pip.incomplete"


def test_a_lawful_one_is_not_said_anything_of() -> None:
    assert gezegd(GEWOON) == []


@pytest.mark.parametrize(
    ("anders", "soort", "regel", "reden"),
    [
        (van(geboortedatum=date(2014, 6, 1)), VERBODEN, "Wet 3(1)", "te_jong"),
        (van(geboortedatum=date(2010, 5, 12)), VERBODEN, "Wet 3(1)", "te_jong"),
        (van(geboortedatum=date(1949, 9, 1)), VERBODEN, "Wet 3(1)", "aow"),
        (van(geboortedatum=date(1959, 5, 11)), VERBODEN, "Wet 3(1)", "aow"),
        (van(geboortedatum=None, geboortejaar=2015), VERBODEN, "Wet 3(1)", "te_jong"),
        (van(geboortedatum=None, geboortejaar=1950), VERBODEN, "Wet 3(1)", "aow"),
        (van(nationaliteit="DEU"), VERBODEN, "Wet 3(2)(a)", "nationaliteit"),
        (van(nationaliteit="NLD"), VERBODEN, "Wet 3(2)(a)", "nationaliteit"),
        (van(nationaliteit="CHE"), VERBODEN, "Wet 3(2)(a)", "nationaliteit"),
        (van(doelgroep=""), ONTBREEKT, "Wet 13(1)", "geen_doelgroep"),
        (van(doelgroep="gezinsmigrant"), VERBODEN, "Wet 13(1)", "doelgroep_en_titel"),
        (van(einde_plicht=date(2026, 5, 10), einde_reden="voldaan"), VERBODEN, "Wet 3", "plicht_voorbij"),
    ],
)
def test_who_has_no_plicht_or_no_group_gets_no_pip(anders: Zaak, soort: str, regel: str, reden: str) -> None:
    assert (soort, regel, reden) in gezegd(anders)


@pytest.mark.parametrize(
    "anders",
    [
        van(geboortedatum=date(1959, 5, 12)),
        # Born somewhere in the year in which one may just be old or young enough.
        van(geboortedatum=None, geboortejaar=1959),
        van(nationaliteit="TUR"),
        van(nationaliteit="GBR"),
        van(nationaliteit=""),
        van(verblijfstitel="regulier"),
        replace(
            van(doelgroep="gezinsmigrant", verblijfstitel="regulier"),
            concept={k: w for k, w in GEWOON.concept.items() if not k.startswith("intensiteit")},
        ),
        van(einde_plicht=date(2026, 5, 11)),
    ],
)
def test_who_has_one_does(anders: Zaak) -> None:
    assert gezegd(anders) == []


def test_at_sixteen_and_seventeen_one_looks_at_school_first() -> None:
    for dag in (date(2010, 5, 11), date(2008, 5, 12)):
        assert gezegd(van(geboortedatum=dag)) == [("let_op", "Wet 4(1)(c)", "minderjarig")]
    assert gezegd(van(geboortedatum=date(2008, 5, 11))) == []


def test_of_an_unknown_age_one_is_warned() -> None:
    assert gezegd(van(geboortedatum=None)) == [("let_op", "Wet 3(1)", "leeftijd_onbekend")]


def test_who_has_no_plicht_by_the_word_of_duo_gets_no_pip() -> None:
    assert gezegd(van(zonder_plicht=True)) == [("pip.unlawful", "Wet 3", "duo_geen_plicht")]
    assert gezegd(van(zonder_plicht=False)) == []


@pytest.mark.parametrize(
    ("geboren", "vroeg", "laat"),
    [
        # 66 years and 10 months in 2023, 67 from 2024; 67 years and 3 months from 2028.
        (date(1957, 2, 10), date(2023, 12, 9), date(2024, 1, 5)),
        (date(1960, 12, 15), date(2027, 12, 14), date(2028, 1, 2)),
    ],
)
def test_a_later_rise_of_the_aow_age_takes_nothing_back(geboren: date, vroeg: date, laat: date) -> None:
    """Wet 3(1): who reached it under the rule of that year has no plicht any more."""
    zaak = van(geboortedatum=geboren)
    assert "aow" not in [reden for *_, reden in gezegd(replace(zaak, dagtekening=vroeg, vandaag=vroeg))]
    assert "aow" in [reden for *_, reden in gezegd(replace(zaak, dagtekening=laat, vandaag=laat))]


def test_what_is_said_two_ways_forbids_until_somebody_chooses() -> None:
    assert (ONTBREEKT, "Awb 3:2", "tegenspraak") in gezegd(replace(GEWOON, tegenspraak=("inburgeraar.x",)))
