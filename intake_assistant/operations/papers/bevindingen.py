"""Which answers the PIP prints, by their place in it; each in the sentence of its own question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake_assistant.documents.pip.gegevens import Bevinding
from intake_assistant.domain.antwoord import Antwoord
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import PLEKKEN, Vraag
from intake_assistant.domain.subject import in_row
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.views.antwoord import antwoord_of, relevantie, rijen_of
from intake_assistant.operations.words.waarde import with_bron, zin_of
from intake_assistant.operations.workspace import Workspace


def bevindingen_of(work: Workspace, dossier: Dossier) -> tuple[Bevinding, ...]:
    """The findings that the besluit rests on, by startpositie (Wet 14(3); Besl 5.2(1))."""
    judged = relevantie(work, dossier)
    found = []
    for deel in work.data.formulieren.startposities:
        vragen = [vraag for vraag in deel.velden if vraag.deel in ("beschikking", "beide")]
        zinnen = tuple(zin for vraag in vragen if (zin := _zin(work, dossier, vraag, judged, bron=True)))
        if zinnen:
            found.append(Bevinding(deel.titel, zinnen))
    return tuple(found)


def planzinnen_of(work: Workspace, dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """The sentences of the ontwikkelplan by their place in it, in the order of the forms."""
    judged = relevantie(work, dossier)
    found: dict[str, list[str]] = {plek: [] for plek in PLEKKEN}
    for vraag in work.data.formulieren.vragen.values():
        if vraag.plek and (zin := _zin(work, dossier, vraag, judged, bron=False)):
            found[vraag.plek].append(zin)
    return {plek: tuple(zinnen) for plek, zinnen in found.items()}


def _zin(work: Workspace, dossier: Dossier, vraag: Vraag, judged: Relevantie, *, bron: bool) -> str:
    # Special data never reach a letter, whatever a form says (design 7).
    if vraag.bijzonder:
        return ""
    antwoorden = [a for a in _antwoorden(work, dossier, vraag, judged) if a.beantwoord]
    zin = zin_of(vraag, [antwoord.waarde for antwoord in antwoorden])
    return with_bron(zin, antwoorden[0]) if bron and zin and not vraag.herhaling else zin


def _antwoorden(work: Workspace, dossier: Dossier, vraag: Vraag, judged: Relevantie) -> Iterator[Antwoord]:
    if not vraag.herhaling:
        if judged.relevant(vraag.naam):
            yield antwoord_of(work.data.formulieren, dossier, vraag.naam)
        return
    for rij in rijen_of(dossier, vraag.herhaling):
        if judged.relevant(vraag.naam, rij):
            yield dossier.antwoord(in_row(vraag.herhaling, rij, vraag.naam))
