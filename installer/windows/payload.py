"""Lay out what is installed on Windows: the program, its libraries without what it never reaches, and Python.

python payload.py TO WHEELS [PYTHON]     folders; the tests pack without Python
"""

from __future__ import annotations

import compileall
import py_compile
import re
import shutil
import sys
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from installer.pruning import DATA, keeps  # noqa: E402  # found only now

_LIBRARY = re.compile(r"^[^/]+\.data/(purelib|platlib)/")
_OTHER_DATA = re.compile(r"^[^/]+\.data/")


def lay_out(to: Path, wheels: Path, python: Path | None = None) -> None:
    """Fill a new folder."""
    shutil.copytree(
        ROOT / "intake_assistant", to / "intake_assistant", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in (*DATA, "main.py"):
        place = ROOT / name
        _ = shutil.copytree(place, to / name) if place.is_dir() else shutil.copy(place, to / name)
    for wheel in sorted(wheels.glob("*.whl")):
        _unpack(wheel, to / "lib")
    if python is not None:
        _copy_python(python, to / "python")
    how = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for part in ("lib", "intake_assistant"):
        # Program Files is not written in: what is not compiled now is compiled at every start.
        compileall.compile_dir(to / part, quiet=2, stripdir=to, prependdir="", invalidation_mode=how)


def _unpack(wheel: Path, to: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        for entry in packed.infolist():
            name = _LIBRARY.sub("", entry.filename)
            if entry.is_dir() or _OTHER_DATA.match(name) or not keeps(name):
                continue
            place = to / PurePosixPath(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(packed.read(entry))


def _copy_python(python: Path, to: Path) -> None:
    """Python as it comes; but it looks for what it imports in our folders, and nowhere else."""
    shutil.copytree(python, to)
    (path,) = to.glob("python3*._pth")
    path.write_text(f"{path.stem}.zip\n.\n..\\lib\n..\n", encoding="ascii")


if __name__ == "__main__":
    lay_out(*(Path(argument) for argument in sys.argv[1:]))
