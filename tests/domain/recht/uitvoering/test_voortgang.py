"""Hours followed against what was set, talks held against what was promised, and the day to ask for more."""

from datetime import date
from decimal import Decimal

import pytest

from intake_assistant.domain.recht.oordeel.wijziging.urenboek import Urenrij
from intake_assistant.domain.recht.uitvoering.voortgang import (
    AFSCHALEN,
    Urenstand,
    urenstanden,
    verlenging_vanaf,
    voortgangsgesprekken,
)
from tests.domain.recht.oordeel.zaken import GEWOON, eerste, zaak

OP = date(2027, 5, 11)


def rij(soort: str, aantal: int, tot: date = date(2027, 1, 1), instelling: str = "De Brug") -> Urenrij:
    return Urenrij(soort=soort, tot=tot, aantal=Decimal(aantal), instelling=instelling)


def per(*boek: Urenrij, **concept: object) -> dict[str, Urenstand]:
    made = zaak(concept={**GEWOON.concept, **concept}, urenboek=boek)
    return {stand.deel: stand for stand in urenstanden(made, OP)}


def said(stand: Urenstand) -> tuple[int, int, int]:
    """Set, followed, still to go."""
    return int(stand.norm), int(stand.gevolgd), int(stand.nog)


def test_b_route_has_pvt_map_and_the_hours_before_afschalen() -> None:
    found = per(rij("pvt", 8), rij("map", 50), rij("cursus", 599), rij("alfabetisering", 20, instelling=""))
    assert list(found) == ["pvt_uren", "map_uren", AFSCHALEN]
    assert said(found["pvt_uren"]) == (12, 8, 4)
    assert found["map_uren"].nog == 0
    assert said(found[AFSCHALEN]) == (600, 599, 1)


def test_z_route_has_both_eight_hundreds_with_what_counts_for_each() -> None:
    boek = (rij("cursus", 300), rij("knm", 20), rij("participatie", 100), rij("map", 10))
    found = per(*boek, leerroute="Z", **{"zroute.cursusuren": 800, "zroute.participatie_uren": 800})
    assert {deel: said(stand) for deel, stand in found.items() if "zroute" in deel} == {
        "zroute.cursusuren": (800, 320, 480),
        "zroute.participatie_uren": (800, 110, 690),
    }
    assert AFSCHALEN not in found


def test_a_deduction_shows_and_a_later_period_does_not_count_yet() -> None:
    aftrek = [{"soort": "pvt", "uren": "4", "artikel": "Besl 3.1(5)"}]
    stand = per(rij("pvt", 3), rij("pvt", 5, tot=date(2027, 5, 12)), pvt_uren=8, aftrek=aftrek)["pvt_uren"]
    assert (said(stand), int(stand.aftrek)) == ((8, 3, 5), 4)


def test_talks_count_from_the_day_after_the_besluit() -> None:
    dagen = (date(2026, 5, 11), date(2026, 5, 12), date(2027, 5, 11), date(2027, 5, 12))
    assert voortgangsgesprekken(eerste(), dagen, OP) == (6, 2)


@pytest.mark.parametrize(
    ("einde", "vanaf"),
    [
        (date(2029, 5, 11), date(2028, 11, 12)),
        (date(2028, 8, 30), date(2028, 3, 1)),
        (date(2028, 12, 31), date(2028, 7, 1)),
    ],
)
def test_a_longer_term_may_be_asked_six_months_before_the_end(einde: date, vanaf: date) -> None:
    assert verlenging_vanaf(einde, 6) == vanaf
