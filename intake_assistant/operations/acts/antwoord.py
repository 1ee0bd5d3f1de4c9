"""Answers: recorded from a source, marked as what counts, undone, judged for relevance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.domain.antwoord import BRONNEN, Antwoord, Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren, Gebrek, Startpositie, Vraag, check_waarde
from intake_assistant.domain.kinds import ANTWOORD, GELDT, NOTITIE
from intake_assistant.domain.subject import in_row, question_of, row
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.acts.record import record, record_waarde, remove_row
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.workspace import Workspace

INBURGERAAR = "inburgeraar"


@dataclass(frozen=True, slots=True)
class Telling:
    """How far a startpositie is: numbers of its relevant questions by state."""

    beantwoord: int = 0
    open: int = 0
    niet_gevraagd: int = 0
    onbekend: int = 0
    wil_niet_zeggen: int = 0

    @property
    def alle(self) -> int:
        """How many relevant questions there are."""
        return self.beantwoord + self.open + self.niet_gevraagd + self.onbekend + self.wil_niet_zeggen


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
    value: dict[str, object] = {"staat": str(staat), "form": _form(work, naam), **(extra or {})}
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


def antwoord_of(formulieren: Formulieren, dossier: Dossier, naam: str) -> Antwoord:
    """The answer that counts, also when it was given under an earlier name of the question."""
    found = dossier.antwoord(naam)
    if found.touched:
        return found
    for oud in _old_names(formulieren, naam):
        earlier = dossier.antwoord(oud)
        if earlier.touched:
            return earlier
    return found


def rijen_of(dossier: Dossier, herhaling: str) -> list[str]:
    """The row ids of a repeat in their order."""
    return dossier.row_ids(herhaling)


def answered_values(formulieren: Formulieren, dossier: Dossier) -> dict[str, Any]:
    """What expressions may see: answered values only (design 4); repeats by row id and short name."""
    values: dict[str, Any] = {}
    for vraag in formulieren.vragen.values():
        if vraag.type == "begin_repeat":
            values[vraag.naam] = {
                rij: _row_values(formulieren, dossier, vraag.naam, rij)
                for rij in rijen_of(dossier, vraag.naam)
            }
        elif vraag.is_veld and not vraag.herhaling:
            _keep(values, vraag.naam, antwoord_of(formulieren, dossier, vraag.naam))
    return values


def relevantie(work: Workspace, dossier: Dossier) -> Relevantie:
    """What can apply to this person now."""
    formulieren = work.data.formulieren
    return work.data.engine.evaluate(answered_values(formulieren, dossier), work.clock.today())


def gebreken(work: Workspace, naam: str, antwoord: Antwoord) -> tuple[Gebrek, ...]:
    """What is wrong with an answer that was kept all the same."""
    vraag = work.data.formulieren.vragen.get(question_of(naam))
    if vraag is None or not vraag.is_veld or not antwoord.beantwoord:
        return ()
    return check_waarde(vraag, antwoord.waarde)


def tellingen(work: Workspace, dossier: Dossier, judged: Relevantie | None = None) -> dict[str, Telling]:
    """How far each startpositie is, in their order."""
    judged = judged or relevantie(work, dossier)
    return {
        deel.id: _telling(work.data.formulieren, dossier, deel, judged)
        for deel in work.data.formulieren.startposities
    }


def open_vragen(
    formulieren: Formulieren, dossier: Dossier, deel: Startpositie, judged: Relevantie
) -> list[Vraag]:
    """The relevant questions of a startpositie that were never touched or are in conflict."""
    return [v for v in _counted(deel, judged) if _staat(formulieren, dossier, v) == Staat.OPEN]


def nog_te_vragen(
    formulieren: Formulieren, dossier: Dossier, deel: Startpositie, judged: Relevantie
) -> list[Vraag]:
    """The relevant questions of a startpositie that are open or were put off."""
    open_ = (Staat.OPEN, Staat.NIET_GEVRAAGD)
    return [v for v in _counted(deel, judged) if _staat(formulieren, dossier, v) in open_]


def _telling(formulieren: Formulieren, dossier: Dossier, deel: Startpositie, judged: Relevantie) -> Telling:
    counts: dict[str, int] = {}
    for vraag in _counted(deel, judged):
        staat = _staat(formulieren, dossier, vraag)
        counts[staat] = counts.get(staat, 0) + 1
    return Telling(**counts)


def _counted(deel: Startpositie, judged: Relevantie) -> Iterable[Vraag]:
    """A repeat counts as one question; its rows' fields do not."""
    for vraag in deel.vragen.values():
        counts = vraag.type == "begin_repeat" or (vraag.is_veld and not vraag.herhaling)
        if counts and judged.relevant(vraag.naam):
            yield vraag


def _staat(formulieren: Formulieren, dossier: Dossier, vraag: Vraag) -> str:
    if vraag.type == "begin_repeat" and rijen_of(dossier, vraag.naam):
        return Staat.BEANTWOORD.value
    antwoord = antwoord_of(formulieren, dossier, vraag.naam)
    return Staat.OPEN.value if antwoord.open else antwoord.staat


def _row_values(formulieren: Formulieren, dossier: Dossier, herhaling: str, rij: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for vraag in formulieren.velden_van(herhaling):
        _keep(values, vraag.kort, dossier.antwoord(in_row(herhaling, rij, vraag.naam)))
    return values


def _keep(values: dict[str, Any], naam: str, antwoord: Antwoord) -> None:
    if antwoord.beantwoord:
        values[naam] = antwoord.waarde


def _old_names(formulieren: Formulieren, naam: str) -> list[str]:
    return [oud for oud in formulieren.renamed if formulieren.heet_nu(oud) == naam]


def _form(work: Workspace, naam: str) -> str:
    vraag = question_of(naam)
    return work.data.formulieren.startpositie_of(vraag).form


_GETAL = re.compile(r"-?\d{1,9}")


def read_typed(vraag: Vraag, typed: str) -> object:
    """What was typed as the question's type holds it; what is not of that type stays as it was typed."""
    stripped = typed.strip()
    if vraag.type in ("integer", "range") and _GETAL.fullmatch(stripped):
        return int(stripped)
    if vraag.type == "decimal":
        return stripped.replace(",", ".")
    return typed if vraag.type == "text" else stripped
