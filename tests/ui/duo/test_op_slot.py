"""Locked in mid-word at Uitvoering and DUO: nothing touches the closed vault, and the words come back."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from intake_assistant.domain.kinds import UREN
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import Again
from tests.ui.gesprekshulp import find, type_text
from tests.ui.nabesluit import set_besluit


@pytest.mark.parametrize(
    ("scherm", "arguments", "veld"),
    [
        ("uitvoering", {"veld": UREN.of("u", "van"), "deel": "uren"}, "veld_uren_u_van"),
        ("duo", {"soort": "contactpersoon"}, "duo_veld_email"),
    ],
)
def test_half_a_word_comes_back_after_the_lock(
    open_venster: Venster, work: Workspace, selam: str, again: Again, scherm: str,
    arguments: dict[str, str], veld: str,
) -> None:  # fmt: skip
    set_besluit(work, selam)
    record_waarde(work, selam, UREN.of("u"), {"soort": "cursus", "tot": "2026-04-30", "aantal": 9})
    blad = open_venster.werkblad
    assert blad is not None
    blad.go(scherm, {"dossier": selam, **arguments})
    QTest.qWait(10)
    find(open_venster, QWidget, veld).setFocus()
    type_text("12 ma")
    open_venster.lock()
    open_venster.enter(again())
    QTest.qWait(10)
    terug = find(open_venster, QLineEdit, veld)
    assert terug.text() == "12 ma"
