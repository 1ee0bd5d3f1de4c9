"""A new recovery key: shown once, saved as a sheet, and two groups typed back from the paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui import messages, werk
from intake_assistant.ui.balk import announce
from intake_assistant.ui.bouwstenen import knop, kolom, label, rij
from intake_assistant.ui.legen import empty_layout
from intake_assistant.ui.thema import px, set_rol
from intake_assistant.ui.wachtzin import SECRET

_COLUMNS, _LENGTH = 4, 5


class Herstelsleutel(QWidget):
    """First the groups; then, with these out of sight, two of them are typed back."""

    proven = Signal(bool)
    """Whether what was typed back is right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("herstelsleutel_nieuw")
        self.melder = werk.Melder(self)
        self.groups: list[str] = []
        self.asked: tuple[int, int] = (1, 2)
        """The numbers (from 1) of the groups that are typed back."""
        self._sheet = (Path(), date.min, Path())
        self._toon, self._terug = QWidget(), QWidget()
        self._build_toon()
        self._build_terug()
        self.melding = label("", "fout", wrap=True, naam="sleutel_melding")
        box = kolom(self, tussen=12)
        for part in (self._toon, self._terug, self.melding):
            box.addWidget(part)
        self.show_groups()

    # -- building --------------------------------------------------------------------------------------------

    def _build_toon(self) -> None:
        box = kolom(self._toon, tussen=12)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(8))
        box.addLayout(self._grid)
        self.bewaar_blad = knop(
            text("eerste_start.bewaar_blad"), "bewaar_blad", self.save_sheet, icoon="documenten"
        )
        self.op_papier = knop(text("sleutels.op_papier"), "sleutel_op_papier", self.ask_back)
        for button in (self.bewaar_blad, self.op_papier):
            box.addWidget(button)

    def _build_terug(self) -> None:
        box = kolom(self._terug, tussen=12)
        box.addWidget(label(text("sleutels.typ_terug"), wrap=True))
        row = rij(tussen=16)
        self.velden = (QLineEdit(), QLineEdit())
        for veld in self.velden:
            veld.setInputMethodHints(SECRET)
        self._boven: list[QLabel] = []
        for nummer, veld in enumerate(self.velden, 1):
            veld.setObjectName(f"controle_groep_{nummer}")
            veld.setMaxLength(20)
            veld.setAccessibleName(text("sleutels.groep", nummer=nummer))
            veld.textChanged.connect(self._judge)
            above = label("", "veldnaam")
            above.setBuddy(veld)
            self._boven.append(above)
            group = kolom(tussen=4)
            group.addWidget(above)
            group.addWidget(veld)
            row.addLayout(group)
        box.addLayout(row)
        again = knop(text("sleutels.toon_weer"), "sleutel_toon_weer", self.show_groups, "stil", "terug")
        box.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self, groups: Sequence[str], random: Randomness, *, kluis: Path, dag: date, map: Path) -> None:
        """Show a new key; `map` is where the sheet is proposed."""
        self.groups = list(groups)
        drawn = random(2)
        eerste, verder = drawn[0] % len(groups), 1 + drawn[1] % (len(groups) - 1)
        self.asked = tuple(sorted((eerste + 1, (eerste + verder) % len(groups) + 1)))  # type: ignore[assignment]  # two
        self._sheet = (kluis, dag, map)
        empty_layout(self._grid)
        for nummer, group in enumerate(self.groups):
            sign = label(group, "sleutel", naam=f"sleutelgroep_{nummer + 1}")
            sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            sign.setAccessibleName(text("eerste_start.groep", nummer=nummer + 1, tekens=" ".join(group)))
            self._grid.addWidget(sign, nummer // _COLUMNS, nummer % _COLUMNS)
        for above, veld, nummer in zip(self._boven, self.velden, self.asked, strict=True):
            above.setText(text("sleutels.groep", nummer=nummer))
            veld.setAccessibleName(text("sleutels.groep", nummer=nummer))
            veld.setText("")  # not `clear`, after which Ctrl+Z brings it back
        self.show_groups()

    def clear(self) -> None:
        """Forget the key; it is not shown again."""
        self.groups = []
        empty_layout(self._grid)
        for veld in self.velden:
            veld.setText("")
        self.melding.hide()

    def show_groups(self) -> None:
        """The key, for who did not write it down yet."""
        self._turn(shown=True)
        self.bewaar_blad.setFocus()

    def ask_back(self) -> None:
        """Out of sight, so that what is typed comes from the paper."""
        self._turn(shown=False)
        self.velden[0].setFocus()

    def _turn(self, *, shown: bool) -> None:
        self._toon.setVisible(shown)
        self._terug.setVisible(not shown)
        self.melding.hide()
        for veld in self.velden:
            veld.setText("")

    # -- the sheet -------------------------------------------------------------------------------------------

    def save_sheet(self) -> None:
        """Keep the recovery sheet as PDF where the user says."""
        kluis, dag, map = self._sheet
        voorstel = map / f"{text('eerste_start.bladnaam')}.pdf"
        chosen = messages.choose_file(self, "bewaar", text("eerste_start.kies_blad"), voorstel, "PDF (*.pdf)")
        if chosen is None or not self.groups:
            return
        groups = list(self.groups)

        def job() -> None:
            from intake_assistant.operations.kluis import write_recovery_sheet  # late: reportlab is heavy

            write_recovery_sheet(chosen, groups, kluis, dag)

        self.bewaar_blad.setEnabled(False)
        werk.run(self.melder, job, self._sheet_kept, text("eerste_start.blad_bezig"), self._sheet_refused)

    def _sheet_kept(self, _: None) -> None:
        self.bewaar_blad.setEnabled(True)
        self._tell(text("eerste_start.blad_bewaard"), "goed")

    def _sheet_refused(self, error: KnownError) -> None:
        self.bewaar_blad.setEnabled(True)
        self._tell(known_error_text(error), "fout")

    # -- typed back ------------------------------------------------------------------------------------------

    def _judge(self) -> None:
        from intake_assistant.operations.sleutels import wrong_groups  # late: it opens databases

        if not self.groups:
            return
        typed = {n: veld.text() for n, veld in zip(self.asked, self.velden, strict=True)}
        wrong = wrong_groups(self.groups, typed)
        # Not while the last signs of a group are still to come.
        told = [n for n in wrong if len(typed[n].strip()) >= _LENGTH]
        if told:
            self._tell(
                text("sleutels.groep_fout", groepen=", ".join(map(str, told)), aantal=len(told)), "fout"
            )
        elif not wrong:
            self._tell(text("sleutels.groepen_goed"), "goed")
        else:
            self.melding.hide()
        self.proven.emit(not wrong)

    def _tell(self, tekst: str, rol: str) -> None:
        if self.melding.text() == tekst and not self.melding.isHidden():
            return
        set_rol(self.melding, rol)
        self.melding.setText(tekst)
        self.melding.show()
        announce(self.melding, tekst)
