"""The conflicts of a dossier in words, and the ways in which each can be settled."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from intake_assistant.dates import local_moment
from intake_assistant.domain.antwoord import BRONNEN
from intake_assistant.domain.dossier import REMOVED, Conflict, Dossier, Leaf
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import (
    AFSPRAAK,
    ANTWOORD,
    ANTWOORDRIJ,
    DOEL,
    GESPREKSNOTITIE,
    NOTITIE,
    kind_of,
    read_subject,
    veld_of,
)
from intake_assistant.domain.subject import in_row, question_of
from intake_assistant.operations.views.geschiedenis import (
    bron_in_words,
    gespreksnamen,
    is_doel_van_afspraak,
)
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries import devices
from intake_assistant.texts import text

TEKST, DATUM = "text", "date"
_TEKSTEN: tuple[tuple[Kind, str], ...] = (
    (NOTITIE, ""),
    (GESPREKSNOTITIE, ""),
    (DOEL, "naam"),
    (AFSPRAAK, "wat"),
)
"""The fields beside the answers that are words of one's own."""


@dataclass(frozen=True, slots=True)
class Kant:
    """One side of a conflict: what it says, who, where, when, in which conversation, and its entry."""

    entry: str
    waarde: str
    wie: str
    op: datetime.datetime
    gesprek_naam: str
    apparaat: str
    """Whose laptop: of a colleague whose card is known by name, else the first signs of its mark."""


@dataclass(frozen=True, slots=True)
class Tegenspraak:
    """A conflict in words, with the ways to settle it beside choosing one of its sides."""

    subject: str
    wat: str
    bron: str
    kanten: tuple[Kant, ...]
    samen: bool
    """Whether the sides can be kept as one list or one text."""
    bronnen: tuple[str, ...]
    """The sources that one of both sides can be kept as."""
    vraag: Vraag | None
    """How a new value is typed: as this question is answered; None when it is no answer."""
    typen: str
    """For what is no answer how a new value is typed: `text`, `date`; empty when it cannot be here."""

    @property
    def getoond(self) -> tuple[str, ...]:
        """The entries that who chooses has looked at."""
        return tuple(kant.entry for kant in self.kanten)


def tegenspraken_of(work: Workspace, dossier: Dossier) -> list[Tegenspraak]:
    """The conflicts of a dossier in words."""
    namen = gespreksnamen(dossier)
    return [_tegenspraak(work, dossier, conflict, namen) for conflict in dossier.conflicts()]


def half_known_of(work: Workspace, dossier: Dossier) -> list[str]:
    """What cannot be settled here in words: a side of it is with somebody else."""
    namen = (onderwerp_in_words(work, subject) for subject in dossier.half_known())
    return [f"‘{naam.rstrip(':. ')}’" for naam in namen]


def can_be_joined(conflict: Conflict) -> bool:
    """Whether all sides are lists, or all are texts."""
    kinds = {type((leaf.value or {}).get("waarde")) for leaf in conflict.leaves}
    return kinds in ({list}, {str})


def free_bronnen(dossier: Dossier, conflict: Conflict) -> tuple[str, ...]:
    """The sources that say nothing yet: one of two sides can stand there (design 2)."""
    kind, delen = read_subject(conflict.subject)
    if kind is not ANTWOORD or len(conflict.leaves) != 2 or _is_removal(conflict):
        return ()
    antwoord = dossier.antwoord(delen[0])
    taken = {delen[1], antwoord.bron, *(ander.bron for ander in antwoord.andere_bronnen)}
    return tuple(bron for bron in BRONNEN if bron not in taken)


