"""The commands on the ways into a vault: passphrase, recovery sheet, municipality, another key."""

from __future__ import annotations

import argparse
import dataclasses
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.cli.shared import (
    DONE,
    Outside,
    Run,
    ask,
    ask_twice,
    open_work,
    opened,
    print_line,
    print_result,
    read_new_passphrase,
    read_passphrase,
    read_passphrase_file,
)
from intake_assistant.cli.watching import watched
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import kluis, sleutels
from intake_assistant.operations.vault.sleutels import Manier
from intake_assistant.operations.vault.wachtzin import judge
from intake_assistant.texts import text


def warn_if_weak(outside: Outside, passphrase: str, eigen: Sequence[str]) -> None:
    """Say on stderr that a new passphrase is soon guessed; who types commands decides."""
    found = judge(passphrase, eigen)
    if not found.is_sterk:
        outside.notes.append(text("kluis.wachtzin.cli_zwak", raad=found.raad))


def refuse_taken(sheet: Path | None) -> None:
    """Raise KnownError `output.exists` before anything was done."""
    if sheet and safefile.exists(sheet):
        raise KnownError("output.exists", bestand=str(sheet))


def sheet_option(command: argparse.ArgumentParser) -> None:
    """Where the recovery sheet goes."""
    command.add_argument("--recovery-sheet", type=Path, metavar="FILE.pdf", help=text("cli.recovery_sheet"))


def _passphrase(args: argparse.Namespace, outside: Outside) -> int:
    """Put another passphrase in the place of the old one."""
    old = read_passphrase(args)
    work = open_work(outside, args.path, old)
    with work.vault:
        new = _new_passphrase(args)
        behind = sleutels.change_passphrase(work, old, new, cost=outside.cost)
        warn_if_weak(outside, new, sleutels.own_words(work))
    found = {"kluis": str(args.path), "niet_bijgewerkt": [str(place) for place in behind]}
    print_result(args, found, [text("cli.nieuwe_wachtwoordzin"), *_behind(behind)])
    return DONE


def _passphrase_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help=text("cli.nieuw_bestand"))


def _new_passphrase(args: argparse.Namespace) -> str:
    """From INTAKE_NEW_PASSPHRASE, else the file, else typed twice."""
    given = os.environ.get("INTAKE_NEW_PASSPHRASE")
    if given:
        return given
    if args.new_passphrase_file:
        return read_passphrase_file(args.new_passphrase_file)
    return ask_twice("cli.geen_nieuwe_wachtzin")


def _open_with_recovery(args: argparse.Namespace, outside: Outside) -> int:
    """Open with the recovery key, or that of the municipality, and set a new passphrase."""
    clock, random, cost = outside.clock, outside.random, outside.cost
    if args.gemeentesleutel:
        new = _passphrase_to_set(args)
        work = kluis.open_with_municipality(
            args.path, args.gemeentesleutel, new, clock, random, cost=cost, policy=outside.policy
        )
    else:
        typed = os.environ.get("INTAKE_RECOVERY_KEY") or ask(
            text("cli.vraag_herstelsleutel"), zonder="cli.geen_herstelsleutel"
        )
        new = _passphrase_to_set(args)
        work = kluis.open_with_recovery(
            args.path, typed, new, clock, random, cost=cost, policy=outside.policy
        )
    with work.vault:
        warn_if_weak(outside, new, sleutels.own_words(work))
        behind = sleutels.copy_ways(work)
    print_result(args, {"kluis": str(args.path)}, [text("cli.nieuwe_wachtwoordzin"), *_behind(behind)])
    return DONE


def _passphrase_to_set(args: argparse.Namespace) -> str:
    """From INTAKE_NEW_PASSPHRASE; else where the passphrase of any command comes from (contract 1)."""
    return os.environ.get("INTAKE_NEW_PASSPHRASE") or read_new_passphrase(args)


def _recovery_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--gemeentesleutel", type=Path, metavar="FILE", help=text("cli.gemeentesleutel"))


def _slots(args: argparse.Namespace, outside: Outside) -> int:
    """List the ways in; make a new recovery key, or take the old one away."""
    refuse_taken(args.recovery_sheet)
    groups: list[str] = []
    behind: list[Path] = []
    with opened(args, outside, args.path) as work:
        if args.new_recovery:
            groups = sleutels.draw_recovery_key(outside.random)
            # First shown: a key that nobody saw would take the place of the one on paper.
            _show_key(args, groups, outside)
            behind = sleutels.set_recovery_key(work, groups)
        elif args.remove_recovery:
            behind = sleutels.remove_recovery_key(work)
        found = sleutels.ways_in(work)
    document = {
        "sloten": [dataclasses.asdict(way) for way in found],
        "niet_bijgewerkt": [str(place) for place in behind],
        **({"herstelsleutel": "-".join(groups)} if groups else {}),
    }
    print_result(args, document, [*map(_way, found), *_behind(behind)])
    return DONE


def _slots_options(command: argparse.ArgumentParser) -> None:
    either = command.add_mutually_exclusive_group()
    either.add_argument("--new-recovery", action="store_true", help=text("cli.nieuwe_herstelsleutel"))
    either.add_argument("--remove-recovery", action="store_true", help=text("cli.weg_herstelsleutel"))
    sheet_option(command)


def _rekey(args: argparse.Namespace, outside: Outside) -> int:
    """Give the vault a new key; its new recovery key is printed before anything changes."""
    refuse_taken(args.recovery_sheet)
    passphrase, groups = read_passphrase(args), sleutels.draw_recovery_key(outside.random)

    def said() -> None:
        # Killed after this, the vault may open with the new one only.
        _show_key(args, groups, outside)

    work = open_work(outside, args.path, passphrase)
    with work.vault, watched() as progress:
        away = sleutels.rekey_vault(work, passphrase, groups, said=said, progress=progress)
    niet_bereikt = [str(place) for place in away]
    document = {"kluis": str(args.path), "herstelsleutel": "-".join(groups), "niet_bereikt": niet_bereikt}
    lines = [
        text("instellingen.sleutels.nieuwe_sleutel_klaar"),
        *(text("instellingen.sleutels.niet_bereikt", plaats=p) for p in away),
    ]
    print_result(args, document, lines)
    return DONE


def _show_key(args: argparse.Namespace, groups: list[str], outside: Outside) -> None:
    """Write the sheet, and print the key; as a JSON document it comes at the end."""
    if args.recovery_sheet:
        kluis.write_recovery_sheet(args.recovery_sheet, groups, args.path, outside.clock.today())
    if not args.json:
        print_line("-".join(groups))


def _way(way: Manier) -> str:
    said = text(f"instellingen.sleutels.{way.soort}")
    if way.memory:
        return f"{said}: {text('instellingen.sleutels.kost', mib=way.memory // 1024, rondes=way.passes)}"
    return f"{said}: {way.ontvanger}" if way.ontvanger else said


def _behind(places: Iterable[Path]) -> list[str]:
    return [text("instellingen.sleutels.niet_bijgewerkt", plaats=str(place)) for place in places]


ACTIONS: dict[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "passphrase": (_passphrase, _passphrase_options),
    "open-with-recovery": (_open_with_recovery, _recovery_options),
    "slots": (_slots, _slots_options),
    "rekey": (_rekey, sheet_option),
}
