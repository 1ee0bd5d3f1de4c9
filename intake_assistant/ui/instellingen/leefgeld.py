"""What has to be left to live on each month: chosen by the municipality, for no law names an amount."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.grenzen import GELDBEDRAG
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.vault.instellingen import LEEFGELD, read_instelling
from intake_assistant.operations.views.onmogelijk import wrong_number
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.flag import Flag
from intake_assistant.ui.fields.line import NumberEditor
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.window.context import Context

_BREED = 120


class LeefgeldVak(QWidget):
    """An amount for one person and one for each more, kept as soon as a line is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.velden = {wie: NumberEditor(_BREED, decimaal=True) for wie in LEEFGELD}
        vak = kolom(self, tussen=8)
        vak.addWidget(label(text("instellingen.leefgeld_uitleg"), "klein", wrap=True))
        for wie, veld in self.velden.items():
            woord = text(f"instellingen.leefgeld_{wie}")
            name_field(veld, f"leefgeld_{wie}", woord)
            kop = label(woord, "veldnaam", wrap=True)
            kop.setBuddy(veld.regel)
            veld.verlaten.connect(partial(self._keep, wie))
            for deel in (kop, veld, Flag(veld.regel, partial(self._wrong, wie))):
                vak.addWidget(deel)

    def show_kept(self) -> None:
        """Show what is kept."""
        for wie, veld in self.velden.items():
            veld.show_waarde(read_instelling(self._context.work, f"leefgeld.{wie}") or None)

    def _wrong(self, wie: str) -> str:
        return wrong_number(self.velden[wie].waarde(), GELDBEDRAG)

    def _keep(self, wie: str) -> None:
        """What cannot be is told below its line, and what was kept stays."""
        if not self._wrong(wie):
            waarde = str(self.velden[wie].waarde() or "")
            self._context.act(lambda: keep_instelling(self._context.work, f"leefgeld.{wie}", waarde))
