"""Days on which to look again at what was said or judged: each stands beside its answer (Wet 14(3))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import ANTWOORD

OPNIEUW: Final = "opnieuw_kijken"
"""The key that holds the day, beside an answer or in a judgement."""
ALS_VRAAG: Final[Mapping[str, str]] = {
    "mentale_gezondheid.opnieuw_kijken": "mentale_gezondheid.oordeel_belastbaarheid"
}
"""A question whose answer is such a day, and the judgement that it is about."""
# The term is three years (art. 11 Wet): nobody promises to look further.
_VERST: Final = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True, order=True)
class Herkijkdag:
    """When to look again at the answer to which question, or field of a row; and where that day stands."""

    op: date
    vraag: str
    bij: str


def is_te_ver(op: date, vanaf: date) -> bool:
    """Whether a day lies so far after the one on which it was said that it is a slip."""
    return op - vanaf > _VERST


def is_herkijkdag(op: date, gezegd: date) -> bool:
    """Whether a day can be one to look again at what was said: after that day, and in the years that come."""
    return op > gezegd and not is_te_ver(op, gezegd)


def herkijkdagen_of(dossier: Dossier) -> list[Herkijkdag]:
    """The days that are still to be kept, the first one first; who said it again on that day kept it."""
    found = ((naam, dag) for naam in dossier.answered_names() for dag in _dagen(dossier, naam))
    return sorted({dag for naam, dag in found if not dossier.lies_in_removed(naam)})


def _dagen(dossier: Dossier, naam: str) -> Iterator[Herkijkdag]:
    antwoord = dossier.antwoord(naam)
    als_vraag = antwoord.waarde if naam in ALS_VRAAG and antwoord.beantwoord else None
    # Beside nearly no answer stands such a day: of those alone is asked on which day they were said.
    told = ((antwoord.extra.get(OPNIEUW), naam), (als_vraag, ALS_VRAAG.get(naam, naam)))
    for op, over in ((read_date(when), over) for when, over in told if when):
        said, again = said_on(dossier, naam), said_on(dossier, over)
        if op and said and not is_te_ver(op, said) and (again is None or again < op):
            yield Herkijkdag(op, over, naam)


def said_on(dossier: Dossier, naam: str) -> date | None:
    """The day on which the answer that counts was recorded."""
    bron = dossier.antwoord(naam).bron
    leaf = dossier.leaf(ANTWOORD.of(naam, bron)) if bron else None
    return read_date(leaf.vastgelegd_op[:10]) if leaf else None
