"""The weighing of the three leerroutes: what is for each, what is against (design 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.kinds import BESLUIT, WEGING
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW

KANTEN: Final = ("voor", "tegen")


@dataclass(frozen=True, slots=True)
class WegingArgument:
    """One argument; `vraag` is the answer it rests on, `in_besluit` allows printing a special one.

    `opnieuw_kijken` is the day on which to look whether it still holds, as it is written.
    """

    id: str
    tekst: str
    vraag: str
    in_besluit: bool
    opnieuw_kijken: str = ""


def argumenten_of(dossier: Dossier, leerroute: str, kant: str) -> list[WegingArgument]:
    """The arguments for or against a leerroute, in their order."""
    rijen = dossier.row_ids(WEGING.lijst(leerroute, kant))
    found = [(rij, dossier.get(WEGING.of(leerroute, kant, rij), {})) for rij in rijen]
    return [read_argument(rij, waarde) for rij, waarde in found if waarde]


def read_argument(rij: str, waarde: Mapping[str, Any]) -> WegingArgument:
    """An argument as it is recorded, or being written."""
    tekst, vraag, opnieuw = (str(waarde.get(veld, "")) for veld in ("tekst", "vraag", OPNIEUW))
    return WegingArgument(rij, tekst, vraag, waarde.get("in_besluit") == "ja", opnieuw)


def argument_value(argument: WegingArgument) -> dict[str, str]:
    """An argument as its entry holds it."""
    opnieuw = {OPNIEUW: argument.opnieuw_kijken} if argument.opnieuw_kijken else {}
    wel = "ja" if argument.in_besluit else "nee"
    return {"tekst": argument.tekst, "vraag": argument.vraag, "in_besluit": wel, **opnieuw}


def weging_van(dossier: Dossier) -> date | None:
    """The dagtekening of the besluit that the weighing was made for; None when no besluit was set since."""
    # By what was known of each other: the clocks of two laptops may differ by a day (design 2).
    gewogen = max((leaf.counter for leaf in _leaves(dossier)), default=0)
    for besluit in besluiten_of(dossier):
        leaf = dossier.leaf(BESLUIT.of(besluit.id))
        if leaf is not None and gewogen <= leaf.counter:
            return read_date(besluit.dagtekening)
    return None


def _leaves(dossier: Dossier) -> Iterator[Leaf]:
    for route in Leerroute:
        for kant in KANTEN:
            for rij in dossier.row_ids(WEGING.lijst(route.value, kant)):
                leaf = dossier.leaf(WEGING.of(route.value, kant, rij))
                if leaf is not None:
                    yield leaf


def wegingen_of(dossier: Dossier) -> dict[str, tuple[int, int]]:
    """How many arguments there are for and against each leerroute."""
    return {
        route.value: (
            len(argumenten_of(dossier, route.value, "voor")),
            len(argumenten_of(dossier, route.value, "tegen")),
        )
        for route in Leerroute
    }
