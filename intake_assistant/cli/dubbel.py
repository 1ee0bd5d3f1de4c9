"""The command of dossiers that may be of one person: the list, and what somebody decided of two."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

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
from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.domain.entry import clean_text
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def dubbel(args: argparse.Namespace, outside: Outside) -> int:
    """Print which dossiers may be of one person; or record what two of them are to each other."""
    if (len(args.dossiers), args.stand is not None) not in ((0, False), (2, True)):
        raise WrongUse(text("cli.dubbel_twee"))
    with opened(args, outside, args.vault) as work:
        return _decide(args, work) if args.dossiers else _list(args, work)


def _decide(args: argparse.Namespace, work: Workspace) -> int:
    from intake_assistant.operations.acts.ander.koppeling import record_koppeling  # late: a quick start

    dossier, ander = args.dossiers
    record_koppeling(work, dossier, ander, args.stand)
    print_result(args, {"dossiers": args.dossiers, "stand": args.stand.value}, [])
    return DONE


def _list(args: argparse.Namespace, work: Workspace) -> int:
    from intake_assistant.operations.views.dubbel.zoeken import Dubbelzoeker  # late: a quick start
    from intake_assistant.operations.views.overzicht import refresh_overviews

    work.vault.log_access("lijst")
    refresh_overviews(work)
    found = Dubbelzoeker(work).all()
    if args.json:
        print_json({"dubbel": [one.as_json() for one in found]})
        return DONE
    for one in found:
        stand = text(f"cli.dubbel_stand_{one.stand}")
        print_line(one.dossier, one.ander, one.naam, one.ander_naam, stand)
    return DONE


def _options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossiers", nargs="*", type=clean_text, metavar="DOSSIER")
    said = command.add_mutually_exclusive_group()
    for option, stand, help_text in (
        ("--koppel", Koppeling.ZELFDE, text("cli.dubbel_koppel")),
        ("--geen-dubbel", Koppeling.GEEN_DUBBEL, text("cli.dubbel_geen")),
        ("--ontkoppel", Koppeling.LOS, text("cli.dubbel_ontkoppel")),
    ):
        said.add_argument(option, dest="stand", action="store_const", const=stand, help=help_text)


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {"dubbel": (dubbel, _options)}
