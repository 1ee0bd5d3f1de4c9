"""No dead ends: each reason why a PIP is not set, or had better not be, leads to where it is mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import chain

import pytest
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.kinds import BESCHIKKING, BESLUIT, GESPREK
from intake_assistant.domain.recht.controle import INTAKEDELEN, ControleFeiten, elementen
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.oordeel.duoregels import REGELS
from intake_assistant.domain.recht.oordeel.reden import UITWEGEN, Reden
from intake_assistant.domain.recht.oordeel.wijziging.gronden import POORTEN
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.views.finding import place_to_mend
from intake_assistant.ui.beschikking.grondvelden import secties_van
from intake_assistant.ui.beschikking.velden import SECTIES
from intake_assistant.ui.dossier.persoon import PersoonPaneel
from intake_assistant.ui.fields.field import Field
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.screens import SCHERMEN

VELDEN = {
    veld.sleutel
    for secties in (SECTIES, *map(secties_van, POORTEN))
    for veld in chain.from_iterable(secties.values())
}
# The day is asked when the PIP is set, the ground when a later besluit is begun.
ELDERS_GEVRAAGD = {"dagtekening", "grond"}
# Of what has rows of its own the screen that shows them.
IN_ROWS = {GESPREK.begin(): "gesprek", BESLUIT.begin(): "beschikking"}
ROOMS = {kind.naam for kind in SCHERMEN}


@pytest.fixture
def persoonsvelden(context: Context, selam: str, shown: Callable[[QWidget], None]) -> set[str]:
    """What can be recorded of the person and the procedure."""
    context.dossier_id = selam
    made = PersoonPaneel(context)
    shown(made)
    return {veld.subject for veld in made.findChildren(Field)}


def leads(context: Context, plek: str, persoonsvelden: set[str]) -> bool:
    """Whether somebody finds there what to change."""
    if plek.startswith(BESCHIKKING.begin()):
        sleutel = plek.removeprefix(BESCHIKKING.begin())
        beneath = f"{sleutel.removesuffix('.')}." if sleutel else ""
        return sleutel in ELDERS_GEVRAAGD | VELDEN or any(veld.startswith(beneath) for veld in VELDEN)
    if plek[-1] in ".[":
        return IN_ROWS.get(plek) in ROOMS or any(veld.startswith(plek) for veld in persoonsvelden)
    scherm, naar = place_to_mend(context.dossier(), plek)
    if scherm == "dossier":
        return naar["veld"] in persoonsvelden
    if scherm == "gesprek":
        return "veld" in naar or naar["vraag"] in context.work.data.formulieren.vragen
    return scherm in ROOMS


def test_each_reason_leads_to_where_it_is_mended(context: Context, persoonsvelden: set[str]) -> None:
    assert set(UITWEGEN) == set(Reden)
    plekken = sorted({plek for plekken in UITWEGEN.values() for plek in plekken} - {"duo"})
    assert [plek for plek in plekken if not leads(context, plek, persoonsvelden)] == []
    assert "duo" in ROOMS, "what DUO would refuse is mended in the message itself"


def test_each_element_leads_to_its_field_or_its_question(
    context: Context, persoonsvelden: set[str], selam: str
) -> None:
    start_gesprek(context.work, selam, {"datum": "2026-03-05"})
    feiten = ControleFeiten(
        doelgroep="asielstatushouder",
        peildatum=date(2026, 5, 4),
        vergeefse_oproepen=3,
        vve_leeftijden=(2, 5),
        lbt_uitslag="haalbaar",
        kinderen_geboortejaren_in_nl=(2023,),
        gesprekken=1,
    )
    alle = {e.vraag for route in Leerroute for e in elementen({"leerroute": route.value}, feiten)}
    assert {vraag for *_, vraag in INTAKEDELEN} <= alle
    assert sorted(vraag for vraag in alle if not leads(context, vraag, persoonsvelden)) == []


def test_each_rule_of_duo_leads_to_what_it_is_about(context: Context, persoonsvelden: set[str]) -> None:
    vragen = {breuk.vraag for _, breuk in REGELS}
    assert sorted(vraag for vraag in vragen if not leads(context, vraag, persoonsvelden)) == []
