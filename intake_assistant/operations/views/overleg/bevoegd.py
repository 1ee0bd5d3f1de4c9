"""Who may pass the work on a dossier on: whose it is, who stands in, and the team lead.

It keeps who works here from a mistake, and nobody from what they want: there is no server that knows who has
which role.
"""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.overleg.overdracht import Collega, regievoerder_of
from intake_assistant.domain.overleg.waarneming import waarneming_on, waarnemingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.views.overleg.collega import ik
from intake_assistant.operations.views.overleg.wachten import is_leider
from intake_assistant.operations.workspace import Workspace


def refuse_of_another(work: Workspace, dossier: Dossier) -> None:
    """Raise KnownError `overleg.niet_van_u` for a regievoerder whose dossier it is not."""
    van = regievoerder_of(dossier)
    waar = waarneming_on(waarnemingen_of(dossier), work.clock.today())
    who_may = [Collega(van), *([Collega(waar.door, waar.apparaat)] if waar else [])]
    if van and not is_leider(work) and not any(one.is_same(ik(work)) for one in who_may):
        raise KnownError("overleg.niet_van_u", naam=van)
