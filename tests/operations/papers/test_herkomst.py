"""From whom data came (AVG 15(1)(g)), and how it was asked."""

from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.operations.acts.dossier import add_procedure_row, record_procedure
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.operations.papers.bladen.rechten import toestemmingen_stuk
from intake_assistant.operations.papers.inzage import gather
from intake_assistant.operations.words.voorlezen import toestemmingsteksten
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import model_text, plain

GEGEVEN = {
    "partij": "Stichting Taalmaatjes", "doel": "een taalmaatje vinden dat past", "richting": "delen",
    "gegevens": ["sociaal_netwerk.taalmaatje"], "gegeven": "ja", "taal": "prs", "uitgelegd_met": "tolk",
    "vrije_keuze_uitgelegd": "ja",
}  # fmt: skip


def test_duo_and_who_sent_something_are_named_and_who_did_not_is_not(work: Workspace, dossier: str) -> None:
    assert gather(work, work.vault.dossier(dossier)).bronnen == ()
    record_procedure(work, dossier, {"kennisgeving_duo": "2026-03-02"})
    for van, dag in (("Medisch Advies Noord", {"ontvangen_op": "2026-04-21"}), ("De Rietvink", {})):
        velden = {"wat": "een advies", "van": van, "gevraagd_op": "2026-04-01", **dag}
        add_procedure_row(work, dossier, "informatie_derde", velden)
    assert gather(work, work.vault.dossier(dossier)).bronnen == (
        "DUO: over de kennisgeving dat u moet inburgeren",
        "Medisch Advies Noord: over een advies",
    )


def test_a_consent_has_the_wording_of_now_and_a_language_by_its_name(work: Workspace, dossier: str) -> None:
    record_toestemming(work, dossier, GEGEVEN)
    found = work.vault.dossier(dossier)
    ((_, toestemming),) = toestemmingen_of(found)
    assert toestemming.tekstversie == toestemmingsteksten(work).newest("delen").versie
    blad = model_text(toestemmingen_stuk(work, found))
    assert plain("Dari") in blad
    assert "prs" not in blad
