"""A request of the person in a few words, with the mark that goes with it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from intake_assistant.dates import date_in_words
from intake_assistant.operations.acts.verzoek import Verzoekregel
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import merk


def in_short(regel: Verzoekregel) -> str:
    """How long there is still for an answer, or how it stands."""
    if regel.stand == "klaar" and regel.verzoek.beslist_op is not None:
        return text("rechten.kort.klaar", datum=date_in_words(regel.verzoek.beslist_op.isoformat()))
    if regel.dagen_over is None:
        return text(f"rechten.kort.{regel.stand}")
    if regel.dagen_over == 0:
        return text("dossier.klok.vandaag")
    sleutel = "nog" if regel.dagen_over > 0 else "voorbij"
    return text(f"dossier.klok.{sleutel}", aantal=abs(regel.dagen_over))


def mark_of(regel: Verzoekregel, naam: str = "") -> QFrame:
    """The mark: done, running, or asking for somebody now."""
    if regel.stand == "klaar":
        return merk("vink", in_short(regel), "goed", naam)
    icoon, soort = (
        ("let_op", "let_op") if regel.dringend or regel.stand == "uitvoeren" else ("klok", "gewoon")
    )
    return merk(icoon, in_short(regel), soort, naam)
