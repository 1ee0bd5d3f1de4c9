"""Settings of the ways into the vault: which there are, a new recovery sheet, another key for everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.sleutels import (
    MUNICIPALITY,
    RECOVERY,
    Manier,
    draw_recovery_key,
    is_sheet_unchecked,
    rekey_vault,
    remove_recovery_key,
    renew_recovery_key,
    ways_in,
)
from intake_assistant.progress import Watch
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.passphrase import Wachtzin
from intake_assistant.ui.fields.recovery_key import Herstelsleutel
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.window.context import Context


class Sleutels(QFrame):
    """The card with the ways in; below them what is being made anew, if anything is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("rol", "kaart")
        self.setObjectName("sleutels_kaart")
        self.context = context
        self._is_rekey = False
        box = kolom(self, rand=24, tussen=12)
        box.addWidget(label(text("instellingen.sleutels.kop"), "kop3"))
        self._lijst = kolom(tussen=16)
        box.addLayout(self._lijst)
        self.melding = label("", "goed", wrap=True, naam="sleutels_melding")
        self._knoppen = QWidget()
        row = Vloei(self._knoppen)
        self.nieuw_blad = knop(
            text("instellingen.sleutels.nieuw_blad"),
            "nieuw_herstelblad",
            lambda: self.begin(rekey=False),
            icoon="documenten",
        )
        self.nieuwe_sleutel = knop(
            text("instellingen.sleutels.nieuwe_sleutel"),
            "nieuwe_sleutel",
            lambda: self.begin(rekey=True),
            "stil",
        )
        row.addWidget(self.nieuw_blad)
        row.addWidget(self.nieuwe_sleutel)
        box.addWidget(self._knoppen)
        self._maken = self._build_maken()
        box.addWidget(self._maken)
        box.addWidget(self.melding)
        self.melding.hide()
        self._maken.hide()
        self.show_ways()

    def showEvent(self, event: QShowEvent) -> None:
        """What is still to be done is in sight, also where it stands low on the page."""
        super().showEvent(event)
        if is_sheet_unchecked(self.context.work):
            bring_into_sight(self._knoppen, px(8))

    # -- what there is ---------------------------------------------------------------------------------------

    def show_ways(self) -> None:
        """List the ways in as they are now."""
        empty_layout(self._lijst)
        for way in ways_in(self.context.work):
            self._lijst.addLayout(self._way(way))

    def _way(self, way: Manier) -> QVBoxLayout:
        facts = {}
        if way.soort == MUNICIPALITY:
            facts = {"beheerder": self.context.work.policy.wie, "sleutel": way.ontvanger}
        words = kolom(tussen=0)
        words.addWidget(label(text(f"instellingen.sleutels.{way.soort}"), "veldnaam"))
        uitleg = text(f"instellingen.sleutels.{way.soort}_uitleg", **facts)
        said = label(uitleg, "klein", wrap=True, naam=f"manier_{way.soort}")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(said)
        if way.soort == RECOVERY:
            remove = knop(text("instellingen.sleutels.weghalen"), "herstelsleutel_weg", self.remove, "stil")
            words.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        return words

    # -- making anew -----------------------------------------------------------------------------------------

    def _build_maken(self) -> QFrame:
        made = kaart(naam="sleutel_maken")
        box = kolom(made, rand=16, tussen=12)
        self.kop = label("", "kop3")
        self.uitleg = label("", "zacht", wrap=True)
        self.sleutel = Herstelsleutel()
        self.wachtzin = Wachtzin("sleutel_wachtzin", text("instellingen.oude_wachtzin"))
        self.vastleggen = knop(
            text("instellingen.sleutels.nieuw_blad_doen"), "sleutel_vastleggen", self.carry_out, "hoofdknop"
        )
        self.sluiten = knop(text("instellingen.sleutels.niet_doen"), "sleutel_niet_doen", self.end, "stil")
        for widget in (self.kop, self.uitleg, self.sleutel, self.wachtzin):
            box.addWidget(widget)
        row = rij(tussen=8)
        row.addWidget(self.sluiten)
        row.addStretch(1)
        row.addWidget(self.vastleggen)
        box.addLayout(row)
        self.sleutel.proven.connect(self.vastleggen.setEnabled)
        self.sleutel.entered.connect(self.wachtzin.field.setFocus)
        self.wachtzin.entered.connect(self.vastleggen.click)
        for part in (self.wachtzin, self.vastleggen):
            # One way on at a time: first the key goes to paper.
            self.sleutel.turned.connect(part.setHidden)
        return made

    def begin(self, *, rekey: bool) -> None:
        """Show a new recovery key; it opens nothing before it was typed back and this was carried out."""
        self._is_rekey = rekey
        work, wat = self.context.work, "nieuwe_sleutel" if rekey else "nieuw_blad"
        self.kop.setText(text(f"instellingen.sleutels.{wat}_kop"))
        self.uitleg.setText(text(f"instellingen.sleutels.{wat}_uitleg"))
        self.vastleggen.setText(text(f"instellingen.sleutels.{wat}_doen"))
        self.vastleggen.setAccessibleName(self.vastleggen.text())
        self.vastleggen.setEnabled(False)
        self.wachtzin.clear()
        self.melding.hide()
        self._knoppen.hide()
        self._maken.show()
        self.sleutel.begin(
            draw_recovery_key(work.random),
            work.random,
            kluis=work.vault.path,
            dag=work.clock.today(),
            map=Path.home(),
        )

    def end(self) -> None:
        """Put the new key away."""
        self.sleutel.clear()
        self.wachtzin.clear()
        self._maken.hide()
        self._knoppen.show()
        self.show_ways()

    def carry_out(self) -> None:
        """Record the new recovery key, or give everything another key, off the UI thread."""
        work, groups, typed = self.context.work, list(self.sleutel.groups), self.wachtzin.text()
        if not typed:
            self._tell(text("instellingen.oude_leeg"), "fout")
        elif self._is_rekey:
            watch = Watch()
            self._run(
                lambda: rekey_vault(work, typed, groups, progress=watch.progress),
                "instellingen.sleutels.nieuwe_sleutel_klaar",
                watch,
            )
        else:
            self._run(lambda: renew_recovery_key(work, typed, groups), "instellingen.sleutels.blad_klaar")

    def remove(self) -> None:
        """Take the recovery key away, when that is what is wanted."""
        vraag = (
            text("instellingen.sleutels.weg_titel"),
            text("instellingen.sleutels.weg_vraag"),
            text("instellingen.sleutels.weghalen"),
        )
        if messages.confirm(self, *vraag):
            self._is_rekey = False
            self._run(partial(remove_recovery_key, self.context.work), "instellingen.sleutels.weg_klaar")

    def _run(self, job: Callable[[], list[Path]], said: str, watch: Watch | None = None) -> None:
        """With a `watch` it is long, and whole: what it began it ends."""

        def done(behind: list[Path]) -> None:
            self.setEnabled(True)
            self.end()
            which = (
                "instellingen.sleutels.niet_bereikt"
                if self._is_rekey
                else "instellingen.sleutels.niet_bijgewerkt"
            )
            elders = [text(which, plaats=str(place)) for place in behind]
            self._tell(" ".join([text(said), *elders]), "goed")

        self.setEnabled(False)
        bezig, whole = text("instellingen.sleutels.bezig"), watch is not None
        taak = tasks.run(self.context, job, done, bezig, self._refused, watch=watch, whole=whole, shown=True)
        taak.over.connect(lambda: self.setEnabled(True))

    def _refused(self, error: KnownError) -> None:
        self.setEnabled(True)
        self._tell(known_error_text(error), "fout")

    def _tell(self, tekst: str, rol: str) -> None:
        set_rol(self.melding, rol)
        self.melding.setText(tekst)
        self.melding.show()
        announce(self.melding, tekst)
