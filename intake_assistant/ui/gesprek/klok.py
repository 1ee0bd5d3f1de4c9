"""How long the conversation lasts: runs while somebody sits at the table, stands still in a pause."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.acts.gesprek import keep_seconden
from intake_assistant.operations.views.gesprek import seconden_of
from intake_assistant.ui.vragen.voering import Gespreksvoering

# A tick that took longer was a laptop asleep: that time was no conversation.
_LANGSTE_TIK = 5.0


class Gespreksklok(QObject):
    """Goes on where it was left, and is kept each minute."""

    gewijzigd = Signal()
    """Another minute, or a pause that begins or ends."""

    def __init__(self, voering: Gespreksvoering, page: QWidget) -> None:
        super().__init__(page)
        self._voering, self._page = voering, page
        self.loopt = True
        self.seconden = float(seconden_of(voering.work, voering.id))
        voering.seconden = round(self.seconden)
        self._tik_op = time.monotonic()
        self._tikker = QTimer(self, interval=1000)
        self._tikker.timeout.connect(self.tik)
        self._tikker.start()

    @property
    def minuten(self) -> int:
        """Return the whole minutes so far."""
        return int(self.seconden // 60)

    def stop(self) -> None:
        """The conversation is over: a page that waits to be deleted would write into a closed vault."""
        self._tikker.stop()

    def toggle(self) -> None:
        """Stand still, or go on."""
        self.tik()
        self.loopt = not self.loopt
        self.gewijzigd.emit()

    def _is_on(self) -> bool:
        """Also while consent is asked or something is looked up: the other is still at the table."""
        context = self._voering.context
        return self.loopt and (self._page.isVisible() or context.samen == context.dossier_id != "")

    def tik(self) -> None:
        """Count the time since the last tick."""
        nu = time.monotonic()
        if self._is_on():
            minuut = self.minuten
            self.seconden += min(nu - self._tik_op, _LANGSTE_TIK)
            v = self._voering
            v.seconden = round(self.seconden)
            if self.minuten != minuut:
                v.attempt(lambda: keep_seconden(v.work, v.id, v.seconden))
                self.gewijzigd.emit()
        self._tik_op = nu
