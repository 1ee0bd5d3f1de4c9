"""The plan for the wall: one page, what counts now, and nothing that was told under a lock."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.pip.gegevens import Gemeente, WandplanGegevens
from intake_assistant.documents.pip.wandplan import LANGSTE, build_wandplan, shorten
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, Doel, verste_doel, volgende_stappen
from intake_assistant.domain.recht.uitvoering.hulptrap import Hulptrap
from tests.documents import voorbeeld

TEKSTEN = voorbeeld.teksten()
VANDAAG = date(2026, 5, 11)
STAPPEN = (
    Afspraak("a", "inschrijven bij de taalschool", "inburgeraar", "2026-05-01", ""),
    Afspraak("b", "een laptop regelen", "regievoerder", "2026-06-15", ""),
    Afspraak("c", "een stage zoeken", "partner", "", ""),
)
PLAN = WandplanGegevens(
    gemeente=voorbeeld.GEMEENTE,
    peildatum=VANDAAG,
    doel="weer in een keuken werken",
    stappen=STAPPEN,
    contact="J. Smit",
    gesprek_op=date(2026, 6, 3),
    gesprek_uur="10:00",
    gesprek_hoe="op het stadhuis",
)


def told(plan: WandplanGegevens) -> list[str]:
    return texts_of(build_wandplan(plan, TEKSTEN))


def pages(plan: WandplanGegevens) -> int:
    with pikepdf.open(BytesIO(write_pdf(build_wandplan(plan, TEKSTEN)))) as pdf:
        return len(pdf.pages)


def test_it_says_the_goal_the_steps_who_helps_and_when_we_talk() -> None:
    assert told(PLAN) == [
        "Uw plan",
        "Uw doel",
        "weer in een keuken werken",
        "Uw volgende stappen",
        "Wanneer",
        "Wat",
        "zo snel mogelijk",
        "inschrijven bij de taalschool",
        "15 juni 2026",
        "een laptop regelen (uw contactpersoon doet dit)",
        "geen vaste dag",
        "een stage zoeken (een andere organisatie doet dit)",
        "Wie u helpt",
        "Wie",
        "Telefoon",
        "J. Smit, uw contactpersoon",
        "06 12345678",
        "Gemeente Waterrade",
        "14 0123",
        "Uw volgende gesprek",
        "woensdag 3 juni 2026, 10:00 uur",
        "op het stadhuis",
    ]


def test_where_help_was_agreed_it_says_who_does_it_now() -> None:
    """By what was said of it, else by the days that were agreed."""
    trap = Hulptrap("", samen_vanaf="2026-05-01", zelf_vanaf="2026-09-01")
    samen = replace(PLAN, stappen=(replace(STAPPEN[0], hulp=trap),))
    voor_u = replace(PLAN, stappen=(replace(STAPPEN[0], hulp=replace(trap, nu="voor_u")),))
    wat = "inschrijven bij de taalschool"
    assert f"{wat} (wij doen dit samen met u)" in told(samen)
    assert f"{wat} (wij doen dit voor u)" in told(voor_u)
    assert f"{wat} (u doet dit zelf)" in told(replace(samen, peildatum=date(2026, 9, 1)))


def test_an_empty_plan_is_a_page_with_what_comes_next() -> None:
    leeg = WandplanGegevens(gemeente=Gemeente(naam=""), peildatum=VANDAAG)
    assert "Uw doel bespreken wij in het volgende gesprek." in told(leeg)
    assert "Er is nog geen dag afgesproken." in told(leeg)
    assert "Wie u helpt" not in told(leeg)
    assert pages(leeg) == 1


@pytest.mark.parametrize("word", ["W", "woord ", "ው", "ﷺ"])
def test_it_is_one_page_whatever_was_typed(word: str) -> None:
    vol = word * (10_000 // len(word))
    stappen = tuple(replace(stap, wat=vol) for stap in STAPPEN)
    assert pages(replace(PLAN, doel=vol, stappen=stappen, contact=vol, gesprek_hoe=vol)) == 1
    assert pages(PLAN) == 1


def test_a_long_text_is_cut_between_words() -> None:
    assert shorten("kort  en\ngoed") == "kort en goed"
    cut = shorten("woord " * 100)
    assert len(cut) <= LANGSTE
    assert cut.endswith("woord…")


def test_the_steps_are_those_that_come_first() -> None:
    doelen = [
        Doel("1", "leren", "kort", (STAPPEN[1], replace(STAPPEN[2], wat=" "))),
        Doel("2", "werken", "lang", (STAPPEN[2], STAPPEN[0], replace(STAPPEN[0], klaar_op="2026-04-01"))),
        Doel("3", "", "lang", (replace(STAPPEN[0], id="d", uiterlijk="2028-01-01"),)),
    ]
    assert [stap.id for stap in volgende_stappen(doelen)] == ["a", "b", "d"]
    assert verste_doel(doelen) == "werken"
    assert verste_doel([]) == ""
