"""Overleg goes to and fro in real files: asked, remarked on, handed over, accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.domain.overleg.opmerking import draden_of
from intake_assistant.domain.overleg.overdracht import Collega, overdrachten_of, regievoerder_of
from intake_assistant.domain.overleg.voorlegging import laatste_van
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.overleg.opmerking import add_opmerking, answer_opmerking
from intake_assistant.operations.acts.overleg.overdracht import accept_all, hand_over
from intake_assistant.operations.acts.overleg.voorlegging import lay_before, send_back
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import Workspace
from tests.operations.exchange.bekenden import Laptops, meet
from tests.operations.overleg.laptops import leider


@pytest.fixture
def team(tmp_path: Path, laptop: Callable[[str], Workspace]) -> Laptops:
    found = Laptops(tmp_path, laptop("an"), leider(laptop, "tea"))
    meet(found.an, found.tea)
    return found


def test_asked_here_remarked_there_answered_and_handed_over(team: Laptops) -> None:
    an, tea = team.an, team.tea
    dossier = create_dossier(an, {"voornamen": "Selam"}).made
    rij = lay_before(an, dossier, "beschikking", "Graag voor vrijdag").made
    team.travel(an, tea, "1")
    add_opmerking(tea, dossier, "beschikking.map_uren", "Waarom 40 uur?")
    send_back(tea, dossier, rij, "Zie mijn opmerking")
    team.travel(tea, an, "2")
    (draad,) = draden_of(an.vault.dossier(dossier))
    laatste = laatste_van(an.vault.dossier(dossier), "beschikking")
    assert laatste is not None
    assert (laatste.stand, laatste.uitkomst_door, draad.eerste.door) == ("terug", "tea", "tea")
    answer_opmerking(an, dossier, draad.eerste, "Zij werkt al.")
    hand_over(an, [dossier], Collega("tea", tea.vault.device.id), "verlof")
    team.travel(an, tea, "3", alleen_nieuw=True)
    accept_all(tea, tea.vault.dossiers())
    team.travel(tea, an, "4", alleen_nieuw=True)
    assert regievoerder_of(an.vault.dossier(dossier)) == "tea"
    assert [o.stand for o in overdrachten_of(an.vault.dossier(dossier))] == ["aangenomen"]
    assert [a.tekst for a in draden_of(tea.vault.dossier(dossier))[0].antwoorden] == ["Zij werkt al."]
    assert digest(an) == digest(tea)
