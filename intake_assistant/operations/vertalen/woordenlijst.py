"""The glossary of a language: a term of the law is said in one way, and always the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from intake_assistant.errors import KnownError
from intake_assistant.paths import translations_dir
from intake_assistant.texts import Taal

BESTAND: Final = "woordenlijst.toml"
_KOLOMMEN: Final = {"nl": str, "vertaling": str, "vormen": list, "let_op": str, "uitleg": str}


@dataclass(frozen=True)
class Term:
    """A Dutch term and the one word for it; `vormen` are the stems it has when it is bent."""

    nl: str
    vertaling: str
    vormen: tuple[str, ...] = ()
    let_op: str = ""
    uitleg: str = ""
    """What it is, in Dutch, for who interprets."""

    @cached_property
    def _dutch(self) -> re.Pattern[str]:
        # MAP is a course; a map is a folder.
        hoe = re.NOFLAG if self.nl.isupper() else re.IGNORECASE
        return re.compile(rf"\b{re.escape(self.nl)}\b", hoe)

    def is_in(self, dutch: str) -> bool:
        """Whether the Dutch says it."""
        return self._dutch.search(dutch) is not None

    def is_kept(self, vertaling: str) -> bool:
        """Whether a translation says it as the glossary does."""
        gezegd = vertaling.casefold()
        return any(vorm.casefold() in gezegd for vorm in (self.vertaling, *self.vormen))


def woordenlijst_pad(taal: Taal) -> Path:
    """Where the glossary of a language lies."""
    return translations_dir() / taal.code / BESTAND


def read_woordenlijst(taal: Taal) -> tuple[Term, ...]:
    """The terms that have a word; none when there is no glossary. KnownError translation.invalid."""
    pad = woordenlijst_pad(taal)
    if not pad.is_file():
        return ()
    try:
        rijen = tomllib.loads(pad.read_text(encoding="utf-8")).get("woord", [])
        gevonden = tuple(_terms(rijen))
    except ValueError as error:
        raise KnownError("translation.invalid", pad=str(pad), fout=str(error)) from error
    return tuple(term for term in gevonden if term.vertaling)


def _terms(rijen: Any) -> Iterator[Term]:
    for rij in rijen if isinstance(rijen, list) else [rijen]:
        known = isinstance(rij, dict) and "nl" in rij and rij.keys() <= _KOLOMMEN.keys()
        if not known or not all(isinstance(deel, _KOLOMMEN[naam]) for naam, deel in rij.items()):
            raise ValueError(str(rij))
        vormen, over = tuple(rij.get("vormen", ())), (rij.get("let_op", ""), rij.get("uitleg", ""))
        yield Term(rij["nl"], rij.get("vertaling", ""), vormen, *over)
