"""A later besluit in the making: its ground, and what it says otherwise than the besluit that holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import WIJZIGING
from intake_assistant.domain.recht.besluit import GRONDEN, ONTWIKKELPLAN, Besluit, besluiten_of, geldende
from intake_assistant.domain.recht.oordeel.wijziging.erfenis import changed_concept

_GROND, _VAN = "grond", "van"
_MET_BESLUIT: Final = tuple(grond for grond in GRONDEN if grond != ONTWIKKELPLAN)
_DAG: Final = "dagtekening"
"""Of each besluit its own: without one it is judged as if it were set today."""


@dataclass(frozen=True, slots=True)
class Wijzigingsconcept:
    """One row: `velden` is what is said in it, by dotted key; empty takes back what would be inherited.

    `van`: the besluit that a person chose to go on from, of those that held at once.
    """

    id: str
    grond: str
    velden: Mapping[str, Any] = field(default_factory=dict)
    van: str = ""

    def vorig(self, dossier: Dossier) -> Besluit | None:
        """The besluit that it goes on from; None while several hold and nobody chose one of them (AVG 22)."""
        gelden = geldende(besluiten_of(dossier))
        gekozen = [besluit for besluit in gelden if besluit.id == self.van] or gelden
        return gekozen[0] if len(gekozen) == 1 else None

    def inhoud(self, dossier: Dossier) -> dict[str, Any]:
        """The whole beschikking as it would be: what is said here, and what the last one hands on."""
        vorig = self.vorig(dossier)
        kept = {k: w for k, w in vorig.inhoud.items() if k != _DAG} if vorig else {}
        return changed_concept(kept, self.velden)


def open_wijziging(dossier: Dossier) -> Wijzigingsconcept | None:
    """The last one that no besluit was set from, and that was not thrown away; None when there is none."""
    rijen = open_wijzigingen(dossier)
    if not rijen:
        return None
    velden = dossier.fields(WIJZIGING.of(rijen[-1]))
    grond, van = str(velden.pop(_GROND, "")), str(velden.pop(_VAN, ""))
    return Wijzigingsconcept(rijen[-1], grond, velden, van)


def open_wijzigingen(dossier: Dossier) -> list[str]:
    """The rows of all of them: two colleagues may have begun one each."""
    gezet = {besluit.uit for besluit in besluiten_of(dossier)}
    rijen = [rij for rij in dossier.row_ids(WIJZIGING.lijst()) if rij not in gezet]
    # A ground that only a newer program knows has no screen here, and no judgement.
    return [rij for rij in rijen if dossier.get(WIJZIGING.of(rij, _GROND)) in _MET_BESLUIT]
