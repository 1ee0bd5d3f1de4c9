"""What asks for an act in a few words: a request of the person with its mark, what must be erased."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from intake_assistant.dates import date_in_words
from intake_assistant.operations.views.verzoek import Verzoekregel
from intake_assistant.operations.views.wissen.bewaartermijn import Bewaarregel
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import merk
from intake_assistant.ui.kit.parts import kaart, kolom, label


def in_short(regel: Verzoekregel) -> str:
    """How long there is still for an answer, or how it stands."""
    if regel.stand == "klaar" and regel.verzoek.beslist_op is not None:
        return text("rechten.kort.klaar", datum=date_in_words(regel.verzoek.beslist_op.isoformat()))
    if regel.dagen_over is None:
        return text(f"rechten.kort.{regel.stand}")
    if regel.dagen_over == 0:
        return text("dossier.klok.vandaag")
    sleutel = "dossier.klok.nog" if regel.dagen_over > 0 else "dossier.klok.voorbij"
    return text(sleutel, aantal=abs(regel.dagen_over))


def mark_of(regel: Verzoekregel, naam: str = "") -> QFrame:
    """The mark: done, running, or asking for somebody now."""
    if regel.stand == "klaar":
        return merk("vink", in_short(regel), "goed", naam)
    icoon, soort = (
        ("let_op", "let_op") if regel.dringend or regel.stand == "uitvoeren" else ("klok", "gewoon")
    )
    return merk(icoon, in_short(regel), soort, naam)


def verzoeklijn(regel: Verzoekregel) -> QFrame:
    """A request: what, how long still, and why that day."""
    made, box = kaart("zachtvlak"), kolom(rand=12, tussen=4)
    made.setLayout(box)
    box.addWidget(
        label(text("rechten.gevraagd", wat=regel.naam, artikel=regel.verzoek.artikel), "kop3", wrap=True)
    )
    box.addWidget(mark_of(regel))
    box.addWidget(label(regel.uitleg, "klein", wrap=True))
    return made


def wislijn(regel: Bewaarregel) -> QFrame:
    """Something that must be erased: what, and why now."""
    made, box = kaart("zachtvlak"), kolom(rand=12, tussen=4)
    made.setLayout(box)
    box.addWidget(label(text(f"rechten.bewaren.wat.{regel.wat}"), "kop3", wrap=True))
    box.addWidget(merk("let_op", text("rechten.bewaren.stand.te_wissen"), "let_op"))
    box.addWidget(label(regel.uitleg, "klein", wrap=True))
    box.addWidget(label(text("dossier.klok.regel", regel=regel.regel), "klein"))
    return made
