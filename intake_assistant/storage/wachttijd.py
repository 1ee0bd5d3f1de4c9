"""The waiting after wrong passphrases, kept beside the vault: in whichever program, and after a restart.

A thief who can write here can take the file away; it slows down who sits behind the computer, no more
(docs/dreigingsmodel.md).
"""

from __future__ import annotations

import datetime
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
class _Wacht:
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
        _keep(folder, replace(found, sinds=now.isoformat()))
        return found.seconden
    return max(math.ceil(found.seconden - passed), 0)


def refuse_while_waiting(folder: Path, now: datetime.datetime) -> None:
    """Raise KnownError `vault.wait` while there is still to wait."""
    left = seconds_left(folder, now)
    if left:
        raise KnownError("vault.wait", seconden=left)


def note_failure(folder: Path, now: datetime.datetime) -> None:
    """One more wrong passphrase."""
    fout = _read(folder).fout + 1
    extra = fout - FREE_TRIES
    seconden = 0 if extra < 0 else min(FIRST * 2 ** min(extra, 10), MOST)
    _keep(folder, _Wacht(fout, now.isoformat(), seconden))


def failures(folder: Path) -> int:
    """How many wrong passphrases there were since the last right one."""
    return _read(folder).fout


def forget(folder: Path) -> None:
    """The passphrase was right."""
    with suppress(OSError):  # where nothing can be deleted nothing could be noted
        (folder / WAIT_FILE).unlink(missing_ok=True)


def _keep(folder: Path, wacht: _Wacht) -> None:
    with suppress(KnownError):  # a full or read-only disk must not tell that a passphrase was right
        safefile.write_bytes(folder / WAIT_FILE, json.dumps(asdict(wacht)).encode(), overwrite=True)


def _read(folder: Path) -> _Wacht:
    """What was noted; what cannot be read, or cannot be ours, is none."""
    try:
        found = _Wacht(**json.loads(safefile.read_bytes(folder / WAIT_FILE, _MOST_BYTES)))
        sane = type(found.fout) is int and type(found.seconden) is int
        is_whole = datetime.datetime.fromisoformat(found.sinds).tzinfo is not None
    except (OSError, ValueError, TypeError, RecursionError):
        return _Wacht()
    ours = sane and is_whole and found.fout > 0 and 0 <= found.seconden <= MOST
    return found if ours else _Wacht()
