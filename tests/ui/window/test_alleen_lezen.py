"""A vault that cannot be written to any more while it is open: told in words, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import find, type_text


@contextmanager
def read_only(work: Workspace) -> Iterator[None]:
    """The engine refuses to write, as on a medium that was locked; root may write to any folder."""
    connection = work.vault._connection
    connection.execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        connection.execute("PRAGMA query_only = OFF")


def test_typing_stays_and_is_saved_afterwards(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("dossier", {"dossier": selam, "deel": "persoon"})
    veld = find(open_venster, QLineEdit, "veld_woonplaats")
    veld.setFocus()
    with read_only(work):
        type_text("Delfzijl")
        qtbot.waitUntil(lambda: blad.banner.isVisible())
        assert "kan niet in de kluis worden geschreven" in blad.banner.tekst.text()
        assert veld.text() == "Delfzijl"
    blad.leave()
    QApplication.processEvents()
    assert work.vault.dossier(selam).get("inburgeraar.woonplaats") == "Delfzijl"
