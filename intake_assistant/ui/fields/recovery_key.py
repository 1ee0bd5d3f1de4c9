"""A new recovery key: shown once, saved as a sheet, and two groups typed back from the paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.herstelsleutel import GROUP_SIGNS, as_meant
from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.key_groups import Groepvelden, Sleutelgroepen
from intake_assistant.ui.kit.parts import Knop, knop, kolom, label
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.announcing import announce


class Herstelsleutel(QWidget):
    """First the groups; then, with these out of sight, two of them are typed back."""

    proven = Signal(bool)
    """Whether what was typed back is right."""
    entered = Signal()
    """Enter in the last group."""
    turned = Signal(bool)
    """Whether the key is in sight, or is being typed back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("herstelsleutel_nieuw")
        self.melder = tasks.Melder(self)
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
        self._getoond = Sleutelgroepen()
        self.bewaar_blad = knop(
            text("kluis.eerste_start.bewaar_blad"), "bewaar_blad", self.save_sheet, icoon="documenten"
        )
        self.op_papier = knop(
            text("instellingen.sleutels.op_papier"), "sleutel_op_papier", self.ask_back, "hoofdknop"
        )
        box.addWidget(self._getoond)
        box.addWidget(label(text("instellingen.sleutels.eerst_papier"), wrap=True))
        box.addWidget(self.bewaar_blad, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(label(text("instellingen.sleutels.dan_terug"), wrap=True))
        box.addWidget(self.op_papier, 0, Qt.AlignmentFlag.AlignRight)

    def _build_terug(self) -> None:
        box = kolom(self._terug, tussen=12)
        box.addWidget(label(text("instellingen.sleutels.typ_terug"), wrap=True))
        self._gevraagd = Groepvelden("controle_groep", self.asked, self._is_right)
        self._gevraagd.changed.connect(self._judge)
        self._gevraagd.entered.connect(self.entered)
        self.velden = self._gevraagd.velden
        box.addWidget(self._gevraagd)
        again = knop(
            text("instellingen.sleutels.toon_weer"), "sleutel_toon_weer", self.show_groups, "stil", "terug"
        )
        box.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self, groups: Sequence[str], random: Randomness, *, kluis: Path, dag: date, map: Path) -> None:
        """Show a new key; `map` is where the sheet is proposed."""
        self.groups = list(groups)
        drawn = random(2)
        eerste, verder = drawn[0] % len(groups), 1 + drawn[1] % (len(groups) - 1)
        self.asked = tuple(sorted((eerste + 1, (eerste + verder) % len(groups) + 1)))  # type: ignore[assignment]  # two
        self._sheet = (kluis, dag, map)
        self._getoond.show_groups(self.groups)
        self._gevraagd.ask(self.asked)
        self.show_groups()

    def clear(self) -> None:
        """Forget the key; it is not shown again."""
        self.groups = []
        self._getoond.show_groups(())
        self._gevraagd.clear()
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
        self._gevraagd.clear()
        self.turned.emit(shown)

    # -- the sheet -------------------------------------------------------------------------------------------

    def save_sheet(self) -> None:
        """Keep the recovery sheet as PDF where the user says."""
        kluis, dag, map = self._sheet
        voorstel = map / f"{text('kluis.eerste_start.bladnaam')}.pdf"
        chosen = messages.choose_file(
            self, "bewaar", text("kluis.eerste_start.kies_blad"), voorstel, "PDF (*.pdf)"
        )
        if chosen is None or not self.groups:
            return
        groups = list(self.groups)

        def job() -> None:
            from intake_assistant.operations.vault.kluis import (
                write_recovery_sheet,  # late: reportlab is heavy
            )

            write_recovery_sheet(chosen, groups, kluis, dag)

        self.bewaar_blad.setEnabled(False)
        tasks.run(
            self.melder, job, self._sheet_kept, text("kluis.eerste_start.blad_bezig"), self._sheet_refused
        )

    def _sheet_kept(self, _: None) -> None:
        self._give_back(self.op_papier)
        self._tell(text("kluis.eerste_start.blad_bewaard"), "goed")

    def _sheet_refused(self, error: KnownError) -> None:
        self._give_back(self.bewaar_blad)
        self._tell(known_error_text(error), "fout")

    def _give_back(self, volgende: Knop) -> None:
        """Disabled, the button lost the keyboard: it goes on, unless the key is being typed back by now."""
        self.bewaar_blad.setEnabled(True)
        if not self._toon.isHidden():
            volgende.setFocus()

    # -- typed back ------------------------------------------------------------------------------------------

    def _is_right(self, number: int, typed: str) -> bool:
        return not self.groups or as_meant(typed) == self.groups[number - 1]

    def _judge(self) -> None:
        from intake_assistant.operations.vault.sleutels import wrong_groups  # late: it opens databases

        if not self.groups:
            return
        typed = self._gevraagd.typed()
        wrong = wrong_groups(self.groups, typed)
        # Not while the last signs of a group are still to come.
        told = [n for n in wrong if len(typed[n].strip()) >= GROUP_SIGNS]
        if told:
            self._tell(
                text("instellingen.sleutels.groep_fout", groepen=", ".join(map(str, told)), aantal=len(told)),
                "fout",
            )
        elif not wrong:
            self._tell(text("instellingen.sleutels.groepen_goed"), "goed")
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
