"""Relevance and constraints of small forms: groups, repeats, hidden answers, dates, strange characters."""

import datetime
import random
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.forms.engine import Engine
from intake_assistant.forms.loader import load_formulieren
from tests.forms.kleine_formulieren import goed, veld, write_forms
from tests.gelezen import lazily

VANDAAG = datetime.date(2026, 5, 4)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return Engine(load_formulieren(write_forms(tmp_path / "forms", goed())))


def with_row(tmp_path: Path, **kolommen: str) -> Engine:
    """An engine of the good form with one more question, `taal.extra`."""
    formulier = goed()
    formulier["survey"].append(veld("text", "taal.extra", **kolommen))
    return Engine(load_formulieren(write_forms(tmp_path / "forms", formulier)))


def test_a_group_hands_down_its_relevance(engine: Engine) -> None:
    uit = engine.evaluate({}, VANDAAG)
    assert not any(
        uit.relevant(naam) for naam in ("taal.blad", "taal.verhaal", "taal.schrift", "taal.schaal")
    )
    aan = engine.evaluate({"taal.leest": "ja", "taal.schrift": ["latijns"]}, VANDAAG)
    assert all(aan.relevant(naam) for naam in ("taal.blad", "taal.verhaal", "taal.schrift", "taal.schaal"))


def test_an_irrelevant_answer_is_empty_to_expressions(tmp_path: Path) -> None:
    engine = with_row(tmp_path, relevant="selected(${taal.schrift}, 'latijns')")
    assert engine.evaluate({"taal.leest": "ja", "taal.schrift": ["latijns"]}, VANDAAG).relevant("taal.extra")
    # The answer is still there, but its page no longer is.
    assert not engine.evaluate({"taal.leest": "nee", "taal.schrift": ["latijns"]}, VANDAAG).relevant(
        "taal.extra"
    )


def test_a_constraint_speaks_only_of_an_answer_that_is_relevant(engine: Engine) -> None:
    beide = {"taal.schrift": ["latijns", "geen"]}
    (schending,) = engine.evaluate(beide | {"taal.leest": "ja"}, VANDAAG).schendingen
    assert (schending.naam, schending.rij) == ("taal.schrift", "")
    assert schending.message == "Geen past niet bij iets anders."
    assert engine.evaluate(beide, VANDAAG).schendingen == ()
    assert engine.evaluate({"taal.leest": "ja"}, VANDAAG).schendingen == ()


@pytest.mark.parametrize(("dag", "mag"), [("2026-05-04", True), ("2026-05-05", False), ("1969-12-31", True)])
def test_dates_compare_with_today(engine: Engine, dag: str, mag: bool) -> None:
    assert (engine.evaluate({"taal.toets": dag}, VANDAAG).schendingen == ()) is mag


def test_an_impossible_date_breaks_the_constraint_and_nothing_else(engine: Engine) -> None:
    (schending,) = engine.evaluate({"taal.toets": "2026-02-30"}, VANDAAG).schendingen
    assert schending.naam == "taal.toets"


def test_each_row_of_a_repeat_is_judged_on_its_own(engine: Engine) -> None:
    rijen = {"r1": {"waar": "azc", "uren": 0}, "r2": {"uren": 4}, "r3": {"waar": "school", "uren": 9}}
    uit = engine.evaluate({"taal.cursussen": rijen}, VANDAAG)
    assert [uit.relevant("taal.cursussen.uren", rij) for rij in rijen] == [True, False, True]
    assert [(schending.naam, schending.rij) for schending in uit.schendingen] == [
        ("taal.cursussen.uren", "r1")
    ]
    assert uit.relevant("taal.totaal")
    assert not engine.evaluate({"taal.cursussen": {"r1": {}}}, VANDAAG).relevant("taal.totaal")


