"""Asking for consent in three steps, and withdrawing it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTreeWidget, QTreeWidgetItem, QWidget

from intake_assistant.casus.plan import Tabel
from intake_assistant.dates import as_typed
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.ui.toestemming.gegevens import NAAM

_AAN = Qt.CheckState.Checked
# What the window calls otherwise than the case.
_INTREKKING = {"ingetrokken_op": "datum"}


def ask(regie: Regie, velden: Tabel) -> str:
    """Ask one consent; returns its id."""
    known = {id for id, _ in toestemmingen_of(regie.context.dossier())}
    regie.play("toestemming_wie", **velden)
    for naam in velden["gegevens"]:
        _tick_line(regie, naam)
    regie.play("toestemming_gegevens")
    _explain(regie, velden)
    regie.play("toestemming_antwoord", **velden)
    return next(id for id, _ in toestemmingen_of(regie.context.dossier()) if id not in known)


def _tick_line(regie: Regie, naam: str) -> None:
    boom = regie.find("gegevens_boom", QTreeWidget)
    item = next((item for item in _lines(boom) if item.data(0, NAAM) == naam), None)
    if item is None:
        raise Misgelopen(f"{naam} staat niet bij de gegevens")
    regie.write("gegevens_zoek", item.text(0))
    boom.scrollToItem(item)
    regie.breathe()
    vak = boom.visualItemRect(item)
    where = QPoint(vak.left() + 10, vak.center().y())
    QTest.mouseClick(boom.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    regie.rest()
    if item.checkState(0) != _AAN:
        raise Misgelopen(f"{naam} is niet aan te vinken")


def _lines(boom: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    for nummer in range(boom.topLevelItemCount()):
        top = boom.topLevelItem(nummer)
        if top is not None:
            yield top
            yield from (onder for n in range(top.childCount()) if (onder := top.child(n)) is not None)


def _explain(regie: Regie, velden: Tabel) -> None:
    talen = regie.find("vraag_taal", QComboBox)
    if talen.findData(velden.get("taal")) >= 0:
        regie.fill(talen, velden["taal"])
    for naam in ("uitgelegd_met", "wijze"):
        if naam in velden:
            regie.click(f"{naam}_{velden[naam]}")
    for naam, sleutel in (("vrije_keuze", "vrije_keuze_uitgelegd"), ("uitdrukkelijk", "uitdrukkelijk")):
        if regie.sees(naam):
            regie.tick(naam, velden.get(sleutel) == "ja")
    regie.write("vraag_tot", as_typed(velden.get("geldig_tot", "")))


def withdraw(regie: Regie, id: str, velden: Tabel) -> None:
    """Withdraw a consent on its card."""
    regie.go("toestemmingen")
    kaart = regie.find(f"toestemming_{id}", QWidget)
    regie.click("intrekken", kaart)
    for sleutel, waarde in velden.items():
        naam = _INTREKKING.get(sleutel, sleutel.removeprefix("ingetrokken_"))
        tekst = "\n".join(waarde) if isinstance(waarde, list) else as_typed(waarde)
        regie.write(f"intrekken_{naam}", tekst, kaart)
    regie.shoot("toestemming_intrekken")
    regie.click("intrekken_vast", kaart)
    regie.shoot("toestemmingen_ingetrokken")
