"""Help: a part of the manual for each screen, found by words, beside the list of keys."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from intake_assistant.paths import handleiding_dir
from intake_assistant.texts import text
from intake_assistant.ui.hulp.delen import find_hoofdstukken, handleiding
from intake_assistant.ui.hulp.toetsenlijst import TOETSEN
from intake_assistant.ui.qt.messages import Script
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.architecture.source import nodes, python_files
from tests.ui.helpers import nameless


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def shown(lijst: QListWidget) -> list[str]:
    return [lijst.item(row).text() for row in range(lijst.count())]


def test_each_screen_has_one_part_under_its_own_name() -> None:
    over = [deel for deel in handleiding() if deel.scherm]
    assert sorted(deel.scherm for deel in over) == sorted(scherm.naam for scherm in SCHERMEN)
    for deel in over:
        assert deel.kop == text(f"venster.naar_{deel.scherm}")
        assert len(deel.tekst.split()) > 10, deel.kop


def test_a_part_tells_of_its_screen_what_is_so() -> None:
    over = {deel.scherm: deel.tekst for deel in handleiding() if deel.scherm}
    assert "één onderwerp" in over["lezen"]
    assert f"*{text('lezen.verbeter')}*" in over["lezen"]
    assert "laatste contact" not in over["dossiers"]
    for kolom in ("naam", "taal", "stap", "klok", "merken"):
        assert f"*{text(f'dossiers.kolom_{kolom}')}*" in over["dossiers"], kolom
    assert f"*{text('dossiers.zoek')}*" in over["dossiers"]
    assert "Bij elke afspraak staat of u het voor iemand doet" in over["ontwikkelplan"]
    assert not [deel.kop for deel in handleiding() if "hierboven" in deel.tekst], "a part is read alone"


def test_each_key_that_does_something_is_in_the_list() -> None:
    keys = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d+")
    same = {"Left": "←", "Up": "↑", "Down": "↓", "Return": "Enter"}
    listed = {key for toetsen in TOETSEN.values() for toets, _ in toetsen for key in toets.split(" / ")}
    made = {
        node.value
        for file in python_files("intake_assistant/ui")
        for node in nodes(file)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and keys.fullmatch(node.value)
    }
    shown = {re.sub(r"\w+$", lambda found: same.get(found[0], found[0]), key) for key in made}
    # The other key for doing again, of other systems.
    assert shown - listed == {"Ctrl+Shift+Z"}


def test_every_picture_of_the_manual_is_there() -> None:
    for file in handleiding_dir().glob("*.md"):
        for place in re.findall(r"!\[.+\]\((.+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / place).is_file(), place


def test_what_stands_in_a_heading_is_found_first_without_accents() -> None:
    found = [deel.kop for deel in find_hoofdstukken("besluit")]
    assert found[0] == "Nieuw besluit"
    assert "Beschikking" in found[1:]
    assert [deel.kop for deel in find_hoofdstukken("reservekopieen")] == ["Reservekopieën"]
    assert find_hoofdstukken("kwantumfysica") == ()


def test_it_opens_at_the_keys_and_turns_to_this_screen(blad: Werkblad) -> None:
    blad.go("uitwisseling", {})
    blad.act("toetsen")
    box = blad.toetsen
    assert box.hulp.isHidden() or not box.hulp.isVisible()
    QTest.mouseClick(box.wissel, Qt.MouseButton.LeftButton)
    assert box.hulp.isVisible()
    assert box.hulp.lijst.currentItem().text() == "Uitwisselen"
    assert "Samenvoegen" in box.hulp.tekst.toPlainText()
    assert nameless(box) == []
    QTest.mouseClick(box.wissel, Qt.MouseButton.LeftButton)
    assert not box.hulp.isVisible()


def test_what_is_typed_is_looked_for_at_once(blad: Werkblad) -> None:
    blad.act("toetsen")
    box = blad.toetsen
    QTest.keyClicks(box.first_field(), "herstelblad")
    assert box.hulp.isVisible()
    assert shown(box.hulp.lijst) == ["Beginnen"]
    QTest.keyClicks(box.first_field(), " xyzzy")
    assert shown(box.hulp.lijst) == []
    assert "herstelblad xyzzy" in box.hulp.tekst.toPlainText()
    box.hulp.zoeken.setText("kaart")
    first = box.hulp.lijst.currentRow()
    QTest.keyClick(box.hulp.zoeken, Qt.Key.Key_Down)
    assert box.hulp.lijst.currentRow() == first + 1
    QTest.keyClick(box.hulp.zoeken, Qt.Key.Key_Escape)
    assert box.isHidden()
    blad.act("toetsen")
    assert box.hulp.zoeken.text() == "", "what somebody looked for is past"


def test_the_keys_are_kept_as_one_sheet_to_print(blad: Werkblad, script: Script, tmp_path: Path) -> None:
    blad.act("toetsen")
    sheet = tmp_path / "toetsen.pdf"
    script.answers += [sheet, sheet]
    blad.toetsen.keep_blad()
    with pikepdf.open(sheet) as pdf:
        assert len(pdf.pages) == 1
    assert blad.toetsen.isHidden()
    assert str(sheet) in blad.banner.tekst.text()
    before = sheet.read_bytes()
    blad.toetsen.keep_blad()
    assert sheet.read_bytes() == before, "what is there stays as it is"
