"""Merging: choose files, see what they would do, and only then join them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_assistant.operations.changed import Changed
from intake_assistant.operations.exchange.merge import CHANGED, Samenvoeging, Verandering, merge_files
from intake_assistant.operations.views.dubbel.zoeken import doubles_among
from intake_assistant.progress import Watch
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, with_label
from intake_assistant.ui.kit.progress_line import ProgressLine
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.uitwisseling.deel import Deel, beside
from intake_assistant.ui.uitwisseling.samengevoegd import Samengevoegd
from intake_assistant.ui.uitwisseling.voorbeeld import Aangevinkt, Voorbeeld

if TYPE_CHECKING:
    from intake_assistant.errors import KnownError
    from intake_assistant.operations.workspace import Workspace
    from intake_assistant.progress import Progress
    from intake_assistant.ui.window.context import Context

_KIEZEN, _VOORBEELD, _KLAAR = range(3)


class Samenvoegen(Deel):
    """Three steps; nothing changes before the last, and stopping anywhere leaves all as it was."""

    compare = Signal(object)
    """The card of who sent a file is to be compared."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self._paths: list[Path] = []
        self._taak: Taak | None = None
        self._build_choice(self.add_step("samenvoegen_kiezen"))
        self.voorbeeld = Voorbeeld(context)
        self.voorbeeld.anew.connect(self._read)
        self.voorbeeld.compare.connect(self.compare)
        self.voorbeeld.more.connect(self.choose)
        self.voorbeeld.stopped.connect(self._drop_all)
        self.voorbeeld.accepted.connect(self.merge)
        self.klaar = Samengevoegd(context)
        self.klaar.again.connect(self._next)
        for page in (self.voorbeeld, self.klaar):
            self.addWidget(page)

    def _build_choice(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("uitwisseling.samen.kop"), "kop2", wrap=True))
        box.addWidget(label(text("uitwisseling.samen.uitleg"), wrap=True))
        self.kies = knop(text("uitwisseling.samen.kies"), "bestanden_kiezen", self.choose, "hoofdknop", "map")
        box.addWidget(beside(self.kies))
        box.addWidget(label(text("uitwisseling.samen.slepen"), "zacht", wrap=True))
        self.voortgang = ProgressLine("samen_voortgang", stacked=True)
        self.melding = label("", wrap=True, naam="samen_melding")
        self.melding.hide()
        box.addWidget(self.voortgang)
        box.addWidget(self.melding)
        self.vorige = kaart(naam="samen_vorige")
        inside = kolom(self.vorige, rand=24, tussen=12)
        inside.addWidget(label(text("uitwisseling.samen.vorige"), "kop3", wrap=True))
        self.vorige_wat = label("", wrap=True, naam="samen_vorige_wat")
        inside.addWidget(self.vorige_wat)
        inside.addWidget(beside(knop(text("uitwisseling.samen.bekijk"), "samen_bekijk", self._look_back)))
        self.vorige.hide()
        box.addWidget(self.vorige)
        box.addStretch(1)

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """What was being looked at is read anew, for it may have become another; what was done is past."""
        if self.currentIndex() == _VOORBEELD and self._paths:
            self._read()
        elif self.currentIndex() == _KLAAR:
            self._show_choice()

    def _show_choice(self) -> None:
        self.vorige_wat.setText(self.klaar.samen.text())
        self.vorige.setVisible(bool(self.klaar.samen.text()))
        self.setCurrentIndex(_KIEZEN)

    def _look_back(self) -> None:
        self.setCurrentIndex(_KLAAR)
        self.klaar.first_field().setFocus()

    def first_field(self) -> QWidget:
        """What is to be done next."""
        page = self.currentIndex()
        if page == _VOORBEELD:
            return self.voorbeeld.first_field()
        return self.klaar.first_field() if page == _KLAAR else self.kies

    def step_back(self) -> bool:
        """From the preview, and from what was done, to choosing."""
        if self.currentIndex() == _KIEZEN:
            return False
        if self.currentIndex() == _KLAAR:
            self._next()
        else:
            self._drop_all()
        return True

    def stop(self) -> None:
        """It is left: what is being read or joined is taken back whole."""
        if self._taak is not None:
            self._taak.cancel()

    def clear(self) -> None:
        """Nothing of what was read stays."""
        self.stop()
        self._paths = []
        self.voorbeeld.clear()
        self.klaar.clear()
        self._show_choice()

    def _drop_all(self) -> None:
        """Nothing of the files that were read; what was done before stays to be looked at."""
        self.stop()
        self._paths = []
        self.voorbeeld.clear()
        self._next()

    def _next(self) -> None:
        self._show_choice()
        self._tell("")
        self.kies.setFocus()

    def _tell(self, tekst: str) -> None:
        with_label(self.melding, tekst)
        if tekst:
            announce(self.melding, tekst)

    # -- choosing --------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Choose files, beside those that were chosen before."""
        titel, filter = text("uitwisseling.samen.kies"), text("uitwisseling.filter")
        self.take(messages.choose_files(self, titel, Path.home(), filter))

    def take(self, paths: Sequence[Path]) -> None:
        """Read these files, together with those that were chosen before."""
        fresh = [path for path in paths if path not in self._paths]
        if fresh:
            self._paths += fresh
            self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if _files_in(event) and self._taak is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        event.acceptProposedAction()
        self.take(_files_in(event))

    # -- reading ---------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Join them as a trial, in the background; all of it is taken back."""
        self.stop()
        work, watch = self.context.work, Watch()
        paths = [path for path in self._paths if path not in self.voorbeeld.left_out]
        titel = text("uitwisseling.samen.lezen", aantal=len(paths))
        taak = Taak(
            lambda: merge_files(work, paths, dry_run=True, progress=watch.progress),
            self._show_read,
            self._refused,
            watch=watch,
            whole=True,
        )
        self._begin(taak, titel)
        taak.start()

    def _begin(self, taak: Taak, titel: str) -> None:
        self._taak = taak
        self._tell("")
        self.setCurrentIndex(_KIEZEN)
        self.kies.setEnabled(False)
        self.voortgang.follow(taak.watch, titel, taak.cancel)
        self.voortgang.stop.setFocus()
        taak.over.connect(self._end)

    def _end(self) -> None:
        taak = self._taak
        if taak is None or self.sender() is not taak:
            return
        self._taak = None
        self.voortgang.end()
        self.kies.setEnabled(True)
        if taak.cancelled:
            self._paths = []
            self.voorbeeld.clear()
            self._tell(text("uitwisseling.samen.gestopt"))
            self.kies.setFocus()

    def _show_read(self, found: Samenvoeging) -> None:
        self.voorbeeld.show_read(self._paths, found)
        self.setCurrentIndex(_VOORBEELD)
        self.voorbeeld.first_field().setFocus()

    def _refused(self, error: KnownError) -> None:
        self._paths = []
        self._tell(known_error_text(error))
        self.kies.setFocus()

    # -- joining ---------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Join what was chosen, after a backup."""
        work, watch, keuze = self.context.work, Watch(), self.voorbeeld.choice()
        taak = tasks.run(
            self.context,
            lambda: _merge(work, keuze, watch.progress),
            self._merged,
            text("uitwisseling.samen.bezig"),
            self._refused,
            watch=watch,
            whole=True,
        )
        self._begin(taak, text("uitwisseling.samen.bezig"))

    def _merged(self, found: tuple[Samenvoeging, int]) -> None:
        done, dubbel = found
        for one in done.dossiers:
            if one.verandering is Verandering.GEWIST:
                for concept in self.context.onbewaard.held(one.dossier):
                    self.context.onbewaard.let_go(one.dossier, concept.subject)
        touched = [one for one in done.dossiers if one.verandering is not Verandering.GELIJK]
        self.context.put_back.emit()
        self.context.changed.emit(Changed(dossiers=frozenset(one.dossier for one in touched)))
        self.context.backed_up.emit()
        self._paths = []
        self.voorbeeld.clear()
        self.klaar.show_done(done, dubbel)
        self.setCurrentIndex(_KLAAR)
        self.klaar.first_field().setFocus()
        announce(self.klaar, self.klaar.samen.text())


def _merge(work: Workspace, keuze: Aangevinkt, progress: Progress) -> tuple[Samenvoeging, int]:
    """Join, and look of how many persons there may be two dossiers now."""
    done = merge_files(
        work,
        keuze.paths,
        only=keuze.dossiers,
        accept_erase=keuze.wissen,
        seen=keuze.gezien,
        progress=progress,
    )
    changed = {one.dossier for one in done.dossiers if one.verandering in CHANGED}
    return done, sum(one.is_open for one in doubles_among(work, changed))


def _files_in(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
