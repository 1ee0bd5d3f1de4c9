"""The trail of enforcement: each refusal beside a lawful twin."""

import pytest

from intake_assistant.domain.entry import Json
from intake_assistant.domain.recht.uitvoering.handhaving import (
    Handhavingsgebrek,
    gebreken_van,
    handhaving_of,
    stappen_of,
)
from intake_assistant.operations.workspace import packaged_data
from tests.domain.schrijver import Schrijver

REGELS = packaged_data().regels
WAARSCHUWING: dict[str, Json] = {"datum": "2026-09-01", "soort": "waarschuwing"}


def found(*rijen: dict[str, Json]) -> list[Handhavingsgebrek]:
    return [gebrek for _, gebrek, _ in gebreken_van(stappen_of(rijen), REGELS)]


def boete(**velden: Json) -> dict[str, Json]:
    return {"datum": "2026-10-01", "soort": "boete", "bedrag": 250, "percentage": 100, **velden}


@pytest.mark.parametrize(
    ("velden", "gebrek"),
    [
        ({"percentage": 60}, Handhavingsgebrek.PERCENTAGE),
        ({"bedrag": "2400.50"}, Handhavingsgebrek.PLAFOND),
        ({"datum": "2026-08-01"}, Handhavingsgebrek.ZONDER_WAARSCHUWING),
    ],
)
def test_a_boete_that_cannot_stand(velden: dict[str, Json], gebrek: Handhavingsgebrek) -> None:
    assert found(WAARSCHUWING, boete(**velden)) == [gebrek]


@pytest.mark.parametrize("percentage", [100, 75, 50, 25])
def test_the_lawful_twin(percentage: int) -> None:
    assert found(WAARSCHUWING, boete(percentage=percentage), boete(bedrag=2150)) == []


def test_the_ceiling_is_of_all_together() -> None:
    assert found(WAARSCHUWING, boete(bedrag=1200), boete(bedrag=1200)) == []
    assert found(WAARSCHUWING, boete(bedrag=1200), boete(bedrag=1201)) == [Handhavingsgebrek.PLAFOND]


def test_a_dossier_tells_its_steps_in_order_of_date() -> None:
    hand = Schrijver("an")
    hand.record("handhaving[a]", {"waarde": boete()})
    hand.record("handhaving[b]", {"waarde": WAARSCHUWING})
    hand.record("handhaving[c]", {"waarde": {"datum": "", "soort": "besluit"}})
    assert [(stap.soort, int(stap.bedrag)) for stap in handhaving_of(hand.dossier)] == [
        ("waarschuwing", -1),
        ("boete", 250),
    ]
