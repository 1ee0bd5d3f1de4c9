"""Names as they sound: the many Latin spellings of one Arabic, Persian, Tigrinya, Ukrainian or Turkish name.

A passport writes after the French, the asylum procedure after the English, a card of COA after the Dutch;
each is right. Rules stand here as data in the order in which they are applied, so that one may be added.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice, product
from typing import Final

from intake_assistant.domain.letters import plain

type Sound = tuple[str, str, str]
"""A reading of a word; the same with two signs a letter; and without its vowels."""
type Sounds = tuple[Sound, ...]
VOWELS: Final = frozenset("aeiou")
_APOSTROPHES: Final = re.compile("['\u2018\u2019`\u00b4\u02bb\u02bc\u02be\u02bf]")
_WORD: Final = re.compile(r"[^\W\d_]+")
# Before their accents are taken off: Turkish and the scientific spelling of Cyrillic have a sign for what
# others write with two letters.
_SIGNS: Final = str.maketrans({"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ğ": "g"})
_ARTICLES: Final = frozenset(
    "al el ul as es ash ar er ad ed an en at et az ez bin ben ibn bint van der den de la le".split()
)
"""What comes and goes in front of a name."""
# One that may have been written together with its name: Alahmad, Elkhatib, Benali, Arrashid.
_GLUED: Final = re.compile(r"(?:[ae]l|b[ei]n)(?=[a-z]{3})|[ae](?=([srtdnz]h?)\1[a-z]{3})")

_RULES: Final[tuple[tuple[str, str], ...]] = (
    # -- the end of a word, which is often not heard
    (r"(?<=.)h$", ""),  # Fatimah, Sarah
    (r"aye$", "ay"),  # Tesfaye
    (r"(?<=..)e$", "a"),  # Fatme, Gebre
    (r"(?:iy|yi|yy|ii|ij|yj|y)$", "i"),  # Zelenskyi, Dmytriy
    (r"ff$|w$", "v"),  # Ivanoff, Ivanow
    (r"(?<=..)t$", "d"),  # Ahmet, Murat
    (r"(?<=..)p$", "b"),  # Yakup, Zeynep
    (r"^abd(?:oe|ou|[aeuo])(?:l|([srtdnz])(?=\1))(?=..)", "abd"),  # Abdelkarim, Abdurrahman
    # -- consonants that take several letters
    (r"sh?ch(?=[aeiouy])|sjtsj", "S"),  # Shcherbak
    (r"tsch|tsj|tch|tsh|tj", "S"),  # Tsjernenko, Tchernenko
    (r"sch|sh|sj", "S"),  # Rashid, Rasjid
    (r"dzj|dzh|dj|zh|zj", "j"),  # Djamal, Dzhamal
    (r"kh|gh", "h"),  # Khaled, Ghassan
    (r"ph", "f"),
    (r"ck|q", "k"),  # Qasim
    (r"t[sz]", "S"),  # Tsegay, Tzegay
    (r"x", "ks"),  # Alexander
    # -- w, as a vowel in French and Dutch spelling
    (r"(?<=[aeiou])ou(?=[aeiou])|^ou(?=[aeiou])", "v"),  # Jaouad, Oualid
    (r"(?<=[ae])ou", "vu"),  # Daoud
    (r"(?<=[ou])w(?=[aeiou])", ""),  # Luwam
    (r"w", "v"),
    # -- vowels
    (r"(?<=[ae])y(?=i)", ""),  # Huseyin
    (r"i[iyj](?=[aeou])", "i"),  # Nataliya, Yuliia
    (r"(?<=[^aeiouy])[iy](?=[aeou])", "j"),  # Mariam, Maryam
    (r"oe|ou|oo", "u"),  # Joesoef, Youssef, Noor
    (r"ee|ie", "i"),  # Kareem
    (r"(?:ei|ey|ai|ay|aj|ej)(?![aeiou])", "e"),  # Hussein, Husain, Hoessejn
    (r"(?<![aeiou])y(?![aeiou])", "i"),  # Kyrylo
    (r"y", "j"),  # Yusuf
    (r"(?i:(.)\1+)", r"\1"),  # Mohammed
)
_COMPILED: Final = tuple((re.compile(found), said) for found, said in _RULES)
_SAID: Final[dict[str, tuple[str, ...]]] = {
    "ch": ("H", "S"),  # Machmoud, Rachid
    "th": ("T", "S"),  # Othman, Osman
    "dh": ("D", "Z"),  # Ramadhan, Kadhim
    "c": ("K", "J", "S"),  # Nicolas, Cemal, Celik
    "g": ("H", "J"),  # Grygoriy, Gamal
    "e": ("", "A"),  # Abderrahmane after the French, Emine after the Turkish
}
"""Letters that one cannot hear from the paper: a name with them has several forms.

