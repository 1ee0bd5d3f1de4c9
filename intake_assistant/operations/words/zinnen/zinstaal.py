"""In which language the sentences of the PIP are said: Dutch, unless a paper asks for another."""

from __future__ import annotations

from intake_assistant.dates import date_in_words
from intake_assistant.domain.formulier import Vraag


class Zinstaal:
    """The sentences as they stand in the forms: in Dutch."""

    def vraag(self, vraag: Vraag) -> Vraag:
        """The question with its sentences and choices."""
        return vraag

    def zin(self, key: str, dutch: str) -> str:
        """A sentence of the program, with its fields still open."""
        return dutch

    def dag(self, iso: str) -> str:
        """A date as one reads it; what is no date stays as it is."""
        return date_in_words(iso)


NEDERLANDS = Zinstaal()
