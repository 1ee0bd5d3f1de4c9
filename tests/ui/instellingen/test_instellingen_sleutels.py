"""The ways into the vault in the settings: told, renewed, taken away, and another key for everything."""

from collections.abc import Callable

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.keys import rekey, slots
from intake_assistant.ui.instellingen.sleutels import Sleutels
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import WACHTZIN
from tests.ui.helpers import nameless
from tests.ui.kluizen import Kluis

YES, NO = 0, 1


@pytest.fixture
def kaart(context: Context, shown: Callable[[QWidget], None]) -> Sleutels:
    made = Sleutels(context)
    shown(made)
    return made


def press(kaart: QWidget, naam: str) -> None:
    button = kaart.findChild(QPushButton, naam)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    button.click()


def type_back(kaart: Sleutels) -> str:
    """Two groups from the paper; returns the whole key."""
    groups = list(kaart.sleutel.groups)
    assert not kaart.vastleggen.isEnabled()
    press(kaart, "sleutel_op_papier")
    for veld, nummer in zip(kaart.sleutel.velden, kaart.sleutel.asked, strict=True):
        veld.setText(groups[nummer - 1])
    return "-".join(groups)


def ways(kaart: Sleutels) -> list[str]:
    found = [w.objectName() for w in kaart.findChildren(QLabel) if w.objectName().startswith("manier_")]
    return [naam for naam in found if not kaart.findChild(QLabel, naam).isHidden()]  # type: ignore[union-attr]  # found


def opens_with(kluis_op_schijf: Kluis, sheet: str, omgeving: Omgeving) -> bool:
    try:
        kluis.open_with_recovery(
            kluis_op_schijf.path, sheet, WACHTZIN, omgeving.clock, omgeving.random, cost=omgeving.cost
        ).vault.close()
    except KnownError:
        return False
    return True


def test_a_new_sheet_counts_once_it_was_typed_back_and_recorded(
    qtbot: QtBot, kaart: Sleutels, work: Workspace, kluis_op_schijf: Kluis, omgeving: Omgeving
) -> None:
    before = slots.read_file(work.vault.path)
    press(kaart, "nieuw_herstelblad")
    press(kaart, "sleutel_niet_doen")
    assert kaart.sleutel.groups == []
    press(kaart, "nieuw_herstelblad")
    key = type_back(kaart)
    press(kaart, "sleutel_vastleggen")
    assert "wachtzin van nu" in kaart.melding.text()
    kaart.wachtzin.field.setText("verkeerd")
    press(kaart, "sleutel_vastleggen")
    qtbot.waitUntil(lambda: "klopt niet" in kaart.melding.text())
    # Who sits down at a vault that was left open gets no sheet that opens it for ever.
    assert slots.read_file(work.vault.path) == before
    kaart.wachtzin.field.setText(WACHTZIN)
    press(kaart, "sleutel_vastleggen")
    qtbot.waitUntil(lambda: "geldt vanaf nu" in kaart.melding.text())
    assert kaart.sleutel.groups == []
    work.vault.close()
    assert not opens_with(kluis_op_schijf, "-".join(kluis_op_schijf.groepen), omgeving)
    assert opens_with(kluis_op_schijf, key, omgeving)


def test_taking_the_sheet_away_is_asked_first(
    qtbot: QtBot, kaart: Sleutels, work: Workspace, script: messages.Script
) -> None:
    script.answers += [NO, YES]
    press(kaart, "herstelsleutel_weg")
    assert len(slots.read_file(work.vault.path).slots) == 2
    press(kaart, "herstelsleutel_weg")
    qtbot.waitUntil(lambda: "weggehaald" in kaart.melding.text())
    assert [slot.soort for slot in slots.read_file(work.vault.path).slots] == [slots.PASSPHRASE]


def test_everything_gets_another_key_with_the_passphrase_only(
    qtbot: QtBot, kaart: Sleutels, work: Workspace, kluis_op_schijf: Kluis, omgeving: Omgeving
) -> None:
    old = bytes(work.vault.key)
    press(kaart, "nieuwe_sleutel")
    key = type_back(kaart)
    press(kaart, "sleutel_vastleggen")
    assert "wachtzin van nu" in kaart.melding.text()
    kaart.wachtzin.field.setText("verkeerd")
    press(kaart, "sleutel_vastleggen")
    qtbot.waitUntil(lambda: "klopt niet" in kaart.melding.text())
    assert bytes(work.vault.key) == old
    kaart.wachtzin.field.setText(WACHTZIN)
    press(kaart, "sleutel_vastleggen")
    qtbot.waitUntil(lambda: "Alles heeft een nieuwe sleutel" in kaart.melding.text())
    assert bytes(work.vault.key) != old
    assert kaart.wachtzin.text() == ""
    work.vault.close()
    assert not opens_with(kluis_op_schijf, "-".join(kluis_op_schijf.groepen), omgeving)
    assert opens_with(kluis_op_schijf, key, omgeving)


def test_an_old_copy_that_came_back_is_told_at_opening(
    venster: Venster, kluis_op_schijf: Kluis, omgeving: Omgeving
) -> None:
    path = kluis_op_schijf.path
    old = (path / DATABASE).read_bytes()
    work = kluis.open_workspace(path, WACHTZIN, omgeving.clock, omgeving.random, cost=omgeving.cost)
    rekey.rekey(work.vault, WACHTZIN, bytes(20))
    work.vault.close()
    (path / DATABASE).write_bytes(old)
    venster.enter(kluis.open_workspace(path, WACHTZIN, omgeving.clock, omgeving.random))
    assert venster.werkblad is not None
    said = [part.text() for part in venster.werkblad.banner.findChildren(QLabel)]
    assert any("stond een oude kopie" in words for words in said)


def test_what_an_old_copy_still_opens_is_said(kaart: Sleutels) -> None:
    press(kaart, "nieuw_herstelblad")
    assert "oude kopie van de map" in kaart.uitleg.text()


def test_a_later_rule_of_the_administrator_is_told_at_opening_and_in_the_settings(
    qtbot: QtBot, venster: Venster, kluis_op_schijf: Kluis, omgeving: Omgeving
) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    rule = Policy(beheerder="ICT Delfzijl", gemeente_sleutel=recipient)
    around = (omgeving.clock, omgeving.random)
    venster.enter(kluis.open_workspace(kluis_op_schijf.path, WACHTZIN, *around, policy=rule))
    assert venster.werkblad is not None
    banner = venster.werkblad.banner.findChildren(QLabel)
    assert any("Vanaf nu kan uw gemeente" in part.text() for part in banner)
    kaart = Sleutels(venster.werkblad.context)
    qtbot.addWidget(kaart)
    said = kaart.findChild(QLabel, "manier_gemeentesleutel")
    assert isinstance(said, QLabel)
    assert "ICT Delfzijl" in said.text()
    assert recipient in said.text()


def test_every_control_has_a_name(kaart: Sleutels) -> None:
    press(kaart, "nieuwe_sleutel")
    assert nameless(kaart) == []
