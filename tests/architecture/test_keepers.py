"""Whatever keeps what is being typed has one clock, and no key puts that clock off."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, nodes, tree

KEEPING = {"keep_typed", "keep_concepttekst", "keep_schets", "keep_half", "keep_plek"}
KEEPER = PACKAGE / "ui" / "fields" / "keeper.py"
# Tries again every few seconds what a full disk refused; no key reaches it.
TRIES_AGAIN = PACKAGE / "ui" / "window" / "unsaved.py"


def keepers() -> Iterator[Path]:
    for file in sorted((PACKAGE / "ui").rglob("*.py")):
        if KEEPING & imported(file):
            yield file


def imported(file: Path) -> set[str]:
    every = nodes(file)
    return {alias.name for node in every if isinstance(node, ast.ImportFrom) for alias in node.names}


def starts(file: Path) -> list[int]:
    """Lines that start a clock, or hand on its starting to a signal."""
    every = nodes(file)
    return [node.lineno for node in every if isinstance(node, ast.Attribute) and node.attr == "start"]


def test_there_are_keepers() -> None:
    names = {file.stem for file in keepers()}
    assert {"keeper", "draft", "voering"} <= names


def test_no_file_but_that_of_the_keeper_makes_its_clock() -> None:
    assert not [
        file.stem for file in sorted((PACKAGE / "ui").rglob("*.py")) if "KeepingClock" in imported(file)
    ]


def test_no_widget_opens_a_transaction() -> None:
    found = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in sorted((PACKAGE / "ui").rglob("*.py"))
        for node in nodes(file)
        if isinstance(node, ast.Attribute)
        and node.attr in ("transaction", "keep_concepttekst", "append")
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "vault"
    ]
    assert not found, f"an act of operations does that: {found}"


def test_no_keeper_has_a_clock_that_a_key_can_put_off() -> None:
    found = [
        f"{file.relative_to(PACKAGE)}:{line}"
        for file in keepers()
        if file not in (KEEPER, TRIES_AGAIN)
        for line in starts(file)
    ]
    assert not found, f"tell a Keeper instead: {found}"


def test_a_clock_that_runs_is_not_started() -> None:
    source = ast.unparse(tree(KEEPER))
    assert source.count(".start()") == 1
    assert "if not self.isActive():\n            self.start()" in source


def test_what_comes_later_is_called_off_with_its_page() -> None:
    """A timer that fires once is a `Later`: any other would draw a page whose vault is closed."""
    later = PACKAGE / "ui" / "qt" / "later.py"
    assert not [
        str(file.relative_to(PACKAGE))
        for file in sorted((PACKAGE / "ui").rglob("*.py"))
        if file != later and "singleShot" in file.read_text(encoding="utf-8")
    ]
