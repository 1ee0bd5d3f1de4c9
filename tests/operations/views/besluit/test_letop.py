"""What is looked at before vaststellen: who a sentence speaks to, and numbers that differ."""

import pytest

from intake_assistant.domain.kinds import GESPREK, INFORMATIE_DERDE, PERSOON
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.views.besluit.letop import (
    andere_getallen,
    argumenten_over,
    hints_of,
    speaks_of,
)
from intake_assistant.operations.views.besluit.routegevolg import motivering_from
from intake_assistant.operations.workspace import Workspace

BELASTBAAR = "fysieke_gezondheid.belastbaarheid_uren_dag"


@pytest.fixture
def dossier(work: Workspace) -> str:
    work.vault.set_setting("gemeente.plaats", "Delfzijl")
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


def test_what_a_reader_would_stumble_on_is_hinted(work: Workspace, dossier: str) -> None:
    derde = INFORMATIE_DERDE.of("r")
    asked = {"wat": "advies", "van": "GGZ Noord", "gevraagd_op": "2026-10-01"}
    record_fields(work, dossier, derde, asked)
    start_gesprek(work, dossier, {"datum": "2026-10-02", "vorm": "azc", "taal": "ti"})
    zroute = {
        "leerroute": "Z", "intensiteit.uren_per_week": 12, "intensiteit.weken": 75, "zroute.cursusuren": 800,
    }  # fmt: skip
    add_argument(work, dossier, "Z", "voor", "de lessen zijn rustiger")
    klaar = motivering_from(work, work.vault.dossier(dossier), "Z")
    assert klaar.startswith("Wij kozen voor u de zelfredzaamheidsroute (Z-route).")
    found = list(hints_of(work, work.vault.dossier(dossier), {**zroute, "motivering": klaar}))
    regels = ["Besl 5.3(2)", "AVG 9", "Awb 3:2", "Besl 3.14(2)", "Awb 3:46", "Besl 5.3(4)"]
    assert [hint.regel for hint in found] == regels
    assert "900" in found[3].zin
    record_fields(work, dossier, derde, {"ontvangen_op": "2026-10-05", "gezondheid": "ja"})
    gesprek = work.vault.dossier(dossier).row_ids("gesprek")[0]
    record_waarde(work, dossier, GESPREK.of(gesprek, "zonder_tolk"), "zelfde_taal")
    add_doel(work, dossier, "Werken als kok", "lang")
    anders = {**zroute, "intensiteit.weken": 67, "motivering": "U leert liever rustig."}
    assert not list(hints_of(work, work.vault.dossier(dossier), anders))


def test_health_of_somebody_at_home_in_the_plan_is_hinted(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, "randvoorwaarden.zorg_voor_ander", "ja")
    record_antwoord(work, dossier, "gezinssituatie.thuis_nodig", "mijn vrouw heeft chemotherapie op dinsdag")
    record_antwoord(work, dossier, "motivatie.beroepswens", "weer huisarts worden")
    add_doel(work, dossier, "Werken als kok", "lang")
    (hint,) = hints_of(work, work.vault.dossier(dossier), {})
    assert (hint.regel, hint.waar) == ("AVG 9", "ontwikkelplan")
    assert "chemotherapie" in hint.zin


def test_a_letter_without_an_address_for_bezwaar_is_hinted(work: Workspace, dossier: str) -> None:
    """Awb 3:45: the besluit says where bezwaar is made."""
    add_doel(work, dossier, "Werken als kok", "lang")
    assert not list(hints_of(work, work.vault.dossier(dossier), {}))
    work.vault.set_setting("gemeente.plaats", "")
    (hint,) = hints_of(work, work.vault.dossier(dossier), {})
    assert (hint.regel, hint.waar) == ("Awb 3:45", "instellingen")
