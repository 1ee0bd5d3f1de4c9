"""The waiting after wrong passphrases, kept beside the vault: in whichever program, and after a restart.

A thief who can write here can take the file away; it slows down who sits behind the computer, no more
(docs/dreigingsmodel.md).
"""

from __future__ import annotations

import datetime
import errno
import json
import math
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.errors import KnownError

WAIT_FILE = "vault.wait"
FREE_TRIES = 3
FIRST, MOST = 30, 15 * 60
"""Seconds after the third wrong passphrase, and at the most; each further one doubles them."""
_MOST_BYTES = 1000


@dataclass(frozen=True, slots=True)
class Wacht:
    """How many wrong passphrases there were, since when one waits, and for how long."""

    fout: int = 0
    sinds: str = ""
    seconden: int = 0


def seconds_left(folder: Path, now: datetime.datetime) -> int:
    """How many seconds still to wait; `now` is of the computer itself, whatever day a command plays."""
    found = _read(folder)
    if found.seconden == 0:
        return 0
    passed = (now - datetime.datetime.fromisoformat(found.sinds)).total_seconds()
    if passed < 0:
        # The clock was put back: the waiting begins anew, so that this neither ends it nor makes it last.
        _keep_if_possible(folder, replace(found, sinds=now.isoformat()))
        return found.seconden
    return max(math.ceil(found.seconden - passed), 0)


def refuse_while_waiting(folder: Path, now: datetime.datetime) -> None:
    """Raise KnownError `vault.wait` while there is still to wait."""
    left = seconds_left(folder, now)
    if left:
        raise KnownError("vault.wait", seconden=left)


def note_try(folder: Path, now: datetime.datetime) -> Wacht:
    """Count a passphrase as wrong before it is tried, whatever ends the trying; returns what was noted.

    KnownError `vault.wait` while there is still to wait, `disk.full` where this process may write nothing.
    """
    refuse_while_waiting(folder, now)
    before = _read(folder)
    try:
        _keep(folder, _one_more(before, now))
    except KnownError as error:
        # A limit that somebody set for this process alone; a full or read-only disk keeps nobody out.
        if getattr(error.__cause__, "errno", None) == errno.EFBIG:
            raise
    return before


def take_back(folder: Path, before: Wacht) -> None:
    """What was tried was no wrong passphrase after all: it could not be tried."""
    if before.fout:
        _keep_if_possible(folder, before)
    else:
        forget(folder)


def _one_more(found: Wacht, now: datetime.datetime) -> Wacht:
    extra = found.fout + 1 - FREE_TRIES
    seconden = 0 if extra < 0 else min(FIRST * 2 ** min(extra, 10), MOST)
    return Wacht(found.fout + 1, now.isoformat(), seconden)


def failures(folder: Path) -> int:
    """How many wrong passphrases there were since the last right one."""
    return _read(folder).fout


def forget(folder: Path) -> None:
    """The passphrase was right."""
    with suppress(OSError):  # where nothing can be deleted nothing could be noted
        (folder / WAIT_FILE).unlink(missing_ok=True)


def _keep_if_possible(folder: Path, wacht: Wacht) -> None:
    with suppress(KnownError):  # a full or read-only disk must not tell that a passphrase was right
        _keep(folder, wacht)


def _keep(folder: Path, wacht: Wacht) -> None:
    safefile.write_bytes(folder / WAIT_FILE, json.dumps(asdict(wacht)).encode(), overwrite=True)


def _read(folder: Path) -> Wacht:
    """What was noted; what cannot be read, or cannot be ours, is none."""
    try:
        found = Wacht(**json.loads(safefile.read_bytes(folder / WAIT_FILE, _MOST_BYTES)))
        sane = type(found.fout) is int and type(found.seconden) is int
        is_whole = datetime.datetime.fromisoformat(found.sinds).tzinfo is not None
    except (OSError, ValueError, TypeError, RecursionError):
        return Wacht()
    ours = sane and is_whole and found.fout > 0 and 0 <= found.seconden <= MOST
    return found if ours else Wacht()
