"""The commands of erasing: one dossier, everywhere that can be reached; and what is still to be done."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake_assistant import safefile
from intake_assistant.cli.shared import DONE, Outside, Run, opened, print_json, print_line, print_result
from intake_assistant.cli.watching import watched
from intake_assistant.domain.entry import clean_text
from intake_assistant.domain.recht.wissen import GRONDEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

if TYPE_CHECKING:
    from intake_assistant.operations.views.wissen.voorstel import Voorstel
    from intake_assistant.operations.views.wissen.wissing import Wissing


def erase(args: argparse.Namespace, outside: Outside) -> int:
    """Erase a dossier from the vault and from every backup; with `--dry-run` only say what would go."""
    with opened(args, outside, args.vault) as work:
        return _propose(args, work) if args.dry_run else _erase(args, work)


def erase_rest(args: argparse.Namespace, outside: Outside) -> int:
    """Erase what could not be erased before, and tell how every erasing stands."""
    from intake_assistant.operations.acts.wissen import catch_up, give_up
    from intake_assistant.operations.views.wissen.wissing import wissingen

    with opened(args, outside, args.path) as work:
        waited = any(not wissing.is_klaar for wissing in wissingen(work))
        for plaats in args.gone:
            give_up(work, plaats)
        with watched() as progress:
            catch_up(work, progress, everywhere=True)
        found = wissingen(work)
    lines = [] if waited else [text("cli.erase_niets")]
    lines += [
        _line(wissing.kenmerk, plaats.naam, plaats.stand) for wissing in found for plaats in wissing.plaatsen
    ]
    print_result(args, {"wissingen": [wissing.as_json() for wissing in found]}, lines)
    return DONE


def _propose(args: argparse.Namespace, work: Workspace) -> int:
    from intake_assistant.operations.views.wissen.voorstel import propose

    found = propose(work, args.dossier)
    if args.json:
        print_json(_as_json(found))
        return DONE
    print_line(found.kenmerk, found.naam)
    for naam, aantal in found.aantallen.items():
        print_line(text(f"wissen.telling.{naam}", aantal=aantal))
    for plaats in found.plaatsen:
        print_line(plaats.naam, plaats.vooraf)
    for zin in (*(regel.uitleg for regel in found.te_wissen), found.belet_in_woorden):
        if zin:
            print_line(zin)
    return DONE


def _as_json(found: Voorstel) -> dict[str, Any]:
    return {
        "dossier": found.dossier,
        "kenmerk": found.kenmerk,
        "gronden": list(found.gronden),
        "te_wissen": [regel.as_json() for regel in found.te_wissen],
        "aantallen": dict(found.aantallen),
        "plaatsen": [plaats.as_json() for plaats in found.plaatsen],
        "buiten": found.buiten,
        "belet": found.belet_in_woorden,
    }


def _erase(args: argparse.Namespace, work: Workspace) -> int:
    """The dossier is named on the line itself: that is the confirmation, and no question follows."""
    from intake_assistant.operations.acts import wissen  # late: a quick start
    from intake_assistant.operations.views.wissen.voorstel import ground_for, propose  # late: the same

    voorstel = propose(work, args.dossier)
    grond = args.grond or ground_for(voorstel)
    if args.wisbewijs and safefile.exists(args.wisbewijs):
        raise KnownError("output.exists", bestand=str(args.wisbewijs))
    with watched() as progress:
        made = wissen.erase(work, args.dossier, voorstel.kenmerk, grond, args.reason, progress=progress)
    if args.wisbewijs:
        from intake_assistant.operations.papers.wisbewijs import make_wisbewijs, save_wisbewijs  # late: heavy

        save_wisbewijs(make_wisbewijs(work, args.dossier), args.wisbewijs)
    print_result(args, made.as_json(), _lines(made))
    return DONE


def _lines(made: Wissing) -> list[str]:
    return [_line(plaats.naam, plaats.stand) for plaats in made.plaatsen]


def _line(*cells: str) -> str:
    return "  ".join(cells)


def _erase_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument(
        "--reason", type=clean_text, default="", metavar="TEXT", help=text("cli.erase_reason")
    )
    command.add_argument("--grond", choices=tuple(GRONDEN), default="", help=text("cli.erase_grond"))
    command.add_argument("--wisbewijs", type=Path, metavar="FILE.pdf", help=text("cli.erase_wisbewijs"))
    command.add_argument("--dry-run", action="store_true", help=text("cli.erase_dry_run"))


def rest_options(command: argparse.ArgumentParser) -> None:
    """What may follow `vault erase PATH`."""
    command.add_argument("--gone", action="append", default=[], metavar="PLACE", help=text("cli.erase_gone"))


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "erase": (erase, _erase_options),
}
"""The command that names a dossier; `vault erase` is `erase_rest`."""
