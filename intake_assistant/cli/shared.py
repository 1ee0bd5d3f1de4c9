"""What every command shares: the outside, the passphrase, and how it speaks."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from intake_assistant import crypto
from intake_assistant.domain.entry import REPLACEMENT
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.errors import KnownError
from intake_assistant.operations import kluis
from intake_assistant.operations.plek import vault_warnings
from intake_assistant.operations.sleutels import told_at_opening
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import NO_POLICY, Policy
from intake_assistant.texts import known_error_text, text

DONE, REFUSED, WRONG_USE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Outside:
    """What the composition root passes in."""

    clock: Clock
    random: Randomness
    cost: crypto.Argon2Cost | None = None
    policy: Policy = NO_POLICY
    wall: Clock | None = None
    """The clock of the computer, when `clock` plays another day (`--now`)."""


Run: TypeAlias = Callable[[argparse.Namespace, Outside], int]
"""What carries out a command; returns the exit code."""


class WrongUse(Exception):
    """The command was not understood."""


def tell(error: KnownError) -> None:
    """Write an error on stderr: its code first, then what happened and what to do."""
    told, fouten = known_error_text(error), error.facts.get("fouten", "")
    print(visible(f"{error.code} {told}"), file=sys.stderr)
    lines = fouten if isinstance(fouten, list) else [str(fouten)]
    if not all(line in told for line in lines):
        # Every mistake with its place, where the sentence itself does not hold them.
        print(visible("\n".join(lines)), file=sys.stderr)


def visible(line: str) -> str:
    """A text without what would steer the terminal; the ends of its lines stay."""
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") else REPLACEMENT for c in line
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
        raise_cost=outside.cost is None,
        wall=outside.wall,
    )
    tell_warnings(vault_warnings(path))
    for told in told_at_opening(work):
        print(visible(told), file=sys.stderr)
    return work


def tell_warnings(warnings: Iterable[str]) -> None:
    """Write what is good to know on stderr; nothing is refused for it."""
    for warning in warnings:
        print(visible(warning), file=sys.stderr)


def read_passphrase(args: argparse.Namespace) -> str:
    """From INTAKE_PASSPHRASE, else the file, else a prompt."""
    given = os.environ.get("INTAKE_PASSPHRASE")
    if given:
        return given
    if args.passphrase_file:
        try:
            return str(args.passphrase_file.read_text(encoding="utf-8")).rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise WrongUse(text("cli.geen_wachtwoordbestand", bestand=args.passphrase_file)) from error
    return ask(text("cli.vraag_wachtwoordzin"))


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
    return getpass.getpass(vraag)


def print_result(args: argparse.Namespace, found: object, lines: Iterable[str]) -> None:
    """Print the result as one JSON document when that was asked for, else as lines."""
    if args.json:
        print_json(found)
    else:
        for line in lines:
            print_line(line)


def print_json(found: Any, indent: int | None = None) -> None:
    """Print exactly one JSON document; what the stream cannot hold is escaped, so that nothing is lost."""
    document = json.dumps(found, ensure_ascii=False, indent=indent)
    try:
        document.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        document = json.dumps(found, indent=indent)
    print(document)
