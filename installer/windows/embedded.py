"""Take Python for Windows: the very bytes that python.sha256 names, and signatures that hold.

python embedded.py GIVEN TO LIBRARY     GIVEN: the official zip, or the package of it; LIBRARY: python313.dll
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
PINNED: Final = HERE / "python.sha256"
_ROOTS: Final = (HERE / "microsoft-root.pem", Path("/etc/ssl/certs/ca-certificates.crt"))
_PROGRAMS: Final = {".exe", ".dll", ".pyd", ".cat"}
_OF_MICROSOFT: Final = {"vcruntime140.dll", "vcruntime140_1.dll"}
"""Signed under roots that Linux does not have: only their bytes are looked at."""
_SIGNER: Final = "O=Python Software Foundation"


def take(given: Path, to: Path, library: str) -> None:
    """Fill a new folder; or end with what is not right."""
    found = _files(given)
    _compare({name: hashlib.sha256(content).hexdigest() for name, content in found.items()}, library)
    to.mkdir(parents=True)
    for name, content in found.items():
        (to / name).write_bytes(content)
    for name in sorted(found):
        if Path(name).suffix in _PROGRAMS and name not in _OF_MICROSOFT:
            _verify(to / name, to.parent / "wortels.pem")


def _files(given: Path) -> dict[str, bytes]:
    """What Python consists of, by its name."""
    if zipfile.is_zipfile(given):
        return _unzipped(zipfile.ZipFile(given))
    with tarfile.open(given) as packed:
        (inner,) = (member for member in packed if member.name.endswith("/data.zip"))
        content = packed.extractfile(inner)
        return _unzipped(zipfile.ZipFile(BytesIO(content.read() if content else b"")))


def _unzipped(opened: zipfile.ZipFile) -> dict[str, bytes]:
    with opened:
        entries = [entry for entry in opened.infolist() if not entry.is_dir()]
        return {Path(entry.filename).name: opened.read(entry) for entry in entries}


def pinned() -> dict[str, str]:
    """The hash of every file, as `sha256sum` writes them."""
    lines = (line.split(maxsplit=1) for line in PINNED.read_text("ascii").splitlines())
    return {name.lstrip("*"): wanted for wanted, name in lines}


def _compare(found: dict[str, str], library: str) -> None:
    wanted = pinned()
    if library not in wanted:
        sys.exit(f"{PINNED} noemt geen {library}: die Python hoort niet bij de Python waarmee u bouwt.")
    other = sorted(name for name in {*wanted, *found} if wanted.get(name) != found.get(name))
    if other:
        sys.exit(f"Deze Python is een andere dan in {PINNED} staat: {', '.join(other)}")


def _verify(file: Path, roots: Path) -> None:
    roots.write_bytes(b"".join(root.read_bytes() for root in _ROOTS))
    trusted = [*("-CAfile", str(roots)), *("-TSA-CAfile", str(roots))]
    # What was withdrawn since is told by the network only; Windows asks that itself.
    command = ["osslsigncode", "verify", "-ignore-cdp", "-ignore-crl", *trusted, "-in", str(file)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode or _SIGNER not in told.stdout:
        sys.exit(f"De handtekening van {file.name} klopt niet:\n{told.stdout}{told.stderr}")


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
