"""What this user of this computer chose: the last vault, size and colours. Never anything about a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QStandardPaths

from intake_assistant import safefile
from intake_assistant.ui.thema import KEUZES, Keuze

FILE = "voorkeuren.json"


@dataclass(frozen=True)
class Keuzes:
    """The choices themselves."""

    kluis: str = ""
    schaal: int = 100
    kleuren: Keuze = "systeem"


class Voorkeuren:
    """The choices and the file they are kept in."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.keuzes = _read(file)

    def keep(self, **changes: object) -> None:
        """Change choices and keep them; KnownError of `safefile`."""
        changed = replace(self.keuzes, **cast(Any, changes))
        if changed != self.keuzes:
            self.keuzes = changed
            safefile.make_folder(self.file.parent)
            safefile.write_bytes(self.file, json.dumps(asdict(changed)).encode(), overwrite=True)


def user_file() -> Path:
    """Where the platform keeps the choices of a user."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "intake-assistent" / FILE


def _read(file: Path) -> Keuzes:
    try:
        found = json.loads(file.read_bytes())
        kluis, schaal, kleuren = str(found["kluis"]), int(found["schaal"]), found["kleuren"]
    except (OSError, ValueError, KeyError, TypeError):
        # Nothing of value is in this file: a first start, or one that was damaged, begins with the defaults.
        return Keuzes()
    return Keuzes(kluis, schaal, kleuren if kleuren in KEUZES else "systeem")
