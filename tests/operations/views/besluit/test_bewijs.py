"""What may serve as an argument in the weighing."""

from pathlib import Path

import pytest

from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.views.besluit.bewijs import bewijs_van, bewijzen, search_bewijs
from intake_assistant.operations.workspace import Workspace
from tests.gespeeld import play_once
from tests.operations.casussen import on

CASES = Path(__file__).parents[3] / "data" / "cases"


@pytest.fixture
def work(work: Workspace) -> Workspace:
    return on(work, "2026-05-20")


def test_an_answer_comes_with_its_words_source_and_conversation(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    gesprek = start_gesprek(work, dossier, {"datum": "2026-03-05"}).made
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a1", bron="school", gesprek=gesprek)
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a2", gesprek=gesprek)

    found = bewijs_van(work, work.vault.dossier(dossier), "taalniveau.nl_lezen")

    assert found is not None
    assert (found.waarde, found.bron, found.gesprek, found.datum) == ("A1", "school", 1, "5 maart 2026")
    assert found.anders == ("inburgeraar: A2",)
    assert not found.bijzonder


def test_what_is_open_refused_or_irrelevant_is_no_ground(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    record_antwoord(work, dossier, "mentale_gezondheid.slapen", staat="wil_niet_zeggen")
    record_antwoord(work, dossier, "motivatie.beroepswens", "   ".strip())

    assert bewijzen(work, work.vault.dossier(dossier)) == []


def test_health_is_marked_as_special(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    record_antwoord(work, dossier, "fysieke_gezondheid.belastbaarheid_uren_dag", 3)

    found = bewijzen(work, work.vault.dossier(dossier))

    assert [(b.vraag, b.bijzonder) for b in found] == [("fysieke_gezondheid.belastbaarheid_uren_dag", True)]


def test_a_repeat_is_one_ground_with_all_its_rows(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    add_rij(work, dossier, "werkervaring.banen", {"beroep": "naaister", "jaren": 4})
    add_rij(work, dossier, "werkervaring.banen", {"beroep": "kok"})

    found = bewijs_van(work, work.vault.dossier(dossier), "werkervaring.banen")

    assert found is not None
    assert found.waarde == "naaister, 4; kok"


def test_a_rich_dossier_is_searched_by_every_typed_word(work: Workspace) -> None:
    dossier = play_once(work, (CASES / "06_irak_zroute_afwijking.toml").read_bytes(), "06")

    alle = bewijzen(work, work.vault.dossier(dossier))
    found = search_bewijs(alle, "TAALNIVEAU lezen")

    assert len(alle) > 60
    assert found
    assert all("lezen" in b.zoektekst and b.startpositie == "taalniveau" for b in found)
    assert len({b.startpositie for b in alle}) == 15
