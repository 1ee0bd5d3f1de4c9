"""How soon a passphrase is guessed, and what would make it better; judged on this computer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from intake_assistant.texts import text

ENOUGH = 10.0
"""Guesses, as a power of ten: at a second each, thousands of computers are busy for a month."""
_MOST = 40
"""The characters that are judged: a longer passphrase is no weaker, and judging takes quadratic time."""
_DICTIONARIES = {
    "passwords": "bekend",
    "user_inputs": "eigen_woord",
    "surnames": "naam",
    "male_names": "naam",
    "female_names": "naam",
}
_PATTERNS = {
    "spatial": "toetsenrij",
    "repeat": "herhaling",
    "sequence": "reeks",
    "regex": "datum",
    "date": "datum",
    "bruteforce": "te_kort",
}


@dataclass(frozen=True, slots=True)
class Wachtzinsterkte:
    """Whether a passphrase is hard to guess; else why not and what to do, in words."""

    is_sterk: bool
    raad: str = ""


def judge(passphrase: str, eigen: Sequence[str] = ()) -> Wachtzinsterkte:
    """Judge a passphrase; `eigen` are names that whoever guesses would try first."""
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # it carries no types; late: lists of words

    if not passphrase.strip():
        return Wachtzinsterkte(False, text("kluis.wachtzin.raad"))
    words = _known_words(eigen)
    # Spaces are no secret; the estimator counts each as one.
    forms = {passphrase[:_MOST], "".join(passphrase.split())[:_MOST]} - {""}
    found = min(
        (zxcvbn(form, user_inputs=words) for form in sorted(forms)),
        key=lambda judged: float(judged["guesses_log10"]),
    )
    if float(found["guesses_log10"]) < ENOUGH:
        return _weak(_reason(found["sequence"]))
    # The estimator counts every order of a name and a year; whoever guesses tries the one order first.
    rest = _without(passphrase, eigen)[:_MOST]
    is_own = rest != passphrase[:_MOST]
    if is_own and (not rest or float(zxcvbn(rest, user_inputs=words)["guesses_log10"]) < ENOUGH):
        return _weak("eigen_woord")
    return Wachtzinsterkte(True)


def _weak(waarom: str) -> Wachtzinsterkte:
    return Wachtzinsterkte(False, f"{text(f'kluis.wachtzin.{waarom}')} {text('kluis.wachtzin.raad')}")


def _without(passphrase: str, eigen: Sequence[str]) -> str:
    """What is left when own names are taken out, written apart or together."""
    rest = passphrase
    for naam in sorted(eigen, key=len, reverse=True):
        parts = [part for part in re.split(r"[\W_]+", naam) if part]
        if parts:
            rest = re.sub(r"[\W_]*".join(map(re.escape, parts)), "", rest, flags=re.IGNORECASE)
        for part in parts:
            rest = re.sub(rf"(?<![^\W\d_]){re.escape(part)}(?![^\W\d_])", "", rest, flags=re.IGNORECASE)
    return "".join(rest.split())


def _known_words(eigen: Sequence[str]) -> list[str]:
    """Names first: the place in the list is how soon a word is tried."""
    own = [word for naam in eigen for word in re.split(r"[\W_]+", naam.lower()) if len(word) > 1]
    whole = ["".join(naam.lower().split()) for naam in eigen]
    return list(dict.fromkeys([*filter(None, whole), *own, *text("kluis.wachtzin.bekende_woorden").split()]))


def _reason(sequence: list[dict[str, Any]]) -> str:
    """By the largest part that was recognised."""
    known = [part for part in sequence if part["pattern"] != "bruteforce"]
    if not known:
        return "te_kort"
    largest = max(known, key=lambda part: len(part["token"]))
    if largest["pattern"] == "dictionary":
        return _DICTIONARIES.get(largest["dictionary_name"], "gewone_woorden")
    return _PATTERNS.get(largest["pattern"], "te_kort")
