"""What this user of this computer chose: the last vault, size and colours. Never anything about a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, cast

from PySide6.QtCore import QStandardPaths

from intake_assistant import VERSIE, safefile
from intake_assistant.errors import KnownError
from intake_assistant.paths import portable_dir
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.display import KEPT, Display
from intake_assistant.ui.gedeeld.vorm import KLEUREN, Vorm, vorm_van
from intake_assistant.ui.kit.theme import KEUZES, SCHALEN, Keuze

FILE = "voorkeuren.json"
_MOST_BYTES = 100_000
IDLES: Final = (60, 120, 180, 300, 600, 900)
"""The seconds that a user may choose from."""


@dataclass(frozen=True)
class Keuzes:
    """The choices themselves."""

    kluis: str = ""
    schaal: int = 100
    kleuren: Keuze = "systeem"
    idle: int = 0
    """Seconds until it locks; 0 is as the program has it."""
    opname_uitsluiten: bool | None = None
    venster: str = ""
    """Size and place of the window, as Qt writes them down, in base 64."""
    versie: str = ""
    """The version of the program that was used last; told once after an update."""
    gedeeld_op: tuple[Display, ...] = ()
    """The displays that the shared side was put on, the last one first."""
    gedeeld_kleuren: str = ""
    gedeeld_schaal: int = 0
    """Colours and size of the shared side; empty is as the program has them."""
    gedeeld_andersom: bool = True
    """Whether on one laptop it is turned round, for who sits opposite."""
    gedeeld_leest_voor: bool = False
    """Whether what comes into sight is heard by itself: beside an interpreter it would speak through them."""
    wenken: tuple[str, ...] = ()
    """The hints that are still to be told, each once; all of them from the first vault on."""
    taal: str = ""
    """The language of the screen by its code; empty is Dutch."""


WENKEN: Final = ("andere_kant", "overslaan", "na_slot")
"""The hints for a beginner, each told once."""


class Voorkeuren:
    """The choices and the file they are kept in."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.keuzes = _read(file)

    @property
    def gedeelde_vorm(self) -> Vorm:
        """How the shared side looks, as was chosen on this computer."""
        return vorm_van(self.keuzes.gedeeld_kleuren, self.keuzes.gedeeld_schaal)

    def keep(self, **changes: object) -> None:
        """Change choices and keep them; KnownError of `safefile`."""
        changed = replace(self.keuzes, **cast(Any, changes))
        if changed != self.keuzes:
            self.keuzes = changed
            safefile.make_folder(self.file.parent)
            safefile.write_bytes(self.file, json.dumps(asdict(changed)).encode(), overwrite=True)


def told_after_update(voorkeuren: Voorkeuren) -> list[str]:
    """That the program is a newer one than last time: once, and never at the first start."""
    before = voorkeuren.keuzes.versie
    if before == VERSIE:
        return []
    try:
        voorkeuren.keep(versie=VERSIE)
    except KnownError:
        # Nothing of value: it is told once more at the next start, or the disk is told of elsewhere.
        return []
    return [text("venster.bijgewerkt", versie=VERSIE)] if before else []


def user_file() -> Path:
    """Where the platform keeps the choices of a user; beside a program that is only tried."""
    if unpacked := portable_dir():
        return unpacked / FILE
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "intake-assistent" / FILE


def _read(file: Path) -> Keuzes:
    try:
        found = json.loads(safefile.read_bytes(file, _MOST_BYTES))
        kluis, schaal, kleuren = str(found["kluis"]), int(found["schaal"]), found["kleuren"]
        idle, opname = int(found.get("idle", 0)), found.get("opname_uitsluiten")
        venster, versie = str(found.get("venster", "")), str(found.get("versie", ""))
        gedeeld, taal = _read_gedeeld(found), str(found.get("taal", ""))
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError, RecursionError):
        # Nothing of value is in this file: a first start, or one that was damaged, begins with the defaults.
        return Keuzes()
    kleuren = cast(Keuze, kleuren if kleuren in KEUZES else "systeem")
    idle, opname = idle if idle in IDLES else 0, opname if isinstance(opname, bool) else None
    wenken = tuple(naam for naam in WENKEN if naam in _texts(found.get("wenken")))
    return Keuzes(kluis, schaal, kleuren, idle, opname, venster, versie, **gedeeld, wenken=wenken, taal=taal)


def _texts(found: object) -> list[str]:
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _read_gedeeld(found: dict[str, Any]) -> dict[str, Any]:
    kleuren, schaal = str(found.get("gedeeld_kleuren", "")), int(found.get("gedeeld_schaal", 0))
    return {
        "gedeeld_op": tuple(_read_display(one) for one in found.get("gedeeld_op", ()))[:KEPT],
        "gedeeld_kleuren": kleuren if kleuren in KLEUREN else "",
        "gedeeld_schaal": schaal if schaal in SCHALEN else 0,
        "gedeeld_leest_voor": found.get("gedeeld_leest_voor") is True,
        "gedeeld_andersom": found.get("gedeeld_andersom", True) is not False,
    }


def _read_display(found: Any) -> Display:
    serial, name, (x, y, wide, high) = found
    return Display(str(serial), str(name), (int(x), int(y), int(wide), int(high)))
