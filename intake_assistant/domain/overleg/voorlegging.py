"""A concept that is laid before the team lead: who asked, what came of it, and what changed since.

It is advice within the team. What the law asks of a besluit is asked of who signs it (Awb 3:46, 10:3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESCHIKKING, VOORLEGGING, VOORLEGGING_UITKOMST, kind_of, veld_of
from intake_assistant.domain.recht.gezien import seen_of

Voorleggingstand = Literal["gevraagd", "akkoord", "terug", "ingetrokken", "verschillend"]

DELEN: Final = ("beschikking", "ontwikkelplan")
AKKOORD: Final = "akkoord"
UITKOMSTEN: Final = (AKKOORD, "terug", "ingetrokken")
_BIJ_UITREIKEN: Final = ("dagtekening", "bekendgemaakt_op", "voor_gezien")
"""What is filled in as the besluit is set and handed over: it was not there to be read."""


@dataclass(frozen=True, kw_only=True)
class Voorlegging:
    """One time that a part was laid before the team lead; `gewijzigd` names what is otherwise since."""

    id: str = ""
    deel: str = ""
    bericht: str = ""
    door: str = ""
    op: str = ""
    stand: Voorleggingstand = "gevraagd"
    uitkomst_door: str = ""
    uitkomst_op: str = ""
    toelichting: str = ""
    gewijzigd: tuple[str, ...] = ()

    @property
    def geldt(self) -> bool:
        """Whether somebody agreed with what stands there now."""
        return self.stand == AKKOORD and not self.gewijzigd


def voorleggingen_of(dossier: Dossier) -> list[Voorlegging]:
    """Each time that a part was laid before somebody, in their order."""
    found = (_voorlegging(dossier, rij) for rij in dossier.row_ids(VOORLEGGING.lijst()))
    return [voorlegging for voorlegging in found if voorlegging is not None]


def laatste_van(dossier: Dossier, deel: str) -> Voorlegging | None:
    """The last time that a part was laid before somebody; None when it never was."""
    return next((v for v in reversed(voorleggingen_of(dossier)) if v.deel == deel), None)


def _voorlegging(dossier: Dossier, rij: str) -> Voorlegging | None:
    gevraagd = dossier.leaf(VOORLEGGING.of(rij))
    waarde = (gevraagd.value or {}).get("waarde") if gevraagd else None
    if gevraagd is None or not isinstance(waarde, dict):
        return None
    return Voorlegging(
        id=rij,
        deel=str(waarde.get("deel", "")),
        bericht=str(waarde.get("bericht", "")),
        door=gevraagd.author,
        op=str(waarde.get("op", "")),
        **_uitkomst(dossier, VOORLEGGING_UITKOMST.of(rij), str(waarde.get("deel", ""))),
    )


def _uitkomst(dossier: Dossier, subject: str, deel: str) -> dict[str, Any]:
    if dossier.in_conflict(subject):
        return {"stand": "verschillend"}
    leaf = dossier.leaf(subject)
    value = (leaf.value or {}) if leaf else {}
    stand = value.get("waarde")
    if leaf is None or stand not in UITKOMSTEN:
        return {}
    return {
        "stand": stand,
        "uitkomst_door": leaf.author,
        "uitkomst_op": str(value.get("op", "")),
        "toelichting": str(value.get("toelichting", "")),
        "gewijzigd": tuple(_changed(dossier, seen_of(leaf), deel)) if stand == AKKOORD else (),
    }


def _changed(dossier: Dossier, seen: frozenset[str], deel: str) -> Iterator[str]:
    """The subjects of a part that say something which was not read."""
    for subject in dossier.subjects:
        kind = kind_of(subject)
        of_part = kind.in_concept if deel == DELEN[0] else kind.in_plan
        later = kind is BESCHIKKING and veld_of(subject).partition(".")[0] in _BIJ_UITREIKEN
        if of_part and not later and any(leaf.id not in seen for leaf in dossier.leaves(subject)):
            yield subject
