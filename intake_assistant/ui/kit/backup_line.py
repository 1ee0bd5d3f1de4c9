"""The way to the backups: a quiet line on the first screen when they are old, a card in the settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame

from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.reservekopie import when


class Backupregel(QFrame):
    """Hidden as long as all is well."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("backup_regel")
        self.setProperty("rol", "waarschuwing")
        self._context = context
        self.zin = label("", wrap=True, naam="backup_oud")
        row = rij(self, tussen=8)
        self._merk = beeld("let_op", "let_op", midden=True)
        row.addWidget(self._merk)
        row.addWidget(self.zin, 1)
        row.addWidget(knop(text("reservekopie.naar"), "naar_reservekopieen", self._go, "stil"))
        context.backed_up.connect(self._made)
        self.hide()

    def refresh(self) -> None:
        """Say how old the last ones are, or nothing."""
        zinnen = overdue_in_words(self._context.work)
        set_rol(self, "waarschuwing")
        self.zin.setText(" ".join(zinnen))
        self._merk.setVisible(bool(zinnen))
        self.setVisible(bool(zinnen))

    def _made(self) -> None:
        """Nothing below moves up while somebody points at it: another person's dossier would open."""
        was = self.isVisible()
        self.refresh()
        if was and not self.zin.text():
            set_rol(self, "goed")
            self.zin.setText(text("reservekopie.gemaakt"))
            self.show()

    def _go(self) -> None:
        self._context.navigate.emit("reservekopieen", {})


def backupkaart(context: Context) -> QFrame:
    """The card in the settings."""
    made = kaart(naam="kaart_reservekopieen")
    box = kolom(made, rand=24, tussen=12)
    box.addWidget(label(text("reservekopie.kop"), "kop3"))
    box.addWidget(label(text("reservekopie.uitleg"), "zacht", wrap=True))
    go = partial(context.navigate.emit, "reservekopieen", {})
    row = rij()
    row.addWidget(knop(text("reservekopie.naar_beheer"), "instellingen_reservekopieen", go))
    row.addStretch(1)
    box.addLayout(row)
    return made


def overdue_in_words(work: Workspace) -> list[str]:
    """A sentence for what is older than a week; none when all is well."""
    zinnen = []
    newest, stand = reservekopie.newest_own(work), reservekopie.place_stand(work)
    if reservekopie.is_overdue(work):
        oud = text("reservekopie.oud", wanneer=when(newest.op)) if newest else text("reservekopie.geen")
        zinnen.append(oud)
    if stand is not None and reservekopie.is_place_overdue(work):
        op = stand.laatst_op
        zinnen.append(
            text("reservekopie.plek_oud", wanneer=when(op)) if op else text("reservekopie.plek_nooit")
        )
    return zinnen
