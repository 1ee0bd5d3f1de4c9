"""The summary to begin from: short, in plain words, to be read aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.operations.antwoord import add_rij, record_antwoord, remove_rij
from intake_assistant.operations.dossier import open_dossier
from intake_assistant.operations.gesprek import record_verteld, start_gesprek
from intake_assistant.operations.terugblik import draft_samenvatting, look_back
from intake_assistant.operations.voorbereiden import onderwerpen
from intake_assistant.operations.workspace import Workspace
from tests.ui.gevuld import filled_vault


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[tuple[Workspace, str, str]]:
    with filled_vault(tmp_path) as (work, dossier):
        yield work, dossier, start_gesprek(work, dossier, {"vorm": "thuis"})


def draft(gevuld: tuple[Workspace, str, str]) -> str:
    work, dossier, gesprek = gevuld
    return draft_samenvatting(work, open_dossier(work, dossier), gesprek)


def answer_all(gevuld: tuple[Workspace, str, str]) -> None:
    """Something was said in every startpositie."""
    work, dossier, gesprek = gevuld
    for deel in work.data.formulieren.startposities:
        vraag = next(v for v in deel.velden if not v.herhaling)
        record_antwoord(work, dossier, vraag.naam, staat="onbekend", gesprek=gesprek)


def test_topics_are_grouped_and_the_rest_is_counted(gevuld: tuple[Workspace, str, str]) -> None:
    answer_all(gevuld)
    zin = draft(gevuld)
    assert zin.startswith("Vandaag hebben wij gesproken over leren, werk, ")
    assert zin.count(" werk") == 1
    assert " en nog 4 dingen." in zin
    assert "Taalniveau" not in zin


def test_three_sentences_whatever_was_told(gevuld: tuple[Workspace, str, str]) -> None:
    work, dossier, gesprek = gevuld
    answer_all(gevuld)
    for nummer, onderwerp in enumerate(onderwerpen(work, open_dossier(work, dossier))[:6]):
        record_verteld(work, dossier, gesprek, onderwerp.id, "ja" if nummer else "deels")
    zinnen = draft(gevuld).split(". ")
    assert len(zinnen) == 3
    assert "en nog 4 dingen" in zinnen[1]
    assert zinnen[2].startswith("De volgende keer leg ik dit nog eens uit: ‘")
    assert all(len(zin.split()) <= 24 for zin in zinnen)


def test_nothing_said_is_nothing_written(gevuld: tuple[Workspace, str, str]) -> None:
    assert draft(gevuld) == ""


def test_a_row_that_was_taken_back_was_not_spoken_about(gevuld: tuple[Workspace, str, str]) -> None:
    work, dossier, gesprek = gevuld
    rij = add_rij(work, dossier, "werkervaring.banen", {"beroep": "naaister"}, gesprek=gesprek)
    assert [aantal for _, aantal in look_back(work, open_dossier(work, dossier), gesprek).besproken] == [1]
    remove_rij(work, dossier, "werkervaring.banen", rij, gesprek)
    assert look_back(work, open_dossier(work, dossier), gesprek).besproken == ()
