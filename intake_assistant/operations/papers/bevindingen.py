"""Which answers the PIP prints, by their place in it; each in the sentence of its own question."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from intake_assistant.dates import read_date
from intake_assistant.documents.pip.gegevens import Bevinding
from intake_assistant.domain.antwoord import Antwoord
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import PLEKKEN, Startpositie, Vraag, check_waarde
from intake_assistant.domain.recht.besluit import besluiten_of
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

    def said(deel: Startpositie, *, is_new: bool) -> tuple[str, ...]:
        vragen = [vraag for vraag in deel.velden if vraag.deel in ("beschikking", "beide")]
        since = partial(_is_since, dossier, vorig, is_new=is_new)
        zinnen = (_zin(work, dossier, vraag, judged, bron=True, mag=since) for vraag in vragen)
        return tuple(filter(None, zinnen))

    delen = work.data.formulieren.startposities
    found = [Bevinding(d.titel, said(d, is_new=True), said(d, is_new=False)) for d in delen]
    return tuple(een for een in found if een.zinnen or een.eerder)


def _is_since(dossier: Dossier, vorig: datetime.date | None, antwoord: Antwoord, *, is_new: bool) -> bool:
    """Whether it was said since the besluit before, or not; of a first besluit all is new."""
    dag = said_on(dossier, antwoord.naam) if vorig is not None else None
    return (vorig is None or (dag is not None and dag > vorig)) == is_new


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
    mag: Callable[[Antwoord], bool] = bool,
) -> str:
    # Special data never reach a letter, whatever a form says (design 7).
    if vraag.bijzonder:
        return ""
    alle = _antwoorden(work, dossier, vraag, judged)
    antwoorden = [a for a in alle if mag(a) and _can_be_told(vraag, a, op)]
    own = all(antwoord.bron == INBURGERAAR for antwoord in antwoorden)
    zin = zin_of(vraag, [antwoord.waarde for antwoord in antwoorden], own=own, taal=taal)
    return with_bron(zin, vraag, antwoorden[0], taal) if bron and zin and not vraag.herhaling else zin


def zinnen_in(work: Workspace, dossier: Dossier, taal: Zinstaal) -> dict[str, str]:
    """Every sentence of both parts by its Dutch, whatever the day, in another language."""
    judged = relevantie(work, dossier)
    # A later besluit parts what was said before the one before it from what came after.
    dagen = {read_date(besluit.dagtekening) for besluit in besluiten_of(dossier)} - {None}
    splits: list[Callable[[Antwoord], bool]] = [bool]
    splits += [partial(_is_since, dossier, dag, is_new=new) for dag in dagen for new in (True, False)]
    found = {}
    for vraag in work.data.formulieren.vragen.values():
        for bron in (True, False) if vraag.plek or vraag.deel else ():
            for mag in splits if vraag.herhaling else splits[:1]:
                if zin := _zin(work, dossier, vraag, judged, bron=bron, mag=mag):
                    found[zin] = _zin(work, dossier, vraag, judged, bron=bron, taal=taal, mag=mag)
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
