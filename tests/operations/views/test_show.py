"""Everything current about one dossier, in the shape of the contract; and the list."""

import json
from typing import Any

import pytest

from intake_assistant.domain.letters import plain
from intake_assistant.domain.recht.stand import stand_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import (
    add_rij,
    mark_geldt,
    record_antwoord,
    record_notitie,
)
from intake_assistant.operations.acts.concepttekst import leave_field
from intake_assistant.operations.acts.dossier import add_procedure_row, create_dossier, record_inburgeraar
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.vault.kluiscontrole import check_open as check
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import ALLES, COMPLEET, CONTRACT, KORT, changed, on, play

DERTIEN = (
    "leerbaarheid opleiding werkervaring praktische_competenties werknemersvaardigheden taalniveau motivatie"
    " zelfredzaamheid digitale_vaardigheden gezinssituatie fysieke_gezondheid mentale_gezondheid"
    " sociaal_netwerk"
).split()


def count(work: Workspace, dossier: str, startpositie: str) -> dict[str, int]:
    rows = {row["id"]: row for row in show_dossier(work, dossier)["startposities"]}
    return {key: value for key, value in rows[startpositie].items() if key != "id"}


# -- shape


@pytest.mark.parametrize("case", CONTRACT, ids=lambda case: case.stem)
def test_the_json_has_the_keys_and_types_of_the_contract(work: Workspace, case: object) -> None:
    shown = show_dossier(work, play(work, case))  # type: ignore[arg-type]  # a path, from glob
    assert json.loads(json.dumps(shown)) == shown
    assert list(shown)[:4] == ["formaat", "dossier", "stand", "onvolledig"]
    assert [row["id"] for row in shown["startposities"]] == [*DERTIEN, "financien", "randvoorwaarden"]
    for klok in shown["klokken"]:
        assert {"klok", "begin", "uiterlijk", "norm_70_dagen", "stand", "gehaald_op", "dagen_over"} <= set(
            klok
        )
        assert {"aangenomen", "regel", "uitleg"} <= set(klok)
        assert klok["stand"] in ("loopt", "gehaald", "overschreden", "wacht", "opgeschort")
        assert (klok["uiterlijk"] is None) == (klok["stand"] in ("wacht", "opgeschort"))
    for answer in shown["antwoorden"].values():
        if "staat" in answer:
            assert {"waarde", "staat", "bron", "gesprek", "conflict", "andere_bronnen"} <= set(answer)
    keys = "stand besluit dagtekening dagtekening_eerste_pip leerroute niveau besluiten inburgeringstermijn"
    assert {*keys.split(), "ontwikkelplan_versie", "ontbreekt"} <= set(shown["pip"])


def test_an_empty_dossier_is_all_open(work: Workspace, dossier: str) -> None:
    shown = show_dossier(work, dossier)
    assert shown["stand"] == "in_gesprek"
    assert shown["antwoorden"] == {}
    assert shown["pip"]["stand"] == "geen"
    assert [(k["klok"], k["stand"]) for k in shown["klokken"]] == [("pip", "wacht")]
    assert all(row["open"] > 0 and row["beantwoord"] == 0 for row in shown["startposities"])


def test_an_unknown_dossier_is_named(work: Workspace) -> None:
    with pytest.raises(KnownError) as caught:
        show_dossier(work, "0" * 32)
    assert caught.value.code == "dossier.not_found"


# -- counts


def test_each_state_is_counted_once_and_open_goes_down(work: Workspace, dossier: str) -> None:
    before = count(work, dossier, "taalniveau")
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a1")
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a2", bron="coa")
    record_antwoord(work, dossier, "taalniveau.nl_schrijven", staat="niet_gevraagd", extra={"reden": "moe"})
    record_antwoord(work, dossier, "taalniveau.nl_spreken", staat="onbekend")
    record_antwoord(work, dossier, "taalniveau.nl_luisteren", staat="wil_niet_zeggen")

    after = count(work, dossier, "taalniveau")

    assert after == {
        "beantwoord": 1, "open": before["open"] - 4, "niet_gevraagd": 1, "onbekend": 1, "wil_niet_zeggen": 1,
    }  # fmt: skip
    leave_field(work, dossier, "taalniveau.nl_spreken@inburgeraar", {"waarde": ""})
    assert count(work, dossier, "taalniveau")["open"] == before["open"] - 3


def test_a_repeat_counts_as_one_question(work: Workspace, dossier: str) -> None:
    before = count(work, dossier, "werkervaring")
    for beroep in ("kok", "bakker"):
        add_rij(work, dossier, "werkervaring.banen", {"beroep": beroep, "jaren": 2})
    after = count(work, dossier, "werkervaring")
    assert after["beantwoord"] == before["beantwoord"] + 1
    rijen = show_dossier(work, dossier)["antwoorden"]["werkervaring.banen"]["rijen"]
    assert [rij["velden"]["beroep"]["waarde"] for rij in rijen] == ["kok", "bakker"]


