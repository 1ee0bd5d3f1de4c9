"""Records what a process does to the files in a folder, one system call after another (Linux on x86-64)."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.stress.killing import Say, end_with_parent

CAN_TRACE = sys.platform == "linux" and platform.machine() == "x86_64"
_TRACEME, _SYSCALL, _GETREGS, _SETOPTIONS = 0, 24, 12, 0x4200
_SYSGOOD, _EXITKILL = 1, 0x100000
_AT_FDCWD, _REMOVEDIR = -100, 0x200
_REGISTERS = (
    "r15 r14 r13 r12 bp bx r11 r10 r9 r8 ax cx dx si di orig_ax ip cs flags sp ss fsb gsb ds es fs gs"
)


class _Registers(ctypes.Structure):
    _fields_ = [(name, ctypes.c_ulong) for name in _REGISTERS.split()]


@dataclass(frozen=True, slots=True)
class Op:
    """One thing that was done: what, to which file (by number) or which name, and with what."""

    kind: str
    """`write`, `size`, `sync`; `create`, `link`, `rename`, `unlink`, `mkdir`, `rmdir`, `syncdir`; `said`."""
    file: int = 0
    path: str = ""
    target: str = ""
    offset: int = 0
    data: bytes = b""


class Recording:
    """The files of a folder before, and all that was done to them until the writer said `last`."""

    def __init__(self, root: Path, live: Callable[[Say], None], last: int) -> None:
        self.root = root
        self.folders = [str(p) for p in [root, *sorted(root.rglob("*"))] if p.is_dir()]
        self.names = {str(p): n for n, p in enumerate(sorted(root.rglob("*")), 1) if p.is_file()}
        self.start = {n: Path(path).read_bytes() for path, n in self.names.items()}
        self._numbers, self._known = dict(self.names), len(self.names) + len(self.folders) + 1
        self._fds: dict[int, str] = {}
        self._files: dict[int, int] = {}
        self._last = last
        self.ops: list[Op] = []
        self.failed = ""
        self._trace(live)

    def _trace(self, live: Callable[[Say], None]) -> None:
        saying, failing = os.open(os.devnull, os.O_WRONLY), os.pipe()
        self._saying = saying
        self._pid = os.fork()
        if self._pid == 0:
            _traced(live, saying, failing[1])
        os.close(failing[1])
        try:
            self._follow()
        finally:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(self._pid, 0)
            os.close(saying)
        with open(failing[0], "rb") as told:
            self.failed = told.read().decode()

    def _follow(self) -> None:
        os.waitpid(self._pid, 0)
        _ptrace(_SETOPTIONS, self._pid, _SYSGOOD | _EXITKILL)
        before: _Registers | None = None
        existed, passed = False, 0
        while True:
            _ptrace(_SYSCALL, self._pid, passed)
            _, status = os.waitpid(self._pid, 0)
            if not os.WIFSTOPPED(status):
                return
            passed = 0 if os.WSTOPSIG(status) == signal.SIGTRAP | 0x80 else os.WSTOPSIG(status)
            if passed:
                continue
            found = _registers(self._pid)
            if before is None:
                before = found
                existed = found.orig_ax in _OPENS and os.path.lexists(self._opened(found))
                continue
            result, call, before = ctypes.c_long(found.ax).value, before, None
            if result >= 0 and call.orig_ax in _CALLS:
                self.ops += _CALLS[call.orig_ax](self, call, result, existed)
            if self.ops and self.ops[-1].kind == "said" and self.ops[-1].offset >= self._last:
                return

    # -- what each call does ---------------------------------------------------------------------------------

    def _open(self, r: _Registers, fd: int, existed: bool) -> Iterator[Op]:
        path, flags = self._opened(r), r.si if r.orig_ax == 2 else r.dx
        self._fds[fd] = path
        self._files.pop(fd, None)
        if not self._is_ours(path) or os.path.isdir(path):
            return
        if not existed:
            self._numbers[path] = self._known = self._known + 1
            yield Op("create", self._known, path)
        self._files[fd] = self._numbers[path]
        if existed and flags & os.O_TRUNC:
            yield Op("size", self._files[fd])

    def _write(self, r: _Registers, count: int, existed: bool) -> Iterator[Op]:
        fd = int(r.di)
        if fd == self._saying:
            yield Op("said", offset=int(self._memory(r.si, count)))
        elif fd in self._files and count:
            with open(f"/proc/{self._pid}/fd/{fd}", "rb") as file:
                at = int(r.r10) if r.orig_ax == 18 else self._position(fd) - count
                file.seek(at)
                yield Op("write", self._files[fd], offset=at, data=file.read(count))

    def _truncate(self, r: _Registers, result: int, existed: bool) -> Iterator[Op]:
        if r.di in self._files:
            yield Op("size", self._files[r.di], offset=int(r.si))

    def _sync(self, r: _Registers, result: int, existed: bool) -> Iterator[Op]:
        if r.di in self._files:
            yield Op("sync", self._files[r.di])
        elif self._is_ours(self._fds.get(r.di, "")):
            yield Op("syncdir", path=self._fds[r.di])

    def _close(self, r: _Registers, result: int, existed: bool) -> Iterator[Op]:
        self._files.pop(r.di, None)
        self._fds.pop(r.di, None)
        yield from ()

    def _name(self, r: _Registers, result: int, existed: bool) -> Iterator[Op]:
        kind, at = _NAMES[r.orig_ax]
        dirs = [ctypes.c_int(value & 0xFFFFFFFF).value for value in (r.di, r.dx)] if at else [_AT_FDCWD] * 2
        source = self._path(dirs[0], r.si if at else r.di)
        if kind == "unlink" and at and r.dx & _REMOVEDIR:
            kind = "rmdir"
        target = ""
        if kind in ("rename", "link"):
            target = self._path(dirs[1], r.r10 if at else r.si)
        if not (self._is_ours(source) or self._is_ours(target)):
            return
        yield Op(kind, self._numbers.get(source, 0), source, target)
        if kind in ("rename", "link"):
            self._numbers[target] = self._numbers.get(source, 0)
        if kind in ("rename", "unlink"):
            self._numbers.pop(source, None)

    # -- reading the process ---------------------------------------------------------------------------------

    def _opened(self, r: _Registers) -> str:
        if r.orig_ax == 2:
            return self._path(_AT_FDCWD, r.di)
        return self._path(ctypes.c_int(r.di & 0xFFFFFFFF).value, r.si)

    def _path(self, folder: int, address: int) -> str:
        raw = self._memory(address, 4096).split(b"\0")[0]
        base = f"/proc/{self._pid}/cwd" if folder == _AT_FDCWD else f"/proc/{self._pid}/fd/{folder}"
        path = os.fsdecode(raw)
        return path if path.startswith("/") else os.path.normpath(f"{os.readlink(base)}/{path}")

    def _memory(self, address: int, size: int) -> bytes:
        with open(f"/proc/{self._pid}/mem", "rb", buffering=0) as memory:
            memory.seek(address)
            first = memory.read(min(size, 4096 - address % 4096))
            with suppress(OSError):  # the next page may not be mapped; a path rarely reaches it
                first += memory.read(size - len(first)) if size > len(first) else b""
            return first

    def _position(self, fd: int) -> int:
        with open(f"/proc/{self._pid}/fdinfo/{fd}") as info:
            return int(info.readline().split()[1])

    def _is_ours(self, path: str) -> bool:
        return path == str(self.root) or path.startswith(f"{self.root}/")


_OPENS = (2, 257)
_NAMES = {
    82: ("rename", False), 264: ("rename", True), 316: ("rename", True), 83: ("mkdir", False),
    258: ("mkdir", True), 84: ("rmdir", False), 86: ("link", False), 265: ("link", True),
    87: ("unlink", False), 263: ("unlink", True),
}  # fmt: skip
_CALLS: dict[int, Callable[[Recording, _Registers, int, bool], Iterator[Op]]] = {
    1: Recording._write, 18: Recording._write, 40: Recording._write, 2: Recording._open, 257: Recording._open,
    3: Recording._close, 74: Recording._sync, 75: Recording._sync, 77: Recording._truncate,
    **dict.fromkeys(_NAMES, Recording._name),
}  # fmt: skip


def _traced(live: Callable[[Say], None], saying: int, failing: int) -> None:
    """In the writer: stand still until it is followed, live, and end without anything of its parent."""

    def say(number: int) -> None:
        os.write(saying, str(number).encode())

    end_with_parent()
    try:
        _ptrace(_TRACEME, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        live(say)
    except BaseException:  # noqa: BLE001  # whatever it was, who records reports it
        os.write(failing, traceback.format_exc().encode())
    finally:
        os._exit(0)


def _ptrace(request: int, pid: int, data: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    libc.ptrace.restype = ctypes.c_long
    if libc.ptrace(request, pid, None, data) < 0:
        raise OSError(ctypes.get_errno(), "ptrace")


def _registers(pid: int) -> _Registers:
    found = _Registers()
    _ptrace(_GETREGS, pid, ctypes.addressof(found))
    return found
