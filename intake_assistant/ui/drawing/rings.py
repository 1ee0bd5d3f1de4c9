"""Rings, as of a drop in water: the picture of rest."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

RINGS = 5


def paint_rings(painter: QPainter, middle: QPointF, step: float, ink: QColor, thick: float) -> None:
    """Draw rings around a point, fainter as they are wider."""
    ring = QColor(ink)
    for number in range(1, RINGS + 1):
        ring.setAlphaF(0.36 - number * 0.06)
        painter.setPen(QPen(ring, thick))
        painter.drawEllipse(middle, step * number, step * number)