def test_what_cannot_apply_is_kept_marked_and_not_counted(work: Workspace) -> None:
    case = changed(
        KORT, ("[gesprek.antwoorden.taalniveau]\n", "[gesprek.antwoorden.opleiding]\n"),
        ('nl_lezen = "a1"', 'hoogste_niveau = "geen"\n    diploma_bezit = "nee"'),
    )  # fmt: skip
    dossier = play(work, case)
    answer = show_dossier(work, dossier)["antwoorden"]["opleiding.diploma_bezit"]
    assert (answer["waarde"], answer["relevant"]) == ("nee", False)
    assert count(work, dossier, "opleiding")["beantwoord"] == 1


# -- sources


def test_the_sources_stand_side_by_side_in_their_order(work: Workspace, dossier: str) -> None:
    order = ["duo", "toets", "diploma", "school", "coa", "inburgeraar", "regievoerder"]
    answer: dict[str, Any] = {}
    for number, bron in enumerate(reversed(order)):
        record_antwoord(work, dossier, "opleiding.jaren_onderwijs", number, bron=bron)
        answer = show_dossier(work, dossier)["antwoorden"]["opleiding.jaren_onderwijs"]
        assert (answer["waarde"], answer["bron"]) == (number, bron)
    assert [a["bron"] for a in answer["andere_bronnen"]] == order[1:]
    assert answer["conflict"] is False

    mark_geldt(work, dossier, "opleiding.jaren_onderwijs", "coa")
    answer = show_dossier(work, dossier)["antwoorden"]["opleiding.jaren_onderwijs"]
    assert (answer["waarde"], answer["bron"]) == (2, "coa")
    assert len(answer["andere_bronnen"]) == 6


def test_an_impossible_answer_is_kept_and_flagged(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, "leerbaarheid.lbt_score", 4000)
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "vloeiend")
    found = show_dossier(work, dossier)["antwoorden"]
    assert (found["leerbaarheid.lbt_score"]["waarde"], found["taalniveau.nl_lezen"]["waarde"]) == (
        4000,
        "vloeiend",
    )
    assert found["taalniveau.nl_lezen"]["gebreken"] == ["waarde.niet_in_lijst"]


# -- the person


def test_the_bsn_is_masked_unless_asked_for(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "A", "bsn": "999990019"}).made
    assert "999990019" not in json.dumps(show_dossier(work, dossier))
    assert show_dossier(work, dossier, bsn=True)["inburgeraar"]["bsn"] == "999990019"


def test_a_wrong_bsn_is_flagged_in_the_window_and_never_silent(work: Workspace, dossier: str) -> None:
    record_inburgeraar(work, dossier, {"bsn": "123456789"})
    shown = show_dossier(work, dossier, bsn=True)["inburgeraar"]
    assert (shown["bsn"], shown["bsn_gebrek"]) == ("123456789", "elfproef")


