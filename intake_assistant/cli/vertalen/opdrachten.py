"""`translations`: make, renew and look over the catalogues."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake_assistant.cli.gebruik import DutchParser
from intake_assistant.cli.shared import DONE, Outside, print_result
from intake_assistant.texts import text


def add_options(parser: argparse.ArgumentParser, common: DutchParser) -> None:
    """`main.py translations extract|update`."""
    actions = parser.add_subparsers(dest="action", required=True, parser_class=DutchParser)
    for naam, run in (("extract", extract), ("update", update)):
        command = actions.add_parser(naam, help=text(f"cli.translations_{naam}"), parents=[common])
        command.set_defaults(run=run)


def extract(args: argparse.Namespace, _: Outside) -> int:
    """Write an empty catalogue for each subject, for the program of a translator."""
    from intake_assistant.operations.vertalen.talen import extract_sjablonen  # late: brings Babel

    return _print_changed(args, extract_sjablonen())


def update(args: argparse.Namespace, _: Outside) -> int:
    """Bring the catalogues of every language up to date with the Dutch."""
    from intake_assistant.operations.vertalen.talen import update_alles  # late: brings Babel

    return _print_changed(args, update_alles())


def _print_changed(args: argparse.Namespace, paden: list[Path]) -> int:
    gevonden = [str(pad) for pad in paden]
    print_result(args, {"bestanden": gevonden}, gevonden or [text("cli.translations_niets")])
    return DONE
