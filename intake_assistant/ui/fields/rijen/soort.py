"""What a list of rows is: its kind, its fields, and the keys of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from intake_assistant.domain.kind import Kind
from intake_assistant.domain.recht.grenzen import Grens

Rijveldsoort = Literal["datum", "regel", "tekst", "keuze", "meerkeuze", "getal"]
JA_NEE: Final = {"ja": "dossier.verschenen.ja", "nee": "dossier.verschenen.nee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijveld:
    """One field: its name, the key of its word, what is filled in; `keuzes` has a key for each code.

    `kort` is the key of what it adds to the one line that a row is folded up to; without it, nothing.
    """

    naam: str
    woord: str
    soort: Rijveldsoort = "datum"
    keuzes: Mapping[str, str] = field(default_factory=dict)
    grens: Grens | None = None
    hulp: str = ""
    kort: str = ""
    breed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijsoort:
    """One list: `naam` of a row and `meervoud` of its card, for tests; the keys of all that is said.

    A new row begins with today in the field `begin`.
    """

    kind: Kind
    naam: str
    meervoud: str
    kop: str
    leeg: str
    nieuw: str
    weg: str
    begin: str
    velden: tuple[Rijveld, ...]
    uitleg: str = ""

    @property
    def folds(self) -> bool:
        """Whether a row is one line until somebody changes it."""
        return any(veld.kort for veld in self.velden)
