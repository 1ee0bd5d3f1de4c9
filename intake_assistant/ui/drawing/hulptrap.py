"""The stairs of help on a screen: drawn, with the same in words below."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.uitvoering.hulptrap import Hulptrap
from intake_assistant.operations.views.uitvoering.hulptrap import draw_hulptrap, hulptrap_in_words
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.kit.parts import kolom, label


def hulpplaat(hulp: Hulptrap, vandaag: date) -> QWidget:
    """One agreement's stairs."""
    made, plaat = QWidget(), Plaat("hulptrap")
    plaat.show_drawing(partial(draw_hulptrap, hulp, vandaag))
    box = kolom(made, tussen=2)
    box.addWidget(plaat)
    box.addWidget(label(hulptrap_in_words(hulp, vandaag), "klein", wrap=True, naam="hulptrap_zin"))
    return made
