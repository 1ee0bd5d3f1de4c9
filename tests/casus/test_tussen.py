"""Between the conversations: who was spoken with, what examined somebody, and when to look again."""

from datetime import date, timedelta

import pytest

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.domain.recht.weging import WegingArgument
from intake_assistant.domain.uitwisseling.waarderecht import Waarderecht
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.gesprek import record_verteld, start_gesprek
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.acts.weging import add_argument, change_argument
from intake_assistant.operations.views.concepttekst import is_frozen
from intake_assistant.operations.views.finding import place_of
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.views.uitvoering.tussen import overleg_in_words
from intake_assistant.operations.views.vandaag.dag import read_dag
from intake_assistant.operations.views.vandaag.opnieuw import oordelen_to_look_at
from intake_assistant.operations.views.voorbereiden import Aanleiding, propose
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import ALLES, changed, play

VRAAG = "taalniveau.nl_lezen"
NEE = """
[[toestemming]]
datum = 2028-02-01
partij = "Taalschool Noord"
doel = "samen kijken naar de lessen"
gegevens = ["taalniveau"]
richting = "delen"
gegeven = false
"""
WET = 'grond = "wet"\nartikel = "Wet 35(3)"'


def refusal(work: Workspace, case: str) -> str:
    with pytest.raises(KnownError) as caught:
        play(work, case)
    return str(caught.value.facts["fouten"])


def test_a_party_is_spoken_with_on_its_ground_and_never_against_a_no(work: Workspace) -> None:
    op_toestemming = changed(ALLES, (WET, 'grond = "toestemming"'))
    assert "geen toestemming" in refusal(work, op_toestemming)
    assert "zei nee" in refusal(work, f"{op_toestemming}\n{NEE}")
    assert "noem het artikel" in refusal(work, changed(ALLES, (WET, 'grond = "wet"')))
    ja = NEE.replace("gegeven = false", "gegeven = true\nvrije_keuze_uitgelegd = true")
    shown = show_dossier(work, play(work, f"{op_toestemming}\n{ja}"))
    assert shown["partneroverleg"][0]["geleerd"] == "mist de les op woensdag"
    assert shown["onderzoek"][0]["kon_lezen"] == "met_hulp"


def test_it_says_beforehand_what_may_be_said_and_is_told_once(work: Workspace, dossier: str) -> None:
    def topics() -> dict[str, bool]:
        return {t.onderwerp.id: t.nu for t in propose(work, work.vault.dossier(dossier)).vertellen}

    assert "overleg" not in topics()
    record_fields(work, dossier, "partneroverleg[r]", {"partij": "School", "grond": "toestemming"})
    zinnen = overleg_in_words(work, work.vault.dossier(dossier), "r")
    assert "geen toestemming" in zinnen[0]
    assert "volgende gesprek" in zinnen[1]
    assert topics()["overleg"]
    later = work.at(date(2026, 12, 1))
    gesprek = start_gesprek(later, dossier, {}).made
    record_verteld(later, dossier, gesprek, "overleg", "ja")
    assert not topics()["overleg"]


def test_what_examined_somebody_stays_with_whom_may_know_of_health(work: Workspace, dossier: str) -> None:
    record_fields(work, dossier, "onderzoek[r]", {"instrument": "IPO", "verschil": "groot"})
    record_fields(work, dossier, "partneroverleg[r]", {"partij": "huisarts"})
    recht = Waarderecht(work.data.formulieren, gezondheid=False)
    found: list[Entry] = work.vault.entries(dossier)[-3:]
    assert [not recht.refused([entry]) for entry in found] == [False, False, False]
    dag = read_dag(work, list_dossiers(work))
    assert [e.soort for e in dag.eindjes if e.soort == "onderzoek"] == ["onderzoek"]
    assert "IPO" not in str(dag)
    record_fields(work, dossier, "onderzoek[r]", {"besproken_op": "2026-10-02"})
    assert "onderzoek" not in [e.soort for e in read_dag(work, list_dossiers(work)).eindjes]


def test_what_was_agreed_about_money_is_late_where_agreements_are(work: Workspace, dossier: str) -> None:
    taak = {"soort": "machtiging", "wat": "machtiging stoppen", "wie": "regievoerder"}
    gisteren = (work.clock.today() - timedelta(days=1)).isoformat()
    record_fields(work, dossier, "geldtaak[r]", {**taak, "uiterlijk": gisteren})
    record_fields(work, dossier, "geldtaak[s]", {**taak, "wie": "partner", "uiterlijk": gisteren})
    dag = read_dag(work, list_dossiers(work))
    (eindje,), (navraag,) = [e for e in dag.eindjes if e.soort == "geldtaak"], dag.navragen
    assert eindje.zin == "Wat u voor het geld zou doen, is één dag te laat: machtiging stoppen."
    geld = ("uitvoering", {"deel": "geld"})
    assert (eindje.scherm, eindje.argumenten) == (navraag.scherm, navraag.argumenten) == geld
    for rij in "rs":
        record_fields(work, dossier, f"geldtaak[{rij}]", {"geregeld_op": gisteren})
    dag = read_dag(work, list_dossiers(work))
    assert ([e.soort for e in dag.eindjes if e.soort == "geldtaak"], dag.navragen) == ([], ())


