"""Small pictures drawn by QPainter on a field of 24 by 24; sharp at every scale."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF

# What is drawn: L a line through points, O a circle (x, y, r), R a rounded box (x, y, w, h).
_Vorm = tuple[str, tuple[float, ...]]
ICONEN: Final[dict[str, tuple[_Vorm, ...]]] = {
    "dossiers": (("R", (4, 4, 16, 5)), ("R", (4, 11, 16, 9)), ("L", (9, 15, 15, 15))),
    "vandaag": (
        ("R", (4, 5, 16, 16)), ("L", (4, 10, 20, 10)), ("L", (8, 3, 8, 6)), ("L", (16, 3, 16, 6)),
        ("L", (9, 15, 11, 17, 15, 13)),
    ),
    "te_regelen": (
        ("L", (4, 6, 6, 8, 9, 4)), ("L", (12, 6, 21, 6)), ("L", (4, 13, 6, 15, 9, 11)),
        ("L", (12, 13, 21, 13)), ("R", (4, 18, 4, 4)), ("L", (12, 20, 21, 20)),
    ),
    "team": (
        ("L", (4, 20, 20, 20)), ("R", (5, 12, 3, 8)), ("R", (10.5, 5, 3, 15)), ("R", (16, 9, 3, 11)),
    ),
    "dossier": (("O", (12, 8, 4)), ("L", (4, 21, 5, 17, 9, 15, 15, 15, 19, 17, 20, 21))),
    "gesprek": (("R", (3, 4, 18, 12)), ("L", (8, 16, 8, 20, 13, 16)), ("L", (8, 10, 16, 10))),
    "lezen": (("L", (12, 7, 8, 5, 3, 5, 3, 18, 8, 18, 12, 20, 16, 18, 21, 18, 21, 5, 16, 5, 12, 7, 12, 20)),),
    "toen_en_nu": (
        ("R", (3, 8, 7, 12)), ("R", (14, 4, 7, 16)), ("L", (10, 14, 14, 14)),
        ("L", (12.5, 12, 14, 14, 12.5, 16)),
    ),
    "toestemmingen": (
        ("L", (12, 3, 20, 6, 19, 14, 12, 21, 5, 14, 4, 6, 12, 3)), ("L", (8, 11, 11, 14, 16, 8)),
    ),
    "weging": (("L", (12, 4, 12, 20)), ("L", (7, 20, 17, 20)), ("L", (4, 7, 20, 7)),
               ("L", (4, 7, 2, 13, 8, 13, 5, 7)), ("L", (19, 7, 16, 13, 22, 13, 20, 7))),
    "gelijke_gevallen": (
        ("O", (8, 9, 4)), ("O", (16, 9, 4)), ("L", (3, 17, 21, 17)), ("L", (3, 20, 21, 20)),
    ),
    "kansengelijkheid": (
        ("L", (3, 7, 21, 7)), ("O", (9, 7, 2)), ("L", (3, 12, 21, 12)), ("O", (15, 12, 2)),
        ("L", (3, 17, 21, 17)), ("O", (11, 17, 2)),
    ),
    "beschikking": (("L", (6, 3, 14, 3, 19, 8, 19, 21, 6, 21, 6, 3)), ("L", (9, 13, 12, 16, 16, 11))),
    "ontwikkelplan": (("L", (6, 21, 6, 3)), ("L", (6, 4, 18, 4, 15, 8, 18, 12, 6, 12))),
    "documenten": (("L", (8, 3, 15, 3, 20, 8, 20, 17, 8, 17, 8, 3)), ("L", (4, 7, 4, 21, 16, 21)),
                   ("L", (11, 12, 17, 12))),
    "uitvoering": (
        ("L", (3, 20, 9, 13, 13, 16, 21, 5)), ("L", (16, 5, 21, 5, 21, 10)), ("L", (3, 4, 3, 20)),
    ),
    "duo": (("R", (3, 6, 18, 13)), ("L", (8, 12, 16, 12)), ("L", (13, 9, 16, 12, 13, 15))),
    "overleg": (
        ("R", (3, 3, 14, 9)), ("L", (7, 12, 7, 15, 10, 12)),
        ("L", (20, 10, 21, 10, 21, 18, 18, 18, 18, 21, 14, 18, 11, 18, 11, 16)),
    ),
    "conflicten": (
        ("R", (3, 5, 7, 14)), ("R", (14, 5, 7, 14)), ("L", (6.5, 9, 6.5, 15)), ("L", (16, 10, 19, 14)),
        ("L", (19, 10, 16, 14)),
    ),
    "caseload": (
        ("O", (7, 8, 3)), ("L", (2, 19, 3, 15, 6, 14, 8, 14, 11, 15, 12, 19)), ("L", (13, 10, 21, 10)),
        ("L", (18, 7, 21, 10, 18, 13)), ("R", (15, 16, 7, 5)),
    ),
    "rechten": (
        ("L", (12, 3, 20, 6, 19, 14, 12, 21, 5, 14, 4, 6, 12, 3)), ("O", (12, 9.5, 2.2)),
        ("L", (8, 15.5, 9, 13.5, 15, 13.5, 16, 15.5)),
    ),
    "tolk": (
        ("O", (8, 9, 3.5)), ("L", (2, 20, 3, 16, 6, 14.5, 10, 14.5, 13, 16, 14, 20)),
        ("L", (15, 8, 17, 10, 17, 6, 15, 8)), ("L", (20, 5, 21.5, 8, 20, 11)),
    ),
    "geschiedenis": (("O", (12, 12, 9)), ("L", (12, 7, 12, 12, 16, 14))),
    "wissen": (
        ("L", (4, 6, 20, 6)), ("L", (9, 6, 9, 3, 15, 3, 15, 6)), ("L", (6, 6, 7, 21, 17, 21, 18, 6)),
    ),
    "dubbel": (
        ("O", (8, 8, 3.5)), ("L", (2, 20, 3, 16, 6, 14, 10, 14, 13, 16, 14, 20)),
        ("O", (16, 8, 3.5)), ("L", (16, 14, 18, 14, 21, 16, 22, 20)),
    ),
    "uitwisseling": (
        ("L", (3, 8, 20, 8)), ("L", (16, 4, 20, 8, 16, 12)),
        ("L", (21, 16, 4, 16)), ("L", (8, 12, 4, 16, 8, 20)),
    ),
    "verstrekken": (
        ("L", (11, 3, 4, 3, 4, 21, 18, 21, 18, 15)), ("L", (9, 13, 21, 6)), ("L", (15, 5, 21, 6, 19, 12)),
    ),
    "nieuw_besluit": (
        ("L", (6, 3, 14, 3, 19, 8, 19, 21, 6, 21, 6, 3)), ("L", (9, 14, 16, 14)),
        ("L", (12.5, 10.5, 12.5, 17.5)),
    ),
    "melden": (("R", (3, 5, 18, 14)), ("L", (3, 6, 12, 13, 21, 6))),
    "reservekopieen": (("R", (3, 8, 13, 13)), ("L", (8, 5, 8, 3, 21, 3, 21, 16, 19, 16))),
    "instellingen": (("L", (4, 7, 20, 7)), ("L", (4, 17, 20, 17)), ("O", (9, 7, 2.5)), ("O", (15, 17, 2.5))),
    "onderwerpen": (
        ("L", (9, 6, 21, 6)), ("L", (9, 12, 21, 12)), ("L", (9, 18, 21, 18)), ("L", (4, 6, 4.1, 6)),
        ("L", (4, 12, 4.1, 12)), ("L", (4, 18, 4.1, 18)),
    ),
    "zoeken": (("O", (10.5, 10.5, 6.5)), ("L", (15.5, 15.5, 21, 21))),
    "toetsen": (("R", (2, 6, 20, 12)), ("L", (8, 14.5, 16, 14.5)), ("L", (6, 10, 6.1, 10)),
                ("L", (10, 10, 10.1, 10)), ("L", (14, 10, 14.1, 10)), ("L", (18, 10, 18.1, 10))),
    "privacy": (
        ("L", (3, 12, 7, 7, 12, 5, 17, 7, 21, 12, 17, 17, 12, 19, 7, 17, 3, 12)), ("L", (4, 20, 20, 4)),
    ),
    "slot": (
        ("R", (5, 11, 14, 10)), ("L", (8, 11, 8, 7, 10, 4, 14, 4, 16, 7, 16, 11)), ("L", (12, 15, 12, 17)),
    ),
    "oog": (("L", (2, 12, 6, 7, 12, 5, 18, 7, 22, 12, 18, 17, 12, 19, 6, 17, 2, 12)), ("O", (12, 12, 3))),
    "stil": (("L", (9, 5, 9, 19)), ("L", (15, 5, 15, 19))),
    "dicht": (("L", (9, 5, 16, 12, 9, 19)),),
    "open": (("L", (5, 9, 12, 16, 19, 9)),),
    "terug": (("L", (20, 12, 5, 12)), ("L", (11, 6, 5, 12, 11, 18))),
    "sluiten": (("L", (6, 6, 18, 18)), ("L", (18, 6, 6, 18))),
    "vink": (("L", (5, 13, 10, 18, 19, 7)),),
    "let_op": (("L", (12, 4, 21, 20, 3, 20, 12, 4)), ("L", (12, 10, 12, 14)), ("L", (12, 17, 12, 17.1))),
    "nieuw": (("L", (12, 5, 12, 19)), ("L", (5, 12, 19, 12))),
    "klok": (("O", (12, 13, 8)), ("L", (12, 9, 12, 13, 15, 14)), ("L", (10, 2, 14, 2))),
    "taal": (
        ("O", (12, 12, 9)), ("L", (3, 12, 21, 12)),
        ("L", (12, 3, 8, 8, 8, 16, 12, 21, 16, 16, 16, 8, 12, 3)),
    ),
    "potlood": (("L", (4, 20, 5, 15, 16, 4, 20, 8, 9, 19, 4, 20)), ("L", (13, 7, 17, 11))),
    "map": (("L", (3, 19, 3, 5, 9, 5, 11, 8, 21, 8, 21, 19, 3, 19)),),
    "info": (("O", (12, 12, 9)), ("L", (12, 11, 12, 17)), ("L", (12, 7, 12, 7.1))),
    "draad": (
        ("O", (5, 6, 2.5)), ("O", (19, 18, 2.5)), ("L", (7.5, 6, 16, 6, 16, 12, 8, 12, 8, 18, 16.5, 18)),
    ),
    "stip": (("O", (12, 12, 3)),),
}  # fmt: skip


def pixmap(naam: str, kleur: QColor, size: int) -> QPixmap:
    """A picture in a colour, `size` pixels wide on a screen of ordinary density."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    # A button asks for its picture at each change of style, several times before it is first shown.
    key = f"{naam} {kleur.rgba()} {size} {ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    made = _drawn(naam, kleur, size, ratio)
    QPixmapCache.insert(key, made)
    return made


def _drawn(naam: str, kleur: QColor, size: int, ratio: float) -> QPixmap:
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 24, size / 24)
    draw(painter, naam, kleur)
    painter.end()
    return made


def icon(naam: str, kleur: QColor, size: int) -> QIcon:
    """The picture as an icon."""
    return QIcon(pixmap(naam, kleur, size))


def draw(painter: QPainter, naam: str, kleur: QColor) -> None:
    """Draw the picture in the field (0, 0, 24, 24) of a painter."""
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(kleur, 1.8, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for soort, getallen in ICONEN.get(naam, ICONEN["stip"]):
        if soort == "L":
            points = [QPointF(x, y) for x, y in zip(getallen[::2], getallen[1::2], strict=True)]
            painter.drawPolyline(QPolygonF(points))
        elif soort == "O":
            painter.drawEllipse(QPointF(getallen[0], getallen[1]), getallen[2], getallen[2])
        else:
            painter.drawRoundedRect(QRectF(*getallen), 2, 2)
