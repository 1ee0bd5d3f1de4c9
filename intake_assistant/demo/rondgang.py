"""A walk past what is not part of an intake: search, keys, privacy, settings, dark, large, history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QTableView, QWidget

from intake_assistant.demo.kluis import lock
from intake_assistant.demo.regie import Regie
from intake_assistant.texts import text
from intake_assistant.ui.instellingen.screen import DELEN

_DONKER = (
    "dossiers", "dossier", "gesprek", "toestemmingen", "weging", "beschikking", "ontwikkelplan", "documenten",
)  # fmt: skip
_GROOT = ("dossier", "gesprek", "beschikking")
_SCHAAL = 150


def show_all(regie: Regie, woord: str) -> None:
    """Walk from the dossier to the locked window."""
    regie.go("dossier")
    regie.shoot("dossier_aan_het_eind")
    _show_history(regie)
    _show_over_page(regie, woord)
    regie.go("dossiers")
    regie.shoot("dossiers")
    _show_dark(regie)
    _show_large(regie)
    lock(regie)
    regie.click("sleutel_kwijt")
    regie.shoot("herstel")


def _show_over_page(regie: Regie, woord: str) -> None:
    """Search, the keys, and the privacy screen, from where one is."""
    regie.press("Ctrl+K")
    regie.write("zoek_veld", woord)
    regie.shoot("zoeken")
    regie.press("Escape")
    regie.press("F1")
    regie.shoot("toetsen")
    regie.click("toetsen_sluiten")
    regie.press("F9")
    regie.find("privacy_terug", QWidget)
    regie.shoot("privacy")
    regie.press("F9")


def show_settings(regie: Regie, gemeente: str) -> None:
    """Each part of the settings; the municipality is filled in."""
    regie.go("instellingen")
    for row, deel in enumerate(DELEN):
        regie.pick_row(regie.find("instellingen_delen", QListWidget), row)
        if deel == "gemeente":
            for veld in text("casus.demo.gemeentevelden").split():
                regie.write(f"gemeente_{veld}", text(f"casus.demo.gemeente_{veld}"))
            regie.write("gemeente_plaats", gemeente)
        regie.shoot(f"instellingen_{deel}")


def _show_history(regie: Regie) -> None:
    """The history, with one line in full."""
    regie.go("geschiedenis")
    lijst = next(iter(regie.all(QTableView, "")))
    regie.click(lijst.viewport(), plek=lijst.visualRect(lijst.model().index(0, 0)).center())
    regie.shoot("geschiedenis")


def _show_dark(regie: Regie) -> None:
    _to_weergave(regie)
    regie.click("kleuren_donker")
    regie.breathe()
    regie.shoot("instellingen_weergave_donker")
    _shoot_screens(regie, "donker", _DONKER)


def _show_large(regie: Regie) -> None:
    _to_weergave(regie)
    regie.fill("schaal", _SCHAAL)
    regie.breathe()
    _shoot_screens(regie, "groot", _GROOT)


def _shoot_screens(regie: Regie, hoe: str, schermen: Sequence[str]) -> None:
    for scherm in schermen:
        _go(regie, scherm)
        regie.shoot(f"{hoe}_{scherm}")


def _go(regie: Regie, scherm: str) -> None:
    """Go to a screen; the list lets go of the dossier, which is opened again first."""
    if not regie.sees(f"naar_{scherm}"):
        regie.go("dossiers")
        regie.press("Return", regie.find("dossiers_tabel", QTableView))
    regie.go(scherm)
    regie.settle()


def _to_weergave(regie: Regie) -> None:
    regie.go("instellingen")
    regie.pick_row(regie.find("instellingen_delen", QListWidget), DELEN.index("weergave"))
