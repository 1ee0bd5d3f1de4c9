"""What may go to whom: the kinds of file, and which values stay behind (Wet 35; AVG 9; Besl 9.9)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import OPMERKING, WEGING, read_subject
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.subject import question_of, split_bron

ROLLEN: Final = ("regievoerder", "teamleider")


class Bestandssoort(StrEnum):
    """What a file that travels is for; there is no other."""

    TEAM = "team"
    OVERDRACHT_COLLEGA = "overdracht-collega"
    OVERDRACHT_GEMEENTE = "overdracht-gemeente"
    PARTNER = "partner"

    @property
    def has_entries(self) -> bool:
        """Whether it holds entries; else a signed document without any."""
        return self in (Bestandssoort.TEAM, Bestandssoort.OVERDRACHT_COLLEGA)


GEZONDHEID: Final = "gezondheid"
"""For what a ground is given when answers on health and safety go along."""


class Waarderecht:
    """Which values go along to a colleague of the same municipality; each question is judged once."""

    def __init__(self, formulieren: Formulieren, *, gezondheid: bool) -> None:
        self._formulieren = formulieren
        self._bijzonder = bijzondere_vragen(formulieren)
        self._delen = {_startpositie_in(vraag) for vraag in self._bijzonder}
        self._gezondheid = gezondheid
        self._judged: dict[str, bool] = {}

    def allows(self, entry: Entry) -> bool:
        """Whether the value of an entry goes along; its header always does."""
        if self._gezondheid:
            return True
        kind, delen = read_subject(entry.header.subject)
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


_RESTING: Final = (WEGING, OPMERKING)
"""What names in its value the question that it rests on."""


def _rests_on(entry: Entry) -> str:
    """The question that an argument of the weighing, or what was said of one, rests on."""
    value: dict[str, Any] = entry.value or {}
    waarde = value.get("waarde")
    return str((waarde if isinstance(waarde, dict) else value).get("vraag", ""))


def _startpositie_in(vraag: str) -> str:
    """The startpositie that a question stands in, by its name."""
    return vraag.partition(".")[0]
