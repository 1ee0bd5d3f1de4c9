"""The history of a dossier: every entry in words, newest first, and the way back from the last one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from intake_assistant.dates import date_in_words, local_moment
from intake_assistant.domain.aanraken.aanwijzing import AANGEWEZEN
from intake_assistant.domain.dossier import KEPT, Dossier
from intake_assistant.domain.entry import Entry, Json, Presence
from intake_assistant.domain.kinds import (
    AFSPRAAK,
    DOEL,
    GEWIST,
    kind_of,
    read_subject,
    startpositie_of,
    veld_of,
)
from intake_assistant.domain.letters import holds, plain
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.subject import split_bron
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.words.waarde import bronnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_GENOEMD: Final = {DOEL: "naam", AFSPRAAK: "wat"}
"""The field by which a row is called: of the others one does not see which row they are of."""


@dataclass(frozen=True, slots=True)
class Geschiedenisregel:
    """One entry as it is shown; `laatste` tells that nothing came after it on its subject."""

    entry: str
    subject: str
    op: datetime.datetime
    wie: str
    gesprek: str
    gesprek_naam: str
    wat: str
    waarde: str
    bron: str
    soort: str
    startpositie: str
    aanwezig: str
    laatste: bool

    @property
    def kan_terug(self) -> bool:
        """Whether this entry can be undone."""
        return self.laatste and not kind_of(self.subject).blijvend

    @property
    def kan_wissen(self) -> bool:
        """Whether what it says can be erased by itself."""
        is_here = self.aanwezig == Presence.PRESENT.value
        return is_here and not kind_of(self.subject).blijvend

    def holds(self, woorden: str) -> bool:
        """Whether every word is found in what is shown."""
        return holds(plain(f"{self.wat} {self.waarde} {self.wie} {self.gesprek_naam} {self.bron}"), woorden)


@dataclass(frozen=True, slots=True)
class Geschiedeniszeef:
    """What is wanted of the history; empty is everything. `toen` leaves out what was replaced by that day."""

    woorden: str = ""
    wie: str = ""
    soort: str = ""
    startpositie: str = ""
    gesprek: str = ""
    tot_en_met: datetime.date | None = None
    toen: bool = False


def geschiedenis_of(work: Workspace, dossier: Dossier) -> list[Geschiedenisregel]:
    """Every entry of a dossier in words, newest first."""
    found = work.vault.entries(dossier.id)
    namen = gespreksnamen(dossier)
    last = {entry.header.subject: entry.id for entry in found}
    return [_regel(work, dossier, entry, namen, last) for entry in reversed(found)]


def sift(regels: Iterable[Geschiedenisregel], zeef: Geschiedeniszeef) -> list[Geschiedenisregel]:
    """The lines that are wanted, in their order (newest first)."""
    seen: set[str] = set()
    kept = []
    for regel in regels:
        if zeef.tot_en_met and regel.op.date() > zeef.tot_en_met:
            continue
        first = regel.subject not in seen
        seen.add(regel.subject)
        if (first or not zeef.toen) and _wanted(regel, zeef):
            kept.append(regel)
    return kept


def gespreksnamen(dossier: Dossier) -> dict[str, str]:
    """How each conversation is called: its number and date."""
    return {g.id: gespreksnaam(g) for g in gesprekken_of(dossier)}


def gespreksnaam(gesprek: Gesprek) -> str:
    """The number and date of a conversation."""
    return text("geschiedenis.gesprek", nummer=gesprek.nummer, datum=date_in_words(gesprek.datum))


def _regel(
    work: Workspace, dossier: Dossier, entry: Entry, namen: dict[str, str], last: dict[str, str]
) -> Geschiedenisregel:
    h = entry.header
    return Geschiedenisregel(
        entry=entry.id,
        subject=h.subject,
        op=local_moment(h.vastgelegd_op),
        wie=h.author,
        gesprek=h.gesprek,
        gesprek_naam=namen.get(h.gesprek, ""),
        wat=_about(work, dossier, h.subject),
        waarde=_shown(work, dossier, entry),
        bron=bron_in_words(h.subject),
        soort=kind_of(h.subject).soort,
        startpositie=startpositie_of(h.subject),
        aanwezig=entry.presence.value,
        laatste=last[h.subject] == entry.id and entry.presence is Presence.PRESENT,
    )


def _about(work: Workspace, dossier: Dossier, subject: str) -> str:
    """What a line is about; of a field of a goal or an agreement also of which one."""
    wat, (kind, delen) = onderwerp_in_words(work, subject), read_subject(subject)
    naam = _GENOEMD.get(kind)
    if naam is None or veld_of(subject) in ("", naam):
        return wat
    woorden = str(dossier.get(kind.of(delen[0], naam), ""))
    return text("geschiedenis.over.bij", wat=wat, naam=woorden) if woorden else wat


def _shown(work: Workspace, dossier: Dossier, entry: Entry) -> str:
    if entry.presence is Presence.PRESENT:
        if kind_of(entry.header.subject) is GEWIST:
            return str((entry.value or {}).get("waarde", ""))
        woorden = waarde_in_words(work, entry.header.subject, entry.value)
        if is_doel_van_afspraak(entry.header.subject):
            return str(dossier.get(DOEL.of(woorden, "naam"), woorden))
        tolk = str((entry.value or {}).get("tolk", ""))
        woorden = text("geschiedenis.waarde.via_tolk", waarde=woorden, tolk=tolk) if tolk else woorden
        is_pointed_at = (entry.value or {}).get(AANGEWEZEN) == "ja"
        return text("geschiedenis.waarde.aangewezen", wat=woorden) if is_pointed_at else woorden
    return text(f"geschiedenis.{entry.presence.value}")


def is_doel_van_afspraak(subject: str) -> bool:
    """Whether it says of which goal an agreement is: by the id of its row, which tells a person nothing."""
    return kind_of(subject) is AFSPRAAK and veld_of(subject) == "doel"


def bron_in_words(subject: str) -> str:
    """Which source an answer is of; empty for all else."""
    return bronnaam(split_bron(subject)[1])


def _wanted(regel: Geschiedenisregel, zeef: Geschiedeniszeef) -> bool:
    same = (
        (zeef.wie, regel.wie), (zeef.soort, regel.soort), (zeef.startpositie, regel.startpositie),
        (zeef.gesprek, regel.gesprek),
    )  # fmt: skip
    return all(not wanted or wanted == found for wanted, found in same) and regel.holds(zeef.woorden)


def before_removal(work: Workspace, dossier: str, row_subject: str) -> dict[str, Json]:
    """The last value of a row that was no removal; a row that is only its fields says that it is there."""
    values = [e.value for e in history(work, dossier, row_subject) if e.value is not None]
    return next((value for value in reversed(values) if "waarde" in value), {"staat": KEPT})


def history(work: Workspace, dossier: str, subject: str) -> list[Entry]:
    """All entries of one subject, oldest first."""
    return [e for e in work.vault.entries(dossier) if e.header.subject == subject]
