"""No item of a layout is asked for: PySide keeps it after Qt threw it away, and memory goes bad."""

import ast

from tests.architecture.source import PACKAGE, calls, place, python_files

# A layout of our own must answer Qt, and the one door by which layouts are emptied keeps nothing.
EMPTYING = PACKAGE / "ui" / "kit" / "emptying.py"
KEEPS = ("itemAt", "itemAtPosition", "spacerItem")


def test_nothing_asks_a_layout_for_its_items() -> None:
    files = python_files("intake_assistant", "tests")
    assert [place(file, call) for file in files for name in KEEPS for call in calls(file, name)] == []


def test_layouts_are_emptied_in_one_place() -> None:
    files = python_files("intake_assistant")
    found = [place(file, call) for file in files for call in calls(file, "takeAt") if file != EMPTYING]
    assert found == []


def test_the_one_place_is_there() -> None:
    assert [ast.unparse(call) for call in calls(EMPTYING, "takeAt")] == ["layout.takeAt(0)"] * 2
