"""What the computer itself tells and can hide: one seam, a file a platform."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from intake_assistant.ui.locking.system.watch import Systeemwacht


def watch_system(venster: QWidget) -> Systeemwacht:
    """Return what listens to this computer on behalf of a window."""
    platform: str = sys.platform
    if platform == "win32":
        from intake_assistant.ui.locking.system.windows import WindowsWacht, system_libraries

        return WindowsWacht(venster, system_libraries())
    if platform == "linux":
        from intake_assistant.ui.locking.system.bus import session_bus, system_bus
        from intake_assistant.ui.locking.system.linux import LinuxWacht

        return LinuxWacht(venster, system_bus(), session_bus())
    return Systeemwacht(venster)
