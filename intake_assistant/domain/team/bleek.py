"""What came of a leerroute that was chosen: counted over many, and of nobody alone; no score (AVG 22)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import ANTWOORD, UREN, read_subject, startpositie_of
from intake_assistant.domain.recht.besluit import AFSCHALEN, SCHAKELEN, besluiten_of
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.einde import VOLDAAN, einde_op, einde_reden
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.domain.team.groepen import MINSTENS, Groep, in_volgorde

_LES: Final = "cursus"


class Routevervolg(StrEnum):
    """What can come of a leerroute."""

    GESCHAKELD = "geschakeld"
    AFGESCHAALD = "afgeschaald"
    VOLDAAN = "voldaan"
    ANDER_EINDE = "ander_einde"


EINDEN: Final = (Routevervolg.VOLDAAN, Routevervolg.ANDER_EINDE)
"""Of whom it ended, one of these is so."""


@dataclass(frozen=True, slots=True)
class Bleekfeit:
    """Of one first PIP; whose it is, is not told."""

    leerroute: str
    vervolg: tuple[Routevervolg, ...]
    uren: float
    anders: tuple[str, ...]
    """The startposities of which something new or other was told after the PIP."""


@dataclass(frozen=True, slots=True)
class Bleekrij:
    """What came of the people with some leerroutes; None is too few to be told."""

    leerroutes: Groep
    aantal: int
    vervolg: dict[Routevervolg, int | None]
    uren: float | None
    """The median of the hours of lessons, of those with any."""


def bleekfeit(dossier: Dossier) -> Bleekfeit | None:
    """Read it from a dossier; None before there is a PIP, or of one that cannot be."""
    besluiten = besluiten_of(dossier)
    dag = read_date(besluiten[0].dagtekening) if besluiten else None
    if dag is None or besluiten[0].leerroute not in tuple(Leerroute):
        return None
    gronden = {besluit.grond for besluit in besluiten[1:]}
    reden = einde_reden(dossier) if einde_op(dossier) else ""
    found = {
        Routevervolg.GESCHAKELD: SCHAKELEN in gronden,
        Routevervolg.AFGESCHAALD: AFSCHALEN in gronden,
        Routevervolg.VOLDAAN: reden == VOLDAAN,
        Routevervolg.ANDER_EINDE: bool(reden) and reden != VOLDAAN,
    }
    lessen = (rij for _, rij in gevulde_rijen(dossier, UREN) if rij.get("soort") == _LES)
    return Bleekfeit(
        leerroute=besluiten[0].leerroute,
        vervolg=tuple(vervolg for vervolg, holds in found.items() if holds),
        uren=float(sum(number_of(rij, "aantal") for rij in lessen)),
        anders=_told_after(dossier, dag.isoformat()),
    )


def bleek(feiten: Sequence[Bleekfeit]) -> list[Bleekrij]:
    """What came of each leerroute, in the order of the law; few people are told with others, or not."""
    tellingen = Counter(feit.leerroute for feit in feiten)
    # Grouped as where is told who was offered what: two ways to group the same people give the few.
    groepen = in_volgorde(tellingen, tuple(Leerroute))
    return [_rij(groep, [feit for feit in feiten if feit.leerroute in groep]) for groep in groepen]


def later_verteld(feiten: Sequence[Bleekfeit]) -> dict[str, int]:
    """Of each startpositie, of how many something came up after the PIP; the most first, few of none."""
    found = Counter(deel for feit in feiten for deel in feit.anders)
    return {deel: n for deel, n in found.most_common() if told(n, len(feiten)) is not None}


def told(aantal: int, van: int) -> int | None:
    """A number that may be told: ten people at least, and as many of whom it is not so."""
    return aantal if min(aantal, van - aantal) >= MINSTENS else None


def _rij(groep: Groep, feiten: Sequence[Bleekfeit]) -> Bleekrij:
    uren = [feit.uren for feit in feiten if feit.uren > 0]
    tellingen = Counter(vervolg for feit in feiten for vervolg in feit.vervolg)
    gestopt = sum(tellingen[einde] for einde in EINDEN)
    vervolg = {vervolg: told(tellingen[vervolg], len(feiten)) for vervolg in Routevervolg}
    if told(gestopt, len(feiten)) is None or told(tellingen[EINDEN[0]], gestopt) is None:
        # How many ended is told elsewhere, and of each of them one end: one number gives the other.
        vervolg |= dict.fromkeys(EINDEN, None)
    return Bleekrij(
        leerroutes=groep,
        aantal=len(feiten),
        vervolg=vervolg,
        uren=median(uren) if len(uren) >= MINSTENS else None,
    )


def _told_after(dossier: Dossier, dag: str) -> tuple[str, ...]:
    """Judged by the day of recording: a leaf does not say what stood there before it."""
    found = {
        startpositie_of(subject)
        for subject in dossier.subjects
        if read_subject(subject)[0] is ANTWOORD
        and any(leaf.vastgelegd_op[:10] > dag for leaf in dossier.leaves(subject))
    }
    return tuple(sorted(found - {""}))
