"""The window: what is before a vault, what is inside it, and the neutral page over all."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.safefile import is_folder
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.kit.front_page import Voorpagina
from intake_assistant.ui.kit.theme import thema, wear_icon
from intake_assistant.ui.kluis.ontgrendelen import Ontgrendelen
from intake_assistant.ui.locking.guards import Guards
from intake_assistant.ui.qt import faults, garbage, tasks, words
from intake_assistant.ui.qt.focus import Houvast, can_take, step
from intake_assistant.ui.qt.later import discard, later
from intake_assistant.ui.window import geometry
from intake_assistant.ui.window.preferences import WENKEN, told_after_update
from intake_assistant.ui.window.surroundings import Omgeving

if TYPE_CHECKING:
    from intake_assistant.operations.workspace import Workspace
    from intake_assistant.ui.kluis.beschadigd import Beschadigd
    from intake_assistant.ui.kluis.eerste_start import EersteStart
    from intake_assistant.ui.window.context import Context
    from intake_assistant.ui.window.workbench import Werkblad

# The window has been painted by then: asking the computer costs it no time.
STAND_AFTER_MS = 200
# The page has shown by then that it is busy. Deriving the key takes a second, on another thread.
BRING_AFTER_MS = 50


class Venster(QMainWindow):
    """Opens, locks and closes; while locked, nothing of a dossier is in memory that we can let go."""

    def __init__(self, omgeving: Omgeving) -> None:
        keuzes = omgeving.voorkeuren.keuzes
        # First: what lies in a window that is dressed keeps the font that the window had then.
        thema.apply(keuzes.kleuren, keuzes.schaal)
        super().__init__()
        self.omgeving = omgeving
        self.werkblad: Werkblad | None = None
        self.eerste_start: EersteStart | None = None
        self.beschadigd: Beschadigd | None = None
        self.guards = Guards(self)
        self._ontgrendeld_op: float | None = None
        self.setWindowTitle(text("venster.programma"))
        self.setMinimumSize(geometry.MINST)
        self.resize(geometry.WENS)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.houvast = Houvast(self, self._home)
        self._build_pages()
        self._build_keys()
        thema.dress(self)
        thema.changed.connect(self._rebuild)
        later(self, self._settle, STAND_AFTER_MS)

    def _settle(self) -> None:
        """What nobody meets before the lock has been painted."""
        wear_icon()
        words.install()
        self.guards.stand()

    def _build_pages(self) -> None:
        self.ontgrendelen = Ontgrendelen(self.omgeving)
        self.ontgrendelen.opened.connect(self._enter_typed)
        self.ontgrendelen.new_vault.connect(self.show_eerste_start)
        self.ontgrendelen.damaged.connect(self.show_damaged)
        self.ontgrendelen.melder.busy.connect(lambda: later(self, _workbench, BRING_AFTER_MS))
        self.stack.addWidget(self.ontgrendelen)
        self.show_front()

    def _build_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Alt+Left": self._back,
            "Ctrl+K": lambda: self._act("zoeken"),
            "Ctrl+N": lambda: self._act("nieuw"),
            "F1": lambda: self._act("toetsen"),
            "F9": self.toggle_privacy,
            "Ctrl+L": self.lock,
            "F12": self.lock,
        }
        for key, act in keys.items():
            made = QShortcut(QKeySequence(key), self)
            # Held down, F9 would cover and uncover in turn.
            made.setAutoRepeat(False)
            made.activated.connect(act)

    def _home(self) -> tuple[QWidget, QWidget]:
        """The screen that is shown, and where the keyboard belongs on it."""
        page = self.stack.currentWidget() or self.stack
        if self.werkblad is not None and page is self.werkblad:
            return self.werkblad.scherm, self.werkblad.resting_place()
        return page, page.resting_place() if isinstance(page, Voorpagina) else page

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes down the page; what goes while it has the keyboard gives it to the screen, not the bar."""
        focus: QWidget | None = self.focusWidget()
        if focus is None or can_take(focus):
            return step(self, focus, forward=forward)
        self.houvast.catch(focus)
        return True

    def event(self, event: QEvent) -> bool:
        """Coming back from a dialog, the keyboard goes where it belongs."""
        if event.type() == QEvent.Type.WindowActivate:
            self.houvast.on_activation()
        return super().event(event)

    def _act(self, naam: str) -> None:
        if self.werkblad is not None and self.stack.currentWidget() is self.werkblad:
            self.werkblad.act(naam)

    def _back(self) -> None:
        if self.werkblad is not None and self.stack.currentWidget() is self.werkblad:
            self.werkblad.back()

    def exclude_capture(self, on: bool) -> None:
        """Keep every window out of screenshots and shared screens, or no longer; where that can be."""
        self.guards.systeem.exclude_capture(on)

    def follow_choices(self) -> None:
        """Lock and hide from now on as the user has just chosen."""
        self.guards.bewaker.set_idle(self.omgeving.idle)
        self.exclude_capture(self.omgeving.is_kept_from_capture)

    # -- before a vault --------------------------------------------------------------------------------------

    def show_front(self) -> None:
        """Ask for the passphrase of the last vault; without one, begin."""
        last = self.omgeving.voorkeuren.keuzes.kluis
        if last and is_folder(Path(last)):
            self.ontgrendelen.show_vault(Path(last))
            self.stack.setCurrentWidget(self.ontgrendelen)
        else:
            self.show_eerste_start()

    def show_eerste_start(self) -> None:
        """Guide through making a vault."""
        from intake_assistant.ui.kluis.eerste_start import EersteStart  # late: shown once in a vault's life

        self.guards.hold_wheel()
        self._drop_eerste_start()
        made = EersteStart(self.omgeving)
        made.ready.connect(self._begin)
        made.have_vault.connect(self._choose_vault)
        made.made.connect(lambda: self._guard_made(made))
        self.eerste_start = made
        self.stack.addWidget(made)
        self.stack.setCurrentWidget(made)

    def _guard_made(self, eerste_start: EersteStart) -> None:
        voorkeuren = self.omgeving.voorkeuren
        hints: dict[str, object] = {} if voorkeuren.keuzes.kluis else {"wenken": WENKEN}
        # At once: however this ends, the next start asks for the passphrase of the vault that is there.
        with suppress(KnownError):  # a full disk is told of elsewhere
            voorkeuren.keep(kluis=str(eerste_start.made_path), **hints)
        self.guard(True)
        if eerste_start.is_left:
            self.lock()

    def _choose_vault(self) -> None:
        from intake_assistant.ui.qt import messages  # late: a window that asks nothing yet needs no dialogs

        chosen = messages.choose_file(
            self, "map", text("kluis.ontgrendelen.kies_kluis"), self.omgeving.documents
        )
        if chosen is not None:
            self.ontgrendelen.show_vault(chosen)
            self.stack.setCurrentWidget(self.ontgrendelen)

    def show_damaged(self, path: Path, wachtzin: str, herstelsleutel: str) -> None:
        """Show what can be read of a vault that no longer opens; it is guarded like an open one."""
        from intake_assistant.ui.kluis.beschadigd import Beschadigd  # late: seldom needed

        self.guard(True)
        made = self.beschadigd = Beschadigd(self.omgeving, path, wachtzin, herstelsleutel)
        made.left.connect(lambda: self.leave_damaged(path))
        made.saved.connect(self.leave_damaged)
        self.stack.addWidget(made)
        self.stack.setCurrentWidget(made)
        made.read()

    def leave_damaged(self, path: Path) -> None:
        """Let go of what was read of a damaged vault, and ask for the passphrase of this one."""
        if self.beschadigd is not None:
            tasks.cancel_all()
            self.beschadigd.close_all()
            self.stack.removeWidget(self.beschadigd)
            discard(self.beschadigd)
            self.beschadigd = None
            self.guards.afdekking.forget()
            self.guards.klembord.clear_ours()
            self.guard(False)
        self.ontgrendelen.show_vault(path)
        self.stack.setCurrentWidget(self.ontgrendelen)

    def _begin(self, work: Workspace, voorbeeld: bool) -> None:
        self.enter(work)
        make = self.omgeving.voorbeeld
        if voorbeeld and make is not None and self.context is not None:
            context = self.context
            tasks.run(
                context,
                lambda: make(work),
                lambda dossier: context.navigate.emit("dossiers", {"gekozen": dossier}),
                text("kluis.eerste_start.voorbeeld_bezig"),
                whole=True,
            )

    # -- in and out ------------------------------------------------------------------------------------------

    @property
    def context(self) -> Context | None:
        """What the screens share, while a vault is open."""
        return self.werkblad.context if self.werkblad else None

    def _enter_typed(self, work: Workspace) -> None:
        self._ontgrendeld_op = time.monotonic()
        self.enter(work)

    def enter(self, work: Workspace) -> None:
        """Go into an open vault; back to the same place when it was only locked."""
        self.guard(True)
        if self.eerste_start is not None and self.eerste_start.waits_for == work.vault.path:
            self.eerste_start.resume(work)
            self.stack.setCurrentWidget(self.eerste_start)
            return
        from intake_assistant.operations.vault.sleutels import told_at_opening
        from intake_assistant.ui.qt.doorman import nobody_asked
        from intake_assistant.ui.window.context import Context  # late: the unlock page needs none of this

        context = Context(work, self.omgeving.voorkeuren, self.omgeving.cost)
        self.guards.terugkeer.take_up(context)
        with nobody_asked(self):
            made = _workbench()(context)
        self._listen(made)
        self.werkblad = made
        with nobody_asked(self, made):
            self.stack.addWidget(made)
            self.stack.setCurrentWidget(made)
        made.start()
        self._drop_eerste_start()
        self.guards.terugkeer.resume(made)
        for told in (*told_after_update(self.omgeving.voorkeuren), *told_at_opening(work)):
            made.context.noted.emit(told)
        if bestanden := self.omgeving.take_bestanden():
            made.context.navigate.emit("uitwisseling", {"deel": "samenvoegen", "bestanden": bestanden})

    def _listen(self, made: Werkblad) -> None:
        made.action.connect(lambda naam: self.lock() if naam == "slot" else self.toggle_privacy())
        made.context.choices_changed.connect(self.follow_choices)
        made.context.hears_sleep = lambda: self.guards.systeem.hears_sleep
        made.context.quiet_seconds = lambda: self.guards.bewaker.quiet_seconds
        made.context.failed.connect(self._suspect)
        made.context.tweede = self.guards.tweede
        self.guards.tweede.attach(made.context.gedeeld)
        made.context.ontgrendeld_op = self._ontgrendeld_op

    def guard(self, on: bool) -> None:
        """While a vault is open: notice that nobody is there, and have the computer wait before it sleeps."""
        self.guards.watch(on)

    def lock(self) -> None:
        """Lock, whatever is open; what is being typed is recorded first."""
        self.guards.grendel.lock()

    def show_known(self, error: KnownError) -> None:
        """Tell of an error that no screen caught, in words and in its place."""
        if self.werkblad is not None:
            self._suspect(error)
            self.werkblad.show_error(error)
        else:
            self.ontgrendelen.tell(known_error_text(error), "fout")

    def _suspect(self, error: KnownError) -> None:
        """A vault that turns out to be damaged is looked at whole before it opens again."""
        if faults.tells_of_damage(error) and self.werkblad is not None:
            self.ontgrendelen.suspect = self.werkblad.context.work.vault.path

    def forget(self, werkblad: Werkblad) -> None:
        """Let go of the screens of a vault that closes."""
        self.werkblad = None
        self.guards.afdekking.forget()
        self.stack.removeWidget(werkblad)

    def toggle_privacy(self) -> None:
        """Hide all but a neutral page at once, and come back to the same field."""
        self.guards.afdekking.toggle()

    def _rebuild(self) -> None:
        # Margins and icons are laid out at the scale in force; the screens are made anew at the same place.
        werkblad = self.werkblad
        if werkblad is None:
            return
        from intake_assistant.ui.locking.comeback import settle

        is_hidden = self.guards.afdekking.is_on
        self.guards.terugkeer.remember(werkblad)
        settle(werkblad)
        # What is on its way reports to screens that go.
        tasks.cancel_all()
        self.guards.terugkeer.hold_on(werkblad.context)
        self.guards.grendel.put_away(werkblad)
        self.enter(werkblad.context.work)
        if is_hidden:
            # The computer turns dark by itself in the evening; that uncovers nothing.
            self.toggle_privacy()

    def _drop_eerste_start(self) -> None:
        if self.eerste_start is not None:
            self.eerste_start.discard()
            self.stack.removeWidget(self.eerste_start)
            discard(self.eerste_start)
            self.eerste_start = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record what is being typed and close the vault; ask when recording fails."""
        werkblad = self.werkblad
        if werkblad is not None:
            if not self.guards.grendel.may_close(werkblad, self._close_anyway):
                event.ignore()
                return
            self.hide()
            werkblad.reservewacht.last()
            self.guards.grendel.close_vault(werkblad)
        elif not self._may_end():
            event.ignore()
            return
        self.guards.end()
        geometry.keep(self, self.omgeving.voorkeuren)
        self._drop_eerste_start()
        if self.beschadigd is not None:
            self.leave_damaged(self.beschadigd.path)
        event.accept()

    def _close_anyway(self, problem: KnownError) -> bool:
        from intake_assistant.ui.qt import messages

        return messages.confirm(
            self, text("venster.toch_sluiten_kop"), known_error_text(problem), text("venster.toch_sluiten")
        )

    def _forget_unwritten(self) -> bool:
        from intake_assistant.ui.qt import messages

        vraag = text("venster.toch_sluiten_kop"), text("venster.toch_sluiten_op_slot")
        return messages.confirm(self, *vraag, text("venster.toch_sluiten"))

    def _may_end(self) -> bool:
        """Whether what is held while no vault is open may be let go of."""
        if self.guards.terugkeer.has_unwritten():
            return self._forget_unwritten()
        return self.eerste_start is None or self._forget_key(self.eerste_start)

    def _forget_key(self, eerste_start: EersteStart) -> bool:
        """Whether the first start may end here; the vault that it made is opened the next time."""
        if eerste_start.made_path is None:
            return True
        if eerste_start.groups:
            from intake_assistant.ui.qt import messages

            vraag = text("kluis.eerste_start.niet_op_papier_kop"), text("kluis.eerste_start.niet_op_papier")
            if not messages.confirm(self, *vraag, text("kluis.eerste_start.niet_op_papier_ja")):
                return False
        return True


@cache
def _workbench() -> type[Werkblad]:
    from intake_assistant.ui.window import screens, workbench  # late: with the first screen

    _ = screens.SCHERMEN[0].scherm
    return workbench.Werkblad


def open_window(omgeving: Omgeving) -> Venster:
    """Make the window and show it."""
    made = Venster(omgeving)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    geometry.restore(made, omgeving.voorkeuren)
    garbage.collect_here(made)
    app = QCoreApplication.instance()
    if app is not None:
        # After the last event: what a thread still brings would find the program gone.
        app.aboutToQuit.connect(tasks.finish)
    made.show()
    return made