def test_without_a_surname_nothing_is_empty(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Abdi", "geboortejaar": 2001}).made
    nameless = create_dossier(work, {}).made
    shown = show_dossier(work, dossier)["inburgeraar"]
    assert shown == {"voornamen": "Abdi", "geboortejaar": 2001}
    names = {line["dossier"]: line["naam"] for line in show_list(work)}
    assert names == {dossier: "(zonder achternaam), Abdi", nameless: "(naam nog onbekend)"}


# -- stages


def test_the_stage_follows_what_happened(work: Workspace) -> None:
    complete = play(work, changed(COMPLEET, ("dagtekening = 2026-12-28\n", "")))
    assert show_dossier(on(work, "2026-12-20"), complete)["stand"] == "klaar_voor_besluit"
    dossier = play(work, changed(KORT, ("asielstatushouder", "overige_migrant")))
    assert show_dossier(on(work, "2026-04-20"), dossier)["stand"] == "in_gesprek"
    asked = {"wat": "advies", "gevraagd_op": "2026-04-20"}
    derde = add_procedure_row(work, dossier, "informatie_derde", asked).made
    assert show_dossier(on(work, "2026-04-20"), dossier)["stand"] == "in_gesprek"
    record_waarde(
        work, dossier, f"procedure.informatie_derde[{derde}].noodzakelijk_omdat", "het kan niet zonder"
    )
    assert show_dossier(on(work, "2026-04-20"), dossier)["stand"] == "wacht_op_derde"


@pytest.mark.parametrize(
    ("facts", "stand"),
    [
        ({}, "in_gesprek"),
        ({"opgeschort": True}, "wacht_op_derde"),
        ({"opgeschort": True, "volledig": True}, "wacht_op_derde"),
        ({"volledig": True}, "klaar_voor_besluit"),
        ({"besluiten": 1, "opgeschort": True}, "vastgesteld"),
        ({"besluiten": 1, "uitvoering": True}, "in_uitvoering"),
        ({"besluiten": 2, "uitvoering": True, "afgerond": True}, "afgerond"),
    ],
)
def test_each_stage_has_its_facts(facts: dict[str, bool], stand: str) -> None:
    nothing: dict[str, bool] = dict.fromkeys(
        ("afgerond", "besluiten", "uitvoering", "volledig", "opgeschort"), False
    )
    assert stand_of(**{**nothing, **facts}) == stand


# -- clocks


def test_a_clock_counts_down_to_its_day_and_beyond(work: Workspace) -> None:
    consent = """
[[toestemming]]
datum = 2026-03-05
partij = "X"
doel = "y"
gegevens = ["motivatie"]
richting = "delen"
gegeven = true
geldig_tot = 2026-05-11
"""
    dossier = play(work, KORT + consent)
    record_waarde(work, dossier, "procedure.inschrijving_brp", "2026-03-02")
    found = {}
    for day in ("2026-05-10", "2026-05-11", "2026-05-12"):
        shown = show_dossier(on(work, day), dossier)
        klok = shown["klokken"][0]
        found[day] = (klok["stand"], klok["dagen_over"], shown["toestemmingen"][0]["stand"])
    assert found == {
        "2026-05-10": ("loopt", 1, "geldig"),
        "2026-05-11": ("loopt", 0, "geldig"),
        "2026-05-12": ("overschreden", -1, "verlopen"),
    }


def test_an_asylum_case_without_registration_waits_and_another_does_not(work: Workspace) -> None:
    waits = show_dossier(work, play(work, KORT))["klokken"][0]
    runs = show_dossier(work, play(work, KORT.replace("asielstatushouder", "gezinsmigrant")))["klokken"][0]
    assert (waits["stand"], waits["begin"], waits["uiterlijk"]) == ("wacht", None, None)
    assert (runs["stand"], runs["begin"], runs["uiterlijk"]) == ("overschreden", "2026-03-02", "2026-05-11")


# -- the list, notes, rebuilding


def test_the_list_says_what_the_dossier_says(work: Workspace) -> None:
    for case in CONTRACT:
        play(work, case)
    lines = show_list(work)
    names = [line["naam"] for line in lines]
    assert names == sorted(names, key=plain)
    for line in lines:
        shown = show_dossier(work, line["dossier"])
        assert line["stand"] == shown["stand"]
        assert line["eerste_klok"] is None or line["eerste_klok"] in shown["klokken"]
        assert line["startposities_open"] == sum(row["open"] > 0 for row in shown["startposities"][:13])
        assert line["conflicten"] == len(shown["conflicten"])
        assert line["juridisch_probleem"] == (shown["juridisch_probleem"] is not None)
        assert set(line) == {
            "dossier", "naam", "stand", "regievoerder", "startposities_open", "eerste_klok",
            "conflicten", "juridisch_probleem", "mogelijk_dubbel",
        }  # fmt: skip


def test_a_rebuild_changes_nothing_in_digest_or_any_show(work: Workspace) -> None:
    dossiers = [play(work, case) for case in CONTRACT]
    record_notitie(work, dossiers[0], "taalniveau.nl_lezen", "leest hardop mee")
    before = json.dumps([show_dossier(work, d) for d in dossiers]), digest(work), json.dumps(show_list(work))
    work.vault.rebuild()
    after = json.dumps([show_dossier(work, d) for d in dossiers]), digest(work), json.dumps(show_list(work))
    assert after == before
    assert check(work) == []


def test_private_notes_are_shown_apart(work: Workspace) -> None:
    dossier = play(work, ALLES)
    record_notitie(work, dossier, "taalniveau.nl_lezen", "leest hardop mee")
    assert show_dossier(work, dossier)["notities"] == {"taalniveau.nl_lezen": "leest hardop mee"}


def test_an_agreement_shows_its_stairs_and_its_place_of_work(work: Workspace) -> None:
    shown = show_dossier(work, play(work, ALLES))
    (afspraak,) = [a for doel in shown["doelen"] for a in doel["afspraken"] if "hulp" in a]
    assert (afspraak["hulp"], afspraak["samen_vanaf"], afspraak["zelf_vanaf"]) == (
        "samen",
        "2028-06-01",
        "2028-12-01",
    )
    assert afspraak["teruggekeken_op"] == "2028-06-05"
    (plek,) = shown["werkplek"]
    assert (plek["afspraak"], plek["begeleider"], plek["uren_per_week"]) == (
        afspraak["id"],
        "mevrouw Visser",
        8,
    )
    (uren,) = [rij for rij in shown["uren"] if rij.get("werkplek") == plek["id"]]
    assert (uren["soort"], uren["aantal"], uren["tot"]) == ("map", 16, "2028-06-18")
