"""One view of the shared side: draws what is in sight, as large as there is room for."""

from __future__ import annotations

import time
from bisect import bisect_left
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from intake_assistant.operations.words.gedeeld import LUISTER, OOR_BEELD, Gedeeldblad, Gedeeldekeuze, Maat
from intake_assistant.texts import Stand, Taal, dutch_text
from intake_assistant.ui.gedeeld.bord import Bordvlak
from intake_assistant.ui.gedeeld.bordhouder import Bordhouder
from intake_assistant.ui.gedeeld.gedeeld import Zicht
from intake_assistant.ui.gedeeld.kaart import (
    GROOT_BEELD,
    KLEIN_BEELD,
    Aanraakkaart,
    Beeldvak,
    Gebaarkaart,
    Keuzekaart,
)
from intake_assistant.ui.gedeeld.large_text import Groottekst
from intake_assistant.ui.gedeeld.taaltegel import Taaltegel, lines_of, make_rooster, set_for
from intake_assistant.ui.gedeeld.toennu import Toennurooster
from intake_assistant.ui.gedeeld.vorm import DICHT, KRAPPER, RUIMER, WEIDS, WEIDSER, Vorm, vorm_van
from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.emptying import empty_layout, show_all
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import rij, schuifvlak

# Read across a table: 20 to 32 points (ui.md, *Measures*).
PUNTEN: Final[dict[Maat, float]] = {"groot": 32.0, "midden": 26.0, "klein": 20.0, "fijn": 15.0}
TOLK_PUNTEN, STAND_PUNTEN = 13.0, 10.0
# Of so many choices the words are as large as those of the question.
WEINIG = 4
RUIM, MEEST_VERGROOT = 360, 2.0
# A choice without words is a tile, large enough for a finger.
TEGEL = 120
SCHAAL_HOOG = 176
_RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_TE_MELDEN: Final[tuple[Stand, ...]] = ("ongecontroleerd", "verouderd")


def _unmarked(zicht: Zicht) -> Zicht:
    return replace(zicht, gekozen=(), aangewezen=())


def _page(zicht: Zicht) -> tuple[str, str]:
    return zicht.blad.naam, zicht.plaats


