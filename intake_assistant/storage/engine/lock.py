"""One process per vault: a lock that the system frees when the holder dies, and who holds it (stack 2)."""

from __future__ import annotations

import datetime
import getpass
import json
import os
import platform
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from intake_assistant.dates import local_moment
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.place import look_at_place

LOCK_FILE = "lock"
WINDOW = "venster"
_MOST = 1000
# Windows takes no file away that anybody has open; elsewhere it goes while the lock on it is still ours.
_KEEPS_OPEN_FILES = os.name == "nt"
_PROMISE, _IS_PROMISE = "stand", re.compile(r"[0-9]{15}")
# A link that somebody put here would have us empty a file elsewhere; Windows knows no such flag. It would,
# unless told not to, make two bytes of the end of a line.
_HOW = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a vault open: the computer, its user, since when, with what, as which process."""

    computer: str = ""
    gebruiker: str = ""
    sinds: str = ""
    met: str = ""
    proces: str = ""


def this_process(since: datetime.datetime, met: str) -> Holder:
    """Who we are; `met` is the window, or the words of a command."""
    sinds = local_moment(since).isoformat(timespec="minutes")
    return Holder(platform.node(), _user(), sinds, met, str(os.getpid()))


def read_holder(raw: bytes) -> Holder:
    """Who wrote a lock file; what cannot be read is left out."""
    try:
        found = json.loads(raw)
        return Holder(**{f.name: str(found.get(f.name, "")) for f in fields(Holder)})
    except (ValueError, AttributeError):
        return Holder()


class FolderLock:
    """Held as long as it is open; the presence of the file means nothing.

    Until `claim` nothing is written: a folder that turns out to be no good vault stays as it was.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._promise_at = 0
        self._is_made, self._fd = self._taken(folder)

    def _taken(self, folder: Path) -> tuple[bool, int]:
        while True:
            is_made = not os.path.lexists(self._path)
            fd = self._opened(folder)
            try:
                _take(fd)
            except OSError as error:
                raise _in_use(folder, fd) from error
            if _is_at(fd, self._path):
                return is_made, fd
            os.close(fd)  # a refused opening took the file away between our opening and locking it

    def _opened(self, folder: Path) -> int:
        try:
            fd = os.open(self._path, _HOW, 0o600)
        except OSError as error:
            raise KnownError("vault.read_only", pad=str(folder), oorzaak=error.strerror or "") from error
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            # A pipe opens too, and can hold nothing.
            os.close(fd)
            raise KnownError("vault.read_only", pad=str(folder), oorzaak=LOCK_FILE)
        return fd

    def refuse_elsewhere(self, folder: Path) -> None:
        """Raise KnownError `vault.in_use_elsewhere` when another computer has the vault open by this place.

        On a share and in a copied folder the system's own locks may say nothing of other computers, but the
        file comes along; who closes a vault empties it. On a disk of this computer it means nothing.
        """
        os.lseek(self._fd, 0, os.SEEK_SET)
        holder = read_holder(os.read(self._fd, _MOST))
        if holder.computer and holder.computer != platform.node() and look_at_place(folder):
            raise KnownError(
                "vault.in_use_elsewhere", pad=str(folder), bestand=str(self._path), **asdict(holder)
            )

    def claim(self, holder: Holder, nummer: int = 0) -> None:
        """Say who has the vault open, and how far it has come."""
        if not self._is_here_only():
            return
        said = json.dumps({**asdict(holder), _PROMISE: _digits(nummer)}, indent=1).encode()
        with suppress(OSError):  # a full disk still opens; the name is a courtesy, the lock is what counts
            os.lseek(self._fd, 0, os.SEEK_SET)
            os.write(self._fd, said)
            # Afterwards: an empty file would say that the vault was closed.
            os.ftruncate(self._fd, len(said))
            self._promise_at = said.rindex(_digits(nummer).encode())

    @property
    def can_promise(self) -> bool:
        """Whether it can be told how far the vault has come."""
        return self._promise_at > 0

    def promise(self, nummer: int) -> None:
        """Say that all up to the transaction of this number is on the disk.

        Nothing waits for it: of what a power failure takes away here, too little was promised.
        """
        if self.can_promise:
            with suppress(OSError):  # what was promised before still holds
                os.lseek(self._fd, self._promise_at, os.SEEK_SET)
                os.write(self._fd, _digits(nummer).encode())

    def promised(self) -> int:
        """What the last holder promised, unless they closed the vault; 0 when that is not known."""
        os.lseek(self._fd, 0, os.SEEK_SET)
        try:
            found = json.loads(os.read(self._fd, _MOST))[_PROMISE]
            return int(found) if _IS_PROMISE.fullmatch(found) else 0
        except (ValueError, KeyError, TypeError):
            return 0

    def release(self, *, is_closed: bool = True) -> None:
        """Give the vault free; when it was not closed well, what was promised stays for who comes next."""
        if self._fd >= 0:
            with suppress(OSError):
                if is_closed and self._is_here_only():
                    os.ftruncate(self._fd, 0)
                    os.fsync(self._fd)
            self._close()

    def _is_here_only(self) -> bool:
        """Whether the file has no second name elsewhere, where it may be something else."""
        return os.fstat(self._fd).st_nlink <= 1

    def withdraw(self) -> None:
        """Give the vault free as if it had never been asked for."""
        if self._is_made:
            self.take_away()
        self._close()

    def take_away(self) -> None:
        """Give free what is held, without a trace of who held it."""
        held = self._fd >= 0
        if held and _KEEPS_OPEN_FILES:
            self._close()
        if held:
            with suppress(OSError):  # somebody else has it open meanwhile, or may not write; it says nothing
                os.unlink(self._path)
        self._close()

    def _close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While nobody else has the vault; on a medium that cannot be written nobody can change it either."""
    try:
        lock = FolderLock(path)
    except KnownError as error:
        if error.code != "vault.read_only":
            raise
        yield
        return
    try:
        yield
    finally:
        lock.withdraw()


def _digits(nummer: int) -> str:
    """Of one length, so that a new number is written in one go over the old one."""
    return f"{nummer:015}"


def _in_use(folder: Path, fd: int) -> KnownError:
    # On Windows the locked byte lies past the text, so that it can still be read; there we were looking.
    os.lseek(fd, 0, os.SEEK_SET)
    holder = read_holder(os.read(fd, _MOST))
    os.close(fd)
    return KnownError("vault.in_use", pad=str(folder), **asdict(holder))


def _is_at(fd: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(fd), os.stat(path))
    except OSError:
        return False


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, as in a container
        return ""


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
