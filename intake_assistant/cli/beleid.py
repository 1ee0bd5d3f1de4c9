"""What the administrator decided, looked at before and after it is rolled out."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake_assistant.cli.gebruik import DutchParser
from intake_assistant.cli.shared import DONE, Outside, WrongUse, print_json, print_line
from intake_assistant.policy import Policy, read_policy
from intake_assistant.texts import text


def add_options(parser: DutchParser, common: DutchParser) -> None:
    """`policy check`, of this computer or of a file that is not in its place yet."""
    actions = parser.add_subparsers(dest="action", required=True, parser_class=DutchParser)
    check = actions.add_parser("check", help=text("cli.policy_check"), parents=[common])
    check.add_argument("file", type=Path, nargs="?", metavar="beleid.toml")
    check.set_defaults(run=check_policy)


def check_policy(args: argparse.Namespace, outside: Outside) -> int:
    """Say each rule that holds; KnownError `policy.invalid` with each mistake."""
    policy = outside.policy if args.file is None else _tried(args.file)
    regels = policy.as_written()
    if args.json:
        print_json({"bestand": str(policy.bron or ""), "regels": regels, "fouten": list(policy.fouten)})
    elif policy.bron is None:
        print_line(text("cli.policy_geen"))
    else:
        print_line(text("cli.policy_bestand", pad=str(policy.bron), wie=policy.wie))
        if policy.fouten:
            print_line(text("cli.policy_streng"))
        for naam, waarde in regels.items():
            print_line(f"{'    ' if policy.fouten else 'ok  '} {naam}: {waarde}")
    policy.refuse_if_broken()
    return DONE


def _tried(file: Path) -> Policy:
    try:
        owner = file.stat().st_uid
    except OSError as error:
        raise WrongUse(text("cli.policy_geen_bestand", pad=str(file))) from error
    # Whose it is counts in its place only: here somebody tries what is about to go there.
    return read_policy(file.absolute(), owner=owner)
