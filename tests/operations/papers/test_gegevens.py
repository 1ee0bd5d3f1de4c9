"""What the two parts of the PIP print of the answers: sentences, of the right questions, without codes."""

import datetime
import re
from pathlib import Path

import pytest

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.gegevens import PipGegevens
from intake_assistant.documents.pip.ontwikkelplan import build_ontwikkelplan
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord, remove_rij
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.papers.bevindingen import bevindingen_of, planzinnen_of
from intake_assistant.operations.papers.gegevens import ontwikkelplan_gegevens, pip_gegevens
from intake_assistant.operations.workspace import Workspace
from tests.gespeeld import play_once

CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.toml"))
TODAY = datetime.date(2026, 10, 1)


def person(work: Workspace, **answers: object) -> str:
    dossier = create_dossier(work, {"voornamen": "Selam", "doelgroep": "gezinsmigrant"}).made
    for naam, waarde in answers.items():
        record_antwoord(work, dossier, naam.replace("__", "."), waarde)
    return dossier


def findings(work: Workspace, dossier: str) -> dict[str, tuple[str, ...]]:
    return {b.startpositie: b.zinnen for b in bevindingen_of(work, work.vault.dossier(dossier))}


def plan(work: Workspace, dossier: str) -> list[str]:
    return [zin for zinnen in planzinnen_of(work, work.vault.dossier(dossier)).values() for zin in zinnen]


def test_an_answer_is_printed_in_the_sentence_of_its_question(work: Workspace) -> None:
    dossier = person(work, taalniveau__moedertaal="ti", leerbaarheid__oordeel=2, taalniveau__cursusuren=0)
    assert findings(work, dossier) == {
        "Leerbaarheid": ("Wij denken dat u wat meer tijd nodig heeft om te leren.",),
        "Taalniveau": ("Uw moedertaal is Tigrinya.", "U heeft nog geen Nederlandse les gehad."),
    }


def test_only_another_source_than_the_conversation_is_named(work: Workspace) -> None:
    dossier = person(work, opleiding__jaren_onderwijs=3, opleiding__studiewens="geen")
    record_antwoord(work, dossier, "opleiding.jaren_onderwijs", 4, bron="coa")
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a1", bron="school")
    record_antwoord(work, dossier, "taalniveau.nl_spreken", "a1", bron="regievoerder")
    assert findings(work, dossier) == {
        "Opleiding": (
            "U bent in totaal 4 jaar naar school gegaan (bron: COA).",
            "U wilt nu geen opleiding doen.",
        ),
        "Taalniveau": (
            "U spreekt Nederlands op niveau A1 (schatting in het gesprek).",
            "U leest Nederlands op niveau A1 (bron: school).",
        ),
    }


def test_rows_are_told_in_one_sentence(work: Workspace) -> None:
    dossier = person(work)
    for beroep in ("kok", "naaister.", "kok"):
        add_rij(work, dossier, "werkervaring.banen", {"beroep": beroep})
    assert plan(work, dossier) == ["Dit werk heeft u gedaan: kok en naaister."]
    add_rij(work, dossier, "werkervaring.banen", {"beroep": "timmerman en metselaar"})
    assert plan(work, dossier) == ["Dit werk heeft u gedaan: kok; naaister; timmerman en metselaar."]


def test_choices_are_told_without_the_silent_ones(work: Workspace) -> None:
    dossier = person(work, motivatie__interesses=["techniek", "anders", "sport"], randvoorwaarden__vervoer=[])
    assert plan(work, dossier) == ["Dit vindt u interessant: techniek en auto's; sport."]
    alone = person(work, motivatie__interesses=["anders"], sociaal_netwerk__taalmaatje="nee")
    assert plan(work, alone) == []


def test_what_is_accepted_and_no_longer_offered_is_never_printed_as_what_it_is_not(work: Workspace) -> None:
    """A fork-lift asks no rijbewijs; Alfa is a level of reading and writing alone."""
    dossier = person(work, praktische_competenties__rijbewijs=["heftruck", "auto"])
    assert plan(work, dossier) == ["U heeft een rijbewijs voor de auto."]
    alfa = person(work, taalniveau__nl_spreken="alfa_a", taalniveau__nl_luisteren="alfa_c")
    gezegd = findings(work, alfa)["Taalniveau"]
    assert [zin.partition(" (")[0] for zin in gezegd] == [
        "U verstaat nog weinig Nederlands",
        "U spreekt nog weinig Nederlands",
    ]


def test_a_code_that_no_list_knows_is_never_printed(work: Workspace) -> None:
    dossier = person(work, motivatie__hoofddoel="rijk_worden", taalniveau__nl_lezen="c7")
    record_antwoord(work, dossier, "motivatie.interesses", ["sport", "hengel_sport"])
    assert findings(work, dossier) == {}
    assert plan(work, dossier) == ["Dit vindt u interessant: sport."]


def test_a_source_that_was_taken_back_is_not_named(work: Workspace) -> None:
    dossier = person(work)
    rij = add_rij(work, dossier, "werkervaring.banen", {"beroep": "naaister"}, bron="school").made
    assert pip_gegevens(work, work.vault.dossier(dossier), {}).bronnen == ("school",)
    remove_rij(work, dossier, "werkervaring.banen", rij)
    assert pip_gegevens(work, work.vault.dossier(dossier), {}).bronnen == ()


