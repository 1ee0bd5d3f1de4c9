"""An article as a letter names it, from the way in which rules and case files write it: Besl 3.1(5)."""

from __future__ import annotations

import re
from typing import Final

from intake_assistant.texts import text, text_or

_KORT: Final = re.compile(r"(Wet|Besl|Reg|Pw|Awb|AVG) (\d+(?:[.:]\d+)?[a-z]?)(?:\((\d+)\))?(?:\(([a-z])\))?")


def artikel_in_full(kort: str) -> str:
    """The article in full; what is written in another way stays as it is."""
    found = _KORT.fullmatch(kort.strip())
    return _in_full(found) if found else kort


def artikelen_in_full(tekst: str) -> str:
    """A text with each article that it names in full."""
    return _KORT.sub(_in_full, tekst)


def _in_full(found: re.Match[str]) -> str:
    wet, nummer, lid, onderdeel = found.groups()
    delen = [text("stukken.artikel.nummer", nummer=nummer)]
    if lid:
        delen.append(text_or(f"stukken.artikel.lid_{lid}", text("stukken.artikel.lid", nummer=lid)))
    if onderdeel:
        delen.append(text("stukken.artikel.onderdeel", letter=onderdeel))
    van = text(f"stukken.artikel.{wet.lower()}")
    return f"{', '.join(delen)}{',' if len(delen) > 1 else ''} {van}"
