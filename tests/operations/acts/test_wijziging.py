"""A later besluit in the making: begun on a ground, filled in, thrown away or set as a case file sets it."""

from collections.abc import Callable
from datetime import date

import pytest

from intake_assistant.domain.kinds import BESLUIT, DUOBERICHT, GESPREK, PARTNEROVERLEG, WIJZIGING
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.domain.recht.einde import ontheven_onderdelen
from intake_assistant.domain.recht.oordeel.wijziging.concept import Wijzigingsconcept, open_wijziging
from intake_assistant.domain.recht.tussen.overleg import nog_te_vertellen
from intake_assistant.domain.recht.weging import weging_van
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.beschikking import wijzig
from intake_assistant.operations.acts.besluit.wijziging import (
    begin_wijziging,
    drop_wijziging,
    fill_wijziging,
    record_wijziging,
    stel_wijziging_vast,
)
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field, settle_concepten
from intake_assistant.operations.acts.gesprek import record_verteld
from intake_assistant.operations.acts.record import record_fields, record_waarde, undo
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.views.besluit.wijziging import nu_in_words
from intake_assistant.operations.views.concepttekst import too_late
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.operations.acts.test_beschikking import CONCEPT
from tests.operations.casussen import DATA, OPNIEUW, on, play
from tests.operations.samen import exchange

DAG = date(2027, 1, 11)
SCHAKELEN = DATA / "cases" / "wijziging" / "schakelen.toml"


@pytest.fixture
def gezet(work: Workspace) -> str:
    """A dossier whose first besluit was set on 28 December 2026; nobody reads the page of it here."""
    dossier = play(work, CONCEPT)
    inhoud = {**concept_of(work.vault.dossier(dossier)), "dagtekening": "2026-12-28"}
    waarde = {"nummer": 1, "grond": "eerste", "dagtekening": "2026-12-28", "inhoud": inhoud, "bestanden": {}}
    record_waarde(work, dossier, BESLUIT.of(work.new_id()), waarde)
    return dossier


def begun(work: Workspace, dossier: str) -> Wijzigingsconcept:
    found = open_wijziging(work.vault.dossier(dossier))
    assert found is not None
    return found


def test_it_goes_on_from_what_holds_and_takes_no_words_along(work: Workspace, gezet: str) -> None:
    rij = begin_wijziging(work, gezet, "herziening").made
    assert begin_wijziging(work, gezet, "herziening").made == rij, "one that was begun is found again"
    inhoud = begun(work, gezet).inhoud(work.vault.dossier(gezet))
    vorig = besluiten_of(work.vault.dossier(gezet))[0].inhoud
    assert inhoud["pvt_uren"] == vorig["pvt_uren"]
    own = ("motivering", "zienswijze", "ondertekenaar", "dagtekening")
    assert [k for k in inhoud if k.partition(".")[0] in own] == []


def test_what_is_emptied_is_not_inherited(work: Workspace, gezet: str) -> None:
    rij = begin_wijziging(work, gezet, "herziening").made
    veld = WIJZIGING.of(rij, "pvt_uren")
    leave_field(work, gezet, veld, {"waarde": ""})
    assert begun(work, gezet).inhoud(work.vault.dossier(gezet))["pvt_uren"] == ""


def test_it_is_set_as_a_case_file_sets_it(work: Workspace, gezet: str) -> None:
    later = on(work, "2027-01-11")
    rij = begin_wijziging(later, gezet, "herziening").made
    record_wijziging(later, gezet, rij, {**OPNIEUW, "voortgangsgesprekken": 9})
    shown = show_dossier(later, gezet)["pip"]["wijziging"]
    assert (shown["grond"], shown["ontbreekt"]) == ("herziening", [])
    made = stel_wijziging_vast(later, gezet, rij, DAG).made
    besluit = besluiten_of(work.vault.dossier(gezet))[-1]
    assert (besluit.id, besluit.nummer, besluit.grond, besluit.uit) == (made, 2, "herziening", rij)
    assert show_dossier(later, gezet)["pip"]["wijziging"] is None
    # The same through the act that a case file comes to: all but its own row is equal.
    wijzig(on(work, "2027-01-11"), gezet, "herziening", {**OPNIEUW, "dagtekening": DAG})
    assert besluiten_of(work.vault.dossier(gezet))[-1].inhoud == besluit.inhoud


def test_what_is_not_lawful_is_not_set_and_stays(work: Workspace, gezet: str) -> None:
    later = on(work, "2027-01-11")
    rij = begin_wijziging(later, gezet, "kennelijke_fout").made
    record_wijziging(later, gezet, rij, {**OPNIEUW, "voortgangsgesprekken": 9})
    with pytest.raises(KnownError) as refused:
        stel_wijziging_vast(later, gezet, rij, DAG)
    assert refused.value.code == "pip.unlawful"
    assert begun(later, gezet).velden["voortgangsgesprekken"] == 9


def test_it_may_be_thrown_away_and_taken_back(work: Workspace, gezet: str) -> None:
    rij = begin_wijziging(work, gezet, "herziening").made
    record_wijziging(work, gezet, rij, {"motivering": "Er is iets anders."})
    drop_wijziging(work, gezet, rij)
    assert open_wijziging(work.vault.dossier(gezet)) is None
    with pytest.raises(KnownError) as refused:
        stel_wijziging_vast(work, gezet, rij, DAG)
    assert refused.value.code == "conflict.changed"
    undo(work, gezet, WIJZIGING.of(rij))
    assert begun(work, gezet).velden == {"motivering": "Er is iets anders."}


