"""The weighing of the three leerroutes: what is for each, what is against (design 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import WEGING
from intake_assistant.domain.recht.leerroute import Leerroute

KANTEN: Final = ("voor", "tegen")


@dataclass(frozen=True, slots=True)
class WegingArgument:
    """One argument; `vraag` is the answer it rests on, `in_besluit` allows printing a special one."""

    id: str
    tekst: str
    vraag: str
    in_besluit: bool


def argumenten_of(dossier: Dossier, leerroute: str, kant: str) -> list[WegingArgument]:
    """The arguments for or against a leerroute, in their order."""
    rijen = dossier.row_ids(WEGING.lijst(leerroute, kant))
    found = [(rij, dossier.get(WEGING.of(leerroute, kant, rij), {})) for rij in rijen]
    return [
        WegingArgument(rij, str(w.get("tekst", "")), str(w.get("vraag", "")), w.get("in_besluit") == "ja")
        for rij, w in found
        if w
    ]


def wegingen_of(dossier: Dossier) -> dict[str, tuple[int, int]]:
    """How many arguments there are for and against each leerroute."""
    return {
        route.value: (
            len(argumenten_of(dossier, route.value, "voor")),
            len(argumenten_of(dossier, route.value, "tegen")),
        )
        for route in Leerroute
    }
