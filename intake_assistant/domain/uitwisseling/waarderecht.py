"""Which values go along to a colleague of the same municipality: those on health only on a ground (AVG 9)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import (
    AFSPRAAK,
    DAARNA,
    DOEL,
    INFORMATIE_DERDE,
    KLANTPROFIEL,
    ONDERZOEK,
    OPMERKING,
    OVERDRACHT_COA,
    PARTNEROVERLEG,
    VERSTREKKING_GROND,
    VERTALING,
    VERWIJZING,
    WEEKSTAP,
    WEGING,
    read_subject,
)
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.recht.uitwisseling import GEZONDHEID
from intake_assistant.domain.subject import question_of, split_bron


class Waarderecht:
    """Which values go along to a colleague of the same municipality; each question is judged once."""

    def __init__(self, formulieren: Formulieren, *, gezondheid: bool) -> None:
        self._formulieren = formulieren
        self._bijzonder = bijzondere_vragen(formulieren)
        self._delen = {_startpositie_in(vraag) for vraag in self._bijzonder}
        self._gezondheid = gezondheid
        self._judged: dict[str, bool] = {}

    def refused(self, entries: Collection[Entry]) -> frozenset[str]:
        """Of all that is recorded of one dossier the ids whose value stays; each header goes along."""
        if self._gezondheid:
            return frozenset()
        rows = self._rows_on_health(entries)
        return frozenset(entry.id for entry in entries if _tells_of(entry, rows) or not self._allows(entry))

    def _rows_on_health(self, entries: Iterable[Entry]) -> set[str]:
        """Goals and agreements that rest on such a question, and what a third party says of health."""
        of_health, in_goal = set[str](), dict[str, str]()
        for entry in entries:
            kind, delen = read_subject(entry.header.subject)
            if kind not in (DOEL, AFSPRAAK, INFORMATIE_DERDE):
                continue
            rij, veld = kind.of(delen[0]), delen[-1]
            waarde = (entry.value or {}).get("waarde")
            if kind is INFORMATIE_DERDE:
                tells = veld == GEZONDHEID and waarde in (True, "ja")
            else:
                tells = veld == kind.rust_op and not self._is_free(str(waarde or ""))
            if tells:
                of_health.add(rij)
            elif kind is AFSPRAAK and veld == kind.deel_van:
                in_goal[rij] = DOEL.of(str(waarde))
        return of_health | {afspraak for afspraak, doel in in_goal.items() if doel in of_health}

    def _allows(self, entry: Entry) -> bool:
        kind, delen = read_subject(entry.header.subject)
        if kind in _TELLS_OF_HEALTH:
            return False
        about = delen[0] if kind.over_vraag else ""
        return self._is_free(about) and (kind not in _RESTING or self._is_free(_rests_on(entry)))

    def _is_free(self, naam: str) -> bool:
        # Of a row each id differs: what is judged is the question.
        vraag = self._formulieren.heet_nu(question_of(split_bron(naam)[0]))
        if vraag not in self._judged:
            # A question of a newer form may be about health wherever others are.
            is_known = vraag in self._formulieren.vragen
            is_open = is_known or _startpositie_in(vraag) not in self._delen
            self._judged[vraag] = vraag not in self._bijzonder and is_open
        return self._judged[vraag]


# To whom somebody was referred, who goes on or was spoken with (a huisarts, the ggz), what examined them,
# what the COA minded, how many hours are bearable and why others were told of it: all tell of health (AVG 9).
_TELLS_OF_HEALTH: Final = (
    VERWIJZING, DAARNA, PARTNEROVERLEG, ONDERZOEK, OVERDRACHT_COA, KLANTPROFIEL, WEEKSTAP, VERSTREKKING_GROND,
)  # fmt: skip
_RESTING: Final = (WEGING, OPMERKING, VERTALING)
"""What names in its value the question that it rests on."""


def _rests_on(entry: Entry) -> str:
    """The question that an argument of the weighing, or what was said of one, rests on."""
    value: dict[str, Any] = entry.value or {}
    waarde = value.get("waarde")
    return str((waarde if isinstance(waarde, dict) else value).get("vraag", ""))


# What a row says; when it is due, and that somebody is waited for, its receiver counts with.
_TELLING: Final = {
    DOEL: ("naam", DOEL.rust_op),
    AFSPRAAK: ("wat", AFSPRAAK.rust_op),
    INFORMATIE_DERDE: ("wat", "van", "noodzakelijk_omdat"),
}


def _tells_of(entry: Entry, rows: Collection[str]) -> bool:
    """Whether an entry says what one of some rows is about."""
    kind, delen = read_subject(entry.header.subject)
    if kind in _TELLING:
        return delen[-1] in _TELLING[kind] and kind.of(delen[0]) in rows
    # What is said of a row, or says it in another language, bears its name in its own.
    return any(row in entry.header.subject for row in rows)


def _startpositie_in(vraag: str) -> str:
    """The startpositie that a question stands in, by its name."""
    return vraag.partition(".")[0]
