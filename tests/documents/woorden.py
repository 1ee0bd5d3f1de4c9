"""How many of the words of a document a reader of its PDF finds again."""

import re
import unicodedata
from collections.abc import Iterable

from tests.documents.lezen import pdf_pages

_STUURT = re.compile("[\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]")
_WOORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u064b-\u0652'’]+[^\W\d_]*)*")
# Lam and alef are one glyph: a reader that turns a line around turns these two as well.
_LAM_ALEF = re.compile("[\u0644\u0627\u0623\u0625\u0622]{2,}")


def share_found(texts: Iterable[str], pdf: bytes) -> float:
    """The share of the different words that are there, however a reader orders the letters of one glyph."""
    wanted = _words("\n".join(texts))
    return len(wanted & _words("\n".join(pdf_pages(pdf)))) / len(wanted)


def _words(text: str) -> set[str]:
    plain = _STUURT.sub("", unicodedata.normalize("NFC", text))
    return {_LAM_ALEF.sub(lambda run: "".join(sorted(run[0])), word) for word in _WOORD.findall(plain)}
