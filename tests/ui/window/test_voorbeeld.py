"""The example of the first start: named for what it is wherever it stands, and thrown away in two clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.app import _VOORBEELD, _play_voorbeeld
from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.documents.model import texts_of
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.wissen import erase_voorbeeld
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt.messages import Script
from intake_assistant.ui.window.window import Venster

MERK = "Voorbeeld (verzonnen)"


@pytest.fixture
def voorbeeld(work: Workspace) -> str:
    return _play_voorbeeld(work)


def weg(venster: Venster) -> QPushButton:
    assert venster.werkblad is not None
    return venster.werkblad.kop.gooi_weg


def test_list_header_and_papers_say_that_it_is_invented(
    voorbeeld: str, work: Workspace, open_venster: Venster
) -> None:
    assert b"Al-Khatib" in _VOORBEELD.read_bytes()
    assert [rij.naam for rij in list_dossiers(work)] == [f"{MERK}, Nour"]
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("dossier", {"dossier": voorbeeld})
    assert open_venster.werkblad.kop.naam.text() == f"Nour {MERK}"
    besluiten = besluiten_of(work.vault.dossier(voorbeeld))
    assert besluiten
    for besluit in besluiten:
        papier = " ".join(texts_of(read_stuk(work.vault.blobs.get(besluit.bestanden["model"]))))
        assert MERK in papier
        assert "Al-Khatib" not in papier


def test_it_is_thrown_away_in_two_clicks_and_leaves_the_others(
    qtbot: QtBot, voorbeeld: str, selam: str, work: Workspace, open_venster: Venster, script: Script
) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("dossier", {"dossier": voorbeeld})
    script.answers += [1, 0]
    QTest.mouseClick(weg(open_venster), Qt.MouseButton.LeftButton)
    assert voorbeeld in work.vault.dossiers()
    QTest.mouseClick(weg(open_venster), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: blad.scherm.naam == "dossiers")
    assert work.vault.dossiers() == [selam]
    assert "is weg" in blad.banner.tekst.text()
    assert weg(open_venster).isHidden()


def test_nothing_else_goes_that_way(selam: str, work: Workspace, open_venster: Venster) -> None:
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("dossier", {"dossier": selam})
    assert weg(open_venster).isHidden()
    with pytest.raises(KnownError, match=r"erase\.no_ground"):
        erase_voorbeeld(work, selam)
    assert selam in work.vault.dossiers()
