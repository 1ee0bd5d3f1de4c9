"""Six months of money: what is paid by whom, what is left, and what asks for somebody who acts."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Json
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import GELDPOST, GELDTAAK, ONTZORGEN
from intake_assistant.domain.recht.uitvoering.geldlijn import (
    Geldmaand,
    Geldmelding,
    Geldsignaal,
    geldmaanden,
    geldposten_of,
    geldtaken_of,
    signalen_in,
    som,
)
from tests.domain.schrijver import Schrijver

BEGIN, GENOEG = date(2026, 10, 20), Decimal(300)
BIJSTAND: Mapping[str, Json] = {"post": "bijstand", "bedrag": 1000, "van": "2026-10-20"}
HUUR: Mapping[str, Json] = {"post": "huur", "bedrag": 800}


def with_rows(*rijen: tuple[Kind, Mapping[str, Json]]) -> Dossier:
    wie = Schrijver("a")
    for nummer, (kind, rij) in enumerate(rijen):
        wie.record(kind.of(f"r{nummer}"), {"waarde": dict(rij)})
    return wie.dossier


def months(*rijen: tuple[Kind, Mapping[str, Json]]) -> tuple[Geldmaand, ...]:
    return geldmaanden(with_rows(*rijen), BEGIN, 6, GENOEG)


def test_six_calendar_months_from_the_right_on_over_the_turn_of_the_year() -> None:
    found = months((GELDPOST, BIJSTAND), (GELDPOST, HUUR))
    assert [m.begin.isoformat() for m in found] == [
        "2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01",
    ]  # fmt: skip
    assert {m.over for m in found} == {Decimal(200)}
    assert list(signalen_in(found))[0] == Geldmelding(Geldsignaal.TEKORT, date(2026, 10, 1))


def test_an_amount_of_which_nobody_said_what_it_is_for_draws_no_months() -> None:
    assert geldposten_of(with_rows((GELDPOST, {"bedrag": 900}))) == ()


def test_a_toeslag_counts_from_its_own_month_and_ends_the_shortage() -> None:
    toeslag = {"post": "huurtoeslag", "bedrag": "250,50", "van": "2026-12-20", "tot": "2027-01-01"}
    found = months((GELDPOST, BIJSTAND), (GELDPOST, HUUR), (GELDPOST, toeslag))
    assert [m.is_tekort for m in found] == [True, True, False, False, True, True]
    assert found[2].over == Decimal("450.50")


def test_the_municipality_pays_first_until_somebody_pays_alone() -> None:
    periode: Mapping[str, Json] = {
        "van": "2026-10-20",
        "posten": ["huur", "water"],
        "zelf_sinds": {"huur": "2027-01-15"},
    }
    found = months((GELDPOST, BIJSTAND), (GELDPOST, HUUR), (ONTZORGEN, periode))
    assert [som(m.eerst) for m in found] == [800, 800, 800, 0, 0, 0]
    assert [som(m.zelf) for m in found] == [0, 0, 0, 800, 800, 800]
    assert Geldmelding(Geldsignaal.ZONDER_BEDRAG, date(2026, 10, 1), "water") in list(signalen_in(found))


def test_the_same_cost_twice_in_a_month_is_told() -> None:
    twice = {**HUUR, "van": "2027-03-01"}
    found = list(
        signalen_in(months((GELDPOST, {**BIJSTAND, "bedrag": 9000}), (GELDPOST, HUUR), (GELDPOST, twice)))
    )
    assert found == [Geldmelding(Geldsignaal.DUBBEL, date(2027, 3, 1), "huur")]


def test_an_amount_that_cannot_be_is_not_counted() -> None:
    found = months((GELDPOST, BIJSTAND), (GELDPOST, {**HUUR, "bedrag": 1_000_000}))
    assert {m.over for m in found} == {Decimal(1000)}


def test_what_is_still_to_be_done_goes_before_what_is_done() -> None:
    klaar = {"soort": "machtiging", "wat": "tekenen", "geregeld_op": "2026-10-21"}
    laat = {"soort": "kwijtschelding", "wat": "aanvragen", "uiterlijk": "2026-12-01"}
    taken = geldtaken_of(with_rows((GELDTAAK, klaar), (GELDTAAK, laat)))
    assert [taak.soort for taak in taken] == ["kwijtschelding", "machtiging"]
