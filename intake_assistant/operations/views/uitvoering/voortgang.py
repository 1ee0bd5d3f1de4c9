"""How the besluit is carried out: the hours of the ledger, the talks that were promised, and the term."""

from __future__ import annotations

from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.inburgeringstermijn import inburgeringstermijn
from intake_assistant.domain.recht.uitvoering.voortgang import (
    Urenstand,
    urenstanden,
    verlenging_vanaf,
    voortgangsgesprekken,
)
from intake_assistant.operations.views.besluit.controle import zaak_in
from intake_assistant.operations.workspace import Workspace


def voortgang_shown(work: Workspace, dossier: Dossier) -> dict[str, Any] | None:
    """Hours, talks and the first day to ask for a longer term; None while no besluit was set."""
    besluiten = besluiten_of(dossier)
    if not besluiten:
        return None
    besluit, vandaag = besluiten[-1], work.clock.today()
    zaak = zaak_in(work, dossier, besluit.inhoud, besluit.grond)
    gehouden = tuple(g.dag for g in gesprekken_of(dossier) if g.dag is not None and g.afgerond)
    beloofd, gevoerd = voortgangsgesprekken(besluit, gehouden, vandaag)
    return {
        "uren": [_uren(stand) for stand in urenstanden(zaak, vandaag)],
        "gesprekken": {"beloofd": beloofd, "gevoerd": gevoerd},
        "verlenging_vanaf": _verlenging(work, dossier, besluiten[0]),
    }


def _uren(stand: Urenstand) -> dict[str, Any]:
    return {
        "deel": stand.deel,
        "regel": stand.regel,
        "norm": f"{stand.norm:f}",
        "aftrek": f"{stand.aftrek:f}",
        "gevolgd": f"{stand.gevolgd:f}",
        "nog": f"{stand.nog:f}",
    }


def _verlenging(work: Workspace, dossier: Dossier, eerste: Besluit) -> str | None:
    op = read_date(eerste.dagtekening)
    termijn = inburgeringstermijn(klokfeiten(dossier), work.data.regelwaarden(op)) if op else None
    if op is None or termijn is None or termijn.einde is None:
        return None
    sleutel = "verlenging.aanvraag_vroegst"
    regels = work.data.regels
    maanden = int(str(regels.waarde(sleutel, op=max(op, regels.geldt_vanaf(sleutel)))))
    return verlenging_vanaf(termijn.einde, maanden).isoformat()
