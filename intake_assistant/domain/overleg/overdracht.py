"""Handing a dossier over to a colleague: it is theirs from the moment that they accept it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BEHEER, OVERDRACHT, OVERDRACHT_UITKOMST

Overdrachtstand = Literal["wacht", "aangenomen", "geweigerd", "ingetrokken", "verschillend"]

WACHT: Final = "wacht"
UITKOMSTEN: Final = ("aangenomen", "geweigerd", "ingetrokken")


@dataclass(frozen=True, slots=True)
class Collega:
    """Somebody of the team by name; `apparaat` is the device of the card that was chosen, if any."""

    naam: str
    apparaat: str = ""

    def is_same(self, other: Collega) -> bool:
        """Whether it is the same person: by the device, or by the name (a laptop is replaced)."""
        same_device = bool(self.apparaat) and self.apparaat == other.apparaat
        return same_device or _bare(self.naam) == _bare(other.naam)


@dataclass(frozen=True, kw_only=True)
class Overdracht:
    """One time that a dossier was handed over."""

    id: str = ""
    van: str = ""
    aan: str = ""
    apparaat: str = ""
    reden: str = ""
    op: str = ""
    stand: Overdrachtstand = "wacht"
    uitkomst_op: str = ""
    toelichting: str = ""

    @property
    def ontvanger(self) -> Collega:
        """Who is to accept it."""
        return Collega(self.aan, self.apparaat)


def regievoerder_of(dossier: Dossier) -> str:
    """Whose dossier it is."""
    return str(dossier.get(BEHEER.of("regievoerder")))


def overdrachten_of(dossier: Dossier) -> list[Overdracht]:
    """Each time that the dossier was handed over, in their order."""
    found = (_overdracht(dossier, rij) for rij in dossier.row_ids(OVERDRACHT.lijst()))
    return [overdracht for overdracht in found if overdracht is not None]


def wachtende_of(dossier: Dossier) -> list[Overdracht]:
    """Those that nobody accepted, refused or took back yet; two of them when two people each made one."""
    return [overdracht for overdracht in overdrachten_of(dossier) if overdracht.stand == WACHT]


def _overdracht(dossier: Dossier, rij: str) -> Overdracht | None:
    waarde = dossier.get(OVERDRACHT.of(rij), None)
    if not isinstance(waarde, dict):
        return None
    velden: dict[str, Any] = {
        naam: str(waarde.get(naam, "")) for naam in ("van", "aan", "apparaat", "reden", "op")
    }
    return Overdracht(id=rij, **velden, **_uitkomst(dossier, OVERDRACHT_UITKOMST.of(rij)))


def _uitkomst(dossier: Dossier, subject: str) -> dict[str, Any]:
    if dossier.in_conflict(subject):
        return {"stand": "verschillend"}
    value = dossier.current(subject) or {}
    if value.get("waarde") not in UITKOMSTEN:
        return {}
    return {
        "stand": value["waarde"],
        "uitkomst_op": str(value.get("op", "")),
        "toelichting": str(value.get("toelichting", "")),
    }


def _bare(naam: str) -> str:
    return " ".join(naam.split()).casefold()
