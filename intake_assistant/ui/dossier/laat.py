"""What should have been done by now: each with the way to it; one quiet line when nothing is late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.dates import in_short
from intake_assistant.operations.views.dossier.levenslijn import Gebeurtenis
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld, merk
from intake_assistant.ui.kit.parts import Rijknop, breekbaar, kaart, kolom, label, rij

MOST: Final = 3
"""So many are named; the table of the line of time holds all of them."""


def laatkaart(laat: Sequence[Gebeurtenis], go: Callable[[str, dict[str, str]], object]) -> QWidget:
    """The oldest first."""
    if not laat:
        return merk("vink", text("dossier.laat.niets"), "goed", "niets_te_laat")
    made = kaart(naam="te_laat")
    box = kolom(made, rand=8, tussen=0)
    box.addWidget(_kop(len(laat)))
    for nummer, wat in enumerate(laat[:MOST]):
        box.addWidget(_row(nummer, wat, go))
    if len(laat) > MOST:
        meer = label(text("dossier.laat.meer", aantal=len(laat) - MOST), "klein", wrap=True)
        box.addWidget(meer)
    return made


def _kop(aantal: int) -> QFrame:
    return merk("let_op", text("dossier.laat.kop", aantal=aantal), "let_op", "te_laat_kop")


def _row(nummer: int, wat: Gebeurtenis, go: Callable[[str, dict[str, str]], object]) -> Rijknop:
    sinds = text("dossier.laat.sinds", datum=in_short(wat.dag)) if wat.dag else ""
    spoken = ", ".join(filter(None, (wat.titel, sinds, wat.bij)))
    made = Rijknop(f"te_laat_{nummer}", spoken, partial(go, wat.scherm, dict(wat.argumenten)))
    words = kolom(tussen=2)
    words.addWidget(label(breekbaar(wat.titel), wrap=True))
    words.addWidget(label(", ".join(filter(None, (sinds, wat.bij))), "klein", wrap=True))
    box = rij(tussen=8)
    box.addWidget(beeld(wat.icoon, "let_op", 18))
    box.addLayout(words, 1)
    made.fill(box, 4)
    return made
