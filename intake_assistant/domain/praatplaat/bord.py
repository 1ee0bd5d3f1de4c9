"""Boards that are filled while people talk: which fields each binds, and what stands on it; knows no file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

from intake_assistant.domain.antwoord import LEEG
from intake_assistant.domain.formulier import Vraag

type Bordsoort = Literal["rijen", "raster", "tijdlijn"]
type Bordrol = Literal["kop", "schaal", "keuze", "aantal", "begin", "duur", "einde"]

SOORTEN: Final[tuple[str, ...]] = get_args(Bordsoort.__value__)
ROLLEN: Final[tuple[str, ...]] = get_args(Bordrol.__value__)


@dataclass(frozen=True, kw_only=True)
class Bordveld:
    """One field of a board: what it is there, the word and the picture above it, and what is offered of it.

    `aanbod`: the codes that can be touched; empty is every choice of the question.
    """

    naam: str
    rol: Bordrol
    woord: str = ""
    beeld: str = ""
    aanbod: tuple[str, ...] = ()
    eerst: int = 1
    """Of a number the first one that is put there; of a year how many it lies from this one."""
    is_jaar: bool = False
    beelden: Mapping[str, str] = field(default_factory=dict)
    """The picture of a choice that has none of its own, by its code."""


@dataclass(frozen=True, kw_only=True)
class Borddeel:
    """The rows of one repeat; without a repeat one row of questions that stand by themselves."""

    id: str
    velden: tuple[Bordveld, ...]
    herhaling: str = ""
    woord: str = ""
    rij: str = ""
    """What one row is, where no field says so."""
    nieuw: str = ""
    """What stands on the button that adds one."""
    beeld: str = ""

    def of(self, *rollen: Bordrol) -> tuple[Bordveld, ...]:
        """The fields that are this there."""
        return tuple(veld for veld in self.velden if veld.rol in rollen)

    @property
    def kop(self) -> Bordveld | None:
        """What a row is about."""
        return next(iter(self.of("kop")), None)


@dataclass(frozen=True, kw_only=True)
class Bord:
    """One board; `bij` are the pages (by their name) and questions where it can be shown."""

    id: str
    soort: Bordsoort
    titel: str
    uitleg: str
    bij: tuple[str, ...]
    delen: tuple[Borddeel, ...]
    beeld: str = ""
    is_persoonlijk: bool = False
    """Begins covered, as a question that is asked only with trust."""

    @property
    def velden(self) -> tuple[Bordveld, ...]:
        """Every field of it."""
        return tuple(veld for deel in self.delen for veld in deel.velden)

    @property
    def beelden(self) -> frozenset[str]:
        """The files of every picture that it names itself."""
        velden = (beeld for veld in self.velden for beeld in (veld.beeld, *veld.beelden.values()))
        return frozenset({self.beeld, *(deel.beeld for deel in self.delen), *velden} - {""})

    def key(self, *delen: str) -> str:
        """Under which name a word of it is translated."""
        return f"praatplaat.{self.id}/{'.'.join(delen)}"


@dataclass(frozen=True, slots=True)
class Bordrij:
    """One row as it stands: its id (empty for what stands by itself) and its values by field."""

    id: str
    waarden: Mapping[str, Any] = field(default_factory=dict)
    dicht: frozenset[str] = frozenset()
    """Fields that cannot apply to it now."""


type Bordstand = tuple[tuple[Bordrij, ...], ...]
"""The rows of each part, in the order of the board."""


def stand_of(
    bord: Bord,
    rijen: Callable[[str], Sequence[str]],
    waarde: Callable[[str, str], object],
    geldt: Callable[[str, str], bool] = lambda naam, rij: True,
) -> Bordstand:
    """What stands on a board: `rijen` gives the rows of a repeat, `waarde` that of a field in a row."""

    def of(deel: Borddeel, rij: str) -> Bordrij:
        gevuld = {veld.naam: wat for veld in deel.velden if (wat := waarde(veld.naam, rij)) not in LEEG}
        return Bordrij(rij, gevuld, frozenset(v.naam for v in deel.velden if not geldt(v.naam, rij)))

    return tuple(
        tuple(of(deel, rij) for rij in (rijen(deel.herhaling) if deel.herhaling else ("",)))
        for deel in bord.delen
    )


def stand_in(bord: Bord, values: Mapping[str, Any]) -> Bordstand:
    """What stands on a board, of answers as expressions see them: repeats by row, fields by short name."""

    def waarde(naam: str, rij: str) -> object:
        herhaling, _, kort = naam.rpartition(".")
        return values.get(herhaling, {}).get(rij, {}).get(kort, "") if rij else values.get(naam, "")

    return stand_of(bord, lambda herhaling: list(values.get(herhaling, {})), waarde)


def touched(vraag: Vraag, veld: Bordveld, nu: object, code: str, jaar: int) -> object | None:
    """What a field holds after a touch on a code, as the form has it; None takes the answer back."""
    if vraag.type == "select_multiple":
        codes = [str(een) for een in nu] if isinstance(nu, list) else []
        codes = [een for een in codes if een != code] if code in codes else [*codes, code]
        volgorde = [keuze.naam for keuze in vraag.keuzes]
        # As the squares of the form give them: in the order of the list, what it does not know behind.
        return (
            sorted(codes, key=lambda een: volgorde.index(een) if een in volgorde else len(volgorde)) or None
        )
    if veld.rol in ("schaal", "keuze", "kop"):
        waarde = int(code) if vraag.type in ("range", "integer") else code
        return None if waarde == nu else waarde
    if not isinstance(nu, int):
        return veld.eerst + jaar if veld.is_jaar else veld.eerst
    return max(nu + int(code), 0)
