"""A week from its rows: the steps with their dates, and what does not fit in each."""

from datetime import date
from decimal import Decimal
from typing import Any

from intake_assistant.domain.recht.uitvoering.weekgebrek import (
    Weekgebrek,
    gebreken_in_blokken,
    gebreken_in_stappen,
)
from intake_assistant.domain.recht.uitvoering.weekpassing import (
    Knelsoort,
    Weekfeiten,
    Werkuren,
    knelpunten_of,
    with_travel,
)
from intake_assistant.domain.recht.uitvoering.weekplan import (
    DAGEN,
    LES,
    REIS,
    WERK,
    Week,
    Weekblok,
    current_week,
    minutes_of,
    read_blok,
    read_grens,
    weken_of,
)

MAART, MEI = date(2027, 3, 1), date(2027, 5, 3)


def blok(soort: str, dagen: str, van: str, tot: str, **velden: Any) -> Weekblok:
    rij = {"soort": soort, "dagen": dagen.split(), "van": van, "tot": tot, "vanaf": "2027-03-01", **velden}
    made = read_blok(f"{soort}{dagen}{van}", rij)
    assert made is not None
    return made


def week(*blokken: Weekblok) -> Week:
    return weken_of(blokken, ())[0]


def knelsoorten(made: Week, **feiten: Any) -> list[Knelsoort]:
    return [m.soort for m in knelpunten_of(made, Weekfeiten(**feiten))]


LESSEN = blok("les", "maandag woensdag", "9.00", "12:00", wat="Taalschool")


def test_a_week_is_built_up_in_steps_with_dates() -> None:
    werk = blok("werk", "vrijdag", "13.00", "17.00", vanaf="2027-05-03", tot_en_met="2027-06-27")
    first, second, third = weken_of((LESSEN, werk), [(MAART, Decimal(6)), (MEI, Decimal(12))])
    assert (first.vanaf, first.tot_en_met, first.uren) == (MAART, date(2027, 5, 2), Decimal(6))
    assert (second.vanaf, second.tot_en_met, second.uren) == (MEI, date(2027, 6, 27), Decimal(12))
    assert (third.vanaf, third.tot_en_met, third.total(WERK)) == (date(2027, 6, 28), None, Decimal(0))
    assert (second.total(LES), second.total(LES, WERK)) == (Decimal(6), Decimal(10))
    assert current_week((first, second, third), MEI) == second
    assert current_week((first, second, third), date(2026, 1, 1)) == first


def test_a_row_counts_once_it_has_days_hours_and_a_kind() -> None:
    whole = {"soort": "les", "dagen": ["maandag"], "van": "9", "tot": "11.30", "afgesproken_op": "2027-03-01"}
    assert read_blok("r", whole) == Weekblok("r", "les", "", (0,), 540, 690, MAART, None)
    for veld, waarde in (("dagen", []), ("van", "half"), ("tot", "8.00"), ("soort", "")):
        assert read_blok("r", {**whole, veld: waarde}) is None
    assert (minutes_of("24.00"), minutes_of("09:00:00"), minutes_of("25.00")) == (1440, 540, None)


def test_lessons_and_work_are_held_against_the_hours_that_are_bearable() -> None:
    assert knelsoorten(week(LESSEN), draagkracht=Decimal(6)) == []
    (found,) = knelpunten_of(week(LESSEN), Weekfeiten(draagkracht=Decimal(4)))
    assert (found.soort, found.uren, found.van, found.van_gezondheid) == (
        Knelsoort.TE_VEEL_UREN,
        Decimal(6),
        Decimal(4),
        True,
    )
    agreed = weken_of((LESSEN,), [(MAART, Decimal(8))])[0]
    assert knelsoorten(agreed, draagkracht=Decimal(4)) == []


def test_two_things_at_once_do_not_fit() -> None:
    zorg = blok("zorg", "woensdag", "11.30", "13.00")
    assert knelsoorten(week(LESSEN, zorg)) == [Knelsoort.TEGELIJK]
    assert knelsoorten(week(LESSEN, blok("zorg", "woensdag", "12.00", "13.00"))) == []


