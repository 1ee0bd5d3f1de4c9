"""The command that settles conflicts, or lists what there is to settle (contract 1)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from intake_assistant.cli.shared import DONE, Outside, Run, WrongUse, opened, print_result
from intake_assistant.domain.entry import clean_text
from intake_assistant.texts import text

if TYPE_CHECKING:
    from intake_assistant.operations.workspace import Workspace


def resolve(args: argparse.Namespace, outside: Outside) -> int:
    """Settle one conflict; without a choice tell which there are and what each side says."""
    from intake_assistant.operations.acts import conflict  # late: a quick start

    _refuse_half(args)
    with opened(args, outside, args.vault) as work:
        if args.keep is None and args.value is None:
            found = _listed(work, args.dossier, args.subject)
            print_result(args, found, _lines(found))
            return DONE
        if args.value is not None:
            waarde = _typed(work, args)
            conflict.resolve_anew(work, args.dossier, args.subject, waarde, args.reason)
        elif args.beside:
            conflict.resolve_beside(
                work, args.dossier, args.subject, args.keep, args.beside, reden=args.reason
            )
        else:
            conflict.resolve_conflict(work, args.dossier, args.subject, args.keep, args.reason)
    print_result(args, {"dossier": args.dossier, "onderwerp": args.subject}, [])
    return DONE


def _refuse_half(args: argparse.Namespace) -> None:
    """A choice is about one subject, and another source gets what is beside the side that is kept."""
    chosen = args.keep is not None or args.value is not None
    if chosen and not args.subject or args.beside and args.keep is None:
        raise WrongUse(text("cli.resolve_samen"))


def _listed(work: Workspace, dossier: str, subject: str) -> dict[str, Any]:
    from intake_assistant.operations.views.show import show_dossier  # late: a quick start

    shown = show_dossier(work, dossier)
    found = [one for one in shown["conflicten"] if subject in ("", one["onderwerp"])]
    return {"dossier": dossier, "conflicten": found, "juridisch_probleem": shown["juridisch_probleem"]}


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    if found["juridisch_probleem"]:
        yield found["juridisch_probleem"]["uitleg"]
    for conflict in found["conflicten"]:
        yield conflict["onderwerp"]
        for nummer, kant in enumerate(conflict["waarden"], start=1):
            waarde = kant["staat"] if kant["waarde"] is None else kant["waarde"]
            yield f"  {nummer}  {kant['entry'][:12]}  {kant['vastgelegd_op']}  {kant['wie']}  {waarde}"


def _typed(work: Workspace, args: argparse.Namespace) -> object:
    """The new value: a text where the sides are texts, else as JSON writes it."""
    found = _listed(work, args.dossier, args.subject)["conflicten"]
    sides = [kant["waarde"] for conflict in found for kant in conflict["waarden"]]
    if all(side is None or isinstance(side, str) for side in sides):
        return args.value
    try:
        return json.loads(args.value)
    except ValueError as error:
        raise WrongUse(text("cli.resolve_waarde", getypt=args.value)) from error


def _options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument("subject", type=clean_text, nargs="?", default="", metavar="SUBJECT")
    way = command.add_mutually_exclusive_group()
    way.add_argument("--keep", type=clean_text, metavar="N|ENTRY|beide", help=text("cli.resolve_keep"))
    way.add_argument("--value", type=clean_text, metavar="VALUE", help=text("cli.resolve_value"))
    command.add_argument(
        "--beside", type=clean_text, default="", metavar="BRON", help=text("cli.resolve_beside")
    )
    command.add_argument("--reason", type=clean_text, default="", metavar="TEXT")


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "resolve": (resolve, _options),
}
