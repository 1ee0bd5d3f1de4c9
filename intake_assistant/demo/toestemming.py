"""Asking for consent in three steps, and withdrawing it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTreeWidget, QTreeWidgetItem, QWidget

from intake_assistant.demo.casus import Tabel, dutch, stored
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.operations.acts.toestemming import toestemmingen_of
from intake_assistant.ui.toestemming.gegevens import NAAM

_AAN = Qt.CheckState.Checked


def ask(regie: Regie, toestemming: Tabel, plaat: str) -> None:
    """Ask one consent; a picture of each step when `plaat` is given."""
    velden = stored(toestemming)
    regie.go("toestemmingen")
    regie.click("toestemming_nieuw")
    for naam in ("partij", "doel"):
        regie.write(f"vraag_{naam}", str(velden[naam]))
    regie.click(f"richting_{velden['richting']}")
    _shoot(regie, plaat, "wie_en_waarom")
    regie.click("vraag_verder")
    for naam in velden["gegevens"]:
        _tick_line(regie, str(naam))
    regie.write("gegevens_zoek", "")
    _shoot(regie, plaat, "welke_gegevens")
    regie.click("vraag_verder")
    _explain(regie, velden)
    _shoot(regie, plaat, "voorlezen")
    regie.click(f"antwoord_{velden['gegeven']}")
    regie.find("toestemming_nieuw", QWidget)


def _shoot(regie: Regie, plaat: str, stap: str) -> None:
    if plaat:
        regie.shoot(f"{plaat}_{stap}")


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
    combo = regie.find("vraag_taal", QComboBox)
    code = str(velden.get("taal", ""))
    if code and combo.findData(code) >= 0:
        regie.choose(combo, code)
    for naam in ("uitgelegd_met", "wijze"):
        if naam in velden:
            regie.click(f"{naam}_{velden[naam]}")
    for naam, sleutel in (("vrije_keuze", "vrije_keuze_uitgelegd"), ("uitdrukkelijk", "uitdrukkelijk")):
        vink = regie.look(naam, QAbstractButton)
        if vink is not None:
            regie.tick(vink, velden.get(sleutel) == "ja")
    regie.write("vraag_tot", dutch(velden["geldig_tot"]) if "geldig_tot" in velden else "")


def withdraw(regie: Regie, toestemming: Tabel) -> None:
    """Withdraw a consent on its card."""
    velden = stored(toestemming)
    regie.go("toestemmingen")
    found = toestemmingen_of(regie.context.dossier())
    id = next((id for id, t in found if t.partij == velden["partij"] and t.ingetrokken_op is None), "")
    kaart = regie.find(f"toestemming_{id}", QWidget)
    regie.click("intrekken", kaart)
    for naam in ("datum", "door", "reden", "gevolg"):
        sleutel = {"datum": "ingetrokken_op", "gevolg": "gevolg"}.get(naam, f"ingetrokken_{naam}")
        if sleutel in velden:
            waarde = velden[sleutel]
            tekst = "\n".join(waarde) if isinstance(waarde, list) else dutch(waarde)
            regie.write(f"intrekken_{naam}", tekst, kaart)
    regie.shoot("toestemming_intrekken")
    regie.click("intrekken_vast", kaart)
