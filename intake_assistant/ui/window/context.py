"""What every screen shares: the open workspace, the dossier that is open, and the way elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_assistant.crypto import Argon2Cost
from intake_assistant.dates import local_moment
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import KINDS, ONBEKEND
from intake_assistant.errors import KnownError
from intake_assistant.forms.checking.beelden import MAP
from intake_assistant.operations.acts.record import restore_row
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.geluid.klanken import Klanken, klankmappen
from intake_assistant.operations.vault.beleid import asks_again
from intake_assistant.operations.vault.logboek import note_sensitive
from intake_assistant.operations.views.concepttekst import Concepttekst, typed_now
from intake_assistant.operations.views.dubbel.zoeken import Dubbelzoeker
from intake_assistant.operations.views.gevoelig import has_gevoelig
from intake_assistant.operations.views.overzicht import Overzicht, is_behind, list_made
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import known_error_text
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld
from intake_assistant.ui.geluid.gedeeldgeluid import Gedeeldgeluid
from intake_assistant.ui.qt.place import to_top
from intake_assistant.ui.qt.tasks import Melder
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.unsaved import Onbewaard

if TYPE_CHECKING:
    from intake_assistant.ui.gedeeld.tweede import Tweedescherm

ALLES: Final = (*KINDS, ONBEKEND)
"""Every kind of subject."""
VERS: Final = 60.0
"""The seconds after opening the vault in which its passphrase is not asked once more."""


class Context(Melder):
    """Handed to each screen; the main window listens to its signals (`failed` and `busy` are of Melder)."""

    navigate = Signal(str, dict)
    """Name of a screen and its arguments; `dossier` among them opens that dossier."""
    back = Signal()
    """To where one came from, as Alt+Left."""
    changed = Signal(object)
    """A `Changed`: the header, the line *opgeslagen* and the screen that is shown follow from it."""
    told = Signal(str)
    """A sentence for the banner: something was done."""
    noted = Signal(str)
    """The same that is neither good nor bad news: what the other side asks, what is to be done first."""
    wenk = Signal(str)
    """The moment of a hint by its name: `andere_kant`, `overslaan` or `na_slot`."""
    removed = Signal(str)
    """A row was taken away, by its subject: the banner tells it, and puts it back."""
    ended = Signal(str, object)
    """The same of what is no row: a sentence that tells it, and the act that brings it back."""
    overtaken = Signal(object)
    """The act that `ended` offered: what it would bring back is there again, or something else is."""
    saved = Signal(str, object)
    """A sentence on a file that was written; and the Path of its folder, which can be opened from there."""
    backed_up = Signal()
    """A backup was made, or came to the second place."""
    erased = Signal(str)
    """A dossier is no more: nothing of it may stay on any screen."""
    put_back = Signal()
    """All is as it was in a backup: what was drawn, and the open dossier itself, may be no more."""
    behind = Signal()
    """Lines of the list are to be made anew: they were read as they were made last."""
    lines_made = Signal()
    """Lines of the list were made anew behind the screen."""
    asked = Signal(str)
    """An act of the window by its name, as the bar on the left has them; `verlaten` is away from the talk."""
    room_shared = Signal()
    """A screen asks for more of the window, or gives it back: `Scherm.rondom`."""
    mended = Signal()
    """What was refused last is recorded now: nobody is to read on that it cannot be."""
    remarked = Signal(str)
    """A remark on the page that is shown: it goes with that page."""
    turned = Signal(bool)
    """All of the window is turned to the person, or it is ours again: what we are told is for nobody else."""
    moved = Signal()
    """Another page of the same screen came."""
    choices_changed = Signal()
    """The user chose when the window locks, or what recorders see of it."""

    gesprek_aan = Signal(bool)
    """A conversation is shown, and somebody looks along; or it was rounded off."""

    tweede: Tweedescherm | None = None
    """The second screen of this window; the window knows."""
    ontgrendeld_op: float | None = None
    """When the passphrase of this vault was typed to open it, on the clock for durations."""

    def __init__(self, work: Workspace, voorkeuren: Voorkeuren, cost: Argon2Cost | None = None) -> None:
        super().__init__()
        self.work = work
        self.voorkeuren = voorkeuren
        self.cost = cost
        self.doubles = Dubbelzoeker(work)
        """Who may be one person; asked by `Dubbelvraag`, behind the screen."""
        self.dossier_id = ""
        self.samen = ""
        """The dossier of who looks along: nothing of anybody else may come into sight."""
        self._make_gedeeld()
        self.is_acting = False
        """Whether what is told to have changed was done on the screen that is shown."""
        self.opgeslagen_om = ""
        """When something was recorded last, as a time of the day; the window remembers it while locked."""
        self.changed.connect(self._note_saved)
        self._read: tuple[int, Dossier] | None = None
        self.erased.connect(self._forget)
        self.put_back.connect(self._forget)
        self._gevoelig_open = self._gevoelig_gezien = ""
        self.onbewaard = Onbewaard(self)
        self.hears_sleep: Callable[[], bool] = lambda: False
        """Whether this computer says that it goes to sleep before it does; the window knows."""
        self.quiet_seconds: Callable[[], float] = lambda: 0.0
        """For how long nobody did anything; the window knows."""

    def dossier(self) -> Dossier:
        """The open dossier as it is now, read once for each change; KnownError `dossier.not_found`."""
        changes = self.work.vault.changes()
        if self._read is None or self._read[0] != changes or self._read[1].id != self.dossier_id:
            self._read = changes, self.work.vault.dossier(self.dossier_id)
        return self._read[1]

    def lines(self) -> list[Overzicht]:
        """The list of dossiers as far as it is made; the rest follows by `lines_made`."""
        found = list_made(self.work)
        if is_behind(self.work):
            self.behind.emit()
        return found

    def act(
        self, job: Callable[[], Changed], refused: Callable[[KnownError], None] | None = None
    ) -> Changed | None:
        """Do what was asked on the screen that is shown; None when it was refused, and the banner says why.

        The screen itself draws what came of it, with the keyboard in its place.
        """
        try:
            changed = dutch(job)()
        except KnownError as error:
            (refused or self.failed.emit)(error)
            return None
        self._tell(changed)
        return changed

    def must(self, job: Callable[[], Changed]) -> None:
        """The same for who leaves a screen: a refusal, a KnownError, keeps one there."""
        self._tell(dutch(job)())

    def restore(self, dossier: str, subject: str) -> None:
        """Put back a row that was taken away; every screen draws it anew, the one that is shown as well."""
        try:
            self.changed.emit(dutch(restore_row)(self.work, dossier, subject))
        except KnownError as error:
            self.failed.emit(error)

    def _tell(self, changed: Changed) -> None:
        if not changed:
            return
        before, self.is_acting = self.is_acting, True
        try:
            self.changed.emit(changed)
        finally:
            self.is_acting = before

    def _note_saved(self) -> None:
        self.opgeslagen_om = f"{local_moment(self.work.clock.now()):%H:%M:%S}"

    def _make_gedeeld(self) -> None:
        self.klanken = Klanken(klankmappen(self.work))
        """What can be heard of it."""
        self.gedeeld = Gedeeld(self, self.work.data.folder / MAP, self.klanken)
        """What the other side sees."""
        self.geluid = Gedeeldgeluid(self.gedeeld, self.klanken, self.voorkeuren)
        self.geluid.mislukt.connect(self._tell_silence)

    def _tell_silence(self, fout: KnownError) -> None:
        # Nobody waits for it: the interpreter says it, as without a sound.
        self.noted.emit(known_error_text(fout))

    def _forget(self) -> None:
        self._read = None

    # -- answers on health and safety ------------------------------------------------------------------------

    def is_gesloten(self, vragen: Iterable[str] | None = None) -> bool:
        """Whether the passphrase is asked once more before answers to these questions, or any, are shown."""
        if not asks_again(self.work) or self._gevoelig_open == self.dossier_id or self._is_just_typed():
            return False
        return has_gevoelig(self.work, self.dossier_id, vragen)

    def _is_just_typed(self) -> bool:
        # Who opened the vault a moment ago sits here: the same question again tells nothing.
        return self.ontgrendeld_op is not None and time.monotonic() - self.ontgrendeld_op < VERS

    def open_gevoelig(self) -> None:
        """The passphrase was given once more for the open dossier."""
        self._gevoelig_open = self.dossier_id

    def close_gevoelig(self) -> None:
        """Another dossier is looked at: the one before it is closed again."""
        self._gevoelig_open = self._gevoelig_gezien = ""

    def note_gevoelig(self, vragen: Iterable[str] | None = None) -> None:
        """Note, once for each visit of a dossier, that such answers were looked at."""
        if self._gevoelig_gezien != self.dossier_id and has_gevoelig(self.work, self.dossier_id, vragen):
            note_sensitive(self.work, self.dossier_id)
            self._gevoelig_gezien = self.dossier_id
            if self._is_just_typed():
                # What is in sight stays so for this visit, as the gate promises.
                self.open_gevoelig()

    def typed_now(self) -> dict[str, Concepttekst]:
        """What is being typed in the open dossier by subject, also what could not be kept yet."""
        held = {c.subject: c for c in self.onbewaard.held(self.dossier_id)}
        return {**typed_now(self.work, self.dossier_id), **held}


class Rondom(Enum):
    """What stands around a screen."""

    ALLES = auto()
    STATUSREGEL = auto()
    NIETS = auto()


class Scherm(QWidget):
    """A screen: made once, shown many times."""

    naam: ClassVar[str] = ""
    """Its name in `Context.navigate`."""
    toont: ClassVar[tuple[Kind, ...]] = ()
    """The kinds of subjects that it shows."""
    toont_vragen: ClassVar[tuple[str, ...]] = ()
    """The questions that it shows, when it shows few."""
    rustig: ClassVar[bool] = False
    """Whether the bar keeps to its icons and the header stays low: the eyes belong to the person."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"scherm_{self.naam}")
        context.changed.connect(self._hear)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read what is to be shown anew; called at each visit."""

    def follow(self) -> None:
        """Draw anew: what it shows came to be otherwise, and not by what was done here."""

    def follow_own(self, changed: Changed) -> None:
        """Draw anew what hangs on what was just done here; its field keeps the keyboard."""

    def _hear(self, changed: Changed) -> None:
        # What is not shown is read at its next visit.
        if not (self._is_shown() and changed.touches(self.toont, self.toont_vragen)):
            return
        if self.context.is_acting:
            self.follow_own(changed)
        else:
            self.follow()

    def _is_shown(self) -> bool:
        stack = self.parentWidget()
        return not isinstance(stack, QStackedWidget) or stack.currentWidget() is self

    def resting_place(self) -> QWidget:
        """Where the keyboard belongs when nothing else has it; itself when no field is meant for it."""
        return self

    def leave(self) -> None:
        """Record what is being typed; called before going elsewhere, locking, sleeping and closing."""

    def rondom(self) -> Rondom:
        """What stands around it now; `room_shared` tells that this changed."""
        return Rondom.ALLES

    def begin_anew(self) -> None:
        """Be as at a first visit: what was scrolled to or opened was about another person."""
        to_top(self)

    def step_back(self) -> bool:
        """Go one step back within the screen; False when there is none, and Alt+Left leads elsewhere."""
        return False

    def own_half(self) -> QWidget | None:
        """What only we read, when another part of the screen is for who sits opposite: boxes stay on it."""
        return None

    def where(self) -> dict[str, str]:
        """The arguments that lead back to just this place; asked before `leave` when locking and going on."""
        return {}
