"""Who has data of a dossier that are to be used no longer, or came to be otherwise since (AVG 16, 17, 19)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.dates import local_moment
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Entry, Presence, moment_number
from intake_assistant.domain.kinds import ANTWOORD, GEWIST, PERSOON, kind_of, read_subject
from intake_assistant.domain.recht.verzoek import RECTIFICATIE, verzoeken_of
from intake_assistant.domain.subject import question_of
from intake_assistant.domain.uitwisseling.verstrekking import (
    Verstrekking,
    Wijzigingsfeit,
    te_melden,
    verstrekkingen_of,
)
from intake_assistant.operations.workspace import Workspace

_KENMERK: Final = 16
"""So many signs of the hash of a file name it: its receiver can look it up."""


@dataclass(frozen=True, slots=True)
class Melding:
    """One receiver to tell: what it has since when, and what happened; of what was erased without dossier."""

    ontvanger: str
    soort: str
    op: str
    sha256: str
    dossier: str = ""
    verstrekking: str = ""
    over: tuple[str, ...] = ()
    """Of a dossier that is here: consents that were withdrawn, questions whose answer was erased."""
    verbeterd: tuple[str, ...] = ()
    """What of it came in the place of something wrong: the receiver gets it anew (AVG 16)."""

    @property
    def vervalt(self) -> tuple[str, ...]:
        """The rest: what may be used no longer."""
        return tuple(een for een in self.over if een not in self.verbeterd)

    @property
    def kenmerk(self) -> str:
        """By which the file is known to both."""
        return self.sha256[:_KENMERK]

    def as_json(self) -> dict[str, Any]:
        """As `verstrekkingen --json` tells it (contract)."""
        return {
            "ontvanger": self.ontvanger,
            "soort": self.soort,
            "op": self.op,
            "sha256": self.sha256,
            "dossier": self.dossier,
            "over": list(self.over),
        }


def meldingen_van(work: Workspace, found: Dossier) -> list[Melding]:
    """Who is still to be told something about one dossier."""
    if not verstrekkingen_of(found):
        return []
    gewist = list(erased_values(work, found))
    verbeterd = list(_rectified_values(work, found))
    te_doen = te_melden(found, work.data.formulieren, work.clock.today(), [*gewist, *verbeterd])
    alleen = {feit.vraag for feit in verbeterd} - {feit.vraag for feit in gewist}
    return [
        Melding(v.ontvanger, v.soort, v.op, v.sha256, found.id, v.id, over, _renewed(v, over, alleen))
        for v, over in te_doen
    ]


def _renewed(van: Verstrekking, over: Collection[str], verbeterd: Collection[str]) -> tuple[str, ...]:
    """What the receiver gets anew; not what went on a consent that is no more."""
    terug = {v for deel in van.delen if deel.toestemming in over for v in deel.vragen}
    return tuple(een for een in over if een in verbeterd and een not in terug)


def erased_values(work: Workspace, dossier: Dossier) -> Iterator[Wijzigingsfeit]:
    """Each answer and each datum of the person that was erased, also where another came in its place."""
    if GEWIST not in map(kind_of, dossier.subjects):
        return  # of nearly every dossier: its entries need not be read
    for entry in work.vault.entries(dossier.id):
        if entry.presence is Presence.ERASED and (naam := _what(work, entry)):
            for leaf in dossier.leaves(GEWIST.of(entry.id)):
                yield Wijzigingsfeit(naam, leaf.counter, leaf.op)


def _rectified_values(work: Workspace, dossier: Dossier) -> Iterator[Wijzigingsfeit]:
    """Each answer and each datum that came in the place of another as the person asked (AVG 16)."""
    verzoeken = [v for v in verzoeken_of(dossier) if v.soort == RECTIFICATIE and v.toegewezen]
    if not verzoeken:
        return
    for entry in work.vault.entries(dossier.id):
        op = entry.header.vastgelegd_op
        is_asked = any(verzoek.is_while_done(local_moment(op).date()) for verzoek in verzoeken)
        if entry.header.replaces and is_asked and (naam := _what(work, entry)):
            yield Wijzigingsfeit(naam, entry.header.counter, moment_number(op))


def _what(work: Workspace, entry: Entry) -> str:
    """The question or the datum of the person that an entry is about; empty for all else."""
    kind, delen = read_subject(entry.header.subject)
    if kind is ANTWOORD:
        return work.data.formulieren.heet_nu(question_of(delen[0]))
    return entry.header.subject if kind is PERSOON else ""
