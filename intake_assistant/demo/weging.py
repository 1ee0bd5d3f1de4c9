"""Weighing the three leerroutes: each argument written, and rested on its answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QWidget

from intake_assistant.demo.casus import Tabel
from intake_assistant.demo.regie import Misgelopen, Regie


def weigh(regie: Regie, wegingen: list[Tabel]) -> int:
    """Write the arguments of all leerroutes; returns how many."""
    regie.go("weging")
    regie.shoot("weging_leeg")
    aantal = 0
    for weging in wegingen:
        for kant in ("voor", "tegen"):
            for argument in weging.get(kant, ()):
                table = {"tekst": argument} if isinstance(argument, str) else dict(argument)
                _write(regie, str(weging["leerroute"]), kant, table, toon=not aantal)
                aantal += 1
    regie.shoot("weging")
    return aantal


def _write(regie: Regie, route: str, kant: str, argument: dict[str, object], *, toon: bool) -> None:
    regie.click(f"nieuw_{route}_{kant}")
    if argument.get("vraag"):
        _rest_on(regie, str(argument["vraag"]), toon=toon)
    veld = regie.find("weging_tekst", QWidget)
    regie.write(veld, str(argument["tekst"]))
    if toon:
        regie.shoot("weging_argument")
    regie.press("Return", veld)
    if argument.get("in_besluit"):
        # Only an argument that rests on a special answer asks for it (design 7); others are printed anyway.
        regie.breathe()
        kaarten = regie.all(QWidget, "argument", regie.find(f"vak_{route}_{kant}", QWidget))
        vinkjes = [
            v for k in kaarten if k.objectName() == "argument" for v in regie.all(QAbstractButton, "in_", k)
        ]
        if vinkjes and argument.get("vraag"):
            regie.tick(vinkjes[-1], True)
            regie.breathe()


def _rest_on(regie: Regie, vraag: str, *, toon: bool) -> None:
    regie.click("zoek_antwoord")
    work = regie.context.work
    naam = work.data.formulieren.heet_nu(vraag)
    veld = regie.find("bewijs_veld", QLineEdit)
    regie.write(veld, work.data.formulieren.vraag(naam).label)
    if toon:
        regie.shoot("weging_antwoord_zoeken")
    lijst = regie.find("bewijs_lijst", QListWidget)
    for row in range(lijst.count()):
        if getattr(lijst.item(row).data(Qt.ItemDataRole.UserRole), "vraag", "") == naam:
            regie.pick_row(lijst, row)
            return
    QTest.keyClick(veld, Qt.Key.Key_Escape)
    raise Misgelopen(f"{naam} is geen antwoord waar een argument op kan rusten")
