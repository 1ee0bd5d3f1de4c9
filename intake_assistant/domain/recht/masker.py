"""What of a text is about somebody else, and is not shown to the person (AVG 15(4)).

A mask is a place in a text that never changes: no copy of what it hides is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from intake_assistant.domain.leesrichting import RECHTS_NAAR_LINKS

MET_DE_HAND: Final = ""
TELEFOON, EMAIL, ANDER = "telefoon", "email", "ander"
_KORTSTE_NAAM, _KORTSTE_DEEL = 2, 3
_TELEFOON = re.compile(r"(?<![\w+])(?:\+|00?)[1-9](?:[ ()./-]{0,2}\d){7,13}(?!\w)")
# Begun at the begin of a word only: else a word of ten thousand letters is searched from each of them.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Who somebody is to the person, with the name after it: "onze dochter Luna", "mevrouw Van Dam".
_RELATIE = re.compile(
    r"\b(?i:man|vrouw|partner|echtgeno(?:ot|te)|(?:stief|pleeg)?(?:zoon|dochter|kind)(?:je)?"
    r"|(?:schoon|stief|half)?(?:vader|moeder|broer|zus)(?:tje|je)?|zwager|opa|oma|oom|tante|neef|nicht"
    r"|vriend|vriendin|buurman|buurvrouw|meneer|mijnheer|mevrouw|dokter|docent|juf|meester|collega|heet|genaamd)"
    r" ([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*)"
)
# Words that begin an answer, with a comma after them.
_NO_NAMES: Final = frozenset(
    "Ja Nee Nou Soms Nooit Altijd Niemand Iedereen Vroeger Nu Thuis Hier Daar Wel"
    " De Een Het In Ik Mijn Met Onze Van Wij Zij".split()
)
_ACHTERNAAM = re.compile(r" (?:(?:de|den|der|el|van|ten|ter) )*[A-Z][^\W\d_]")
_ZINSEINDE: Final = '.!?:\n“‘"('
_NO_CASE = re.compile("[\u1200-\u137f\u0e00-\u0fff\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, order=True)
class Masker:
    """A place in a text, in characters; `rol` says who or what was there, empty when a person chose it."""

    van: int
    tot: int
    rol: str = MET_DE_HAND


def merged(maskers: Iterable[Masker]) -> tuple[Masker, ...]:
    """The masks in their order; those that touch are one, with the role of the first that has one."""
    found: list[Masker] = []
    for masker in sorted(maskers):
        if found and masker.van <= found[-1].tot:
            last = found.pop()
            masker = Masker(last.van, max(last.tot, masker.tot), last.rol or masker.rol)
        found.append(masker)
    return tuple(found)


def without(maskers: Iterable[Masker], van: int, tot: int) -> tuple[Masker, ...]:
    """The masks that do not touch a place."""
    return tuple(m for m in maskers if m.tot <= van or m.van >= tot)


def shown(tekst: str, maskers: Iterable[Masker], woord: Callable[[str], str]) -> str:
    """The text with each mask replaced by the word for its role."""
    parts, place = [], 0
    for masker in merged(maskers):
        if masker.tot <= len(tekst):
            parts += [tekst[place : masker.van], woord(masker.rol)]
            place = masker.tot
    return "".join([*parts, tekst[place:]])


@dataclass(frozen=True)
class Derden:
    """Who is known to be somebody else: a name with its role; and what is the person's own."""

    namen: Mapping[str, str]
    eigen_woorden: frozenset[str] = frozenset()
    eigen_nummers: frozenset[str] = frozenset()

    def find(self, tekst: str, *, over_anderen: bool = False) -> tuple[Masker, ...]:
        """What a text probably holds of others; `over_anderen` when it answers who somebody else is."""
        found = [*self._names(tekst), *self._numbers(tekst)]
        if over_anderen:
            found += _probable_names(tekst, self.eigen_woorden)
        return merged(found)

    def _names(self, tekst: str) -> Iterator[Masker]:
        for naam, rol in self._parts.items():
            for place in re.finditer(_pattern(naam), tekst):
                yield Masker(place.start(), place.end(), rol)

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Whole names, and the words in them that stand for somebody by themselves."""
        parts: dict[str, str] = {}
        for naam, rol in self.namen.items():
            words = _WOORD.findall(naam)
            if words and all(word in self.eigen_woorden for word in words):
                continue  # a twin or a father of the same name: it cannot be told who is meant
            parts.setdefault(naam.strip(), rol)
            for word in words:
                if word not in self.eigen_woorden and _is_name(word) and len(word) >= _KORTSTE_DEEL:
                    parts.setdefault(word, rol)
        return {part: rol for part, rol in parts.items() if len(part) >= _KORTSTE_NAAM}

    def _numbers(self, tekst: str) -> Iterator[Masker]:
        for place in _TELEFOON.finditer(tekst):
            if _digits(place.group()) not in self.eigen_nummers:
                yield Masker(place.start(), place.end(), TELEFOON)
        for place in _EMAIL.finditer(tekst):
            if place.group().casefold() not in self.eigen_nummers:
                yield Masker(place.start(), place.end(), EMAIL)


def names_of_relatives(tekst: str) -> Iterator[str]:
    """The names that stand right behind what somebody is to the person."""
    for place in _RELATIE.finditer(tekst):
        yield place.group(1)


def derden_of(
    namen: Mapping[str, str], eigen_namen: Collection[str], eigen_nummers: Collection[str]
) -> Derden:
    """Others by name; the person's own names, numbers and addresses are never masked."""
    woorden = frozenset(w for naam in eigen_namen for w in _WOORD.findall(naam))
    nummers = frozenset(_digits(n) if "@" not in n else n.casefold() for n in eigen_nummers if n)
    return Derden(namen, woorden, nummers)


def _probable_names(tekst: str, eigen: frozenset[str]) -> Iterator[Masker]:
    """Words with a capital inside a sentence, or before a comma; in a script without capitals all of it."""
    if RECHTS_NAAR_LINKS.search(tekst) or _NO_CASE.search(tekst):
        yield Masker(0, len(tekst), ANDER)
        return
    for place in _WOORD.finditer(tekst):
        before, after = tekst[: place.start()].rstrip(), tekst[place.end() :]
        begins = not before or before[-1] in _ZINSEINDE
        # A surname behind it, as in *Piet Jansen*; *Mijn Eritrese buren* loses a word too many.
        alone = after.startswith(",") or not after.strip(" .") or _ACHTERNAAM.match(after)
        known = place.group() in eigen or place.group() in _NO_NAMES
        if place.group()[0].isupper() and not known and (not begins or alone):
            yield Masker(place.start(), place.end(), ANDER)


def _pattern(naam: str) -> str:
    """Where a name stands: by itself, in capitals or not when that cannot be another word.

    A script without capitals writes small words on to a name, before it and behind it.
    """
    plain = re.escape(naam)
    if naam.lower() == naam.upper():
        return plain
    if _WOORD.fullmatch(naam) is None:
        return rf"(?i)(?<!\w){plain}(?!\w)"
    return rf"(?<!\w)(?:{plain}|{re.escape(naam.upper())})(?!\w)"


def _is_name(woord: str) -> bool:
    return woord[0].isupper() or not (woord.islower() or woord.isupper())


def _digits(tekst: str) -> str:
    """The digits of a number, whichever way its country was written."""
    digits = "".join(teken for teken in tekst if teken.isdigit())
    for begin in ("0031", "31"):
        if digits.startswith(begin) and len(digits) == len(begin) + 9:
            return "0" + digits.removeprefix(begin)
    return digits