def _tegenspraak(work: Workspace, dossier: Dossier, conflict: Conflict, namen: dict[str, str]) -> Tegenspraak:
    removed, subject = _is_removal(conflict), conflict.subject
    vraag = _vraag(work, subject)
    return Tegenspraak(
        subject=subject,
        wat=_named(work, dossier, subject) if removed else onderwerp_in_words(work, subject),
        bron=bron_in_words(subject),
        kanten=tuple(
            _kant(work, dossier, _subject_of(dossier, subject, leaf), leaf, namen, removed=removed)
            for leaf in conflict.leaves
        ),
        samen=not removed and _joins(vraag, conflict),
        bronnen=free_bronnen(dossier, conflict),
        vraag=None if removed else vraag,
        typen="" if removed else _typen(subject),
    )


def _named(work: Workspace, dossier: Dossier, row_subject: str) -> str:
    """A row with what it is called, so that one knows which of them was removed."""
    kind, delen = read_subject(row_subject)
    wat = onderwerp_in_words(work, row_subject)
    velden = [kind.of(*delen, veld) for of, veld in _TEKSTEN if of is kind and veld]
    naam = "".join(str(dossier.get(veld)) for veld in velden)
    if kind is ANTWOORDRIJ:
        naam = _first_field(work, dossier, *delen)
    return text("conflicten.rij", wat=wat, naam=naam) if naam else wat


def _first_field(work: Workspace, dossier: Dossier, herhaling: str, rij: str) -> str:
    for vraag in work.data.formulieren.velden_van(herhaling)[:1]:
        antwoord = dossier.antwoord(in_row(herhaling, rij, vraag.naam))
        return in_words(vraag, antwoord.waarde) if antwoord.beantwoord else ""
    return ""


def _is_removal(conflict: Conflict) -> bool:
    return any((leaf.value or {}).get("staat") == REMOVED for leaf in conflict.leaves)


def _joins(vraag: Vraag | None, conflict: Conflict) -> bool:
    if not can_be_joined(conflict):
        return False
    is_list = isinstance((conflict.leaves[0].value or {}).get("waarde"), list)
    free = vraag.type == "text" if vraag else kind_of(conflict.subject).soort == "notitie"
    return is_list or free


def _typen(subject: str) -> str:
    kind, veld = kind_of(subject), veld_of(subject)
    if veld and veld in kind.datums:
        return DATUM
    return TEKST if (kind, veld) in _TEKSTEN else ""


def _vraag(work: Workspace, subject: str) -> Vraag | None:
    kind, delen = read_subject(subject)
    if kind is not ANTWOORD:
        return None
    formulieren = work.data.formulieren
    found = formulieren.vragen.get(formulieren.heet_nu(question_of(delen[0])))
    return found if found is not None and found.is_veld else None


def _subject_of(dossier: Dossier, subject: str, leaf: Leaf) -> str:
    beneath = (
        s for s in dossier.row_subjects(subject) if any(found.id == leaf.id for found in dossier.visible(s))
    )
    return next(beneath, subject)


def _kant(
    work: Workspace, dossier: Dossier, subject: str, leaf: Leaf, namen: dict[str, str], *, removed: bool
) -> Kant:
    gone = (leaf.value or {}).get("staat") == REMOVED
    waarde = waarde_in_words(work, subject, leaf.value)
    if is_doel_van_afspraak(subject):
        waarde = str(dossier.get(DOEL.of(waarde, "naam"), waarde))
    if removed and not gone:
        waarde = text("conflicten.gewijzigd", wat=onderwerp_in_words(work, subject), waarde=waarde)
    return Kant(
        entry=leaf.id,
        waarde=waarde,
        wie=leaf.author,
        op=local_moment(leaf.vastgelegd_op),
        gesprek_naam=namen.get(leaf.gesprek, ""),
        apparaat=_apparaat(work, leaf.device),
    )


def _apparaat(work: Workspace, device: str) -> str:
    if device == work.vault.device.id:
        return text("conflicten.deze_laptop")
    known = devices.find(work.vault, device)
    if known is None:
        return text("conflicten.laptop", kenmerk=device[:8])
    return text("conflicten.laptop_van", naam=known.naam)
