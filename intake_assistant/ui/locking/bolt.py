"""The bolt of the window: whatever is open goes, what was being typed is recorded, the vault closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.locking.comeback import settle
from intake_assistant.ui.qt import garbage, messages, tasks
from intake_assistant.ui.qt.later import discard, later
from intake_assistant.ui.qt.preedit import Samenstelling

if TYPE_CHECKING:
    from intake_assistant.ui.kluis.beschadigd import Beschadigd
    from intake_assistant.ui.kluis.eerste_start import EersteStart
    from intake_assistant.ui.window.window import Venster
    from intake_assistant.ui.window.workbench import Werkblad

LET_GO_AFTER_MS = 1000
"""By then what was called off has ended, and holds nothing of the vault any more."""


class Grendel:
    """Locks and closes on behalf of a window."""

    def __init__(self, venster: Venster) -> None:
        self._venster = venster
        self._is_locking = False
        self.samenstelling = Samenstelling()

    def lock(self) -> None:
        """Lock, whatever is open: what is being typed is recorded or kept as concept, the vault closes.

        Work that has the vault in hand is waited for, behind a neutral page: it ends whole or leaves nothing.
        """
        if self._is_locking:
            return
        self._is_locking = True
        venster = self._venster
        try:
            with messages.nobody_answers():
                venster.ontgrendelen.turn_away()
                if venster.werkblad is not None:
                    self._lock_vault(venster.werkblad)
                elif venster.beschadigd is not None:
                    self._lock_damaged(venster.beschadigd)
                elif venster.eerste_start is not None:
                    self._lock_eerste_start(venster.eerste_start)
        finally:
            self._is_locking = False
            venster.guards.dek.hide()

    def _lock_vault(self, werkblad: Werkblad) -> None:
        path = werkblad.context.work.vault.path
        problems: list[KnownError | None] = []
        # In this order from below, and each also when the one before it failed.
        with ExitStack() as always:
            always.callback(lambda: self._show_locked(path, problems))
            always.callback(self.close_vault, werkblad)
            always.callback(lambda: problems.append(settle(werkblad)))
            self._cover()
            werkblad.close_boxes()
            self._venster.guards.terugkeer.remember(werkblad)

    def _cover(self) -> None:
        """Nothing of anybody is on a screen from here on; then to the page that F9 hid, for its place."""
        self._venster.guards.tweede.detach()
        self._venster.guards.dek.cover()
        self.samenstelling.finish()
        messages.close_all(self._venster)
        if self._venster.guards.afdekking.is_on:
            self._venster.toggle_privacy()

    def _lock_damaged(self, beschadigd: Beschadigd) -> None:
        self._cover()
        self._venster.leave_damaged(beschadigd.path)

    def _lock_eerste_start(self, eerste_start: EersteStart) -> None:
        venster = self._venster
        venster.guards.dek.cover()
        messages.close_all(venster)
        made = eerste_start.lock()
        venster.guard(False)
        if made is not None:
            venster.guards.klembord.clear_ours()
            self._show_locked(made, [])

    def _show_locked(self, path: Path, problems: Sequence[KnownError | None]) -> None:
        page = self._venster.ontgrendelen
        # Screens hold each other: the search for such circles would come by them more than a minute later.
        later(self._venster, garbage.collect_all, LET_GO_AFTER_MS)
        page.show_vault(path, locked=True)
        if self._venster.guards.terugkeer.has_unwritten(path):
            page.uitleg.setText(text("kluis.ontgrendelen.niet_alles_opgeslagen"))
        for problem in filter(None, problems):
            page.tell(known_error_text(problem), "fout")
        self._venster.stack.setCurrentWidget(page)
        page.wachtzin.field.setFocus()

    def close_vault(self, werkblad: Werkblad) -> None:
        """Call off what is being made, put the screens away, and close the vault; the computer may sleep."""
        venster = self._venster
        messages.close_all(venster)
        tasks.cancel_all()
        try:
            self.put_away(werkblad)
            venster.guards.klembord.clear_ours()
            venster.guards.terugkeer.hold_on(werkblad.context)
        finally:
            werkblad.context.work.vault.close()
            # Last: now the computer may sleep.
            venster.guard(False)

    def put_away(self, werkblad: Werkblad) -> None:
        """Take the screens away for good; until a dialog lets them be deleted they do nothing."""
        # Before the vault closes: a field that loses the keyboard, or a timer, would write into a closed one.
        self._venster.guards.tweede.detach()
        self._venster.forget(werkblad)
        werkblad.hide()
        for timer in werkblad.findChildren(QTimer):
            timer.stop()
        discard(werkblad)

    def may_close(self, werkblad: Werkblad, ask: Callable[[KnownError], bool]) -> bool:
        """Record what is being typed before the window goes; `ask` when that cannot be."""
        self.samenstelling.finish()
        problem = settle(werkblad)
        return problem is None or ask(problem)
