"""Whether anything on a screen moves by itself, beside the caret of a field that is typed in."""

from __future__ import annotations

import time

from PySide6.QtGui import QGuiApplication, QImage

_CARET = (4, 80)
"""So wide and high a caret is, at 200 % too."""
_BETWEEN = (1.0, 0.35, 0.55)
"""Seconds; first for what is still being laid out, then uneven: what blinks is seen in both its states."""


def moves(seen: list[QImage]) -> bool:
    """Whether the pictures differ by more than a caret."""
    first, *others = seen
    return any(_is_more(_differing(first, other)) for other in others)


def watch() -> list[QImage]:
    """Pictures of the whole screen, shortly after each other."""
    app = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(app, QGuiApplication)
    seen = []
    for pause in _BETWEEN:
        time.sleep(pause)
        picture = app.primaryScreen().grabWindow(0).toImage()
        seen.append(picture.convertToFormat(QImage.Format.Format_RGB32))
    return seen


def _differing(one: QImage, other: QImage) -> tuple[int, int]:
    """How wide and high the part is that differs."""
    wide, step = one.width(), one.bytesPerLine()
    a, b = bytes(one.constBits()), bytes(other.constBits())
    rows = [y for y in range(one.height()) if a[y * step : (y + 1) * step] != b[y * step : (y + 1) * step]]
    if not rows:
        return 0, 0
    columns = [
        x
        for y in rows
        for x in range(wide)
        if a[y * step + 4 * x : y * step + 4 * x + 3] != b[y * step + 4 * x : y * step + 4 * x + 3]
    ]
    return max(columns) - min(columns) + 1, max(rows) - min(rows) + 1


def _is_more(part: tuple[int, int]) -> bool:
    return part[0] > _CARET[0] or part[1] > _CARET[1]
