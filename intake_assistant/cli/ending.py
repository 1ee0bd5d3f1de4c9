"""The commands of days: what must be erased, what waits, a calendar; and all that is held on a person."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from intake_assistant.cli.shared import DONE, Outside, Run, opened, print_json, print_line, print_result
from intake_assistant.domain.entry import clean_text
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def due(args: argparse.Namespace, outside: Outside) -> int:
    """Print what must be erased today, with the reason, and the requests that wait for an answer."""
    with opened(args, outside, args.vault) as work:
        if args.dossier:
            found = _of_one(work, args.dossier)
            work.vault.log_access("due_dossier", args.dossier)
        else:
            found = _of_all(work)
            work.vault.log_access("due")
    if args.json:
        print_json(found)
        return DONE
    for regel in (*found["te_wissen"], *found.get("later", ())):
        wat = text(f"rechten.bewaren.wat.{regel['wat']}")
        print_line(
            regel["dossier"], regel["naam"], wat, regel["vanaf"] or "", regel["regel"], regel["uitleg"]
        )
    for verzoek in found["verzoeken"]:
        soort = text(f"dossier.code.soort.{verzoek['soort']}")
        uiterlijk = verzoek["uiterlijk"] or ""
        print_line(verzoek["dossier"], verzoek["naam"], soort, uiterlijk, verzoek["regel"], verzoek["uitleg"])
    return DONE


def inzage(args: argparse.Namespace, outside: Outside) -> int:
    """Write all that is held on a person to a folder, as PDF and as JSON."""
    from intake_assistant.operations.papers.inzagestukken import read_all_texts, write_inzage  # late: heavy

    with opened(args, outside, args.vault) as work:
        if args.nagelezen:
            read_all_texts(work, args.dossier)
        paths = [str(path) for path in write_inzage(work, args.dossier, args.out, args.taal)]
    print_result(args, {"bestanden": paths, "concept": "-concept." in paths[0]}, paths)
    return DONE


def agenda(args: argparse.Namespace, outside: Outside) -> int:
    """Write the terms and agreements of a dossier as a calendar, with initials at most."""
    from intake_assistant.operations.vault.uitvoer import write_out
    from intake_assistant.operations.views.dossier.agenda import write_agenda  # late: a quick start

    with opened(args, outside, args.vault) as work:
        made = write_agenda(work, work.vault.dossier(args.dossier))
        write_out(work, "agenda ics", made, args.out, args.dossier)
    print_result(args, {"bestand": str(args.out)}, [str(args.out)])
    return DONE


def _of_all(work: Workspace) -> dict[str, list[dict[str, str]]]:
    from intake_assistant.operations.views.wissen.bewaartermijn import list_due  # late: a quick start

    today = work.clock.today()
    return list_due(work, today).as_json(today)


def _of_one(work: Workspace, dossier: str) -> dict[str, list[dict[str, str]]]:
    """All terms of one dossier, also those that run or cannot be said yet, each with its reason."""
    from intake_assistant.operations.views.wissen.bewaartermijn import (
        bewaarregels_of,
        due_of,
    )  # late: a quick start

    found = work.vault.dossier(dossier)
    later = [regel.as_json() for regel in bewaarregels_of(work, found) if regel.stand != "te_wissen"]
    return {**due_of(work, found).as_json(work.clock.today()), "later": later}


def _due_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--dossier", type=clean_text, default="", metavar="DOSSIER", help=text("cli.due_dossier")
    )


def _agenda_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument("--out", type=Path, required=True, metavar="BESTAND.ics")


def _inzage_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument("--taal", default="nl", metavar="ar")
    command.add_argument("--nagelezen", action="store_true", help=text("cli.nagelezen"))
    command.add_argument("--out", type=Path, required=True, metavar="DIR")


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "agenda": (agenda, _agenda_options),
    "due": (due, _due_options),
    "inzage": (inzage, _inzage_options),
}
