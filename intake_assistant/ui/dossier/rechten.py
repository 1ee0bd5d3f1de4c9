"""What the rights of the person ask for now, on the dossier: requests that wait, what must be erased."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from intake_assistant.dates import date_in_words
from intake_assistant.domain.recht.verzoek import Verzoek
from intake_assistant.operations.views.wissen.bewaartermijn import Teregelen
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.words.verzoeken import verzoeklijn, wislijn


def rechtenkaart(te_regelen: Teregelen, go: Callable[[], object]) -> QFrame | None:
    """A line for each thing, and the way to the screen of rights; None when nothing waits."""
    if not te_regelen.te_wissen and not te_regelen.verzoeken:
        return None
    made = kaart(naam="te_regelen")
    box = kolom(made, rand=16, tussen=8)
    box.addWidget(label(text("rechten.te_regelen"), "kop2", wrap=True))
    for _, _, regel in te_regelen.verzoeken:
        box.addWidget(verzoeklijn(regel))
    for bewaar in te_regelen.te_wissen:
        box.addWidget(wislijn(bewaar))
    box.addWidget(knop(text("rechten.naar"), "te_regelen_naar", go))
    return made


def beperking_in_words(verzoek: Verzoek) -> str:
    """That the data may only be kept, and since when that was asked."""
    if verzoek.ontvangen_op is None:
        return text("rechten.beperkt_zonder_dag")
    return text("rechten.beperkt", datum=date_in_words(verzoek.ontvangen_op.isoformat()))
