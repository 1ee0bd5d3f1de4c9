"""What may be typed: the commands and their options, each with what carries it out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from intake_assistant.cli import beleid, commands, dubbel, ending, erase, exchange, team, verstrekken
from intake_assistant.cli.duo import opdrachten as duo
from intake_assistant.cli.gebruik import DutchParser, speak_dutch
from intake_assistant.cli.shared import Run, read_day
from intake_assistant.cli.vault import kluis
from intake_assistant.cli.vertalen import opdrachten as vertalen
from intake_assistant.domain.entry import clean_text
from intake_assistant.operations.papers.documenten import STUKKEN
from intake_assistant.texts import text


def build_parser() -> DutchParser:
    """All commands with their options."""
    speak_dutch()
    parser = DutchParser(prog="main.py", description=text("cli.beschrijving"))
    parser.set_defaults(now=None, json=False, passphrase_file=None, run=commands.show_usage)
    parser.set_defaults(usage_text=parser.format_help)
    common = _common_options()
    _add_common(parser)
    parser.add_argument("--self-test", action="store_true", help=text("cli.self_test"))
    actions = parser.add_subparsers(dest="command", metavar="OPDRACHT", parser_class=DutchParser)
    kluis.add_options(actions.add_parser("vault", help=text("cli.vault")), common, parser_class=DutchParser)
    for naam, (run, add_options) in _ON_A_VAULT.items():
        command = actions.add_parser(naam, help=text(f"cli.{naam}"), parents=[common])
        command.set_defaults(run=run)
        add_options(command)
        command.add_argument("--vault", type=Path, required=True, metavar="PATH")
    duo.add_options(actions.add_parser("duo", help=text("cli.duo")), common)
    _add_forms(actions.add_parser("forms", help=text("cli.forms")), common)
    beleid.add_options(actions.add_parser("policy", help=text("cli.policy")), common)
    vertalen.add_options(actions.add_parser("translations", help=text("cli.translations")), common)
    _name_demo(actions)
    return parser


def _name_demo(actions: Any) -> None:
    # What opens a window is played above the command line: here it is named, and refused when it came late.
    late = actions.add_parser("demo", help=text("cli.demo"), add_help=False, prefix_chars="\0")
    late.add_argument("rest", nargs=argparse.REMAINDER)
    late.set_defaults(run=commands.refuse_late_demo)


def _common_options() -> DutchParser:
    common = DutchParser(add_help=False)
    _add_common(common)
    return common


def _add_common(parser: argparse.ArgumentParser) -> None:
    # Suppressed defaults: an option given before the command is not undone by the command's own default.
    absent: Any = argparse.SUPPRESS
    parser.add_argument("--now", type=read_day, default=absent, metavar="JJJJ-MM-DD", help=text("cli.now"))
    parser.add_argument("--json", action="store_true", default=absent, help=text("cli.json"))
    parser.add_argument(
        "--passphrase-file", type=Path, default=absent, metavar="FILE", help=text("cli.passphrase")
    )


def _add_forms(parser: argparse.ArgumentParser, common: DutchParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, parser_class=DutchParser)
    check = actions.add_parser("check", help=text("cli.forms_check"), parents=[common])
    check.set_defaults(run=commands.check_forms)
    out = actions.add_parser("to-xlsform", help=text("cli.forms_to"), parents=[common])
    out.add_argument("out", type=Path, metavar="OUT.xlsx")
    out.set_defaults(run=commands.forms_to_xlsform)
    back = actions.add_parser("from-xlsform", help=text("cli.forms_from"), parents=[common])
    back.add_argument("workbook", type=Path, metavar="IN.xlsx")
    back.add_argument("--out", type=Path, required=True, metavar="DIR")
    back.set_defaults(run=commands.forms_from_xlsform)


def _play_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("cases", type=Path, nargs="+", metavar="CASE.toml")


def _show_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument("--bsn", action="store_true", help=text("cli.bsn"))


def _pip_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument("--deel", choices=("beide", *STUKKEN), required=True)
    command.add_argument("--formaat", choices=("docx", "pdf", "beide"), required=True)
    command.add_argument("--taal", default="nl", metavar="ti")
    command.add_argument("--ongecontroleerd", action="store_true", help=text("cli.ongecontroleerd"))
    command.add_argument("--toen", type=read_day, metavar="JJJJ-MM-DD", help=text("cli.toen"))
    command.add_argument("--nu", type=read_day, metavar="JJJJ-MM-DD", help=text("cli.nu"))
    command.add_argument("--out", type=Path, required=True, metavar="DIR")


_ON_A_VAULT: dict[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "play": (commands.play, _play_options),
    "list": (commands.list_dossiers, lambda _: None),
    "show": (commands.show, _show_options),
    "pip": (commands.pip, _pip_options),
    "digest": (commands.digest, lambda _: None),
    **dubbel.COMMANDS,
    **ending.COMMANDS,
    **erase.COMMANDS,
    **exchange.COMMANDS,
    **team.COMMANDS,
    **verstrekken.COMMANDS,
}
