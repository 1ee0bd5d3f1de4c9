"""What is looked at before vaststellen: who a sentence speaks to, and numbers that differ."""

import pytest

from intake_assistant.domain.kinds import PERSOON
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.views.besluit.letop import andere_getallen, argumenten_over, speaks_of
from intake_assistant.operations.workspace import Workspace

BELASTBAAR = "fysieke_gezondheid.belastbaarheid_uren_dag"


@pytest.fixture
def dossier(work: Workspace) -> str:
    made = create_dossier(work, {"voornamen": "Selam"}).made
    record_waarde(work, made, PERSOON.of("doelgroep"), "asielstatushouder")
    return made


@pytest.mark.parametrize(
    "tekst",
    ["zij leert snel", "Haar school was lang geleden.", "heeft lang gewerkt", "Kan drie uur per dag aan."],
)
def test_a_sentence_about_somebody_is_noticed(tekst: str) -> None:
    assert speaks_of(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["U leert snel.", "Uw kinderen gaan naar school.", "Kan u wel eens helpen.", "Werken past bij u."],
)
def test_a_sentence_to_somebody_is_not(tekst: str) -> None:
    assert not speaks_of(tekst)


def test_an_argument_that_is_not_printed_may_say_it_as_it_likes(work: Workspace, dossier: str) -> None:
    add_argument(work, dossier, "B", "voor", "zij leert snel")
    add_argument(work, dossier, "B", "tegen", "zij is moe", vraag=BELASTBAAR)
    found = argumenten_over(work, work.vault.dossier(dossier))
    assert [a.tekst for a in found] == ["zij leert snel"]


def test_another_number_than_the_answer_is_noticed(work: Workspace, dossier: str) -> None:
    record_antwoord(
        work, dossier, "motivatie.doel_drie_jaar", "Weer als verpleegkundige, na veertien jaar ervaring"
    )
    found = work.vault.dossier(dossier)

    (zin,) = andere_getallen(
        work, found, {"motivering": "U was vijftien jaar verpleegkundige. U kiest zelf."}
    )

    assert "vijftien jaar" in zin
    assert "veertien jaar" in zin
    assert andere_getallen(work, found, {"motivering": "U was drie jaar verpleegkundige in Homs."}) == []
    assert andere_getallen(work, found, {"motivering": "U was 14 jaar verpleegkundige."}) == []
    assert andere_getallen(work, found, {"motivering": "U woont hier 3 jaar."}) == []
