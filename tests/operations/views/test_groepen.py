"""How many could join a group: a number from ten on, and of the own dossiers who they are."""

from dataclasses import replace
from pathlib import Path

from intake_assistant.documents.model import texts_of
from intake_assistant.domain.team.groepsles import Groepsles
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.instelling import keep_kaart
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.papers.teambladen import bladen_of, groepen_blad
from intake_assistant.operations.papers.teamrapport import rapport_stuk
from intake_assistant.operations.socialekaart.groepen import groepslessen_of
from intake_assistant.operations.socialekaart.kaart import kaart_file, read_kaart
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.team.beeld import read_team
from intake_assistant.operations.views.team.bleek import kunnen_in_words
from intake_assistant.operations.views.team.groepen import Groepstand, groepen_of
from intake_assistant.operations.workspace import Workspace

DINSDAG = Groepsles("Naaien en praten", taal="ar", dagen=("dinsdag",), momenten=("ochtend",), plaatsen=8)
VROUWEN = Groepsles("Sport", vrouwen=True)
ALLES = (DINSDAG, VROUWEN)


def people(work: Workspace, aantal: int, **velden: str) -> list[str]:
    """So many who can have lessons on the mornings of Tuesday and Thursday, the first of who works here."""
    made = []
    with work.vault.transaction():
        for nummer in range(aantal):
            id = create_dossier(work, {"voornamen": "X", "spreektaal": "ar", **velden}).made
            record_waarde(work, id, "dossier.regievoerder", "Bo" if nummer else work.author)
            record_antwoord(work, id, "randvoorwaarden.les_dagen", ["dinsdag", "donderdag"])
            record_antwoord(work, id, "randvoorwaarden.les_momenten", ["ochtend"])
            made.append(id)
    return made


def stands(work: Workspace) -> tuple[Groepstand, ...]:
    keep_kaart(work, [], ALLES)
    return groepen_of(work, list_dossiers(work))


def test_ten_who_could_join_are_told_and_who_of_the_own(work: Workspace) -> None:
    made = people(work, 10, geslacht="man")
    dinsdag, vrouwen = stands(work)
    assert (dinsdag.aantal, dinsdag.eigen) == (10, frozenset(made[:1]))
    assert dinsdag.wanneer.startswith("dinsdag, ")
    assert (vrouwen.aantal, vrouwen.eigen) == (None, frozenset())


def test_two_groups_that_differ_in_women_alone_do_not_give_the_few_men(work: Workspace) -> None:
    people(work, 12, geslacht="vrouw")
    people(work, 3, geslacht="man")
    keep_kaart(work, [], (DINSDAG, replace(DINSDAG, vrouwen=True)))
    stand, vrouwen = groepen_of(work, list_dossiers(work))
    assert stand.aantal == vrouwen.aantal == 10
    assert kunnen_in_words(stand) == "10 of meer, er zijn 8 plaatsen"


def test_the_report_holds_the_number_and_no_name(work: Workspace) -> None:
    people(work, 10, geslacht="man")
    keep_kaart(work, [], ALLES)
    beeld = read_team(work, list_dossiers(work))
    rows = list(groepen_blad(beeld).rijen)
    assert [(naam, kunnen) for naam, _, kunnen in rows] == [
        ("Naaien en praten", "10 of meer, er zijn 8 plaatsen"),
        ("Sport", "minder dan 10"),
    ]
    told = texts_of(rapport_stuk(work, beeld))
    assert {"Naaien en praten", "10 of meer, er zijn 8 plaatsen", "minder dan 10"} <= set(told)
    assert groepen_blad(beeld).naam in [blad.naam for blad in bladen_of(beeld, "kluis")]


def test_fewer_are_not_told_and_one_day_short_is_no_place(work: Workspace) -> None:
    made = people(work, 10)
    record_antwoord(work, made[3], "randvoorwaarden.les_dagen", ["donderdag"])
    assert stands(work)[0].aantal is None


def test_the_groups_go_to_excel_and_come_back(work: Workspace, tmp_path: Path) -> None:
    keep_kaart(work, [], (*ALLES, Groepsles("Taal", leerroute="Z", momenten=("avond",), niveau="A1")))
    path = tmp_path / "kaart.xlsx"
    path.write_bytes(kaart_file(work))
    assert tuple(read_kaart(work, path)[1]) == groepslessen_of(work)
