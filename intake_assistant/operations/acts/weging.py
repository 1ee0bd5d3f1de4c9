"""Weighing: arguments for and against each leerroute, drawn from answers; the program chooses nothing."""

from __future__ import annotations

from intake_assistant.domain.kinds import WEGING
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.weging import KANTEN, WegingArgument, argument_value
from intake_assistant.operations.acts.record import record_waarde, remove_row
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace


def add_argument(
    work: Workspace,
    dossier: str,
    leerroute: str,
    kant: str,
    tekst: str,
    *,
    vraag: str = "",
    in_besluit: bool = False,
    opnieuw_kijken: str = "",
) -> Changed:
    """Add an argument `voor` or `tegen` a leerroute; makes the row."""
    if leerroute not in set(Leerroute) or kant not in KANTEN:
        raise ValueError((leerroute, kant))
    rij = work.new_id()
    subject = WEGING.of(leerroute, kant, rij)
    argument = WegingArgument(rij, tekst, vraag, in_besluit, opnieuw_kijken)
    return change_argument(work, dossier, subject, argument).making(rij)


def change_argument(work: Workspace, dossier: str, subject: str, argument: WegingArgument) -> Changed:
    """Record an argument anew under its subject."""
    return record_waarde(work, dossier, subject, argument_value(argument))


def remove_argument(work: Workspace, dossier: str, subject: str) -> Changed:
    """Take an argument out of the weighing."""
    return remove_row(work, dossier, subject)
