"""Every page of the screen, in a narrow window, dark, with large letters: all fits.

With BEELDEN=folder in the environment the pictures are kept there, to be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.gespeeld import click, type_in, visible
from tests.ui.helpers import nameless
from tests.ui.uitwisseling.conftest import Collega, begun, erased, meet, sent
from tests.ui.window.test_beelden import faults_of, keep, settle

LEZEN = "taalniveau.nl_lezen"
# Where a table has more columns than room, it is moved sideways by itself.
SMALLEST, TABLES = QSize(1024, 600), ("scrolls Woordtabel", "scrolls Vinktabel")
ZO = [
    ("licht", 100, QSize(1366, 768)),
    ("donker", 150, QSize(1024, 700)),
    ("licht", 200, QSize(1366, 768)),
    ("donker", 200, SMALLEST),
]


@pytest.fixture(params=ZO, ids=lambda zo: f"{zo[0]}-{zo[1]}")
def zo(request: pytest.FixtureRequest) -> tuple[str, int, QSize]:
    kleuren, schaal, size = request.param
    return kleuren, schaal, size


@pytest.fixture
def scherm(
    qtbot: QtBot, omgeving: Omgeving, voorkeuren: Voorkeuren, work: Workspace, zo: tuple[str, int, QSize]
) -> Iterator[Uitwisseling]:
    kleuren, schaal, size = zo
    voorkeuren.keep(kleuren=kleuren, schaal=schaal)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.resize(size)
    venster.show()
    venster.enter(work)
    assert venster.werkblad is not None
    venster.werkblad.go("uitwisseling", {})
    assert isinstance(venster.werkblad.scherm, Uitwisseling)
    yield venster.werkblad.scherm
    venster.lock()


class Kijker:
    """Looks at each page that is shown: a picture, and what does not fit or has no name."""

    def __init__(self, scherm: Uitwisseling, naam: str) -> None:
        self._scherm, self._naam = scherm, naam
        self._is_small = scherm.window().size() == SMALLEST
        self.faults: list[str] = []

    def look(self, naam: str) -> None:
        for _ in range(3):
            settle()
        keep(self._scherm.window().grab().toImage(), f"{naam}_{self._naam}")
        found = [*faults_of(self._scherm), *nameless(self._scherm)]
        self.faults += [
            f"{naam}: {fault}" for fault in found if not (self._is_small and fault.startswith(TABLES))
        ]


@pytest.fixture
def kijker(scherm: Uitwisseling, zo: tuple[str, int, QSize]) -> Iterator[Kijker]:
    made = Kijker(scherm, f"{zo[0]}_{zo[1]}")
    yield made
    assert not made.faults, "\n".join(made.faults)


@pytest.fixture
def tea(collega: Collega) -> Workspace:
    return collega("Tea Wiersma-van Oldenbarneveldt")


def test_the_cards(scherm: Uitwisseling, kijker: Kijker, work: Workspace, tea: Workspace) -> None:
    scherm.open_part("kaarten")
    kijker.look("kaarten_leeg")
    meet(work, tea)
    scherm.open_part("kaarten")
    kijker.look("kaarten")
    cards.withdraw(work, tea.vault.device.id)
    scherm.open_part("kaarten")
    kijker.look("kaarten_ingetrokken")
    click(scherm, "kaart_toevoegen")
    scherm.kaarten.toevoegen.geplakt.setPlainText("geen kaart")
    kijker.look("kaart_fout")
    scherm.kaarten.toevoegen.geplakt.setPlainText(cards.own_card(tea).line)
    type_in(visible(scherm, "kaart_getypt"), "12345")
    kijker.look("kaart_vergelijken")


def test_merging(
    scherm: Uitwisseling, kijker: Kijker, work: Workspace, tea: Workspace, collega: Collega, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    kijker.look("samen_kiezen")
    script.answers.append(paths_of_all_kinds(work, tea, collega("Nog niet bekend"), tmp_path))
    click(scherm, "bestanden_kiezen")
    stil()
    kijker.look("voorbeeld")
    balk = scherm.samenvoegen.voorbeeld.findChildren(QScrollArea)[0].verticalScrollBar()
    balk.setValue(balk.maximum())
    kijker.look("voorbeeld_onder")
    click(scherm, "samenvoegen_doe")
    stil()
    kijker.look("samengevoegd")
    scherm.open_part("register")
    kijker.look("register_ontvangen")


def paths_of_all_kinds(work: Workspace, tea: Workspace, vreemd: Workspace, folder: Path) -> list[Path]:
    """Dossiers that are new, in conflict, equal and erased elsewhere; and a file of who is unknown."""
    meet(work, tea)
    ours = cards.own_card(work)
    cards.add_card(vreemd, ours, ours.fingerprint)
    dossier, weg = begun(tea, "van Haddad-El Mansouri tot Nieuwerhaven عبد الرحمن"), begun(tea, "Berhane")
    begun(tea, "Gelijk")
    merge_files(work, [sent(tea, work, folder / "eerst.intake.age")])
    record_antwoord(tea, dossier, LEZEN, "a1")
    record_antwoord(work, dossier, LEZEN, "b1")
    begun(tea, "Hailu")
    erased(tea, weg)
    return [
        sent(tea, work, folder / "teamoverleg-mei.intake.age"),
        sent(vreemd, work, folder / "van-een-ander.intake.age", begun(vreemd, "Haile")),
    ]


def test_sending(
    scherm: Uitwisseling, kijker: Kijker, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    scherm.open_part("versturen")
    kijker.look("versturen_leeg")
    meet(work, tea)
    begun(work, "Abebe")
    scherm.open_part("versturen")
    scherm.versturen.keuze.wie.turn(0)
    scherm.versturen.keuze.sommige.setChecked(True)
    scherm.versturen.keuze.dossiers.turn(0)
    kijker.look("versturen_sommige")
    click(scherm, "keuze_verder")
    scherm.versturen.wel_mee.setChecked(True)
    type_in(scherm.versturen.grond, "Nodig voor de begeleiding; mevrouw vroeg dit zelf op 3 mei")
    kijker.look("versturen_gezond")
    click(scherm, "gezond_verder")
    kijker.look("versturen_lijst")
    script.answers.append(tmp_path / "uit.intake.age")
    click(scherm, "bestand_maken")
    stil()
    kijker.look("verstuurd")
    scherm.open_part("register")
    kijker.look("register")


def test_what_goes_is_read_before_one_can_send_it_on_a_low_window_too(
    scherm: Uitwisseling, zo: tuple[str, int, QSize], work: Workspace, tea: Workspace
) -> None:
    meet(work, tea)
    begun(work, "Abebe")
    scherm.open_part("versturen")
    scherm.versturen.keuze.wie.turn(0)
    for knop in ("keuze_verder", "gezond_verder"):
        click(scherm, knop)
        settle()
    lijst, maken = scherm.versturen.regels["naar"], visible(scherm, "bestand_maken")
    assert not lijst.visibleRegion().isEmpty()
    is_low = zo[2] == SMALLEST
    assert maken.visibleRegion().isEmpty() is is_low
    venster = scherm.window()
    assert (venster.focusWidget() is maken) is not is_low
    for _ in range(2 if is_low else 0):
        QTest.keyClick(venster.focusWidget(), Qt.Key.Key_Tab)
    settle()
    assert venster.focusWidget() is maken
    assert not maken.visibleRegion().isEmpty()


def test_the_keyboard_stays_in_the_foot_when_the_window_becomes_low(
    scherm: Uitwisseling, work: Workspace, tea: Workspace
) -> None:
    meet(work, tea)
    begun(work, "Abebe")
    scherm.open_part("versturen")
    scherm.versturen.keuze.wie.turn(0)
    door, venster = visible(scherm, "keuze_verder"), scherm.window()
    breed = venster.width()
    for hoog in (600, 1400, 600):
        door.setFocus()
        venster.resize(breed, hoog)
        settle()
        assert venster.focusWidget() is door
        assert door.isVisible()
