"""The right side of the dossier: the next step with its reason, and each clock with date, rule and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_assistant.dates import date_in_words
from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.operations.views.volgende_stap import Stap
from intake_assistant.operations.words.klok import days_in_words, uitleg_of
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld, merk
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.words.klokken import DRINGEND_DAGEN


def stapkaart(stap: Stap, go: Callable[[], object]) -> QFrame:
    """The one suggestion: what, why, and a button that takes you there."""
    made = kaart(naam="volgende_stap")
    box = kolom(made, rand=16, tussen=8)
    kop = rij(tussen=8)
    kop.addWidget(beeld("vink" if stap.soort == "rust" else "ontwikkelplan", "accent", 18, midden=True))
    kop.addWidget(label(text("dossier.stap"), "klein"), 1)
    box.addLayout(kop)
    box.addWidget(label(stap.titel, "kop2", wrap=True, naam="stap_titel"))
    box.addWidget(label(stap.reden, wrap=True, naam="stap_reden"))
    rol = "" if stap.soort == "rust" else "hoofdknop"
    box.addSpacing(px(4))
    box.addWidget(knop(stap.knop, "stap_knop", go, rol))
    return made


def klokkaart(klok: Klok) -> QFrame:
    """One clock: what, how long still, until when, by which rule, and why."""
    made = kaart("zachtvlak", f"klok_{klok.klok}")
    made.setAccessibleName(f"{text(f'dossier.klok.{klok.naam}')}. {uitleg_of(klok)}")
    box = kolom(made, rand=12, tussen=4)
    box.addWidget(label(text(f"dossier.klok.{klok.naam}"), "kop3", wrap=True))
    box.addWidget(label(_last_day(klok), naam=f"klok_{klok.klok}_datum", wrap=True))
    icoon, soort = _mark(klok)
    box.addWidget(merk(icoon, days_in_words(klok), soort, f"klok_{klok.klok}_stand"))
    _add_why(box, klok)
    box.addStretch(1)
    return made


def _last_day(klok: Klok) -> str:
    if klok.uiterlijk is None:
        return text("dossier.klok.geen_dag")
    return text("dossier.klok.uiterlijk", datum=date_in_words(klok.uiterlijk.isoformat()))


def _add_why(box: QVBoxLayout, klok: Klok) -> None:
    box.addWidget(label(uitleg_of(klok), "klein", wrap=True))
    regel = text("dossier.klok.regel", regel=klok.regel)
    if klok.aangenomen:
        regel = f"{regel}. {text('dossier.klok.aangenomen')}"
    box.addWidget(label(regel, "klein", wrap=True))


def _mark(klok: Klok) -> tuple[str, str]:
    if klok.stand == "gehaald":
        return "vink", "goed"
    if not klok.soort.vanzelf and klok.dagen_over is not None and klok.dagen_over <= DRINGEND_DAGEN:
        return "let_op", "let_op"
    if klok.stand == "overschreden" and not klok.soort.vanzelf:
        return "let_op", "let_op"
    return "klok", "gewoon"
