"""What the administrator set stands still in the window, with by whom beside it; the rest is the user's."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.vault.beleid import GEVOELIG
from intake_assistant.operations.vault.instellingen import read_instelling
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import NO_POLICY, Policy, read_policy
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import IDLE_SECONDS, Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import WACHTZIN
from tests.ui.gesprekshulp import find
from tests.ui.helpers import nameless

VAST = Policy(
    bron=Path("/etc/intake-assistent/beleid.toml"), beheerder="Servicedesk 14 0000", idle_seconds=90.0,
    gemeente_sleutel="age1x", backup_plaats=Path("/srv/kopie"), talen=("nl", "ar"), opname_uitsluiten=False,
    ongecontroleerd=True, gevoelig_opnieuw_vragen=True, formulieren=Path("/etc/f"), sjablonen=Path("/etc/s"),
    akkoord_teamleider=True, teksten_nagekeken=True,
    or_instemming_op=datetime.date(2026, 3, 12), or_kenmerk="OR 2026/17",
)  # fmt: skip

Opener = Callable[[Policy], Venster]


@pytest.fixture
def open_under(omgeving: Omgeving, work: Workspace, qtbot: object) -> Opener:
    """The window under a policy, at the settings of safety."""

    def opened(policy: Policy) -> Venster:
        omgeving.policy = policy
        venster = Venster(omgeving)
        qtbot.addWidget(venster)  # type: ignore[attr-defined]  # pytest-qt
        venster.show()
        venster.enter(replace(work, policy=policy))
        go(venster, "beveiliging")
        return venster

    return opened


def go(venster: Venster, deel: str) -> None:
    assert venster.werkblad is not None
    venster.werkblad.go("instellingen", {"deel": deel})


def shown(venster: QWidget) -> str:
    return "\n".join(label.text() for label in venster.findChildren(QLabel) if label.isVisible())


CONTROLS: dict[str, type[QWidget]] = {
    "idle": QComboBox,
    "opname_uitsluiten": QCheckBox,
    "gevoelig_opnieuw": QCheckBox,
}


def test_every_control_that_is_set_stands_still_and_says_by_whom(open_under: Opener) -> None:
    venster = open_under(VAST)
    for naam, kind in CONTROLS.items():
        control = find(venster, kind, naam)
        assert not control.isEnabled()
        assert control.accessibleDescription() == "Vastgezet door Servicedesk 14 0000"
    assert shown(venster).count("Vastgezet door Servicedesk 14 0000") == len(CONTROLS)
    go(venster, "gemeente")
    assert not find(venster, QCheckBox, "ongecontroleerd").isEnabled()
    assert find(venster, QCheckBox, "ongecontroleerd").isChecked()
    for deel in ("gemeente", "talen", "formulieren"):
        go(venster, deel)
        assert "Vastgezet door Servicedesk 14 0000" in shown(venster), deel


def test_the_window_does_what_is_set(open_under: Opener) -> None:
    venster = open_under(VAST)
    assert venster.guards.bewaker._idle.interval() == 90_000
    assert venster.omgeving.is_kept_from_capture is False
    go(venster, "talen")
    assert "Arabisch" in shown(venster)
    assert "Tigrinya" not in shown(venster)


def test_everything_that_is_set_is_listed_with_its_file(open_under: Opener) -> None:
    page = shown(open_under(VAST))
    for words in (
        "Servicedesk 14 0000",
        "90 seconden",
        "/srv/kopie",
        "/etc/f",
        "/etc/s",
        "Arabisch",
        VAST.bron,
    ):
        assert str(words) in page


def test_without_an_administrator_the_user_chooses_and_it_works_at_once(open_under: Opener) -> None:
    venster = open_under(NO_POLICY)
    page = shown(venster)
    assert "Niemand heeft iets vastgezet" in page
    assert "Vastgezet door" not in page
    assert venster.guards.bewaker._idle.interval() == IDLE_SECONDS * 1000
    idle = find(venster, QComboBox, "idle")
    idle.setFocus()
    idle.setCurrentIndex(idle.findData(600))
    idle.activated.emit(idle.currentIndex())
    assert venster.guards.bewaker._idle.interval() == 600_000
    QTest.keyClick(find(venster, QCheckBox, "opname_uitsluiten"), Qt.Key.Key_Space)
    assert venster.omgeving.is_kept_from_capture is False
    kept = Voorkeuren(venster.omgeving.voorkeuren.file).keuzes
    assert (kept.idle, kept.opname_uitsluiten) == (600, False)
    QTest.keyClick(find(venster, QCheckBox, "gevoelig_opnieuw"), Qt.Key.Key_Space)
    assert venster.context is not None
    assert read_instelling(venster.context.work, GEVOELIG) == "ja"


def test_asking_again_is_switched_off_with_the_passphrase_only(open_under: Opener, qtbot: QtBot) -> None:
    venster = open_under(NO_POLICY)
    assert venster.context is not None
    work, box = venster.context.work, find(venster, QCheckBox, "gevoelig_opnieuw")
    for _ in range(2):
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert (read_instelling(work, GEVOELIG), box.isChecked()) == ("ja", True)
    field = find(venster, QLineEdit, "gevoelig_wachtzin")
    for typed, asks in (("mis", "ja"), (WACHTZIN, "nee")):
        assert venster.focusWidget() is field
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(field.isEnabled)
        assert (read_instelling(work, GEVOELIG), box.isChecked()) == (asks, asks == "ja")
        assert field.text() == ""
    assert not field.isVisible()


def test_every_part_has_names_for_who_cannot_see_it(open_under: Opener) -> None:
    venster = open_under(VAST)
    for deel in ("beveiliging", "logboek"):
        go(venster, deel)
        assert nameless(venster) == []


def test_a_broken_file_is_told_before_and_after_unlocking(
    open_under: Opener, tmp_path: Path, kluis_op_schijf: object
) -> None:
    file = tmp_path / "beleid.toml"
    file.write_text('beheerder = "Servicedesk"\n[vergrendeling]\nseconden = 1\n')
    file.chmod(0o644)
    venster = open_under(read_policy(file, os.getuid()))
    page = shown(venster)
    assert "Regel 3: vergrendeling.seconden" in page
    assert "Bel Servicedesk" in page
    assert page.count("Staat streng") == len(CONTROLS)
    assert venster.guards.bewaker._idle.interval() == 120_000
    venster.lock()
    front = find(venster, QLabel, "beleid_kapot_kort")
    assert front.isVisible()
    assert "Servicedesk" in front.text()


def test_a_choice_that_cannot_be_kept_is_told(
    open_under: Opener, monkeypatch: pytest.MonkeyPatch, omgeving: Omgeving
) -> None:
    venster = open_under(NO_POLICY)
    file = omgeving.voorkeuren.file
    omgeving.voorkeuren.file = file / "dit is geen map"
    idle = find(venster, QComboBox, "idle")
    idle.setCurrentIndex(idle.findData(60))
    idle.activated.emit(idle.currentIndex())
    assert venster.werkblad is not None
    assert venster.werkblad.banner.isVisible()


def test_the_window_without_policy_shows_no_notice(open_under: Opener) -> None:
    venster = open_under(NO_POLICY)
    venster.lock()
    notice = venster.findChild(QLabel, "beleid_kapot_kort")
    assert notice is not None
    assert not notice.isVisible()
    assert find(venster, QPushButton, "openen").isVisible()
