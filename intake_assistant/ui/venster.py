"""The window: what is before a vault, what is inside it, and the neutral page over all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui import messages, werk
from intake_assistant.ui.bewaker import Bewaker
from intake_assistant.ui.klembord import Klembord
from intake_assistant.ui.omgeving import Omgeving
from intake_assistant.ui.ontgrendelen import Ontgrendelen
from intake_assistant.ui.privacy import Privacy
from intake_assistant.ui.thema import thema

if TYPE_CHECKING:
    from intake_assistant.operations.concepttekst import Concepttekst
    from intake_assistant.operations.workspace import Workspace
    from intake_assistant.ui.context import Context
    from intake_assistant.ui.eerste_start import EersteStart
    from intake_assistant.ui.werkblad import Plaats, Werkblad


class Venster(QMainWindow):
    """Opens, locks and closes; while locked, nothing of a dossier is in memory that we can let go."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.werkblad: Werkblad | None = None
        self.eerste_start: EersteStart | None = None
        self._return: tuple[Path, Plaats] | None = None
        self._onbewaard: dict[Path, list[Concepttekst]] = {}
        self._under: QWidget | None = None
        self._focus_before: QWidget | None = None
        keuzes = omgeving.voorkeuren.keuzes
        thema.apply(keuzes.kleuren, keuzes.schaal)
        self.setWindowTitle(text("venster.programma"))
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.bewaker = Bewaker(omgeving.clock, omgeving.idle_seconds, self)
        self.bewaker.expired.connect(self.lock)
        self.klembord = Klembord(self)
        self._build_pages()
        self._build_keys()
        thema.changed.connect(self._rebuild)

    def _build_pages(self) -> None:
        self.ontgrendelen, self.privacy = Ontgrendelen(self.omgeving), Privacy()
        self.ontgrendelen.opened.connect(self.enter)
        self.ontgrendelen.new_vault.connect(self.show_eerste_start)
        self.privacy.left.connect(self.toggle_privacy)
        for page in (self.ontgrendelen, self.privacy):
            self.stack.addWidget(page)
        self.show_front()

    def _build_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Alt+Left": self._back,
            "Ctrl+K": lambda: self._act("zoeken"),
            "F1": lambda: self._act("toetsen"),
            "F9": self.toggle_privacy,
            "Ctrl+L": self.lock,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _act(self, naam: str) -> None:
        if self.werkblad is not None and self.stack.currentWidget() is self.werkblad:
            self.werkblad.act(naam)

    def _back(self) -> None:
        if self.werkblad is not None and self.stack.currentWidget() is self.werkblad:
            self.werkblad.back()

    # -- before a vault --------------------------------------------------------------------------------------

    def show_front(self) -> None:
        """Ask for the passphrase of the last vault; without one, begin."""
        last = self.omgeving.voorkeuren.keuzes.kluis
        if last and Path(last).is_dir():
            self.ontgrendelen.show_vault(Path(last))
            self.stack.setCurrentWidget(self.ontgrendelen)
        else:
            self.show_eerste_start()

    def show_eerste_start(self) -> None:
        """Guide through making a vault."""
        from intake_assistant.ui.eerste_start import EersteStart  # late: shown once in the life of a vault

        self._drop_eerste_start()
        made = EersteStart(self.omgeving)
        made.ready.connect(self._begin)
        made.have_vault.connect(self._choose_vault)
        self.eerste_start = made
        self.stack.addWidget(made)
        self.stack.setCurrentWidget(made)

    def _choose_vault(self) -> None:
        chosen = messages.choose_file(self, "map", text("ontgrendelen.kies_kluis"), self.omgeving.documents)
        if chosen is not None:
            self.ontgrendelen.show_vault(chosen)
            self.stack.setCurrentWidget(self.ontgrendelen)

    def _begin(self, work: Workspace, voorbeeld: bool) -> None:
        self.enter(work)
        make = self.omgeving.voorbeeld
        if voorbeeld and make is not None and self.context is not None:
            context = self.context
            werk.run(
                context,
                lambda: make(work),
                lambda dossier: context.navigate.emit("dossiers", {"gekozen": dossier}),
                text("eerste_start.voorbeeld_bezig"),
            )

    # -- in and out ------------------------------------------------------------------------------------------

    @property
    def context(self) -> Context | None:
        """What the screens share, while a vault is open."""
        return self.werkblad.context if self.werkblad else None

    def enter(self, work: Workspace) -> None:
        """Go into an open vault; back to the same place when it was only locked."""
        from intake_assistant.ui.context import Context  # late: the unlock page needs none of this
        from intake_assistant.ui.werkblad import Werkblad

        made = Werkblad(Context(work, self.omgeving.voorkeuren, self.omgeving.cost))
        made.action.connect(lambda naam: self.lock() if naam == "slot" else self.toggle_privacy())
        self.werkblad = made
        self.stack.addWidget(made)
        self.stack.setCurrentWidget(made)
        made.start()
        self._drop_eerste_start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self.bewaker)
        self.bewaker.watch(True)
        self._resume(made, work)

    def _resume(self, werkblad: Werkblad, work: Workspace) -> None:
        from intake_assistant.operations.concepttekst import settle_concepten

        place, self._return = self._return, None
        context = werkblad.context
        held = self._onbewaard.pop(work.vault.path, [])
        context.onbewaard.take_over(held)
        is_written = context.onbewaard.try_again()
        found, problem = 0, None
        try:
            found = len(settle_concepten(work))
        except KnownError as error:
            problem = error
        is_back = place is not None and place[0] == work.vault.path
        if place is not None and is_back:
            werkblad.go_place(place[1])
        self._tell_found(werkblad, [] if is_back else half_in_words(work), 0 if held else found, problem)
        if held and is_written:
            context.told.emit(text("venster.weer_opgeslagen"))

    def _tell_found(
        self, werkblad: Werkblad, half: list[str], found: int, problem: KnownError | None
    ) -> None:
        try:
            self.omgeving.voorkeuren.keep(kluis=str(werkblad.context.work.vault.path))
        except KnownError as error:
            problem = problem or error
        if problem is not None:
            werkblad.show_error(problem)
            return
        zinnen = [text("venster.teruggevonden", aantal=found)] if found else []
        if zinnen or half:
            werkblad.context.told.emit(" ".join(zinnen + half))

    def lock(self) -> None:
        """Lock, whatever happens: what is being typed is recorded or kept as concept, the vault closes."""
        werkblad = self.werkblad
        if werkblad is None:
            return
        work, problem = werkblad.context.work, None
        self._return = (work.vault.path, werkblad.where())
        try:
            problem = self._settle(werkblad)
        finally:
            self._close_vault(werkblad)
            self._show_locked(work.vault.path, problem)

    def _show_locked(self, path: Path, problem: KnownError | None) -> None:
        self.ontgrendelen.show_vault(path, locked=True)
        if self._onbewaard.get(path):
            self.ontgrendelen.uitleg.setText(text("ontgrendelen.niet_alles_opgeslagen"))
        if problem is not None:
            self.ontgrendelen.tell(known_error_text(problem), "fout")
        self.stack.setCurrentWidget(self.ontgrendelen)
        self.ontgrendelen.wachtzin.field.setFocus()

    def _settle(self, werkblad: Werkblad) -> KnownError | None:
        from intake_assistant.operations.concepttekst import settle_concepten

        try:
            werkblad.leave()
            settle_concepten(werkblad.context.work)
        except KnownError as error:
            return error
        onbewaard = werkblad.context.onbewaard
        return onbewaard.waarom if onbewaard.held() else None

    def show_known(self, error: KnownError) -> None:
        """Tell of an error that no screen caught, in words and in its place."""
        if self.werkblad is not None:
            self.werkblad.show_error(error)
        else:
            self.ontgrendelen.tell(known_error_text(error), "fout")

    def _close_vault(self, werkblad: Werkblad) -> None:
        werk.cancel_all()
        self.bewaker.watch(False)
        self._put_away(werkblad)
        self.klembord.clear_ours()
        self._hold_on(werkblad.context)
        werkblad.context.work.vault.close()

    def _put_away(self, werkblad: Werkblad) -> None:
        # Before the vault closes: a field that loses the keyboard, or a timer, would write into a closed one.
        self.werkblad = None
        self._under = self._focus_before = None
        self.stack.removeWidget(werkblad)
        werkblad.hide()
        for timer in werkblad.findChildren(QTimer):
            timer.stop()
        werkblad.deleteLater()

    def _hold_on(self, context: Context) -> None:
        """What could not be written stays in memory until it can; losing it would be worse."""
        context.onbewaard.stop()
        held = context.onbewaard.held()
        if held:
            self._onbewaard[context.work.vault.path] = held

    def toggle_privacy(self) -> None:
        """Hide all but a neutral page at once, and come back to the same field."""
        if self.stack.currentWidget() is self.privacy:
            self.stack.setCurrentWidget(self._under or self.ontgrendelen)
            self._under = None
            focus = self._focus_before
            if focus is not None:
                focus.setFocus()
            return
        self._under, self._focus_before = self.stack.currentWidget(), self.focusWidget()
        self.stack.setCurrentWidget(self.privacy)
        self.privacy.terug.setFocus()

    def _rebuild(self) -> None:
        # Margins and icons are laid out at the scale in force; the screens are made anew at the same place.
        werkblad = self.werkblad
        if werkblad is None:
            return
        place, context = werkblad.where(), werkblad.context
        self._settle(werkblad)
        self._hold_on(context)
        self.stack.removeWidget(werkblad)
        werkblad.deleteLater()
        self.werkblad = None
        self._return = (context.work.vault.path, place)
        self.enter(context.work)

    def _drop_eerste_start(self) -> None:
        if self.eerste_start is not None:
            self.eerste_start.discard()
            self.stack.removeWidget(self.eerste_start)
            self.eerste_start.deleteLater()
            self.eerste_start = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record what is being typed and close the vault; ask when recording fails."""
        if self.werkblad is not None:
            problem = self._settle(self.werkblad)
            if problem is not None and not self._close_anyway(problem):
                event.ignore()
                return
            self._close_vault(self.werkblad)
        self._drop_eerste_start()
        event.accept()

    def _close_anyway(self, problem: KnownError) -> bool:
        return messages.confirm(
            self, text("venster.toch_sluiten_kop"), known_error_text(problem), text("venster.toch_sluiten")
        )


def half_in_words(work: Workspace) -> list[str]:
    """A sentence on the dates that were typed half, and of whom; none when there are none."""
    from intake_assistant.operations.overzicht import list_dossiers
    from intake_assistant.operations.schets import halven

    half = halven(work)
    if not half:
        return []
    namen = [rij.naam for rij in list_dossiers(work) if rij.dossier in half]
    return [text("venster.half_ingevuld", aantal=len(half), namen="; ".join(namen))]


def open_window(omgeving: Omgeving) -> Venster:
    """Make the window and show it."""
    made = Venster(omgeving)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    return made