class Gedeeldvlak(Bordhouder):
    """Question, hint and choices in one language; never guidance, notes or sources."""

    _rooster: Toennurooster | None = None

    def __init__(self, naam: str, *, rolt: bool = False) -> None:
        """`rolt`: somebody can scroll it; else all of it must be in sight, however small."""
        super().__init__()
        self._rolt = rolt
        fonts.load_all()
        self.setObjectName(naam)
        self.setAccessibleName(dutch_text("gesprek.gedeeld.naam"))
        self._zicht: Zicht | None = None
        self._vorm = self._wens = vorm_van()
        self._vergroot, self._tegels = 1.0, list[Taaltegel]()
        self._kaarten: dict[str, Keuzekaart] = {}
        self._vinger: Aanraakkaart | None = None
        """The card that a finger is on: of two at once the last, so that never two are touched."""
        self._letters: list[tuple[QLabel, float]] = []
        self._beelden: list[tuple[Beeldvak, int]] = []
        self._binnen = QWidget()
        # As high as its width asks: what Qt takes for its least height is that of a narrow column.
        self._binnen.setMinimumHeight(1)
        self._box = QVBoxLayout(self._binnen)
        self._vlak = self._make_rolvlak()
        self._onder = QVBoxLayout()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addWidget(self._vlak, 1)
        buiten.addLayout(self._onder)

    def _make_rolvlak(self) -> QScrollArea:
        made = schuifvlak(self._binnen)
        made.viewport().installEventFilter(self)
        # A bar that comes takes room, and makes itself needed.
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not self._rolt:
            made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    # -- showing ---------------------------------------------------------------------------------------------

    def show_zicht(self, zicht: Zicht, vorm: Vorm) -> None:
        """Show this; built anew only when more than a mark changed."""
        before, self._zicht = self._zicht, zicht
        is_same = before is not None and _unmarked(before) == _unmarked(zicht)
        if before is not None and before.blad.naam and _page(before) != _page(zicht):
            self._gezien_op = time.monotonic()
        if not (is_same and vorm == self._wens) and not (
            vorm == self._wens and self._show_touched(before, zicht)
        ):
            self._wens = vorm
            self._make(zicht)
        self._mark(zicht)

    def _mark(self, zicht: Zicht) -> None:
        for code, kaart in self._kaarten.items():
            kaart.mark(gekozen=code in zicht.gekozen, aangewezen=code in zicht.aangewezen)

    def paint_now(self) -> None:
        """Paint it now, not at the next turn: also where it is covered, and only seen in a video call."""
        for layout in (self.layout(), self._box):
            if layout is not None:
                layout.activate()
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its own paper."""
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), self._vorm.kleur("vlak"))

    def _make(self, zicht: Zicht) -> None:
        self._vorm = self._wens
        if not self._build(zicht) and (self._tegels or not self._rolt):
            # Larger than there is room for even with small letters: then edges and cards are smaller too.
            self._vorm = replace(self._wens, schaal=min(self._wens.schaal, 100))
            self._build(zicht)

    def _build(self, zicht: Zicht) -> bool:
        self._empty()
        blad = zicht.blad
        is_rtl = zicht.taal.richting == "rtl" and not blad.is_nederlands
        self._binnen.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        self._box.setSpacing(self._vorm.px(12))
        self._box.addStretch(1)
        self._add_boven(blad)
        for zin in blad.zinnen:
            self._box.addWidget(self._groot(zin.tekst, PUNTEN[zin.maat], vet=zin.vet))
        self._add_keuzes(blad.keuzes, naast=blad.naast)
        if (bord := self._make_bord(zicht, self._vorm)) is not None:
            self._box.addWidget(bord)
        if blad.alleen:
            self._box.addSpacing(self._vorm.px(24))
            self._box.addWidget(self._knop(blad.alleen), 0, Qt.AlignmentFlag.AlignHCenter)
        self._add_dutch(blad.voor_tolk)
        self._box.addStretch(1)
        self._add_voet(zicht)
        if self.isVisible():
            show_all(self._box)
        return self._fit()

    def _empty(self) -> None:
        self._vergroot = self._wide()
        self._vinger = None
        self._kaarten.clear()
        self._rooster = None
        self._letters.clear()
        self._beelden.clear()
        self._tegels.clear()
        empty_layout(self._box)
        empty_layout(self._onder)

    def _add_boven(self, blad: Gedeeldblad) -> None:
        """The picture above the words, or two days side by side."""
        if blad.toennu is not None:
            self._rooster = Toennurooster(blad.toennu, self._vorm, self._groot, self._beeldvak)
            self._box.addLayout(self._rooster)
        elif blad.beeld or not (blad.zinnen or blad.is_vol):
            self._box.addWidget(self._beeldvak(blad.beeld, GROOT_BEELD), 0 if blad.naam else 8)

    def _wide(self) -> float:
        """How much larger the pictures are on a screen of its own; in halves, so that little moves."""
        return min(MEEST_VERGROOT, max(2, self._vlak.viewport().width() * 2 // self._vorm.px(RUIM * 2)) / 2)

    def _beeldvak(self, beeld: str, maat: int) -> Beeldvak:
        zicht = self._zicht
        made = Beeldvak(zicht.beelden / beeld if zicht and beeld else None, self._vorm)
        self._beelden.append((made, maat))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return made

    def _groot(self, tekst: str, punten: float, *, vet: bool = False, taal: Taal | None = None) -> Groottekst:
        """Words in the font and direction of their language, which is that of the page."""
        zicht = self._zicht
        made = Groottekst(self._vorm.kleur("zacht" if zicht and zicht.gedimd else "tekst"))
        made.setText(tekst)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        lettertypen = zicht.taal.lettertypen if zicht and not zicht.blad.is_nederlands else ()
        if taal is not None:
            lettertypen = taal.lettertypen
            set_for(made, taal)
        font = fonts.taal_font(lettertypen, self._vorm.punten(punten))
        font.setBold(vet)
        made.setFont(font)
        self._letters.append((made, punten))
        return made

    def _klein(self, tekst: str, punten: float, naam: str) -> Groottekst:
        """Dutch for the interpreter and for us: small, and read from the left."""
        made = Groottekst(self._vorm.kleur("zacht"))
        made.setObjectName(naam)
        made.setText(tekst)
        made.setFont(fonts.staff_font(self._vorm.punten(punten)))
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        made.setAlignment(_LINKS)
        return made

    # -- choices ---------------------------------------------------------------------------------------------

    def _add_keuzes(self, keuzes: tuple[Gedeeldekeuze, ...], *, naast: bool = False) -> None:
        if naast:
            self._add_naast(keuzes)
        elif any(keuze.hoogte for keuze in keuzes):
            self._add_schaal(keuzes)
        elif any(keuze.taal for keuze in keuzes):
            self._add_talen(keuzes)
        elif all(keuze.woorden for keuze in keuzes):
            punten = PUNTEN["midden" if len(keuzes) <= WEINIG else "klein"]
            for keuze in keuzes:
                self._box.addWidget(self._kaart(keuze, punten))
        else:
            self._add_tegels(keuzes)

    def _add_naast(self, keuzes: tuple[Gedeeldekeuze, ...]) -> None:
        """Of equal weight: as wide and as high, whatever their words."""
        row = rij(tussen=self._vorm.px(16))
        for keuze in keuzes:
            kaart = self._kaart(keuze, PUNTEN["midden"])
            kaart.setFixedHeight(self._vorm.px(TEGEL))
            row.addWidget(kaart, 1)
        self._box.addLayout(row)

    def _add_tegels(self, keuzes: tuple[Gedeeldekeuze, ...]) -> None:
        tegels = Vloei()
        tegels.setSpacing(self._vorm.px(12))
        for keuze in keuzes:
            kaart = self._kaart(keuze, PUNTEN["klein"])
            maat = self._vorm.px(round(TEGEL * self._vergroot))
            kaart.setMinimumSize(maat, maat)
            tegels.addWidget(kaart)
        self._box.addLayout(tegels)

    def _add_schaal(self, stappen: tuple[Gedeeldekeuze, ...]) -> None:
        row = rij(tussen=6)
        for stap in stappen:
            kaart = self._kaart(stap, PUNTEN["klein"])
            kaart.setFixedHeight(self._vorm.px(SCHAAL_HOOG))
            row.addWidget(kaart)
        self._box.addLayout(row)

    def _add_talen(self, keuzes: tuple[Gedeeldekeuze, ...]) -> None:
        rooster = make_rooster(self._vorm, len(keuzes), weids=self._vlak.viewport().width() >= WEIDS)
        for keuze in keuzes:
            woorden = [
                self._groot(tekst, punten, vet=vet, taal=keuze.taal) for tekst, punten, vet in lines_of(keuze)
            ]
            beeld = self._klein_beeld(keuze) if keuze.beeld else None
            self._tegels.append(Taaltegel(keuze.code, self._vorm, beeld, [*woorden]))
            rooster.addWidget(self._reach(self._tegels[-1]))
        self._box.addLayout(rooster)

    def _kaart(self, keuze: Gedeeldekeuze, punten: float) -> Keuzekaart:
        woorden = self._groot(keuze.woorden, punten) if keuze.woorden else None
        cijfer = Groottekst(self._vorm.kleur("tekst"))
        cijfer.setWordWrap(False)
        cijfer.setText(keuze.cijfer)
        cijfer.setFont(fonts.staff_font(self._vorm.punten(PUNTEN["klein"])))
        made = Keuzekaart(keuze.code, self._vorm, cijfer, woorden, deel=keuze.hoogte)
        if keuze.beeld:
            made.add_beeld(self._klein_beeld(keuze))
        self._kaarten[keuze.code] = made
        self._reach(made)
        return made

    def _knop(self, keuze: Gedeeldekeuze) -> Aanraakkaart:
        woorden = self._groot(keuze.woorden, PUNTEN["klein"]) if keuze.woorden else None
        if woorden is not None:
            # A button is as wide as its words, and stays on one line.
            woorden.setWordWrap(False)
        return self._reach(Gebaarkaart(keuze.code, self._vorm, self._klein_beeld(keuze), woorden))

    def _klein_beeld(self, keuze: Gedeeldekeuze) -> QWidget:
        made = self._beeldvak(keuze.beeld, KLEIN_BEELD)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made

    def _reach(self, kaart: Aanraakkaart) -> Aanraakkaart:
        kaart.ingedrukt.connect(partial(self._press, kaart))
        kaart.aangeraakt.connect(partial(self._lift, kaart))
        return kaart

    def _press(self, kaart: Aanraakkaart) -> None:
        self._vinger = kaart if self._is_seen() else None

    def _lift(self, kaart: Aanraakkaart) -> None:
        if self._vinger is kaart:
            self._vinger = None
            self.aangeraakt.emit(kaart.code)

    # -- Dutch beside it -------------------------------------------------------------------------------------

    def _add_dutch(self, regels: tuple[str, ...]) -> None:
        if regels:
            self._box.addSpacing(self._vorm.px(24))
            kop = self._klein(dutch_text("gesprek.gedeeld.voor_tolk"), STAND_PUNTEN, "voor_tolk_kop")
            self._box.addWidget(kop)
            self._box.addWidget(self._klein("\n".join(regels), TOLK_PUNTEN, "voor_tolk"))

    def _add_voet(self, zicht: Zicht) -> None:
        if zicht.hoorbaar:
            # No word is needed to know an ear.
            oor = self._knop(Gedeeldekeuze(LUISTER, "", "", OOR_BEELD))
            oor.setAccessibleName(dutch_text("gesprek.gedeeld.luister"))
            self._onder.setContentsMargins(self._vorm.px(16), 0, self._vorm.px(16), self._vorm.px(8))
            self._onder.addWidget(oor, 0, _LINKS)
        self._add_stand(zicht)

    def _add_stand(self, zicht: Zicht) -> None:
        if zicht.blad.stand in _TE_MELDEN:
            zin = dutch_text(f"gesprek.gedeeld.{zicht.blad.stand}", taal=zicht.taal.naam_nl)
            made = self._klein(zin, STAND_PUNTEN, "gedeeld_stand")
            made.setAlignment(_RECHTS)
            self._onder.setContentsMargins(self._vorm.px(16), 0, self._vorm.px(16), self._vorm.px(8))
            self._onder.addWidget(made)

    # -- fitting ---------------------------------------------------------------------------------------------

    def _fit(self) -> bool:
        """In the middle, where the eye is, as large as there is room for; False when there is too little."""
        breed = self._vlak.viewport().width()
        rand = self._vorm.px(32 if breed >= self._vorm.px(RUIM) else 16)
        self._box.setContentsMargins(rand, rand, rand, self._vorm.px(8))
        maten = (*(WEIDSER if breed >= WEIDS else ()), *RUIMER, *KRAPPER)
        plaats = bisect_left(maten[:-1], True, key=lambda maat: self._fits(*maat))
        return self._fits(*maten[plaats])

    def _fits(self, factor: float, beeldfactor: float) -> bool:
        self._size(factor, min(beeldfactor, self._vergroot))
        self._box.invalidate()
        vlak = self._vlak.viewport()
        nodig = self._box.totalHeightForWidth(vlak.width())
        past = (nodig if nodig > 0 else self._box.totalSizeHint().height()) <= vlak.height()
        # At its own size it may be scrolled; a word that is wider than this half may never be cut.
        past = past or (self._rolt and factor <= (DICHT if self._tegels else 1) and self._vorm.schaal <= 100)
        return past and self._box.totalMinimumSize().width() <= vlak.width()

    def _size(self, factor: float, beeldfactor: float) -> None:
        for woorden, punten in self._letters:
            font = woorden.font()
            font.setPointSizeF(self._vorm.punten(punten * factor))
            woorden.setFont(font)
        for kaart in (*self._kaarten.values(), *self._tegels):
            # Its own layout tells this one only at the next turn that its words grew.
            kaart.updateGeometry()
        if self.bord is not None:
            # What may be scrolled has its own size: letters that fit, and targets for a finger.
            self.bord.set_factor(1.0 if self._rolt else factor)
        for beeld, maat in self._beelden:
            beeld.set_hoog(self._vorm.px(round(maat * beeldfactor)))
        if self._rooster is not None:
            self._rooster.refit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when there is more room, or less."""
        if event.type() is QEvent.Type.Resize:
            is_anders = self._wide() != self._vergroot or not self._fit()
            if self._zicht is not None and is_anders:
                self._make(self._zicht)
                self._mark(self._zicht)
        return super().eventFilter(watched, event)

    def _show_at(self, bord: Bordvlak) -> None:
        plek = bord.plek.toRect()
        middle = bord.mapTo(self._binnen, plek.center())
        self._vlak.ensureVisible(middle.x(), middle.y(), plek.width() // 2, plek.height() // 2)

    def roll(self, stappen: int) -> None:
        """Move what is in sight up or down."""
        balk = self._vlak.verticalScrollBar()
        balk.setValue(balk.value() + stappen * self._vorm.px(48))