def test_the_way_to_lessons_is_in_the_week_by_itself() -> None:
    next_lesson = blok("les", "maandag", "12.30", "14.00")
    found = with_travel(week(LESSEN, next_lesson), Weekfeiten(reisminuten=30))
    assert [(v.dag, v.van, v.tot) for v in found.of(REIS)] == [
        (0, 510, 540),
        (0, 840, 870),
        (2, 510, 540),
        (2, 720, 750),
    ]
    # Who planned the way on a day has it there once.
    own = with_travel(week(LESSEN, blok("reis", "maandag", "8.00", "9.00")), Weekfeiten(reisminuten=30))
    assert [vak.dag for vak in own.of(REIS)] == [0, 2, 2]
    # The way home counts: at a quarter past twelve the children cannot be fetched yet.
    home = with_travel(week(LESSEN, blok("zorg", "maandag", "12.15", "17.00")), Weekfeiten(reisminuten=30))
    assert knelsoorten(home, reisminuten=30) == [Knelsoort.TEGELIJK]


def test_lessons_outside_childcare_do_not_fit_where_it_is_needed() -> None:
    opvang = blok("opvang", "maandag", "8.30", "10.00"), blok("opvang", "maandag", "10.00", "14.00")
    assert knelsoorten(week(LESSEN, *opvang)) == []
    away = with_travel(week(LESSEN, *opvang), Weekfeiten(reisminuten=20))
    # On Wednesday there is none, from leaving the house to coming home.
    (found,) = knelpunten_of(away, Weekfeiten(opvang_nodig=True))
    assert (found.soort, found.vak and (found.vak.dag, found.vak.van, found.vak.tot)) == (
        Knelsoort.GEEN_OPVANG,
        (2, 520, 740),
    )


def test_a_place_has_its_opening_times_and_a_person_days_for_lessons() -> None:
    open_ = blok("open", "maandag woensdag", "10.00", "17.00", wat="taalschool")
    assert knelsoorten(week(LESSEN, open_)) == [Knelsoort.GESLOTEN, Knelsoort.GESLOTEN]
    assert knelsoorten(week(LESSEN), lesdagen=(0,)) == [Knelsoort.ANDERE_DAG]
    assert knelsoorten(week(LESSEN), lesdagen=(0, 2), lesmomenten=("avond",)) == [Knelsoort.ANDER_MOMENT] * 2
    assert knelsoorten(week(LESSEN), lesdagen=(0, 2), lesmomenten=("ochtend",)) == []


def test_care_that_was_told_and_stands_nowhere_is_said() -> None:
    assert knelsoorten(week(LESSEN), zorguren=Decimal(20)) == [Knelsoort.ZORG_BUITEN_WEEK]
    assert knelsoorten(week(LESSEN), zorguren=Decimal(0)) == []


def test_fewer_lessons_than_the_besluit_goes_by_are_said() -> None:
    assert knelsoorten(week(LESSEN), lesuren=Decimal(12)) == [Knelsoort.MINDER_LES]
    assert knelsoorten(week(LESSEN), lesuren=Decimal(6)) == []


def test_other_hours_of_work_than_were_agreed_on_are_said_as_long_as_the_place_lasts() -> None:
    werk = week(blok("werk", "vrijdag", "9.00", "13.00"))
    for uren, einde, found in ((8, None, [Knelsoort.ANDER_WERK]), (4, None, []), (8, date(2027, 2, 1), [])):
        assert knelsoorten(werk, werkuren=(Werkuren(Decimal(uren), MAART, einde),)) == found
    assert knelsoorten(week(LESSEN), werkuren=(Werkuren(Decimal(8), None, None),)) == [Knelsoort.ANDER_WERK]


def test_a_week_of_two_hundred_hours_cannot_be() -> None:
    daily = {"soort": "werk", "dagen": list(DAGEN), "van": "0.00", "tot": "24.00", "vanaf": "2027-03-01"}
    assert list(gebreken_in_blokken([("a", daily)])) == []
    more = {**daily, "tot": "5.00"}
    assert list(gebreken_in_blokken([("a", daily), ("b", more)])) == [("b", "tot", Weekgebrek.VOL)]
    assert list(gebreken_in_stappen([("a", {"uren": 200})])) == [("a", "uren", Weekgebrek.TE_VEEL)]
    assert read_grens({"uren": 200, "vanaf": "2027-03-01"}) is None


def test_what_is_wrong_with_a_row_is_said_at_its_field() -> None:
    rij = {"van": "half tien", "tot": "9.00", "vanaf": "2027-03-01", "tot_en_met": "2027-02-01"}
    assert list(gebreken_in_blokken([("a", rij), ("b", {"van": "9.00", "tot": "9.00"})])) == [
        ("a", "van", Weekgebrek.GEEN_UUR),
        ("a", "tot_en_met", Weekgebrek.EINDE_VOOR_BEGIN),
        ("b", "tot", Weekgebrek.TOT_VOOR_VAN),
    ]
