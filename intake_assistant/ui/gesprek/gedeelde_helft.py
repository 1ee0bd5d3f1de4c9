"""The half that the other side sees: the question and its choices, large, in their own language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from intake_assistant.domain.formulier import HERHALING, Vraag
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.leesrichting import isoleer
from intake_assistant.operations.words.vertaling import keuze_tekst, taal_van
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.texts import SOURCE, Vertaling, form_text, text
from intake_assistant.ui.gesprek.large_text import Groottekst
from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import label, rij, schuifvlak
from intake_assistant.ui.kit.theme import kleur, px, thema
from intake_assistant.ui.vragen.schaal import stappen_van

# Read across a table: 20 to 32 points (ui.md, *Measures*).
GROOT, MIDDEL, KLEIN = 32.0, 26.0, 20.0
MEEST = 8
# The place of the tick after the words: they never meet, whichever way is read.
RUIM = 360
TIK = 32
_RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
# Larger when the half has room for it: it is read from the other side of a table.
RUIMER = (1.5, 1.25, 1.0)
# On a staff side that was made larger the letters are large already, and the room is less.
KRAPPER = (0.8, 0.67)
# First digit of a numbering system of CLDR.
_NUL = {"latn": 0x30, "arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040}


def in_cijfers(tekst: str, cijfers: str) -> str:
    """Return a text with the digits of a numbering system."""
    nul = _NUL.get(cijfers, _NUL["latn"])
    return "".join(chr(nul + int(t)) if t in "0123456789" else t for t in tekst)


class Keuzekaart(QFrame):
    """One choice to point at: number, words, and for a step of a scale a bar as high as the step."""

    def __init__(self, cijfer: str, woorden: QLabel | None, *, deel: float = 0.0) -> None:
        super().__init__()
        self.gekozen = False
        self._deel = deel
        self._cijfer = label("")
        self._cijfer.setText(cijfer)
        self._cijfer.setFont(fonts.staff_font(_punten(KLEIN)))
        self._cijfer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # The steps of a scale share the narrowest half; a choice has room to spare.
        self._cijfer.setMinimumWidth(px(20 if deel else 40))
        self.setMinimumHeight(px(56))
        row = QVBoxLayout(self) if deel else QHBoxLayout(self)
        row.setContentsMargins(*((px(4), px(6), px(4), px(6)) if deel else (px(12), px(6), px(16), px(6))))
        row.setSpacing(px(12))
        if deel:
            row.addStretch(1)
        row.addWidget(self._cijfer)
        if woorden is not None:
            row.addWidget(woorden, 1)
            row.addSpacing(px(TIK))

    def set_gekozen(self, gekozen: bool) -> None:
        """Mark as the answer: a thick edge and a tick, never colour alone."""
        if gekozen != self.gekozen:
            self.gekozen = gekozen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge, bar and tick."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dik = px(4) if self.gekozen else 1
            box = QRectF(self.rect()).adjusted(dik, dik, -dik, -dik)
            painter.setBrush(kleur("accent_vlak" if self.gekozen else "vlak"))
            pen = painter.pen()
            pen.setColor(kleur("accent" if self.gekozen else "rand"))
            pen.setWidth(dik)
            painter.setPen(pen)
            painter.drawRoundedRect(box, px(12), px(12))
            if self._deel:
                self._paint_bar(painter, box)
            if self.gekozen:
                self._paint_tick(painter, box)
        super().paintEvent(event)

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        ruimte = box.height() - px(64)
        hoog = ruimte * self._deel
        vak = QRectF(box.center().x() - px(16), box.top() + px(16) + ruimte - hoog, px(32), hoog)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(kleur("accent"))
        painter.drawRoundedRect(vak, px(4), px(4))

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        rechts = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = box.left() + px(14) if rechts else box.right() - px(34)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(kleur("accent"))
        pen.setWidth(px(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        y = box.top() + px(14) if self._deel else box.center().y() - px(2)
        painter.drawPolyline([QPointF(x, y), QPointF(x + px(6), y + px(8)), QPointF(x + px(18), y - px(8))])


def _punten(punten: float) -> float:
    return punten * thema.schaal / 100


class GedeeldeHelft(QFrame):
    """Question, hint and choices in the language of the conversation; never guidance, notes or sources."""

    def __init__(self) -> None:
        super().__init__()
        fonts.load_all()
        self.setObjectName("gedeelde_helft")
        self.setProperty("rol", "vlak")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("gesprek.gedeeld.naam"))
        self._kaarten: dict[str, Keuzekaart] = {}
        self._standen: list[str] = []
        self._letters: list[tuple[QLabel, float]] = []
        self._toont = ""
        self.taal = taal_van(SOURCE)
        self._binnen = QWidget()
        self._box = QVBoxLayout(self._binnen)
        self._box.setContentsMargins(px(32), px(32), px(32), px(8))
        self._box.setSpacing(px(12))
        self._vlak = schuifvlak(self._binnen)
        self._vlak.viewport().installEventFilter(self)
        self._stand = label("", "klein", wrap=True, naam="gedeeld_stand")
        self._stand.setAlignment(Qt.AlignmentFlag.AlignRight)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, px(16), px(8))
        buiten.addWidget(self._vlak, 1)
        buiten.addWidget(self._stand)

    def set_taal(self, code: str) -> None:
        """Show in another language; direction, digits and fonts come with it."""
        self.taal = taal_van(code)
        is_rtl = self.taal.richting == "rtl"
        self._binnen.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        self._toont = ""

    def show_rust(self) -> None:
        """Show nothing: what is being filled in is not asked."""
        self._begin("")
        self._show_stand()

    def show_vraag(
        self,
        vraag: Vraag,
        gekozen: Sequence[str] = (),
        inleiding: Sequence[Vraag] = (),
        te_bevestigen: object | None = None,
    ) -> None:
        """Show a question with its choices, after what leads to it; the chosen ones are marked.

        Below it what the COA said, for the person to say whether it is right.
        """
        toont = vraag.naam if te_bevestigen is None else f"{vraag.naam} {te_bevestigen}"
        if self._toont != toont or self._is_zoeklijst(vraag):
            self._begin(toont)
            for eerst in inleiding:
                self._add_tekst(f"{eerst.naam}/label", eerst.label, KLEIN)
            if vraag.hint_eerst:
                self._add_tekst(f"{vraag.naam}/hint", vraag.hint, KLEIN)
            self._add_tekst(f"{vraag.naam}/label", vraag.label, _maat(vraag.label))
            # What stands under the name of a list is for who fills it in.
            if vraag.hint and not vraag.hint_eerst and vraag.type != HERHALING:
                self._add_tekst(f"{vraag.naam}/hint", vraag.hint, KLEIN)
            if te_bevestigen is not None:
                self._add_klopt_het(vraag, te_bevestigen)
            self._add_keuzes(vraag, gekozen)
            self._end()
        for code, kaart in self._kaarten.items():
            kaart.set_gekozen(code in gekozen)

    def show_leestekst(self, vraag: Vraag) -> None:
        """Show Dutch to be read, in its own letters and direction; no translation of it is missing."""
        self._begin(vraag.naam)
        self._box.addWidget(self._label(Vertaling(vraag.label, "ontbreekt"), MIDDEL))
        self._standen.clear()
        self._end()

    def show_onderwerp(self, onderwerp: Informatieonderwerp) -> None:
        """Show what is told."""
        self._begin(f"informatie.{onderwerp.id}")
        self._add_tekst(f"informatie.{onderwerp.id}/titel", onderwerp.titel, MIDDEL, vet=True)
        self._add_tekst(f"informatie.{onderwerp.id}/tekst", onderwerp.tekst, KLEIN)
        self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the arrows while this half has the keyboard."""
        stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        balk = self._vlak.verticalScrollBar()
        balk.setValue(balk.value() + stap * px(48))
        if not stap:
            super().keyPressEvent(event)

    @staticmethod
    def _is_zoeklijst(vraag: Vraag) -> bool:
        return len(vraag.keuzes) > 2 * MEEST

    def _begin(self, toont: str) -> None:
        self._toont = toont
        self._kaarten.clear()
        self._standen.clear()
        self._letters.clear()
        empty_layout(self._box)
        self._box.addStretch(1)
        self._vlak.verticalScrollBar().setValue(0)

    def _end(self) -> None:
        """In the middle, where the eye is, and as large as there is room for."""
        self._box.addStretch(1)
        self._show_stand()
        self._fit()

    def _fit(self) -> None:
        breed, hoog = self._vlak.viewport().width(), self._vlak.viewport().height()
        rand = px(32 if breed >= px(RUIM) else 16)
        self._box.setContentsMargins(rand, rand, rand, px(8))
        for factor in (*RUIMER, *KRAPPER):
            for woorden, punten in self._letters:
                font = woorden.font()
                font.setPointSizeF(_punten(punten * factor))
                woorden.setFont(font)
            self._box.invalidate()
            nodig = self._box.totalHeightForWidth(breed)
            past = (nodig if nodig > 0 else self._box.totalSizeHint().height()) <= hoog
            # At its own size it may be scrolled; a word that is wider than this half may never be cut.
            past = past or (factor <= 1 and thema.schaal <= 100)
            if past and self._box.totalMinimumSize().width() <= breed:
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when there is more room, or less."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _label(self, vertaling: Vertaling, punten: float, *, vet: bool = False) -> QLabel:
        """A label in the font of its language; Dutch that stands in for it keeps its own direction."""
        self._standen.append(vertaling.stand)
        is_eigen = vertaling.stand != "ontbreekt"
        made = Groottekst()
        # As it is: these words stand in the direction of their own language.
        made.setText(in_cijfers(vertaling.tekst, self.taal.cijfers) if is_eigen else vertaling.tekst)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        font = fonts.taal_font(self.taal.lettertypen if is_eigen else (), _punten(punten))
        font.setBold(vet)
        made.setFont(font)
        self._letters.append((made, punten))
        if not is_eigen:
            made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return made

    def _add_tekst(self, sleutel: str, dutch: str, punten: float, *, vet: bool = False) -> None:
        self._box.addWidget(self._label(form_text(self.taal.code, sleutel, dutch), punten, vet=vet))

    def _add_klopt_het(self, vraag: Vraag, waarde: object) -> None:
        codes = [vraag.keuze_of(str(code)) for code in (waarde if isinstance(waarde, list) else [waarde])]
        said = [keuze_tekst(self.taal.code, vraag, k).tekst for k in vraag.keuzes if k.naam in codes]
        zin = form_text(self.taal.code, "gedeeld.klopt_het", text("gedeeld.klopt_het", waarde="{waarde}"))
        woorden = isoleer(", ".join(said) or in_words(vraag, waarde))
        made = self._label(Vertaling(zin.tekst.format(waarde=woorden), zin.stand), MIDDEL)
        made.setObjectName("gedeeld_klopt_het")
        self._box.addWidget(made)

    def _add_keuzes(self, vraag: Vraag, gekozen: Sequence[str]) -> None:
        if vraag.type == "range":
            self._add_schaal(vraag)
            return
        keuzes = tuple(keuze for keuze in vraag.keuzes if not keuze.vervallen or keuze.naam in gekozen)
        if self._is_zoeklijst(vraag):
            keuzes = tuple(keuze for keuze in keuzes if keuze.naam in gekozen)
        for nummer, keuze in enumerate(keuzes, start=1):
            cijfer = "" if self._is_zoeklijst(vraag) else in_cijfers(str(nummer), self.taal.cijfers)
            punten = MIDDEL if len(keuzes) <= 4 else KLEIN
            woorden = self._label(keuze_tekst(self.taal.code, vraag, keuze), punten)
            if self.taal.richting == "rtl":
                # Also Dutch that stands in: beside its number.
                woorden.setAlignment(_RECHTS)
            kaart = Keuzekaart(cijfer, woorden)
            self._kaarten[keuze.naam] = kaart
            self._box.addWidget(kaart)

    def _add_schaal(self, vraag: Vraag) -> None:
        stappen, naast = stappen_van(vraag), QWidget()
        row = rij(naast, tussen=6)
        if "ontbreekt" in self._standen:
            # From low to high as the words above say it, which are Dutch here.
            naast.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for nummer, stap in enumerate(stappen, start=1):
            kaart = Keuzekaart(in_cijfers(str(stap), self.taal.cijfers), None, deel=nummer / len(stappen))
            kaart.setFixedHeight(px(176))
            self._kaarten[str(stap)] = kaart
            row.addWidget(kaart)
        self._box.addWidget(naast)

    def _show_stand(self) -> None:
        ontbreekt = self._standen.count("ontbreekt")
        sleutel = ""
        if ontbreekt:
            sleutel = "nederlands" if ontbreekt == len(self._standen) else "deels_nederlands"
        elif "verouderd" in self._standen:
            sleutel = "verouderd"
        elif "ongecontroleerd" in self._standen:
            sleutel = "ongecontroleerd"
        self._stand.setText(text(f"gesprek.gedeeld.{sleutel}", taal=self.taal.naam_nl) if sleutel else "")


def _maat(tekst: str) -> float:
    return GROOT if len(tekst) <= 60 else MIDDEL if len(tekst) <= 110 else KLEIN
