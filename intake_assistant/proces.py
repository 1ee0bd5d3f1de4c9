"""The process keeps what it holds to itself: no core dump, no reading of its memory by others, no network.

Called once by app.py, before anything else; README says what this does and does not keep out.
"""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Any

PR_SET_DUMPABLE = 4
# No box and no dump: for a critical error, for a fault of the program, for a file that is not found.
SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX = 0x0001, 0x0002, 0x8000
WER_FAULT_REPORTING_FLAG_NOHEAP = 1

# Port 0 of this computer: nobody can listen there, on any system, so that nothing is ever sent.
NOWHERE = "http://127.0.0.1:0"
_PROXIES = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")


def harden() -> None:
    """Let no crash, debugger or other program of this user read the memory, as far as the system allows."""
    shut_network()
    if sys.platform == "win32":
        harden_windows(ctypes.WinDLL("kernel32"))
        return
    import resource  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # Also where dumps go to a program (core_pattern "|"), which the limit does not stop. An answer of
        # failure is no reason to refuse to start: the limit above stands.
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def shut_network() -> None:
    """Have the one part that would fetch something (typst: packages) ask a proxy that cannot be.

    It looks at the environment at each request, and at nothing else.
    """
    wanted = {spelled: NOWHERE for naam in _PROXIES for spelled in (naam, naam.upper())}
    if any(os.environ.get(naam) != value for naam, value in wanted.items()):
        os.environ.update(wanted)
    for naam in ("no_proxy", "NO_PROXY"):
        os.environ.pop(naam, None)


def harden_windows(kernel32: Any) -> None:
    """No error box and no heap in a report of Windows. Seen under wine only."""
    kernel32.SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX)
    kernel32.WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP)