def test_health_and_safety_and_what_is_irrelevant_stay_out(work: Workspace) -> None:
    dossier = person(
        work,
        fysieke_gezondheid__aanpassing="vaker zitten",
        werknemersvaardigheden__belastbaar_uren_week=12,
        mentale_gezondheid__slapen=1,
        werkervaring__werkt_nu="nee",
        werkervaring__werkt_nu_uren=40,
    )
    assert findings(work, dossier) == {"Werkervaring en vrijwilligerswerk": ("U werkt nu niet.",)}
    assert plan(work, dossier) == []


def test_debts_are_help_that_was_wanted_and_nothing_else(work: Workspace) -> None:
    owed = {
        "financien__schulden": "ja",
        "financien__schulden_soort": ["zorg"],
        "financien__schulden_bedrag": 24,
    }
    assert plan(work, person(work, **owed)) == []
    dossier = person(work, **owed, financien__schuldhulp_gewenst="ja")
    assert plan(work, dossier) == ["U wilt hulp bij geld dat u nog moet betalen. Wij spreken af wie u helpt."]
    assert findings(work, dossier) == {}


def test_fines_come_from_the_rules_and_never_for_asylum(work: Workspace) -> None:
    concept = {"leerroute": "B", "dagtekening": "2026-05-11"}
    gezin = pip_gegevens(work, work.vault.dossier(person(work)), concept)
    assert gezin.boetes is not None
    assert gezin.boetes.begeleiding == work.data.regels.waarde("boete.begeleiding", op=TODAY)
    asiel = create_dossier(work, {"voornamen": "Selam", "doelgroep": "asielstatushouder"}).made
    assert pip_gegevens(work, work.vault.dossier(asiel), concept).boetes is None
    unknown = create_dossier(work, {"voornamen": "Selam"}).made
    assert pip_gegevens(work, work.vault.dossier(unknown), concept).boetes is None


def test_half_hours_are_counted_and_not_repeated(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam", "doelgroep": "asielstatushouder"}).made
    concept = {"leerroute": "B", "intensiteit": {"uren_per_week": "7.5", "weken": 40}}
    gegevens = pip_gegevens(work, work.vault.dossier(dossier), concept)
    said = "\n".join(texts_of(build_beschikking(gegevens, work.data.teksten)))
    assert "ongeveer 7,5 uur les per week, 40 weken lang. Dat is samen ongeveer 300 uur." in said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_case_reads_as_sentences(work: Workspace, case: Path) -> None:
    dossier = work.vault.dossier(play_once(work, case.read_bytes(), case.name))
    gegevens = pip_gegevens(work, dossier, concept_of(dossier))
    zinnen = [zin for bevinding in gegevens.bevindingen for zin in bevinding.zinnen]
    assert 8 <= len(zinnen) <= 32
    zinnen += [zin for found in planzinnen_of(work, dossier).values() for zin in found]
    for zin in zinnen:
        assert re.fullmatch(r"[A-Z].*[^.]\.", zin), zin
        assert "_" not in zin
        assert "{" not in zin
    check_letters(work, dossier, gegevens)


def check_letters(work: Workspace, dossier: Dossier, gegevens: PipGegevens) -> None:
    besluit = build_beschikking(gegevens, work.data.teksten)
    plan = ontwikkelplan_gegevens(work, dossier, versie=1, datum=TODAY, vastgesteld=False)
    text = "\n".join([*texts_of(besluit), *texts_of(build_ontwikkelplan(plan, work.data.teksten))])
    codes = {k.naam for v in work.data.formulieren.vragen.values() for k in v.keuzes if "_" in k.naam}
    assert {code for code in codes if re.search(rf"\b{code}\b", text)} == set()
    assert not re.search(r"\b(prs|apc|acm|kmr)\b", text)
    assert "Op de vraag" not in text
    assert ".." not in text.replace("...", "")
    assert ("boete" in text) == (gegevens.inburgeraar.doelgroep != "asielstatushouder")


def test_a_day_that_has_passed_is_not_told_as_one_to_come(work: Workspace) -> None:
    dossier = person(
        work, leerbaarheid__lbt_status="gepland", leerbaarheid__lbt_gepland_op=str(work.clock.today())
    )
    found = work.vault.dossier(dossier)
    today, tomorrow = work.clock.today(), work.clock.today() + datetime.timedelta(days=1)
    assert any("leerbaarheidstoets" in zin for zin in planzinnen_of(work, found, today)["nodig"])
    assert planzinnen_of(work, found, tomorrow)["nodig"] == ()


def test_one_wish_told_at_two_questions_is_printed_once(work: Workspace) -> None:
    dossier = person(
        work, motivatie__ontwikkelwensen="Fietsen!", praktische_competenties__beter_kunnen="fietsen"
    )
    assert plan(work, dossier) == ["Dit wilt u nog beter kunnen: “fietsen”."]


def test_marks_stand_only_round_the_words_of_the_person(work: Workspace) -> None:
    dossier = person(work, motivatie__trots="Mijn “eigen” zaak!")
    assert plan(work, dossier) == ["Hier bent u trots op: “Mijn ‘eigen’ zaak!”"]
    other = person(work)
    record_antwoord(work, other, "motivatie.trots", "het atelier", bron="school")
    assert plan(work, other) == ["Hier bent u trots op: het atelier."]


def test_a_number_that_cannot_be_is_on_screen_and_in_no_letter(work: Workspace) -> None:
    assert findings(work, person(work, opleiding__jaren_onderwijs=9_999)) == {}


def test_choices_are_told_in_the_order_of_the_form(work: Workspace) -> None:
    dossier = person(work, randvoorwaarden__les_dagen=["vrijdag", "maandag"])
    assert plan(work, dossier) == ["U kunt naar les op maandag en vrijdag."]
