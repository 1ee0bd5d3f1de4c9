"""One next step with its reason, in each stage of an intake."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.operations.acts.dossier import add_procedure_row, create_dossier, record_procedure
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import record_afspraak
from intake_assistant.operations.acts.record import record, record_fields, record_waarde
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.views.besluit.controle import check_concept
from intake_assistant.operations.views.volgende_stap import Stap, volgende_stap
from intake_assistant.operations.workspace import Workspace
from tests.ui.gevuld import VANDAAG, disagree, filled_vault


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    with filled_vault(tmp_path) as made:
        yield made


@pytest.fixture
def work(gevuld: tuple[Workspace, str]) -> Workspace:
    return gevuld[0]


@pytest.fixture
def dossier(gevuld: tuple[Workspace, str]) -> str:
    return gevuld[1]


def stap(work: Workspace, dossier: str) -> Stap:
    return volgende_stap(work, work.vault.dossier(dossier))


def test_a_new_dossier_begins_with_the_first_gesprek(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    found = stap(work, dossier)
    assert (found.scherm, found.titel) == ("gesprek", "Begin het eerste gesprek (1)")


def test_the_next_gesprek_with_term_and_consent_that_runs_out(work: Workspace, dossier: str) -> None:
    found = stap(work, dossier)
    assert (found.soort, found.titel) == ("gesprek", "Bereid gesprek 3 voor")
    assert "nog 36 dagen, tot en met 26 mei 2026" in found.reden
    assert "De toestemming voor Stichting Taalmaatjes verloopt over 9 dagen." in found.reden


def test_a_gesprek_that_is_on_comes_before_all_else(work: Workspace, dossier: str, tmp_path: Path) -> None:
    disagree(work, dossier, tmp_path)
    gesprek = start_gesprek(work, dossier, {"vorm": "thuis"}).made
    found = stap(work, dossier)
    assert (found.soort, found.argumenten) == ("verder", {"gesprek": gesprek})
    later = work.at(VANDAAG + datetime.timedelta(days=1))
    assert stap(later, dossier).soort == "afronden"


def test_conflicts_are_next(work: Workspace, dossier: str, tmp_path: Path) -> None:
    disagree(work, dossier, tmp_path)
    found = stap(work, dossier)
    assert (found.scherm, found.argumenten) == ("conflicten", {})
    assert found.reden.startswith("2 gegevens zijn verschillend vastgelegd")


def test_what_the_term_needs_is_asked_for(work: Workspace, dossier: str) -> None:
    record_procedure(work, dossier, {"kennisgeving_duo": ""})
    found = stap(work, dossier)
    assert (found.soort, found.argumenten) == ("gegevens", {"deel": "persoon"})
    assert "de kennisgeving van DUO" in found.reden


def answer_all(work: Workspace, dossier: str) -> None:
    """Everything that could be proposed was touched."""
    for deel in work.data.formulieren.startposities:
        for vraag in deel.vragen.values():
            if vraag.is_veld or vraag.type == "begin_repeat":
                value = {"staat": "onbekend", "form": deel.form}
                subject = f"{vraag.naam}@inburgeraar"
                if not work.vault.leaves(dossier, subject) and not vraag.herhaling:
                    record_staat(work, dossier, subject, value)


def record_staat(work: Workspace, dossier: str, subject: str, value: dict[str, str]) -> None:
    record(work, dossier, subject, value)


def test_after_the_questions_the_weighing_then_the_beschikking(work: Workspace, dossier: str) -> None:
    answer_all(work, dossier)
    record_staat(work, dossier, "taalniveau.nl_schrijven@inburgeraar", {"staat": "onbekend"})
    found = stap(work, dossier)
    assert (found.soort, found.scherm) == ("weging", "weging")
    assert "Bij 3 leerroutes" in found.reden
    for route in ("B", "O", "Z"):
        waarde = {"tekst": "kan dit aan", "vraag": "", "in_besluit": "nee"}
        for kant in ("voor", "tegen"):
            record_waarde(work, dossier, f"weging[{route}].{kant}[{work.new_id()}]", waarde)
    assert stap(work, dossier).soort == "beschikking"
    assert not check_concept(work, work.vault.dossier(dossier), {}).volledig


def test_a_third_party_that_is_awaited(work: Workspace, dossier: str) -> None:
    answer_all(work, dossier)
    record_staat(work, dossier, "taalniveau.nl_schrijven@inburgeraar", {"staat": "onbekend"})
    derde = {"wat": "diplomawaardering", "van": "IDW", "noodzakelijk_omdat": "zonder kan het niet"}
    add_procedure_row(work, dossier, "informatie_derde", {**derde, "gevraagd_op": "2026-04-10"})
    found = stap(work, dossier)
    assert (found.soort, found.argumenten) == ("derde", {"deel": "persoon"})
    assert "U wacht nog op IDW: diplomawaardering." in found.reden


def test_after_the_besluit(work: Workspace, dossier: str) -> None:
    rij = work.new_id()
    inhoud = {"leerroute": "B", "dagtekening": "2026-04-20"}
    waarde = {"nummer": 1, "grond": "eerste", "dagtekening": "2026-04-20", "inhoud": inhoud, "bestanden": {}}
    record_waarde(work, dossier, f"besluit[{rij}]", waarde)
    assert stap(work, dossier).soort == "bekendmaken"
    record_waarde(work, dossier, f"besluit[{rij}].bekendgemaakt_op", "2026-04-20")
    found = stap(work, dossier)
    assert (found.soort, found.reden) == (
        "afspraak",
        "Eén afspraak is over de datum: diploma laten waarderen.",
    )
    for afspraak in work.vault.dossier(dossier).row_ids("afspraak"):
        record_afspraak(work, dossier, afspraak, {"klaar_op": "2026-04-20"})
    assert stap(work, dossier).soort == "toestemming"
    later = work.at(datetime.date(2026, 5, 20))
    assert stap(later, dossier).soort == "rust"


def test_what_was_examined_is_spoken_of_before_it_is_weighed(work: Workspace, dossier: str) -> None:
    record_fields(work, dossier, "onderzoek[r]", {"instrument": "IPO", "verschil": "groot"})
    found = stap(work, dossier)
    assert (found.soort, "heel anders" in found.reden) == ("gesprek", True)
    answer_all(work, dossier)
    record_staat(work, dossier, "taalniveau.nl_schrijven@inburgeraar", {"staat": "onbekend"})
    found = stap(work, dossier)
    assert (found.soort, found.scherm, found.knop) == ("onderzoek", "gesprek", "Gesprek voorbereiden")
    record_fields(work, dossier, "onderzoek[r]", {"besproken_op": "2026-04-20"})
    assert stap(work, dossier).soort == "weging"


def leave_open(work: Workspace, dossier: str, hoeveel: int) -> None:
    """All was touched but so many questions, which are taken back."""
    answer_all(work, dossier)
    open_ = [
        v.naam
        for deel in work.data.formulieren.startposities
        for v in deel.velden
        if not v.herhaling and not v.relevant and v.from_gesprek == 1
    ]
    for naam in open_[:hoeveel]:
        record_staat(work, dossier, f"{naam}@inburgeraar", {"staat": "open"})


def test_a_handful_of_open_questions_is_no_reason_for_another_gesprek(work: Workspace, dossier: str) -> None:
    leave_open(work, dossier, 4)
    found = stap(work, dossier)
    assert found.soort == "weging"
    assert "5 vragen staan nog open, de meeste bij Leerbaarheid (" in found.reden
    assert "Die kunt u tussendoor stellen." in found.reden
    assert "Wat nu gevraagd kan worden is gevraagd" not in found.reden


def test_a_few_open_questions_are_named(work: Workspace, dossier: str) -> None:
    leave_open(work, dossier, 1)
    found = stap(work, dossier)
    assert "2 vragen staan nog open: ‘" in found.reden
    assert "’ en ‘Nederlands schrijven’. Die kunt u tussendoor stellen." in found.reden


def test_more_may_be_open_when_the_pip_is_due_soon(work: Workspace, dossier: str) -> None:
    leave_open(work, dossier, 40)
    assert stap(work, dossier).soort == "gesprek"
    bijna = work.at(datetime.date(2026, 5, 10))
    assert stap(bijna, dossier).soort == "weging"


def test_with_much_open_one_talks_on_however_near_the_term_is(work: Workspace, dossier: str) -> None:
    assert stap(work.at(datetime.date(2026, 5, 20)), dossier).soort == "gesprek"


def test_the_rights_of_the_person_go_before_the_intake(work: Workspace, dossier: str) -> None:
    add_verzoek(work, dossier, {"soort": "inzage", "ontvangen_op": "2026-03-28"})
    # The answer must be there on Tuesday 28 April; today is the 20th.
    assert stap(work, dossier).soort == "gesprek"
    later = work.at(datetime.date(2026, 4, 21))
    found = volgende_stap(later, later.vault.dossier(dossier))
    assert (found.soort, found.scherm) == ("verzoek", "rechten")
    assert found.reden.startswith("Het antwoord moet er uiterlijk op 28 april 2026 zijn.")
    rij = add_verzoek(work, dossier, {"soort": "beperking"}).made
    assert (stap(work, dossier).soort, stap(work, dossier).scherm) == ("beperking", "rechten")
    record_fields(work, dossier, f"verzoek[{rij}]", {"opgeheven_op": VANDAAG.isoformat()})
    assert stap(work, dossier).soort == "gesprek"


def test_what_must_be_erased_whole_is_next(work: Workspace, dossier: str) -> None:
    velden = {"einde_inburgeringsplicht": "2020-05-01", "einde_reden": "vertrek"}
    record_procedure(work, dossier, velden)
    found = stap(work, dossier)
    assert (found.soort, found.scherm) == ("wissen", "rechten")
    assert found.reden.startswith("De inburgeringsplicht eindigde op 1 mei 2020.")


def test_a_bezwaar_asks_for_its_decision_and_then_for_a_new_besluit(work: Workspace, dossier: str) -> None:
    inhoud = {"leerroute": "B", "dagtekening": "2026-04-20"}
    waarde = {"nummer": 1, "grond": "eerste", "dagtekening": "2026-04-20", "inhoud": inhoud, "bestanden": {}}
    record_waarde(work, dossier, "besluit[1]", waarde)
    record_waarde(work, dossier, "besluit[1].bekendgemaakt_op", "2026-04-20")
    record_fields(work, dossier, "bezwaar[1]", {"ontvangen_op": "2026-05-04", "besluit": "1"})
    found = stap(work, dossier)
    assert (found.soort, found.scherm) == ("bezwaar", "uitvoering")
    assert "13 juli 2026" in found.reden
    record_fields(work, dossier, "bezwaar[1]", {"beslist_op": "2026-06-01", "beslissing": "ongegrond"})
    assert stap(work, dossier).soort == "afspraak"
    record_fields(work, dossier, "bezwaar[1]", {"beslissing": "gegrond"})
    found = stap(work, dossier)
    assert (found.scherm, found.argumenten) == ("nieuw_besluit", {"grond": "herziening"})
    assert "Awb 7:11" in found.reden


def test_a_bezwaar_of_which_nobody_said_against_which_besluit_is_asked(work: Workspace, dossier: str) -> None:
    for nummer, dag in ((1, "2026-04-20"), (2, "2026-04-27")):
        inhoud = {"leerroute": "B", "dagtekening": dag}
        grond = "eerste" if nummer == 1 else "schakelen"
        waarde = {"nummer": nummer, "grond": grond, "dagtekening": dag, "inhoud": inhoud, "bestanden": {}}
        waarde |= {"vervangt": ["1"]} if nummer == 2 else {}
        record_waarde(work, dossier, f"besluit[{nummer}]", waarde)
        record_waarde(work, dossier, f"besluit[{nummer}].bekendgemaakt_op", dag)
    record_fields(work, dossier, "bezwaar[1]", {"ontvangen_op": "2026-05-04"})
    found = stap(work, dossier)
    assert (found.soort, found.scherm, found.argumenten) == (
        "bezwaar_kiezen", "uitvoering", {"deel": "bezwaar"},
    )  # fmt: skip
    assert "Awb 6:5" in found.reden
    record_fields(work, dossier, "bezwaar[1]", {"beslist_op": "2026-06-01", "beslissing": "ongegrond"})
    assert stap(work, dossier).soort == "bezwaar_kiezen"
    record_fields(work, dossier, "bezwaar[1]", {"beslissing": "ingetrokken"})
    assert stap(work, dossier).soort != "bezwaar_kiezen"
    record_fields(work, dossier, "bezwaar[1]", {"beslissing": "ongegrond", "besluit": "2"})
    assert stap(work, dossier).soort != "bezwaar_kiezen"
