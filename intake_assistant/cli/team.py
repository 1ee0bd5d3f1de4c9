"""The command of the team: the figures over all dossiers as a workbook or as a report."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from intake_assistant.cli.shared import DONE, Outside, Run, WrongUse, opened, print_result
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def report(args: argparse.Namespace, outside: Outside) -> int:
    """Write the figures over all dossiers; what is asked for follows from the name of the file."""
    from intake_assistant.operations.papers.teamrapport import FORMATEN  # late: a quick start

    formaat = args.out.suffix.lower().removeprefix(".")
    if formaat not in FORMATEN:
        raise WrongUse(text("cli.report_formaat", bestand=args.out.name))
    write = _write_kansen if args.kansengelijkheid else _write_team
    with opened(args, outside, args.vault) as work:
        dossiers = write(work, formaat, args.out)
    print_result(args, {"bestand": str(args.out), "dossiers": dossiers}, [str(args.out)])
    return DONE


def _write_team(work: Workspace, formaat: str, out: Path) -> int:
    """What a team has in hand, with names; returns over how many dossiers."""
    from intake_assistant.operations.papers.teamrapport import WAT, make_rapport  # late: heavy
    from intake_assistant.operations.vault.uitvoer import write_out
    from intake_assistant.operations.views.overzicht import list_dossiers
    from intake_assistant.operations.views.team.beeld import read_team

    beeld = read_team(work, list_dossiers(work))
    write_out(work, f"{WAT} {formaat}", make_rapport(work, beeld, formaat), out)
    return len(beeld.rijen)


def _write_kansen(work: Workspace, formaat: str, out: Path) -> int:
    """Whether equal people are offered the same, without a person; returns over how many besluiten."""
    from intake_assistant.operations.papers.kansblad import WAT, make_kansrapport  # late: heavy
    from intake_assistant.operations.vault.uitvoer import write_out
    from intake_assistant.operations.views.overzicht import list_dossiers
    from intake_assistant.operations.views.team.kansengelijkheid import read_kansen

    beeld = read_kansen(work, list_dossiers(work))
    write_out(work, f"{WAT} {formaat}", make_kansrapport(work, beeld, formaat), out)
    return len(beeld.feiten)


def _report_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx|FILE.pdf")
    command.add_argument("--kansengelijkheid", action="store_true", help=text("cli.report_kansen"))


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "report": (report, _report_options),
}
"""The commands on a vault."""
