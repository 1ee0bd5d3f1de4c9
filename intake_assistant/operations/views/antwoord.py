"""Answers as they stand: which counts, what is relevant, how far each startpositie is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

from intake_assistant.domain.antwoord import LEEG, Antwoord, Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import (
    HERHALING,
    Formulieren,
    Gebrek,
    Startpositie,
    Vraag,
    check_waarde,
)
from intake_assistant.domain.recht.tussen.herkijken import Herkijkdag, herkijkdagen_of
from intake_assistant.domain.subject import in_row, question_of, rows_in
from intake_assistant.forms.controle import GEGEVENS
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.workspace import Workspace

_TE_GAAN = (Staat.OPEN, Staat.NIET_GEVRAAGD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How far a startpositie is: its questions, and the relevant ones of them by state.

    A question that another of the same startpositie brings in counts with that one: answering never makes
    a number go backwards, and the whole stays the same while people talk.
    """

    van: int = 0
    klaar: int = 0
    beantwoord: int = 0
    open: int = 0
    niet_gevraagd: int = 0
    onbekend: int = 0
    wil_niet_zeggen: int = 0
    achtergehouden: int = 0

    @property
    def te_gaan(self) -> int:
        """How many questions are still to be asked, those that were put off among them."""
        return self.van - self.klaar

    @property
    def is_begonnen(self) -> bool:
        """Whether anything was asked."""
        return self.open < self.alle

    @property
    def alle(self) -> int:
        """How many relevant questions there are, each for itself."""
        eigen = self.beantwoord + self.open + self.niet_gevraagd + self.onbekend
        return eigen + self.wil_niet_zeggen + self.achtergehouden


class Geteld(NamedTuple):
    """What can apply to a person now, by startpositie how far it is, and the days to look again."""

    judged: Relevantie
    per: Mapping[str, Telling]
    opnieuw: Sequence[Herkijkdag]


def antwoord_of(formulieren: Formulieren, dossier: Dossier, naam: str) -> Antwoord:
    """The answer that counts, also when it was given under an earlier name of the question."""
    found = dossier.antwoord(naam)
    if found.touched:
        return found
    for oud in formulieren.heette(naam):
        earlier = dossier.antwoord(oud)
        if earlier.touched:
            return earlier
    return found


def gehoord_van(formulieren: Formulieren, dossier: Dossier) -> frozenset[str]:
    """The present names of what any source was ever heard of: of all others the answer is open."""
    return frozenset(map(formulieren.heet_nu, dossier.recorded_names))


def rijen_of(dossier: Dossier, herhaling: str) -> list[str]:
    """The row ids of a repeat in their order."""
    return dossier.row_ids(herhaling)


def answered_values(formulieren: Formulieren, dossier: Dossier) -> dict[str, Any]:
    """What expressions may see: facts of the person and answered values (design 4); repeats by row id."""
    values: dict[str, Any] = {naam: dossier.get(naam) for naam in GEGEVENS}
    gehoord = gehoord_van(formulieren, dossier)
    for vraag in formulieren.losse_velden:
        if vraag.naam in gehoord:
            _keep(values, vraag.naam, antwoord_of(formulieren, dossier, vraag.naam))
    for vraag in formulieren.herhalingen:
        values[vraag.naam] = {
            rij: _row_values(formulieren, dossier, vraag.naam, rij) for rij in rijen_of(dossier, vraag.naam)
        }
    return values


def relevantie(work: Workspace, dossier: Dossier) -> Relevantie:
    """What can apply to this person now."""
    formulieren = work.data.formulieren
    return work.data.engine.evaluate(answered_values(formulieren, dossier), work.clock.today())


def herkijkdagen(work: Workspace, dossier: Dossier, judged: Relevantie | None = None) -> list[Herkijkdag]:
    """The days to look again that are still to be kept, at what can still apply; the first one first."""
    found = herkijkdagen_of(dossier)
    judged = judged or (relevantie(work, dossier) if found else None)
    return [
        dag for dag in found if judged and all(_applies(work, judged, naam) for naam in (dag.vraag, dag.bij))
    ]


def _applies(work: Workspace, judged: Relevantie, naam: str) -> bool:
    vraag = work.data.formulieren.heet_nu(question_of(naam))
    rijen = rows_in(naam)
    return vraag in work.data.formulieren.vragen and judged.relevant(vraag, rijen[0][1] if rijen else "")


