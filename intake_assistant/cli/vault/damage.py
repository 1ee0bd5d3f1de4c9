"""The commands for a vault with something wrong: look at everything, and save what can be read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from intake_assistant import safefile
from intake_assistant.cli.shared import DONE, Outside, Run, print_result, read_passphrase
from intake_assistant.cli.watching import watched
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import kluiscontrole, redding
from intake_assistant.operations.vault.kluiscontrole import FOUT, LET_OP, Kluisbevinding
from intake_assistant.operations.vault.redding import Dossierverlies, Redding
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.texts import text

# Of these the vault itself is damaged; the others leave it as it should be.
_DAMAGE = {
    "pagina",
    "database",
    "database_deel",
    "sleutel",
    "slots",
    "entry",
    "verwijzing",
    "bestand_weg",
    "dagboek",
}


def check(args: argparse.Namespace, outside: Outside) -> int:
    """Look for anything wrong in a vault, its folder and its backups; changes nothing."""
    passphrase = read_passphrase(args)
    with watched() as progress:
        found = kluiscontrole.check_path(args.path, passphrase, _around(outside), outside.policy, progress)
    wrong = [bevinding for bevinding in found if bevinding.ernst == FOUT]
    counted = {FOUT: len(wrong), LET_OP: len(found) - len(wrong)}
    print_result(args, {"bevindingen": [b.as_json() for b in found], **counted}, _lines(found))
    if any(bevinding.code in _DAMAGE for bevinding in wrong):
        raise KnownError("vault.damaged", pad=str(args.path))
    if wrong:
        raise KnownError("vault.check_failed", pad=str(args.path), aantal=len(wrong))
    return DONE


def _lines(found: list[Kluisbevinding]) -> Iterator[str]:
    """Each kind of finding, all of it together, and right below it what to do."""
    for code in dict.fromkeys(bevinding.code for bevinding in found):
        same = [bevinding for bevinding in found if bevinding.code == code]
        for bevinding in same:
            soort = text(f"kluis.kluiscontrole.ernst_{bevinding.ernst}")
            yield text("kluis.kluiscontrole.regel", ernst=soort, code=code, uitleg=bevinding.uitleg)
        yield text("kluis.kluiscontrole.advies", advies=same[0].advies)
    if not any(bevinding.ernst == FOUT for bevinding in found):
        yield text("cli.kluis_in_orde")


def rescue(args: argparse.Namespace, outside: Outside) -> int:
    """Say what of a damaged vault can be read, and save it in a new one."""
    passphrase = read_passphrase(args)
    if args.to is not None and safefile.exists(args.to):
        raise KnownError("vault.exists", pad=str(args.to))
    with watched() as progress:
        found = redding.open_damaged(
            args.path, passphrase, _around(outside), outside.policy, progress=progress
        )
    try:
        groups = _saved(found, args.to, passphrase) if args.to is not None else []
        print_result(args, _report(found, args.to, groups), _report_lines(found, args.to, groups))
    finally:
        found.close()
    return DONE


def _saved(found: Redding, new: Path, passphrase: str) -> list[str]:
    with watched() as progress:
        return redding.save(found, new, passphrase, progress)


def _report(found: Redding, new: Path | None, groups: list[str]) -> dict[str, Any]:
    return {
        "kluis": str(new) if new else None,
        "herstelsleutel": "-".join(groups) or None,
        "reservekopie": found.reservekopie.path.name if found.reservekopie else None,
        "alleen_hier": found.alleen_hier,
        "meegelezen": list(found.meegelezen),
        "dossiers": [dossier.as_json() for dossier in found.dossiers],
        "heel": len(found.dossiers) - len(found.beschadigd),
        "beschadigd": len(found.beschadigd),
    }


def _report_lines(found: Redding, new: Path | None, groups: list[str]) -> Iterator[str]:
    alle, stuk = len(found.dossiers), len(found.beschadigd)
    heel = text("kluis.redding.heel", aantal=alle)
    yield text("kluis.redding.telling", aantal=alle, beschadigd=stuk) if stuk else heel
    for dossier in found.dossiers:
        yield from _dossier_lines(dossier)
    if found.reservekopie is not None:
        yield text(
            "kluis.redding.met_reservekopie", naam=found.reservekopie.path.name, aantal=found.alleen_hier
        )
    if found.meegelezen:
        yield text("kluis.redding.meegelezen", wat=", ".join(found.meegelezen))
    if new is None:
        yield text("kluis.redding.nog_niet")
        return
    yield text("kluis.redding.gered_in", pad=str(new))
    yield "-".join(groups)


def _dossier_lines(dossier: Dossierverlies) -> Iterator[str]:
    if dossier.heel:
        return
    yield text(
        "kluis.redding.dossier",
        dossier=dossier.dossier,
        naam=dossier.naam or text("kluis.redding.zonder_naam"),
    )
    yield from (f"  {line}" for line in redding.loss_lines(dossier))


def _around(outside: Outside) -> Surroundings:
    recipient = outside.policy.gemeente_sleutel
    return Surroundings(
        outside.clock, outside.random, outside.cost, recipient, met="vault", wall=outside.wall
    )


def _rescue_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--to", type=Path, metavar="NEW", help=text("cli.rescue_to"))


ACTIONS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "check": (check, lambda _: None),
    "rescue": (rescue, _rescue_options),
}
