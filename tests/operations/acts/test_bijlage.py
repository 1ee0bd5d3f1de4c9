"""The file of a besluit of the Participatiewet: kept in the dossier, named by the besluit that is set."""

from datetime import date

from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.operations.acts.beschikking import record_concept, stel_vast
from intake_assistant.operations.acts.besluit.bijlage import drop_bijlage, keep_bijlage
from intake_assistant.operations.views.besluit.bijlage import Bijlage, bijlagen_of
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import COMPLEET, changed, on, play

CONCEPT = changed(COMPLEET, ("dagtekening = 2026-12-28\n", ""))
DAG = date(2026, 12, 28)
INHOUD = b"%PDF-1.7 besluit over de bijstand"


def test_a_set_besluit_names_the_file_that_goes_with_it(work: Workspace) -> None:
    dossier = play(work, CONCEPT)
    rij = keep_bijlage(work, dossier, "pw.pdf", INHOUD).made
    weg = keep_bijlage(work, dossier, "verkeerd.pdf", b"%PDF-1.7 iets anders").made
    drop_bijlage(work, dossier, weg)
    besluiten = [
        {"besluit": "Bijstand", "bestand": "pw.pdf", "bijlage": rij},
        {"besluit": "Ontzorgen", "bestand": "verkeerd.pdf", "bijlage": weg},
    ]
    record_concept(work, dossier, {"participatiewet": besluiten})
    stel_vast(on(work, DAG.isoformat()), dossier, {"dagtekening": DAG})

    besluit = besluiten_of(work.vault.dossier(dossier))[0]
    sha256 = besluit.bestanden["bijlage_1"]
    assert "bijlage_2" not in besluit.bestanden
    assert work.vault.blobs.get(sha256) == INHOUD
    assert list(bijlagen_of(work.vault.dossier(dossier), besluit.inhoud)) == [Bijlage(rij, "pw.pdf", sha256)]
