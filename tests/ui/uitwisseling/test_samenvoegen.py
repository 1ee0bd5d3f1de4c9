"""Merging in the window: read first, shown, and only then joined; stopping leaves all as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.vault.reservekopie import list_kopieen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.kit.word_table import Woordtabel
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import Again
from tests.ui.gespeeld import click, press, texts, type_in, visible
from tests.ui.uitwisseling.conftest import Collega, Open, begun, erased, meet, sent

LEZEN = "taalniveau.nl_lezen"


@pytest.fixture
def tea(collega: Collega, work: Workspace) -> Workspace:
    """A colleague who is known here, and knows us."""
    made = collega("Tea")
    meet(made, work)
    return made


def rows(scherm: Uitwisseling) -> list[tuple[str, ...]]:
    return scherm.samenvoegen.voorbeeld.dossiers.rijen


def read(scherm: Uitwisseling, script: messages.Script, stil: Callable[[], None], *paths: Path) -> None:
    script.answers.append(list(paths))
    click(scherm, "bestanden_kiezen")
    stil()


def test_what_would_change_is_shown_and_nothing_is_changed(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    pad = sent(tea, work, tmp_path / "een.intake.age", begun(tea, "Hailu"))
    scherm, before = open_deel("samenvoegen"), digest(work)
    read(scherm, script, stil, pad)
    assert rows(scherm) == [("Hailu, Selam", "nieuw", "")]
    assert scherm.samenvoegen.voorbeeld.bestanden.rijen[0][1] == "Tea"
    assert digest(work) == before
    click(scherm, "samenvoegen_niet")
    assert digest(work) == before
    assert rows(scherm) == []


def test_joined_after_a_backup_and_told(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(tea, "Hailu")
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, sent(tea, work, tmp_path / "een.intake.age", dossier))
    click(scherm, "samenvoegen_doe")
    stil()
    assert work.vault.dossiers() == [dossier]
    assert [k.backup.soort for k in list_kopieen(work)] == ["samenvoegen"]
    assert "Samengeteld: 1 dossier is erbij gekomen." in texts(scherm, "klaar_samen")
    click(scherm, "klaar_openen")
    assert scherm.context.dossier_id == dossier


def test_a_file_that_is_swapped_after_it_was_shown_is_refused(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    pad = sent(tea, work, tmp_path / "een.intake.age", begun(tea, "Hailu"))
    other = sent(tea, work, tmp_path / "twee.intake.age", begun(tea, "Tesfay"))
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, pad)
    before = digest(work)
    shutil.copy(other, pad)
    click(scherm, "samenvoegen_doe")
    stil()
    assert digest(work) == before
    assert "veranderd nadat u het bekeek" in texts(scherm, "klaar_geweigerd")[0]


def test_a_dossier_without_a_tick_stays_away(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    blijft, komt = begun(tea, "Abebe"), begun(tea, "Hailu")
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, sent(tea, work, tmp_path / "een.intake.age"))
    tabel = scherm.samenvoegen.voorbeeld.dossiertabel
    tabel.selectRow([naam for naam, *_ in rows(scherm)].index("Abebe, Selam"))
    press(tabel, Qt.Key.Key_Space)
    click(scherm, "samenvoegen_doe")
    stil()
    assert work.vault.dossiers() == [komt]
    assert blijft in tea.vault.dossiers()


def test_a_file_without_a_tick_is_not_joined(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    een, twee = begun(tea, "Abebe"), begun(tea, "Hailu")
    paden = [sent(tea, work, tmp_path / f"{d}.intake.age", d) for d in (een, twee)]
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, *paden)
    scherm.samenvoegen.voorbeeld.bestandtabel.selectRow(0)
    press(scherm.samenvoegen.voorbeeld.bestandtabel, Qt.Key.Key_Space)
    stil()
    assert [naam for naam, *_ in rows(scherm)] == ["Hailu, Selam"]
    click(scherm, "samenvoegen_doe")
    stil()
    assert work.vault.dossiers() == [twee]


def test_what_changes_and_what_is_in_conflict_is_said_in_words(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(tea, "Hailu")
    merge_files(work, [sent(tea, work, tmp_path / "eerst.intake.age", dossier)])
    record_antwoord(tea, dossier, LEZEN, "a1")
    record_antwoord(work, dossier, LEZEN, "b1")
    record_waarde(tea, dossier, "inburgeraar.telefoon", "0612345678")
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, sent(tea, work, tmp_path / "dan.intake.age", dossier))
    assert rows(scherm) == [("Hailu, Selam", "verandert", "1 verschil")]
    (uitleg,) = texts(scherm, "dossier_uitleg")
    assert "Telefoon" in uitleg
    assert "Twee keer anders ingevuld" in uitleg
    click(scherm, "samenvoegen_doe")
    stil()
    assert len(work.vault.dossier(dossier).conflicts()) == 1
    # A team lead joins what two others filled in: it is not said that the reader did.
    assert texts(scherm, "klaar_verschillen")[0].startswith("Er is 1 verschil: op twee laptops")


def test_erasing_waits_for_a_tick_and_a_word(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier, ander = begun(tea, "Hailu"), begun(tea, "Abebe")
    merge_files(work, [sent(tea, work, tmp_path / "eerst.intake.age")])
    erased(tea, dossier)
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, sent(tea, work, tmp_path / "dan.intake.age"))
    voorbeeld = scherm.samenvoegen.voorbeeld
    assert [rij[0] for rij in voorbeeld.wissen.rijen] == ["Hailu, Selam"]
    assert not visible(scherm, "samenvoegen_doe").isEnabled()
    voorbeeld.wistabel.selectRow(0)
    script.answers.append(1)
    press(voorbeeld.wistabel, Qt.Key.Key_Space)
    assert not voorbeeld.wissen.is_ticked(0), "called off"
    script.answers.append(0)
    press(voorbeeld.wistabel, Qt.Key.Key_Space)
    click(scherm, "samenvoegen_doe")
    stil()
    assert work.vault.dossiers() == [ander]


def test_what_was_erased_elsewhere_and_stays_is_named_with_the_way_there(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier, ander = begun(tea, "Hailu"), begun(tea, "al-Saadi")
    merge_files(work, [sent(tea, work, tmp_path / "eerst.intake.age")])
    erased(tea, dossier)
    erased(tea, ander)
    begun(tea, "Abebe")
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, sent(tea, work, tmp_path / "dan.intake.age"))
    click(scherm, "samenvoegen_doe")
    stil()
    (told,) = texts(scherm, "klaar_wacht")
    assert told == "2 dossiers zijn elders gewist en staan hier nog: al-Saadi, Selam; Hailu, Selam."
    naar = visible(scherm, f"klaar_gewist_{dossier}")
    assert naar.accessibleName() == "Open het dossier van Hailu, Selam"
    click(scherm, f"klaar_gewist_{dossier}")
    assert scherm.context.dossier_id == dossier


def test_a_column_grows_to_what_it_says(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(tea, "Hailu")
    merge_files(work, [sent(tea, work, tmp_path / "eerst.intake.age")])
    erased(tea, dossier)
    begun(tea, "Abebe")
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, sent(tea, work, tmp_path / "dan.intake.age"))
    voorbeeld = scherm.samenvoegen.voorbeeld
    for tabel in (voorbeeld.bestandtabel, voorbeeld.dossiertabel, voorbeeld.wistabel):
        assert cut_off(tabel) == []
    click(scherm, "samenvoegen_doe")
    stil()
    assert cut_off(scherm.samenvoegen.klaar.tabel) == []


def cut_off(tabel: Woordtabel) -> list[str]:
    """What a cell says and has no room for."""
    assert tabel.isVisible()
    model = tabel.model()
    cells = [
        model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())
    ]
    return [
        str(cell.data())
        for cell in cells
        if tabel.sizeHintForIndex(cell).width() > tabel.columnWidth(cell.column())
    ]


def test_an_unknown_sender_is_compared_and_then_read(
    open_deel: Open, work: Workspace, collega: Collega, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    tea = collega("Tea")
    ours = cards.own_card(work)
    cards.add_card(tea, ours, ours.fingerprint)
    pad = sent(tea, work, tmp_path / "een.intake.age", begun(tea, "Hailu"))
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, pad)
    assert rows(scherm) == []
    assert "Tea" in texts(scherm, "bestand_uitleg")[0]
    click(scherm, "afzender_vergelijken")
    assert scherm.part == "kaarten"
    type_in(visible(scherm, "kaart_getypt"), cards.own_card(tea).fingerprint)
    click(scherm, "kaart_vertrouwen")
    stil()
    assert scherm.part == "samenvoegen"
    assert rows(scherm) == [("Hailu, Selam", "nieuw", "")]


def test_stopping_in_the_middle_changes_nothing(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    pad = sent(tea, work, tmp_path / "een.intake.age", begun(tea, "Hailu"))
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, pad)
    before = digest(work)
    with work.vault.reading():  # so small a file would be in it before anybody could stop it
        click(scherm, "samenvoegen_doe")
        scherm.samenvoegen.voortgang.cancel()
    stil()
    assert digest(work) == before
    assert texts(scherm, "samen_melding") == ["Gestopt. Er is niets veranderd."]


def test_locking_in_the_middle_leaves_it_whole_or_not_at_all(
    open_venster: Venster, open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None], again: Again,
) -> None:  # fmt: skip
    dossier = begun(tea, "Hailu")
    pad = sent(tea, work, tmp_path / "een.intake.age", dossier)
    scherm = open_deel("samenvoegen")
    read(scherm, script, stil, pad)
    click(scherm, "samenvoegen_doe")
    open_venster.lock()
    found = again()
    assert found.vault.dossiers() in ([], [dossier])
    assert merge_files(found, [pad]).bestanden[0].fout is None
    assert found.vault.dossiers() == [dossier]


def test_what_is_no_such_file_is_said_and_changes_nothing(
    open_deel: Open, work: Workspace, tmp_path: Path, script: messages.Script, stil: Callable[[], None]
) -> None:
    pad = tmp_path / "foto.intake.age"
    pad.write_bytes(b"geen")
    scherm, before = open_deel("samenvoegen"), digest(work)
    read(scherm, script, stil, pad)
    assert scherm.samenvoegen.voorbeeld.bestanden.rijen == [("foto.intake.age", "", "", "", "geweigerd")]
    assert "beschadigd" in texts(scherm, "bestand_uitleg")[0]
    assert not visible(scherm, "samenvoegen_doe").isEnabled()
    assert digest(work) == before
