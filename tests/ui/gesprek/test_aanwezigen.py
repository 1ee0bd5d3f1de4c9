"""Who is there: each word whole, and a number that says what it is."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from intake_assistant.ui.gesprek.aanwezigen import Aanwezigen
from intake_assistant.ui.kit.theme import px


def test_the_longest_role_is_whole_and_the_number_keeps_its_name(qtbot: QtBot) -> None:
    aanwezigen = Aanwezigen("Wie is erbij?", "Nog niemand.")
    qtbot.addWidget(aanwezigen)
    tolk, ander = aanwezigen.add(), aanwezigen.add()
    tolk.show_gegevens({"rol": "tolk", "naam": "H. Darwish", "nummer": "20417"})
    aanwezigen.resize(px(360), px(600))
    aanwezigen.show()
    QApplication.processEvents()
    for mens in (tolk, ander):
        lijst = mens.rol.keuze
        woorden = [lijst.itemText(nr) for nr in range(lijst.count())]
        assert lijst.width() >= max(map(lijst.fontMetrics().horizontalAdvance, woorden)) + px(24)
    (naam,) = (woord for woord in tolk.findChildren(QLabel) if woord.buddy() is tolk.tolk.regels["nummer"])
    assert naam.isVisible()
    assert naam.text() == "Tolknummer"
    assert not ander.tolk.isVisible()
