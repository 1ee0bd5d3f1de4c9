"""A vault that no longer opens: what can be read of it, the last good backup, and saving it all in a new one.

Nothing here erases or changes anything of the damaged vault.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from intake_assistant.errors import KnownError
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.progress import CANCELLED, Watch
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.key_groups import Sleutelgroepen
from intake_assistant.ui.kit.parts import Vel, kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.progress_line import ProgressLine, cancel_shown
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.window.surroundings import Omgeving

if TYPE_CHECKING:
    from intake_assistant.operations.vault.redding import Dossierverlies, Redding
    from intake_assistant.storage.engine.session import Surroundings

LEZEN, KEUZE, GERED = range(3)
BREEDTE, BREED = 640, 1400
EXTENSION = ".intake"
_DOSSIER = Qt.ItemDataRole.UserRole


class Beschadigd(QWidget):
    """Three pages: it is being read; what there is and what to choose; the new vault and its recovery key."""

    left = Signal()
    """Back to the page with the passphrase."""
    saved = Signal(object)
    """The path of the vault to open from now on."""

    def __init__(self, omgeving: Omgeving, path: Path, wachtzin: str, herstelsleutel: str = "") -> None:
        super().__init__()
        self.setObjectName("beschadigd")
        self.omgeving, self.path = omgeving, path
        self.melder = tasks.Melder(self)
        self.redding: Redding | None = None
        self._wachtzin, self._herstelsleutel = wachtzin, herstelsleutel
        self._new = Path()
        self._groups: list[str] = []
        self._is_closed = False
        self.pages = QStackedWidget()
        kolom(self).addWidget(self.pages)
        self._build_lezen()
        self._build_keuze()
        self._build_gered()

    # -- building --------------------------------------------------------------------------------------------

    def _page(self, naam: str, widest: int = BREEDTE) -> QVBoxLayout:
        inner, room = Vel(widest), QWidget()
        inner.setObjectName(f"beschadigd_{naam}")
        box = kolom(inner, rand=24, tussen=12)
        around = rij(room)
        around.addStretch(1)
        around.addWidget(inner, 100)
        around.addStretch(1)
        self.pages.addWidget(schuifvlak(room))
        return box

    def _build_lezen(self) -> None:
        box = self._page("lezen")
        box.addStretch(1)
        box.addWidget(label(text("kluis.beschadigd.kop_lezen"), "kop1"))
        self.gerust = label(text("kluis.beschadigd.lezen", naam=self.path.stem), "zacht", wrap=True)
        self.lezen_bezig = ProgressLine("beschadigd_lezen_bezig", stacked=True)
        self.lezen_melding = label("", "fout", wrap=True, naam="beschadigd_lezen_melding")
        for widget in (self.gerust, self.lezen_bezig, self.lezen_melding):
            box.addWidget(widget)
        self.lezen_melding.hide()
        self._add_back(box)
        box.addStretch(2)

    def _add_back(self, box: QVBoxLayout) -> None:
        row = rij()
        row.addWidget(knop(text("venster.terug"), "beschadigd_terug", self.left.emit, "stil", "terug"))
        row.addStretch(1)
        box.addLayout(row)

    def _build_keuze(self) -> None:
        box = self._page("keuze", BREED)
        box.addWidget(label(text("kluis.beschadigd.kop"), "kop1"))
        self.telling = label("", "", wrap=True, naam="beschadigd_telling")
        box.addWidget(self.telling)
        box.addWidget(label(text("kluis.beschadigd.gerust"), "zacht", wrap=True))
        choices = rij(tussen=16)
        self.kopie_uitleg, self.redden_uitleg = label("", wrap=True), label("", wrap=True)
        self.terugzetten = knop(text("kluis.beschadigd.terugzetten"), "terugzetten", self.put_back)
        self.redden = knop(text("kluis.beschadigd.redden"), "redden", self.save, "hoofdknop")
        choices.addWidget(_choice("kopie", self.kopie_uitleg, self.terugzetten), 1)
        choices.addWidget(_choice("redden", self.redden_uitleg, self.redden), 1)
        box.addLayout(choices)
        self.melding = label("", "fout", wrap=True, naam="beschadigd_melding")
        self.melding.hide()
        self.bezig = ProgressLine("beschadigd_bezig", stacked=True)
        box.addWidget(self.melding)
        box.addWidget(self.bezig)
        box.addLayout(self._reading(), 1)
        self._add_back(box)

    def _reading(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(px(12))
        self.lijst = QListWidget()
        self.lijst.setObjectName("beschadigd_lijst")
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setAccessibleName(text("kluis.beschadigd.lijst"))
        self.lijst.currentItemChanged.connect(lambda item: self._show(item))
        self.inhoud = QPlainTextEdit()
        self.inhoud.setObjectName("beschadigd_inhoud")
        self.inhoud.setReadOnly(True)
        self.inhoud.setTabChangesFocus(True)
        self.inhoud.setAccessibleName(text("kluis.beschadigd.inhoud"))
        for place, widget in enumerate((self.lijst, self.inhoud)):
            widget.setMinimumHeight(px(240))
            woord = text(("kluis.beschadigd.lijst", "kluis.beschadigd.inhoud")[place])
            grid.addWidget(label(woord, "veldnaam"), 0, place)
            grid.addWidget(widget, 1, place)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        return grid

    def _build_gered(self) -> None:
        box = self._page("gered")
        box.addStretch(1)
        box.addWidget(label(text("kluis.beschadigd.gered_kop"), "kop1"))
        self.gered_uitleg = label("", wrap=True, naam="beschadigd_gered")
        box.addWidget(self.gered_uitleg)
        self.sleutel = Sleutelgroepen()
        box.addWidget(self.sleutel)
        self.blad_melding = label("", "goed", wrap=True, naam="beschadigd_blad")
        self.blad_melding.hide()
        box.addWidget(self.blad_melding)
        row = rij(tussen=8)
        self.blad = knop(
            text("kluis.eerste_start.bewaar_blad"), "gered_blad", self.save_sheet, icoon="documenten"
        )
        row.addWidget(self.blad)
        row.addStretch(1)
        row.addWidget(
            knop(
                text("kluis.beschadigd.openen"),
                "gered_openen",
                lambda: self.saved.emit(self._new),
                "hoofdknop",
            )
        )
        box.addLayout(row)
        box.addStretch(2)

    # -- reading ---------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the vault, off the UI thread."""
        path, around, policy = self.path, self._around(), self.omgeving.policy
        typed, herstelsleutel, watch = self._wachtzin, self._herstelsleutel, Watch()

        def job() -> Redding:
            from intake_assistant.operations.vault.redding import open_damaged  # late: seldom needed

            return open_damaged(
                path, typed, around, policy, herstelsleutel=herstelsleutel, progress=watch.progress
            )

        titel = text("kluis.beschadigd.bezig")
        tasks.run(self.melder, job, self._read, titel, self._not_read, watch=watch)
        self.lezen_bezig.follow(watch, titel)

    def _around(self) -> Surroundings:
        from intake_assistant.storage.engine.session import Surroundings  # late: seldom needed

        out = self.omgeving
        return Surroundings(out.clock, out.random, out.cost, out.policy.gemeente_sleutel)

    def _read(self, redding: Redding) -> None:
        if self._is_closed:
            # Who typed the passphrase has left meanwhile.
            redding.close()
            return
        self.redding = redding
        self._tell_choices(redding)
        for dossier in redding.dossiers:
            self.lijst.addItem(_item(dossier))
        self.pages.setCurrentIndex(KEUZE)
        self.lijst.setCurrentRow(0)
        (self.terugzetten if redding.reservekopie else self.redden).setFocus()
        announce(self, self.telling.text())

    def _not_read(self, error: KnownError) -> None:
        self.lezen_bezig.end()
        if error.code == CANCELLED:
            self.left.emit()
            return
        self.gerust.hide()
        self._say(self.lezen_melding, known_error_text(error))

    def _tell_choices(self, redding: Redding) -> None:
        from intake_assistant.operations.vault.redding import backup_moment

        alle, stuk = len(redding.dossiers), len(redding.beschadigd)
        heel = text("kluis.beschadigd.telling", aantal=alle)
        self.telling.setText(
            text("kluis.beschadigd.telling_stuk", heel=alle - stuk, stuk=stuk) if stuk else heel
        )
        moment, newer = backup_moment(redding), redding.alleen_hier
        self.kopie_uitleg.setText(_of_backup(moment, newer))
        self.terugzetten.setVisible(bool(moment))
        naam = "zonder" if not moment else "uitleg" if newer else "gelijk"
        self.redden_uitleg.setText(text(f"kluis.beschadigd.redden_{naam}"))
        # What keeps most is the button that stands out.
        set_rol(self.redden, "hoofdknop" if newer else "")
        set_rol(self.terugzetten, "" if newer else "hoofdknop")

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None or self.redding is None:
            return
        from intake_assistant.operations.vault.redding import loss_lines, read_dossier

        found: Dossierverlies = item.data(_DOSSIER)
        lost = loss_lines(found)
        lines = [text("kluis.beschadigd.ontbreekt").upper(), *lost, ""] if lost else []
        try:
            for kop, regels in read_dossier(self.redding.work, found.dossier):
                lines += [kop.upper(), *(f"{_asked(wat)} {zegt}" for wat, zegt in regels), ""]
        except KnownError:
            lines.append(text("kluis.beschadigd.niets_van"))
        self.inhoud.setPlainText("\n".join(lines))

    # -- the two choices -------------------------------------------------------------------------------------

    def put_back(self) -> None:
        """Put the last good backup in the place of what is damaged, after one question."""
        redding = self.redding
        if redding is None or not messages.confirm(
            self,
            text("kluis.beschadigd.terugzetten_kop"),
            self._what_goes(redding),
            text("kluis.beschadigd.terugzetten"),
        ):
            return

        from intake_assistant.operations.vault.redding import put_back

        self._run(lambda: put_back(redding), lambda _: self.saved.emit(self.path), None)

    def _what_goes(self, redding: Redding) -> str:
        newer = redding.alleen_hier
        mist = text("kluis.beschadigd.terugzetten_mist", aantal=newer)
        return mist if newer else text("kluis.beschadigd.terugzetten_gelijk")

    def save(self) -> None:
        """Save all that was read in a new vault where the user says."""
        redding, typed = self.redding, self._wachtzin
        voorstel = self.path.parent / f"{self.path.stem} {text('kluis.beschadigd.achtervoegsel')}{EXTENSION}"
        chosen = messages.choose_file(self, "bewaar", text("kluis.beschadigd.kies_plek"), voorstel)
        if redding is None or chosen is None:
            return
        new = chosen if chosen.suffix == EXTENSION else chosen.with_name(chosen.name + EXTENSION)
        watch = Watch()

        def job() -> list[str]:
            from intake_assistant.operations.vault.redding import save

            return save(redding, new, typed, watch.progress)

        self._new = new
        self._run(job, self._saved, watch)

    def _run[T](self, job: Callable[[], T], done: Callable[[T], None], watch: Watch | None) -> None:
        self._set_busy(True)
        titel = text("kluis.beschadigd.bezig")
        taak = tasks.run(self.melder, job, done, titel, self._refused, watch=watch, whole=True)
        self.bezig.follow(taak.watch, titel)

    def _set_busy(self, busy: bool) -> None:
        self.redden.setText(text("kluis.beschadigd.bezig" if busy else "kluis.beschadigd.redden"))
        self.redden.setEnabled(not busy)
        self.terugzetten.setEnabled(not busy)
        if not busy:
            self.bezig.end()

    def _refused(self, error: KnownError) -> None:
        self._set_busy(False)
        self._say(self.melding, known_error_text(error))

    def _saved(self, groups: list[str]) -> None:
        self._set_busy(False)
        self._groups = groups
        self.gered_uitleg.setText(text("kluis.beschadigd.gered_uitleg", pad=str(self._new)))
        self.sleutel.show_groups(groups)
        self.pages.setCurrentIndex(GERED)
        self.blad.setFocus()

    def save_sheet(self) -> None:
        """Keep the recovery sheet as PDF where the user says."""
        voorstel = self.omgeving.documents / f"{text('kluis.eerste_start.bladnaam')}.pdf"
        chosen = messages.choose_file(
            self, "bewaar", text("kluis.eerste_start.kies_blad"), voorstel, "PDF (*.pdf)"
        )
        if chosen is None:
            return
        from intake_assistant.operations.vault.kluis import write_recovery_sheet

        try:
            write_recovery_sheet(chosen, self._groups, self._new, self.omgeving.clock.today())
        except KnownError as error:
            self._say(self.blad_melding, known_error_text(error))
            return
        self._say(self.blad_melding, text("kluis.eerste_start.blad_bewaard"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is being done, where that can be."""
        if event.key() != Qt.Key.Key_Escape or not cancel_shown(self):
            super().keyPressEvent(event)

    # -- going -----------------------------------------------------------------------------------------------

    def close_all(self) -> None:
        """Let go of all that was read, and of the passphrase."""
        self._is_closed = True
        self._wachtzin = self._herstelsleutel = ""
        self._groups = []
        self.sleutel.show_groups(())
        self.lijst.clear()
        self.inhoud.clear()
        if self.redding is not None:
            self.redding.close()
            self.redding = None

    def _say(self, melding: QLabel, tekst: str) -> None:
        melding.setText(tekst)
        melding.show()
        announce(melding, tekst)


def is_damage(error: KnownError, path: Path) -> bool:
    """Whether there is something to read, though the vault does not open."""
    from intake_assistant.storage.engine.session import DATABASE

    no_slots = error.code == "vault.not_a_vault" and (path / DATABASE).is_file()
    return no_slots or error.code == "vault.damaged"


def _asked(wat: str) -> str:
    return wat if wat.endswith(("?", ":")) else f"{wat}:"


def _of_backup(moment: str, newer: int) -> str:
    if not moment:
        return text("kluis.beschadigd.geen_kopie")
    if not newer:
        return text("kluis.beschadigd.kopie_gelijk", wanneer=moment)
    return text("kluis.beschadigd.kopie_nieuwer", wanneer=moment, aantal=newer)


def _choice(naam: str, uitleg: QWidget, button: QPushButton) -> QFrame:
    made = kaart(naam=f"beschadigd_{naam}")
    box = kolom(made, rand=16, tussen=8)
    box.addWidget(label(text(f"kluis.beschadigd.{naam}_kop"), "kop3"))
    box.addWidget(uitleg)
    box.addStretch(1)
    row = rij()
    row.addWidget(button)
    row.addStretch(1)
    box.addLayout(row)
    return made


def _item(dossier: Dossierverlies) -> QListWidgetItem:
    naam = lijstnaam(dossier.naam) or text("kluis.redding.zonder_naam")
    sleutel = "kluis.beschadigd.heel" if dossier.heel else "kluis.beschadigd.mist"
    made = QListWidgetItem(text(sleutel, naam=naam))
    made.setData(_DOSSIER, dossier)
    return made