def test_what_is_being_typed_is_an_entry_after_a_crash(work: Workspace, gezet: str) -> None:
    rij = begin_wijziging(work, gezet, "herziening").made
    subject = WIJZIGING.of(rij, "motivering")
    keep_concepttekst(work, gezet, subject, {"waarde": "Er is iets anders."})
    settle_concepten(work)
    assert begun(work, gezet).velden["motivering"] == "Er is iets anders."
    drop_wijziging(work, gezet, rij)
    keep_concepttekst(work, gezet, subject, {"waarde": "Te laat."})
    settle_concepten(work)
    assert [c.value["waarde"] for c in too_late(work, gezet)] == ["Te laat."]


def test_no_besluit_no_later_one(work: Workspace, dossier: str) -> None:
    with pytest.raises(KnownError) as refused:
        begin_wijziging(work, dossier, "schakelen")
    assert refused.value.code == "pip.incomplete"


def test_hours_that_were_followed_go_off_with_the_route(work: Workspace) -> None:
    case = SCHAKELEN.read_text(encoding="utf-8")
    dossier = play(work, case[: case.index("[[wijziging]]")] + case[case.index("[[uren]]") :])
    later = on(work, "2027-05-10")
    begin_wijziging(later, dossier, "schakelen")
    assert "tot en met 11 november 2027" in nu(later, dossier)
    pvt = {"soort": "pvt", "uren": 4, "artikel": "Besl 3.1(5)"}
    record_wijziging(later, dossier, begun(later, dossier).id, {"leerroute": "Z", "aftrek": [pvt]})
    fill_wijziging(later, dossier, "Z")
    velden = begun(later, dossier).velden
    assert (velden["zroute.cursusuren"], velden["zroute.participatie_uren"]) == (400, 800)
    # What goes off on another ground stays beside it.
    assert velden["aftrek"] == [pvt, {"soort": "cursus", "uren": 400, "artikel": "Besl 5.4(4)"}]


def nu(work: Workspace, dossier: str) -> str:
    found = work.vault.dossier(dossier)
    wijziging = begun(work, dossier)
    return " ".join(nu_in_words(work, found, wijziging.grond, wijziging.inhoud(found)))


def test_a_part_that_duo_took_away_asks_for_no_level(work: Workspace, dossier: str) -> None:
    over = {"soort": "gedeeltelijke_ontheffing", "examenonderdeel": "SC", "grond": "MED"}
    for dag, oordeel, ontheven in (
        ("2027-01-04", "Toekenning", {"schrijven"}),
        ("2027-02-01", "Afwijzing", set[str]()),
        ("2027-01-11", "Toekenning", set[str]()),
    ):
        rij = DUOBERICHT.of(work.new_id())
        record_waarde(work, dossier, rij, {**over, "oordeel": oordeel, "datumOordeel": dag})
        assert ontheven_onderdelen(work.vault.dossier(dossier)) == ontheven, "what DUO told last holds"


def test_clocks_that_differ_decide_nothing(laptop: Callable[[str], Workspace]) -> None:
    """What is recorded in the knowledge of something comes after it, whatever its laptop's clock says."""
    an, bo = on(laptop("an"), "2026-12-29"), on(laptop("bo"), "2026-12-28")
    dossier = play(on(an, "2026-12-28"), CONCEPT)
    besluit = {"nummer": 1, "grond": "eerste", "dagtekening": "2026-12-29", "inhoud": {}, "bestanden": {}}
    record_waarde(an, dossier, BESLUIT.of(an.new_id()), besluit)
    gesprek = an.vault.dossier(dossier).row_ids(GESPREK.lijst())[0]
    record_verteld(an, dossier, gesprek, "gegevens_delen", "ja")
    exchange(an, bo)
    assert weging_van(an.vault.dossier(dossier)) == date(2026, 12, 29)

    add_argument(bo, dossier, "B", "voor", "Opnieuw gewogen na het besluit.")
    overleg = {
        "datum": "2026-12-28",
        "partij": "School",
        "grond": "wet",
        "artikel": "Wet 35(3)",
        "wat": "les",
    }
    record_fields(bo, dossier, PARTNEROVERLEG.of(bo.new_id()), overleg)
    exchange(an, bo)
    found = an.vault.dossier(dossier)
    assert weging_van(found) is None
    assert [velden["partij"] for _, velden in nog_te_vertellen(found, "gegevens_delen")] == ["School"]


def test_the_ten_weeks_of_a_move_run_while_its_besluit_is_made(work: Workspace) -> None:
    """Besl 5.3(3): from the new registration, before there is a besluit to read it from."""
    case = (SCHAKELEN.parent / "verhuizing.toml").read_text(encoding="utf-8")
    nu = on(work, "2027-03-08")
    dossier = play(nu, case[: case.index("[[wijziging]]")])

    def termijn() -> list[tuple[str, str | None]]:
        klokken = show_dossier(nu, nu.vault.dossier(dossier).id)["klokken"]
        return [(k["uiterlijk"], k["stand"]) for k in klokken if k["klok"] == "pip_verhuizing"]

    rij = begin_wijziging(nu, dossier, "verhuizing").made
    assert termijn() == []
    record_wijziging(nu, dossier, rij, {"inschrijving_brp": "2027-03-01"})
    assert termijn() == [("2027-05-10", "loopt")]
    drop_wijziging(nu, dossier, rij)
    assert termijn() == []
