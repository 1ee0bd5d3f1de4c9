"""A screen on which a besluit is made: checklist, fields, and beside them the page as it will be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from intake_assistant.domain.kinds import BESCHIKKING, kind_of, veld_of
from intake_assistant.operations.views.finding import place_to_mend
from intake_assistant.texts import text
from intake_assistant.ui.beschikking.controlelijst import Controlelijst
from intake_assistant.ui.beschikking.vaststellen import Vaststellen
from intake_assistant.ui.beschikking.velden import Velden
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, schuifvlak, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.window.context import Context, Scherm

VOORBEELD_NA_MS = 800
STUK = "Alt+S"
DAG = "dagtekening"
# Checklist, fields and page beside each other need this much; below the least, the first two take turns.
VOLUIT, KRAP, NAUW, BEURTELINGS = 1036, 680, 560, 480
LAAG = 240


class Stukscherm(Scherm):
    """Pages on the left, of which one is checklist and fields; the live preview on the right."""

    velden: Velden
    vaststellen: Vaststellen

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        from intake_assistant.ui.kit.pdf_preview import PdfVoorbeeld  # late: the list shows no PDF

        self.keeper = Keeper(context, self)
        self.voorbeeld = PdfVoorbeeld(f"{self.naam}_voorbeeld")
        self.stapel = QStackedWidget()
        self._taak: tasks.Taak | None = None
        self._timer = Later(self, self._draw, VOORBEELD_NA_MS)
        self._groot = False
        """Whether the page is shown in place of the fields."""
        self._lijst_voor = False
        """Whether the checklist is shown where it has no room beside the fields."""
        self.toon_lijst = knop("", "toon_lijst", self._toggle_lijst)
        self.toon = knop(text("beschikking.toon_stuk"), "toon_stuk", self._toggle_stuk, icoon="beschikking")
        self.toon.setToolTip(zweeftekst(text("beschikking.toon_stuk_uitleg")))
        QShortcut(
            QKeySequence(STUK), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self._toggle_stuk)
        self.keeper.getypt.connect(self._behind)

    # -- layout ----------------------------------------------------------------------------------------------

    def _lay_pages(self, *bladen: QWidget) -> QSplitter:
        """The pages of the stack, and the preview beside them."""
        for blad in bladen:
            self.stapel.addWidget(blad)
            blad.setContentsMargins(0, 0, px(8), 0)
        self.stapel.currentChanged.connect(lambda _: self._lay_out())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(px(4))
        self.splitter.addWidget(self.stapel)
        self.splitter.addWidget(self.voorbeeld)
        self.splitter.setStretchFactor(0, 62)
        self.splitter.setStretchFactor(1, 38)
        self.splitter.setSizes([700, 430])
        self.voorbeeld.setMinimumWidth(px(280))
        return self.splitter

    def _make_werkvlak(self, lijst: Controlelijst, velden: QWidget) -> QWidget:
        self.lijst = lijst
        self.toon_lijst.setText(lijst.kop)
        lijst.geteld.connect(self._lay_out)
        self._werkvlak = QWidget()
        row = rij(self._werkvlak, tussen=16)
        self.vlak = schuifvlak(velden)
        row.addWidget(lijst)
        row.addWidget(self.vlak, 1)
        return self._werkvlak

    def _lay_head(self, kop: str, *knoppen: QPushButton) -> QVBoxLayout:
        vak = self._buiten = kolom(self, rand=24, tussen=12)
        self.kop = label(kop, "kop1")
        row, rechts = rij(tussen=8), QWidget()
        row.addWidget(self.kop, 1)
        # In a narrow window one below the other: what a button says is never cut off.
        naast = Vloei(rechts)
        for een in (*knoppen, self.toon_lijst, self.toon):
            naast.addWidget(een)
        row.addWidget(rechts)
        vak.addLayout(row)
        return vak

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for all three, checklist and fields stay, and the page is a key away."""
        super().resizeEvent(event)
        krap, nauw, laag = self.width() < px(KRAP), self.width() < px(NAUW), self.height() < px(LAAG)
        self.kop.setVisible(not laag)
        rand, boven = px(24), px(8 if laag else 24)
        self._buiten.setContentsMargins(rand, boven, rand, boven)
        lijst = self.width() if self._by_turns() else px(176 if nauw else 208 if krap else 240)
        self.lijst.setMinimumWidth(0 if self._by_turns() else lijst)
        self.lijst.setMaximumWidth(lijst)
        self.vlak.setMinimumWidth(px(160 if nauw else 340))
        self._lay_out()

    def _by_turns(self) -> bool:
        return self.width() < px(BEURTELINGS)

    def _lay_out(self) -> None:
        krap, beurt = self.width() < px(VOLUIT), self._by_turns()
        self.lijst.setVisible(self._lijst_voor or not beurt)
        self.vlak.setVisible(not (self._lijst_voor and beurt))
        with_fields = self.stapel.currentWidget() is self._werkvlak and not self._groot
        self.toon_lijst.setVisible(beurt and with_fields)
        self.toon_lijst.setText(text("beschikking.toon_velden") if self._lijst_voor else self.lijst.kop)
        self.voorbeeld.setVisible(self._groot or not krap)
        self.stapel.setVisible(not self._groot)
        self.toon.setText(text("beschikking.toon_velden" if self._groot else "beschikking.toon_stuk"))

    def _toggle_stuk(self) -> None:
        """The page over the whole width, or the fields again."""
        self._groot = not self._groot
        self._lay_out()
        (self.voorbeeld.view if self._groot else self.toon).setFocus()

    def _toggle_lijst(self) -> None:
        """The checklist, or the fields again."""
        self._lijst_voor = not self._lijst_voor
        self._lay_out()

    def begin_anew(self) -> None:
        """With the fields: whoever wanted another page large did not ask for this one."""
        self._groot = self._lijst_voor = False
        self._lay_out()
        super().begin_anew()

    def step_back(self) -> bool:
        """From the page back to the fields first."""
        if self._groot:
            self._toggle_stuk()
        elif self._lijst_voor and self._by_turns():
            self._toggle_lijst()
        else:
            return False
        return True

    def where(self) -> dict[str, str]:
        """On the page on which it is set: the day that was typed there."""
        if self.stapel.currentWidget() is not self.vaststellen:
            return {}
        return {DAG: self.vaststellen.datum.text()}

    def _return(self, arguments: dict[str, str]) -> None:
        """Back to the page on which it is set, as long as it still may be."""
        if DAG in arguments and self.stapel.currentWidget() is self._werkvlak and self.lijst.knop.isEnabled():
            self._begin_vaststellen()
            self.vaststellen.datum.setText(arguments[DAG])

    # -- drawing ---------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Record what is being typed; no page is drawn any more."""
        self.keeper.settle()
        self._call_off()

    def _call_off(self) -> None:
        self._timer.stop()
        if self._taak is not None:
            self._taak.cancel()

    def _behind(self) -> None:
        self.voorbeeld.mark_behind()
        self._timer.start()

    def _draw(self) -> None:
        """Make the page anew."""

    def _begin_vaststellen(self) -> None:
        """Go on to the page on which it is set."""

    def _draw_off_thread(self, make: Callable[[], bytes]) -> None:
        """Make the page anew off the UI thread; an older one on its way is called off."""
        self._call_off()
        self._taak = tasks.run(self.context, make, self.voorbeeld.show_pdf, text("beschikking.tekenen"))

    def _focus_field(self, sleutel: str) -> None:
        veld = self.velden.field_of(sleutel)
        if veld is not None:
            self._lijst_voor = False
            self._lay_out()
            veld.setFocus()
            bring_into_sight(veld, px(80))

    # -- going elsewhere -------------------------------------------------------------------------------------

    def _go_to(self, vraag: str) -> None:
        """Focus the field, or go where the question is asked."""
        if vraag == BESCHIKKING.of("dagtekening"):
            self._begin_vaststellen()
        elif kind_of(vraag) is BESCHIKKING:
            self._focus_field(veld_of(vraag))
        else:
            self.context.navigate.emit(*place_to_mend(self.context.dossier(), vraag))
