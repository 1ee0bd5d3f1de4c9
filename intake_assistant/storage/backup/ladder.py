"""Which backups stay: the newest of 8 hours, 12 days, 10 weeks and 9 months; for a purpose, longer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup.backup import Backup, list_backups
from intake_assistant.storage.engine import database
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase.sweep import lies_elsewhere
from intake_assistant.storage.keys import slots

RUNGS: Final[tuple[tuple[int, Callable[[datetime.datetime], tuple[int, ...]]], ...]] = (
    (8, lambda op: (op.toordinal(), op.hour)),
    (12, lambda op: (op.toordinal(),)),
    (10, lambda op: tuple(op.isocalendar()[:2])),
    (9, lambda op: (op.year, op.month)),
)
"""How many periods of a kind keep a backup, and in which period a moment lies."""

LEAST_DAYS: Final = {"herstel": 30, "formulieren": 30, "samenvoegen": 14, "hand": 14}
"""For so many days a backup that was made for something is one more: it stays, and takes no other's place."""


def thin_out(vault: Vault, folder: Path) -> None:
    """Take away what the ladder no longer needs, of this vault alone and never behind a link."""
    if lies_elsewhere(folder):
        return
    keys: list[crypto.Key] = [vault.key, *slots.older_keys(vault.ways(), vault.key)]
    for backup in superfluous(list_backups(folder), vault.around.clock.now()):
        with suppress(OSError, KnownError):  # one too many harms nobody; the next time tries again
            if database.key_that_opens(backup.path, keys) is not None:
                backup.path.unlink()
                database.beside(backup.path, database.LOG).unlink(missing_ok=True)


def superfluous(backups: Iterable[Backup], now: datetime.datetime) -> list[Backup]:
    """The backups that may go, the oldest first; never the newest.

    Periods in which nothing was made do not count, so that nothing goes for being old alone. One from the
    future stays: the clock was or is wrong, and nobody knows its age.
    """
    past = sorted((b for b in backups if b.op <= now), key=lambda b: b.op, reverse=True)
    extra = {b.path for b in past if _is_young(b, now)}
    stay = {b.path for b in past[:1]} | extra
    for most, period in RUNGS:
        ordinary = [b for b in past if b.path not in extra]
        stay |= {b.path for b in _newest_of_each(ordinary, period)[:most]}
    return [b for b in reversed(past) if b.path not in stay]


def _newest_of_each(
    newest_first: Sequence[Backup], period: Callable[[datetime.datetime], tuple[int, ...]]
) -> list[Backup]:
    found: dict[tuple[int, ...], Backup] = {}
    for backup in newest_first:
        found.setdefault(period(backup.op), backup)
    return list(found.values())


def _is_young(backup: Backup, now: datetime.datetime) -> bool:
    return now - backup.op < datetime.timedelta(days=LEAST_DAYS.get(backup.soort, 0))
