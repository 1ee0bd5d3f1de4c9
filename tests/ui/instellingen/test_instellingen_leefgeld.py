"""What is needed to live on each month: the municipality chooses it, and what cannot be is not kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from intake_assistant.operations.vault.instellingen import leefgeld_of
from intake_assistant.ui.instellingen.leefgeld import LeefgeldVak
from intake_assistant.ui.window.context import Context
from tests.ui.gespeeld import press, type_in, visible
from tests.ui.helpers import nameless


def test_an_amount_is_kept_when_its_line_is_left_and_one_that_cannot_be_is_told(
    qtbot: QtBot, context: Context
) -> None:
    vak = LeefgeldVak(context)
    qtbot.addWidget(vak)
    vak.show()
    vak.show_kept()
    assert leefgeld_of(context.work, "eerste") is None
    for getypt, kept in (("394,50", "394.50"), ("1000000", "394.50")):
        type_in(visible(vak, "leefgeld_eerste"), getypt)
        press(visible(vak, "leefgeld_eerste"), Qt.Key.Key_Return)
        assert str(leefgeld_of(context.work, "eerste")) == kept
        gebrek = vak.findChild(QLabel, "gebrek_leefgeld_eerste")
        assert gebrek is not None
        assert gebrek.isHidden() == (getypt != "1000000")
    assert nameless(vak) == []
