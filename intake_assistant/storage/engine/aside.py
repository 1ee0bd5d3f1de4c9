"""What may not stay where it lies in a vault goes to a folder of its own; nothing is thrown away."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from intake_assistant import safefile


def put_aside(vault: Path, files: Iterable[Path], day: datetime.date) -> Path:
    """Move files under their own names into a new folder of this day; returns that.

    KnownError `output.not_writable`, `disk.full`.
    """
    names = (f"beschadigd-{day.isoformat()}{'' if n == 1 else f'-{n}'}" for n in range(1, 1000))
    folder = next(vault / naam for naam in names if not (vault / naam).exists())
    safefile.make_folder(folder)
    safefile.move_into(folder, files)
    return folder
