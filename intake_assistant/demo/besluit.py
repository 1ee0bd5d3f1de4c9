"""The beschikking: the concept field by field, its checklist, setting it, and handing it over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from intake_assistant.demo.casus import Tabel, day_of, dutch, stored
from intake_assistant.demo.regie import Regie
from intake_assistant.domain.recht.besluit import besluiten_of

# Of the act of setting and handing over, not fields of the concept.
_ERNA = ("dagtekening", "bekendgemaakt_op", "voor_gezien")


def fill_concept(regie: Regie, beschikking: Tabel) -> int:
    """Fill in what the case says; returns how many fields."""
    regie.go("beschikking")
    regie.settle()
    regie.shoot("beschikking_leeg")
    velden = [(naam, w) for naam, w in _flat(stored(beschikking)) if naam.partition(".")[0] not in _ERNA]
    # The route comes first: it decides which fields there are.
    velden.sort(key=lambda veld: veld[0] != "leerroute")
    for nummer, (naam, waarde) in enumerate(velden):
        _fill(regie, naam, waarde)
        if nummer == len(velden) // 2:
            regie.settle()
            regie.shoot("beschikking_half")
    regie.breathe(1.0)
    regie.settle()
    regie.shoot("beschikking_concept")
    return len(velden)


def _flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for naam, waarde in table.items():
        if isinstance(waarde, dict):
            yield from _flat(waarde, f"{prefix}{naam}.")
        else:
            yield f"{prefix}{naam}", waarde


def _fill(regie: Regie, naam: str, waarde: Any) -> None:
    keuze = regie.look(f"{naam}_{waarde}", QAbstractButton)
    if keuze is not None:
        regie.click(keuze)
        return
    veld = regie.find(f"veld_{naam}", QWidget)
    if isinstance(veld, QComboBox):
        regie.choose(veld, waarde)
        return
    regie.write(veld, "\n".join(waarde) if isinstance(waarde, list) else str(waarde))
    regie.leave(veld)


def set_besluit(regie: Regie, beschikking: Tabel) -> None:
    """Take the one deliberate step."""
    regie.go("beschikking")
    regie.wait(lambda: _enabled(regie, "naar_vaststellen"), "een volledige controlelijst")
    regie.click("naar_vaststellen")
    regie.find("dagtekening", QLineEdit)
    regie.write("dagtekening", dutch(beschikking["dagtekening"]))
    regie.settle()
    if regie.sees("vervangen_gezien"):
        regie.click("vervangen_gezien")
    regie.shoot("vaststellen")
    regie.wait(lambda: _enabled(regie, "vaststellen_doe"), "de knop om vast te stellen")
    regie.click("vaststellen_doe")
    regie.wait(lambda: bool(besluiten_of(regie.context.dossier())), "het besluit")
    regie.settle()
    regie.shoot("besluit")


def _enabled(regie: Regie, naam: str) -> bool:
    knop = regie.look(naam, QAbstractButton)
    return knop is not None and knop.isEnabled()


def hand_over(regie: Regie, beschikking: Tabel) -> bool:
    """Note when it was made known and who saw it; says whether the case tells."""
    velden = dict(
        _flat({k: w for k, w in stored(beschikking).items() if k in ("bekendgemaakt_op", "voor_gezien")})
    )
    if not velden:
        return False
    regie.go("beschikking")
    for naam, waarde in velden.items():
        veld = regie.find(f"besluit_{naam}", QLineEdit)
        regie.write(veld, dutch(waarde) if day_of(waarde) else str(waarde))
        regie.leave(veld)
    regie.settle()
    regie.shoot("besluit_uitgereikt")
    return True
