"""A page on the table over the whole window, turned to who sits opposite."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.ui.gedeeld.omgedraaid import GROOT, Omgedraaid
from intake_assistant.ui.gedeeld.tafel.aan_tafel import AanTafel
from intake_assistant.ui.window.context import Context


class Tafelgroot(QObject):
    """Made once it is asked for; the window is ours again as soon as the page lies there no more."""

    def __init__(self, context: Context, tafel: AanTafel, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._tafel, self._over = context, tafel, over
        self._before: QWidget | None = None
        self.groot: Omgedraaid | None = None
        toets = QShortcut(QKeySequence(GROOT), over)
        toets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toets.activated.connect(self.toggle)
        context.gedeeld.gewijzigd.connect(self._draw)
        over.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the window is theirs."""
        return self.groot is not None and self.groot.isVisible()

    def toggle(self) -> None:
        """Turn the window to the person, or back to us; without a page on the table nothing turns."""
        if self.is_open:
            self.close_page()
        elif self._tafel.is_laid:
            self._before = QApplication.focusWidget()
            self.groot = self.groot or self._make()
            self.groot.open_page()
            self._draw()

    def close_page(self) -> None:
        """The window is ours again, and the keyboard is where it was."""
        if self.groot is None or not self.is_open:
            return
        self.groot.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _make(self) -> Omgedraaid:
        made = Omgedraaid(self._over, self._context)
        made.weg.connect(self.close_page)
        made.aangeraakt.connect(self._context.gedeeld.aangeraakt)
        return made

    def _draw(self) -> None:
        if not self._tafel.is_laid:
            self.close_page()
        elif self.groot is not None:
            self.groot.show_zicht(self._context.gedeeld.zicht)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It goes with the page that it covers."""
        if event.type() is QEvent.Type.Hide:
            self.close_page()
        return super().eventFilter(watched, event)
