"""Bezwaar against a besluit, and the beroep after it: what came in, and what was decided (Awb 6, 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BEZWAAR
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.termijn import RegelsOp, Regelwaarden, plus_dagen, termijn_dagen, verschuif
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen, rij_of

BESLISSINGEN: Final = ("gegrond", "deels", "ongegrond", "niet_ontvankelijk", "ingetrokken")
DEELS: Final = "deels"
NIET_GEHOORD: Final = ("wilde_niet", "geen_antwoord", "volledig_gelijk", "kennelijk")
"""Why nobody was heard: art. 7:3(c), (d), (e), and (a) and (b) Awb."""
BESLUIT_ONBEKEND: Final = 0
"""Nobody said yet which of several besluiten it is against: no term can be counted (art. 6:5(1)(c) Awb)."""
GEGROND: Final = ("gegrond", DEELS)
INGETROKKEN: Final = "ingetrokken"
# What is recorded of one bezwaar, in the order in which it happens.
VELDEN: Final = (
    "verzonden_op",
    "ontvangen_op",
    "besluit",
    "commissie",
    "verlengd_op",
    "gehoord_op",
    "niet_gehoord",
    "beslist_op",
    "beslissing",
    "beroep_op",
    "uitspraak_op",
    "hoger_beroep_op",
    "uitspraak_hoger_beroep_op",
)
# Of each two days the first never comes after the second. Who hears nothing in time may go to court without
# a decision (art. 6:2 Awb), so beroep asks for no more than that the bezwaar came in.
_VOLGORDE: Final = (
    ("verzonden_op", "ontvangen_op"),
    ("ontvangen_op", "verlengd_op"),
    ("ontvangen_op", "gehoord_op"),
    ("gehoord_op", "beslist_op"),
    ("ontvangen_op", "beslist_op"),
    ("verlengd_op", "beslist_op"),
    ("ontvangen_op", "beroep_op"),
    ("beroep_op", "uitspraak_op"),
    ("uitspraak_op", "hoger_beroep_op"),
    ("hoger_beroep_op", "uitspraak_hoger_beroep_op"),
)


class Tijdigheid(StrEnum):
    """Whether a bezwaar came in time, and by which rule (art. 6:7, 6:9, 6:10 Awb)."""

    OP_TIJD = "op_tijd"
    PER_POST = "per_post"
    VOORTIJDIG = "voortijdig"
    TE_LAAT = "te_laat"


class Bezwaargebrek(StrEnum):
    """Why a bezwaar cannot be as it was recorded."""

    GEEN_BESLUIT = "geen_besluit"
    KIES_BESLUIT = "kies_besluit"
    VOOR_BESLUIT = "voor_besluit"
    VOLGORDE = "volgorde"
    HOREN = "horen"


@dataclass(frozen=True, slots=True)
class Bezwaarfout:
    """One thing that cannot be: in which field, by which article, and the other field it contradicts."""

    veld: str
    gebrek: Bezwaargebrek
    regel: str
    eerder: str = ""


def bezwaren_of(dossier: Dossier) -> list[tuple[str, Mapping[str, Any]]]:
    """Each bezwaar with its row id; what was recorded field by field goes before the whole."""
    return [(rij, bezwaar_of(dossier, rij)) for rij, _ in gevulde_rijen(dossier, BEZWAAR)]


def bezwaar_of(dossier: Dossier, rij: str) -> dict[str, Any]:
    """One bezwaar; `besluit` is a number: of the only besluit when none is named, else BESLUIT_ONBEKEND."""
    found = rij_of(dossier, BEZWAAR, rij)
    if str(found.get("besluit", "")).isdecimal():
        found["besluit"] = int(found["besluit"])
    else:
        found["besluit"] = 1 if len(besluiten_of(dossier)) <= 1 else BESLUIT_ONBEKEND
    return found


def bezwaar_uiterlijk(bekend: date, dagtekening: date, regels_op: RegelsOp) -> date:
    """Last day for bezwaar: six weeks after the besluit was made known, by the rules of its dagtekening.

    Art. 6:7 and 6:8 Awb; the letter, the screen and the retention all count it here.
    """
    regels = regels_op(dagtekening)
    return termijn_dagen(bekend, regels.bezwaar_dagen, regels.gelijkgesteld)


def tijdigheid_of(
    bekend: date, uiterlijk: date, verzonden: date | None, ontvangen: date, regels: Regelwaarden
) -> Tijdigheid:
    """Whether it came in time; posted in time it may still come within a week (art. 6:9(2) Awb).

    Before the besluit was made known is too early and counts all the same (art. 6:10(1) Awb).
    """
    if ontvangen <= uiterlijk:
        return Tijdigheid.VOORTIJDIG if ontvangen < bekend else Tijdigheid.OP_TIJD
    op_de_post = verzonden is not None and verzonden <= uiterlijk
    return (
        Tijdigheid.PER_POST if op_de_post and ontvangen <= post_tot(uiterlijk, regels) else Tijdigheid.TE_LAAT
    )


def post_tot(uiterlijk: date, regels: Regelwaarden) -> date:
    """The last day on which what was posted in time may still come in (art. 6:9(2) Awb)."""
    return termijn_dagen(uiterlijk, regels.post_dagen, regels.gelijkgesteld)


def beslis_uiterlijk(
    einde_bezwaar: date, commissie: bool, verlengd_op: date | None, regels: Regelwaarden
) -> tuple[date, int]:
    """The last day to decide, and how many days that is after the last one for bezwaar (art. 7:10 Awb).

    Who extends after the last day is late already: then it counts for nothing (art. 7:10(3) Awb).
    """
    dagen = regels.beslis_dagen_commissie if commissie else regels.beslis_dagen
    uiterlijk = termijn_dagen(einde_bezwaar, dagen, regels.gelijkgesteld)
    if verlengd_op is None or verlengd_op > uiterlijk:
        return uiterlijk, dagen
    dagen += regels.beslis_dagen_verlengd
    # Both terms are short ones, so the last day moves, though together they last more than twelve weeks.
    return verschuif(plus_dagen(einde_bezwaar, dagen), regels.gelijkgesteld), dagen


def ook_tegen(bezwaar: Mapping[str, Any], dagtekeningen: Mapping[int, date]) -> tuple[int, ...]:
    """The later besluiten that the bezwaar is against by law, taken while it ran (art. 6:19(1) Awb)."""
    ontvangen, beslist = read_date(bezwaar.get("ontvangen_op")), read_date(bezwaar.get("beslist_op"))
    if ontvangen is None:
        return ()
    eigen = bezwaar.get("besluit", 1)
    later = {nr: dag for nr, dag in dagtekeningen.items() if isinstance(eigen, int) and nr > eigen}
    return tuple(
        nr for nr, dag in sorted(later.items()) if ontvangen <= dag and (beslist is None or dag <= beslist)
    )


def fouten_of(bezwaar: Mapping[str, Any], dagtekeningen: Mapping[int, date]) -> Iterator[Bezwaarfout]:
    """What cannot be: against a besluit that is not there, or an order of days that nobody can have lived."""
    besluit = bezwaar.get("besluit", 1)
    dagtekening = dagtekeningen.get(besluit) if isinstance(besluit, int) else None
    ontvangen = read_date(bezwaar.get("ontvangen_op"))
    if besluit == BESLUIT_ONBEKEND:
        yield Bezwaarfout("besluit", Bezwaargebrek.KIES_BESLUIT, "Awb 6:5")
    elif dagtekening is None:
        yield Bezwaarfout("besluit", Bezwaargebrek.GEEN_BESLUIT, "Awb 7:1")
    elif ontvangen is not None and ontvangen < dagtekening:
        yield Bezwaarfout("ontvangen_op", Bezwaargebrek.VOOR_BESLUIT, "Awb 6:10")
    for eerder, later in _VOLGORDE:
        eerste, tweede = read_date(bezwaar.get(eerder)), read_date(bezwaar.get(later))
        if eerste is not None and tweede is not None and tweede < eerste:
            yield Bezwaarfout(later, Bezwaargebrek.VOLGORDE, "Awb 7:10", eerder)
    if not _may_be_unheard(bezwaar):
        yield Bezwaarfout("niet_gehoord", Bezwaargebrek.HOREN, "Awb 7:3")


def waarom_niet_gehoord(bezwaar: Mapping[str, Any]) -> str:
    """Why nobody was heard, as the besluit says it; empty when that was not said or cannot be so."""
    reden = str(bezwaar.get("niet_gehoord") or "")
    return reden if reden in NIET_GEHOORD and _may_be_unheard(bezwaar) else ""


def _may_be_unheard(bezwaar: Mapping[str, Any]) -> bool:
    """Whether the reason for hearing nobody goes with what was done and decided (Awb 7:3)."""
    reden, beslissing = bezwaar.get("niet_gehoord"), bezwaar.get("beslissing")
    if not reden:
        return True
    if bezwaar.get("gehoord_op") or reden == "kennelijk" and beslissing in GEGROND:
        return False
    return reden != "volledig_gelijk" or beslissing in (None, "", "gegrond")
