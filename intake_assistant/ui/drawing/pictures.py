"""Reads a picture of the forms, sharp at the size it is shown at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader, QPixmap, QPixmapCache


def read_picture(file: Path, hoog: int) -> QPixmap:
    """The picture so many pixels high; empty when there is none."""
    kept, sleutel = QPixmap(), f"{file} {hoog}"
    if QPixmapCache.find(sleutel, kept):
        return kept
    reader = QImageReader(str(file))
    own = reader.size()
    if own.isValid() and own.height():
        reader.setScaledSize(QSize(own.width() * hoog // own.height(), hoog))
    made = QPixmap.fromImageReader(reader)
    QPixmapCache.insert(sleutel, made)
    return made
