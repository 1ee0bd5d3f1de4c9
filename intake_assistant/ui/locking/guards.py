"""Those who guard the window, each made when it is first asked for: the lock is on the screen before them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from intake_assistant.ui.gedeeld.tweede import Tweedescherm
    from intake_assistant.ui.locking.bolt import Grendel
    from intake_assistant.ui.locking.clipboard import Klembord
    from intake_assistant.ui.locking.comeback import Terugkeer
    from intake_assistant.ui.locking.guard import Bewaker
    from intake_assistant.ui.locking.privacy import Afdekking, Dek, Privacy
    from intake_assistant.ui.locking.system.watch import Systeemwacht
    from intake_assistant.ui.qt.doorman import Doorman
    from intake_assistant.ui.window.window import Venster


class Guards:
    """Of one window."""

    def __init__(self, venster: Venster) -> None:
        self._venster = venster

    def hold_wheel(self) -> None:
        """Keep the wheel from changing a field: before a page with more than a passphrase is shown."""
        from intake_assistant.ui.qt import wheel

        self.doorman.hand(wheel.KINDS, wheel.held_back)

    def stand(self) -> None:
        """Be there, now that the lock is on the screen."""
        self.hold_wheel()
        _ = self.klembord, self.systeem

    def watch(self, on: bool) -> None:
        """While a vault is open: notice that nobody is there, and have the computer wait before it sleeps."""
        self.stand()
        if on:
            from intake_assistant.ui.locking import guard
            from intake_assistant.ui.qt import mistaken, preedit

            self.doorman.hand(mistaken.KINDS, mistaken.held_back)
            self.doorman.hand(guard.KINDS, self.bewaker.eventFilter)
            self.doorman.hand(preedit.KINDS, self.grendel.samenstelling.read_along)
        self.bewaker.watch(on)
        self.systeem.hold(on)

    def end(self) -> None:
        """The window goes: the second screen with it, and nobody is asked about each thing in it."""
        self.tweede.end()
        self.doorman.stand(False)

    @cached_property
    def doorman(self) -> Doorman:
        """Stands before every widget; from then on Python is asked about whatever happens to any of them."""
        from intake_assistant.ui.kit.theme import thema
        from intake_assistant.ui.qt.doorman import Doorman

        made = Doorman(self._venster)
        made.hand((QEvent.Type.Polish,), thema.dress_seen)
        return made

    @cached_property
    def systeem(self) -> Systeemwacht:
        """Hears from the computer that somebody leaves, and hides what is to be hidden from its recorders."""
        omgeving = self._venster.omgeving
        made = omgeving.systeem(self._venster)
        made.leaving.connect(lambda _: self._venster.lock())
        made.exclude_capture(omgeving.is_kept_from_capture)
        return made

    @cached_property
    def bewaker(self) -> Bewaker:
        """Notices that nobody is there, and the keys that lock and hide."""
        from intake_assistant.ui.locking.guard import Bewaker

        venster = self._venster
        made = Bewaker(venster.omgeving.clock, venster.omgeving.idle, venster)
        made.expired.connect(venster.lock)
        made.asked.connect(venster.lock)
        made.hidden.connect(venster.toggle_privacy)
        return made

    @cached_property
    def grendel(self) -> Grendel:
        """Locks and closes."""
        from intake_assistant.ui.locking.bolt import Grendel

        return Grendel(self._venster)

    @cached_property
    def terugkeer(self) -> Terugkeer:
        """What outlives a lock."""
        from intake_assistant.ui.locking.comeback import Terugkeer

        return Terugkeer(self._venster.omgeving.voorkeuren)

    @cached_property
    def klembord(self) -> Klembord:
        """Knows what was copied here."""
        from intake_assistant.ui.locking.clipboard import Klembord

        return Klembord(self._venster, lambda: self.systeem.clipboard_marks)

    @cached_property
    def tweede(self) -> Tweedescherm:
        """The second screen of a conversation."""
        from intake_assistant.ui.gedeeld.tweede import Tweedescherm

        return Tweedescherm(self._venster, self._venster.omgeving.voorkeuren)

    @cached_property
    def afdekking(self) -> Afdekking:
        """Puts the neutral page over what is shown."""
        from intake_assistant.ui.locking.privacy import Afdekking

        return Afdekking(self._venster)

    @cached_property
    def privacy(self) -> Privacy:
        """The neutral page."""
        from intake_assistant.ui.locking.privacy import Privacy

        made = Privacy()
        made.left.connect(self._venster.toggle_privacy)
        self._venster.stack.addWidget(made)
        return made

    @cached_property
    def dek(self) -> Dek:
        """Lies over the window while it is being locked."""
        from intake_assistant.ui.locking.privacy import Dek

        return Dek(self._venster)
