"""The clocks with the real rules against a calendar of its own, day by day, 2022 to 2060."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.recht.feiten import BesluitFeit, KlokFeiten
from intake_assistant.domain.recht.klokken import Klok, klokken
from intake_assistant.domain.recht.termijn import feestdagen
from intake_assistant.operations.workspace import packaged_data

DATA = packaged_data()
DAG = timedelta(days=1)
VAN, TOT = date(2022, 1, 1), date(2060, 12, 31)
DAGEN = st.dates(VAN, date(2059, 12, 31))
# From a second source, as the rule file says; no Saturday among them.
GELIJKGESTELD = {
    date(2022, 5, 27), date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27),
    date(2025, 5, 30), date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28),
    date(2028, 5, 26),
}  # fmt: skip


def easter(jaar: int) -> date:
    """By the golden number and the epact (Knuth), not by the formula of the program."""
    golden, eeuw = jaar % 19 + 1, jaar // 100 + 1
    geen_schrikkel, maan = 3 * eeuw // 4 - 12, (8 * eeuw + 5) // 25 - 5
    zondag = 5 * jaar // 4 - geen_schrikkel - 10
    epact = (11 * golden + 20 + maan - geen_schrikkel) % 30
    if epact == 24 or epact == 25 and golden > 11:
        epact += 1
    vol = 44 - epact
    vol += 30 if vol < 21 else 0
    vol += 7 - (zondag + vol) % 7
    return date(jaar, 3, 1) + (vol - 1) * DAG


def vrij(dag: date) -> bool:
    pasen = easter(dag.year)
    koning = date(dag.year, 4, 27)
    koning -= DAG if koning.isoweekday() == 7 else 0 * DAG
    vast = {(1, 1), (5, 5), (12, 25), (12, 26)}
    return (
        dag.isoweekday() > 5
        or (dag.month, dag.day) in vast
        or dag == koning
        or (dag - pasen).days in (-2, 0, 1, 39, 49, 50)
        or dag in GELIJKGESTELD
    )


def weken(begin: date, aantal: int) -> date:
    einde = begin
    for _ in range(aantal * 7):
        einde += DAG
    while vrij(einde):
        einde += DAG
    return einde


def maanden(begin: date, aantal: int) -> date:
    """The day before the same day so many months later, or the last day of a month that lacks it."""
    jaar, maand = begin.year + (begin.month - 1 + aantal) // 12, (begin.month - 1 + aantal) % 12 + 1
    try:
        return date(jaar, maand, begin.day) - DAG
    except ValueError:
        return date(jaar + maand // 12, maand % 12 + 1, 1) - DAG


def clock(naam: str, feiten: KlokFeiten) -> Klok:
    return next(k for k in klokken(feiten, VAN, DATA.regelwaarden) if k.klok == naam)


@pytest.mark.parametrize("jaar", range(2022, 2061))
def test_the_feestdagen_of_a_year(jaar: int) -> None:
    hele_jaar = (date(jaar, 1, 1) + n * DAG for n in range(365))
    doordeweeks = {dag for dag in hele_jaar if dag.isoweekday() < 6 and dag not in GELIJKGESTELD}
    assert {dag for dag in doordeweeks if vrij(dag)} == {d for d in feestdagen(jaar) if d in doordeweeks}
    assert easter(jaar) in feestdagen(jaar)


@given(kennisgeving=DAGEN, brp=DAGEN, titel=st.sampled_from(["asiel", "regulier"]))
def test_the_ten_weeks(kennisgeving: date, brp: date, titel: str) -> None:
    feiten = KlokFeiten(
        doelgroep="asielstatushouder",
        verblijfstitel=titel,
        kennisgeving_duo=kennisgeving,
        inschrijving_brp=brp,
    )
    begin = max(kennisgeving, brp) if titel == "asiel" else kennisgeving
    if kennisgeving.year == 2022:  # the text of then: from the registration, for everybody
        begin = brp
    pip = clock("pip", feiten)
    assert (pip.begin, pip.uiterlijk) == (begin, weken(begin, 10))


@given(dagtekening=DAGEN, later=st.integers(0, 40), brp=DAGEN)
def test_what_counts_from_a_besluit(dagtekening: date, later: int, brp: date) -> None:
    bekend = dagtekening + later * DAG
    besluit = BesluitFeit(1, "eerste", dagtekening, bekend, "B")
    feiten = KlokFeiten(doelgroep="gezinsmigrant", kennisgeving_duo=dagtekening, besluiten=(besluit,))
    assert clock("bezwaar", feiten).uiterlijk == weken(bekend, 6)
    morgen = dagtekening + DAG
    assert clock("inburgeringstermijn", feiten).uiterlijk == maanden(morgen, 36)
    assert clock("leerroute_wijzigen", feiten).uiterlijk == maanden(morgen, 18)
    verhuisd = clock("pip_verhuizing", replace(feiten, verhuizing_inschrijving_brp=brp))
    assert (verhuisd.begin, verhuisd.uiterlijk) == (brp, weken(brp, 10))


@given(begin=DAGEN)
def test_six_months_of_ontzorgen(begin: date) -> None:
    feiten = KlokFeiten(verblijfstitel="asiel", inkomen="bijstand", begin_bijstand=begin)
    assert clock("ontzorgen", feiten).uiterlijk == maanden(begin, 6)


def test_a_day_equated_by_decree_moves_the_last_day() -> None:
    besluit = BesluitFeit(1, "eerste", date(2026, 4, 3), date(2026, 4, 3), "B")
    feiten = KlokFeiten(doelgroep="gezinsmigrant", kennisgeving_duo=date(2026, 3, 2), besluiten=(besluit,))
    assert clock("bezwaar", feiten).uiterlijk == date(2026, 5, 18)


def test_the_text_of_2022_waits_for_the_registration_only() -> None:
    feiten = KlokFeiten(doelgroep="gezinsmigrant", kennisgeving_duo=date(2022, 11, 1))
    pip = clock("pip", feiten)
    assert (pip.stand, pip.feiten["ontbreekt"]) == ("wacht", ("inschrijving_brp",))
