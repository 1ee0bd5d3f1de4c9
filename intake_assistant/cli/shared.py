"""What every command shares: the outside, the passphrase, and how it speaks."""

from __future__ import annotations

import argparse
import datetime
import getpass
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake_assistant import crypto, safefile
from intake_assistant.dates import read_date
from intake_assistant.domain.entry import REPLACEMENT
from intake_assistant.domain.leesrichting import ISOLATES, OMKERINGEN
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.errors import KnownError, fault_places
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.vault.plek import vault_warnings
from intake_assistant.operations.vault.sleutels import told_at_opening
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import NO_POLICY, Policy
from intake_assistant.texts import known_error_text, text

DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
_MOST_BYTES = 100_000  # of a file with a passphrase
# What a terminal would obey or hide: control signs, also of the second set, and what turns the direction.
_STEERS = "\\x7f-\\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_IN_JSON = re.compile(f"[{_STEERS}]")


@dataclass(frozen=True, slots=True)
class Outside:
    """What the composition root passes in."""

    clock: Clock
    random: Randomness
    cost: crypto.Argon2Cost | None = None
    policy: Policy = NO_POLICY
    wall: Clock | None = None
    """The clock of the computer, when `clock` plays another day (`--now`)."""
    notes: list[str] = field(default_factory=list)
    """What is good to know; said at the end, so that the first word on stderr is the code of a refusal."""


type Run = Callable[[argparse.Namespace, Outside], int]
"""What carries out a command; returns the exit code."""


class WrongUse(Exception):
    """The command was not understood."""


def tell_line(line: str) -> None:
    """Write a line on stderr."""
    print(visible(line), file=sys.stderr)


def tell(error: KnownError) -> None:
    """Write an error on stderr: its code first, then what happened and what to do."""
    tell_line(in_full(error))


def in_full(error: KnownError) -> str:
    """The code of an error, its sentence, and every mistake that the sentence does not hold."""
    told, fouten = known_error_text(error), error.facts.get("fouten", "")
    lines = fouten if isinstance(fouten, list) else [str(fouten)]
    rest = [] if all(line in told for line in lines) else lines
    return "\n".join([f"{error.code} {told}", *rest])


def fault_of(error: Exception) -> KnownError:
    """A fault of ours as it is told: its kind and last place, not its message, which may hold data."""
    kind, *places = fault_places(error)
    return KnownError("program.fault", soort=kind, plek=places[-1])


def visible(line: str) -> str:
    """A text without what would steer the terminal or turn what stands beside it; its lines still end."""
    shown = ISOLATES.sub("", line.translate(dict.fromkeys(map(ord, OMKERINGEN))))
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") else REPLACEMENT for c in shown
    )


def print_line(*cells: object) -> None:
    """Print one line of a result, its cells parted by tabs; nothing in a cell breaks the line."""
    print("\t".join(visible(str(cell)).replace("\n", " ") for cell in cells), flush=True)


@contextmanager
def opened(args: argparse.Namespace, outside: Outside, path: Path) -> Iterator[Workspace]:
    """The workspace of a vault, closed at the end whatever happens."""
    work = open_work(outside, path, read_passphrase(args))
    try:
        yield work
    finally:
        work.vault.close()


def open_work(outside: Outside, path: Path, passphrase: str) -> Workspace:
    """A vault that is open; says so when the municipality got its own way in just now."""
    work = kluis.open_workspace(
        path,
        passphrase,
        outside.clock,
        outside.random,
        policy=outside.policy,
        cost=outside.cost,
        raise_cost=outside.cost is None,
        wall=outside.wall,
    )
    outside.notes.extend([*vault_warnings(path), *told_at_opening(work)])
    return work


def tell_notes(outside: Outside) -> None:
    """Write what is good to know on stderr; nothing is refused for it."""
    for note in outside.notes:
        tell_line(note)


def read_day(typed: str) -> datetime.date:
    """A day as it is typed behind an option; of a year with which terms can be counted."""
    found = read_date(typed)
    if found is None:
        raise argparse.ArgumentTypeError(text("cli.geen_datum", gevonden=typed))
    return found


def read_passphrase(args: argparse.Namespace) -> str:
    """From INTAKE_PASSPHRASE, else the file, else a prompt."""
    given = os.environ.get("INTAKE_PASSPHRASE")
    if given:
        return given
    if args.passphrase_file:
        return read_passphrase_file(args.passphrase_file)
    return ask(text("cli.vraag_wachtwoordzin"))


def read_passphrase_file(file: Path) -> str:
    """What stands in a file, or comes from the program that keeps passphrases: `<(pass show kluis)`."""
    try:
        return safefile.read_bytes(file, _MOST_BYTES, pipes=True).decode().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(text("cli.geen_wachtwoordbestand", bestand=file)) from error


def read_new_passphrase(args: argparse.Namespace) -> str:
    """As `read_passphrase`, where it is set: somebody types it twice, so that a slip locks nobody out."""
    given = os.environ.get("INTAKE_PASSPHRASE") or args.passphrase_file
    return read_passphrase(args) if given else ask_twice()


def ask_twice(zonder: str = "cli.geen_wachtwoordzin") -> str:
    """A new passphrase as somebody types it unseen, twice the same; raises as `ask`."""
    typed = ask(text("cli.vraag_nieuwe_wachtzin"), zonder)
    if typed != ask(text("cli.vraag_nogmaals"), zonder):
        raise WrongUse(text("cli.niet_gelijk"))
    return typed


def ask(vraag: str, zonder: str = "cli.geen_wachtwoordzin") -> str:
    """What somebody types unseen; without a terminal the command was not complete."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUse(text(zonder))
    try:
        return getpass.getpass(vraag)
    except UnicodeDecodeError as error:
        raise WrongUse(text("cli.geen_tekst_getypt")) from error


def print_result(args: argparse.Namespace, found: object, lines: Iterable[str]) -> None:
    """Print the result as one JSON document when that was asked for, else as lines."""
    if args.json:
        print_json(found)
    else:
        for line in lines:
            print_line(line)


def print_json(found: Any, indent: int | None = None) -> None:
    """Print exactly one JSON document; what the stream cannot hold is escaped, so that nothing is lost."""
    document = _IN_JSON.sub(
        lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(found, ensure_ascii=False, indent=indent)
    )
    try:
        document.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        document = json.dumps(found, indent=indent)
    print(document, flush=True)
