"""Who somebody is, from the answers that the forms name for it."""

from pathlib import Path

import pytest

from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.views.dossier.portret import Gezinslid, Portret, portret_of
from intake_assistant.operations.words.naam import AANSPREEKNAAM
from intake_assistant.operations.workspace import Workspace
from tests.gespeeld import play_once
from tests.operations.casussen import on

CASES = sorted((Path(__file__).parents[3] / "data" / "cases").glob("*.toml"))


@pytest.fixture
def work(work: Workspace) -> Workspace:
    return on(work, "2026-06-10")


def portret(work: Workspace, dossier: str) -> Portret:
    return portret_of(work, work.vault.dossier(dossier))


def everything(found: Portret) -> str:
    lines = (found.spreekt, found.leest, found.was, found.kan, found.wil, found.let_op, found.woorden)
    return " | ".join("; ".join(line) for line in lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_case_is_somebody(work: Workspace, case: Path) -> None:
    found = portret(work, play_once(work, case.read_bytes(), case.stem))
    assert found.leeftijd
    assert bool(found.aanspreekvorm) == (" " in found.naam), "who has one name is called by it, once"
    assert found.spreekt
    assert found.wil
    assert len(found.woorden) == 2
    assert not found.is_leeg


def test_nobody_yet(work: Workspace) -> None:
    found = portret(work, create_dossier(work, {"v_nummer": "2871190462"}).made)
    assert found.is_leeg
    assert (found.leeftijd, found.aanspreekvorm, found.spreekt) == ("", "", ())


@pytest.mark.parametrize(
    ("persoon", "leeftijd"),
    [
        ({"geboortedatum": "1989-06-10"}, "37 jaar"),
        ({"geboortedatum": "1989-06-11"}, "36 jaar"),
        ({"geboortejaar": "1991"}, "34 of 35 jaar"),
        ({"geboortejaar": "2026"}, ""),
        ({"geboortedatum": "2090-01-01"}, ""),
        ({}, ""),
    ],
)
def test_how_old_somebody_is(work: Workspace, persoon: dict[str, str], leeftijd: str) -> None:
    assert portret(work, create_dossier(work, {"voornamen": "Nour", **persoon}).made).leeftijd == leeftijd


def test_the_family_as_it_was_told(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Nour"}).made
    record_antwoord(work, dossier, "gezinssituatie.heeft_partner", "ja")
    record_antwoord(work, dossier, "gezinssituatie.partner_in_nl", "nee")
    record_antwoord(work, dossier, "gezinssituatie.heeft_kinderen", "ja")
    for velden in ({"geboortejaar": 2017, "woont_in": "NLD"}, {"geboortejaar": 2090, "woont_in": "TUR"}, {}):
        add_rij(work, dossier, "gezinssituatie.kinderen", {"naar": "school", **velden})
    found = portret(work, dossier).gezin
    assert found.partner == Gezinslid(None, False)
    assert found.kinderen == (Gezinslid(9, True), Gezinslid(None, False), Gezinslid(None, None))
    record_antwoord(work, dossier, "gezinssituatie.heeft_kinderen", "nee")
    assert portret(work, dossier).gezin.kinderen == ()


def test_what_no_longer_applies_or_is_in_no_list_is_not_seen(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Nour"}).made
    record_antwoord(work, dossier, "taalniveau.tolk_nodig", "nee")
    record_antwoord(work, dossier, "motivatie.hoofddoel", "zeilen")
    record_antwoord(work, dossier, "praktische_competenties.vakvaardigheden", ["anders"])
    record_antwoord(work, dossier, "leerbaarheid.beste_moment", "altijd")
    found = portret(work, dossier)
    assert (found.wil, found.kan, found.let_op) == ((), (), ("wil geen tolk bij het gesprek",))


def test_nothing_that_was_told_in_trust(work: Workspace) -> None:
    """Whatever is answered to what is asked with trust or about health, the portret is as before."""
    dossier = play_once(work, CASES[1].read_bytes(), "02")
    before = everything(portret(work, dossier))
    for vraag in work.data.formulieren.vragen.values():
        if vraag.is_veld and vraag.is_vertrouwelijk and not vraag.herhaling and vraag.type == "text":
            record_antwoord(work, dossier, vraag.naam, "in vertrouwen")
    assert everything(portret(work, dossier)) == before
    assert not any(v.portret for v in work.data.formulieren.vragen.values() if v.is_vertrouwelijk)


def test_who_wishes_to_be_called_otherwise_is(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Nour", "achternaam": "Khatib", "geslacht": "vrouw"}).made
    assert portret(work, dossier).aanspreekvorm == "mevrouw Khatib"
    record_antwoord(work, dossier, AANSPREEKNAAM, "zuster Nour")
    assert portret(work, dossier).aanspreekvorm == "zuster Nour"
    record_antwoord(work, dossier, "motivatie.trots", "Zij is trots.", bron="regievoerder")
    assert portret(work, dossier).woorden == (), "only who said it is quoted"
