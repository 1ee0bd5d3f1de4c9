"""The stairs of help on a screen: drawn, with the same in words below."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.uitvoering.hulptrap import Hulptrap
from intake_assistant.operations.views.uitvoering.hulptrap import (
    draw_hulptrap,
    hulp_te_bespreken,
    hulptrap_in_words,
)
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.kit.parts import kolom, label


def hulpplaat(hulp: Hulptrap, vandaag: date, *, voluit: bool = True) -> QWidget:
    """One agreement's stairs; not `voluit` says below it only what there is to talk about."""
    made, plaat = QWidget(), Plaat("hulptrap")
    plaat.show_drawing(partial(draw_hulptrap, hulp, vandaag))
    box = kolom(made, tussen=2)
    box.addWidget(plaat)
    zin = hulptrap_in_words(hulp, vandaag) if voluit else hulp_te_bespreken(hulp, vandaag)
    if zin:
        box.addWidget(label(zin, "klein", wrap=True, naam="hulptrap_zin"))
    return made
