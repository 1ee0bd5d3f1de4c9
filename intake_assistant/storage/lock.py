"""One process per vault: a lock that the system frees when the holder dies (stack 2)."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from intake_assistant.errors import KnownError

LOCK_FILE = "lock"


class FolderLock:
    """Held as long as it is open; the presence of the file means nothing."""

    def __init__(self, folder: Path, holder: str) -> None:
        self._path = folder / LOCK_FILE
        try:
            self._fd = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise KnownError("vault.read_only", pad=str(folder), oorzaak=error.strerror or "") from error
        try:
            _take(self._fd)
        except OSError as error:
            # On Windows the locked byte lies past the text, so that the holder's name can still be read.
            wie = os.read(self._fd, 200).decode("utf-8", "replace")
            os.close(self._fd)
            raise KnownError("vault.in_use", pad=str(folder), wie=wie) from error
        os.ftruncate(self._fd, 0)
        with suppress(OSError):  # a full disk still opens; the name is a courtesy, the lock is what counts
            os.write(self._fd, holder.encode())

    def release(self) -> None:
        """Give the vault free."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


if sys.platform == "win32":
    import msvcrt

    def _take(fd: int) -> None:
        os.lseek(fd, 4096, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(fd: int) -> None:
        # Not lockf: its locks belong to the process, so a second opening here would succeed, then free both.
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
