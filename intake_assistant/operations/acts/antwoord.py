"""Answers: recorded from a source, marked as what counts, rows added and taken away."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.antwoord import BRONNEN, Staat
from intake_assistant.domain.kinds import ANTWOORD, GELDT, NOTITIE
from intake_assistant.domain.subject import in_row, row
from intake_assistant.operations.acts.record import record, record_waarde, remove_row
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.antwoord import form_of
from intake_assistant.operations.workspace import Workspace

INBURGERAAR = "inburgeraar"


def record_antwoord(
    work: Workspace,
    dossier: str,
    naam: str,
    waarde: object = None,
    *,
    staat: str = Staat.BEANTWOORD,
    bron: str = INBURGERAAR,
    gesprek: str = "",
    extra: Mapping[str, object] | None = None,
) -> Changed:
    """Record what one source says of a question; an impossible value is kept and shown with a flag.

    `naam` is a question (`taalniveau.nl_lezen`) or a field of a row (`werkervaring.banen[ID].beroep`).
    """
    if bron not in BRONNEN:
        raise ValueError(bron)
    value: dict[str, object] = {"staat": str(staat), "form": form_of(work, naam), **(extra or {})}
    if staat == Staat.BEANTWOORD:
        value["waarde"] = "" if waarde is None else waarde
    return record(work, dossier, ANTWOORD.of(naam, bron), value, gesprek=gesprek)


def mark_geldt(work: Workspace, dossier: str, naam: str, bron: str, gesprek: str = "") -> Changed:
    """Mark which source counts for a question."""
    return record_waarde(work, dossier, GELDT.of(naam), bron, gesprek)


def record_notitie(work: Workspace, dossier: str, waarover: str, tekst: str, gesprek: str = "") -> Changed:
    """Keep a private note on a question or, with `gesprek ID`, on a conversation."""
    return record_waarde(work, dossier, NOTITIE.of(waarover), tekst, gesprek)


def add_rij(
    work: Workspace,
    dossier: str,
    herhaling: str,
    velden: Mapping[str, object],
    *,
    bron: str = INBURGERAAR,
    gesprek: str = "",
) -> Changed:
    """Add a row to a repeat, with its first answers by short name; makes the row."""
    rij = work.new_id()
    namen = {in_row(herhaling, rij, f"{herhaling}.{kort}"): waarde for kort, waarde in velden.items()}
    with work.vault.transaction():
        return together(
            record_antwoord(work, dossier, naam, waarde, bron=bron, gesprek=gesprek)
            for naam, waarde in namen.items()
        ).making(rij)


def remove_rij(work: Workspace, dossier: str, herhaling: str, rij: str, gesprek: str = "") -> Changed:
    """Remove a row from a repeat; what it held stays in the history."""
    return remove_row(work, dossier, row(herhaling, rij), gesprek)
