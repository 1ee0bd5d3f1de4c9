"""Everything that was ever recorded of one person: the dossier as it stood at the end of any day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from intake_assistant.dates import begin_of, local_moment
from intake_assistant.domain.dossier import Dossier, Row
from intake_assistant.domain.entry import moment_number, moment_text
from intake_assistant.domain.opvolging import FIRST, LEAF, Opvolging, places

_PLACE = LEAF | FIRST


@dataclass(frozen=True)
class Verloop:
    """The rows of all entries, each with its value as far as that is here, and the names of their numbers."""

    id: str
    rows: Sequence[Row]
    names: Mapping[int, str]

    def on(self, day: date) -> Dossier:
        """The dossier as it stood at the end of a day; what was erased or left out since is so there too."""
        return self.before(begin_of(day, later=1).isoformat())

    def before(self, moment: str) -> Dossier:
        """The dossier of what was recorded before a moment, in the same way."""
        ended = moment_number(moment)
        return Dossier(self.id, _standing(row for row in self.rows if row.op < ended), self.names)

    def recorded_on(self, gesprek: str) -> set[date]:
        """The days on which something of a conversation was recorded, by the clocks of who did."""
        moments = {row.op for row in self.rows if row.gesprek == gesprek}
        return {local_moment(moment_text(moment)).date() for moment in moments}


def _standing(rows: Iterable[Row]) -> Iterator[Row]:
    """Those that mattered when there were no others, each in the place that it had."""
    known = list(rows)
    found = places(Opvolging(row.counter, row.id, row.subject, row.replaces) for row in known)
    for row in known:
        if place := found[row.id]:
            standing = row.standing & ~_PLACE | place
            yield row._replace(standing=standing, body=row.body if place & LEAF else None)
