"""A place of work stands beside what the person wants; its hours are in the ledger after one press."""

from intake_assistant.domain import kinds
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.ontwikkelplan import add_werkplek
from intake_assistant.ui.uitvoering.screen import UitvoeringScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, texts
from tests.ui.helpers import nameless


def test_hours_of_a_place_go_into_the_ledger(context: Context, selam: str, show_screen: ShowScreen) -> None:
    work = context.work
    record_antwoord(work, selam, "motivatie.beroepswens", "naaien in een atelier")
    velden = {"wat": "kringloop", "doel": "taal", "voertaal": "weinig", "telt_voor": "map"}
    rij = add_werkplek(work, selam, "", {**velden, "uren_per_week": 8, "van": "2026-04-20"}).made
    scherm = show_screen(UitvoeringScherm, selam, deel="werkplek")
    gezegd = texts(scherm)
    assert "U wilt graag dit werk doen: “naaien in een atelier”." in gezegd
    assert any(zin.startswith("Deze plek is bedoeld om Nederlands te leren.") for zin in gezegd)
    assert nameless(scherm) == []
    click(scherm, f"schrijf_{rij}")
    ((_, uren),) = gevulde_rijen(context.dossier(), kinds.UREN)
    assert (uren["soort"], uren["aantal"], uren["werkplek"]) == ("map", 16, rij)
    assert "In het urenboek: 16 uur, tot en met 3 mei 2026." in texts(scherm)
