"""Who interprets in a conversation: what kind of interpreter, in which language, and what to beware of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

TOLK: Final = "tolk"
"""The role of who interprets."""
KIND: Final = "kind"
TOLKSOORTEN: Final = ("professioneel", "vrijwilliger", "familie", "cultureel_verbinder", KIND)
TOLKWIJZEN: Final = ("ter_plaatse", "video", "telefoon")
VERSTAAN: Final = ("goed", "deels", "andere_taal")
"""Whether the person and the interpreter understand each other; the last is the wrong language or dialect."""
INSTEMMING: Final = ("ja", "nee", "niet_gevraagd")
"""What the person said of it, asked alone, that somebody they know interprets."""
ZONDER_TOLK: Final = ("nederlands", "zelfde_taal", "vertaalapp", "beelden", "slecht")
"""How one understood each other when nobody interpreted."""
TOLKT_NU: Final = "tolkt_nu"
"""The field of a conversation with who interprets from then on, of several."""
BEKENDEN: Final = ("familie", KIND)
"""Who knows the person, and hears what was meant for somebody else."""

Aanwezige = Mapping[str, str]


def roepnaam(iemand: Aanwezige) -> str:
    """By what an interpreter is known: the name, else the number."""
    return iemand.get("naam", "") or iemand.get("nummer", "")


def tolken_van(aanwezig: Sequence[tuple[str, Aanwezige]]) -> list[Aanwezige]:
    """Who interpreted, in order of coming; also who left."""
    return [iemand for _, iemand in aanwezig if iemand.get("rol") == TOLK]


def roepnamen(aanwezig: Sequence[tuple[str, Aanwezige]]) -> dict[str, str]:
    """By what each interpreter is known here, by row: of one name each has its own mark."""
    namen: dict[str, str] = {}
    for rij, iemand in aanwezig:
        if iemand.get("rol") == TOLK:
            namen[rij] = _own_name(iemand, set(namen.values()))
    return namen


def _own_name(iemand: Aanwezige, taken: Collection[str]) -> str:
    naam, nummer = roepnaam(iemand), iemand.get("nummer", "")
    if not naam or naam not in taken:
        return naam
    marks = [*([nummer] if nummer else ()), *map(str, range(2, len(taken) + 3))]
    return next(own for mark in marks if (own := f"{naam} ({mark})") not in taken)


def tolken_hier(aanwezig: Sequence[tuple[str, Aanwezige]]) -> dict[str, str]:
    """Who interprets and has not left: by what each is known here, by row."""
    weg = {rij for rij, iemand in aanwezig if iemand.get("weg_om")}
    return {rij: naam for rij, naam in roepnamen(aanwezig).items() if rij not in weg}


def tolk_van_nu(aanwezig: Sequence[tuple[str, Aanwezige]], gekozen: str = "") -> str:
    """The row of who interprets now: of those who have not left the one chosen, else the first."""
    hier = tolken_hier(aanwezig)
    return next((rij for rij, naam in hier.items() if gekozen and naam == gekozen), next(iter(hier), ""))


def let_op_bij(iemand: Aanwezige, taal: str = "") -> Iterator[str]:
    """What to beware of with this interpreter, the gravest first; `taal` is that of the conversation."""
    soort = iemand.get("soort", "")
    if soort in BEKENDEN:
        yield soort
        yield from _toestemming(iemand)
        if not iemand.get("waarom_bekende"):
            yield "waarom_bekende"
    if iemand.get("verstaan") == "andere_taal":
        yield "andere_taal"
    elif taal and iemand.get("taal") and _hoofdtaal(iemand["taal"]) != _hoofdtaal(taal):
        yield "taal_anders"
    if not iemand.get("geheim_in"):
        yield "geheim"


def _toestemming(iemand: Aanwezige) -> Iterator[str]:
    match iemand.get("instemming", ""):
        case "nee":
            yield "niet_gewild"
        case "ja":
            pass
        case _:
            yield "niet_gevraagd"


def _hoofdtaal(code: str) -> str:
    return code.partition("-")[0]
