"""What somebody pointed at: a language, and a dialect of it; and whether the dossier says so already."""

from __future__ import annotations

from dataclasses import dataclass

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.operations.talen.dialecten import Dialect
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import Taal


@dataclass(frozen=True, slots=True)
class Gesproken:
    """A language that is read here, and what of it is spoken."""

    taal: Taal
    dialect: Dialect | None = None

    @property
    def code(self) -> str:
        """As the dossier names the spoken language."""
        return (self.dialect.code if self.dialect else "") or self.taal.code

    @property
    def streek(self) -> str:
        """In Dutch, of a dialect that has no code; one that bears the name of the language says nothing."""
        dialect = self.dialect
        return dialect.naam_nl if dialect and not dialect.code and dialect.naam != self.taal.naam else ""

    @property
    def gezegd(self) -> str:
        """What we call it, as the screen says it; a dialect has its Dutch name alone."""
        return self.dialect.naam_nl if self.dialect else self.taal.gezegd

    @property
    def has_texts(self) -> bool:
        """Whether who speaks this reads the language that was pointed at."""
        return taal_van(self.code).code == self.taal.code


def is_language_known(dossier: Dossier, van_gesprek: str = "") -> bool:
    """Whether anything says which language the person speaks or reads."""
    eigen = (str(dossier.get(PERSOON.of(veld))) for veld in ("spreektaal", "leestaal"))
    return any((van_gesprek, *eigen))
