"""What waits for whom is seen in the list, among what is to be done, and on the dossier itself."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.operations.acts.overleg.opmerking import add_opmerking
from intake_assistant.operations.acts.overleg.overdracht import hand_over
from intake_assistant.operations.acts.overleg.voorlegging import lay_before
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming
from intake_assistant.operations.views.volgende_stap import volgende_stap
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossiers.model import STAP
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.overleg.screen import OverlegScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import TODAY
from tests.ui.gespeeld import click, texts, visible
from tests.ui.helpers import nameless


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    open_venster.resize(1366, 768)
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def become(work: Workspace, naam: str, rol: str = "regievoerder") -> None:
    """Somebody else works here."""
    work.vault.device = replace(work.vault.device, naam=naam, rol=rol)


def test_what_a_team_lead_must_read_is_among_what_is_to_be_done(
    blad: Werkblad, work: Workspace, selam: str
) -> None:
    lay_before(work, selam, "beschikking")
    add_opmerking(work, selam, "beschikking.map_uren", "Is dit genoeg?")
    blad.go("te_regelen", {})
    assert texts(blad.scherm, "te_regelen_niets") == ["Er is vandaag niets te regelen."]
    become(work, "Tea Smit", "teamleider")
    blad.go("vandaag", {})
    assert "Bij één dossier wacht een vraag" in visible(blad.scherm, "vandaag_te_regelen").accessibleName()
    click(blad.scherm, "vandaag_te_regelen")
    words = texts(visible(blad.scherm, f"overleg_{selam}"))
    assert "Anneke van den Berg vraagt u sinds 4 mei 2026 om de beschikking te lezen." in words
    assert nameless(blad.scherm) == []
    click(blad.scherm, f"overleg_naar_{selam}")
    assert isinstance(blad.scherm, OverlegScherm)
    assert blad.context.dossier_id == selam


def test_the_list_says_who_takes_over_and_who_stands_in(blad: Werkblad, work: Workspace, selam: str) -> None:
    hand_over(work, [selam], Collega("Bo de Wit"))
    add_waarneming(work, [selam], Collega("Cas Vos"), TODAY, TODAY + datetime.timedelta(3))
    blad.go("dossiers", {})
    scherm = blad.scherm
    assert isinstance(scherm, Dossiers)
    said = scherm.model.index(0, STAP).data()
    assert "wacht op aanname door Bo de Wit" in said
    assert "waargenomen door Cas Vos tot en met 7 mei 2026" in said
    blad.go("dossier", {"dossier": selam})
    (melding,) = texts(visible(blad.scherm, "melding_werk"))[-1:]
    assert "waargenomen door Cas Vos" in melding
    click(blad.scherm, "naar_overleg_knop")
    assert isinstance(blad.scherm, OverlegScherm)


def test_the_filters_show_what_is_of_me_and_what_waits_for_me(
    blad: Werkblad, work: Workspace, selam: str
) -> None:
    hand_over(work, [selam], Collega("Bo de Wit"))
    scherm, van = blad.scherm, work.author
    assert isinstance(scherm, Dossiers)

    def seen() -> tuple[int, int]:
        blad.go("dossiers", {})
        found = list[int]()
        for naam in ("van_u", "overleg"):
            click(scherm, f"filter_{naam}")
            found.append(len(scherm.model.rows))
            click(scherm, "filter_alle")
        return found[0], found[1]

    assert seen() == (1, 0)
    become(work, "Bo de Wit")
    assert seen() == (0, 1)
    become(work, "Cas Vos")
    assert seen() == (0, 0)
    become(work, van)
    add_waarneming(work, [selam], Collega("Cas Vos"), TODAY, TODAY)
    become(work, "Cas Vos")
    assert seen() == (1, 0)


def test_the_next_step_is_to_answer_a_colleague(work: Workspace, selam: str) -> None:
    hand_over(work, [selam], Collega("Bo de Wit"))
    assert volgende_stap(work, work.vault.dossier(selam)).soort != "overleg"
    become(work, "Bo de Wit")
    stap = volgende_stap(work, work.vault.dossier(selam))
    assert (stap.soort, stap.scherm) == ("overleg", "overleg")
    assert stap.reden == "Anneke van den Berg wil dit dossier aan u overdragen. Neemt u het aan?"