def test_an_irrelevant_repeat_hides_its_rows_and_counts_none(tmp_path: Path) -> None:
    formulier = goed()
    herhaling = next(rij for rij in formulier["survey"] if rij.get("name") == "taal.cursussen")
    herhaling["relevant"] = "${taal.leest} = 'ja'"
    engine = Engine(load_formulieren(write_forms(tmp_path / "forms", formulier)))
    rijen = {"taal.cursussen": {"r1": {"waar": "azc", "uren": 0}, "r2": {}}}
    uit = engine.evaluate(rijen, VANDAAG)
    assert not uit.relevant("taal.cursussen.waar", "r1")
    assert not uit.relevant("taal.cursussen.waar")
    assert not uit.relevant("taal.totaal")
    assert uit.schendingen == ()
    assert engine.evaluate(rijen | {"taal.leest": "ja"}, VANDAAG).relevant("taal.totaal")


@pytest.mark.parametrize(
    ("relevant", "antwoorden", "verwacht"),
    [
        ("if(${taal.leest} = 'ja', 1, 2) = 1", {"taal.leest": "ja"}, True),
        ("if(${taal.leest} = 'ja', 1, 2) = 1", {}, False),
        ("if(${taal.totaal} + 1, 1, 2) = 2", {}, True),
        ("coalesce(${taal.totaal}, 3) = 3", {}, True),
        ("coalesce(${taal.toets}, today()) = today()", {}, True),
        ("today() - ${taal.toets} > 30", {"taal.toets": "2026-01-01"}, True),
        ("today() - ${taal.toets} > 30", {}, False),
        ("${taal.totaal} > 2.5", {"taal.totaal": "2.75"}, False),  # irrelevant without two courses
        ("count-selected(${taal.schrift}) = 2", {"taal.leest": "ja", "taal.schrift": ["a", "b"]}, True),
        ("${taal.leest} != 'ja'", {}, True),
        ("string-length(${taal.verhaal}) > 2", {"taal.leest": "ja", "taal.verhaal": "2026-01-01"}, True),
        ("${taal.verhaal} = 'a\ufffdb'", {"taal.leest": "ja", "taal.verhaal": "a\x0bb"}, True),
    ],
)
def test_functions(tmp_path: Path, relevant: str, antwoorden: dict[str, object], verwacht: bool) -> None:
    engine = with_row(tmp_path, relevant=relevant)
    assert engine.evaluate(antwoorden, VANDAAG).relevant("taal.extra") is verwacht


def test_a_condition_sees_under_which_chapter_of_the_law_somebody_falls(tmp_path: Path) -> None:
    engine = with_row(tmp_path, relevant="${inburgeraar.doelgroep} = 'gezinsmigrant'")
    uit = {wie: engine.evaluate({"inburgeraar.doelgroep": wie}, VANDAAG) for wie in ("gezinsmigrant", "")}
    assert [uit[wie].relevant("taal.extra") for wie in uit] == [True, False]
    assert not engine.evaluate({}, VANDAAG).relevant("taal.extra")


def test_unknown_names_and_odd_values_do_no_harm(engine: Engine) -> None:
    uit = engine.evaluate({"taal.weg": "x", "taal.leest": 3, "taal.cursussen": "geen rijen"}, VANDAAG)
    assert uit.relevant("taal.leest")


def test_a_condition_that_is_not_asked_says_what_it_says_when_asked() -> None:
    formulieren, chance = lazily().formulieren, random.Random(7)
    engine, asked = Engine(formulieren), Engine(formulieren)
    asked._relevant = [replace(stap, bij_leeg=None) for stap in asked._relevant]
    assert sum(stap.bij_leeg is not None for stap in engine._relevant) > 50
    gekozen = [vraag for vraag in formulieren.losse_velden if vraag.keuzes]
    for filled in (0, 1, 3, 20, len(gekozen)):
        antwoorden: dict[str, object] = {
            vraag.naam: chance.choice(vraag.keuzes).naam for vraag in chance.sample(gekozen, filled)
        }
        for rijen in formulieren.herhalingen[:filled]:
            antwoorden[rijen.naam] = {"a1": {}}
        for vandaag in (VANDAAG, datetime.date(2031, 1, 1)):
            assert engine.evaluate(antwoorden, vandaag) == asked.evaluate(antwoorden, vandaag)
