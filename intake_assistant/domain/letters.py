"""Letters as people look for them: capitals, accents and foreign forms do not count."""

from __future__ import annotations

import unicodedata
from typing import Final

# Letters of their own, which no keyboard of ours has: without a part that could be taken off as an accent.
_GEWOON: Final = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŋ": "n", "æ": "ae", "œ": "oe", "þ": "th",
})  # fmt: skip


def plain(tekst: str) -> str:
    """A text without capitals and accents: to sort by, and to find by."""
    if tekst.isascii():
        return tekst.casefold()
    letters = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(t for t in letters if not unicodedata.combining(t)).translate(_GEWOON)


def holds(plain_text: str, typed: str) -> bool:
    """Whether a text that was made plain holds each word that was typed."""
    return all(word in plain_text for word in plain(typed).split())
