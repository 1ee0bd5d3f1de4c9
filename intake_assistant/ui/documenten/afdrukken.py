"""The box before printing: on which printer, how often, and what to mind of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.papers.documenten import Document
from intake_assistant.texts import text
from intake_assistant.ui.documenten.printer import Printerkeuze, print_pdf, printer_named, printers
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import ChoiceBox, knop, label, rij

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MEEST = 9


class Afdrukken(Overleg):
    """Asks once, with the warning above the button; holds the documents no longer than it is open."""

    chosen = Signal()
    """What it holds may go to the printer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 560)
        self.look: Callable[[], Sequence[Printerkeuze]] = printers
        self.by_name: Callable[[str], QPrinter] = printer_named
        self.documenten: tuple[Document, ...] = ()
        self._keuzes: Sequence[Printerkeuze] = ()
        self._kop = label("", "kop2", wrap=True)
        self.waarschuwing = label("", wrap=True, naam="print_waarschuwing")
        self.printer, self.aantal = ChoiceBox(), ChoiceBox()
        self.tweezijdig = Keuzevink(text("documenten.print.tweezijdig"), "print_tweezijdig")
        self._velden = QWidget()
        self.doe = knop(text("documenten.print.doe"), "print_doe", self.chosen.emit, "hoofdknop")
        self.stop = knop(text("venster.annuleren"), "print_stop", self.close_box)
        self._build()

    def _build(self) -> None:
        self.panel.setAccessibleName(text("documenten.print.kop_naam"))
        for nummer in range(1, _MEEST + 1):
            self.aantal.addItem(text("documenten.print.keer", aantal=nummer), nummer)
        self.printer.currentIndexChanged.connect(lambda _: self._warn())
        row = rij(self._velden, tussen=16)
        row.setContentsMargins(0, 0, 0, 0)
        for veld, naam, deel in ((self.printer, "printer", 1), (self.aantal, "aantal", 0)):
            name_field(veld, f"print_{naam}", text(f"documenten.print.{naam}"))
            row.addWidget(veld, deel)
        onder = rij(tussen=8)
        onder.addWidget(self.stop)
        onder.addStretch(1)
        onder.addWidget(self.doe)
        for part in (self._kop, self._velden, self.tweezijdig, self.waarschuwing):
            self.box.addWidget(part)
        self.box.addLayout(onder)

    def ask(self, *documenten: Document) -> None:
        """Ask where these are printed; the choice of printer stays for the next time."""
        self.documenten, before = documenten, self.printer.currentText()
        self._keuzes = self.look()
        self.printer.clear()
        self.printer.addItems([keuze.naam for keuze in self._keuzes])
        self.printer.setCurrentIndex(max(0, self.printer.findText(before)) if self._keuzes else -1)
        self.aantal.setCurrentIndex(0)
        deel = documenten[0].deel if len(documenten) == 1 else "persoon"
        self._kop.setText(text("documenten.print.kop", deel=text(f"documenten.{deel}")))
        for part in (self._velden, self.tweezijdig, self.doe):
            part.setVisible(bool(self._keuzes))
        self._warn()
        self.open_box()

    def _warn(self) -> None:
        """What happens to paper, and to what waits for it."""
        if not self._keuzes:
            self.waarschuwing.setText(text("documenten.print.geen"))
            return
        ver = self.printer.currentIndex() >= 0 and self._keuzes[self.printer.currentIndex()].is_ver
        zinnen = [text("documenten.print.ver")] if ver else []
        self.waarschuwing.setText("\n\n".join([*zinnen, text("documenten.print.waarschuwing")]))

    def print_now(self) -> int:
        """Print as was chosen, and tell how many pages; KnownError `output.not_printed`."""
        return sum(self._print_one(document.inhoud) for document in self.documenten)

    def _print_one(self, inhoud: bytes) -> int:
        printer = self.by_name(self.printer.currentText())
        aantal = int(self.aantal.currentData())
        # In one go, so that no lock finds it half-way; that takes some seconds.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return print_pdf(inhoud, printer, aantal=aantal, tweezijdig=self.tweezijdig.isChecked())
        finally:
            QGuiApplication.restoreOverrideCursor()

    def close_box(self) -> None:
        """Put it away; what it holds goes with it."""
        self.documenten = ()
        super().close_box()

    def first_field(self) -> QWidget:
        """The printer; without one, the way back."""
        return self.printer if self._keuzes else self.stop
