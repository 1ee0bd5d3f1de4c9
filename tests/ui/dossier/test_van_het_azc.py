"""What came along from the azc, on the page of the person: the profile as a file, and the handing over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.overleg.azc import klantprofielen_of, overdrachten_van_coa
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.ui.dossier.azc import AzcKaart
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from tests.ui.gevuld import filled_vault, new_context
from tests.ui.helpers import nameless

PROFIEL = b"%PDF-1.7 profiel\n%%EOF\n"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path) as (work, dossier):
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def azc(context: Context, shown: Callable[[QWidget], None]) -> AzcKaart:
    record_inburgeraar(context.work, context.dossier_id, {"v_nummer": "2801155443"})
    made = AzcKaart(Keeper(context, context))
    made.show_dossier(context.dossier())
    shown(made)
    return made


def click(azc: AzcKaart, naam: str) -> None:
    found = azc.findChild(QPushButton, naam)
    assert found is not None, naam
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_klantprofiel_of_this_person_is_kept_and_of_another_refused(
    qtbot: QtBot, azc: AzcKaart, context: Context, script: messages.Script, tmp_path: Path
) -> None:
    profiel = tmp_path / "profiel.pdf"
    profiel.write_bytes(PROFIEL)
    script.answers += [profiel, profiel]
    azc.v_nummer.regel.setText("2801155444")
    with qtbot.waitSignal(context.failed) as told:
        click(azc, "azc_kies")
    assert told.args[0].code == "klantprofiel.ander"
    assert klantprofielen_of(context.dossier()) == []
    azc.v_nummer.regel.setText("2801155443")
    click(azc, "azc_kies")
    (kept,) = klantprofielen_of(context.dossier())
    assert context.work.vault.blobs.get(kept.sha256) == PROFIEL
    assert azc.findChild(QLabel, "azc_ander_1") is None
    record_inburgeraar(context.work, context.dossier_id, {"v_nummer": "2801155444"})
    azc.show_dossier(context.dossier())
    ander = azc.findChild(QLabel, "azc_ander_1")
    assert ander is not None
    assert "V-nummer 2801155443" in ander.text()
    script.answers += [1, 0]
    click(azc, "azc_weg_1")
    assert klantprofielen_of(context.dossier())
    click(azc, "azc_weg_1")
    assert klantprofielen_of(context.dossier()) == []


def test_the_handing_over_and_the_way_to_type_the_profile_over(
    qtbot: QtBot, azc: AzcKaart, context: Context
) -> None:
    click(azc, "overdracht_coa_nieuw")
    regels = {r.accessibleName(): r for r in azc.findChildren(QLineEdit)}
    regels["Waarom was er geen gesprek?"].setFocus()
    QTest.keyClicks(regels["Waarom was er geen gesprek?"], "het azc ligt te ver weg")
    azc.leave()
    ((_, overdracht),) = overdrachten_van_coa(context.dossier())
    assert overdracht["niet_omdat"] == "het azc ligt te ver weg"
    with qtbot.waitSignal(context.navigate) as went:
        click(azc, "azc_typ_over")
    assert (went.args[0], went.args[1]["bron"]) == ("lezen", "coa")
    assert nameless(azc) == []
