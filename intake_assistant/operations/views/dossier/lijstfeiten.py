"""What is kept of a dossier for its line in the list."""

from __future__ import annotations

from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.dubbel.koppeling import koppelingen_of
from intake_assistant.domain.dubbel.signalement import signalement_of
from intake_assistant.domain.kinds import UREN
from intake_assistant.domain.overleg.feiten import overlegfeiten
from intake_assistant.domain.recht.besluit import besluiten_of, samenloop_of
from intake_assistant.domain.recht.bewaartermijn import bewaarfeiten
from intake_assistant.domain.recht.einde import ZAAKNUMMER, einde_op
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.recht.verzoek import verzoeken_of
from intake_assistant.operations.views.antwoord import Telling, count
from intake_assistant.operations.views.kept import as_plain
from intake_assistant.operations.views.team.feiten import teamfeiten
from intake_assistant.operations.views.vandaag.feiten import dagfeiten
from intake_assistant.operations.workspace import Workspace

SHARED: Final = ("besluiten", "bezwaren")
"""What retention and the clocks both look at is kept once."""
_NUMMERS: Final = ("inburgeraar.bsn", "inburgeraar.v_nummer", ZAAKNUMMER)


def stand_facts(dossier: Dossier) -> dict[str, Any]:
    """What the stage of a dossier follows from, beside its concept, its clocks and today."""
    besluiten = besluiten_of(dossier)
    return {
        "afgerond": einde.isoformat() if (einde := einde_op(dossier)) else "",
        "besluiten": len(besluiten),
        "uitvoering": bool(dossier.row_ids(UREN.lijst())) or len(besluiten) > 1,
    }


def kept_facts(work: Workspace, dossier: Dossier) -> dict[str, Any]:
    """All that a line of the list is read from later."""
    gesprekken, bewaar = gesprekken_of(dossier), bewaarfeiten(dossier, work.data.formulieren)
    geteld = count(work, dossier)
    return {
        "stand": stand_facts(dossier),
        "regievoerder": str(dossier.get("dossier.regievoerder")),
        "spreektaal": str(dossier.get("inburgeraar.spreektaal")),
        "onderwerpen": [mark_of(telling) for telling in geteld.per.values()],
        "nummers": [str(dossier.get(subject)) for subject in _NUMMERS if dossier.get(subject)],
        "signalement": signalement_of(dossier).as_kept(),
        "koppelingen": {ander: said.value for ander, said in koppelingen_of(dossier).items()},
        "laatste_contact": _laatste_contact(gesprekken),
        "conflicten": len(dossier.conflicts()),
        "samenloop": samenloop_of(besluiten_of(dossier)) is not None,
        "klokfeiten": as_plain(klokfeiten(dossier)),
        "bewaren": {k: w for k, w in as_plain(bewaar).items() if k not in SHARED},
        "verzoeken": [as_plain(verzoek) for verzoek in verzoeken_of(dossier)],
        "team": as_plain(teamfeiten(dossier)),
        "overleg": as_plain(overlegfeiten(dossier)),
        "dag": as_plain(dagfeiten(work, dossier, geteld)),
    }


def _laatste_contact(gesprekken: list[Gesprek]) -> str:
    """The date of the last conversation; of conversations without a date that can be, what was typed."""
    dagen = [g.datum for g in gesprekken if g.dag is not None]
    return max(dagen) if dagen else next((g.datum for g in reversed(gesprekken) if g.datum), "")


def mark_of(telling: Telling) -> str:
    """How far a startpositie is, as one mark: leeg, deels or klaar."""
    if not telling.open:
        return "klaar"
    return "deels" if telling.is_begonnen else "leeg"
