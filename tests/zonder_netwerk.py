"""Runs a program to which the kernel gives no socket but those inside this computer; or it is killed.

    python tests/zonder_netwerk.py PROGRAM [ARGUMENT]...

A filter of system calls (seccomp) that holds for everything in the process - Python, Qt, typst - and for what
it starts; any user may set it on himself. Allowed is AF_UNIX alone: the screen and D-Bus.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
import sys

KILLED = -signal.SIGSYS if sys.platform == "linux" else 0
"""The return code of a program that asked for a socket."""

# linux/audit.h, and the numbers of the system calls of each machine: socket, socketpair.
_MACHINES = {"x86_64": (0xC000003E, 41, 53), "aarch64": (0xC00000B7, 198, 199)}
_IO_URING_SETUP = 425
_X32 = 0x40000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_LOAD, _IF_EQUAL, _IF_ABOVE, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_AF_UNIX = 1


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _filter() -> bytes:
    """The filter as the kernel reads it: each line a code, where to when true and when false, and a value."""
    architecture, socket, socketpair = _MACHINES[platform.machine()]
    lines = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 0, 8, architecture),  # another machine: kill
        (_LOAD, 0, 0, _NUMBER),
        (_IF_ABOVE, 6, 0, _X32),  # the same calls by other numbers: kill
        (_IF_EQUAL, 5, 0, _IO_URING_SETUP),  # sockets by another door: kill
        (_IF_EQUAL, 1, 0, socket),
        (_IF_EQUAL, 0, 2, socketpair),  # anything else: allow
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_IF_EQUAL, 0, 1, _AF_UNIX),  # a socket of another kind: kill
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def take_network_away() -> None:
    """From here on this process and all it starts have no network; OSError when the kernel refuses that."""
    libc = ctypes.CDLL(None, use_errno=True)
    content = _filter()
    buffer = ctypes.create_string_buffer(content, len(content))
    program = _Program(len(content) // 8, ctypes.cast(buffer, ctypes.c_void_p).value)
    for arguments in (
        (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0),
    ):
        if libc.prctl(*arguments):
            raise OSError(ctypes.get_errno(), "the network cannot be taken away here (prctl)")


if __name__ == "__main__":
    take_network_away()
    os.execv(sys.argv[1], sys.argv[1:])  # it becomes the program that was asked for
