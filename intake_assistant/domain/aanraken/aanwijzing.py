"""An answer that the person points at: nothing is said until somebody takes it over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Vraag

AANGEWEZEN: Final = "aangewezen"
"""What stands beside an answer that the person pointed at."""
# No code of a choice begins so: what is touched beside the choices is never taken for one of them.
WEET_NIET, WIL_NIET, LATER = ":weet_niet", ":wil_niet", ":later"
STATEN: Final[Mapping[str, Staat]] = {
    WEET_NIET: Staat.ONBEKEND,
    WIL_NIET: Staat.WIL_NIET_ZEGGEN,
    LATER: Staat.NIET_GEVRAAGD,
}
CODES: Final = {str(staat): code for code, staat in STATEN.items()}


class Aanwijzing(NamedTuple):
    """Which question, with its row, and what was pointed at."""

    naam: str
    codes: tuple[str, ...]

    @property
    def staat(self) -> Staat | None:
        """The state that was pointed at; None for choices."""
        return STATEN.get(self.codes[0])


def point(vraag: Vraag, aangewezen: Sequence[str], code: str) -> tuple[str, ...]:
    """What is pointed at after this touch: touched again it is taken back, several only where that may be."""
    if code in aangewezen:
        return tuple(een for een in aangewezen if een != code)
    if vraag.type != "select_multiple" or code in STATEN:
        return (code,)
    return (*(een for een in aangewezen if een not in STATEN), code)


def waarde_van(vraag: Vraag, codes: Sequence[str]) -> object:
    """The value of these choices, in the order of the form."""
    if vraag.type == "select_multiple":
        plaats = {keuze.naam: nummer for nummer, keuze in enumerate(vraag.keuzes)}
        return sorted(codes, key=lambda code: plaats.get(code, len(plaats)))
    return int(codes[0]) if vraag.type == "range" else codes[0]
