"""The table of how fast and how much, for vaults of some sizes: installer/bench.sh [SIZES...].

What was measured is kept, also when it is stopped in the middle; --again measures it anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from intake_assistant.storage.engine import schema
from tests.benchmarks.measuring import Figure
from tests.benchmarks.phases import PHASES
from tests.benchmarks.rows import HEADING, ROWS, Measure
from tests.benchmarks.vaults import Measured

SIZES = (100, 1_000, 10_000)
RESULTS = "figures.json"
CODES = tuple(row.code for row in ROWS)
_SCALES = {"s": ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")), "MB": ((1.0, "MB"),), "bytes": ((1.0, "bytes"),)}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure what is not known yet, and print the table of each size."""
    args = _parser().parse_args(argv)
    if args.one:
        sys.stdout.write(json.dumps(asdict(_one(args))))
        return 0
    state: Path = args.state / form()
    state.mkdir(parents=True, exist_ok=True)
    for size in args.sizes or SIZES:
        known = _measure(state, size, args)
        sys.stdout.write("\n".join(table(size, known)) + "\n\n")
        sys.stdout.flush()
    return 0


def _one(args: argparse.Namespace) -> Figure:
    if args.phases:
        PHASES.begin()
    found = _row(args.one).act(Measured(args.state, args.sizes[0]))
    if args.phases:
        _tell("\n".join(PHASES.ended()))
    return found


def _parser() -> argparse.ArgumentParser:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser(prog="bench.sh", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help="dossiers: 100 1000 10000")
    parser.add_argument("--state", type=Path, default=cache / "intake-assistent-bench", metavar="FOLDER")
    parser.add_argument("--again", action="store_true", help="measure also what is known")
    parser.add_argument("--phases", action="store_true", help="tell also which function takes which share")
    parser.add_argument("--rows", nargs="+", choices=CODES, metavar="ROW", help=", ".join(CODES))
    parser.add_argument("--one", choices=CODES, help=argparse.SUPPRESS)
    return parser


def form() -> str:
    """A vault of other tables is another vault, also while a form is in the making."""
    tables = (schema.TABLES + schema.PROJECTIONS).encode()
    return f"form-{schema.VERSION}-{hashlib.blake2b(tables, digest_size=4).hexdigest()}"


def _row(code: str) -> Measure:
    return next(row for row in ROWS if row.code == code)


def _measure(state: Path, size: int, args: argparse.Namespace) -> dict[str, Figure]:
    known = _read(state, size)
    is_again = args.again or args.phases
    missing = [code for code in args.rows or CODES if is_again or code not in known]
    if missing:
        Measured(state, size).make(lambda line: _tell(f"{size}: {line}"))
    for code in missing:
        _tell(f"{size}: {_row(code).what}")
        # In a process of its own: what one row left in memory is no part of the next.
        command = [
            sys.executable,
            "-m",
            "tests.benchmarks.table",
            "--state",
            str(state),
            "--one",
            code,
            str(size),
            *(["--phases"] if args.phases else []),
        ]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        known[code] = Figure(**json.loads(done.stdout))
        _keep(state, size, known)
    return known


def _read(state: Path, size: int) -> dict[str, Figure]:
    found: dict[str, Any] = _all(state).get(str(size), {})
    return {code: Figure(**figure) for code, figure in found.items()}


def _all(state: Path) -> dict[str, Any]:
    file = state / RESULTS
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


def _keep(state: Path, size: int, known: dict[str, Figure]) -> None:
    kept = _all(state) | {str(size): {code: asdict(figure) for code, figure in known.items()}}
    half = state / f"{RESULTS}.half"
    half.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    half.replace(state / RESULTS)


def table(size: int, known: dict[str, Figure]) -> list[str]:
    """The lines of the table of one size; a row that was not measured is empty."""
    head = f"| at {size:,} {HEADING} | beside, in the same run | target | figure | reference | ratio | |"
    return [head, "|---" * 7 + "|", *(_line(row, known.get(row.code)) for row in ROWS)]


def _line(row: Measure, found: Figure | None) -> str:
    if found is None:
        return f"| {row.what} | {row.beside} | {row.target} | | | | |"
    ours, reference = (_shown(value, row.unit) for value in (found.ours, found.reference))
    ratio = f"{found.ratio:.2f} x" if found.reference else ""
    judged = "" if (found.ratio or found.ours) <= row.most else "**missed**"
    said = ", ".join(filter(None, (judged, found.note, row.why if judged else "")))
    return f"| {row.what} | {row.beside} | {row.target} | {ours} | {reference} | {ratio} | {said} |"


def _shown(value: float, unit: str) -> str:
    if not value:
        return "-"
    scale, name = next(((s, n) for s, n in _SCALES[unit] if value >= s), _SCALES[unit][-1])
    digits = 1 if value / scale < 100 else 0
    return f"{value / scale:.{digits}f} {name}"


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
