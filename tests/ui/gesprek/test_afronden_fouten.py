"""What was typed and cannot be so is named when a conversation is rounded off, with the way back to it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import find, type_text

VRAAG = "opleiding.jaren_onderwijs"


def test_a_number_that_is_none_is_named_and_led_to(
    open_venster: Venster, work: Workspace, selam: str
) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("gesprek", {"dossier": selam, "vraag": VRAAG})
    QApplication.processEvents()
    find(open_venster, QLineEdit, f"veld_{VRAAG}").setFocus()
    type_text("zes")
    find(open_venster, QAbstractButton, "afronden_knop").click()
    QApplication.processEvents()
    gezegd = find(open_venster, QLabel, f"klopt_niet_{VRAAG}").text()
    assert "Er staat: zes." in gezegd
    erheen = find(open_venster, QAbstractButton, f"erheen_{VRAAG}")
    assert work.data.formulieren.vraag(VRAAG).label in erheen.accessibleName()
    erheen.click()
    QApplication.processEvents()
    veld = find(open_venster, QLineEdit, f"veld_{VRAAG}")
    assert veld.hasFocus()
    veld.selectAll()
    type_text("6")
    find(open_venster, QAbstractButton, "afronden_knop").click()
    QApplication.processEvents()
    assert not [w for w in open_venster.findChildren(QLabel, f"klopt_niet_{VRAAG}") if w.isVisible()]
