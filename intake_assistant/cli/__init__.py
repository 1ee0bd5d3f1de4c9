"""The command line: the same operations as the window (contract 1)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from intake_assistant.cli.commands import run_self_test
from intake_assistant.cli.options import build_parser
from intake_assistant.cli.shared import DONE, REFUSED, WRONG_USE, Outside, WrongUse, tell
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import FixedClock

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
    except WrongUse as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except KnownError as error:
        tell(error)
        return REFUSED
    except BrokenPipeError:
        # The reader (head, less) has what it wanted.
        sys.stderr.close()
        return DONE


def _warn_of_policy(args: argparse.Namespace, outside: Outside) -> None:
    """Say on stderr that the rules of the administrator cannot be read; the command goes on."""
    try:
        outside.policy.refuse_if_broken()
    except KnownError as error:
        if getattr(args, "action", "") != "create":
            # Making a vault is refused, and says it by itself.
            tell(error)
