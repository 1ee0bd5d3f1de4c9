"""The commands of backups: make one, list and compare them, put one back whole or as a merge."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from intake_assistant.cli.shared import (
    DONE,
    Outside,
    Run,
    WrongUse,
    opened,
    print_json,
    print_line,
    print_result,
    read_passphrase,
)
from intake_assistant.cli.watching import watched
from intake_assistant.domain.entry import clean_text
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.wissen import catch_up
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.vault.reservekopie import Dossierverschil, Gemaakt, Kopie
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.texts import known_error_text, text


def make(args: argparse.Namespace, outside: Outside) -> int:
    """Make a backup, here and in the second place; a place that was asked for must be there."""
    with opened(args, outside, args.path) as work:
        with watched() as progress:
            made = reservekopie.back_up(work, extra=args.to, progress=progress)
        # What could not be erased while a place was away.
        catch_up(work)
    print_result(args, _made(made), _made_lines(made, args.to))
    for plaats in made.plaatsen:
        if plaats.fout is not None and plaats.plaats == args.to:
            raise plaats.fout
    return DONE


def restore(args: argparse.Namespace, outside: Outside) -> int:
    """List the backups, compare with one, or put it back."""
    if args.dossier and not args.merge:
        raise WrongUse(text("cli.dossier_met_merge"))
    if args.into:
        return _restore_into(args, outside)
    with opened(args, outside, args.path) as work:
        if args.compare:
            _print_compare(args, work)
        elif args.replace or args.merge:
            _put_back(args, work)
        else:
            _print_list(args, work)
    return DONE


def _restore_into(args: argparse.Namespace, outside: Outside) -> int:
    """Make a vault of a backup; the one it comes from need not open."""
    if not args.replace:
        raise WrongUse(text("cli.into_met_replace"))
    path = reservekopie.find_beside(args.path, args.replace, args.place)
    around = Surroundings(outside.clock, outside.random, wall=outside.wall)
    reservekopie.make_vault_of(path, read_passphrase(args), args.into, around)
    print_result(args, {"kluis": str(args.into)}, [str(args.into)])
    return DONE


def _print_list(args: argparse.Namespace, work: Workspace) -> None:
    found = [_kopie(work, kopie, check=args.check) for kopie in reservekopie.list_kopieen(work, args.place)]
    _print_rows(args, {"reservekopieen": found}, [_kopie_cells(kopie) for kopie in found])
    # Who practises by a script is to hear it as well (contract 1).
    for kopie in found:
        if kopie.get("in_orde") is False:
            raise KnownError("backup.damaged", pad=kopie["naam"])


def _print_compare(args: argparse.Namespace, work: Workspace) -> None:
    path = reservekopie.find_kopie(work, args.compare, args.place)
    with watched() as progress:
        found = reservekopie.compare(work, path, progress)
    rows = {"dossiers": [_verschil(verschil) for verschil in found]}
    _print_rows(args, rows, [_verschil_cells(verschil) for verschil in found])


def _print_rows(args: argparse.Namespace, found: object, rows: list[list[str]]) -> None:
    if args.json:
        print_json(found)
    else:
        for cells in rows:
            print_line(*cells)


def _put_back(args: argparse.Namespace, work: Workspace) -> None:
    path = reservekopie.find_kopie(work, args.replace or args.merge, args.place)
    with watched() as progress:
        if args.replace:
            done = reservekopie.put_back(work, path, progress)
        else:
            done = reservekopie.merge_back(work, path, args.dossier or None, progress)
    found = {"dossiers": list(done.dossiers), "zonder": list(done.zonder)}
    print_result(args, found, [*done.dossiers, *(text("cli.zonder", naam=naam) for naam in done.zonder)])


def _made(made: Gemaakt) -> dict[str, Any]:
    plaatsen = [
        {
            "plaats": str(stand.plaats),
            "stand": "mislukt" if stand.fout else "gekopieerd",
            "reden": stand.fout.code if stand.fout else "",
            "laatst_op": stand.laatst_op.isoformat() if stand.laatst_op else None,
        }
        for stand in made.plaatsen
    ]
    kopie = {"naam": made.backup.path.name, "op": made.backup.op.isoformat(), "soort": made.backup.soort}
    return {"reservekopie": kopie, "plaatsen": plaatsen}


def _made_lines(made: Gemaakt, asked: Path | None) -> list[str]:
    lines = [made.backup.path.name]
    for stand in made.plaatsen:
        # The place that was asked for is told of as the refusal itself.
        if stand.fout is None or stand.plaats != asked:
            lines.append(known_error_text(stand.fout) if stand.fout else str(stand.plaats))
    return lines


def _kopie(work: Workspace, kopie: Kopie, *, check: bool) -> dict[str, Any]:
    path = kopie.backup.path
    found: dict[str, Any] = {
        "naam": path.name,
        "op": kopie.backup.op.isoformat(timespec="seconds"),
        "soort": kopie.backup.soort,
        "grootte": kopie.grootte,
        "plaats": kopie.plaats,
    }
    return {**found, "in_orde": reservekopie.is_sound(work, path)} if check else found


def _verschil(found: Dossierverschil) -> dict[str, Any]:
    v = found.verschil
    counts = {"terug": v.terug, "weg": v.weg, "gelijk": v.gelijk, "gewist": v.gewist}
    return {"dossier": v.dossier, "naam": found.naam, **counts}


def _kopie_cells(kopie: dict[str, Any]) -> list[str]:
    cells = [kopie["naam"], kopie["op"], kopie["soort"], str(kopie["grootte"]), kopie["plaats"]]
    if "in_orde" in kopie:
        cells.append(text("reservekopie.staat_goed" if kopie["in_orde"] else "reservekopie.staat_fout"))
    return cells


def _verschil_cells(found: Dossierverschil) -> list[str]:
    v = found.verschil
    if v.gewist:
        return [v.dossier, text("reservekopie.blijft_gewist")]
    return [v.dossier, found.naam, f"+{v.terug}", f"-{v.weg}"]


def _place(typed: str) -> Path:
    # It is remembered, and the next command may be typed elsewhere.
    return Path(typed).absolute()


def _backup_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--to", type=_place, metavar="PLACE", help=text("cli.backup_to"))


def _restore_options(command: argparse.ArgumentParser) -> None:
    what = command.add_mutually_exclusive_group()
    for naam in ("compare", "replace", "merge"):
        what.add_argument(f"--{naam}", metavar="BACKUP", help=text(f"cli.restore_{naam}"))
    command.add_argument(
        "--dossier",
        type=clean_text,
        action="append",
        default=[],
        metavar="ID",
        help=text("cli.restore_dossier"),
    )
    command.add_argument("--from", dest="place", type=Path, metavar="PLACE", help=text("cli.restore_from"))
    command.add_argument("--into", type=Path, metavar="NEW", help=text("cli.restore_into"))
    command.add_argument("--check", action="store_true", help=text("cli.restore_check"))


ACTIONS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "backup": (make, _backup_options),
    "restore": (restore, _restore_options),
}
