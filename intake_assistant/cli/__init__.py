"""The command line: the same operations as the window (contract 1)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from intake_assistant.cli.commands import run_self_test
from intake_assistant.cli.options import build_parser
from intake_assistant.cli.shared import (
    DONE,
    INTERRUPTED,
    REFUSED,
    WRONG_USE,
    Outside,
    WrongUse,
    fault_of,
    in_full,
    tell,
    tell_notes,
    visible,
)
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import FixedClock
from intake_assistant.safefile import FULL, write_nowhere
from intake_assistant.texts import text

__all__ = ["Outside", "main"]


def main(argv: Sequence[str], outside: Outside) -> int:
    """Run one command; returns the exit code: 0 done, 1 refused, 2 wrong use."""
    try:
        with suppress(AttributeError):
            # A Windows console in an old code page cannot show every name.
            sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a redirected stream may lack it
        if "--self-test" in argv:
            # Before anything else: a package that lost its texts has no help texts either.
            return run_self_test(outside, as_json="--json" in argv)
        args = build_parser().parse_args(argv)
        if args.now:
            outside = replace(outside, clock=FixedClock(args.now), wall=outside.clock)
        _warn_of_policy(args, outside)
        run: Callable[[argparse.Namespace, Outside], int] = args.run
        return run(args, outside)
    except BrokenPipeError:
        # The reader (head, less) has what it wanted.
        outside.notes.clear()
        sys.stderr.close()
        return DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last net: no command ends in a traceback
        return _end_by(error)
    finally:
        tell_notes(outside)


def _end_by(error: Exception | KeyboardInterrupt) -> int:
    match error:
        case WrongUse():
            print(visible(str(error)), file=sys.stderr)
            return WRONG_USE
        case KnownError():
            tell(error)
        case KeyboardInterrupt():
            tell(KnownError("program.interrupted"))
            return INTERRUPTED
        case EOFError():
            print(text("cli.geen_invoer"), file=sys.stderr)
            return WRONG_USE
        case OSError(errno=number) if number in FULL:
            tell(KnownError("disk.full", pad=text("cli.uitvoer")))
            _let_go_of_stdout()
        case _:
            tell(fault_of(error))
    return REFUSED


def _let_go_of_stdout() -> None:
    """What it still holds cannot be written: at its end Python would try again, and answer 120."""
    with suppress(OSError, ValueError):
        write_nowhere(sys.stdout.fileno())


# Making a vault is refused, looking at the rules is about them: both say it by themselves.
_SAY_IT = (("vault", "create"), ("policy", "check"))


def _warn_of_policy(args: argparse.Namespace, outside: Outside) -> None:
    """Say on stderr that the rules of the administrator cannot be read; the command goes on."""
    try:
        outside.policy.refuse_if_broken()
    except KnownError as error:
        if (args.command, getattr(args, "action", "")) not in _SAY_IT:
            outside.notes.append(in_full(error))
