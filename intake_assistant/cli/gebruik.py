"""The words of argparse itself in Dutch: what is asked of who types, and what was typed wrongly."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from intake_assistant.cli.shared import WrongUse
from intake_assistant.texts import text

# The sentences that argparse looks up by gettext; one that another Python words otherwise stays English.
_WORDS = {
    "usage: ": "gebruik",
    "positional arguments": "woorden",
    "options": "opties",
    "show this help message and exit": "hulp",
    "the following arguments are required: %s": "verplicht",
    "unrecognized arguments: %s": "onbekend",
    "argument %(argument_name)s: %(message)s": "bij",
    "expected one argument": "een",
    "expected at least one argument": "minstens_een",
    "expected at most one argument": "hoogstens_een",
    "ignored explicit argument %r": "geen",
    "invalid %(type)s value: %(value)r": "soort",
    "not allowed with argument %s": "niet_met",
    "one of the arguments %s is required": "een_van",
    "ambiguous option: %(option)s could match %(matches)s": "dubbelzinnig",
}


class DutchParser(argparse.ArgumentParser):
    """Refuses what was typed wrongly in one sentence, the same under each Python."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{self.prog}: {message}")

    # Overridden since Python 3.12 quotes the choices that it sums up and 3.13 does not.
    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(repr, action.choices))
            raise argparse.ArgumentError(
                action, text("cli.gebruik_keuze") % {"value": value, "choices": choices}
            )


def speak_dutch() -> None:
    """Have argparse find its words in our catalogue."""
    # It has no other door: the names under which it imported gettext.
    argparse_: Any = argparse
    argparse_._ = _word


def _word(english: str) -> str:
    key = _WORDS.get(english)
    return text(f"cli.gebruik_{key}") if key else english
