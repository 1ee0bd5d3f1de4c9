"""The folder of a typst template that a municipality made: looked over before typst may read in it."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from intake_assistant.errors import KnownError
from intake_assistant.safefile import read_bytes
from intake_assistant.texts import text

MOST_BYTES, MOST_FILES = 50_000_000, 1000
"""Of all files together: a style and its pictures."""
_ESCAPED = re.compile(rb"\\u\{([0-9a-fA-F]{1,6})\}")
_PACKAGE = re.compile(rb"\"@[\w-]+/[\w-]+:")


def read_sjabloon(sjabloon: Path) -> bytes:
    """The template, once nothing in its folder lies elsewhere or asks for a package.

    KnownError `template.unsafe`, and `template.invalid` of what cannot be read.
    """
    try:
        _look_over(sjabloon.parent)
        return read_bytes(sjabloon, MOST_BYTES)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round
        naam, most = sjabloon.parent.name, MOST_BYTES // 1_000_000
        reden = text("stukken.sjabloon_onleesbaar", naam=naam, megabyte=most, aantal=MOST_FILES)
        raise KnownError("template.invalid", reden=reden) from error


def _look_over(folder: Path) -> None:
    size = 0
    for number, path in enumerate(_paths(folder)):
        found = path.stat()
        size += found.st_size
        if number >= MOST_FILES or size > MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        if not stat.S_ISREG(found.st_mode):
            # Typst would wait for who writes into a pipe.
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        if path.suffix == ".typ":
            _refuse_package(read_bytes(path, MOST_BYTES))


def _paths(folder: Path) -> Iterator[Path]:
    home = folder.resolve()
    for path in folder.rglob("*"):
        if not path.resolve().is_relative_to(home):
            # What a link leads to would be printed, whatever it is.
            naam = path.relative_to(folder).as_posix()
            raise KnownError("template.unsafe", reden=text("stukken.sjabloon_koppeling", naam=naam))
        if not path.is_dir():
            yield path


def _refuse_package(content: bytes) -> None:
    """Refuse before typst would ask for it; one whose name is computed finds nothing (proces.py)."""
    plain = _ESCAPED.sub(
        lambda found: chr(min(int(found[1], 16), 0x10FFFF)).encode(errors="replace"), content
    )
    if _PACKAGE.search(plain):
        raise KnownError("template.unsafe", reden="@")
