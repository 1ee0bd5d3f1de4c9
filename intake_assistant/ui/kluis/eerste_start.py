"""The first start: who you are, where the vault lies, its passphrase, the recovery key, an example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.plek import place_warnings
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.new_passphrase import NieuweWachtzin
from intake_assistant.ui.fields.recovery_key import Herstelsleutel
from intake_assistant.ui.kit.front_page import Voorpagina
from intake_assistant.ui.kit.giving_way import Keuzerondje
from intake_assistant.ui.kit.parts import KorteRegel, kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.enter import enter_goes_on
from intake_assistant.ui.window.surroundings import Omgeving

if TYPE_CHECKING:
    from intake_assistant.operations.workspace import Workspace

WIE, PLEK, SLEUTEL, VOORBEELD = range(4)
EXTENSION = ".intake"


class EersteStart(Voorpagina):
    """Four pages; `ready` brings the workspace, with the choice for an example."""

    ready = Signal(object, bool)
    have_vault = Signal()
    made = Signal()
    """The vault is there and open, with its recovery key on the screen."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.setObjectName("eerste_start")
        self.omgeving = omgeving
        self.melder = tasks.Melder(self)
        self.map = omgeving.documents
        self.groups: list[str] = []
        self.made_path: Path | None = None
        """The vault that was made here."""
        self.waits_for: Path | None = None
        """The vault that was locked while its recovery key was on the screen."""
        self.is_left = False
        """Whether the lock came while the vault was being made."""
        self._work: Workspace | None = None
        self._build_wie()
        self._build_plek()
        self._build_sleutel()
        self._build_voorbeeld()
        self.show_page(WIE)

    # -- building --------------------------------------------------------------------------------------------

    def _page(self, naam: str) -> QVBoxLayout:
        stap = self.pages.count()
        box = self.add_page(f"stap_{naam}")
        box.addWidget(label(text("kluis.eerste_start.stap", stap=stap + 1), "klein"))
        box.addWidget(label(text(f"kluis.eerste_start.{naam}_kop"), "kop1"))
        box.addWidget(label(text(f"kluis.eerste_start.{naam}_uitleg"), "zacht", wrap=True))
        return box

    def _build_wie(self) -> None:
        box = self._page("wie")
        self.naam, self.gemeente = QLineEdit(), QLineEdit()
        for veld, naam in ((self.naam, "naam"), (self.gemeente, "gemeente")):
            veld.setObjectName(f"start_{naam}")
            veld.textChanged.connect(self._look_wie)
            _add_labelled(box, text(f"kluis.eerste_start.{naam}"), veld)
        self.regievoerder = Keuzerondje(text("kluis.eerste_start.regievoerder"))
        self.teamleider = Keuzerondje(text("kluis.eerste_start.teamleider"))
        self.regievoerder.setObjectName("start_regievoerder")
        self.teamleider.setObjectName("start_teamleider")
        self.regievoerder.setChecked(True)
        box.addWidget(label(text("kluis.eerste_start.rol"), "veldnaam"))
        for keuze in (self.regievoerder, self.teamleider):
            # As wide as its words: a ring across the page looks like a field to type in.
            box.addWidget(keuze, 0, Qt.AlignmentFlag.AlignLeft)
        self.wie_melding = _melding(box, "wie_melding")
        row = _row(box)
        row.addWidget(knop(text("kluis.eerste_start.heb_kluis"), "heb_kluis", self.have_vault.emit, "stil"))
        row.addStretch(1)
        row.addWidget(knop(text("venster.verder"), "start_verder", self.to_plek, "hoofdknop"))
        enter_goes_on((self.naam, self.gemeente), self.to_plek)

    def _build_plek(self) -> None:
        box = self._page("plek")
        self.bestand = QLineEdit()
        self.bestand.setObjectName("start_kluisnaam")
        _add_labelled(box, text("kluis.eerste_start.kluisnaam"), self.bestand)
        box.addWidget(self._map_card())
        self.plek_let_op = label("", "waarschuwing", wrap=True, naam="plek_let_op")
        self.plek_let_op.hide()
        box.addWidget(self.plek_let_op)
        self.wachtzin = NieuweWachtzin("start_wachtzin", self._eigen)
        enter_goes_on((self.bestand,), self.wachtzin.eerste.field.setFocus)
        self.wachtzin.entered.connect(self.make_vault)
        box.addWidget(self.wachtzin)
        self.plek_melding = _melding(box, "plek_melding")
        self.wachtzin.changed.connect(self.plek_melding.hide)
        row = _row(box)
        self.terug = knop(text("venster.terug"), "plek_terug", lambda: self.show_page(WIE), "stil", "terug")
        row.addWidget(self.terug)
        row.addStretch(1)
        self.maken = knop(text("kluis.eerste_start.maak"), "maak_kluis", self.make_vault, "hoofdknop")
        row.addWidget(self.maken)

    def _map_card(self) -> QFrame:
        made = kaart()
        inside = rij(made, rand=12, tussen=16)
        self.mapregel = KorteRegel("zacht", "start_map", houd_eind=True)
        words = kolom(tussen=0)
        words.addWidget(label(text("kluis.eerste_start.in_map"), "klein"))
        words.addWidget(self.mapregel)
        inside.addLayout(words, 1)
        inside.addWidget(
            knop(text("kluis.eerste_start.andere_map"), "andere_map", self.choose_map, icoon="map")
        )
        return made

    def _build_sleutel(self) -> None:
        box = self._page("sleutel")
        self.sleutel = Herstelsleutel()
        box.addWidget(self.sleutel)
        self.gemeente_kan = label("", "zacht", wrap=True, naam="gemeente_kan")
        self.gemeente_kan.setVisible(bool(self.omgeving.policy.gemeente_sleutel))
        self.gemeente_kan.setText(
            text("instellingen.sleutels.gemeente_kan", beheerder=self.omgeving.policy.wie)
        )
        box.addWidget(self.gemeente_kan)
        row = _row(box)
        row.addStretch(1)
        self.sleutel_verder = knop(text("venster.verder"), "sleutel_verder", self.to_voorbeeld, "hoofdknop")
        self.sleutel_verder.setEnabled(False)
        self.sleutel.proven.connect(self.sleutel_verder.setEnabled)
        self.sleutel.entered.connect(self.sleutel_verder.click)
        # One way on at a time: first the key goes to paper.
        self.sleutel.turned.connect(self.sleutel_verder.setHidden)
        self.sleutel_verder.hide()
        row.addWidget(self.sleutel_verder)

    def _build_voorbeeld(self) -> None:
        box = self._page("voorbeeld")
        met = knop(text("kluis.eerste_start.met_voorbeeld"), "met_voorbeeld", lambda: self._end(True))
        leeg = knop(
            text("kluis.eerste_start.leeg"), "zonder_voorbeeld", lambda: self._end(False), "hoofdknop"
        )
        met.setVisible(self.omgeving.voorbeeld is not None)
        row = _row(box)
        row.addWidget(met)
        row.addStretch(1)
        row.addWidget(leeg)

    # -- going on --------------------------------------------------------------------------------------------

    def to_plek(self) -> None:
        """From who you are to the vault, with a place proposed."""
        missing = [veld for veld in (self.naam, self.gemeente) if not veld.text().strip()]
        if missing:
            _tell(self.wie_melding, text("kluis.eerste_start.vul_in"))
            missing[0].setFocus()
            return
        self.wie_melding.hide()
        if not self.bestand.text():
            self.bestand.setText(_safe_name(self.naam.text()))
        self._show_map()
        self.show_page(PLEK)
        self.wachtzin.eerste.field.setFocus()

    def _look_wie(self) -> None:
        if self.naam.text().strip() and self.gemeente.text().strip():
            self.wie_melding.hide()

    def _eigen(self) -> list[str]:
        return [self.naam.text(), self.gemeente.text(), self.bestand.text()]

    def choose_map(self) -> None:
        """Have another folder chosen."""
        chosen = messages.choose_file(self, "map", text("kluis.eerste_start.kies_map"), self.map)
        if chosen is not None:
            self.map = chosen
            self._show_map()

    def _show_map(self) -> None:
        self.mapregel.set_whole(str(self.map))
        warnings = place_warnings(self.map)
        self.plek_let_op.setText("\n".join(warnings))
        self.plek_let_op.setVisible(bool(warnings))

    @property
    def path(self) -> Path:
        """Where the vault will lie."""
        naam = self.bestand.text().strip().removesuffix(EXTENSION)
        return self.map / f"{_safe_name(naam)}{EXTENSION}"

    def make_vault(self) -> None:
        """Make the vault and open it, off the UI thread; once, however often it is asked for."""
        if not self.maken.isEnabled():
            return
        problem = self.wachtzin.problem()
        if problem:
            _tell(self.plek_melding, problem)
            return
        path, typed, out = self.path, self.wachtzin.text(), self.omgeving
        rol = "teamleider" if self.teamleider.isChecked() else "regievoerder"
        settings = {"naam": self.naam.text().strip(), "gemeente": self.gemeente.text().strip(), "rol": rol}

        def job() -> tuple[list[str], Workspace]:
            from intake_assistant.operations.vault import kluis, sleutels  # late: the window shows first

            policy, kept = out.policy, settings | sleutels.NIET_NAGEKEKEN
            groups = kluis.create(path, typed, out.clock, out.random, kept, cost=out.cost, policy=policy)
            return groups, kluis.open_workspace(path, typed, out.clock, out.random, policy=policy)

        self.is_left = False
        self._set_busy(True)
        tasks.run(self.melder, job, self._made, text("kluis.eerste_start.bezig"), self._refused)

    def _set_busy(self, busy: bool) -> None:
        self.maken.setEnabled(not busy)
        self.terug.setEnabled(not busy)
        self.maken.setText(text("kluis.eerste_start.bezig" if busy else "kluis.eerste_start.maak"))

    def _refused(self, error: KnownError) -> None:
        self._set_busy(False)
        _tell(self.plek_melding, known_error_text(error))

    def _made(self, made: tuple[list[str], Workspace]) -> None:
        self._set_busy(False)
        self.groups, self._work = made
        self.made_path = self._work.vault.path
        self.wachtzin.clear()
        self.sleutel_verder.setEnabled(False)
        self.sleutel.begin(
            self.groups,
            self.omgeving.random,
            kluis=self.path,
            dag=self.omgeving.clock.today(),
            map=self.omgeving.documents,
        )
        self.show_page(SLEUTEL)
        self.sleutel.bewaar_blad.setFocus()
        self.made.emit()

    def lock(self) -> Path | None:
        """Close the vault that was just made; its recovery key comes back after the passphrase.

        Thrown away, it would leave a vault without a way back; the vault holds nobody yet.
        """
        self.is_left = not self.maken.isEnabled()
        self.wachtzin.clear()
        self.sleutel.show_groups()
        if self._work is not None:
            self.waits_for = self._work.vault.path
            self.discard()
        return self.waits_for

    def resume(self, work: Workspace) -> None:
        """Go on where the lock came, with the vault open again."""
        self._work, self.waits_for = work, None
        self.sleutel.show_groups()

    def to_voorbeeld(self) -> None:
        """From the recovery key to the example; the key is not shown again."""
        from intake_assistant.operations.vault.sleutels import check_sheet  # late: it opens databases

        self.groups = []
        self.sleutel.clear()
        if self._work is not None:
            check_sheet(self._work)
        if self.omgeving.voorbeeld is None:
            self._end(False)
            return
        self.show_page(VOORBEELD)

    def _end(self, voorbeeld: bool) -> None:
        if self._work is not None:
            work, self._work = self._work, None
            self.ready.emit(work, voorbeeld)

    def discard(self) -> None:
        """Close what was made and not handed over: the window closes half-way."""
        if self._work is not None:
            self._work.vault.close()
            self._work = None


def _row(box: QVBoxLayout) -> QHBoxLayout:
    row = rij(tussen=8)
    box.addSpacing(px(8))
    box.addLayout(row)
    return row


def _add_labelled(box: QVBoxLayout, opschrift: str, veld: QLineEdit) -> None:
    above = label(opschrift, "veldnaam")
    above.setBuddy(veld)
    veld.setAccessibleName(opschrift)
    veld.setMaxLength(200)
    group = kolom(tussen=4)
    group.addWidget(above)
    group.addWidget(veld)
    box.addLayout(group)


def _melding(box: QVBoxLayout, naam: str) -> QLabel:
    made = label("", "fout", wrap=True, naam=naam)
    made.hide()
    box.addWidget(made)
    return made


def _tell(melding: QLabel, tekst: str, rol: str = "fout") -> None:
    set_rol(melding, rol)
    melding.setText(tekst)
    melding.show()
    announce(melding, tekst)


def _safe_name(naam: str) -> str:
    return re.sub(r"[^\w .-]", "", naam).strip(" .") or "kluis"
