"""Where the data of the program lies: beside the package (source, bundle) or under share (installed)."""

import ctypes
import sys
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
_SHARE = "share/intake-assistant"
_POLICY = "beleid.toml"
_PORTABLE = "portable"
EXTENSIE = ".intake.age"
"""Of a file for a colleague, or for another municipality."""
_PROGRAM_DATA = "62ab5d82-fdc1-4dc3-a9dd-070d1d495d97"


@cache
def _data_dir(name: str) -> Path:
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else Path(sys.prefix) / _SHARE / name


def forms_dir() -> Path:
    """Return the folder of the forms, rules and fixed legal texts."""
    return _data_dir("forms")


def translations_dir() -> Path:
    """Return the folder with one folder per language."""
    return _data_dir("translations")


def handleiding_dir() -> Path:
    """Return the folder of the manual, a file for each role."""
    return _data_dir("docs") / "handleiding"


def fonts_dir() -> Path:
    """Return the folder of the fonts for screen, Word and PDF; part of the package."""
    return _PACKAGE / "fonts"


def templates_dir() -> Path:
    """Return the folder of the Word and typst templates; part of the package."""
    return _PACKAGE / "documents" / "templates"


def portable_dir() -> Path | None:
    """Return the folder of a program that was unpacked to be tried: its choices stay in it; else None."""
    folder = _PACKAGE.parent
    return folder if (folder / _PORTABLE).is_file() else None


def policy_file() -> Path | None:
    """Return where the administrator of this computer may put rules; nothing a user sets moves it."""
    if sys.platform == "win32":
        folder = program_data(ctypes.WinDLL("shell32"), ctypes.WinDLL("ole32"))
        return folder / "Intake-assistent" / _POLICY
    return Path("/etc/intake-assistent") / _POLICY if sys.platform == "linux" else None


def program_data(shell32: Any, ole32: Any) -> Path:
    """Return the folder of all users as Windows itself knows it. Seen under wine only.

    The variable %ProgramData% says the same, and can be set by any user.
    """
    from uuid import UUID  # late: only Windows names a folder so

    found = ctypes.c_wchar_p()
    failed = shell32.SHGetKnownFolderPath(UUID(_PROGRAM_DATA).bytes_le, 0, None, ctypes.byref(found))
    if failed or not found.value:
        raise OSError(f"SHGetKnownFolderPath {failed}")
    folder = Path(found.value)
    ole32.CoTaskMemFree(found)
    return folder
