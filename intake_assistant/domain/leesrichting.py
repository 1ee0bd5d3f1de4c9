"""The direction of writing: a value keeps its own, and turns nothing around it."""

import re
from typing import Final

_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
ISOLATES: Final = re.compile("[\u2066-\u2069]")
OMKERINGEN: Final = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"
"""Invisible, and meant to turn the direction of all that follows."""
RECHTS_NAAR_LINKS: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEUTRAL_VALUE = re.compile(r"[\d\s.,:/+()%\u20ac-]+")
# After an Arabic letter the parts of a day or a telephone number are put in reverse (UAX 9, W2).
_CIJFERGROEP = re.compile(r"\d+(?:[-/.:]\d+)+")
_WITHOUT = {ord(teken): None for teken in OMKERINGEN}


def isoleer(value: object) -> str:
    """Return a value that keeps its own direction: numbers as left-to-right, the rest by its first letter."""
    text = ISOLATES.sub("", str(value))
    if not text:
        return ""
    if RECHTS_NAAR_LINKS.search(text):
        text = _CIJFERGROEP.sub(rf"{_LRI}\g<0>{_PDI}", text)
    return (_LRI if _NEUTRAL_VALUE.fullmatch(text) else _FSI) + text + _PDI


def op_scherm(value: str) -> str:
    """Return a value as it is shown: what turns the direction left out, right-to-left letters isolated."""
    text = value.translate(_WITHOUT)
    if RECHTS_NAAR_LINKS.search(text) is None:
        # Between left-to-right letters an isolate changes nothing, yet is in the way of copying.
        return ISOLATES.sub("", text)
    if ISOLATES.search(text):
        return text if _is_balanced(text) else isoleer(text)
    return isoleer(text)


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter of a text says that it runs from right to left."""
    first = next((teken for teken in text if teken.isalpha()), "")
    return RECHTS_NAAR_LINKS.match(first) is not None


def _is_balanced(text: str) -> bool:
    open_ = 0
    for teken in ISOLATES.findall(text):
        open_ += -1 if teken == _PDI else 1
        if open_ < 0:
            return False
    return open_ == 0