def test_a_day_to_look_again_is_a_term_and_the_first_proposal(work: Workspace, dossier: str) -> None:
    vandaag = work.clock.today()
    record_antwoord(work, dossier, VRAAG, "a1", extra={"opnieuw_kijken": vandaag.isoformat()})
    assert read_dag(work, list_dossiers(work)).herkijken == ()  # it was said today
    earlier = work.at(date(2026, 1, 5))
    record_antwoord(earlier, dossier, VRAAG, "a2", extra={"opnieuw_kijken": vandaag.isoformat()})
    (termijn,) = read_dag(work, list_dossiers(work)).herkijken
    assert termijn.op == vandaag
    eerste = propose(work, work.vault.dossier(dossier)).onderdelen[0]
    assert (eerste.id, eerste.soort, eerste.voorgesteld) == ("taalniveau", Aanleiding.OPNIEUW, True)
    assert "opnieuw kijken naar" in eerste.reden
    assert show_dossier(work, dossier)["opnieuw_kijken"] == [{"vraag": VRAAG, "op": vandaag.isoformat()}]
    record_antwoord(work, dossier, VRAAG, "a2")
    assert read_dag(work, list_dossiers(work)).herkijken == ()


def test_the_day_that_mental_health_asks_for_is_one_too(work: Workspace, dossier: str) -> None:
    earlier = work.at(date(2026, 1, 5))
    record_antwoord(
        earlier, dossier, "mentale_gezondheid.oordeel_belastbaarheid", "beperkt", bron="regievoerder"
    )
    record_antwoord(earlier, dossier, "mentale_gezondheid.opnieuw_kijken", "2026-03-02", bron="regievoerder")
    assert [dag["op"] for dag in show_dossier(work, dossier)["opnieuw_kijken"]] == ["2026-03-02"]
    deel = propose(work, work.vault.dossier(dossier)).onderdelen[0]
    assert (deel.id, deel.soort) == ("mentale_gezondheid", Aanleiding.OPNIEUW)
    record_antwoord(earlier, dossier, "mentale_gezondheid.oordeel_belastbaarheid", "vol", bron="regievoerder")
    assert show_dossier(work, dossier)["opnieuw_kijken"] == []


@pytest.mark.parametrize(
    ("jaar", "zin"),
    [(2090, "meer dan drie jaar"), (2035, "meer dan drie jaar"), (2028, "niet na het gesprek")],
)
def test_a_day_that_nobody_lives_to_keep_is_refused(work: Workspace, jaar: int, zin: str) -> None:
    case = f"""
formaat = 1
[inburgeraar]
voornamen = "Selam"
[[gesprek]]
datum = 2028-01-10
[gesprek.antwoorden.taalniveau]
nl_lezen = {{waarde = "a1", opnieuw_kijken = {jaar}-01-01}}
"""
    assert zin in refusal(work, case)
    assert zin in refusal(work, case.replace("gesprek", "overdracht_coa"))
    shown = show_dossier(work, play(work, case.replace(f"{jaar}-01-01", "2028-04-03")))
    assert shown["opnieuw_kijken"] == [{"vraag": VRAAG, "op": "2028-04-03"}]


def test_a_judgement_too_carries_a_day_to_look_again(work: Workspace, dossier: str) -> None:
    vandaag, eerder = work.clock.today(), work.at(date(2026, 1, 5))
    add_argument(eerder, dossier, "Z", "voor", "moe na een uur les", opnieuw_kijken=vandaag.isoformat())
    record_waarde(eerder, dossier, "beschikking.opnieuw_kijken.niveau", vandaag.isoformat())
    (termijn,) = read_dag(work, list_dossiers(work)).herkijken
    assert termijn.op == vandaag
    found = work.vault.dossier(dossier)
    (niveau, over_niveau), (argument, over_argument) = oordelen_to_look_at(work, found)
    assert over_niveau == "U zou op 2 november 2026 opnieuw kijken naar: Beschikking: niveau."
    assert over_argument.endswith("moe na een uur les.")
    assert place_of(found, niveau) == ("beschikking", {"veld": "opnieuw_kijken.niveau"})
    assert [dag["oordeel"] for dag in show_dossier(work, dossier)["opnieuw_kijken"]] == [niveau, argument]
    assert concept_of(found) == {}
    change_argument(work, dossier, argument, WegingArgument("", "gaat beter", "", False))
    besluit = {"nummer": 1, "grond": "eerste", "dagtekening": vandaag.isoformat(), "inhoud": {}}
    besluit |= {"bestanden": {}}
    record_waarde(work, dossier, "besluit[b]", besluit)
    assert not is_frozen(work, dossier, niveau)
    assert oordelen_to_look_at(work, work.vault.dossier(dossier)) == []


def test_a_case_says_when_to_look_again_at_what_was_judged(work: Workspace) -> None:
    case = """
formaat = 1
[inburgeraar]
voornamen = "Selam"
[[gesprek]]
datum = 2026-05-04
[[weging]]
leerroute = "B"
voor = [{tekst = "leest al", opnieuw_kijken = DAG}]
[beschikking]
opnieuw_kijken = {niveau = DAG}
"""
    shown = show_dossier(work, play(work, case.replace("DAG", "2026-12-01")))
    assert [dag["op"] for dag in shown["opnieuw_kijken"]] == ["2026-12-01"] * 2
    assert "meer dan drie jaar" in refusal(work, case.replace("DAG", "2090-12-01"))
