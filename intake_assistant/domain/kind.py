"""What a kind of subject is: how it is written and read, and what can hold for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, get_args

from intake_assistant.domain.subject import BINNEN

Soort = Literal[
    "antwoord",
    "persoon",
    "procedure",
    "gesprek",
    "notitie",
    "toestemming",
    "weging",
    "besluit",
    "plan",
    "overleg",
    "overig",
]
SOORTEN: Final[tuple[Soort, ...]] = get_args(Soort)
"""In the order of the filter of the history."""

_OVER_VRAAG: Final = ("{vraag}", "{over}")
_VELD: Final = ".{veld}"
_SLOT: Final = re.compile(r"\{(\w+)\}")
# What may stand where; an id within brackets otherwise.
_SLOTS: Final[Mapping[str, str]] = {
    "vraag": r"[^\[\]:@.]+\.[^@]+",
    "bron": r"[^\[\]@]+",
    "kant": r"[^\[\]@.]+",
    "veld": r"[^\[\]@]+",
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Kind:
    """One kind: `vorm` is its subject with the parts that differ; the last `.{veld}` of a row may be absent.

    `behalve`: what begins so is of another row. `hoofdstuk`: its chapter of inzage, empty for that of its
    question. `bewaren`: whether it ends with the dossier, or earlier with its question (KORT_BEWAARD).
    `blijvend`: never undone or erased by itself. `vrij`: somebody may have typed it in words of their own;
    `van_ander`: its parts that name another. `in_zaak`: the copy in the zaaksysteem lacks it when it came
    after the overdracht; `in_plan`: a planversie shows it; `in_concept`: who reads the concept reads it;
    `ziet`: of what it records what was there.
    `rust_op`: its part that names the answer it rests on, of its value or as its field.
    `deel_van`: its field with the id of the row, in the list of that name, of which its own row is a part;
    `per_rij`: each row is a part of the chapter. `geteld`: as what it is counted when a dossier is erased.
    `datums`: its fields with a date that a besluit rests on; `verleden`: with a date that cannot be still
    to come (an empty name: the subject itself).
    """

    vorm: str
    behalve: tuple[str, ...] = ()
    soort: Soort = "overig"
    hoofdstuk: str = "overig"
    bewaren: Literal["dossier", "vraag"] = "dossier"
    blijvend: bool = False
    vrij: bool = True
    van_ander: tuple[str, ...] = ()
    in_zaak: bool = True
    in_plan: bool = False
    in_concept: bool = False
    ziet: Literal["", "zaak", "plan", "concept"] = ""
    rust_op: str = ""
    deel_van: str = ""
    per_rij: bool = True
    geteld: str = ""
    datums: tuple[str, ...] = ()
    verleden: tuple[str, ...] = ()

    def of(self, *delen: str) -> str:
        """The subject with these parts; a row without a field is the row itself."""
        if len(delen) == self.slots:
            return self._whole.format(*delen)
        if self._may_lack_field and len(delen) == self.slots - 1:
            return self._row.format(*delen)
        raise ValueError(delen)

    def read(self, subject: str) -> tuple[str, ...] | None:
        """The parts of a subject, as `of` takes them; None when it is of another kind."""
        found = None if subject.startswith(self.behalve) else self._pattern.fullmatch(subject)
        return tuple(deel for deel in found.groups() if deel is not None) if found else None

    def begin(self, *delen: str) -> str:
        """What every subject with these first parts begins with."""
        return "".join(stuk + deel for stuk, deel in zip(self._texts, (*delen, ""), strict=False))

    def lijst(self, *delen: str) -> str:
        """The list that its rows are in, or the part of the dossier that its fields are of."""
        return self.begin(*delen).removesuffix("[").removesuffix(".")

    @cached_property
    def word(self) -> str:
        """The word that its subjects begin with; empty when that differs."""
        return re.split(r"[\[.:{]", self.vorm)[0]

    @cached_property
    def in_rijen(self) -> bool:
        """Whether it is a list of rows by itself."""
        return self._texts[0].endswith("[") and self.vorm.startswith(f"{self._texts[0]}{{rij}}]")

    @cached_property
    def over_vraag(self) -> bool:
        """Whether it is about a question."""
        return any(slot in self.vorm for slot in _OVER_VRAAG)

    @cached_property
    def has_veld(self) -> bool:
        """Whether its last part is a field, of a row or by itself."""
        return self.vorm.endswith(_VELD)

    @cached_property
    def slots(self) -> int:
        """How many parts differ from subject to subject."""
        return len(self._texts) - 1

    @cached_property
    def _texts(self) -> list[str]:
        return _SLOT.split(self.vorm)[::2]

    @cached_property
    def _may_lack_field(self) -> bool:
        return self.vorm.endswith(f"]{_VELD}")

    @cached_property
    def _whole(self) -> str:
        return _SLOT.sub("{}", self.vorm)

    @cached_property
    def _row(self) -> str:
        return _SLOT.sub("{}", self.vorm.removesuffix(_VELD))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        stukken = _SLOT.split(self.vorm.removesuffix(_VELD) if self._may_lack_field else self.vorm)
        found = (
            f"({_SLOTS.get(stuk, BINNEN)})" if place % 2 else re.escape(stuk)
            for place, stuk in enumerate(stukken)
        )
        veld = rf"(?:\.({_SLOTS['veld']}))?" if self._may_lack_field else ""
        return re.compile("".join(found) + veld)
