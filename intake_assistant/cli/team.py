"""The command of the team: the figures over all dossiers as a workbook or as a report."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from intake_assistant.cli.shared import DONE, Outside, Run, WrongUse, opened, print_result
from intake_assistant.texts import text


def report(args: argparse.Namespace, outside: Outside) -> int:
    """Write the figures over all dossiers; what is asked for follows from the name of the file."""
    from intake_assistant.operations.papers import teamrapport  # late, as the others: a quick start
    from intake_assistant.operations.views.overzicht import list_dossiers
    from intake_assistant.operations.views.team.beeld import read_team

    formaat = args.out.suffix.lower().removeprefix(".")
    if formaat not in teamrapport.FORMATEN:
        raise WrongUse(text("cli.report_formaat", bestand=args.out.name))
    with opened(args, outside, args.vault) as work:
        beeld = read_team(work, list_dossiers(work))
        inhoud = teamrapport.make_rapport(work, beeld, formaat)
        teamrapport.save_rapport(work, inhoud, formaat, args.out)
    document = {"bestand": str(args.out), "dossiers": len(beeld.rijen)}
    print_result(args, document, [str(args.out)])
    return DONE


def _report_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx|FILE.pdf")


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "report": (report, _report_options),
}
"""The commands on a vault."""
