"""A vault of thousands of dossiers, to try by hand: python -m tests.stress.grote_kluis PATH --dossiers 2000.

Each dossier is a whole case, recorded anew under its own id; the passphrase comes from INTAKE_PASSPHRASE.
"""

from __future__ import annotations

import argparse
import datetime
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from intake_assistant.casus.play import play_case
from intake_assistant.crypto import Argon2Cost
from intake_assistant.domain.entry import Entry, make_entry
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import FixedClock

CASES = sorted((Path(__file__).parents[1] / "data" / "cases").glob("*.toml"))
PER_TRANSACTION = 50


def main() -> None:
    """Make the vault and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--dossiers", type=int, default=2000)
    args = parser.parse_args()
    make_large_vault(args.path, os.environ["INTAKE_PASSPHRASE"], args.dossiers)


def make_large_vault(
    path: Path, passphrase: str, dossiers: int, cases: Sequence[Path] = CASES, cost: Argon2Cost | None = None
) -> None:
    """Play every case once, and record copies of them until there are enough dossiers."""
    clock = FixedClock(datetime.date(2026, 11, 24))
    kluis.create(
        path, passphrase, clock, os.urandom, {"naam": "M. de Boer", "gemeente": "Voorbeeldstad"}, cost=cost
    )
    work = kluis.open_workspace(path, passphrase, clock, os.urandom)
    with work.vault:
        played = [play_case(work, case.read_bytes(), case.name) for case in cases]
        sources = [work.vault.entries(dossier) for dossier in played]
        for start in range(len(played), dossiers, PER_TRANSACTION):
            numbers = range(start, min(dossiers, start + PER_TRANSACTION))
            work.vault.union([e for n in numbers for e in copied(sources[n % len(sources)])])
        refresh_overviews(work)


def copied(source: list[Entry]) -> Iterator[Entry]:
    """The entries of a dossier as those of another person."""
    dossier, known = secrets.token_hex(16), dict[str, str]()
    for entry in source:
        replaces = tuple(sorted(known[id] for id in entry.header.replaces))
        header = replace(entry.header, dossier=dossier, replaces=replaces)
        made = make_entry(header, entry.salt, entry.body)
        known[entry.id] = made.id
        yield made


if __name__ == "__main__":
    main()
