"""The commands on a vault itself: making, checking, rebuilding, ways in (contract 1)."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.cli import erase, exchange
from intake_assistant.cli.shared import (
    DONE,
    Outside,
    Run,
    opened,
    print_result,
    read_new_passphrase,
)
from intake_assistant.cli.vault import backup, damage, logboek, sleutels
from intake_assistant.cli.watching import watched
from intake_assistant.domain.entry import clean_text
from intake_assistant.domain.recht.uitwisseling import ROLLEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.vault.plek import place_warnings
from intake_assistant.texts import text


def add_options(
    parser: argparse.ArgumentParser,
    common: argparse.ArgumentParser,
    *,
    parser_class: type[argparse.ArgumentParser],
) -> None:
    """What follows `vault`: an action and the folder of the vault."""
    actions = parser.add_subparsers(dest="action", required=True, parser_class=parser_class)
    for naam, (run, add) in _ACTIONS.items():
        action = actions.add_parser(naam, help=text(f"cli.vault_{naam}"), parents=[common])
        action.add_argument("path", type=Path, metavar="PATH")
        action.set_defaults(run=run)
        add(action)


def _create_options(create: argparse.ArgumentParser) -> None:
    create.add_argument("--naam", type=clean_text, default="")
    create.add_argument("--gemeente", type=clean_text, default="")
    create.add_argument("--rol", choices=ROLLEN, default=ROLLEN[0])
    sleutels.sheet_option(create)


def _create(args: argparse.Namespace, outside: Outside) -> int:
    """Make a vault and print its recovery key once."""
    if safefile.exists(args.path):
        raise KnownError("vault.exists", pad=str(args.path))
    sleutels.refuse_taken(args.recovery_sheet)
    settings = {"naam": args.naam, "gemeente": args.gemeente, "rol": args.rol}
    passphrase, cost, policy = read_new_passphrase(args), outside.cost, outside.policy
    clock, random = outside.clock, outside.random
    groups = kluis.create(args.path, passphrase, clock, random, settings, cost=cost, policy=policy)
    outside.notes.extend(place_warnings(args.path))
    sleutels.warn_if_weak(outside, passphrase, (args.naam, args.gemeente, args.path.stem))
    if policy.gemeente_sleutel:
        outside.notes.append(text("instellingen.sleutels.gemeente_kan", beheerder=policy.wie))
    sleutel = "-".join(groups)
    try:
        print_result(args, {"kluis": str(args.path), "herstelsleutel": sleutel}, [sleutel])
        if args.recovery_sheet:
            kluis.write_recovery_sheet(args.recovery_sheet, groups, args.path, outside.clock.today())
    except (KnownError, OSError):
        # It is there and opens; only nobody can have written its key down.
        outside.notes.append(text("cli.sleutel_niet_gezien", pad=str(args.path)))
        raise
    return DONE


def _rebuild(args: argparse.Namespace, outside: Outside) -> int:
    """Make every projection anew from the entries."""
    with opened(args, outside, args.path) as work:
        with watched() as progress:
            work.vault.rebuild(progress)
        found = kluis.digest(work)
    print_result(args, {"digest": found}, [])
    return DONE


_ACTIONS: dict[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "create": (_create, _create_options),
    **damage.ACTIONS,
    "rebuild": (_rebuild, lambda _: None),
    **sleutels.ACTIONS,
    **backup.ACTIONS,
    **logboek.ACTIONS,
    "erase": (erase.erase_rest, erase.rest_options),
    "card": (exchange.card, exchange.card_options),
}