In capitals, so that no rule takes what was read for the half of two letters.
"""
_UNSURE: Final = re.compile(r"(?<![st])(?<!sh)ch|th|dh|c(?![hkq])|g(?!h)|(?<=[aeiou][lmnr])e$")
_MOST_FORMS: Final = 12
_SAME: Final[dict[str, str]] = {
    form: forms[0]
    for forms in (
        ["jusuf", "jusef", "jusif", "jusaf", "josef", "josif", "jozef", "josufa"],
        ["muhamad", "mohamed", "muhamed", "mohamad", "mehmed", "mahamed", "muhemed", "mohamid", "muhamid"],
        ["ibrahim", "ebrahim", "abraham", "ibrahem", "abreham", "abrham", "ebraham"],
        ["ole", "oleh", "olej"],
        ["aleksandr", "oleksandr", "aleksander", "aleksandar"],
        ["aleksandra", "oleksandra"],
        ["ramadan", "ramazan"],
        ["vladimir", "volodimir", "vladimer"],
        ["sergi", "serhi", "serhe", "serge", "sergej", "serhij"],
        ["nikolai", "mikola", "nikola", "nikole"],
        ["elena", "olena", "jelena", "alena"],
        ["evgeni", "jevhen", "jevheni", "evheni", "evhe", "jevgeni", "evhen", "evjeni", "jevhjeni"],
        ["mikael", "mihael", "mihail", "mikail", "mikal", "misael", "mikel", "mihal"],
        ["johanes", "johanis", "jovani", "jonas"],
    )
    for form in forms
}
"""The same name in two languages, for the few that very many bear; written as the rules leave them."""


def words_of(naam: str) -> tuple[str, ...]:
    """The words of a name, plain, without articles; with them when there is nothing else."""
    bare = plain(_APOSTROPHES.sub("", naam.casefold()).translate(_SIGNS))
    words = _WORD.findall(bare)
    kept = [word for word in words if word not in _ARTICLES]
    return tuple(kept or words)


def sounds_of(word: str) -> Sounds:
    """How a plain word may sound, in the letters that are left of all spellings."""
    glued = _GLUED.match(word)
    written = (word, word[glued.end() :]) if glued else (word,)
    heard = dict.fromkeys(_sound(read) for one in written for read in _readings(one))
    return tuple(_spelled(form) for form in dict.fromkeys(_SAME.get(form, form) for form in heard))


def like_sounding(a: Sounds, b: Sounds) -> float:
    """How like two words sound in the readings that fit best: from 0 to 1, the same both ways.

    0 also where their lengths alone tell that they are not: of thousands nearly all.
    """
    return max(_like(one, other) for one in a for other in b)


def looks_like(written: str, other: str) -> bool:
    """Whether two words share so many letters that it is worth hearing them."""
    return _similarity()(written, other) >= _WORTH


def _readings(word: str) -> Iterable[str]:
    parts = _UNSURE.split(word)
    unsure = [_SAID[letters] for letters in _UNSURE.findall(word)]
    # Readings double with each such letter: of a word full of them the first few do.
    for chosen in islice(product(*unsure), _MOST_FORMS):
        yield "".join(part + letter for part, letter in zip(parts, (*chosen, ""), strict=True))


def _sound(word: str) -> str:
    for found, said in _COMPILED:
        word = found.sub(said, word)
    return word.casefold()


# -- how like ------------------------------------------------------------------------------------------------

_LETTERS: Final = {
    "a": "aa", "e": "ai", "i": "ii", "o": "uo", "u": "uu",
    "t": "td", "d": "dd", "z": "zs", "s": "ss", "p": "pb", "b": "bb", "f": "fv", "v": "vv",
    "k": "kh", "h": "hh",
}  # fmt: skip
"""Two signs for each letter, so that letters that are taken for each other differ by half."""
_HEARD, _HARD = 0.6, 0.4
"""What all letters count for, and what the consonants do: these no spelling leaves out."""
_WORTH: Final = 0.5
VROUWELIJK: Final = 0.8
"""How like Samir and Samira are: brother and sister, often with one birthday."""


def _spelled(form: str) -> Sound:
    letters = [_LETTERS.get(letter, letter * 2) for letter in form]
    hard = [said for letter, said in zip(form, letters, strict=True) if letter not in VOWELS]
    # That a word begins with a vowel is always written, which one is not.
    begin = ["aa"] if form[:1] in VOWELS and form else []
    return form, "".join(letters), "".join(begin + hard)


def _like(a: Sound, b: Sound) -> float:
    if a[0] == b[0]:
        return 1.0
    if f"{a[0]}a" == b[0] or f"{b[0]}a" == a[0]:
        return VROUWELIJK
    if _HEARD * _ratio(a[1], b[1]) + _HARD * _ratio(a[2], b[2]) < VROUWELIJK:
        return 0.0
    similarity = _similarity()
    return _HEARD * similarity(a[1], b[1]) + _HARD * similarity(a[2], b[2])


def _ratio(a: str, b: str) -> float:
    """No edit can make two words more alike than their lengths are."""
    short, long = sorted((len(a), len(b)))
    return short / long if long else 1.0


@cache
def _similarity() -> Callable[[str, str], float]:
    # Late: with its kin it takes a tenth of a start, and only who compares needs it.
    from rapidfuzz.distance.Levenshtein import normalized_similarity

    return normalized_similarity
