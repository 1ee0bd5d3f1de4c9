"""With us: which language was pointed at, and one key that records it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from intake_assistant.operations.talen.gesproken import Gesproken
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.aanwijsregel import OVERNEMEN
from intake_assistant.ui.kit.parts import knop, label, rij
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.vragen.paneel import underline


class Taalvoorstel(QFrame):
    """Low, above the page; nothing of it is recorded before somebody says so."""

    overgenomen = Signal(object)
    """Record this `Gesproken`."""
    weg = Signal()
    """It was put aside."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("taalvoorstel")
        self.setProperty("rol", "kaart")
        self._gesproken: Gesproken | None = None
        self.zin = label("", wrap=True, naam="taalvoorstel_zin")
        self.neem_over = knop("", "taal_overnemen", self.take_over, "hoofdknop")
        underline(self.neem_over, text("gesprek.aangewezen.neem_over"), OVERNEMEN)
        row = rij(self, rand=8, tussen=8)
        row.addWidget(self.zin, 1)
        row.addWidget(self.neem_over, 0, Qt.AlignmentFlag.AlignVCenter)
        niet = knop(text("gesprek.aangewezen.niet"), "taal_niet_overnemen", self._put_aside, "stil")
        row.addWidget(niet, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def propose(self, gesproken: Gesproken | None) -> None:
        """Say what was pointed at; None: that it is not among the languages."""
        self._gesproken = gesproken
        zin = text("gesprek.taal.geen")
        if gesproken is not None:
            zin = text("gesprek.taal.gewezen", taal=gesproken.gezegd)
            if not gesproken.has_texts:
                zin = text("gesprek.taal.zonder_teksten", taal=gesproken.gezegd)
        self.zin.setText(zin)
        self.neem_over.setVisible(gesproken is not None)
        self.show()
        announce(self, zin)

    def take_over(self) -> bool:
        """Record it; False when nothing waits."""
        gesproken = self._gesproken
        if not self.isVisible() or gesproken is None:
            return False
        self.forget()
        self.overgenomen.emit(gesproken)
        return True

    def forget(self) -> None:
        """Nothing waits any more."""
        self._gesproken = None
        self.hide()

    def _put_aside(self) -> None:
        self.forget()
        self.weg.emit()
