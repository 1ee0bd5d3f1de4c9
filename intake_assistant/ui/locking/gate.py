"""The gate before answers on health and safety: the passphrase once more, for one visit of a dossier."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.views.gevoelig import confirm_passphrase
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.passphrase import Wachtzin
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.window.context import Context, Scherm


class Poort(QWidget):
    """Asks for the passphrase; `opened` once it was right."""

    opened = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("poort")
        self.context = context
        self._dossier = ""
        self._lay_out(self._card())
        self.setFocusProxy(self.wachtzin)

    def _card(self) -> QWidget:
        made = kaart()
        made.setMaximumWidth(px(560))
        box = kolom(made, rand=24, tussen=12)
        kop = rij(tussen=8)
        kop.addWidget(beeld("slot", "accent", 24, midden=True))
        kop.addWidget(label(text("venster.poort.kop"), "kop2", wrap=True), 1)
        box.addLayout(kop)
        box.addWidget(label(text("venster.poort.uitleg"), wrap=True))
        self.wachtzin = Wachtzin("poort_wachtzin", text("venster.poort.wachtzin"))
        self.wachtzin.entered.connect(self.try_open)
        self.melding = label("", "fout", wrap=True, naam="poort_melding")
        self.melding.hide()
        self.openen = knop(text("venster.poort.openen"), "poort_openen", self.try_open, "hoofdknop")
        for widget in (self.wachtzin, self.melding):
            box.addWidget(widget)
        box.addWidget(self.openen, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(label(text("venster.poort.hoe_lang"), "klein", wrap=True))
        return made

    def _lay_out(self, card: QWidget) -> None:
        room = QWidget()
        row = rij(room, rand=24)
        row.addStretch(1)
        column = kolom(tussen=0)
        column.addWidget(card)
        column.addStretch(1)
        row.addLayout(column, 8)
        row.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(room))

    def begin(self) -> None:
        """Ask anew."""
        self._dossier = self.context.dossier_id
        self.wachtzin.clear()
        self.melding.hide()
        self._set_busy(False)

    def try_open(self) -> None:
        """Try what was typed, off the UI thread: deriving a key takes a second on purpose."""
        work, typed = self.context.work, self.wachtzin.text()
        if not typed or not self.openen.isEnabled():
            return
        self._set_busy(True)
        tasks.run(
            self.context,
            lambda: confirm_passphrase(work, typed),
            self._right,
            text("venster.poort.bezig"),
            self._wrong,
        )

    def _right(self, _: object) -> None:
        self._set_busy(False)
        self.wachtzin.clear()
        if self._dossier == self.context.dossier_id:
            self.context.open_gevoelig()
            self.opened.emit()

    def _wrong(self, error: KnownError) -> None:
        self._set_busy(False)
        self.melding.setText(known_error_text(error))
        self.melding.show()
        announce(self.melding, self.melding.text())
        self.wachtzin.refuse()

    def _set_busy(self, busy: bool) -> None:
        self.openen.setEnabled(not busy)
        self.wachtzin.setEnabled(not busy)
        self.openen.setText(text("venster.poort.bezig" if busy else "venster.poort.openen"))


class PoortScherm(Scherm):
    """The gate in the place of a screen that shows sensitive answers; `naar` names that screen."""

    naam: ClassVar[str] = "poort"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._arguments: dict[str, str] = {}
        self.poort = Poort(context)
        self.poort.opened.connect(self._go_on)
        kolom(self, tussen=0).addWidget(self.poort)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Ask for the passphrase."""
        self._arguments = dict(arguments)
        self.poort.begin()
        self.poort.wachtzin.field.setFocus()

    def where(self) -> dict[str, str]:
        """The screen it stands before."""
        return dict(self._arguments)

    def _go_on(self) -> None:
        naar = {naam: waarde for naam, waarde in self._arguments.items() if naam != "naar"}
        self.context.navigate.emit(self._arguments["naar"], naar)
