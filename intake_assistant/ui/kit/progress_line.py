"""One line of long work: what it is, a bar, how far and how long in words, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from intake_assistant.operations.words.voortgang import percent_of, progress_in_words
from intake_assistant.progress import Watch
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import KorteRegel, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.announcing import announce

_EVERY_MS = 250


class ProgressLine(QWidget):
    """Looks now and then at what is watched: the work itself knows nothing of the window."""

    def __init__(self, naam: str, *, stacked: bool = False) -> None:
        """With `stacked` one part below the other, for a page; else all on one line."""
        super().__init__()
        self.setObjectName(naam)
        self._watch: Watch | None = None
        self._stop: Callable[[], object] = _nothing
        self._was_fixed = False
        self.titel, self.woorden = KorteRegel("", f"{naam}_titel"), label("", naam=f"{naam}_woorden")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = knop(text("venster.stoppen"), "stoppen", self.cancel, "stil")
        if stacked:
            self._stack()
        else:
            self._line_up()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.hide()

    def _line_up(self) -> None:
        self.bar.setFixedWidth(px(120))
        row = rij(self, tussen=12)
        for part in (self.titel, self.bar, self.woorden, self.stop):
            row.addWidget(part)

    def _stack(self) -> None:
        self.bar.setMaximumWidth(px(480))
        self.woorden.setWordWrap(True)
        row = rij(tussen=12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        row.addStretch(0)
        box = kolom(self, tussen=4)
        box.addWidget(self.titel)
        box.addLayout(row)
        box.addWidget(self.woorden)

    def follow(self, watch: Watch, titel: str, stop: Callable[[], object] | None = None) -> None:
        """Show this work from now on; `stop` calls it off, else its watch does and it ends by itself."""
        self._watch, self._stop, self._was_fixed = watch, stop or watch.cancel, not watch.may_stop
        self.titel.set_whole(titel)
        self.bar.setAccessibleName(titel)
        self._timer.start()
        self.look()
        self.show()

    def end(self) -> None:
        """It is over."""
        self._timer.stop()
        self._watch = None
        self.hide()

    def cancel(self) -> bool:
        """Call it off; returns whether there was anything to call off."""
        watch = self._watch
        if watch is None or not watch.may_stop or watch.cancelled:
            return False
        self._stop()
        self.look()
        return True

    def look(self) -> None:
        """Show how far it is."""
        watch = self._watch
        if watch is None:
            return
        # A bar of which nothing is known moves; it says no number.
        self.bar.setRange(0, 100 if watch.share else 0)
        self.bar.setValue(percent_of(watch) if watch.share else -1)
        words = _words(watch)
        self.woorden.setText(words)
        self.woorden.setVisible(bool(words))
        self.bar.setAccessibleDescription(words)
        self.stop.setVisible(watch.may_stop)
        self.stop.setEnabled(not watch.cancelled)
        if not watch.may_stop and not self._was_fixed:
            self._was_fixed = True
            announce(self, text("kluis.voortgang.vast"))


def cancel_shown(within: QWidget) -> bool:
    """Call off the work of which a line is in sight; returns whether there was any."""
    return any(line.isVisible() and line.cancel() for line in within.findChildren(ProgressLine))


def _words(watch: Watch) -> str:
    if watch.cancelled:
        return text("kluis.voortgang.stopt")
    done = progress_in_words(watch) if watch.share else ""
    fixed = "" if watch.may_stop else text("kluis.voortgang.vast")
    return text("kluis.voortgang.samen", deel=done, vast=fixed) if done and fixed else done or fixed


def _nothing() -> None:
    """Nothing is watched."""
