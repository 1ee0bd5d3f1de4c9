"""A let op keeps nothing from being set: it is passed with a reason, and stays with the besluit."""

from datetime import date

from intake_assistant.casus.letopschema import VELDEN
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.domain.recht.oordeel.reden import UITWEGEN
from intake_assistant.operations.acts.beschikking import record_concept, stel_vast
from intake_assistant.operations.views.besluit.controle import check_concept
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import COMPLEET, changed, on, play

CONCEPT = changed(COMPLEET, ("dagtekening = 2026-12-28\n", ""))
DAG = date(2026, 12, 28)
MEER_MAP = "let_op.uren_boven_norm.map_uren"
WAAROM = "Het bedrijf biedt een langere stage."


def test_a_let_op_is_kept_in_the_besluit_with_its_reason(work: Workspace) -> None:
    dossier = play(work, CONCEPT)
    record_concept(work, dossier, {"map_uren": 60})
    concept = concept_of(work.vault.dossier(dossier))
    later = on(work, DAG.isoformat())
    open_ = check_concept(later, work.vault.dossier(dossier), concept).zonder_reden(concept)
    assert MEER_MAP in {oordeel.sleutel for oordeel in open_}

    gegeven = {oordeel.sleutel: "Besproken." for oordeel in open_} | {MEER_MAP: WAAROM}
    assert not check_concept(later, work.vault.dossier(dossier), concept).zonder_reden({**concept, **gegeven})
    stel_vast(later, dossier, {"dagtekening": DAG, **gegeven})

    besluit = besluiten_of(work.vault.dossier(dossier))[0]
    rij = {
        "reden": "uren_boven_norm",
        "regel": "Reg 3.1",
        "wat": "Uren MAP (arbeidsmarkt en participatie): 60 uur is meer dan de 40 uur die de wet noemt.",
        "waarom": WAAROM,
    }
    assert rij in besluit.let_op
    assert not [sleutel for sleutel in besluit.inhoud if sleutel.startswith("let_op")]
    regels = [regel.waarde for regel in geschiedenis_of(work, work.vault.dossier(dossier))]
    assert any(zin.startswith("Besluit 1") and f"(Reg 3.1) Waarom toch: {WAAROM}" in zin for zin in regels)
    assert rij in show_dossier(work, dossier)["pip"]["besluiten"][0]["let_op"]


def test_a_case_file_may_say_why(work: Workspace) -> None:
    dossier = play(
        work,
        changed(
            COMPLEET,
            ("map_uren = 40", f'map_uren = 60\nlet_op = {{uren_boven_norm = {{map_uren = "{WAAROM}"}}}}'),
        ),
    )
    besluit = besluiten_of(work.vault.dossier(dossier))[0]
    assert [rij["waarom"] for rij in besluit.let_op if rij["reden"] == "uren_boven_norm"] == [WAAROM]
    assert not [sleutel for sleutel in besluit.inhoud if sleutel.startswith("let_op")]


def test_each_let_op_of_a_case_file_is_one_that_is_mended_there() -> None:
    for reden, velden in VELDEN.items():
        plekken = {plek.rpartition(".")[2] for plek in UITWEGEN[reden]}
        assert set(velden) <= plekken or "" in plekken, reden


def test_a_case_file_passes_in_silence_and_the_let_op_stays(work: Workspace) -> None:
    dossier = play(work, changed(COMPLEET, ("map_uren = 40", "map_uren = 60")))
    rijen = besluiten_of(work.vault.dossier(dossier))[0].let_op
    assert [rij["regel"] for rij in rijen if rij["reden"] == "uren_boven_norm"] == ["Reg 3.1"]
    assert not any("waarom" in rij for rij in rijen)
