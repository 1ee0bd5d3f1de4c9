"""What was erased before, and where it must still be done: each leads to how it stands and its proof."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.operations.views.wissen.wissing import Wissing, wissingen
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import clear, inside, merk
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.window.context import Context

# The others are found by the command line; what is not done yet is shown whatever its age.
_MOST = 10


class GewisteDossiers(QFrame):
    """By the random reference, since nothing else is known of them; hidden while there are none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        made = kaart(naam="kaart_gewist")
        box = kolom(made, rand=16, tussen=8)
        box.addWidget(label(text("wissen.lijst.kop"), "kop3"))
        box.addWidget(label(text("wissen.lijst.uitleg"), "zacht", wrap=True))
        self._lijst = QWidget()
        kolom(self._lijst, tussen=8)
        box.addWidget(self._lijst)
        kolom(self, tussen=0).addWidget(made)

    def show_all(self) -> None:
        """Read them anew, what is not done yet first."""
        found = sorted(wissingen(self._context.work), key=_is_over)
        shown = [w for nummer, w in enumerate(found) if nummer < _MOST or not _is_over(w)]
        clear(self._lijst)
        for wissing in shown:
            inside(self._lijst).addWidget(self._line(wissing))
        self.setVisible(bool(shown))

    def _line(self, wissing: Wissing) -> QWidget:
        made = QWidget()
        row = rij(made, tussen=16)
        naam = text("wissen.lijst.regel", kenmerk=wissing.kenmerk, datum=date_in_words(wissing.op))
        row.addWidget(label(naam), 1)
        stand = "collega" if wissing.is_klaar and wissing.wacht_op_collega else "klaar"
        stand = stand if wissing.is_klaar else "nog_niet"
        icoon, soort = ("vink", "goed") if _is_over(wissing) else ("klok", "let_op")
        row.addWidget(merk(icoon, text(f"wissen.lijst.{stand}"), soort))
        go = partial(self._context.navigate.emit, "wissen", {"gewist": wissing.dossier, "dossier": ""})
        naar = knop(text("rechten.bekijk"), f"gewist_{wissing.kenmerk}", go)
        naar.setAccessibleName(text("wissen.lijst.bekijk", kenmerk=wissing.kenmerk))
        row.addWidget(naar)
        return made


def _is_over(wissing: Wissing) -> bool:
    return wissing.is_klaar and not wissing.wacht_op_collega
