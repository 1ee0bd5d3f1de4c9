"""Around the page: the bar on the left, the header with the person, the banner and the status line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.parts import KorteRegel, knop, kolom, label, rij, schuifvlak, zweeftekst
from intake_assistant.ui.kit.progress_line import ProgressLine
from intake_assistant.ui.kit.theme import kleur, px, set_rol
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.opgeslagen import Opgeslagen

BREED, SMAL = 192, 64
_LEAST_NAME = 120
"""So much of the name stays in sight."""
_LEAST_NOEM, _BIJ = 64, " · "
"""So much of how one is to be called says something."""


def only_by_tab(button: QPushButton) -> None:
    """A click leaves the keyboard where one types: the next key is not for this button."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Navigatie(QFrame):
    """The bar on the left: icons with words; only icons while a conversation is on."""

    chosen = Signal(str)

    def __init__(
        self, algemeen: Iterable[str], dossier: Iterable[str], onder: Iterable[str], blijft: Iterable[str]
    ) -> None:
        """In the order of the bar; `blijft` names what stays while a conversation is on."""
        super().__init__()
        self.setObjectName("navigatie")
        self.buttons: dict[str, QPushButton] = {}
        self._of_dossier = list(dossier)
        self._kop = label(text("venster.dit_dossier"))
        self._rustig = self._krap = self._laag = self._is_open = self._samen = self._rolt = False
        inner, below = QWidget(), QWidget()
        box, end = kolom(inner, rand=8, tussen=2), kolom(below, rand=8, tussen=2)
        self._boxes = (box, end)
        area = schuifvlak(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.verticalScrollBar().rangeChanged.connect(lambda _, most: self._set_rolt(most > 0))
        around = kolom(self, tussen=0)
        around.addWidget(area, 1)
        # Locking is in sight always, however large the letters.
        around.addWidget(below)
        for naam in algemeen:
            box.addWidget(self._add(naam))
        box.addWidget(self._kop)
        for naam in self._of_dossier:
            box.addWidget(self._add(naam))
        box.addStretch(1)
        for naam in onder:
            end.addWidget(self._add(naam))
        self._elders = [naam for naam in self.buttons if naam not in blijft]
        self._show_width()

    def _add(self, naam: str) -> QPushButton:
        woord = text(f"venster.naar_{naam}")
        made = knop("", f"naar_{naam}", lambda: self.chosen.emit(naam), "nav")
        made.setIcon(icons.icon(naam, kleur("balk_tekst"), px(20)))
        made.setIconSize(QSize(px(20), px(20)))
        made.setAccessibleName(woord)
        made.setToolTip(zweeftekst(woord))
        made.setProperty("woord", f"  {woord}")
        only_by_tab(made)
        self.buttons[naam] = made
        return made

    def set_rustig(self, rustig: bool) -> None:
        """Keep to the icons, or show the words beside them."""
        if rustig != self._rustig:
            self._rustig = rustig
            self._show_width()

    def set_samen(self, on: bool) -> None:
        """While somebody looks along no button leads elsewhere; covering and locking stay."""
        if on != self._samen:
            self._samen = on
            self._show_width()

    def set_room(self, *, krap: bool, laag: bool) -> None:
        """Give way in a narrow window, and move closer in a low one."""
        if (krap, laag) == (self._krap, self._laag):
            return
        self._krap, self._laag = krap, laag
        for box in self._boxes:
            box.setSpacing(0 if laag else px(2))
        self._show_width()

    def _set_rolt(self, rolt: bool) -> None:
        if rolt != self._rolt:
            self._rolt = rolt
            self._show_width()

    def _show_width(self) -> None:
        small = self._rustig or self._krap or self._samen
        self.setFixedWidth(px(SMAL if small else BREED))
        for box in self._boxes:
            # Beside a scroll bar icons and words need all the room there is.
            rand = px(2 if small else 8)
            box.setContentsMargins(rand, px(8), 0 if self._rolt and box is self._boxes[0] else rand, px(8))
        rol = " ".join(["nav", *["laag"] * self._laag, *["smal"] * small])
        for button in self.buttons.values():
            button.setText("" if small else button.property("woord"))
            set_rol(button, rol)
        self._show_place()

    def set_place(self, naam: str, dossier_open: bool) -> None:
        """Mark where one is; what belongs to a dossier shows only when one is open."""
        for name, button in self.buttons.items():
            if name != naam:
                # In this order: what can no longer be checked would stay lit.
                button.setChecked(False)
            button.setCheckable(name == naam)
            button.setChecked(name == naam)
        self._is_open = dossier_open
        self._show_place()
        if naam in self.buttons:
            bring_into_sight(self.buttons[naam], px(24))

    def _show_place(self) -> None:
        self._kop.setVisible(self._is_open and not (self._rustig or self._krap or self._samen))
        for name in self._elders:
            self.buttons[name].setVisible(not self._samen)
        for name in self._of_dossier:
            self.buttons[name].setVisible(self._is_open and not self._samen)


class HeaderBar(QFrame):
    """The header: who it is about, the own language, the next clock; and the way to search."""

    search = Signal()
    gesprek = Signal()
    """Back to the conversation that is on."""
    voorbeeld_weg = Signal()
    """Away with the example of the first start."""
    verlaat = Signal()
    """Away from it: others may come into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kop")
        self._noem = self._spreekt = ""
        self.naam = KorteRegel("kop2", "kop_naam")
        self.taal = label("", "merk", naam="kop_taal")
        self.klok = label("", "merk", naam="kop_klok")
        self.beperkt = label(text("venster.beperkt"), "merk_let_op", naam="kop_beperkt")
        self.beperkt.hide()
        self.zoek = self._make_zoek()
        row = rij(self, rand=8, tussen=12)
        row.setContentsMargins(px(24), px(10), px(24), px(10))
        row.addWidget(self.naam)
        for merk in (self.beperkt, self.taal, self.klok):
            row.addWidget(merk, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        naar, weg = text("venster.naar_het_gesprek"), text("venster.verlaten")
        self.naar_gesprek = knop(naar, "kop_naar_gesprek", self.gesprek.emit, icoon="terug")
        self.weg = knop(weg, "kop_verlaten", self.verlaat.emit, "stil")
        self.gooi_weg = knop(text("venster.weggooien"), "kop_voorbeeld_weg", self.voorbeeld_weg.emit)
        self.gooi_weg.setAccessibleName(text("venster.voorbeeld_weg"))
        self.gooi_weg.setToolTip(zweeftekst(text("venster.voorbeeld_weg")))
        for made in (self.gooi_weg, self.naar_gesprek, self.weg):
            only_by_tab(made)
            made.hide()
            row.addWidget(made)
        row.addWidget(self.zoek)

    def free_room(self) -> QRect:
        """Between who it is about and what can be pushed: there a message may lie."""
        pushed = [made for made in (*self._wegen(), self.zoek) if not made.isHidden()]
        end = min(made.x() for made in pushed) - px(8)
        wide = max(end - self.naam.geometry().right() - px(8), self.width() * 2 // 5)
        return QRect(end - wide, 0, wide, self.height())

    def _wegen(self) -> tuple[QWidget, ...]:
        return self.gooi_weg, self.naar_gesprek, self.weg

    def show_samen(self, on: bool, *, is_here: bool) -> None:
        """While a conversation is on: the way out of it, and from another page the way back to it."""
        self.weg.setVisible(on)
        self.naar_gesprek.setVisible(on and not is_here)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room to the name."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Who it is about comes before the language, which the dossier shows too.

        And a day before the word beside the picture of searching: a number is never cut off.
        """
        self._show_zoek(whole=False)
        others = [w for w in (self.beperkt, *self._wegen()) if not w.isHidden()]
        # Rather no clock than half of one, or half of the way out of the conversation.
        fits = self._room_beside([self.zoek, self.klok, *others]) >= px(_LEAST_NAME) // 2
        self.klok.setVisible(bool(self.klok.text()) and (fits or not others))
        self._show_zoek(whole=True)
        asked = [self.zoek, *([] if self.klok.isHidden() else [self.klok]), *others]
        room = self._room_beside(asked)
        self._show_taal(room - self.naam.sizeHint().width())
        self._show_zoek(whole=room >= min(self.naam.sizeHint().width(), px(_LEAST_NAME)))

    def _show_taal(self, room: int) -> None:
        """The language whole; of how one is to be called as much as there is room for beside it."""
        whole = _BIJ.join(filter(None, (self._noem, self._spreekt)))
        self.taal.setText(whole)
        self.taal.setToolTip(zweeftekst(whole))
        too_wide = self.taal.sizeHint().width() - room
        if too_wide > 0 and self._noem and self._spreekt:
            metrics = self.taal.fontMetrics()
            left = metrics.horizontalAdvance(self._noem) - too_wide
            noem = metrics.elidedText(self._noem, Qt.TextElideMode.ElideRight, left)
            parts = (noem if left >= px(_LEAST_NOEM) else "", self._spreekt)
            self.taal.setText(_BIJ.join(filter(None, parts)))
        self.taal.setVisible(bool(whole) and self.taal.sizeHint().width() <= room)

    def _room_beside(self, parts: Sequence[QWidget]) -> int:
        """What is left for names beside some parts."""
        room = self.width() - px(48) - px(12) * (len(parts) + 2)
        return room - sum(part.sizeHint().width() for part in parts)

    def _make_zoek(self) -> QPushButton:
        made = knop(text("venster.zoek_knop"), "zoek_knop", self.search.emit, "zoek")
        made.setToolTip(zweeftekst(text("venster.zoek_knop")))
        made.setIcon(icons.icon("zoeken", kleur("zacht"), px(16)))
        made.setIconSize(QSize(px(18), px(18)))
        only_by_tab(made)
        return made

    def _show_zoek(self, *, whole: bool) -> None:
        self.zoek.setText("  " + text("venster.zoek_knop") if whole else "")
        self.zoek.setMinimumWidth(px(176) if whole else 0)

    def show_place(self, naam: str) -> None:
        """No dossier is open: say whose vault this is."""
        self.naam.set_whole(naam)
        self._noem = self._spreekt = ""
        # What has no words is not shown again when the window grows.
        self.klok.setText("")
        for part in (self.taal, self.klok, self.beperkt, self.gooi_weg):
            part.hide()

    def show_person(
        self, naam: str, noem: str, spreekt: str, *, beperkt: bool = False, is_voorbeeld: bool = False
    ) -> None:
        """Show who the open dossier is about, and that the data may only be kept (AVG 18).

        An example can be thrown away from here.
        """
        self.naam.set_whole(naam)
        self._noem, self._spreekt = noem, spreekt
        self.beperkt.setVisible(beperkt)
        self.gooi_weg.setVisible(is_voorbeeld)
        self._share_room()

    def show_klok(self, woorden: str, uitleg: str, inkt: str) -> None:
        """Show the next clock with the reason behind it; empty words hide it."""
        self.klok.setText(woorden)
        self.klok.setToolTip(zweeftekst(uitleg))
        self.klok.setAccessibleDescription(uitleg)
        set_rol(self.klok, "merk" if inkt == "tekst" else f"merk_{inkt}")
        self.klok.setVisible(bool(woorden))
        self._share_room()


class Statusregel(QFrame):
    """The line below: saved at, what is being worked on, and that it locks by itself."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("statusregel")
        self.opgeslagen = Opgeslagen(context)
        self._is_aside = False
        self.voortgang = ProgressLine("bezig")
        only_by_tab(self.voortgang.stop)
        self._taken: list[Taak] = []
        row = rij(self, tussen=12)
        row.setContentsMargins(px(24), px(4), px(24), px(4))
        row.addWidget(self.opgeslagen)
        row.addStretch(1)
        row.addWidget(self.voortgang)
        self.setMinimumHeight(px(30))
        self._show_work()

    def set_aside(self, aside: bool) -> None:
        """Give its room to the page, as long as nothing is being worked on."""
        self._is_aside = aside
        self.setVisible(bool(self._taken) or not aside)

    def show_task(self, taak: Taak) -> None:
        """Show what is being worked on, with a way to stop; of more than one, what began last."""
        self._taken.append(taak)
        self._show_work()
        taak.over.connect(self._end)

    def _end(self) -> None:
        ended = self.sender()
        self._taken = [taak for taak in self._taken if taak is not ended]
        self._show_work()

    def _show_work(self) -> None:
        if self._taken:
            taak = self._taken[-1]
            self.voortgang.follow(taak.watch, taak.titel, taak.cancel)
        else:
            self.voortgang.end()
        if self._is_aside:
            self.setVisible(bool(self._taken))
