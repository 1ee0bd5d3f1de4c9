"""Talking with another party about somebody who is not there: on which ground, and what may be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import GESPREK, PARTNEROVERLEG, VERTELD
from intake_assistant.domain.recht.toestemming import Toestemming, same_party
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

VORMEN: Final = ("overleg", "telefoon", "bericht")
TOESTEMMING, WET, ZONDER_NAAM = "toestemming", "wet", "zonder_naam"
GRONDEN: Final = (TOESTEMMING, WET, ZONDER_NAAM)
"""Consent (AVG 6(1)(a)), a duty by law (AVG 6(1)(c)), or nobody can be recognised in what was said."""


class Overleggebrek(StrEnum):
    """Why a party cannot be spoken with on this ground."""

    GEWEIGERD = "geweigerd"
    GEEN_TOESTEMMING = "geen_toestemming"
    GEEN_ARTIKEL = "geen_artikel"


def gebreken_van(
    overleg: Mapping[str, Any], toestemmingen: Iterable[Toestemming]
) -> Iterator[tuple[str, Overleggebrek]]:
    """What is wrong with one overleg, and in which of its fields."""
    grond, op = overleg.get("grond", ""), read_date(overleg.get("datum")) or date.max
    if grond == WET and not str(overleg.get("artikel", "")).strip():
        yield "artikel", Overleggebrek.GEEN_ARTIKEL
    if grond == TOESTEMMING:
        zegt = said_on(toestemmingen, str(overleg.get("partij", "")), op)
        if zegt is not True:
            yield "partij", Overleggebrek.GEEN_TOESTEMMING if zegt is None else Overleggebrek.GEWEIGERD


def nog_te_vertellen(dossier: Dossier, onderwerp: str) -> list[tuple[str, dict[str, Any]]]:
    """What was said of somebody and recorded since that topic was last told, in order of recording."""
    told = max(
        (op for rij in dossier.row_ids(GESPREK.lijst()) for op in _told(dossier, rij, onderwerp)), default=0
    )
    return [
        (rij, velden)
        for rij, velden in gevulde_rijen(dossier, PARTNEROVERLEG)
        if velden.get("grond") != ZONDER_NAAM and _recorded(dossier, rij) > told
    ]


def _told(dossier: Dossier, gesprek: str, onderwerp: str) -> list[int]:
    # The counter, not the clock: the laptop of a colleague may be a day behind (design 2).
    return [leaf.counter for leaf in dossier.visible(VERTELD.of(gesprek, onderwerp))]


def _recorded(dossier: Dossier, rij: str) -> int:
    """When the first of it was recorded: to mend a word asks for no second telling."""
    subjects = (PARTNEROVERLEG.of(rij), *dossier.row_subjects(PARTNEROVERLEG.of(rij)))
    return min(leaf.counter for subject in subjects for leaf in dossier.leaves(subject))


def said_on(toestemmingen: Iterable[Toestemming], partij: str, op: date) -> bool | None:
    """What somebody last said of a party on a day: yes, no, or nothing; in doubt no."""
    own = [t for t in toestemmingen if same_party(t.partij, partij)]
    said = [one for toestemming in own for one in _said(toestemming, op)]
    if not said:
        return None
    laatst = max(dag for dag, _ in said)
    return all(ja for dag, ja in said if dag == laatst)


def _said(toestemming: Toestemming, op: date) -> Iterator[tuple[date, bool]]:
    begin, einde = toestemming.datum or date.min, toestemming.ingetrokken_op
    if begin > op:
        return
    if einde is not None and einde <= op:
        yield einde, False
    elif not toestemming.gegeven:
        yield begin, False
    elif toestemming.geldig_tot is None or op <= toestemming.geldig_tot:
        yield begin, True
