"""One view of the shared side: draws what is in sight, as large as there is room for."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from intake_assistant.operations.words.gedeeld import (
    LUISTER,
    OOR_BEELD,
    Gedeeldekeuze,
    Gedeeldezin,
)
from intake_assistant.texts import Stand, dutch_text
from intake_assistant.ui.gedeeld.blad.keuzes import HOOGTEN, LAAGST, TEGEL, Keuzezetter
from intake_assistant.ui.gedeeld.blad.voet import Gebarenvoet
from intake_assistant.ui.gedeeld.blad.zetsel import PUNTEN, TOLK_PUNTEN, Zetsel
from intake_assistant.ui.gedeeld.bord import Bordvlak
from intake_assistant.ui.gedeeld.bordhouder import Bordhouder, board
from intake_assistant.ui.gedeeld.gedeeld import IN_BEELDEN, Zicht
from intake_assistant.ui.gedeeld.kaart import (
    GROOT_BEELD,
    Aanraakkaart,
    Beeldvak,
    Gebaarkaart,
)
from intake_assistant.ui.gedeeld.toennu import Toennurooster
from intake_assistant.ui.gedeeld.vorm import DICHT, KRAPPER, RUIMER, WEIDS, WEIDSER, Vorm, vorm_van
from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.emptying import empty_layout, show_all
from intake_assistant.ui.kit.parts import kolom, rij, schuifvlak

STAND_PUNTEN = 10.0
RUIM, LAAG, MEEST_VERGROOT = 360, 480, 2.0
OOR_HOOG = 32
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_TE_MELDEN: Final[tuple[Stand, ...]] = ("ongecontroleerd", "verouderd")


def _direction(is_rtl: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


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
        self._vergroot = 1.0
        self._vinger: Aanraakkaart | None = None
        """The card that a finger is on: of two at once the last, so that never two are touched."""
        self._zetsel = Zetsel(None, self._vorm)
        self._binnen = QWidget()
        # As high as its width asks: what Qt takes for its least height is that of a narrow column.
        self._binnen.setMinimumHeight(1)
        self._box = QVBoxLayout(self._binnen)
        self._vlak = self._make_rolvlak()
        self._voet = Gebarenvoet(self._reach)
        self._zetter = self._make_zetter()
        self._onder = rij(tussen=8)
        buiten = kolom(self, tussen=0)
        buiten.addWidget(self._vlak, 1)
        buiten.addWidget(self._voet)
        buiten.addLayout(self._onder)

    def _make_zetter(self) -> Keuzezetter:
        breed = self._vlak.viewport().width()
        return Keuzezetter(self._zetsel, self._vorm, breed, self._vergroot, self._reach)

    def _make_rolvlak(self) -> QScrollArea:
        made = schuifvlak(self._binnen)
        made.viewport().installEventFilter(self)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    # -- showing ---------------------------------------------------------------------------------------------

    def show_zicht(self, zicht: Zicht, vorm: Vorm) -> None:
        """Show this; built anew only when more than a mark changed."""
        before, self._zicht = self._zicht, zicht
        is_same = before is not None and before.unmarked == zicht.unmarked
        if before is not None and before.blad.naam and before.page != zicht.page:
            self._gezien_op = time.monotonic()
        if not (is_same and vorm == self._wens) and not (
            vorm == self._wens and self._show_touched(before, zicht)
        ):
            self._wens = vorm
            self._make(zicht)
        self._mark(zicht)

    def _mark(self, zicht: Zicht) -> None:
        for code, kaart in (*self._zetter.kaarten.items(), *self._voet.tegels.items()):
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
        if not self._build(zicht) and (self._zetter.tegels or not self._mag_rollen):
            # Larger than there is room for even with small letters: then edges and cards are smaller too.
            self._vorm = replace(self._wens, schaal=min(self._wens.schaal, 100))
            self._build(zicht)

    @property
    def _mag_rollen(self) -> bool:
        """Whether what does not fit may be scrolled: pictures to choose from are all in sight."""
        return self._rolt and not self._in_beelden

    def _build(self, zicht: Zicht) -> bool:
        self._empty()
        blad, wijze = zicht.blad, Qt.ScrollBarPolicy
        # A bar takes room, and then makes itself needed.
        self._vlak.setVerticalScrollBarPolicy(
            wijze.ScrollBarAsNeeded if self._mag_rollen else wijze.ScrollBarAlwaysOff
        )
        is_rtl = zicht.taal.richting == "rtl" and not blad.is_nederlands
        self._binnen.setLayoutDirection(_direction(is_rtl))
        self._voet.setLayoutDirection(_direction(zicht.taal.richting == "rtl"))
        self._box.setSpacing(self._vorm.px(12))
        self._box.addStretch(1)
        self._add_boven(zicht)
        for zin in blad.zinnen:
            self._add_zin(zin)
        for deel in self._zetter.lay_out(blad, in_beelden=self._in_beelden):
            if isinstance(deel, QWidget):
                self._box.addWidget(deel)
            else:
                self._box.addLayout(deel)
        if (bord := self._make_bord(zicht, self._vorm)) is not None:
            self._box.addWidget(bord)
        self._add_alleen(blad.alleen)
        self._add_dutch(blad.voor_tolk)
        self._box.addStretch(1)
        self._voet.show_gebaren((blad.gebaren, zicht.taal, zicht.beelden), self._vorm)
        self._add_voet(zicht)
        if self.isVisible():
            show_all(self._box)
        return self._fit()

    def _empty(self) -> None:
        self._vergroot = self._wide()
        self._vinger = None
        self._rooster = None
        self._zetsel = Zetsel(self._zicht, self._vorm)
        self._zetter = self._make_zetter()
        empty_layout(self._box)
        empty_layout(self._onder)

    @property
    def _in_beelden(self) -> bool:
        """Whether what is asked is answered by pictures alone."""
        zicht = self._zicht
        return zicht is not None and IN_BEELDEN in zicht.wensen and bool(zicht.blad.keuzes)

    def _add_boven(self, zicht: Zicht) -> None:
        """The picture above the words, or two days side by side."""
        blad = zicht.blad
        beeld, zetsel = blad.beeld or (blad.onderwerpbeeld if self._in_beelden else ""), self._zetsel
        if blad.toennu is not None:
            bord = partial(board, zicht=zicht, vorm=self._vorm)
            self._rooster = Toennurooster(blad.toennu, self._vorm, zetsel.groot, zetsel.beeldvak, bord)
            self._box.addLayout(self._rooster)
        elif beeld or not (blad.zinnen or blad.is_vol):
            self._box.addWidget(zetsel.beeldvak(beeld, GROOT_BEELD), 0 if blad.naam else 8)

    def _add_zin(self, zin: Gedeeldezin) -> None:
        # In pictures the words are for who interprets or reads aloud.
        maat = "klein" if self._in_beelden else zin.maat
        self._box.addWidget(self._zetsel.groot(zin.tekst, PUNTEN[maat], vet=zin.vet))
        if dutch := self._zetsel.beside(zin.nederlands):
            self._box.addWidget(dutch)

    def _wide(self) -> float:
        """How much larger the pictures are on a screen of its own; in halves, so that little moves."""
        return min(MEEST_VERGROOT, max(2, self._vlak.viewport().width() * 2 // self._vorm.px(RUIM * 2)) / 2)

    # -- choices ---------------------------------------------------------------------------------------------

    def _add_alleen(self, alleen: Gedeeldekeuze | None) -> None:
        if alleen:
            self._box.addSpacing(self._vorm.px(24))
            self._box.addWidget(self._knop(alleen), 0, Qt.AlignmentFlag.AlignHCenter)

    def _knop(self, keuze: Gedeeldekeuze) -> Aanraakkaart:
        woorden = self._zetsel.groot(keuze.woorden, PUNTEN["klein"]) if keuze.woorden else None
        if woorden is not None:
            # A button is as wide as its words, and stays on one line.
            woorden.setWordWrap(False)
        return self._reach(Gebaarkaart(keuze.code, self._vorm, self._zetsel.klein_beeld(keuze), woorden))

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
            kop = self._zetsel.klein(dutch_text("gesprek.gedeeld.voor_tolk"), STAND_PUNTEN, "voor_tolk_kop")
            self._box.addWidget(kop)
            self._box.addWidget(self._zetsel.klein("\n".join(regels), TOLK_PUNTEN, "voor_tolk"))

    def _add_voet(self, zicht: Zicht) -> None:
        is_te_melden = zicht.blad.stand in _TE_MELDEN
        zij = self._vorm.px(16) if zicht.hoorbaar or is_te_melden else 0
        self._onder.setContentsMargins(zij, 0, zij, zij // 2)
        if zicht.hoorbaar:
            # No word is needed to know an ear.
            beeld = Beeldvak(zicht.beelden / OOR_BEELD, self._vorm)
            beeld.set_hoog(self._vorm.px(OOR_HOOG))
            oor = self._reach(Gebaarkaart(LUISTER, self._vorm, beeld, None))
            oor.setAccessibleName(dutch_text("gesprek.gedeeld.luister"))
            self._onder.addWidget(oor)
        if is_te_melden:
            zin = dutch_text(f"gesprek.gedeeld.{zicht.blad.stand}", taal=zicht.taal.naam_nl)
            made = self._zetsel.klein(zin, STAND_PUNTEN, "gedeeld_stand")
            made.setAlignment(_RECHTS)
            self._onder.addWidget(made, 1)
        elif zicht.hoorbaar:
            self._onder.addStretch(1)

    # -- fitting ---------------------------------------------------------------------------------------------

    def _fit(self) -> bool:
        """In the middle, where the eye is, as large as there is room for; False when there is too little."""
        breed, px = self._vlak.viewport().width(), self._vorm.px
        rand = px(32 if breed >= px(RUIM) else 16)
        boven = rand if self._vlak.viewport().height() >= px(LAAG) else px(16)
        self._box.setContentsMargins(rand, boven, rand, px(8))
        maten = (*(WEIDSER if breed >= WEIDS else ()), *RUIMER, *KRAPPER)
        return self._fit_high(maten) or self._fit_low(maten)

    def _fit_high(self, maten: Sequence[tuple[float, float]]) -> bool:
        """With each choice as high as a hand, when its words are then no smaller than they should be."""
        if not self._zetter.kan_hoger:
            return False
        self._raise(TEGEL)
        groot = [maat for maat in maten if maat[0] >= self._zetter.hoog_vanaf]
        plaats = bisect_left(groot, True, key=lambda maat: self._fits(*maat, rolt=False))
        return plaats < len(groot) and self._fits(*groot[plaats], rolt=False)

    def _fit_low(self, maten: Sequence[tuple[float, float]]) -> bool:
        """With the choices as high as the room that is left."""
        self._raise(LAAGST)
        plaats = bisect_left(maten[:-1], True, key=lambda maat: self._fits(*maat))
        past = self._fits(*maten[plaats])
        vlak = self._vlak.viewport()
        for hoog in HOOGTEN:
            self._raise(hoog)
            if self._needs(vlak.width()) <= vlak.height():
                break
        return past

    def _raise(self, hoog: int) -> None:
        self._zetter.raise_to(hoog)
        self._measure_anew()

    def _measure_anew(self) -> None:
        # What stands in columns tells what it is in only at the next turn that it is another size.
        for inside in (*self._box.findChildren(QLayout), self._box):
            inside.invalidate()

    def _needs(self, breed: int) -> int:
        nodig = self._box.totalHeightForWidth(breed)
        return nodig if nodig > 0 else self._box.totalSizeHint().height()

    def _fits(self, factor: float, beeldfactor: float, *, rolt: bool = True) -> bool:
        self._size(factor, min(beeldfactor, self._vergroot))
        self._measure_anew()
        vlak = self._vlak.viewport()
        past = self._needs(vlak.width()) <= vlak.height()
        # At its own size it may be scrolled; a word that is wider than this half may never be cut. A board
        # keeps its size for a finger, so that small words above it would win little.
        is_klein_genoeg = self._vorm.schaal <= 100 or self.bord is not None
        mag_rollen = rolt and self._mag_rollen and is_klein_genoeg
        past = past or (mag_rollen and factor <= (DICHT if self._zetter.tegels else 1))
        return past and self._box.totalMinimumSize().width() <= vlak.width()

    def _size(self, factor: float, beeldfactor: float) -> None:
        self._zetsel.grow(factor, beeldfactor)
        for kaart in self._zetter.alle:
            # Its own layout tells this one only at the next turn that its words grew.
            kaart.updateGeometry()
        if self.bord is not None:
            # What may be scrolled has its own size: letters that fit, and targets for a finger.
            self.bord.set_factor(1.0 if self._rolt else factor)
        if self._rooster is not None:
            self._rooster.refit(factor, beeldfactor, is_weids=self._vlak.viewport().width() >= WEIDS)

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
