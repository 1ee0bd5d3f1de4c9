"""Opening a vault with its passphrase; imports nothing of documents or forms before that."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar

from intake_assistant.errors import KnownError
from intake_assistant.storage.keys.wachttijd import seconds_left
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.passphrase import Wachtzin
from intake_assistant.ui.kit.front_page import Voorpagina
from intake_assistant.ui.kit.parts import KorteRegel, kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.window.surroundings import Omgeving

if TYPE_CHECKING:
    from intake_assistant.operations.workspace import Workspace
    from intake_assistant.ui.kluis.herstel import Herstel

# The page has been painted by then: looking around costs it no time.
LOOK_AFTER_MS = 300
_OPEN, _HERSTEL = 0, 1


class Ontgrendelen(Voorpagina):
    """The first page; `opened` brings the workspace."""

    opened = Signal(object)
    new_vault = Signal()
    damaged = Signal(object, str, str)
    """The path of a vault that is damaged, with the passphrase and the recovery key that were typed."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.setObjectName("ontgrendelen")
        self.omgeving = omgeving
        self.path = Path()
        self.suspect: Path | None = None
        """A vault that turned out to be damaged while it was open: it is looked at whole before it opens."""
        self.melder = tasks.Melder(self)
        self._turned_away = False
        self._wait_until = 0.0
        self._ticker = QTimer(self, interval=250)
        self._ticker.timeout.connect(self._tick)
        self._build_open()
        self._herstel: Herstel | None = None

    # -- building --------------------------------------------------------------------------------------------

    def _build_open(self) -> None:
        self._build_words()
        self.wachtzin = Wachtzin("wachtzin", text("kluis.ontgrendelen.wachtzin"))
        self.wachtzin.entered.connect(self.open_vault)
        self.melding = label("", "fout", wrap=True, naam="ontgrendelen_melding")
        self.openen = knop(text("kluis.ontgrendelen.openen"), "openen", self.open_vault, "hoofdknop")
        self.bezig = QProgressBar()
        self.bezig.setRange(0, 0)
        self.bezig.setTextVisible(False)
        self.bezig.setAccessibleName(text("kluis.ontgrendelen.bezig"))
        self.kwijt = knop(text("kluis.ontgrendelen.kwijt"), "sleutel_kwijt", self.show_herstel, "stil")
        self.nieuw = knop(
            text("kluis.ontgrendelen.nieuwe_kluis"), "nieuwe_kluis", self.new_vault.emit, "stil"
        )
        policy = self.omgeving.policy
        kapot = text("instellingen.beleid.kapot_kort", wie=policy.wie) if policy.fouten else ""
        self.beleid = label(kapot, "waarschuwing", wrap=True, naam="beleid_kapot_kort")
        self.beleid.setVisible(bool(kapot))
        parts = (
            self.kop,
            self.uitleg,
            self.beleid,
            self._vault_card(),
            self.plek,
            self.wachtzin,
            self.melding,
            self.openen,
            self.bezig,
        )
        box = self.add_page("pagina_openen")
        for widget in parts:
            box.addWidget(widget)
        links = rij(tussen=8)
        links.addWidget(self.kwijt)
        links.addStretch(1)
        links.addWidget(self.nieuw)
        box.addLayout(links)
        self.melding.hide()
        self.bezig.hide()

    @property
    def herstel(self) -> Herstel:
        """The page for who lost the passphrase; made when it is first asked for, as nearly nobody does."""
        if self._herstel is None:
            from intake_assistant.ui.kluis.herstel import Herstel

            made = self._herstel = Herstel()
            self.add_page("pagina_herstel").addWidget(made)
            made.asked.connect(self.open_with_recovery)
            made.back.connect(self.show_open)
        return self._herstel

    def _build_words(self) -> None:
        self.kop = label(text("kluis.ontgrendelen.kop"), "kop1", naam="ontgrendelen_kop")
        self.uitleg = label(text("kluis.ontgrendelen.uitleg"), "zacht", wrap=True)
        self.plek = label("", "waarschuwing", wrap=True, naam="ontgrendelen_plek")

    def _vault_card(self) -> QFrame:
        self.kluisnaam = KorteRegel("kop3", "kluis_naam")
        self.kluismap = KorteRegel("klein", "kluis_map", houd_eind=True)
        self.andere = knop(
            text("kluis.ontgrendelen.andere_kluis"), "andere_kluis", self.choose_vault, icoon="map"
        )
        made = kaart(naam="kluis_kaart")
        row = rij(made, rand=12, tussen=16)
        words = kolom(tussen=0)
        words.addWidget(self.kluisnaam)
        words.addWidget(self.kluismap)
        row.addLayout(words, 1)
        row.addWidget(self.andere)
        return made

    # -- which vault -----------------------------------------------------------------------------------------

    def show_vault(self, path: Path, *, locked: bool = False) -> None:
        """Ask for the passphrase of this vault; `locked` says that work goes on after it."""
        self.path, self._wait_until = path, 0.0
        self.kluisnaam.set_whole(path.stem)
        self.kluismap.set_whole(str(path.parent))
        self.plek.hide()
        later(self, self.look_around, LOOK_AFTER_MS)
        self.kop.setText(text("kluis.ontgrendelen.kop_vergrendeld" if locked else "kluis.ontgrendelen.kop"))
        self.uitleg.setText(
            text("kluis.ontgrendelen.uitleg_vergrendeld" if locked else "kluis.ontgrendelen.uitleg")
        )
        self.show_open()
        self._wait(seconds_left(path, self.omgeving.clock.now()))

    def look_around(self) -> None:
        """Warn of a place that is not good for a vault, and of second copies that lie there."""
        from intake_assistant.operations.vault.plek import vault_warnings  # late: the window shows first

        warnings = vault_warnings(self.path) if self.path.name else []
        self.plek.setText("\n\n".join(warnings))
        self.plek.setVisible(bool(warnings))

    def show_open(self) -> None:
        """Show the page with the passphrase."""
        self.show_page(_OPEN)
        self.melding.setVisible(self._waiting() > 0)
        self.wachtzin.field.setFocus()

    def show_herstel(self) -> None:
        """Show the page for who lost the passphrase."""
        self.herstel.begin(self.path)
        self.show_page(_HERSTEL)

    def choose_vault(self) -> None:
        """Have another vault chosen."""
        begin = self.path.parent if self.path.name else self.omgeving.documents
        from intake_assistant.ui.qt import messages  # late, as all that the page itself does not need

        chosen = messages.choose_file(self, "map", text("kluis.ontgrendelen.kies_kluis"), begin)
        if chosen is not None:
            self.show_vault(chosen)

    # -- opening ---------------------------------------------------------------------------------------------

    def open_vault(self) -> None:
        """Try the passphrase, off the UI thread: deriving a key takes a second on purpose."""
        typed = self.wachtzin.text()
        if not typed or self._waiting() > 0 or not self.openen.isEnabled():
            return
        path, suspect, out = self.path, self.suspect, self.omgeving

        def job() -> Workspace:
            from intake_assistant.operations.vault.kluis import open_workspace  # late: the window shows first

            work = open_workspace(
                path, typed, out.clock, out.random,
                policy=out.policy, cost=out.cost, raise_cost=out.cost is None,
            )  # fmt: skip
            return _warm(work, look_first=path == suspect)

        self._start(job, lambda error: self._open_refused(error, path, typed))

    def open_with_recovery(self, typed: str, fresh: str) -> None:
        """Open with the recovery key; the new passphrase replaces the lost one."""
        path, out = self.path, self.omgeving

        def job() -> Workspace:
            from intake_assistant.operations.vault.kluis import open_with_recovery
            from intake_assistant.operations.vault.sleutels import copy_ways

            cost, policy = out.cost, out.policy
            work = open_with_recovery(path, typed, fresh, out.clock, out.random, cost=cost, policy=policy)
            copy_ways(work)
            return _warm(work)

        self._start(job, lambda error: self._recovery_refused(error, path, (fresh, typed)))

    def _start(self, job: Callable[[], Workspace], refused: Callable[[KnownError], None]) -> None:
        self._turned_away = False
        self._set_busy(True)
        tasks.run(self.melder, job, self._opened, text("kluis.ontgrendelen.bezig"), refused)

    def turn_away(self) -> None:
        """Forget what is being typed; a vault that is on its way open is closed again at once."""
        self._turned_away = not self.bezig.isHidden()
        self._forget_typed()

    def _forget_typed(self) -> None:
        self.wachtzin.clear()
        if self._herstel is not None:
            self._herstel.clear()

    def _opened(self, work: Workspace) -> None:
        self._set_busy(False)
        if self._turned_away:
            # Who typed the passphrase has left: locked, asleep, or somebody else is at the computer.
            work.vault.close()
            return
        self._forget_typed()
        self.melding.hide()
        self.opened.emit(work)

    def _open_refused(self, error: KnownError, path: Path, typed: str) -> None:
        from intake_assistant.ui.kluis.beschadigd import is_damage  # late: seldom needed

        self._refused(error)
        if is_damage(error, path) and not self._turned_away:
            self.wachtzin.clear()
            self.damaged.emit(path, typed, "")

    def _refused(self, error: KnownError) -> None:
        self._set_busy(False)
        if error.code == "vault.wrong_passphrase":
            self.wachtzin.refuse()
        self.tell(known_error_text(error), "fout")
        if error.code in ("vault.wrong_passphrase", "vault.wait"):
            self._wait(seconds_left(self.path, self.omgeving.clock.now()))

    def _recovery_refused(self, error: KnownError, path: Path, typed: tuple[str, str]) -> None:
        from intake_assistant.ui.kluis.beschadigd import is_damage  # late: seldom needed

        self._set_busy(False)
        self.herstel.tell(known_error_text(error))
        if is_damage(error, path) and not self._turned_away:
            self.herstel.clear()
            self.damaged.emit(path, *typed)

    def _set_busy(self, busy: bool) -> None:
        self.bezig.setVisible(busy)
        self.openen.setEnabled(not busy)
        self.openen.setText(text("kluis.ontgrendelen.bezig" if busy else "kluis.ontgrendelen.openen"))
        if self._herstel is not None:
            self._herstel.set_busy(busy)
        for widget in (self.wachtzin, self.andere, self.kwijt, self.nieuw):
            widget.setEnabled(not busy)

    # -- waiting ---------------------------------------------------------------------------------------------

    def _waiting(self) -> float:
        return self._wait_until - time.monotonic()

    def _wait(self, seconds: int) -> None:
        """Count down; what counts is the file beside the vault, also for a program that starts anew."""
        if seconds == 0 and not self._ticker.isActive():
            return
        self._wait_until = time.monotonic() + seconds
        self._ticker.start()
        self._tick()
        if seconds:
            _announce(self.melding)

    def _tick(self) -> None:
        left = math.ceil(self._waiting())
        self.openen.setEnabled(left <= 0)
        if left > 0:
            self.tell(text("kluis.ontgrendelen.wacht", aantal=left), "waarschuwing")
            return
        self._ticker.stop()
        self.melding.hide()
        self.wachtzin.field.setFocus()

    def tell(self, tekst: str, rol: str) -> None:
        """Say what is wrong, above the button."""
        if self.melding.property("rol") != rol:
            set_rol(self.melding, rol)
        self.melding.setText(tekst)
        self.melding.show()
        if rol == "fout":
            _announce(self.melding)


def _announce(melding: QLabel) -> None:
    from intake_assistant.ui.qt.announcing import announce  # late: at the start there is nothing to tell

    announce(melding, melding.text())


def _warm(work: Workspace, *, look_first: bool = False) -> Workspace:
    if look_first and work.vault.check_pages():
        work.vault.close()
        raise KnownError("vault.damaged", pad=str(work.vault.path))
    # Read beside the key derivation, so that the list comes at once.
    _ = work.data.formulieren, work.data.regels
    return work
