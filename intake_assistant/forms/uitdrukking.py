"""The expressions of a form: a subset of XLSForm's XPath 1.0, taken apart, checked, and compiled by lxml."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

_TOKEN = re.compile(
    r"""(?P<ref>\$\{[^}]*+\})|(?P<tekst>'[^']*'|"[^"]*")|(?P<getal>\d+(?:\.\d+)?|\.\d+)
    |(?P<naam>[A-Za-z_][\w.:-]*)|(?P<op>!=|<=|>=|[=<>+*-])|(?P<punt>\.)|(?P<haak>[(),])
    |(?P<wit>\s+)|(?P<rest>.)""",
    re.VERBOSE | re.DOTALL,
)
_VERWIJZING = re.compile(r"\$\{([^}]*+)\}")
_WOORDEN = frozenset({"and", "or", "div", "mod"})

# Name -> least and most arguments. XPath 1.0 and ODK agree on these.
FUNCTIES: dict[str, tuple[int, int]] = {
    "if": (3, 3), "selected": (2, 2), "count-selected": (1, 1), "today": (0, 0), "coalesce": (2, 2),
    "not": (1, 1), "true": (0, 0), "false": (0, 0), "boolean": (1, 1), "number": (1, 1), "string": (1, 1),
    "count": (1, 1), "sum": (1, 1), "string-length": (1, 1), "contains": (2, 2), "starts-with": (2, 2),
    "concat": (2, 9), "floor": (1, 1), "ceiling": (1, 1), "normalize-space": (1, 1),
}  # fmt: skip


@dataclass(frozen=True)
class Token:
    """One piece of an expression and its kind: ref tekst getal naam op punt haak rest."""

    soort: str
    tekst: str


@dataclass(frozen=True)
class Vergelijking:
    """A question (or `.`) compared with a literal text: by `=`, `!=`, an order, or `selected`."""

    vraag: str
    hoe: str
    code: str


@dataclass(frozen=True)
class Aanroep:
    """A function call and its number of arguments."""

    functie: str
    argumenten: int


class Uitdrukking:
    """One expression, taken apart."""

    def __init__(self, bron: str) -> None:
        self.bron = bron

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Return the pieces, without blanks."""
        stukken = ((stuk.lastgroup or "rest", stuk.group()) for stuk in _TOKEN.finditer(self.bron))
        return tuple(Token(soort, tekst) for soort, tekst in stukken if soort != "wit")

    @cached_property
    def verwijzingen(self) -> tuple[str, ...]:
        """Return the names of the questions referred to, in order, each once."""
        return tuple(dict.fromkeys(naam.strip() for naam in _VERWIJZING.findall(self.bron)))

    @property
    def gebruikt_zichzelf(self) -> bool:
        """Say whether the expression speaks of its own value, by a dot."""
        return any(token.soort == "punt" for token in self.tokens)

    def vreemde_stukken(self) -> Iterator[str]:
        """Yield what does not belong: stray characters, and words that are no function or operator."""
        for nu, straks in zip(self.tokens, (*self.tokens[1:], Token("", "")), strict=False):
            los = nu.soort == "naam" and straks.tekst != "(" and nu.tekst not in _WOORDEN
            if los or nu.soort == "rest":
                yield nu.tekst

    def aanroepen(self) -> Iterator[Aanroep]:
        """Yield each function call with the number of its arguments."""
        for plek, token in enumerate(self.tokens[:-1]):
            if token.soort == "naam" and token.tekst not in _WOORDEN and self.tokens[plek + 1].tekst == "(":
                yield Aanroep(token.tekst, self._argumenten(plek + 1))

    def _argumenten(self, plek: int) -> int:
        diepte, aantal = 0, 0
        for vorig, token in zip(self.tokens[plek:], self.tokens[plek + 1 :], strict=False):
            if vorig.tekst == "(" and vorig.soort == "haak":
                diepte += 1
            if token.tekst == ")" and token.soort == "haak":
                diepte -= 1
            if diepte == 0:
                return aantal + (vorig.tekst != "(")
            aantal += diepte == 1 and token.tekst == "," and token.soort == "haak"
        return aantal

    def vergelijkingen(self) -> Iterator[Vergelijking]:
        """Yield each comparison of a question with a literal text."""
        for eerste, midden, laatste in zip(self.tokens, self.tokens[1:], self.tokens[2:], strict=False):
            if midden.soort == "op":
                yield from _vergelijking(eerste, midden.tekst, laatste)
                yield from _vergelijking(laatste, midden.tekst, eerste)
        for plek, token in enumerate(self.tokens[:-4]):
            if token.tekst == "selected" and self.tokens[plek + 3].tekst == ",":
                yield from _vergelijking(self.tokens[plek + 2], "selected", self.tokens[plek + 4])

    def to_xpath(self, pad: Callable[[str], str]) -> str:
        """Return the expression as XPath, `pad` giving the path of a question."""
        return _VERWIJZING.sub(lambda gevonden: pad(gevonden.group(1).strip()), self.bron)


def _vergelijking(links: Token, hoe: str, rechts: Token) -> Iterator[Vergelijking]:
    if links.soort in ("ref", "punt") and rechts.soort == "tekst":
        naam = _VERWIJZING.sub(lambda gevonden: gevonden.group(1).strip(), links.tekst)
        yield Vergelijking(naam, hoe, rechts.tekst[1:-1])


def compile_xpath(xpath: str) -> etree.XPath:
    """Return a compiled yes-or-no XPath with the functions of ODK; etree.XPathSyntaxError when it is none."""
    return etree.XPath(f"boolean({xpath})", extensions=_EXTENSIES, regexp=False, smart_strings=False)


def _tekst(waarde: Any) -> str:
    """Return the XPath string value of an argument: of the first node, of a number, of a text."""
    if isinstance(waarde, list):
        return (waarde[0].text or "") if waarde else ""
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, float):
        return str(int(waarde)) if math.isfinite(waarde) and waarde == int(waarde) else str(waarde)
    return str(waarde)


def _if(_: object, voorwaarde: Any, dan: Any, anders: Any) -> Any:
    # NaN is truthy in Python and false in XPath.
    waar = bool(voorwaarde) and voorwaarde == voorwaarde
    return dan if waar else anders


def _selected(_: object, keuzes: Any, code: Any) -> bool:
    return _tekst(code) in _tekst(keuzes).split()


def _count_selected(_: object, keuzes: Any) -> float:
    return float(len(_tekst(keuzes).split()))


def _coalesce(_: object, eerste: Any, tweede: Any) -> str:
    return _tekst(eerste) or _tekst(tweede)


def _today(context: Any) -> float:
    # The day is an attribute of the tree, so that a compiled expression holds no clock.
    return float(context.context_node.getroottree().getroot().get(VANDAAG))


VANDAAG = "vandaag"
_EXTENSIES = {
    (None, "if"): _if,
    (None, "selected"): _selected,
    (None, "count-selected"): _count_selected,
    (None, "coalesce"): _coalesce,
    (None, "today"): _today,
}
