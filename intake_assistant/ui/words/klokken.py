"""The next clock and a language in a few words, for the header and the list."""

from __future__ import annotations

from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.operations.words.waarde import gezegde_taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

DRINGEND_DAGEN = 14


def in_short(klok: Klok) -> str:
    """What is due and in how many days."""
    naam = text(f"venster.klok_{klok.naam}")
    if klok.uiterlijk is None or klok.dagen_over is None:
        return text(f"venster.klok_{klok.stand}", klok=naam)
    if klok.dagen_over < 0:
        return text("venster.klok_te_laat", klok=naam, aantal=-klok.dagen_over)
    if klok.dagen_over == 0:
        return text("venster.klok_vandaag", klok=naam)
    # Nothing that anybody is late with: so long the person may still object.
    sleutel = "venster.klok_kan_nog" if klok.klok == "bezwaar" else "venster.klok_nog"
    return text(sleutel, klok=naam, aantal=klok.dagen_over)


def is_dringend(klok: Klok | None) -> bool:
    """Whether it runs out within two weeks, or has."""
    return klok is not None and klok.dagen_over is not None and klok.dagen_over <= DRINGEND_DAGEN


def inkt(klok: Klok | None) -> str:
    """The colour of its words, by use: what is late stands out from what is near."""
    if klok is not None and klok.stand == "overschreden":
        return "fout"
    return "let_op" if is_dringend(klok) else "tekst"


def taalnaam(work: Workspace, code: str) -> str:
    """The name of a language as the screen says it; its code when the lists do not know it."""
    return (gezegde_taalnaam(work.data.formulieren, code) if code else "") or code
