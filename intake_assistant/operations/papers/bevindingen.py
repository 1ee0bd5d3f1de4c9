"""Which answers the PIP prints, by their place in it; each in the sentence of its own question."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from intake_assistant.dates import read_date
from intake_assistant.documents.pip.gegevens import Bevinding
from intake_assistant.domain.antwoord import Antwoord
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import PLEKKEN, Vraag, check_waarde
from intake_assistant.domain.recht.tussen.herkijken import said_on
from intake_assistant.domain.subject import in_row
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.acts.antwoord import INBURGERAAR
from intake_assistant.operations.views.antwoord import antwoord_of, relevantie, rijen_of
from intake_assistant.operations.words.waarde import eigen_woorden_in, with_bron, zin_of
from intake_assistant.operations.words.zinnen.zinstaal import NEDERLANDS, Zinstaal
from intake_assistant.operations.workspace import Workspace


def bevindingen_of(
    work: Workspace, dossier: Dossier, vorig: datetime.date | None = None
) -> tuple[Bevinding, ...]:
    """The findings that the besluit rests on, by startpositie (Wet 14(3); Besl 5.2(1)).

    `vorig` is the day of the besluit before: what was known then may be otherwise by now.
    """
    judged = relevantie(work, dossier)
    found = []
    for deel in work.data.formulieren.startposities:
        zinnen: dict[bool, list[str]] = {True: [], False: []}
        for vraag in deel.velden:
            if vraag.deel in ("beschikking", "beide") and (
                zin := _zin(work, dossier, vraag, judged, bron=True)
            ):
                zinnen[_is_new(work, dossier, vraag, judged, vorig)].append(zin)
        if any(zinnen.values()):
            found.append(Bevinding(deel.titel, tuple(zinnen[True]), tuple(zinnen[False])))
    return tuple(found)


def _is_new(
    work: Workspace, dossier: Dossier, vraag: Vraag, judged: Relevantie, vorig: datetime.date | None
) -> bool:
    """Whether any of it was said since the besluit before; of a first one all is."""
    if vorig is None:
        return True
    gezegd = (said_on(dossier, antwoord.naam) for antwoord in _antwoorden(work, dossier, vraag, judged))
    return any(dag is not None and dag > vorig for dag in gezegd)


def planzinnen_of(
    work: Workspace, dossier: Dossier, op: datetime.date | None = None
) -> Mapping[str, tuple[str, ...]]:
    """The sentences of the ontwikkelplan by their place in it, as they are true on a day (default today)."""
    judged, op = relevantie(work, dossier), op or work.clock.today()
    found: dict[str, list[str]] = {plek: [] for plek in PLEKKEN}
    said: set[str] = set()
    for vraag in work.data.formulieren.vragen.values():
        if vraag.plek and (zin := _zin(work, dossier, vraag, judged, bron=False, op=op)):
            # One need that was told at three questions is one need.
            wens = eigen_woorden_in(zin) if vraag.plek in ("wens", "nodig") else ""
            if not wens or wens not in said:
                found[vraag.plek].append(zin)
            said.add(wens)
    return {plek: tuple(zinnen) for plek, zinnen in found.items()}


def _zin(
    work: Workspace,
    dossier: Dossier,
    vraag: Vraag,
    judged: Relevantie,
    *,
    bron: bool,
    op: datetime.date = datetime.date.min,
    taal: Zinstaal = NEDERLANDS,
) -> str:
    # Special data never reach a letter, whatever a form says (design 7).
    if vraag.bijzonder:
        return ""
    antwoorden = [a for a in _antwoorden(work, dossier, vraag, judged) if _can_be_told(vraag, a, op)]
    own = all(antwoord.bron == INBURGERAAR for antwoord in antwoorden)
    zin = zin_of(vraag, [antwoord.waarde for antwoord in antwoorden], own=own, taal=taal)
    return with_bron(zin, vraag, antwoorden[0], taal) if bron and zin and not vraag.herhaling else zin


def zinnen_in(work: Workspace, dossier: Dossier, taal: Zinstaal) -> dict[str, str]:
    """Every sentence of both parts by its Dutch, whatever the day, in another language."""
    judged = relevantie(work, dossier)
    found = {}
    for vraag in work.data.formulieren.vragen.values():
        for bron in (True, False) if vraag.plek or vraag.deel else ():
            if zin := _zin(work, dossier, vraag, judged, bron=bron):
                found[zin] = _zin(work, dossier, vraag, judged, bron=bron, taal=taal)
    return found


def _can_be_told(vraag: Vraag, antwoord: Antwoord, op: datetime.date) -> bool:
    """Whether a letter of that day may say it: an answer, a value that can be, no day that has passed."""
    if not antwoord.beantwoord or (not vraag.keuzes and check_waarde(vraag, antwoord.waarde)):
        return False
    dag = read_date(antwoord.waarde) if vraag.type == "date" else None
    return dag is None or dag >= op


def _antwoorden(work: Workspace, dossier: Dossier, vraag: Vraag, judged: Relevantie) -> Iterator[Antwoord]:
    """The answers that matter and keep the rule of their question; the others stay on screen, with a flag."""
    if not vraag.herhaling:
        if judged.relevant(vraag.naam) and not judged.breaks(vraag.naam):
            yield antwoord_of(work.data.formulieren, dossier, vraag.naam)
        return
    for rij in rijen_of(dossier, vraag.herhaling):
        if judged.relevant(vraag.naam, rij) and not judged.breaks(vraag.naam, rij):
            yield dossier.antwoord(in_row(vraag.herhaling, rij, vraag.naam))
