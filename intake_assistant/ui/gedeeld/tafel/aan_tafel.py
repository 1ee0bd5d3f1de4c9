"""A page that lies on the table besides the questions; a touch on it is told to us, never recorded."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from intake_assistant.operations.words.gedeeld import Gedeeldblad
from intake_assistant.ui.window.context import Context


class AanTafel(QObject):
    """One for each screen with such a page; goes away with it."""

    aangewezen = Signal(str)
    """What was touched on this page: `ja` or `nee`."""

    def __init__(self, context: Context, over: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._gedeeld, self._over = context, context.gedeeld, over
        self._blad: Gedeeldblad | None = None
        self._gedeeld.aangeraakt.connect(self._hear)

    @property
    def is_open(self) -> bool:
        """Whether this page is what lies there."""
        return self._blad is not None and self._gedeeld.zicht.blad is self._blad

    @property
    def is_laid(self) -> bool:
        """Whether this page was laid on the table, also while it is covered."""
        return self._blad is not None

    def show_blad(self, blad: Gedeeldblad, taal: str = "") -> None:
        """Lay this page on the table; a language of its own goes back when the page goes."""
        if self._blad is None and not self._context.samen:
            # Asked outside a conversation the person looks along all the same.
            self._gedeeld.turn(on=True)
        if taal:
            self._gedeeld.set_taal(taal)
        self._blad = blad
        self._gedeeld.put_before(blad)

    def take_away(self) -> None:
        """Take the page away; what lay below it is in sight again."""
        blad, self._blad = self._blad, None
        self._gedeeld.take_away(blad)

    def clear(self) -> None:
        """Take the page away."""
        if self._blad is None:
            return
        self._blad = None
        self._gedeeld.rest()
        if not self._context.samen:
            self._gedeeld.turn(on=False)

    def _hear(self, code: str) -> None:
        """A touch on a page that is there no more is of nothing that is asked now."""
        if self._blad is not None and self._gedeeld.point_on_table(self._over, code):
            self.aangewezen.emit(code.removeprefix(f"{self._over}."))
