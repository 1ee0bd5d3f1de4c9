"""Beside one dossier: how many others with the same facts were offered what, and never before one weighed."""

import pytest
from PySide6.QtWidgets import QLabel

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.beschikking import record_concept
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.team.gelijke_gevallen import GelijkeGevallenScherm
from tests.operations.kansen import besluit
from tests.ui.conftest import ShowScreen
from tests.ui.helpers import nameless

FEITEN = {"opleiding.hoogste_niveau": "basis", "leerbaarheid.lbt_uitslag": "haalbaar"}


@pytest.fixture
def deze(work: Workspace) -> str:
    """A dossier like twelve others, of whom four got the Z-route."""
    with work.vault.transaction():
        for nummer in range(12):
            inhoud = {"leerroute": "B" if nummer % 3 else "Z", "intensiteit.uren_per_week": 8 + nummer % 4}
            besluit(work, nummer, {"geboortejaar": "1990"}, inhoud, FEITEN)
        made = create_dossier(work, {"achternaam": "Nu", "geboortejaar": "1991"}).made
        for vraag, waarde in FEITEN.items():
            record_antwoord(work, made, vraag, waarde)
    list_dossiers(work)
    return made


def shown(screen: GelijkeGevallenScherm) -> str:
    return "\n".join(made.text() for made in screen.findChildren(QLabel) if made.isVisible())


def test_before_one_has_chosen_nothing_of_others_is_shown(deze: str, show_screen: ShowScreen) -> None:
    screen = show_screen(GelijkeGevallenScherm, deze)
    assert screen.zin.text().startswith("Weeg eerst zelf en kies een leerroute.")
    assert not screen.kaart.isVisible()


def test_what_twelve_others_got_is_counted(work: Workspace, deze: str, show_screen: ShowScreen) -> None:
    record_concept(work, deze, {"leerroute": "B"})
    list_dossiers(work)
    screen = show_screen(GelijkeGevallenScherm, deze)
    assert screen.zin.text().startswith("12 andere besluiten gaan over mensen die hierin gelijk zijn:")
    model = screen.routes.model()
    assert [(model.index(r, 0).data(), model.index(r, 1).data()) for r in range(model.rowCount())] == [
        ("B1-route", "8 van 12"), ("onderwijsroute", "0 van 12"), ("Z-route", "4 van 12"),
    ]  # fmt: skip
    assert screen.deze.text() == "In dit dossier: B1-route."
    # No name of anybody else, and no word of what would be better.
    assert "P00" not in shown(screen)
    assert "Dit is geen advies" in shown(screen)
    assert not nameless(screen)


def test_with_nine_others_there_are_too_few(work: Workspace, show_screen: ShowScreen) -> None:
    with work.vault.transaction():
        made = [besluit(work, n, {"geboortejaar": "1990"}, {"leerroute": "B"}, FEITEN) for n in range(10)]
    list_dossiers(work)
    screen = show_screen(GelijkeGevallenScherm, made[0])
    assert screen.zin.text().startswith("Er zijn minder dan 10 andere besluiten")
    assert not screen.kaart.isVisible()
