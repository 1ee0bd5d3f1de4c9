"""What other programs and the desktop show of the window names nobody: titles, task switchers, file names."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from intake_assistant.operations.papers.documenten import make_documents
from intake_assistant.operations.papers.inzagestukken import FORMATEN, make_inzage
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster

NAMEN = ("Selam", "Tesfay")


def titles() -> list[str]:
    """Everything a window tells the desktop about itself."""
    found = [widget.windowTitle() for widget in QApplication.topLevelWidgets()]
    found += [widget.windowFilePath() + widget.windowRole() for widget in QApplication.topLevelWidgets()]
    found += [window.title() + window.filePath() for window in QGuiApplication.topLevelWindows()]
    return [*found, QApplication.applicationName(), QGuiApplication.applicationDisplayName()]


def test_no_title_names_the_person_on_any_screen(open_venster: Venster, selam: str) -> None:
    open_venster.setUpdatesEnabled(False)  # walked through, not looked at
    blad = open_venster.werkblad
    assert blad is not None
    named = {}
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": selam})
        blad.act("zoeken")
        assert blad.zoeken.isVisible()
        named[kind.naam] = [t for t in titles() for woord in NAMEN if woord.casefold() in t.casefold()]
    assert named == {kind.naam: [] for kind in SCHERMEN}


def test_no_proposed_name_of_a_file_names_the_person(work: Workspace, selam: str) -> None:
    dossier = work.vault.dossier(selam)
    named = [document.naam for document in make_documents(work, dossier)]
    named += [make_inzage(work, dossier, formaat, "nl").naam for formaat in FORMATEN]
    assert len(named) == 6
    assert not [naam for naam in named for woord in NAMEN if woord.casefold() in naam.casefold()]
