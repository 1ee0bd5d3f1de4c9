"""Overleg on the screen: a concept goes to and fro, remarks are answered, a dossier changes hands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.overleg.opmerking import draden_of
from intake_assistant.domain.overleg.overdracht import Collega, overdrachten_of, regievoerder_of, wachtende_of
from intake_assistant.domain.overleg.voorlegging import laatste_van
from intake_assistant.domain.overleg.waarneming import waarnemingen_of
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.beschikking import record_concept, stel_vast
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.acts.overleg.opmerking import add_opmerking
from intake_assistant.operations.acts.overleg.overdracht import hand_over
from intake_assistant.operations.acts.overleg.voorlegging import agree, lay_before
from intake_assistant.operations.views.besluit.controle import check_concept, needs_akkoord, needs_nagekeken
from intake_assistant.operations.views.volgende_stap import volgende_stap
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.policy import Policy, read_policy
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.overleg.screen import OverlegScherm
from intake_assistant.ui.window.context import Context
from tests.operations.samen import give
from tests.ui import gespeeld
from tests.ui.conftest import TODAY, ShowScreen
from tests.ui.gespeeld import click, play_concept, texts, visible
from tests.ui.helpers import nameless
from tests.ui.kluizen import copied, open_quickly
from tests.ui.terug import Terug

UREN = "beschikking.map_uren"


@pytest.fixture
def tea(tmp_path: Path, data: Data, work: Workspace, selam: str) -> Iterator[Workspace]:
    """The laptop of the team lead, with what was sent to it."""
    gegevens = {"naam": "Tea Smit", "gemeente": "Delfzijl", "rol": "teamleider"}
    kluis = copied(tmp_path, "Tea", "zon maan ster wolk", FixedClock(TODAY), gegevens)
    made = open_quickly(kluis.path, kluis.sleutel, FixedClock(TODAY), data)
    give(work, made)
    yield made
    made.vault.close()


def type_in(root: QWidget, naam: str, tekst: str) -> None:
    gespeeld.type_in(visible(root, naam), tekst)


def test_a_concept_is_laid_before_and_answered_on_the_other_laptop(
    show_screen: ShowScreen, context: Context, work: Workspace, tea: Workspace, selam: str
) -> None:
    record_concept(work, selam, {"leerroute": "B", "map_uren": 40})
    scherm = show_screen(OverlegScherm, selam)
    type_in(scherm, "voorleggen_beschikking_bericht", "Graag voor vrijdag")
    click(scherm, "beschikking_voorleggen")
    assert texts(scherm, "stand_beschikking") == [
        "Anneke van den Berg vroeg op 4 mei 2026 om te lezen. Er is nog geen reactie."
    ]
    assert nameless(scherm) == []
    give(work, tea)
    voorgelegd = laatste_van(tea.vault.dossier(selam), "beschikking")
    assert voorgelegd is not None
    assert voorgelegd.bericht == "Graag voor vrijdag"
    agree(tea, selam, voorgelegd.id, "Goed zo")
    give(tea, work)
    scherm.follow()
    assert texts(scherm, "stand_beschikking") == ["Tea Smit gaf akkoord op 4 mei 2026."]
    record_concept(work, selam, {"map_uren": 60})
    scherm.follow()
    assert "daarna is nog iets veranderd" in texts(scherm, "stand_beschikking")[0]
    assert visible(scherm, "beschikking_voorleggen").isEnabled()


def test_the_team_lead_reads_remarks_and_returns(
    shown: object, tea: Workspace, work: Workspace, selam: str, voorkeuren: object
) -> None:
    lay_before(work, selam, "beschikking", "Klopt de motivering?")
    give(work, tea)
    context = Context(tea, voorkeuren)  # type: ignore[arg-type]  # a fixture of conftest
    context.dossier_id = selam
    scherm = OverlegScherm(context)
    scherm.resize(1150, 900)
    shown(scherm)  # type: ignore[operator]  # a fixture of conftest
    scherm.show_with({"over": "beschikking.concept"})
    refused: list[str] = []
    context.failed.connect(lambda error: refused.append(error.code))
    click(scherm, "beschikking_teruggeven")
    assert refused == ["overleg.zonder_reden"]
    type_in(scherm, "opmerking_nieuw", "De zienswijze staat er niet in.")
    click(scherm, "opmerking_plaats")
    type_in(scherm, "voorleggen_beschikking_reactie", "Zie mijn opmerking.")
    click(scherm, "beschikking_teruggeven")
    give(tea, work)
    (draad,) = draden_of(work.vault.dossier(selam))
    assert draad.waits_for("Anneke van den Berg")
    terug = laatste_van(work.vault.dossier(selam), "beschikking")
    assert terug is not None
    assert (terug.stand, terug.toelichting) == ("terug", "Zie mijn opmerking.")


def test_a_remark_is_answered_and_done(
    show_screen: ShowScreen, work: Workspace, tea: Workspace, selam: str
) -> None:
    add_opmerking(tea, selam, UREN, "Waarom 40 uur?")
    give(tea, work)
    scherm = show_screen(OverlegScherm, selam)
    (draad,) = draden_of(work.vault.dossier(selam))
    id = draad.eerste.id
    assert "Wacht op u" in texts(visible(scherm, f"draad_{id}"))
    type_in(scherm, f"antwoord_{id}", "Zij werkt al in een winkel.")
    click(scherm, f"zeg_{id}")
    assert "Zij werkt al in een winkel." in texts(visible(scherm, f"draad_{id}"))
    assert "Wacht op u" not in texts(visible(scherm, f"draad_{id}"))
    click(scherm, f"klaar_{id}")
    assert "Afgehandeld" in texts(visible(scherm, f"draad_{id}"))
    assert not draden_of(work.vault.dossier(selam))[0].is_open
    assert nameless(scherm) == []


def test_what_is_being_typed_outlives_a_card_that_is_drawn_anew(
    show_screen: ShowScreen, work: Workspace, tea: Workspace, selam: str
) -> None:
    scherm = show_screen(OverlegScherm, selam)
    type_in(scherm, "opmerking_nieuw", "Half een zin")
    add_opmerking(tea, selam, UREN, "Waarom 40 uur?")
    give(tea, work)
    scherm.follow()
    assert visible(scherm, "opmerking_nieuw").property("plainText") == "Half een zin"
    scherm.leave()
    scherm.show_with({})
    assert visible(scherm, "opmerking_nieuw").property("plainText") == "Half een zin"


def test_a_dossier_is_handed_over_and_accepted(
    show_screen: ShowScreen, work: Workspace, tea: Workspace, selam: str
) -> None:
    scherm = show_screen(OverlegScherm, selam)
    type_in(scherm, "overdragen_aan", "Tea Smit")
    click(scherm, "overdragen_doe")
    (overdracht,) = overdrachten_of(work.vault.dossier(selam))
    assert (overdracht.aan, overdracht.stand) == ("Tea Smit", "wacht")
    assert visible(scherm, "overdracht_intrekken").isEnabled()
    assert regievoerder_of(work.vault.dossier(selam)) == "Anneke van den Berg"
    terug = Terug(scherm.context)
    click(scherm, "overdracht_intrekken")
    assert wachtende_of(work.vault.dossier(selam)) == []
    terug.put_back()
    (weer,) = wachtende_of(work.vault.dossier(selam))
    assert (weer.ontvanger, weer.reden) == (overdracht.ontvanger, overdracht.reden)


def test_who_is_asked_accepts(show_screen: ShowScreen, work: Workspace, tea: Workspace, selam: str) -> None:
    hand_over(tea, [selam], Collega("Bo de Wit"))
    give(tea, work)
    own = replace(work.vault.device, naam="Bo de Wit")
    work.vault.device = own
    scherm = show_screen(OverlegScherm, selam)
    click(scherm, "overdracht_aannemen")
    assert texts(scherm, "overleg_regievoerder") == ["Regievoerder: Bo de Wit"]


def test_a_colleague_stands_in(show_screen: ShowScreen, work: Workspace, selam: str) -> None:
    scherm = show_screen(OverlegScherm, selam)
    type_in(scherm, "waarnemen_door", "Bo de Wit")
    type_in(scherm, "waarnemen_van", "4-5-2026")
    type_in(scherm, "waarnemen_tot", "15-5-2026")
    click(scherm, "waarnemen_doe")
    (waarneming,) = waarnemingen_of(work.vault.dossier(selam))
    assert waarneming.tot == datetime.date(2026, 5, 15)
    assert texts(scherm, "waarneming_stand") == [
        "Bo de Wit neemt waar van 4 mei 2026 tot en met 15 mei 2026."
    ]
    terug = Terug(scherm.context)
    click(scherm, "waarneming_weg")
    assert waarnemingen_of(work.vault.dossier(selam)) == []
    terug.put_back()
    assert waarnemingen_of(work.vault.dossier(selam)) == [waarneming]
    assert len(texts(scherm, "waarneming_stand")) == 1


def test_remarks_are_told_beside_what_they_are_about(
    show_screen: ShowScreen, work: Workspace, selam: str
) -> None:
    record_concept(work, selam, {"leerroute": "B"})
    doel = add_doel(work, selam, "werken in de zorg", "lang").made
    scherm = show_screen(BeschikkingScherm, selam)
    went: list[tuple[str, dict[str, str]]] = []
    scherm.context.navigate.connect(lambda naam, args: went.append((naam, args)))
    assert not [w for w in scherm.velden.findChildren(QWidget, "opmerking_motivering") if w.isVisible()]
    add_opmerking(work, selam, "beschikking.motivering", "Nog te kort.")
    scherm.follow()
    knop = visible(scherm, "opmerking_motivering")
    assert knop.accessibleName().startswith("1 opmerking: ")
    assert "1 opmerking over dit concept is nog niet afgehandeld." in texts(scherm)
    click(scherm, "opmerking_motivering")
    assert went[-1] == ("overleg", {"over": "beschikking.motivering"})
    work.vault.device = replace(work.vault.device, rol="teamleider")
    scherm.follow()
    assert visible(scherm, "opmerking_leerroute").accessibleName().startswith("Opmerking: ")
    plan = show_screen(Ontwikkelplan, selam)
    click(plan, "doel_opmerking")
    assert went[-1] == ("overleg", {"over": f"doel[{doel}]"})


def test_who_comes_from_an_element_types_at_once(
    show_screen: ShowScreen, work: Workspace, selam: str
) -> None:
    record_concept(work, selam, {"leerroute": "B"})
    scherm = show_screen(OverlegScherm, selam, over="beschikking.leerroute")
    QCoreApplication.processEvents()
    assert scherm.focusWidget() is visible(scherm, "opmerking_nieuw")
    type_in(scherm, "opmerking_nieuw", "Waarom B?")
    click(scherm, "opmerking_plaats")
    (draad,) = draden_of(work.vault.dossier(selam))
    assert (draad.over, draad.eerste.tekst) == ("beschikking.leerroute", "Waarom B?")


def test_the_rule_of_a_municipality_asks_for_agreement_before_the_besluit(work: Workspace) -> None:
    dossier = play_concept(work, "01")
    strict = replace(work, policy=Policy(akkoord_teamleider=True))
    concept = concept_of(work.vault.dossier(dossier))
    assert check_concept(work, work.vault.dossier(dossier), concept).mag
    assert not check_concept(strict, work.vault.dossier(dossier), concept).mag
    # The ten weeks are nearly over: what is open is asked in passing, and one decides.
    with_haste = [at.at(datetime.date(2026, 5, 11)) for at in (work, strict)]
    stappen = [volgende_stap(at, work.vault.dossier(dossier)).soort for at in with_haste]
    assert stappen == ["vaststellen", "voorleggen"]
    with pytest.raises(KnownError, match=r"pip\.not_agreed"):
        stel_vast(strict, dossier, {})
    assert besluiten_of(work.vault.dossier(dossier)) == []
    rij = lay_before(strict, dossier, "beschikking").made
    work.vault.device = replace(work.vault.device, naam="Tea Smit", rol="teamleider")
    agree(strict, dossier, rij)
    stel_vast(strict, dossier, {})
    assert len(besluiten_of(work.vault.dossier(dossier))) == 1


def test_rules_that_cannot_be_followed_keep_nobody_from_a_term(
    work: Workspace, selam: str, tmp_path: Path
) -> None:
    """A slip of the pen of the administrator may not let a term in law run out."""
    file = tmp_path / "beleid.toml"
    regels = 'beheerder = "ict"\n[beschikking]\nakkoord_teamleider = true\nteksten_nagekeken = true\n'
    for extra, holds in (("", True), ("onbekend = 1\n", False)):
        file.write_text(regels + extra, encoding="utf-8")
        file.chmod(0o644)
        policy = read_policy(file, owner=file.stat().st_uid)
        under = replace(work, policy=policy)
        assert (needs_akkoord(under), needs_nagekeken(under)) == (holds, holds)
        assert ("akkoord_teamleider" in policy.rules()) == holds, "policy check names what holds"
