"""The rights of the person: requests with their terms, inzage, how long things are kept, and ending."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from intake_assistant.domain.kinds import VERZOEK
from intake_assistant.operations.changed import Changed
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.rechten.bewaren import BewaarKaart
from intake_assistant.ui.rechten.deel import Rechtendeel
from intake_assistant.ui.rechten.inzage import NALEZEN, VOORBEELD, InzageKaart
from intake_assistant.ui.rechten.nalezen import Nalezen
from intake_assistant.ui.rechten.verzoeken import VerzoekenKaart
from intake_assistant.ui.window.context import ALLES, Context, Scherm
from intake_assistant.ui.window.erasing import begin_erasing

# The parts in their order, on the left and on the right; one below the other when there is no room.
LINKS: Final[tuple[type[Rechtendeel], ...]] = (VerzoekenKaart,)
RECHTS: Final[tuple[type[Rechtendeel], ...]] = (InzageKaart, BewaarKaart)
OVERZICHT: Final = "overzicht"
_BREED: Final = 960


class RechtenScherm(Scherm):
    """The cards, the texts to read through, or the pages of inzage."""

    naam = "rechten"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        from intake_assistant.ui.kit.pdf_preview import PdfVoorbeeld  # late: the list shows no PDF

        self.delen: list[Rechtendeel] = []
        self.nalezen = Nalezen(context)
        self.voorbeeld = PdfVoorbeeld("inzage_voorbeeld")
        self._bladen = {OVERZICHT: self._overzicht(), NALEZEN: self.nalezen, VOORBEELD: self._pages()}
        self.stapel = QStackedWidget()
        for blad in self._bladen.values():
            self.stapel.addWidget(blad)
        box = kolom(self)
        box.setContentsMargins(px(24), px(16), px(24), px(16))
        box.addWidget(self.stapel)
        self.nalezen.gedaan.connect(self._back)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show how everything stands; `deel` opens the texts to read through, at `tekst`."""
        self._show_parts()
        lezen = arguments.get("deel") == NALEZEN
        self._turn(NALEZEN if lezen else OVERZICHT, arguments.get("tekst", ""))

    def follow(self) -> None:
        """Show how everything stands now."""
        self._show_parts()

    def follow_own(self, changed: Changed) -> None:
        """Show what hangs on a request that was recorded."""
        if changed.touches((VERZOEK,)):
            for deel in self.delen:
                deel.follow()

    def where(self) -> dict[str, str]:
        """Whether texts are being read through, and which."""
        if self.stapel.currentWidget() is self.nalezen:
            return {"deel": NALEZEN, "tekst": self.nalezen.where()}
        return {"deel": OVERZICHT}

    def step_back(self) -> bool:
        """From the texts or the pages of inzage to the cards."""
        if self.stapel.currentWidget() is self._bladen[OVERZICHT]:
            return False
        self._back()
        return True

    def leave(self) -> None:
        """Record what stands in the fields, and what was masked."""
        for deel in self.delen:
            deel.leave()
        if self.stapel.currentWidget() is self.nalezen:
            self.nalezen.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns when there is room for them."""
        super().resizeEvent(event)
        direction = QHBoxLayout.Direction
        wide = self.width() >= px(_BREED)
        self._naast.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _overzicht(self) -> QWidget:
        inhoud = QWidget()
        box = kolom(inhoud, tussen=16)
        box.setContentsMargins(0, 0, px(8), 0)
        box.addWidget(label(text("rechten.kop"), "kop1"))
        box.addWidget(label(text("rechten.uitleg"), "zacht", wrap=True))
        self._naast = rij(tussen=16)
        for soorten in (LINKS, RECHTS):
            kant = kolom(tussen=16)
            for soort in soorten:
                kant.addWidget(self._add(soort(self.context)))
            kant.addStretch(1)
            self._naast.addLayout(kant, 1)
        box.addLayout(self._naast)
        box.addStretch(1)
        return schuifvlak(inhoud)

    def _add(self, deel: Rechtendeel) -> Rechtendeel:
        self.delen.append(deel)
        deel.naar.connect(lambda naam: self._turn(naam))
        if isinstance(deel, InzageKaart):
            deel.gemaakt.connect(lambda inhoud: self.voorbeeld.show_pdf(inhoud))
        if isinstance(deel, BewaarKaart):
            self.bewaren = deel
            deel.wissen.connect(lambda regel: begin_erasing(self, self.context, regel))
        return deel

    def _pages(self) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=8)
        box.addWidget(self.voorbeeld, 1)
        row = rij()
        row.addWidget(knop(text("rechten.terug"), "voorbeeld_sluiten", self._back, icoon="terug"))
        row.addStretch(1)
        box.addLayout(row)
        return made

    def _show_parts(self) -> None:
        dossier = self.context.dossier()
        for deel in self.delen:
            deel.show_dossier(dossier)

    def _turn(self, naam: str, tekst: str = "") -> None:
        self.leave()
        if naam == NALEZEN:
            self.nalezen.show_texts(tekst)
        if naam == VOORBEELD:
            self.voorbeeld.show_message(text("documenten.voorbeeld_komt"))
        self.stapel.setCurrentWidget(self._bladen[naam])

    def _back(self) -> None:
        self._turn(OVERZICHT)
        self._show_parts()
