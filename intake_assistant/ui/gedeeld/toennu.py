"""Two days side by side on the shared side: for each question what was said then, and beside it now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.operations.views.toennu.vormen import Toennublad, Toennucel, Toennurij
from intake_assistant.ui.gedeeld.bord import Bordvlak
from intake_assistant.ui.gedeeld.vorm import Vorm
from intake_assistant.ui.kit.flow import Vloei

# A topic, a day, a question and an answer, in points.
TITEL, KOP, VRAAG, WOORD = 26.0, 20.0, 16.0, 20.0
TOPIC, BEELD = 64, 56
# So long a title stands on one line, wherever it is.
KORT = 14
# The stairs, in pixels; how much of their height is left where there is little room.
_HOOG, _TREE, _RUIM = 48, 24, 4
_LAAGST = 0.67
_TEGEL = "toennu_tegel"
_NAAST, _ONDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Tekenaar(Protocol):
    """Who makes words and pictures in the size and the letters of the page."""

    def __call__(self, tekst: str, punten: float, *, vet: bool = False) -> QLabel:
        """Words in the language of the page."""


class Beeldmaker(Protocol):
    """Who makes pictures in the size of the page."""

    def __call__(self, beeld: str, maat: int) -> QWidget:
        """A picture as high as this."""


class Toennurooster(QGridLayout):
    """A column for each day; the questions stand above what was said on them, or a board below the days."""

    def __init__(
        self,
        blad: Toennublad,
        vorm: Vorm,
        woorden: Tekenaar,
        beeld: Beeldmaker,
        bord: Callable[[Bordplaat], Bordvlak],
    ) -> None:
        super().__init__()
        self._vorm, self._woorden, self._beeld = vorm, woorden, beeld
        self._vakken: list[Toennuvak] = []
        self._koppen: list[QHBoxLayout] = []
        self.setHorizontalSpacing(vorm.px(12))
        self.setVerticalSpacing(vorm.px(6))
        self.setColumnStretch(0, 1)
        self.setColumnStretch(1, 1)
        self._add_titel(blad)
        self._borden = [bord(plaat) for plaat in blad.platen]
        if self._borden:
            self._add_borden(blad)
            return
        for kolom, (kop, dag) in enumerate(blad.koppen):
            self.addWidget(_centred(self._woorden(kop, KOP, vet=True)), 2, kolom)
            self.addWidget(_centred(self._woorden(dag, VRAAG)), 3, kolom)
        for nummer, rij in enumerate(blad.rijen):
            self._add_rij(rij, blad.koppen, 4 + 2 * nummer)

    def _add_titel(self, blad: Toennublad) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._vorm.px(12))
        row.addStretch(1)
        if blad.beeld:
            picture = self._beeld(blad.beeld, TOPIC)
            picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(picture)
        titel = self._woorden(blad.titel, TITEL, vet=True)
        is_short = len(blad.titel) <= KORT
        titel.setWordWrap(not is_short)
        row.addWidget(titel, 0 if is_short else 8)
        row.addStretch(1)
        self._koppen.append(row)
        self.addLayout(row, 0, 0, 1, 2)

    def _add_borden(self, blad: Toennublad) -> None:
        """One below the other: beside each other there is no room for the words on them."""
        for nummer, (made, (kop, dag)) in enumerate(zip(self._borden, blad.koppen, strict=True)):
            # To look at: nothing of another day can be touched.
            made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            made.setAccessibleName(f"{kop}: {made.accessibleName()}")
            row = QHBoxLayout()
            row.setSpacing(self._vorm.px(12))
            for woord, punten in ((kop, KOP), (dag, VRAAG)):
                said = self._woorden(woord, punten, vet=woord is kop)
                said.setWordWrap(False)
                row.addWidget(said)
            row.addStretch(1)
            self._koppen.append(row)
            self.addLayout(row, 2 + 2 * nummer, 0, 1, 2)
            self.addWidget(made, 3 + 2 * nummer, 0, 1, 2)

    def _add_rij(self, rij: Toennurij, koppen: tuple[tuple[str, str], ...], plaats: int) -> None:
        self.addWidget(self._woorden(rij.woord, VRAAG), plaats, 0, 1, 2)
        for kolom, cel in enumerate((rij.toen, rij.nu)):
            made = Toennuvak(cel, self._vorm, self._woorden, self._beeld)
            made.setObjectName(f"{'nu' if kolom else 'toen'}_{rij.naam}")
            made.setAccessibleName(f"{rij.woord}. {koppen[kolom][0]}: {cel.zin}")
            self.addWidget(made, plaats + 1, kolom)
            self._vakken.append(made)

    def refit(self, factor: float, beeldfactor: float, *, is_weids: bool) -> None:
        """Its words or pictures are larger or smaller now: what is within a card tells so only later."""
        for bord in self._borden:
            bord.set_factor(factor)
        for vak in self._vakken:
            vak.refit(beeldfactor, naast=is_weids and beeldfactor < 1)
        for kop in self._koppen:
            kop.invalidate()
        self.invalidate()


class Toennuvak(QFrame):
    """What was said on one of the days: stairs, pictures and words."""

    def __init__(self, cel: Toennucel, vorm: Vorm, woorden: Tekenaar, beeld: Beeldmaker) -> None:
        super().__init__()
        self._vorm, self._is_leeg = vorm, cel.is_leeg
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._box = box = QVBoxLayout(self)
        rand = vorm.px(8)
        box.setContentsMargins(rand, rand, rand, rand)
        box.setSpacing(vorm.px(4))
        box.addStretch(1)
        self._tegels: QLayout | None = None
        self._trap = Trapje(*cel.trede, vorm) if cel.trede is not None else None
        if self._trap is not None:
            box.addWidget(self._trap, 0, Qt.AlignmentFlag.AlignCenter)
        if any(cel.beelden):
            self._tegels = _tegels(cel, vorm, woorden, beeld)
            box.addLayout(self._tegels)
        else:
            box.addWidget(_centred(woorden(", ".join(cel.woorden), VRAAG if cel.is_leeg else WOORD)))
        if cel.bron:
            box.addWidget(_centred(woorden(f"({cel.bron})", VRAAG)))
        box.addStretch(1)

    def refit(self, beeldfactor: float, *, naast: bool) -> None:
        """Measure again all that is in it; where there is little height words stand beside lower stairs."""
        if self._trap is not None:
            self._box.setDirection(_NAAST if naast else _ONDER)
            self._box.setSpacing(self._vorm.px(12 if naast else 4))
            self._trap.refit(beeldfactor)
        if self._tegels is not None:
            for tegel in self.findChildren(QWidget, _TEGEL):
                tegel.updateGeometry()
            self._tegels.invalidate()
        self._box.invalidate()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; what was not asked is only an edge of dots."""
        vorm = self._vorm
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = painter.pen()
            pen.setColor(vorm.kleur("rand"))
            pen.setStyle(Qt.PenStyle.DashLine if self._is_leeg else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush if self._is_leeg else vorm.kleur("vlak_zacht"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), vorm.px(12), vorm.px(12))


