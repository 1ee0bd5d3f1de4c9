"""Remarking on a question or an element of the plan, answering, and marking it as done."""

from __future__ import annotations

from typing import Any

from intake_assistant.domain.kinds import OPMERKING, WEGING, kind_of
from intake_assistant.domain.overleg.opmerking import AFGEHANDELD_OP, BIJ, Opmerking
from intake_assistant.operations.acts.record import record, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.workspace import Workspace


def add_opmerking(work: Workspace, dossier: str, over: str, tekst: str) -> Changed:
    """Remark on a question, or on a subject of the plan; makes the row. An empty text is nothing."""
    return _say(work, dossier, over, tekst, "")


def answer_opmerking(work: Workspace, dossier: str, opmerking: Opmerking, tekst: str) -> Changed:
    """Answer a remark; what was done comes back to be looked at."""
    with work.vault.transaction():
        said = _say(work, dossier, opmerking.over, tekst, opmerking.bij or opmerking.id)
        if not said or opmerking.afgehandeld_op is None:
            return said
        return together((reopen_opmerking(work, dossier, opmerking), said)).making(said.made)


def settle_opmerking(work: Workspace, dossier: str, opmerking: Opmerking) -> Changed:
    """Mark a remark as done today."""
    return record_waarde(work, dossier, _done(opmerking), work.clock.today().isoformat())


def reopen_opmerking(work: Workspace, dossier: str, opmerking: Opmerking) -> Changed:
    """Say that a remark is not done after all."""
    return record_waarde(work, dossier, _done(opmerking), "")


def _done(opmerking: Opmerking) -> str:
    return OPMERKING.of(opmerking.over, opmerking.id, AFGEHANDELD_OP)


def _say(work: Workspace, dossier: str, over: str, tekst: str, bij: str) -> Changed:
    if not tekst.strip():
        return Changed()
    rij = work.new_id()
    value: dict[str, Any] = {"waarde": tekst.strip()}
    with work.vault.transaction():
        if vraag := _rests_on(work, dossier, over):
            value["vraag"] = vraag
        if bij:
            value[BIJ] = bij
        return record(work, dossier, OPMERKING.of(over, rij), value).making(rij)


def _rests_on(work: Workspace, dossier: str, over: str) -> str:
    """Of an argument the question that it rests on: what is said of it goes where that may go."""
    if kind_of(over) is not WEGING:
        return ""
    waarde = work.vault.dossier(dossier).get(over, {})
    return str(waarde.get("vraag", "")) if isinstance(waarde, dict) else ""
