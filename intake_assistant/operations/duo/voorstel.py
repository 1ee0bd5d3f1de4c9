"""What a message for DUO can be filled in with beforehand, from what the dossier and the vault know."""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.kinds import BEHEER, PROCEDURE
from intake_assistant.domain.recht.besluit import besluiten_of, geldende
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.views.uitvoering.afronding import melding_van
from intake_assistant.operations.workspace import Workspace


def voorstel_van(work: Workspace, dossier: Dossier, soort: str) -> dict[str, object]:
    """The fields of a message that are known; what was finished stands at Uitvoering and is only read."""
    if soort == vormen.CONTACTPERSOON.naam:
        gemeente = gemeente_of(work)
        naam = str(dossier.get(BEHEER.of("regievoerder"))) or work.author
        return {"naam": naam, "email": gemeente.email, "telefoonnummer": gemeente.telefoon}
    if soort == vormen.AANBOD.naam:
        gelden = geldende(besluiten_of(dossier))
        alfa = gelden[-1].inhoud.get("alfabetiseringsonderwijs", "") if gelden else ""
        datum = str(dossier.get(PROCEDURE.of("aanbod_op")))
        return {"datumInburgeringsaanbod": datum, "indicatorAlfabetiseringsonderwijs": alfa}
    return melding_van(dossier, soort)