def _centred(woorden: QLabel) -> QLabel:
    woorden.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return woorden


def _tegels(cel: Toennucel, vorm: Vorm, woorden: Tekenaar, beeld: Beeldmaker) -> QLayout:
    """Each choice as its picture with its word below it, as many beside each other as fit."""
    made = Vloei() if len(cel.woorden) > 1 else QVBoxLayout()
    made.setSpacing(vorm.px(8))
    for woord, plaatje in zip(cel.woorden, cel.beelden, strict=True):
        tegel = QWidget()
        tegel.setObjectName(_TEGEL)
        box = QVBoxLayout(tegel)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(vorm.px(2))
        if plaatje:
            box.addWidget(beeld(plaatje, BEELD), 0, Qt.AlignmentFlag.AlignHCenter)
        said = woorden(woord, VRAAG)
        said.setWordWrap(False)
        box.addWidget(_centred(said))
        made.addWidget(tegel)
    return made


class Trapje(QWidget):
    """Stairs with the steps that somebody stands on filled: who cannot read sees how far that is."""

    def __init__(self, tree: int, van: int, vorm: Vorm) -> None:
        super().__init__()
        self._tree, self._van, self._vorm = tree, van, vorm
        self.setFixedWidth(vorm.px(van * (_TREE + _RUIM)))
        self.refit(1.0)

    def refit(self, factor: float) -> None:
        """Be lower where there is less room; how many steps are filled is still seen."""
        self.setFixedHeight(self._vorm.px(round(_HOOG * min(max(factor, _LAAGST), 1.0))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """From low to high, in the direction in which is read."""
        px = self._vorm.px
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._vorm.kleur("accent"))
            for tree in range(1, self._van + 1):
                hoog = (self.height() - 2) * tree / self._van
                x = px((self._van - tree if is_rtl else tree - 1) * (_TREE + _RUIM)) + 1
                filled = tree <= self._tree
                painter.setBrush(self._vorm.kleur("accent" if filled else "vlak"))
                painter.drawRoundedRect(QRectF(x, self.height() - hoog - 1, px(_TREE), hoog), px(3), px(3))