def gebreken(work: Workspace, naam: str, antwoord: Antwoord) -> tuple[Gebrek, ...]:
    """What is wrong with an answer that was kept all the same."""
    vraag = work.data.formulieren.vragen.get(question_of(naam))
    if vraag is None or not vraag.is_veld or not antwoord.beantwoord:
        return ()
    return check_waarde(vraag, antwoord.waarde)


def tellingen(work: Workspace, dossier: Dossier, judged: Relevantie | None = None) -> dict[str, Telling]:
    """How far each startpositie is, in their order."""
    judged = judged or relevantie(work, dossier)
    gehoord = gehoord_van(work.data.formulieren, dossier)
    delen = work.data.formulieren.startposities
    return {deel.id: _telling(work, dossier, deel, judged, gehoord) for deel in delen}


def count(work: Workspace, dossier: Dossier) -> Geteld:
    """All three at once: the questions are judged and counted once for all that is made of a dossier."""
    judged = relevantie(work, dossier)
    return Geteld(judged, tellingen(work, dossier, judged), herkijkdagen(work, dossier, judged))


def counted_as(work: Workspace, judged: Relevantie, naam: str) -> str:
    """The question with which this one is counted: what brought it in, or itself."""
    aanleidingen = work.data.aanleidingen
    while (eerder := aanleidingen.get(naam, "")) and judged.relevant(eerder):
        naam = eerder
    return naam


def nog_te_vragen(
    formulieren: Formulieren, dossier: Dossier, deel: Startpositie, judged: Relevantie
) -> list[Vraag]:
    """The relevant questions of a startpositie that are open or were put off."""
    gehoord = gehoord_van(formulieren, dossier)
    tellend = [v for v in deel.tellend if not v.vervallen and judged.relevant(v.naam)]
    return [v for v in tellend if _staat(formulieren, dossier, v, gehoord) in _TE_GAAN]


def _telling(
    work: Workspace, dossier: Dossier, deel: Startpositie, judged: Relevantie, gehoord: Set[str]
) -> Telling:
    counts: dict[str, int] = {}
    te_gaan: dict[str, bool] = {}
    for vraag in deel.tellend:
        if not judged.relevant(vraag.naam):
            continue
        staat = _staat(work.data.formulieren, dossier, vraag, gehoord)
        if vraag.vervallen:
            # What is asked no more is not open; what was said about it still is.
            counts[staat] = counts.get(staat, 0) + (staat != Staat.OPEN)
            continue
        counts[staat] = counts.get(staat, 0) + 1
        telt_als = counted_as(work, judged, vraag.naam)
        te_gaan[telt_als] = te_gaan.get(telt_als, False) or staat in _TE_GAAN
    return Telling(van=len(te_gaan), klaar=len(te_gaan) - sum(te_gaan.values()), **counts)


def _staat(formulieren: Formulieren, dossier: Dossier, vraag: Vraag, gehoord: Set[str]) -> str:
    if vraag.type == HERHALING and rijen_of(dossier, vraag.naam):
        return Staat.BEANTWOORD.value
    if vraag.naam not in gehoord:
        return Staat.OPEN.value
    antwoord = antwoord_of(formulieren, dossier, vraag.naam)
    # A state that only a newer program knows is kept as it is; here the question still has to be asked.
    return Staat.OPEN.value if antwoord.open or antwoord.staat not in Staat else antwoord.staat


def _row_values(formulieren: Formulieren, dossier: Dossier, herhaling: str, rij: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for vraag in formulieren.velden_van(herhaling):
        naam = in_row(herhaling, rij, vraag.naam)
        if naam in dossier.recorded_names:
            _keep(values, vraag.kort, dossier.antwoord(naam))
    return values


def _keep(values: dict[str, Any], naam: str, antwoord: Antwoord) -> None:
    if antwoord.beantwoord:
        values[naam] = antwoord.waarde


def antwoord_value(
    work: Workspace, naam: str, waarde: object, extra: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Return the value of an answer as it is typed now, equal to what `record_antwoord` would record."""
    kept = {sleutel: wat for sleutel, wat in (extra or {}).items() if wat not in LEEG}
    return {
        "staat": Staat.BEANTWOORD.value,
        "form": form_of(work, naam),
        **kept,
        "waarde": "" if waarde is None else waarde,
    }


def form_of(work: Workspace, naam: str) -> str:
    """The version of the form that a question or a field of a row is of."""
    vraag = question_of(naam)
    return work.data.formulieren.startpositie_of(vraag).form
