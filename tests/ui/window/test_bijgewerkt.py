"""After an update it is told once what is new, and it can be read in Over."""

from PySide6.QtWidgets import QLabel

from intake_assistant import VERSIE
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.instellingen.screen import Instellingen
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.preferences import Voorkeuren, told_after_update
from intake_assistant.ui.window.window import Venster


def test_an_update_is_told_once(venster: Venster, work: Workspace, voorkeuren: Voorkeuren) -> None:
    voorkeuren.keep(versie="0.0.9")
    venster.enter(work)
    assert venster.werkblad is not None
    assert VERSIE in venster.werkblad.banner.tekst.text()
    assert told_after_update(Voorkeuren(voorkeuren.file)) == []


def test_a_first_start_is_no_update(voorkeuren: Voorkeuren) -> None:
    assert told_after_update(voorkeuren) == []
    assert Voorkeuren(voorkeuren.file).keuzes.versie == VERSIE


def test_what_is_new_can_be_read_in_over(context: Context) -> None:
    scherm = Instellingen(context)
    assert len(scherm.findChildren(QLabel, "nieuw_regel")) > 3
    scherm.deleteLater()
