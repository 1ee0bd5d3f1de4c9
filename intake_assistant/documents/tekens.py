"""Characters: which ones our fonts can draw, and how inserted values keep their direction."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from intake_assistant import paths
from intake_assistant.domain.leesrichting import ISOLATES, OMKERINGEN, RECHTS_NAAR_LINKS
from intake_assistant.domain.leesrichting import isoleer as isoleer

VERVANGTEKEN = "\ufffd"
_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
# Invisible, and meant for a screen or to turn the direction of a whole page: never printed.
_DROPPED = frozenset("\ufeff\u00ad\u034f\u180e\u200b\u2060\ufffc" + OMKERINGEN)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_KEPT_CONTROLS = frozenset("\n\t\u200c\u200d" + _LRI + _FSI + _PDI)


@dataclass(frozen=True, slots=True)
class Vervangen:
    """A character that no packaged font has: under which heading it stood, and which it was."""

    waar: str
    teken: str


def schoon(text: str) -> tuple[str, list[str]]:
    """Return the text without control characters, and the characters replaced because no font has them."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    if _fits(text):
        return _without_needless_isolates(text), []
    replaced: list[str] = []
    result = "".join(_clean_char(char, replaced) for char in text)
    return _without_needless_isolates(result), replaced


def _fits(text: str) -> bool:
    return all(char in covered() or char in _KEPT_CONTROLS for char in set(text)) and not _DROPPED & set(text)


def _clean_char(char: str, replaced: list[str]) -> str:
    if char in _KEPT_CONTROLS or (char in covered() and char not in _DROPPED):
        return char
    if char in _DROPPED or _is_control(char):
        return ""
    replaced.append(VERVANGTEKEN if unicodedata.category(char) == "Cs" else char)
    return VERVANGTEKEN


def _is_control(char: str) -> bool:
    # Variation selectors choose a form of an emoji; without the emoji they mean nothing.
    return unicodedata.category(char) in ("Cc", "Cf") or "\ufe00" <= char <= "\ufe0f"


def _without_needless_isolates(text: str) -> str:
    # In a line without right-to-left letters an isolate changes nothing, yet breaks searching in Word.
    if ISOLATES.search(text) is None:
        return text
    balanced = text.count(_PDI) == text.count(_LRI) + text.count(_FSI)
    if balanced and RECHTS_NAAR_LINKS.search(text):
        return text
    return ISOLATES.sub("", text)


@cache
def covered() -> frozenset[str]:
    """Return every character that the packaged fonts draw, regular and bold."""
    return frozenset[str]().union(*_families(paths.fonts_dir()).values())


def covered_by(lettertypen: Iterable[str]) -> frozenset[str]:
    """Return every character that some families of the packaged fonts draw."""
    families = _families(paths.fonts_dir())
    return frozenset[str]().union(*(families.get(naam.replace(" ", ""), frozenset()) for naam in lettertypen))


@cache
def _families(folder: Path) -> Mapping[str, frozenset[str]]:
    """Of each family what both its weights draw, by the begin of its file names."""
    # Imported here: starting the program reads no font.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # the wheel carries no types

    weights: dict[str, list[set[int]]] = {}
    for path in sorted(folder.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            weights.setdefault(path.stem.split("-")[0], []).append(set(font.getBestCmap()))
    return {naam: frozenset(_drawn(set.intersection(*codes))) for naam, codes in weights.items()}


def _drawn(codes: set[int]) -> Iterator[str]:
    return (teken for teken in map(chr, codes) if unicodedata.category(teken) not in ("Cc", "Cf", "Co", "Cn"))
