"""The command `vault log`: who looked at what, for the FG."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path

from intake_assistant.cli.shared import (
    DONE,
    Outside,
    Run,
    WrongUse,
    opened,
    print_json,
    print_line,
    print_result,
)
from intake_assistant.domain.entry import clean_text
from intake_assistant.operations.vault import logboek
from intake_assistant.texts import text


def _options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--dossier", type=clean_text, default="", metavar="DOSSIER")
    command.add_argument("--van", type=_day, metavar="JJJJ-MM-DD", help=text("cli.log_van"))
    command.add_argument("--tot", type=_day, metavar="JJJJ-MM-DD", help=text("cli.log_tot"))
    command.add_argument("--out", type=Path, metavar="FILE.csv|FILE.json", help=text("cli.log_out"))


def _day(typed: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(text("cli.geen_datum", gevonden=typed)) from error


def _log(args: argparse.Namespace, outside: Outside) -> int:
    """Print the log, or write it to a file; both are noted in it."""
    zeef = logboek.Logzeef(args.dossier, args.van, args.tot)
    formaat = next((f for f in logboek.FORMATEN if args.out and args.out.suffix == f".{f}"), None)
    if args.out and formaat is None:
        raise WrongUse(text("cli.log_out"))
    with opened(args, outside, args.path) as work:
        if formaat is not None:
            aantal = logboek.export_logboek(work, args.out, formaat, zeef)
            print_result(args, {"bestand": str(args.out), "regels": aantal}, [str(args.out)])
            return DONE
        regels = logboek.read_logboek(work, zeef)
        logboek.note_reading(work)
    if args.json:
        print_json(logboek.as_document(regels))
        return DONE
    for regel in regels:
        print_line(regel.op, regel.wie, logboek.in_words(regel), regel.dossier or "-")
    return DONE


ACTIONS: dict[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {"log": (_log, _options)}
