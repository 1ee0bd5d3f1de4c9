"""Draw the icon of the program as Windows wants it: python icon.py FROM.svg TO.ico."""

from __future__ import annotations

import io
import os
import sys

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def write_icon(source: str, to: str) -> None:
    """Each size is drawn by itself, so that the smallest is sharp."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PIL import Image
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QGuiApplication, QIcon

    app = QGuiApplication([])
    icon, drawn = QIcon(source), []
    for size in SIZES:
        buffer = QBuffer()
        icon.pixmap(size, size).toImage().save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know bytes
        drawn.append(Image.open(io.BytesIO(bytes(buffer.data().data()))))
    drawn[-1].save(to, format="ICO", sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])
    del app


if __name__ == "__main__":
    write_icon(*sys.argv[1:])
