"""Standing in for a colleague: by whom, from when, until when; it ends by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import WAARNEMING
from intake_assistant.domain.overleg.overdracht import regievoerder_of


@dataclass(frozen=True, kw_only=True)
class Waarneming:
    """One time that somebody stands in; the last day belongs to it."""

    id: str = ""
    door: str = ""
    apparaat: str = ""
    voor: str = ""
    van: date | None = None
    tot: date | None = None

    def stands_on(self, dag: date) -> bool:
        """Whether it holds on a day."""
        return self.van is not None and self.tot is not None and self.van <= dag <= self.tot

    def ended_before(self, dag: date) -> bool:
        """Whether it was over by then; of one without a last day that cannot be said."""
        return self.tot is not None and self.tot < dag


def waarnemingen_of(dossier: Dossier) -> list[Waarneming]:
    """Each time that somebody stands in for who has the dossier now, in the order of recording."""
    found = (_waarneming(dossier, rij) for rij in dossier.row_ids(WAARNEMING.lijst()))
    # Who took the dossier over is there: nobody stands in for the one before.
    van_nu = ("", regievoerder_of(dossier))
    return [waarneming for waarneming in found if waarneming is not None and waarneming.voor in van_nu]


def waarneming_on(waarnemingen: list[Waarneming] | tuple[Waarneming, ...], dag: date) -> Waarneming | None:
    """Who stands in on a day: the one that was recorded last; None when nobody does."""
    return next((w for w in reversed(waarnemingen) if w.stands_on(dag)), None)


def _waarneming(dossier: Dossier, rij: str) -> Waarneming | None:
    waarde = dossier.get(WAARNEMING.of(rij), None)
    if not isinstance(waarde, dict):
        return None
    return Waarneming(
        id=rij,
        door=str(waarde.get("door", "")),
        apparaat=str(waarde.get("apparaat", "")),
        voor=str(waarde.get("voor", "")),
        van=read_date(waarde.get("van")),
        tot=read_date(waarde.get("tot")),
    )
