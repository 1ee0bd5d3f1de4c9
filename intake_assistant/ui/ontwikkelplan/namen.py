"""Who does what was agreed, by the name that is used at the table."""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import BEHEER
from intake_assistant.domain.recht.ontwikkelplan import WIE
from intake_assistant.operations.words.naam import aanspreeknaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def names_of(work: Workspace, dossier: Dossier) -> dict[str, str]:
    """Who an agreement names by role, by name: nobody speaks of *inburgeraar* at the table."""
    rollen = {code: text(f"ontwikkelplan.wie_{code}") for code in WIE}
    wie = aanspreeknaam(dossier) or inburgeraar_of(dossier).get("voornamen", "")
    regievoerder = str(dossier.get(BEHEER.of("regievoerder"))) or work.author
    eigen = {"inburgeraar": wie, "regievoerder": regievoerder}
    return {code: eigen.get(code) or rol for code, rol in rollen.items()}
